import { lstatSync, readFileSync } from "node:fs";
import { constants, copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { AssetFile } from "../assets/assets.ts";
import { CacheDamaged, expectWhole } from "../cache/cache.ts";
import { shortHash } from "../cache/short-hash.ts";
import type { GroupedPage, KeepGroup } from "../page.ts";
import { outputPath, urlOfOutput } from "../urls.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { sweepMemory } from "../work/memory.ts";
import { timed, timedEach } from "../work/timings.ts";
import { nextFiles } from "./next-files.ts";
import { foldersAfter } from "./output-folders.ts";
import type { OutputScan } from "./output-scan.ts";
import { type BuiltFacts, noState, type OutputState, saveState } from "./output-state.ts";
import { pathsOf } from "./path-table.ts";
import type { Staging } from "./staging.ts";
import { type DrawnText, sameOnDisk, type TextFile } from "./text-files.ts";
import type { WrittenFile } from "./written-files.ts";

/*
 * What an output needs to become the site of now, and no more: a page is drawn when what it is made
 * from has changed, and written when its text has.
 */

/** What a build did to an output. */
export type Update = {
  /** How many pages the site has. */
  readonly pages: number;
  /** How many pages were drawn or were not, by the reason. */
  readonly reasons: Readonly<Record<DrawReason, number>>;
  /** Why the page that was asked about was drawn; undefined when there is no such page. */
  readonly why?: Why | undefined;
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
};

/**
 * Why a page was drawn, or was not. `sources`: what it is made from has changed. `code`: the
 * program has. `damaged`: its file was gone, or no longer as a build left it.
 */
export type DrawReason = "new" | "sources" | "code" | "damaged" | "unchanged";
export type Why = { readonly reason: DrawReason; readonly kind: string };

export type OutputUpdate = {
  /**
   * Draws the pages that need it, and yields some at a time. Groups of pages in which nothing
   * changed are not made, unless the caller asks about a page. Yields an empty list now and then,
   * so that other work need not wait until all are drawn.
   */
  readonly texts: (
    pages: (keep: KeepGroup) => Iterable<GroupedPage>,
    onPage: () => void,
  ) => Generator<readonly DrawnText[]>;
  /** Takes note of the files of such texts. */
  readonly accept: (written: readonly TextFile[]) => void;
  /**
   * Keeps what the last build left, either all pages or all files that are none, until a later
   * build makes them.
   */
  readonly keep: (what: "files" | "pages") => void;
  /**
   * Copies files that are not on the disk yet. Throws `CacheDamaged` when one was damaged in the
   * cache.
   */
  readonly copy: (files: readonly AssetFile[]) => Promise<void>;
  /** The folder to write texts into; each gets its place when all is finished. */
  readonly folder: string;
  /**
   * Puts everything in place, and writes down the state of the output. The number of pages is given
   * only where they were not drawn but copied.
   */
  readonly finish: (
    facts: Omit<BuiltFacts, "pages"> & Partial<Pick<BuiltFacts, "pages">>,
  ) => Promise<Update>;
};

/** Texts that were drawn are in memory until they are written. */
const textsAtOnce = 50;
const lettersAtOnce = 1_000_000;
/** In bytes. A smaller heap is not worth the time of a sweep. */
const smallHeap = 300_000_000;
/** After this time other work may have a turn. */
const turnMs = 30;

/** An output as a build finds it on the disk. */
export type OpenedOutput = {
  readonly staging: Staging;
  /** Undefined when nothing is known of what is there. */
  readonly known: OutputState | undefined;
  readonly scan: OutputScan;
  /** Where the next state is written. */
  readonly statePath: string;
};

/**
 * Begins to turn an output into the site of now.
 *
 * @param code a hash of the code that draws the pages, and of what else holds for all of them
 * @param asked the address of a page of which the caller wants to know why it is drawn
 */
export function updateOutput(
  { staging, known: before, scan, statePath }: OpenedOutput,
  code: string,
  asked?: string,
): OutputUpdate {
  const { target, directory } = staging;
  const { damaged, foreign, folders: changedFolders } = scan;
  const last = before ?? noState;
  const strangers = new Set(foreign);
  const files = nextFiles(last, damaged);
  // New files, by path. Their times are known when they have been written.
  const moved = new Map<string, WrittenFile>();
  const counts = noReasons();
  let why: Why | undefined;

  const intact = (path: string) => (files.isBroken(path) ? undefined : files.known(path));
  const isUnknown = (path: string) => files.isBroken(path) || strangers.has(path);
  const reasonFor = (path: string, key: string): DrawReason => {
    const file = files.known(path);
    if (file === undefined) return "new";
    if (files.isBroken(path)) return "damaged";
    if (before?.code !== code) return "code";
    return file.key === key ? "unchanged" : "sources";
  };
  /** Returns true when the bytes are on the disk already; then the file stays as it is. */
  const isThere = (path: string, key: string, sum: string, bytes: () => Uint8Array): boolean => {
    const file = intact(path);
    const onDisk = () => (isUnknown(path) ? sameOnDisk(join(target, path), bytes) : undefined);
    const there = file ? (file.sum === sum ? file : undefined) : onDisk();
    if (there && there === file && file.key === key) files.keep(path);
    else if (there) files.set(path, { ...there, key, sum });
    return there !== undefined;
  };

  return {
    *texts(pages, onPage) {
      let some: DrawnText[] = [];
      let size = 0;
      let since = performance.now();
      const keep: KeepGroup = (name, key) => {
        const mayKeep = asked === undefined && before?.code === code;
        const kept = mayKeep ? files.keepGroup(name, key) : undefined;
        if (kept === undefined) files.beginGroup(name, key);
        return kept?.map((path) => {
          onPage();
          counts.unchanged += 1;
          return urlOfOutput(path);
        });
      };
      for (const page of timedEach("pages", pages(keep))) {
        onPage();
        if (performance.now() - since > turnMs) {
          yield [];
          since = performance.now();
        }
        const path = outputPath(page.url);
        files.expectNew(path);
        // Of a part of a site no group is known.
        if (page.group !== undefined) files.addToGroup(page.group, path);
        const key = timed("keys", page.key);
        const reason = reasonFor(path, key);
        counts[reason] += 1;
        if (page.url === asked) why = { reason, kind: page.kind };
        if (reason === "unchanged") {
          files.keep(path);
          continue;
        }
        const text = timed("draw", page.draw);
        // Settled, so that a second page of this address is refused before this one is written.
        files.set(path, { key, sum: "", size: 0, mtimeMs: 0 });
        const found = isUnknown(path) ? join(target, path) : undefined;
        some.push({ path, key, text, known: intact(path), found });
        size += text.length;
        if (some.length < textsAtOnce && size < lettersAtOnce) continue;
        yield some;
        some = [];
        size = 0;
        sweepMemory(smallHeap);
      }
      if (some.length > 0) yield some;
    },
    accept(written) {
      for (const { path, isNew, ...file } of written) {
        files.set(path, file);
        if (isNew) moved.set(path, file);
      }
    },
    keep(what) {
      files.keepAll(what);
    },
    folder: directory,
    async copy(all) {
      let damage: CacheDamaged | undefined;
      const copyOne = async ({ url, realPath, hash, kept }: AssetFile) => {
        const path = outputPath(url);
        const key = shortHash(hash);
        // Only what is about to be used is looked through: that is little, and never the whole
        // cache.
        const bytes = () => {
          if (kept) expectWhole(realPath, kept.sum, kept.place);
          return readFileSync(realPath);
        };
        if (isThere(path, key, key, bytes)) return;
        if (kept) expectWhole(realPath, kept.sum, kept.place);
        const place = join(directory, path);
        await mkdir(dirname(place), { recursive: true });
        await copyFile(realPath, place, constants.COPYFILE_FICLONE);
        const file = { key, sum: key, size: lstatSync(realPath).size, mtimeMs: 0 };
        moved.set(path, file);
        files.set(path, file);
      };
      await mapBounded(all, 16, async (file) => {
        try {
          await copyOne(file);
        } catch (error) {
          const { kept } = file;
          const isGone = kept && (error as NodeJS.ErrnoException).code === "ENOENT";
          if (!(error instanceof CacheDamaged) && !isGone) throw error;
          // The others are looked at all the same, so that a build has to begin anew only once.
          damage = error instanceof CacheDamaged ? error : new CacheDamaged(kept!.place);
        }
      });
      if (damage) throw damage;
    },
    async finish(facts) {
      for (const [path, file] of moved) {
        const found = lstatSync(join(directory, path), { throwIfNoEntry: false });
        // As on a disk that is full.
        if (found?.size !== file.size)
          throw new Error(`A file is not whole (is the disk full?): ${path}`);
        file.mtimeMs = found.mtimeMs;
      }
      const strange = foreign.filter((path) => !files.has(path));
      const next = files.finish();
      const gone = [...next.gone, ...strange];
      await timed("publish", () => staging.publish({ moved: [...moved.keys()], removed: gone }));
      const folders = foldersAfter(target, last.folders, changedFolders, [...next.made, ...gone]);
      const written = moved.size;
      const removed = gone.filter((path) => !path.endsWith("/")).length;
      const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
      // A build that only adds files has looked at no page.
      const pages = facts.pages ?? (counted || (before?.built.pages ?? 0));
      const built = { ...facts, pages };
      await saveState(statePath, { code, built, files: next.files, groups: next.groups, folders });
      const unchanged = next.files.count - written;
      return { pages, reasons: counts, why, written, removed, unchanged };
    },
  };
}

/** Returns what a build did that found everything as it was. */
export function unchanged(state: OutputState, asked: string | undefined): Update {
  const { built, files } = state;
  const isPage = asked !== undefined && pathsOf(files).includes(outputPath(asked));
  return {
    pages: built.pages,
    reasons: { ...noReasons(), unchanged: built.pages },
    why: isPage ? { reason: "unchanged", kind: "" } : undefined,
    written: 0,
    removed: 0,
    unchanged: files.count,
  };
}

function noReasons(): Record<DrawReason, number> {
  return { new: 0, sources: 0, code: 0, damaged: 0, unchanged: 0 };
}
