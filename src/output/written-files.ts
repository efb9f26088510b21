import { joinedTable, type PathTable, type Rows, rowStart, tableOf } from "./path-table.ts";

/** A file of the output as a build left it. */
export type WrittenFile = {
  /** A hash of what it was made from; for a page, its page key. */
  readonly key: string;
  /** A hash of its bytes. */
  readonly sum: string;
  readonly size: number;
  mtimeMs: number;
};

/* A row: size, time, key and sum. Of folders there is only the time. */
const numberSize = 8;
/** Half as many as a hash has digits. */
const hashSize = 10;
const timeAt = rowStart + numberSize;
const keyAt = timeAt + numberSize;
const sumAt = keyAt + hashSize;
const fileWidth = sumAt + hashSize;
const folderWidth = rowStart + numberSize;

/** Makes the rows of some files. Throws when a key or a sum is no hash of ours. */
export const fileTable = (files: readonly (readonly [string, WrittenFile])[]): PathTable =>
  tableOf(fileWidth, files, (rows, at, { key, sum, size, mtimeMs }) => {
    let end = rows.writeDoubleLE(size, at);
    end = rows.writeDoubleLE(mtimeMs, end);
    for (const hash of [key, sum]) {
      const isWhole = rows.write(hash, end, hashSize, "hex") === hashSize;
      if (!isWhole || hash.length !== 2 * hashSize) throw new Error(`No hash: ${hash}`);
      end += hashSize;
    }
  });

/** Puts parts of tables of files together. */
export const joinedFiles = (parts: readonly Rows[]): PathTable => joinedTable(fileWidth, parts);

/** Returns what is known of the file in a row. */
export function fileAt({ rows }: PathTable, row: number): WrittenFile {
  const at = row * fileWidth;
  return {
    key: rows.toString("hex", at + keyAt, at + sumAt),
    sum: rows.toString("hex", at + sumAt, at + fileWidth),
    size: sizeAt(rows, row),
    mtimeMs: fileTimeAt(rows, row),
  };
}

/** Returns the size of the file in a row, without the rest that is known of it. */
export const sizeAt = (rows: Buffer, row: number): number =>
  rows.readDoubleLE(row * fileWidth + rowStart);
/** Returns the time (mtime, ms) of the file in a row. */
export const fileTimeAt = (rows: Buffer, row: number): number =>
  rows.readDoubleLE(row * fileWidth + timeAt);

/** Returns true for a file that was copied: its key is the hash of its bytes. No page has such. */
export function isCopied({ rows }: PathTable, row: number): boolean {
  const at = row * fileWidth;
  const [key, sum] = [at + keyAt, at + sumAt];
  return rows.compare(rows, sum, sum + hashSize, key, key + hashSize) === 0;
}

/**
 * Makes the rows of some folders: when something was last put into each or taken out of it (mtime,
 * ms). The path "" is the output itself.
 */
export const folderTable = (folders: readonly (readonly [string, number])[]): PathTable =>
  tableOf(folderWidth, folders, (rows, at, time) => {
    rows.writeDoubleLE(time, at);
  });

/** Puts parts of tables of folders together. */
export const joinedFolders = (parts: readonly Rows[]): PathTable => joinedTable(folderWidth, parts);

/** Returns the time (mtime, ms) of the folder in a row. */
export const folderTimeAt = (rows: Buffer, row: number): number =>
  rows.readDoubleLE(row * folderWidth + rowStart);
