import { lstat, readFile, writeFile } from "node:fs/promises";
import { blobId } from "../../src/cache/blob-id.ts";
import { makeFile } from "../../src/cache/move-into.ts";
import { maxTextBytes } from "../../src/limits.ts";

/** A text file that is to be changed; its line ends and byte order mark are kept. */
export type TextFile = {
  /** With `\n` as line ends and without a byte order mark; letters are not normalized. */
  readonly text: string;
  /** Hash of the bytes of the file. */
  readonly version: string;
  /** Replaces the text of the file, as a whole or not at all. */
  readonly write: (text: string) => Promise<{ readonly version: string }>;
};

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads a text file; undefined for a file that is not UTF-8 text or too large for an article. */
export async function readTextFile(realPath: string): Promise<TextFile | undefined> {
  const found = await lstat(realPath);
  if (!found.isFile() || found.size > maxTextBytes) return undefined;
  const bytes = await readFile(realPath);
  let raw: string;
  try {
    raw = utf8.decode(bytes);
  } catch {
    return undefined;
  }
  const mark = raw.startsWith("\ufeff") ? "\ufeff" : "";
  const before = raw.slice(mark.length);
  return {
    text: before.replaceAll("\r\n", "\n"),
    version: blobId(bytes),
    async write(text) {
      const whole = Buffer.from(mark + inManner(before, text));
      await makeFile(realPath, (beside) =>
        writeFile(beside, whole, { mode: found.mode, flag: "wx" }),
      );
      return { version: blobId(whole) };
    },
  };
}

/**
 * Returns a text with the line ends of the one before. In a file with `\r\n`, unchanged lines at
 * the start and the end keep their own line ends, and those between get `\r\n`.
 */
function inManner(before: string, text: string): string {
  if (!before.includes("\r\n")) return text;
  const olds = before.split("\n");
  const news = text.split("\n");
  const isSame = (old: string | undefined, now: string | undefined) =>
    old !== undefined && now !== undefined && (old === now || old === `${now}\r`);
  const most = Math.min(olds.length, news.length);
  let start = 0;
  while (start < most && isSame(olds[start], news[start])) start += 1;
  let end = 0;
  while (end < most - start && isSame(olds.at(-1 - end), news.at(-1 - end))) end += 1;
  const between = news.slice(start, news.length - end).map((line) => `${line}\r`);
  // The last line has no end.
  if (end === 0 && between.length > 0) between.push(between.pop()!.slice(0, -1));
  return [...olds.slice(0, start), ...between, ...olds.slice(olds.length - end)].join("\n");
}
