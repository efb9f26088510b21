import { statfsSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { chartOf } from "./bench/chart.ts";
import { corpusArticle } from "./bench/corpus.ts";
import { measureDaily } from "./bench/daily.ts";
import { type Measured, measure } from "./bench/measure.ts";
import { type Peer, peers } from "./bench/peers.ts";
import { measureReading } from "./bench/readers.ts";
import {
  type Bench,
  benchText,
  type Case,
  cases,
  type Daily,
  median,
  type Profile,
  type Reading,
  type Result,
} from "./bench/results.ts";
import {
  addressesIn,
  differenceText,
  filesTouched,
  type SiteFiles,
  siteFiles,
} from "./bench/site-files.ts";

/*
 * Builds sites of several sizes with Bản tin and with other generators. They take turns over
 * several rounds, so that other load on the machine affects all alike. Then it measures the check,
 * the preview and what readers wait for, prints tables, and writes all figures and a chart.
 */
const usage = `Usage: npm run bench -- [options]

  --sizes 1000,10000   numbers of articles (default: 1000,10000,40000,100000)
  --rounds 3           how often each is built (default: 3, but once from 40000 articles on)
  --daily              the check and the preview alone, at 1000 and 10000 articles
  --readers            what readers wait for alone, by Lighthouse, at 1000 articles
  --quick              300 and 1000 articles, once: some minutes
  --out FOLDER         where bench.json, bench.md and bench.svg go (default: .cache/bench)
  --help
`;

const [ours] = peers;

/** Most articles for the check and the preview: no writer previews more on their own machine. */
const mostDaily = 10_000;

type Part = "builds" | "daily" | "readers";

async function bench(
  sizes: readonly number[],
  rounds: number,
  parts: ReadonlySet<Part>,
): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-bench-"));
  const results: Result[] = [];
  const profiles: Profile[] = [];
  const daily: Daily[] = [];
  const readings: Reading[] = [];
  try {
    for (const articles of parts.has("builds") ? sizes : []) {
      const here = peers.filter((peer) => peer.version() !== undefined && articles <= peer.most);
      const runs: Run[] = [];
      const sites = new Map<Peer, ReadonlySet<string>>();
      for (let round = 1; round <= (articles < 40_000 ? rounds : 1); round += 1) {
        for (const peer of here) {
          const own = join(folder, `${articles}-${round}-${peers.indexOf(peer)}`);
          const { found, addresses } = await runAll(peer, own, articles, round);
          runs.push(...found);
          sites.set(peer, addresses);
          const difference = differenceText(sites.get(ours)!, addresses);
          if (difference !== undefined) throw new Error(`The site of ${peer.name} ${difference}.`);
          if (peer === ours && round === 1)
            profiles.push(await profileOf(join(own, "out"), articles));
          await rm(own, { recursive: true, force: true });
        }
      }
      results.push(...mediansOf(runs, articles));
    }
    for (const articles of parts.has("daily") ? sizes.filter((count) => count <= mostDaily) : []) {
      const all: Daily[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        const own = join(folder, `daily-${articles}-${round}`);
        all.push(...(await measureDaily(ours!, own, articles)));
        await rm(own, { recursive: true, force: true });
      }
      for (const [what, same] of Map.groupBy(all, (one) => one.what))
        daily.push({ articles, what, seconds: median(same.map(({ seconds }) => seconds)) });
    }
    if (parts.has("readers")) {
      const articles = Math.min(...sizes);
      readings.push(...(await measureReading(ours!, join(folder, "readers"), articles, rounds)));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const versions = peers.map((peer) => ({ name: peer.name, version: peer.version() }));
  return {
    day: new Date().toISOString().slice(0, 10),
    machine: machine(),
    rounds,
    versions,
    results,
    profiles,
    daily,
    readings,
  };
}

type Run = Measured & {
  readonly peer: Peer;
  readonly what: Case;
  readonly touched: number;
  readonly files: number;
};

/**
 * Runs and measures all cases with one generator, one after the other. Returns a run for each, and
 * the addresses of the site.
 */
async function runAll(peer: Peer, folder: string, articles: number, round: number) {
  const out = join(folder, "out");
  await mkdir(out, { recursive: true });
  await peer.prepare(folder, articles);
  const found: Run[] = [];
  let before: SiteFiles = new Map();
  let addresses = new Set<string>();
  for (const what of cases) {
    // Where every build is like the first, three more of a large site would show nothing new.
    if (what !== "cold" && !peer.isIncremental && articles > 10_000) break;
    if (what === "pages" && peer !== ours) break;
    await change(peer, folder, articles, what);
    if (what === "pages") {
      for (const name of ["site", "cache/bai", "cache/trang"])
        await rm(join(out, name), { recursive: true, force: true });
      before = new Map();
    }
    const measured = await measure(peer.build(folder, out));
    const after = await siteFiles(join(out, "site"));
    const touched = filesTouched(before, after);
    console.error(
      `${articles} articles, round ${round}, ${peer.name}, ${what}: ${measured.wall.toFixed(2)} s`,
    );
    found.push({ ...measured, peer, what, touched, files: after.size });
    before = after;
    if (what === "cold") {
      addresses = addressesIn(after);
      if (peer === ours) await keepProfile(out);
    }
  }
  return { found, addresses };
}

/** Keeps the profile of the first build, because the next builds overwrite the file. */
async function keepProfile(out: string): Promise<void> {
  await writeFile(join(out, "cold.json"), await readFile(join(out, "profile.json")));
}

async function profileOf(out: string, articles: number): Promise<Profile> {
  const { wall, cpu, phases } = JSON.parse(await readFile(join(out, "cold.json"), "utf8"));
  return { articles, wall, cpu, phases };
}

/** Edits the content for a case: changes an article in the middle, or adds one. */
async function change(peer: Peer, folder: string, articles: number, what: Case): Promise<void> {
  if (what === "edited") {
    const { path } = peer.fileOf(corpusArticle(articles >> 1));
    await appendFile(join(folder, path), "\nMột câu viết thêm.\n");
  }
  if (what === "added") {
    const { path, text } = peer.fileOf(corpusArticle(articles));
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

function mediansOf(runs: readonly Run[], articles: number): Result[] {
  return [...Map.groupBy(runs, ({ peer, what }) => `${peer.name} ${what}`).values()].map((same) => {
    const { peer, what, touched, files } = same[0]!;
    const memory = same.flatMap((run) => run.memory ?? []);
    return {
      peer: peer.name,
      articles,
      what,
      touched,
      files,
      wall: median(same.map(({ wall }) => wall)),
      cpu: median(same.map(({ cpu }) => cpu)),
      ...(memory.length > 0 ? { memory: median(memory) } : {}),
    };
  });
}

/** The type by which Linux marks a file system in memory (statfs(2)). */
const TMPFS_MAGIC = 0x0102_1994;

function machine(): string {
  const cores = cpus();
  const files = statfsSync(tmpdir()).type === TMPFS_MAGIC ? ", files in memory" : "";
  return `${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}${files}`;
}

/** Reads the command line; undefined when it cannot be understood. */
function readArgs() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: "boolean", default: false },
        daily: { type: "boolean", default: false },
        readers: { type: "boolean", default: false },
        sizes: { type: "string" },
        rounds: { type: "string" },
        out: { type: "string", default: ".cache/bench" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const alone = (["daily", "readers"] as const).filter((part) => values[part]);
    const parts = new Set<Part>(alone.length > 0 ? alone : ["builds", "daily", "readers"]);
    const many = parts.has("builds") ? "1000,10000,40000,100000" : "1000,10000";
    const all = values.quick ? "300,1000" : many;
    const sizes = (values.sizes ?? all).split(",").map(Number);
    const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
    const areCounts = [...sizes, rounds].every((value) => Number.isInteger(value) && value > 0);
    const { out, help: isHelp } = values;
    return areCounts ? { sizes, rounds, out, parts, isHelp } : undefined;
  } catch {
    return undefined;
  }
}

const args = readArgs();
if (args === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else if (args.isHelp) console.log(usage);
else {
  const result = await bench(args.sizes, args.rounds, args.parts);
  const text = benchText(result);
  console.log(text);
  const hasBuilds = args.parts.has("builds");
  for (const peer of hasBuilds ? peers : []) {
    if (peer.version() === undefined)
      console.log(`${peer.name} is not on this machine: not compared. ${peer.install ?? ""}`);
  }
  await mkdir(args.out, { recursive: true });
  await writeFile(join(args.out, "bench.json"), `${JSON.stringify(result, undefined, 2)}\n`);
  await writeFile(join(args.out, "bench.md"), `${text}\n`);
  if (hasBuilds) await writeFile(join(args.out, "bench.svg"), chartOf(result));
  console.log(`\nAll figures and a chart: ${args.out}`);
}
