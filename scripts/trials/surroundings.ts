import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, projectFolder } from "../../src/cache/project.ts";
import { hashOfParts } from "../../src/cache/short-hash.ts";
import { Random } from "../../src/work/random.ts";
import { writeCorpus } from "../bench/corpus.ts";
import { siteFiles } from "../bench/site-files.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/** Whether a site depends on nothing but its content, the day and the code. */
export const trial: Trial = {
  what: "Builds from nothing in other surroundings: zone, language, cores, memory, rights, path; one manifest",
  usual: surroundings().length,
  run: (wish) => buildIn(someOf(surroundings(), wish), wish),
  // The day is no surrounding: a site of another day differs.
  control: (wish) => buildIn([{ name: "the day", now: "2012-01-01" }], wish),
};

/** What is unusual where a build runs. */
type Surrounding = {
  readonly name: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Words before the command. */
  readonly before?: readonly string[];
  /** Options of Node. */
  readonly node?: readonly string[];
  /** The folder that it all lies in. */
  readonly folder?: string;
  readonly now?: string;
};

function surroundings(): Surrounding[] {
  return [
    ...["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "Europe/Berlin"].map(
      (zone) => ({ name: `zone ${zone}`, env: { TZ: zone } }),
    ),
    ...["tr_TR.UTF-8", "de_DE.UTF-8", "C"].map((language) => ({
      name: `language ${language}`,
      env: { LC_ALL: language, LANG: language },
    })),
    { name: "one core", before: ["taskset", "-c", "0"] },
    { name: "little memory", node: ["--max-old-space-size=256"] },
    { name: "other rights of new files", before: ["sh", "-c", 'umask 077; exec "$0" "$@"'] },
    { name: "a path with spaces, marks and signs", folder: "Đảng bộ Khối #1 & 50% [mới]" },
    { name: "a long path", folder: join(...Array.from({ length: 10 }, () => "thư-mục-rất-dài")) },
    { name: "neither home nor git", env: { HOME: "/nonexistent", PATH: "/nonexistent" } },
  ];
}

/** Chooses as many as are wanted, others with another seed. */
function someOf(all: readonly Surrounding[], { count, seed }: TrialWish): Surrounding[] {
  return count < all.length ? new Random(seed).pickSome(all, count) : [...all];
}

const usualDay = "2026-06-30";

async function buildIn(all: readonly Surrounding[], wish: TrialWish): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-surroundings-"));
  try {
    const first = await manifest(folder, { name: "as usual" }, wish);
    const failed: string[] = [];
    for (const one of all) {
      const found = await manifest(folder, one, wish);
      if (found !== first) failed.push(`${one.name}: ${found}, as usual ${first}`);
    }
    return { tried: all.length, failed, figures: { manifests: new Set(failed).size + 1 } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds a made-up office in some surroundings, and returns a hash of all files of its site. */
async function manifest(
  folder: string,
  { name, env = {}, before = [], node = [], folder: own = name, now = usualDay }: Surrounding,
  { seed }: TrialWish,
): Promise<string> {
  const place = join(folder, own);
  const [content, output, cache] = ["content", "_site", ".cache"].map((one) => join(place, one));
  await mkdir(content!, { recursive: true });
  await writeCorpus(content!, 20 + (seed % 10), 2);
  const [program, ...args] = [
    ...before,
    process.execPath,
    ...node,
    inProject("scripts/ban-tin.js"),
    ...["build", "--content", content!, "--output", output!, "--cache", cache!, "--now", now],
  ];
  const failure = await new Promise<string | undefined>((resolve) => {
    const options = { cwd: projectFolder, env: { ...process.env, ...env } };
    execFile(program!, args, options, (error, stdout, stderr) =>
      resolve(error === null ? undefined : `it ended with ${error.code}: ${stdout}${stderr}`),
    );
  });
  if (failure !== undefined) return failure;
  const names = [...(await siteFiles(output!)).keys()].toSorted();
  const parts = names.flatMap((path) => [path, readFileSync(join(output!, path), "base64")]);
  await rm(place, { recursive: true, force: true });
  return hashOfParts(parts);
}
