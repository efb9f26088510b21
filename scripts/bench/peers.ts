import { spawnSync } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { mapBounded } from "../../src/source.ts";
import { corpusArticle, corpusUnits, writeCorpus, yamlOf } from "../corpus.ts";
import type { Command } from "./measure.ts";

/** A generator that builds a site of the same articles. To measure another, add it to `peers`. */
export type Peer = {
  readonly name: string;
  /** Undefined when it is not on this machine; then it is left out, and the result says so. */
  readonly version: () => string | undefined;
  /** Writes what the peer builds from: its site and the first `count` articles of the corpus. */
  readonly prepare: (folder: string, count: number) => Promise<void>;
  /** A cold build in that folder: all that it writes goes below `out`, which is empty; the site to `out/site`. */
  readonly build: (folder: string, out: string) => Command;
  /** False for HTML files that only lead on to another address. */
  readonly isPage?: (path: string) => boolean;
};

const root = join(import.meta.dirname, "..", "..");

const banTin: Peer = {
  name: "Bản tin",
  version: () => `Node ${process.versions.node}`,
  prepare: (folder, count) => writeCorpus(join(folder, "content"), count),
  build: (folder, out) => ({
    program: process.execPath,
    args: [
      "scripts/build.ts",
      ...["--content", join(folder, "content")],
      ...["--output", join(out, "site")],
      ...["--cache", join(out, "cache")],
      ...["--now", "2025-01-01T00:00:00+07:00"],
    ],
    cwd: root,
  }),
};

/**
 * Hugo makes the pages that it has kinds for: articles, tags, units, authors, years, months, paged
 * lists of 20, feeds and a sitemap. It makes no pages of days and no register of awards, so it has
 * somewhat less to write than we have.
 */
const hugo: Peer = {
  name: "Hugo",
  version: () =>
    /v[\d.]+/u.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[0],
  async prepare(folder, count) {
    await cp(join(import.meta.dirname, "hugo"), folder, { recursive: true });
    const files = new Map<string, string>();
    for (let number = 0; number < count; number += 1) {
      const { path, head, body } = corpusArticle(number);
      const { unit, author, ...rest } = head;
      const [year = "", month = ""] = path.split("/");
      files.set(`${year}/_index.md`, `---\ntitle: "Năm ${year}"\n---\n`);
      files.set(
        `${year}/${month}/_index.md`,
        `---\ntitle: "Tháng ${Number(month)}/${year}"\n---\n`,
      );
      files.set(path, `---\n${yamlOf({ ...rest, units: [unit], authors: author })}---\n\n${body}`);
    }
    for (const { id, name } of corpusUnits)
      files.set(`units/${id}/_index.md`, `---\ntitle: ${JSON.stringify(name)}\n---\n`);
    await mapBounded([...files], 32, async ([path, text]) => {
      const file = join(folder, "content", path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    });
  },
  build: (folder, out) => ({
    program: "hugo",
    args: ["--quiet", "--destination", join(out, "site")],
    cwd: folder,
    env: { HUGO_CACHEDIR: join(out, "cache") },
  }),
  // The first page of every list a second time; this version of Hugo cannot leave it out.
  isPage: (path) => !path.endsWith("/trang/1/index.html"),
};

/** The first one is ours; the others are compared with it. */
export const peers: readonly [Peer, ...Peer[]] = [banTin, hugo];
