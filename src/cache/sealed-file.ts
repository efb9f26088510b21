import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { makeFile } from "./move-into.ts";

/*
 * Files of the cache with a seal: the first line is the CRC-32 checksum of the rest, so that a file
 * that was cut off or damaged counts as missing. In most of them the rest is JSON.
 */

/** Reads the value of such a file; undefined when the file is missing or damaged. */
export function readSealed(path: string): unknown {
  try {
    const body = bodyOf(readFileSync(path));
    return body && JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Writes a value as such a file, whole or not at all. */
export function writeSealed(path: string, value: unknown): Promise<void> {
  return writeBody(path, [Buffer.from(JSON.stringify(value))]);
}

/** A value, and what is too much to be kept as JSON. */
export type WithBytes = { readonly value: unknown; readonly columns: readonly Buffer[] };

/**
 * Reads a file of a value and columns of bytes; undefined when the file is missing or damaged.
 * Threads share the bytes without a copy.
 */
export function readSealedBytes(path: string): WithBytes | undefined {
  try {
    const body = bodyOf(readShared(path));
    if (body === undefined) return undefined;
    let at = body.indexOf("\n") + 1;
    const { value, lengths }: Head = JSON.parse(body.toString("utf8", 0, at));
    const columns = lengths.map((length) => {
      at += length;
      return body.subarray(at - length, at);
    });
    return { value, columns };
  } catch {
    return undefined;
  }
}

/** Writes a value and columns of bytes as such a file, whole or not at all. */
export function writeSealedBytes(path: string, { value, columns }: WithBytes): Promise<void> {
  const head: Head = { value, lengths: columns.map(({ length }) => length) };
  return writeBody(path, [Buffer.from(`${JSON.stringify(head)}\n`), ...columns]);
}

type Head = { readonly value: unknown; readonly lengths: readonly number[] };

/** Returns what is behind the seal; undefined when that is not what was sealed. */
function bodyOf(bytes: Buffer): Buffer | undefined {
  const end = bytes.indexOf("\n");
  const body = bytes.subarray(end + 1);
  return bytes.toString("latin1", 0, end) === String(crc32(body)) ? body : undefined;
}

async function writeBody(path: string, body: readonly Buffer[]): Promise<void> {
  const seal = body.reduce((sum, part) => crc32(part, sum), 0);
  await makeFile(path, (beside) => writeFile(beside, [Buffer.from(`${seal}\n`), ...body]));
}

function readShared(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.from(new SharedArrayBuffer(fstatSync(file).size));
    readSync(file, bytes, 0, bytes.length, 0);
    return bytes;
  } finally {
    closeSync(file);
  }
}
