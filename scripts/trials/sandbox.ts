import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { inProject, projectFolder } from "../../src/cache/project.ts";
import { writeCorpus } from "../bench/corpus.ts";
import { siteFiles } from "../bench/site-files.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/**
 * Whether the command of SECURITY.md builds and checks with no more rights than it says and without
 * a network, and whether these rights hold.
 */
export const trial: Trial = {
  what: "Build and check in the sandbox of SECURITY.md: same bytes as outside, and attempts to read, write or reach what is outside",
  usual: 200,
  run: (wish) => inFolder((place) => tryBoth(place, wish)),
  // Without the sandbox every attempt succeeds.
  control: () =>
    inFolder((place) => tryEscapes(place, (code) => [process.execPath, "-e", code], escapes)),
};

/** Where a trial takes place: nothing in it may be read but `content`, nor written but `home`. */
type Place = {
  readonly folder: string;
  readonly content: string;
  readonly home: string;
  /** A port of this machine at which somebody listens. */
  readonly port: number;
};

async function inFolder(work: (place: Place) => Promise<Tally>): Promise<Tally> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "ban-tin-sandbox-")));
  const listener = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
  await once(listener, "listening");
  try {
    const [content, home] = [join(folder, "content"), join(folder, "home")];
    for (const one of [content, home]) await mkdir(one);
    await writeFile(join(folder, "secret"), "secret");
    return await work({ folder, content, home, port: (listener.address() as AddressInfo).port });
  } finally {
    listener.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryBoth(place: Place, { count }: TrialWish): Promise<Tally> {
  const { folder, content, home } = place;
  await writeCorpus(content, count, Math.ceil(count / 50));
  const given = ["--content", content, "--now", "2026-06-30"];
  const outside = join(folder, "outside");
  const out = (name: string) => [
    ...["--output", join(outside, name)],
    ...["--cache", join(outside, ".cache")],
  ];
  const program = (command: string, ...more: string[]) =>
    runIn(place, [process.execPath, inProject("scripts/ban-tin.js"), command, ...given, ...more]);
  const builder = await sandbox("build", place);
  const checker = await sandbox("check", place);

  const failed: string[] = [];
  const expectSame = (what: string, inside: unknown, expected: unknown) => {
    if (inside !== expected) failed.push(`${what}: ${inside}, outside ${expected}`);
  };
  const built = await runIn(place, [...builder.command, ...given]);
  expectSame(
    "the exit code of a build",
    built.status,
    (await program("build", ...out("site"))).status,
  );
  const [inner, outer] = [join(home, "ban-tin/_site"), join(outside, "site")];
  const [files, expected] = await Promise.all([siteFiles(inner), siteFiles(outer)]);
  if (files.size === 0) failed.push(`Nothing was built: ${built.text}`);
  const names = new Set([...files.keys(), ...expected.keys()]);
  for (const name of names) {
    const isSame =
      files.has(name) &&
      expected.has(name) &&
      readFileSync(join(inner, name)).equals(readFileSync(join(outer, name)));
    if (!isSame) failed.push(`differs: ${name}`);
  }

  await writeFile(join(content, "2024-hong.md"), "---\ntitle: x\n---\n");
  const checked = await runIn(place, [...checker.command, ...given]);
  const report = await program("check", "--cache", join(outside, ".cache"));
  expectSame("what a check says", checked.text, report.text);

  const ofBuild = await tryEscapes(place, builder.running, builder.isAlone ? escapes : ofFiles);
  const ofCheck = await tryEscapes(place, checker.running, { ...ofFiles, ...ofProcesses });
  return {
    tried: names.size + 2 + ofBuild.tried + ofCheck.tried,
    failed: [...failed, ...ofBuild.failed, ...ofCheck.failed],
    figures: { files: names.size, network: builder.isAlone ? "none" : "not taken away here" },
  };
}

type Sandbox = {
  /** The command of SECURITY.md, to which options may be added. */
  readonly command: readonly string[];
  /** Returns the command that runs some code with the same rights. */
  readonly running: (code: string) => readonly string[];
  /** Whether it has no network; not every system lets a program give it up. */
  readonly isAlone: boolean;
};

/** Reads the command of a name from SECURITY.md, and lets it read the office of the trial too. */
async function sandbox(name: "build" | "check", { content, home }: Place): Promise<Sandbox> {
  const blocks = readFileSync(inProject("SECURITY.md"), "utf8").matchAll(/```sh\n(.*?)```/gsu);
  const lines = Array.from(blocks, ([, block]) =>
    block!.replaceAll("\\\n", " ").split("\n"),
  ).flat();
  const line = lines.find(
    (one) => one.includes(`--permission`) && one.includes(`ban-tin.js ${name}`),
  );
  if (line === undefined) throw new Error(`SECURITY.md names no sandbox for ${name}.`);
  const words = line
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll('"', "").replace("$PWD", projectFolder).replace("$HOME", home));
  await mkdir(join(home, "ban-tin"), { recursive: true });
  // Packages may be elsewhere, by a symbolic link.
  const packages = await realpath(inProject("node_modules"));
  // Beside its content an office may have code of its own, which a build looks for.
  const office = ["layouts", "package.json"].map((name) => join(dirname(content), name));
  const elsewhere = packages.startsWith(projectFolder + sep) ? [] : [packages];
  const readable = [content, ...office, ...elsewhere];
  const at = words.indexOf("--permission");
  const rights = words.toSpliced(at + 1, 0, ...readable.map((path) => `--allow-fs-read=${path}`));
  const alone = rights.slice(
    0,
    rights.findIndex((word) => word.endsWith("/node")),
  );
  const canBeAlone = alone.length > 0 && (await runProgram([...alone, "true"])).status === 0;
  const command = canBeAlone ? rights : rights.slice(alone.length);
  const script = command.indexOf("scripts/ban-tin.js");
  return {
    command,
    running: (code) => [...command.slice(0, script), "-e", code],
    isAlone: canBeAlone,
  };
}

type Escape = (place: Place) => string;

/** Code that ends well when it gets at something outside. */
const ofFiles: Readonly<Record<string, Escape>> = {
  "reads a file outside": ({ folder }) => `fs.readFileSync("${folder}/secret")`,
  "lists a folder outside": ({ folder }) => `fs.readdirSync("${folder}")`,
  "follows a link outside": ({ folder, home }) =>
    `fs.symlinkSync("${folder}/secret", "${home}/link"); fs.readFileSync("${home}/link")`,
  "writes a file outside": ({ folder }) => `fs.writeFileSync("${folder}/written", "")`,
  "writes into the content": ({ content }) => `fs.writeFileSync("${content}/written.md", "")`,
};
const ofNetwork: Readonly<Record<string, Escape>> = {
  "reaches a server": ({ port }) => connecting(port),
  "reaches a server by another process": ({ port }) =>
    `process.exitCode = child_process.spawnSync("sh", ["-c", "exec \\"$0\\" -e \\"$1\\"", process.execPath, ${JSON.stringify(connecting(port))}], { env: {} }).status`,
};
const ofProcesses: Readonly<Record<string, Escape>> = {
  "starts a process": () => `process.exitCode = child_process.spawnSync("true").status`,
  "starts a thread": () => `new worker_threads.Worker("", { eval: true })`,
};
const escapes = { ...ofFiles, ...ofNetwork };

function connecting(port: number): string {
  return `require('net').connect(${port}, '127.0.0.1').on('error', () => process.exit(1)).on('connect', () => process.exit(0))`;
}

async function tryEscapes(
  place: Place,
  running: (code: string) => readonly string[],
  attempts: Readonly<Record<string, Escape>>,
): Promise<Tally> {
  const failed: string[] = [];
  for (const [what, code] of Object.entries(attempts)) {
    const { status } = await runIn(place, running(code(place)));
    if (status === 0) failed.push(`${what}: ${running("…").join(" ")}`);
  }
  return { tried: Object.keys(attempts).length, failed };
}

type Ran = { readonly status: number; readonly text: string };

/** Runs a command in the folder of the project; its home is that of the trial. */
function runIn({ home }: Place, command: readonly string[]): Promise<Ran> {
  return runProgram(command, { ...process.env, HOME: home });
}

function runProgram([program, ...args]: readonly string[], env = process.env): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program!, args, { cwd: projectFolder, env }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ status, text: stdout + stderr });
    });
  });
}
