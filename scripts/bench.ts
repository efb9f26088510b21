import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type Measured, measure } from "./bench/measure.ts";
import { type Peer, peers } from "./bench/peers.ts";

/**
 * Builds sites of several sizes from nothing, with us and with others, in turn and several times
 * over, so that whatever else the machine does hits all alike. Prints a table and writes all figures.
 */
const usage =
  "Usage: node scripts/bench.ts [--quick] [--sizes 1000,10000] [--rounds 3] [--json FILE]";

/** Medians of the rounds. */
type Result = Measured & {
  readonly peer: string;
  readonly articles: number;
  readonly files: number;
  readonly pages: number;
  readonly rounds: readonly Measured[];
};

async function bench(sizes: readonly number[], rounds: number): Promise<Result[]> {
  const here = peers.filter((peer) => peer.version() !== undefined);
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-bench-"));
  try {
    const results: Result[] = [];
    for (const articles of sizes) {
      const folderOf = (peer: Peer) => join(folder, String(articles), String(peers.indexOf(peer)));
      for (const peer of here) {
        await mkdir(folderOf(peer), { recursive: true });
        await peer.prepare(folderOf(peer), articles);
      }
      const runs = new Map<Peer, Measured[]>(here.map((peer) => [peer, []]));
      const written = new Map<Peer, { files: number; pages: number }>();
      for (let round = 1; round <= rounds; round += 1) {
        for (const peer of here) {
          // Always a new folder, and nothing is deleted before the end: for a minute ext4 looks twice at
          // each inode that was freed, which makes a build after a deletion several times as slow.
          const out = join(folderOf(peer), `out-${round}`);
          await mkdir(out);
          const run = await measure(peer.build(folderOf(peer), out));
          console.error(
            `${articles} articles, round ${round}, ${peer.name}: ${run.wall.toFixed(2)} s`,
          );
          runs.get(peer)!.push(run);
          written.set(peer, await countFiles(join(out, "site"), peer));
        }
      }
      for (const peer of here) {
        const { files, pages } = written.get(peer)!;
        // Whoever leaves articles out is fast for the wrong reason.
        if (pages < articles) throw new Error(`${peer.name} wrote only ${pages} pages.`);
        results.push({
          peer: peer.name,
          articles,
          files,
          pages,
          ...medians(runs.get(peer)!),
          rounds: runs.get(peer)!,
        });
      }
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function medians(runs: readonly Measured[]): Measured {
  const memory = runs.flatMap((run) => run.memory ?? []);
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    ...(memory.length > 0 ? { memory: median(memory) } : {}),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

async function countFiles(
  folder: string,
  { isPage = () => true }: Peer,
): Promise<{ files: number; pages: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pages = files.filter((path) => path.endsWith(".html") && isPage(path));
  return { files: files.length, pages: pages.length };
}

function table(results: readonly Result[]): string {
  const [ours] = peers;
  const rows = results.map((result) => {
    const own = results.find(
      ({ peer, articles }) => peer === ours.name && articles === result.articles,
    )!;
    return [
      String(result.articles),
      result.peer,
      `${result.wall.toFixed(2)} s`,
      `${((result.wall / result.articles) * 1000).toFixed(2)} ms`,
      `${((result.wall / result.pages) * 1000).toFixed(2)} ms`,
      `${result.cpu.toFixed(2)} s`,
      result.memory === undefined ? "–" : `${Math.round(result.memory)} MB`,
      String(result.pages),
      String(result.files),
      result === own ? "" : (own.wall / result.wall).toFixed(2),
    ];
  });
  const head = [
    "articles",
    "generator",
    "time",
    "per article",
    "per page",
    "CPU",
    "memory",
    "pages",
    "files",
    `${ours.name} takes … times as long`,
  ];
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function machine(): string {
  const cores = cpus();
  return `${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`;
}

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    sizes: { type: "string" },
    rounds: { type: "string" },
    json: { type: "string", default: ".cache/bench.json" },
  },
});
const sizes = (values.sizes ?? (values.quick ? "300" : "1000,10000,40000")).split(",").map(Number);
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
if (![...sizes, rounds].every((value) => Number.isInteger(value) && value > 0)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const versions = peers.map((peer) => ({ name: peer.name, version: peer.version() }));
  const results = await bench(sizes, rounds);
  console.log(`Cold builds, medians of ${rounds}, on ${machine()}.\n\n${table(results)}\n`);
  for (const { name, version } of versions)
    console.log(
      version === undefined
        ? `${name} is not on this machine: not compared.`
        : `${name}: ${version}`,
    );
  await mkdir(dirname(values.json), { recursive: true });
  await writeFile(
    values.json,
    `${JSON.stringify({ machine: machine(), rounds, versions, results }, undefined, 2)}\n`,
  );
  console.log(`All figures: ${values.json}`);
}
