import { type ChildProcess, fork, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { Random } from "../../../src/work/random.ts";
import { runProgram } from "../../running.ts";
import { edits, filesOf, newOffice, type Office } from "./office.ts";

/*
 * Holds builds to their promise: whatever has happened before, the output is byte for byte that of
 * a build from nothing. An office is edited step by step; after each step it is built into the old
 * output with the old cache, and once more from nothing.
 */

/** One thing that happens: its name, and the seed of the chance in it. */
export type Step = { readonly name: string; readonly seed: number };

type Workshop = {
  readonly folder: string;
  readonly office: Office;
  readonly content: string;
  readonly output: string;
  readonly cache: string;
};

/** Everything that can happen besides edits of the content. */
const mishaps: Readonly<Record<string, (shop: Workshop, random: Random) => void | Promise<void>>> =
  {
    "nothing at all": () => {},
    "the cache is deleted": ({ cache }) => rmSync(cache, { recursive: true, force: true }),
    "a part of the cache is deleted": ({ cache }, random) => {
      const names = existsSync(cache) ? readdirSync(cache) : [];
      for (const name of random.pickSome(names, 1))
        rmSync(join(cache, name), { recursive: true, force: true });
    },
    "a file of the cache is deleted": ({ cache }, random) => {
      for (const path of random.pickSome(filesBelow(cache), 1)) rmSync(path);
    },
    "a file of the cache is cut off": ({ cache }, random) => {
      for (const path of random.pickSome(filesBelow(cache), 2))
        truncateSync(path, Math.floor(lstatSync(path).size * random.fraction()));
    },
    "a file of the cache becomes rubbish": ({ cache }, random) => {
      for (const path of random.pickSome(filesBelow(cache), 2)) {
        const bytes = readFileSync(path);
        bytes.fill(random.whole(0, 255), Math.floor(bytes.length * random.fraction()));
        writeFileSync(path, bytes);
      }
    },
    "something is added to a file of the cache": ({ cache }, random) => {
      for (const path of random.pickSome(filesBelow(cache), 1)) appendFileSync(path, "rác\n");
    },
    "the cache of earlier comes back": ({ cache, folder }) => {
      const kept = join(folder, "cache-of-earlier");
      if (existsSync(kept)) {
        rmSync(cache, { recursive: true, force: true });
        cpSync(kept, cache, { recursive: true });
        rmSync(kept, { recursive: true });
      } else if (existsSync(cache)) cpSync(cache, kept, { recursive: true });
    },
    "the cache of another site is put there": async (shop, random) => {
      const other = newOffice(random.whole(1, 99));
      const content = join(shop.folder, "other");
      await writeOffice(other, content);
      rmSync(shop.cache, { recursive: true, force: true });
      // Built as on another machine, into an output folder of the same name.
      const output = join(shop.folder, "other-machine/_site");
      await build({ content, output, cache: shop.cache, drafts: true, today: other.today }, "a");
      rmSync(join(shop.folder, "other-machine"), { recursive: true, force: true });
      rmSync(content, { recursive: true, force: true });
    },
    "the site is deleted": ({ output }) => rmSync(output, { recursive: true, force: true }),
    "a file of the site is deleted": ({ output }, random) => {
      for (const path of random.pickSome(filesBelow(output), 1)) rmSync(path);
    },
    "a file of the site is edited by hand": ({ output }, random) => {
      for (const path of random.pickSome(filesBelow(output), 2)) appendFileSync(path, "x");
    },
    "a stranger's files lie in the site": ({ output }, random) => {
      if (!existsSync(output)) return;
      writeFileSync(join(output, `la-${random.whole(1, 9)}.html`), "lạ");
      mkdirSync(join(output, "la", "sau"), { recursive: true });
      writeFileSync(join(output, "la", "sau", "index.html"), "lạ");
    },
    "the site was copied, so that all its times are new": ({ output, folder }) => {
      if (!existsSync(output)) return;
      cpSync(output, join(folder, "copy"), { recursive: true });
      rmSync(output, { recursive: true });
      cpSync(join(folder, "copy"), output, { recursive: true });
      rmSync(join(folder, "copy"), { recursive: true });
    },
    "the content is checked out anew": ({ content }) => {
      const now = new Date();
      for (const path of filesBelow(content)) utimesSync(path, now, now);
    },
    "the content is committed to git": ({ content }) => {
      git(content, "init", "-q");
      git(content, "add", "-A");
      git(content, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "x");
    },
    "some of the content is staged": ({ content }) => {
      if (existsSync(join(content, ".git"))) git(content, "add", "2024");
    },
    "git is gone": ({ content }) => rmSync(join(content, ".git"), { recursive: true, force: true }),
    "a build is killed while it writes": (shop, random) =>
      killBuild(shop, random, (pages) => `writeFile ${random.whole(1, pages)} ${shop.output}`),
    "a build is killed while it moves files into the site": (shop, random) =>
      killBuild(shop, random, (pages) => `rename ${random.whole(1, pages)} ${shop.output}`),
    // Killed before it keeps the first card, or the list of what is in the output.
    "a build is killed while it keeps something": (shop, random) =>
      killBuild(shop, random, () => `rename 1 ${join(shop.cache, random.pick(["the", "trang"]))}`),
    "two sites are built with one cache at once": async (shop) => {
      const second = join(shop.folder, "second");
      const options = optionsOf(shop);
      await Promise.all([
        build(options, shop.office.code),
        build({ ...options, output: second }, shop.office.code),
      ]);
      rmSync(second, { recursive: true, force: true });
    },
    "two builds write one site at once": async (shop) => {
      const { code } = shop.office;
      const answers = await Promise.all([
        build(optionsOf(shop), code),
        build(optionsOf(shop), code, "second"),
      ]);
      // One that comes while the other is writing is told to wait; nothing else may go wrong.
      const wrong = answers.filter(({ failed, isRefusal }) => failed !== undefined && !isRefusal);
      if (wrong.length > 0 || answers.every(({ failed }) => failed !== undefined))
        throw new Error(`Two builds at once: ${JSON.stringify(answers)}`);
    },
  };

export const stepNames: readonly string[] = [...Object.keys(edits), ...Object.keys(mishaps)];

/** Takes an office through steps. Returns the first fault and its step; undefined for none. */
export async function firstFault(
  seed: number,
  steps: readonly Step[],
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  const shop: Workshop = {
    folder,
    office: newOffice(seed),
    content: join(folder, "content"),
    output: join(folder, "_site"),
    cache: join(folder, "cache"),
  };
  // Only inside a repository may a list of units be shared.
  mkdirSync(join(folder, ".git"));
  try {
    for (const { name, seed: own } of [{ name: "nothing at all", seed: 0 }, ...steps]) {
      const random = new Random(own);
      edits[name]?.(shop.office, random);
      await writeOffice(shop.office, shop.content);
      await mishaps[name]?.(shop, random);
      const fault = await faultOf(shop);
      if (fault !== undefined) return `after “${name}”: ${fault}`;
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function faultOf(shop: Workshop): Promise<string | undefined> {
  const { output, folder, office } = shop;
  const clean = join(folder, "clean");
  const before = snapshot(output);
  const built = await build(optionsOf(shop), office.code);
  const after = snapshot(output);
  const wanted = await build(
    { ...optionsOf(shop), output: join(clean, "_site"), cache: join(clean, "cache") },
    office.code,
  );
  const target = snapshot(join(clean, "_site"));
  rmSync(clean, { recursive: true, force: true });
  if (built.failed || wanted.failed) return `a build failed: ${built.stack ?? wanted.stack}`;
  if (JSON.stringify(built.problems) !== JSON.stringify(wanted.problems))
    return `other problems: ${JSON.stringify(built.problems)} instead of ${JSON.stringify(wanted.problems)}`;
  const beside = readdirSync(folder).filter((name) => name.startsWith("_site."));
  if (beside.length > 0) return `left beside the site: ${beside}`;
  if (built.kind === "faulty")
    return before.size > 0 && after.size < before.size
      ? "files of the old site are gone"
      : undefined;
  return differenceOf(after, target) ?? rewrittenOf(before, after);
}

type File = { readonly bytes: Buffer; readonly time: bigint };

function differenceOf(
  found: ReadonlyMap<string, File>,
  wanted: ReadonlyMap<string, File>,
): string | undefined {
  for (const path of found.keys()) if (!wanted.has(path)) return `${path} is left over`;
  for (const [path, { bytes }] of wanted) {
    const own = found.get(path);
    if (own === undefined) return `${path} is missing`;
    if (!own.bytes.equals(bytes)) return `${path} differs: ${excerpt(own.bytes, bytes)}`;
  }
  return undefined;
}

function excerpt(found: Buffer, wanted: Buffer): string {
  let at = 0;
  while (found[at] === wanted[at]) at += 1;
  const around = (bytes: Buffer) =>
    JSON.stringify(bytes.toString("utf8", Math.max(0, at - 60), at + 60));
  return `${around(found)} instead of ${around(wanted)}`;
}

/** Finds a file that was written again with the same bytes, which rsync would send again. */
function rewrittenOf(
  before: ReadonlyMap<string, File>,
  after: ReadonlyMap<string, File>,
): string | undefined {
  for (const [path, { bytes, time }] of after) {
    const old = before.get(path);
    if (old?.bytes.equals(bytes) && old.time !== time) return `${path} was written again`;
  }
  return undefined;
}

function snapshot(folder: string): Map<string, File> {
  return new Map(
    filesBelow(folder).map((path) => [
      path.slice(folder.length + 1),
      { bytes: readFileSync(path), time: lstatSync(path, { bigint: true }).mtimeNs },
    ]),
  );
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(".git"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Writes only what has changed, as an editor would. */
async function writeOffice(office: Office, content: string): Promise<void> {
  const wanted = filesOf(office);
  const code = join(content, "../layouts");
  for (const path of filesBelow(content)) {
    if (!wanted.has(path.slice(content.length + 1))) rmSync(path);
  }
  if (basename(content) === "content" && office.layouts === 0)
    rmSync(code, { recursive: true, force: true });
  for (const [name, text] of wanted) {
    const path = join(content, name);
    const bytes = typeof text === "number" ? await drawing(text) : Buffer.from(text);
    if (existsSync(path) && readFileSync(path).equals(bytes)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

const drawings = new Map<number, Buffer>();

async function drawing(number: number): Promise<Buffer> {
  let bytes = drawings.get(number);
  if (bytes === undefined) {
    const background = { r: number * 60, g: 90, b: 120 };
    bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer();
    drawings.set(number, bytes);
  }
  return bytes;
}

/**
 * Begins a build that has every page to write, and kills it.
 *
 * @param placeOf returns the step that the build is killed before, as `kill-at.ts` takes it, for a
 *   site of that number of pages
 */
async function killBuild(
  shop: Workshop,
  random: Random,
  placeOf: (pages: number) => string,
): Promise<void> {
  const { office, content, output, cache } = shop;
  office.site = { ...office.site, name: `Bản tin ${random.whole(1, 999_999)}` };
  await writeOffice(office, content);
  const pages = filesBelow(output).filter((path) => path.endsWith(".html")).length;
  const place = placeOf(Math.max(1, pages));
  const preload = pathToFileURL(join(import.meta.dirname, "kill-at.ts")).href;
  const { signal, status, stdout, stderr } = await runProgram(
    process.execPath,
    [
      ...["--import", preload, join(codeFolder(office.code), "scripts/build.ts")],
      ...["--content", content, "--output", output, "--cache", cache],
      ...["--now", office.today, ...(office.drafts ? ["--drafts"] : [])],
    ],
    { env: { ...process.env, KILL_AT: place } },
  );
  // A build of content that has errors ends before it has anything to write.
  if (signal !== "SIGKILL" && status !== 1)
    throw new Error(`Nobody came to “${place}”: ${stdout}${stderr}`);
}

function optionsOf({ content, output, cache, office }: Workshop) {
  return { content, output, cache, drafts: office.drafts, today: office.today };
}

function git(folder: string, ...args: string[]): void {
  spawnSync("git", args, { cwd: folder });
}

type Answer = {
  readonly problems?: readonly object[];
  readonly kind?: "written" | "unchanged" | "faulty";
  readonly failed?: string;
  readonly isRefusal?: boolean;
  readonly stack?: string;
};

const project = join(import.meta.dirname, "../../..");
const copies = mkdtempSync(join(tmpdir(), "ban-tin-code-"));
process.on("exit", () => rmSync(copies, { recursive: true, force: true }));
const workers = new Map<string, Promise<(options: object) => Promise<Answer>>>();

/** Builds with one of the two versions of the code, in the first or second process that has it. */
async function build(
  options: object,
  code: "a" | "b",
  process: "first" | "second" = "first",
): Promise<Answer> {
  const name = `${code} ${process}`;
  let worker = workers.get(name);
  if (worker === undefined) {
    worker = startWorker(codeFolder(code));
    workers.set(name, worker);
  }
  return (await worker)(options);
}

/**
 * Returns the folder of a copy of the project. Version b differs in a view, in the stylesheet and
 * in the rendering of Markdown.
 */
function codeFolder(code: "a" | "b"): string {
  // Both are copied at once, because the code may be edited while a long test runs.
  for (const one of ["a", "b"] as const) if (!existsSync(join(copies, one))) copyCode(one);
  return join(copies, code);
}

function copyCode(code: "a" | "b"): void {
  const folder = join(copies, code);
  mkdirSync(folder);
  for (const name of [
    "src",
    "layouts",
    "browser",
    "scripts",
    ".eleventy.ts",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ])
    cpSync(join(project, name), join(folder, name), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  if (code === "b") {
    appendFileSync(join(folder, "layouts/assets/style.css"), "\n.moi { color: #123; }\n");
    replaceIn(join(folder, "layouts/author.ts"), "Tác giả của", "Người viết của");
    replaceIn(join(folder, "browser/search/search.ts"), "Xem thêm kết quả", "Xem tiếp kết quả");
    replaceIn(
      join(folder, "src/body/markdown.ts"),
      'aria-label="Bảng"',
      'aria-label="Bảng số liệu"',
    );
  }
}

function replaceIn(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} no longer holds ${from}`);
  writeFileSync(path, text.replace(from, to));
}

async function startWorker(root: string): Promise<(options: object) => Promise<Answer>> {
  const child: ChildProcess = fork(join(import.meta.dirname, "build-worker.ts"), [root], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [],
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let next = 0;
  await new Promise((resolve) => child.once("message", resolve));
  child.on("message", ({ id, ...answer }: Answer & { readonly id: number }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  child.unref();
  child.channel?.unref();
  return (options) =>
    new Promise((resolve) => {
      next += 1;
      waiting.set(next, resolve);
      child.send({ id: next, options });
    });
}
