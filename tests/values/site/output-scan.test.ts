import { lstatSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { beginScan } from "../../../src/output/output-scan.ts";
import { noState } from "../../../src/output/output-state.ts";
import { pathOf } from "../../../src/output/path-table.ts";
import { fileTable, folderTable } from "../../../src/output/written-files.ts";
import { folderOf, writeFiles } from "../../content.ts";

/** Writes some files in folders of ten, and returns them with what a build would know of them. */
function built(count: number) {
  const paths = Array.from({ length: count }, (_, at) => `${Math.floor(at / 10)}/bài-${at}.html`);
  const site = folderOf(Object.fromEntries(paths.map((path) => [path, path])));
  const timeOf = (path: string) => lstatSync(join(site, path)).mtimeMs;
  const files = fileTable(
    paths.map((path) => {
      const { size, mtimeMs } = lstatSync(join(site, path));
      return [path, { key: "0".repeat(20), sum: "1".repeat(20), size, mtimeMs }] as const;
    }),
  );
  const inside = new Set(paths.map((path) => path.slice(0, path.indexOf("/"))));
  const folders = folderTable(["", ...inside].map((path) => [path, timeOf(path)] as const));
  return { site, files, folders };
}

describe.each([
  ["on one thread", 60],
  ["on several threads", 4_500],
])("an output that is looked at %s", (_name, count) => {
  it("is as it was built", async () => {
    const { site, ...known } = built(count);
    const found = await beginScan(site, known)();
    expect(found).toEqual({ damaged: [], foreign: [], folders: [] });
  });

  it("shows what was changed, taken out and put in", async () => {
    const { site, ...known } = built(count);
    writeFiles(site, { "0/bài-3.html": "longer than it was before" });
    utimesSync(join(site, "1/bài-11.html"), 1, 1);
    rmSync(join(site, "2/bài-20.html"));
    rmSync(join(site, "3/bài-30.html"));
    symlinkSync("bài-31.html", join(site, "3/bài-30.html"));
    rmSync(join(site, "4"), { recursive: true });
    writeFiles(site, { "5/mine.txt": "", "5/folder/mine.txt": "", "top.txt": "" });
    const { damaged, foreign, folders } = await beginScan(site, known)();
    const inFour = Array.from({ length: 10 }, (_, at) => `4/bài-${40 + at}.html`);
    expect(new Set(damaged.map((row) => pathOf(known.files, row)))).toEqual(
      new Set(["0/bài-3.html", "1/bài-11.html", "2/bài-20.html", "3/bài-30.html", ...inFour]),
    );
    expect(new Set(foreign)).toEqual(
      new Set(["5/mine.txt", "5/folder/mine.txt", "5/folder/", "top.txt"]),
    );
    expect(foreign.indexOf("5/folder/")).toBeGreaterThan(foreign.indexOf("5/folder/mine.txt"));
    expect(new Set(folders)).toEqual(new Set(["", "2", "3", "5"]));
  });
});

it("everything in an output of which nothing is known is foreign", async () => {
  const { site } = built(11);
  const { damaged, foreign } = await beginScan(site, noState)();
  expect(damaged).toEqual([]);
  expect(foreign).toHaveLength(13);
});
