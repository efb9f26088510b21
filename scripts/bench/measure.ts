import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export type Command = {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
};

export type Measured = {
  /** Wall-clock time in seconds. */
  readonly wall: number;
  /** CPU time in seconds, user and system, of the program and all processes that it started. */
  readonly cpu: number;
  /** Peak memory of all its processes together, in MB; undefined where there is no /proc. */
  readonly memory?: number;
};

/** Runs a command and measures it with all processes that it starts. Throws when it fails. */
export function measure({ program, args, cwd, env = {} }: Command): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // The shell's own `times` counts the CPU time of every process that it waited for.
    const child = spawn(
      "/bin/sh",
      ["-c", '"$@" >&2; code=$?; times; exit $code', "sh", program, ...args],
      { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] },
    );
    let times = "";
    let log = "";
    child.stdout.on("data", (data: Buffer) => {
      times += data;
    });
    child.stderr.on("data", (data: Buffer) => {
      log = (log + data).slice(-4000);
    });
    const watch = new MemoryWatch(child.pid!);
    child.on("error", reject);
    child.on("close", (code) => {
      const wall = (performance.now() - start) / 1000;
      const memory = watch.stop();
      if (code !== 0) {
        reject(new Error(`${program} ${args.join(" ")} ended with ${code}:\n${log}`));
        return;
      }
      resolve({ wall, cpu: childSeconds(times), ...(memory === undefined ? {} : { memory }) });
    });
  });
}

/**
 * Returns the CPU time of a shell's children in seconds. `times` prints a line with the shell's own
 * user and system time, then one with its children's: `0m1.250s 0m0.110s`.
 */
function childSeconds(times: string): number {
  const [, children = ""] = times.trim().split("\n");
  const parts = [...children.matchAll(/(?<minutes>\d+)m(?<seconds>[\d.,]+)s/gu)];
  return parts.reduce(
    (sum, { groups }) =>
      sum + Number(groups?.minutes) * 60 + Number(groups?.seconds?.replace(",", ".")),
    0,
  );
}

/**
 * Samples the memory of a tree of processes every 20 ms. The kernel keeps the peak of each process,
 * so a short one between two samples counts too.
 */
class MemoryWatch {
  #peak = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(shell: number) {
    this.#timer = setInterval(() => {
      let now = 0;
      for (const pid of descendants(shell)) {
        const status = readProc(`/proc/${pid}/status`);
        now += kilobytes(status, "VmRSS");
        this.#peak = Math.max(this.#peak, kilobytes(status, "VmHWM"));
      }
      this.#peak = Math.max(this.#peak, now);
    }, 20);
  }

  /** Ends the watch and returns the peak in MB. */
  stop(): number | undefined {
    clearInterval(this.#timer);
    return this.#peak === 0 ? undefined : (this.#peak * 1024) / 1e6;
  }
}

function descendants(pid: number): number[] {
  let threads: string[];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return threads
    .flatMap((thread) => readProc(`/proc/${pid}/task/${thread}/children`).trim().split(" "))
    .filter((child) => child !== "")
    .flatMap((child) => [Number(child), ...descendants(Number(child))]);
}

/** Reads a file of /proc; empty for a process that has just ended. */
function readProc(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function kilobytes(status: string, key: string): number {
  return Number(new RegExp(`^${key}:\\s+(\\d+) kB`, "mu").exec(status)?.[1] ?? 0);
}
