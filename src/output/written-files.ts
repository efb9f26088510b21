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

export const fileTable = (files: readonly (readonly [string, WrittenFile])[]): PathTable =>
  tableOf(fileWidth, files, (rows, at, { key, sum, size, mtimeMs }) => {
    let end = rows.writeDoubleLE(size, at);
    end = rows.writeDoubleLE(mtimeMs, end);
    for (const hash of [key, sum]) {
      if (rows.write(hash, end, hashSize, "hex") !== hashSize) throw new Error(`No hash: ${hash}`);
      end += hashSize;
    }
  });

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

export const sizeAt = (rows: Buffer, row: number): number =>
  rows.readDoubleLE(row * fileWidth + rowStart);
export const fileTimeAt = (rows: Buffer, row: number): number =>
  rows.readDoubleLE(row * fileWidth + timeAt);

/** Returns true for a file that was copied: its key is the hash of its bytes. No page has such. */
export function isCopied({ rows }: PathTable, row: number): boolean {
  const at = row * fileWidth;
  const [key, sum] = [at + keyAt, at + sumAt];
  return rows.compare(rows, sum, sum + hashSize, key, key + hashSize) === 0;
}

/**
 * Folders and when something was last put into each or taken out of it (mtime, ms); "" is the
 * output itself.
 */
export const folderTable = (folders: readonly (readonly [string, number])[]): PathTable =>
  tableOf(folderWidth, folders, (rows, at, time) => {
    rows.writeDoubleLE(time, at);
  });

export const joinedFolders = (parts: readonly Rows[]): PathTable => joinedTable(folderWidth, parts);

export const folderTimeAt = (rows: Buffer, row: number): number =>
  rows.readDoubleLE(row * folderWidth + rowStart);
