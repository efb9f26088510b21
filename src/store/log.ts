import { appendFileSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { makeFile } from "../cache/move-into.ts";
import {
  articleOf,
  type Cells,
  cellsOf,
  type ReadText,
  type StoredArticle,
} from "./stored-article.ts";

/*
 * The log of stored articles, to which each build appends blocks of rows. A block begins with its
 * length and its checksum; from the first block that is not whole on, nothing is believed.
 */

/** Rows in a block. Read as one block, a large log would be in memory three times over. */
const rowsInBlock = 1_000;

export type Log = {
  /** By path; of two rows of one file the later one counts. */
  readonly articles: Map<string, StoredArticle>;
  /** False when something at its end is cut off or damaged. */
  readonly isWhole: boolean;
};

/** Reads a log. A missing log counts as empty and whole. */
export async function readLog(path: string, readText: ReadText): Promise<Log> {
  const articles = new Map<string, StoredArticle>();
  const log = await readFile(path).catch(() => Buffer.alloc(0));
  let at = 0;
  while (at < log.length) {
    const lineEnd = log.indexOf("\n", at);
    const head = log.toString("latin1", at, lineEnd === -1 ? at : lineEnd);
    const [, size, sum] = /^(\d{1,10}) (\d{1,10})$/u.exec(head) ?? [];
    const body = log.subarray(lineEnd + 1, lineEnd + 1 + Number(size));
    if (size === undefined || body.length !== Number(size) || crc32(body) !== Number(sum)) break;
    for (const cells of JSON.parse(body.toString()) as Cells[]) {
      const article = articleOf(cells, readText);
      articles.set(article.path, article);
    }
    at = lineEnd + 1 + body.length + 1;
  }
  return { articles, isWhole: at === log.length };
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

/**
 * Makes the blocks of some articles. Each begins with a line that has its length in bytes and its
 * CRC-32 checksum.
 */
function* blocksOf(articles: readonly StoredArticle[]): Generator<Buffer> {
  for (let at = 0; at < articles.length; at += rowsInBlock) {
    const rows = articles.slice(at, at + rowsInBlock).map(cellsOf);
    const body = Buffer.from(JSON.stringify(rows));
    yield Buffer.concat([Buffer.from(`${body.length} ${crc32(body)}\n`), body, Buffer.from("\n")]);
  }
}
