import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { makeFile } from "./move-into.ts";

/*
 * JSON files of the cache. The first line is the CRC-32 checksum of the rest, so that a file that
 * was cut off or damaged counts as missing.
 */

/** Reads the value of such a file; undefined when the file is missing or damaged. */
export function readSealed(path: string): unknown {
  try {
    const bytes = readFileSync(path);
    const lineEnd = bytes.indexOf("\n");
    const body = bytes.subarray(lineEnd + 1);
    if (bytes.toString("latin1", 0, lineEnd) !== String(crc32(body))) return undefined;
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Writes a value as such a file, whole or not at all. */
export async function writeSealed(path: string, value: unknown): Promise<void> {
  const body = Buffer.from(JSON.stringify(value));
  const bytes = Buffer.concat([Buffer.from(`${crc32(body)}\n`), body]);
  await makeFile(path, (beside) => writeFile(beside, bytes));
}
