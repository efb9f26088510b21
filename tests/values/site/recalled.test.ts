import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { recalledFrom } from "../../../src/cache/recalled.ts";
import { temporaryFolder } from "../../content.ts";

/** Recalls some values, and returns the names of those that had to be made. */
async function madeBy(path: string, sources: string, ...names: readonly string[]) {
  const { recall, save } = recalledFrom(path, sources);
  const made: string[] = [];
  for (const name of names) {
    const value = recall(name, () => {
      made.push(name);
      return [name, sources];
    });
    expect(value).toEqual([name, sources]);
  }
  await save();
  return made;
}

it("a value is made once for the same sources", async () => {
  const path = join(temporaryFolder(), "nho.json");
  expect(await madeBy(path, "1", "a", "b")).toEqual(["a", "b"]);
  expect(await madeBy(path, "1", "a", "b", "c")).toEqual(["c"]);
  expect(await madeBy(path, "1", "a", "b", "c")).toEqual([]);
});

it("other sources have no value yet", async () => {
  const path = join(temporaryFolder(), "nho.json");
  await madeBy(path, "1", "a");
  expect(await madeBy(path, "2", "a")).toEqual(["a"]);
  expect(await madeBy(path, "1", "a")).toEqual(["a"]);
});

it("values that nobody asks for any more are kept no longer", async () => {
  const path = join(temporaryFolder(), "nho.json");
  await madeBy(path, "1", "a", "b");
  await madeBy(path, "1", "a", "c");
  expect(await madeBy(path, "1", "a", "b", "c")).toEqual(["b"]);
});

it("a damaged file counts as missing", async () => {
  const path = join(temporaryFolder(), "nho.json");
  await madeBy(path, "1", "a");
  appendFileSync(path, " ");
  expect(await madeBy(path, "1", "a")).toEqual(["a"]);
});
