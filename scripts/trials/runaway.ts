import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArticle } from "../../src/parse.ts";
import { type Report, reportOf } from "../../src/problems/problem.ts";
import { readReference } from "../../src/reference.ts";
import { kinds } from "./runaway/kinds.ts";
import type { Files } from "./runaway/making.ts";
import { type Cost, measuredCheck } from "./runaway/measured-check.ts";
import type { Tally, Trial } from "./trial.ts";

/** The largest file that is read. */
const bytes = 1_000_000;

const mostCpuSeconds = 5;
const mostMemoryMb = 1_000;
/** 50 problems of a file take up to 100 kB; of many files each has some, told by its whole path. */
const mostOutput = (paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + 1_500 + path.length, 200_000);

const names = Object.keys(kinds);

export const trial: Trial = {
  what: "Runaway input of 1 MB in `check`: it ends, within 5 s of CPU time and 1 GB, and says little",
  usual: names.length,
  async run({ count, seed }) {
    // Tests try a few kinds beside other work, so they must not depend on time.
    const isTimed = count >= names.length;
    const costs: (readonly [name: string, cost: Cost])[] = [];
    const failed: string[] = [];
    for (const name of sample(count, seed)) {
      const files = kinds[name]!(bytes);
      const cost = await checked(files);
      costs.push([name, cost]);
      for (const fault of faultsOf(cost, Object.keys(files), isTimed))
        failed.push(`${name}: ${fault}`);
    }
    return { tried: costs.length, failed, figures: figuresOf(costs) };
  },
  /** Prints every problem of a file, as the check did before it counted most of them. */
  async control() {
    const name = "body: document numbers";
    const reports = allReports(kinds[name]!(bytes));
    const printed = Buffer.byteLength(JSON.stringify(reports, null, 2));
    const failed = printed > mostOutput(["a.md"]) ? [`${name}: ${printed} bytes of output`] : [];
    return { tried: 1, failed } satisfies Tally;
  },
};

/** Returns some kinds, spread over the table. */
function sample(count: number, seed: number): string[] {
  const step = Math.max(1, Math.floor(names.length / count));
  return names.filter((_, at) => (at + seed) % step === 0).slice(0, count);
}

async function checked(files: Files): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-trial-"));
  try {
    const content = join(folder, "content");
    for (const [path, text] of Object.entries(files)) {
      const target = join(content, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    return await measuredCheck(content, join(folder, "cache"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultsOf(cost: Cost, paths: readonly string[], isTimed: boolean): string[] {
  const { cpuSeconds, memoryMb, outputBytes, exitCode } = cost;
  if (cpuSeconds === undefined || (exitCode !== 0 && exitCode !== 1))
    return [`died with exit code ${exitCode}`];
  return [
    ...(outputBytes > mostOutput(paths) ? [`${outputBytes} bytes of output`] : []),
    ...(isTimed && cpuSeconds > mostCpuSeconds ? [`${cpuSeconds} s`] : []),
    ...(isTimed && memoryMb > mostMemoryMb ? [`${memoryMb} MB`] : []),
  ];
}

function figuresOf(costs: readonly (readonly [string, Cost])[]): Tally["figures"] & object {
  const largest = (value: (cost: Cost) => number, unit: string) => {
    const [most] = costs.toSorted(([, a], [, b]) => value(b) - value(a));
    return most === undefined ? "" : `${Math.round(value(most[1]) * 10) / 10} ${unit} (${most[0]})`;
  };
  return {
    "largest CPU time": largest(({ cpuSeconds = 0 }) => cpuSeconds, "s"),
    "largest memory": largest(({ memoryMb }) => memoryMb, "MB"),
    "largest output": largest(({ outputBytes }) => outputBytes / 1000, "kB"),
  };
}

function allReports(files: Files): Report[] {
  const { reference } = readReference({ files: new Map(), pictures: new Set() });
  const { problems } = parseArticle({ path: "a.md", text: String(files["a.md"]) }, reference);
  return problems.map((found) => reportOf(found, "vi"));
}
