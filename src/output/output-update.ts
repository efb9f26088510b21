import { lstatSync, readFileSync } from "node:fs";
import { constants, copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { AssetFile } from "../assets/assets.ts";
import { CacheDamaged, expectWhole } from "../cache/cache.ts";
import type { GroupedPage, KeepGroup } from "../page.ts";
import { outputPath, urlOfOutput } from "../urls.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { sweepMemory } from "../work/memory.ts";
import { timed, timedEach } from "../work/timings.ts";
import { foldersOf, type OutputScan } from "./output-scan.ts";
import {
  type BuiltFacts,
  type OutputState,
  saveState,
  type WrittenFile,
  type WrittenGroup,
} from "./output-state.ts";
import type { Staging } from "./staging.ts";
import { type DrawnText, sameOnDisk, type TextFile } from "./text-files.ts";

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
  const last = before?.written();
  const known = last?.files ?? new Map<string, WrittenFile>();
  const broken = new Set(damaged);
  const strangers = new Set(foreign);
  const files = new Map<string, WrittenFile>();
  // New files, by path. Their times are known when they have been written.
  const moved = new Map<string, WrittenFile>();
  const groups = new Map<string, WrittenGroup>();
  const counts = noReasons();
  let why: Why | undefined;

  const intact = (path: string) => (broken.has(path) ? undefined : known.get(path));
  const isUnknown = (path: string) => broken.has(path) || strangers.has(path);
  const reasonFor = (path: string, key: string): DrawReason => {
    const file = known.get(path);
    if (file === undefined) return "new";
    if (broken.has(path)) return "damaged";
    if (before?.code !== code) return "code";
    return file.key === key ? "unchanged" : "sources";
  };
  const expectNew = (path: string) => {
    if (files.has(path)) throw new Error(`Two pages have the address ${urlOfOutput(path)}.`);
  };
  const unchangedGroup = (name: string, key: string): WrittenGroup | undefined => {
    const group = before?.code === code ? last?.groups.get(name) : undefined;
    return group?.key === key && group.paths.every(intact) ? group : undefined;
  };
  /** Returns true when the bytes are on the disk already; then the file stays as it is. */
  const isThere = (path: string, key: string, sum: string, bytes: () => Uint8Array): boolean => {
    const file = intact(path);
    const onDisk = () => (isUnknown(path) ? sameOnDisk(join(target, path), bytes) : undefined);
    const there = file ? (file.sum === sum ? file : undefined) : onDisk();
    if (there) files.set(path, { ...there, key, sum });
    return there !== undefined;
  };

  return {
    *texts(pages, onPage) {
      let some: DrawnText[] = [];
      let size = 0;
      let since = performance.now();
      const keep: KeepGroup = (name, key) => {
        const group = asked === undefined ? unchangedGroup(name, key) : undefined;
        if (group === undefined) {
          groups.set(name, { key, paths: [] });
          return undefined;
        }
        groups.set(name, group);
        return group.paths.map((path) => {
          expectNew(path);
          onPage();
          files.set(path, known.get(path)!);
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
        expectNew(path);
        // Of a part of a site no group is known.
        if (page.group !== undefined) groups.get(page.group)?.paths.push(path);
        const key = timed("keys", page.key);
        const reason = reasonFor(path, key);
        counts[reason] += 1;
        if (page.url === asked) why = { reason, kind: page.kind };
        if (reason === "unchanged") {
          files.set(path, known.get(path)!);
          continue;
        }
        const text = timed("draw", page.draw);
        // Keeps its place among all pages, so that those of a group are one after the other.
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
      if (what === "pages") for (const [name, group] of last?.groups ?? []) groups.set(name, group);
      for (const [path, file] of known) {
        // The key of a file that is copied is the hash of its bytes.
        const isFile = file.sum === file.key;
        if (
          isFile === (what === "files") &&
          !broken.has(path) &&
          !files.has(path) &&
          !moved.has(path)
        )
          files.set(path, file);
      }
    },
    folder: directory,
    async copy(all) {
      let damage: CacheDamaged | undefined;
      const copyOne = async ({ url, realPath, hash: key, kept }: AssetFile) => {
        const path = outputPath(url);
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
        moved.set(path, { key, sum: key, size: lstatSync(realPath).size, mtimeMs: 0 });
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
        files.set(path, file);
      }
      const gone = [...known.keys(), ...foreign].filter((path) => !files.has(path));
      await timed("publish", () => staging.publish({ moved: [...moved.keys()], removed: gone }));
      const touched = new Set(changedFolders);
      for (const path of [...moved.keys(), ...gone])
        for (const folder of foldersOf(path)) touched.add(folder);
      const folders = foldersIn(target, files, last?.folders, touched);
      const written = moved.size;
      const removed = gone.filter((path) => !path.endsWith("/")).length;
      const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
      // A build that only adds files has looked at no page.
      const pages = facts.pages ?? (counted || (before?.built.pages ?? 0));
      await saveState(statePath, { code, built: { ...facts, pages }, files, groups, folders });
      return { pages, reasons: counts, why, written, removed, unchanged: files.size - written };
    },
  };
}

/** Returns what a build did that found everything as it was. */
export function unchanged(state: OutputState, asked: string | undefined): Update {
  const { built, count } = state;
  const isPage = asked !== undefined && state.written().files.has(outputPath(asked));
  return {
    pages: built.pages,
    reasons: { ...noReasons(), unchanged: built.pages },
    why: isPage ? { reason: "unchanged", kind: "" } : undefined,
    written: 0,
    removed: 0,
    unchanged: count,
  };
}

function noReasons(): Record<DrawReason, number> {
  return { new: 0, sources: 0, code: 0, damaged: 0, unchanged: 0 };
}

/**
 * Returns the times (ms) of all folders of an output; looks only at those with a change in them.
 */
function foldersIn(
  target: string,
  files: ReadonlyMap<string, WrittenFile>,
  before: ReadonlyMap<string, number> | undefined,
  touched: ReadonlySet<string>,
): Map<string, number> {
  const folders = new Map<string, number>();
  const look = (folder: string) => {
    const known = touched.has(folder) ? undefined : before?.get(folder);
    folders.set(folder, known ?? lstatSync(join(target, folder)).mtimeMs);
  };
  look("");
  for (const path of files.keys()) {
    for (const folder of foldersOf(path)) {
      if (folders.has(folder)) break;
      look(folder);
    }
  }
  return folders;
}
