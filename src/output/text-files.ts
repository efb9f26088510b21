import { lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { shortHash } from "../cache/short-hash.ts";
import type { WrittenFile } from "./written-files.ts";

/** A text that a view drew, and what is in the place of its file. */
export type DrawnText = {
  readonly path: string;
  readonly key: string;
  readonly text: string;
  /** The file that a build left there, if it is as it was left. */
  readonly known?: WrittenFile | undefined;
  /** Where a file is of which nothing is known; it may have the same bytes. */
  readonly found?: string | undefined;
};

/** The file of a text; `isNew` if it was written now. */
export type TextFile = WrittenFile & { readonly path: string; readonly isNew: boolean };

/**
 * Returns a function that finishes texts, and writes those whose bytes are not on the disk already.
 *
 * @param finish returns the text of a page from what its view drew
 */
export function textWriter(
  folder: string,
  finish: (drawn: string) => string,
): (texts: readonly DrawnText[]) => TextFile[] {
  // Nothing else makes or deletes folders there, so a look at each would be in vain.
  const made = new Set<string>();
  const write = (path: string, bytes: Uint8Array) => {
    const place = join(folder, path);
    const above = dirname(place);
    if (!made.has(above)) {
      mkdirSync(above, { recursive: true });
      made.add(above);
    }
    writeFileSync(place, bytes);
  };
  return (texts) =>
    texts.map(({ path, key, text, known, found }) => {
      const bytes = Buffer.from(finish(text));
      const sum = shortHash(bytes);
      const there = known?.sum === sum ? known : found ? sameOnDisk(found, () => bytes) : undefined;
      if (there) return { ...there, path, key, sum, isNew: false };
      write(path, bytes);
      return { path, key, sum, size: bytes.length, mtimeMs: 0, isNew: true };
    });
}

/**
 * Returns size and time of a file that has these bytes although nothing is known of it, because
 * the cache was lost; undefined when there is none.
 */
export function sameOnDisk(
  place: string,
  bytes: () => Uint8Array,
): Pick<WrittenFile, "size" | "mtimeMs"> | undefined {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found?.isFile()) return undefined;
  const wanted = bytes();
  if (found.size !== wanted.length || !readFileSync(place).equals(wanted)) return undefined;
  return { size: found.size, mtimeMs: found.mtimeMs };
}
