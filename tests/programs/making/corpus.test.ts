import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corpusArticle, corpusUnits, writeCorpus } from "../../../scripts/bench/corpus.ts";
import { parseDay } from "../../../src/day.ts";
import { loadContent } from "../../../src/load.ts";
import { temporaryFolder } from "../../content.ts";

const count = 400;
const directory = await mkdtemp(join(tmpdir(), "ban-tin-corpus-"));
beforeAll(() => writeCorpus(join(directory, "large"), count, 2));
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Reads the files below a folder: path → content. */
async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length + 1), await readFile(path));
  }
  return files;
}

describe("the corpus for measurements", () => {
  it("has as many articles and pictures as were asked for, and no problem, not even a warning", async () => {
    const content = await loadContent({
      content: join(directory, "large"),
      cache: temporaryFolder(),
      drafts: false,
      today: parseDay("2025-01-01")!,
    });
    expect(content.problems).toEqual([]);
    expect(new Set(content.published.map(({ url }) => url)).size).toBe(count);
    expect(content.pictures.length).toBe(2);
  });

  it("has articles of about four kilobytes", async () => {
    const files = [...(await filesOf(join(directory, "large")))];
    const articles = files.filter(([path]) => path.endsWith(".md"));
    const bytes = articles.reduce((sum, [, text]) => sum + text.byteLength, 0) / articles.length;
    expect(bytes).toBeGreaterThan(3800);
    expect(bytes).toBeLessThan(4300);
  });

  it("has 40 tags, 300 units, 60 authors and 15 years, and awards in one article of five, sessions in one of four", () => {
    const heads = Array.from({ length: 3000 }, (_, number) => corpusArticle(number).head);
    expect(new Set(heads.flatMap(({ tags }) => tags)).size).toBe(40);
    expect(new Set(heads.flatMap(({ author }) => author)).size).toBe(60);
    expect(new Set(heads.map(({ unit }) => unit)).size).toBe(300);
    expect(new Set(corpusUnits.map(({ name }) => name)).size).toBe(300);
    expect(new Set(heads.map(({ date }) => date.slice(0, 7))).size).toBe(15 * 12);
    const awarded = heads.filter(({ awards }) => awards !== undefined).length / heads.length;
    expect(awarded).toBeGreaterThan(0.17);
    expect(awarded).toBeLessThan(0.23);
    const met = heads.filter(({ event }) => event !== undefined).length / heads.length;
    expect(met).toBeGreaterThan(0.22);
    expect(met).toBeLessThan(0.28);
  });

  it("begins with the very bytes of a smaller one", async () => {
    await writeCorpus(join(directory, "small"), 40, 2);
    const [small, large] = await Promise.all(
      ["small", "large"].map((name) => filesOf(join(directory, name))),
    );
    expect(small?.size).toBe(40 + 2 + 4);
    for (const [path, bytes] of small ?? []) expect(large?.get(path), path).toEqual(bytes);
  });
});
