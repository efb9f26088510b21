import { appendFileSync, closeSync, fstatSync, openSync, readSync } from "node:fs";
import { appendFile, writeFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { makeFile } from "../cache/move-into.ts";
import {
  articleOf,
  type Block,
  blockOf,
  columns,
  type ReadText,
  type StoredArticle,
} from "./stored-article.ts";

/*
 * The log of stored articles, to which each build appends blocks. A block begins with a line that
 * has its CRC-32 checksum and the lengths of its columns, in bytes; then come the columns, each a
 * list in JSON. From the first block that is not whole on, nothing is believed.
 */

/** Articles in a block. Read as one block, a large log would be in memory three times over. */
const rowsInBlock = 1_000;

export type Log = {
  /** By path; of two rows of one file the later one counts. */
  readonly articles: Map<string, StoredArticle>;
  /** How many rows it has, with those that a later one replaces. */
  readonly rows: number;
  /** False when something at its end is cut off or damaged. */
  readonly isWhole: boolean;
};

/** Reads a log. A missing log counts as empty and whole. */
export function readLog(path: string, readText: ReadText): Log {
  const articles = new Map<string, StoredArticle>();
  let fd: number;
  try {
    fd = openSync(path, "r");
  } catch {
    return { articles, rows: 0, isWhole: true };
  }
  try {
    const { size } = fstatSync(fd);
    let rows = 0;
    let at = 0;
    while (at < size) {
      const found = blockAt(fd, at, size);
      if (found === undefined) break;
      const { block } = found;
      const paths = block.column(pathColumn) as string[];
      for (const [row, path] of paths.entries())
        articles.set(path, articleOf(block, row, readText));
      rows += paths.length;
      at = found.end;
    }
    return { articles, rows, isWhole: at === size };
  } finally {
    closeSync(fd);
  }
}

const pathColumn = columns.indexOf("path");

/** Reads the block at a place of a log that has some bytes; undefined unless it is whole. */
function blockAt(
  fd: number,
  at: number,
  fileEnd: number,
): { block: Block; end: number } | undefined {
  const head = bytesAt(fd, at, longestHead).toString("latin1");
  const [line, sum, sizes] = /^(\d{1,10}) (\d{1,10}(?: \d{1,10})*)\n/u.exec(head) ?? [];
  if (line === undefined || sizes === undefined) return undefined;
  let end = at + line.length;
  let ownSum = crc32(sizes);
  const left: (Buffer | undefined)[] = sizes.split(" ").map((size) => {
    // A damaged length may be of gigabytes.
    const bytes = bytesAt(fd, end, Math.max(0, Math.min(Number(size), fileEnd - end)));
    end += Number(size);
    ownSum = crc32(bytes, ownSum);
    return bytes;
  });
  if (ownSum !== Number(sum)) return undefined;
  const block = blockOf((column) => {
    const values = JSON.parse(left[column]!.toString());
    // What has been read is in memory no second time.
    left[column] = undefined;
    return values;
  });
  return { block, end };
}

/** In bytes; enough for the lengths of all columns. */
const longestHead = 11 * (columns.length + 1);

/** Reads some bytes of a file; fewer where it ends. */
function bytesAt(fd: number, at: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  while (end < size) {
    const read = readSync(fd, bytes, end, size - end, at + end);
    if (read === 0) break;
    end += read;
  }
  return bytes.subarray(0, end);
}

/** Appends articles to a log. */
export function appendToLog(path: string, articles: readonly StoredArticle[]): void {
  for (const block of blocksOf(articles)) appendFileSync(path, block);
}

/** Replaces a log by one of these articles only. */
export async function replaceLog(path: string, articles: readonly StoredArticle[]): Promise<void> {
  await makeFile(path, async (beside) => {
    await writeFile(beside, "");
    for (const block of blocksOf(articles)) await appendFile(beside, block);
  });
}

function* blocksOf(articles: readonly StoredArticle[]): Generator<Buffer> {
  for (let at = 0; at < articles.length; at += rowsInBlock) {
    const rows = articles.slice(at, at + rowsInBlock);
    const parts = columns.map((column) =>
      Buffer.from(JSON.stringify(rows.map((article) => article[column]))),
    );
    const sizes = parts.map(({ length }) => length).join(" ");
    const sum = parts.reduce((before, part) => crc32(part, before), crc32(sizes));
    yield Buffer.concat([Buffer.from(`${sum} ${sizes}\n`), ...parts]);
  }
}
