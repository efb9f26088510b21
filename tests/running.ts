import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { commandNames } from "../scripts/cli/commands.ts";

/** The result of a program that ran to its end. */
export type Ran = {
  /** The exit code; null when the program was killed. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type RunOptions = {
  /** The folder to run in, when it is not that of the project. */
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
};

const project = join(import.meta.dirname, "..");

/** Runs one of our commands in a process of its own: `run("build", ["--content", folder])`. */
export function run(
  command: string,
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<Ran> {
  // As npm calls them; what is for engineers alone has no name there.
  const isNamed = (commandNames as readonly string[]).includes(command);
  const program = isNamed ? ["scripts/ban-tin.js", command] : [`scripts/${command}.ts`];
  const [script, ...first] = program;
  return runProgram(process.execPath, [join(project, script!), ...first, ...args], options);
}

export async function runProgram(
  program: string,
  args: readonly string[],
  { cwd = project, env = process.env }: RunOptions = {},
): Promise<Ran> {
  const child = start(program, args, { cwd, env });
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]!.setEncoding("utf8").on("data", (text: string) => {
      printed[name] += text;
    });
  }
  const [status, signal] = await once(child, "close");
  return { status, signal, ...printed };
}

/** A program that runs until it is stopped. */
export type Running = {
  readonly pid: number;
  /** Waits until it has printed a match, behind the last one if there was one, and returns it. */
  readonly says: (text: RegExp) => Promise<RegExpExecArray>;
  /** Returns all that it has printed. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
};

/** Starts `npm start` on a port that the system says is free. */
export async function startPreview(
  args: readonly string[],
  { cwd = project, env = process.env }: RunOptions = {},
): Promise<Running & { readonly origin: string }> {
  const port = String(await freePort());
  const all = [join(cwd, "scripts/ban-tin.js"), "start", ...args, "--port", port];
  const running = follow(start(process.execPath, all, { cwd, env }));
  // The preview takes another port when another program was faster.
  const [, url] = await running.says(/Xem thử tại (\S+)/u);
  return { ...running, origin: new URL(url!).origin };
}

function follow(child: ChildProcess): Running {
  let all = "";
  let printed = "";
  let isOver = false;
  let look = () => {};
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      all += text;
      printed += text;
      look();
    });
  }
  const ended = once(child, "close").then(() => {
    isOver = true;
    look();
  });
  return {
    pid: child.pid!,
    printed: () => all,
    says: (text) =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = text.exec(printed);
          if (found) {
            look = () => {};
            printed = printed.slice(found.index + found[0].length);
            resolve(found);
          } else if (isOver) reject(new Error(`It ended without ${text}:\n${printed}`));
        };
        look();
      }),
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Returns the process that another one has started. */
export function childOf(pid: number): number {
  return Number(execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" }));
}

/** Finds a port of this machine that no program uses. */
export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as { readonly port: number };
  listener.close();
  await once(listener, "close");
  return port;
}

/** Starts a program that does not outlive the tests, even when a test is given up. */
function start(program: string, args: readonly string[], options: RunOptions): ChildProcess {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const kill = () => child.kill();
  process.once("exit", kill);
  child.once("close", () => process.off("exit", kill));
  return child;
}
