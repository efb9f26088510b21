import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { blobId } from "../cache/blob-id.ts";
import { maxMarks, maxTextBytes } from "../limits.ts";
import { fileStart, type Problem, placeAt, problem } from "../problems/problem.ts";
import { compose, stackedMarks } from "../text/compose.ts";

/** A text file of content/, as it came from the disk but in NFC and with `\n` line ends. */
export type SourceFile = { readonly path: string; readonly text: string };

/** A text file that was found and not read yet: thousands of them need not be in memory at once. */
export type FoundFile = { readonly path: string; readonly realPath: string };

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a text file into NFC with `\n` line ends; `file` is missing when that cannot be done.
 * Synchronous, because for thousands of small files promises cost more time than the disk.
 */
export function readText({ path, realPath }: FoundFile): {
  /** The git blob id of the bytes; empty for a file that is too large to be read. */
  id: string;
  file?: SourceFile;
  problems: Problem[];
} {
  const file = openSync(realPath, "r");
  try {
    const bytes = readBytes(file);
    if (bytes !== undefined) return { id: blobId(bytes), ...decodeText(path, bytes) };
    const size = String(Math.ceil(fstatSync(file).size / 1000));
    return { id: "", problems: [problem("file-too-large", fileStart(path), { size })] };
  } finally {
    closeSync(file);
  }
}

/** One byte more than a text may have. */
const buffer = new Uint8Array(maxTextBytes + 1);

/**
 * Reads an open file into the buffer of this thread, where its bytes are until the next one is
 * read; undefined for a file that is too large. To ask for sizes first would be half of the work.
 */
function readBytes(file: number): Uint8Array | undefined {
  let size = 0;
  for (;;) {
    const count = readSync(file, buffer, size, buffer.length - size, null);
    if (count === 0) return buffer.subarray(0, size);
    size += count;
    if (size === buffer.length) return undefined;
  }
}

/** Turns the bytes of a file into text in NFC with `\n` line ends. */
export function decodeText(
  path: string,
  bytes: Uint8Array,
): { file?: SourceFile; problems: Problem[] } {
  let raw: string;
  try {
    raw = utf8.decode(bytes);
  } catch {
    return { problems: [problem("not-utf8", fileStart(path))] };
  }
  const text = raw.includes("\r") ? raw.replaceAll(/\r\n?/gu, "\n") : raw;
  const stacked = stackedMarks(text);
  if (stacked !== -1) {
    const place = placeAt(path, text, stacked);
    return { problems: [problem("too-many-marks", place, { most: String(maxMarks) })] };
  }
  const composed = compose(text);
  if (composed === text) return { file: { path, text }, problems: [] };
  const place = placeAt(path, text, firstDifference(text, composed));
  return { file: { path, text: composed }, problems: [problem("not-nfc", place)] };
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return at;
}
