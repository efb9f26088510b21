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
    return readSealedParts(path)?.[0]?.();
  } catch {
    return undefined;
  }
}

/** Writes a value as such a file, whole or not at all. */
export function writeSealed(path: string, value: unknown): Promise<void> {
  return writeSealedParts(path, [value]);
}

/**
 * Reads a file of several values, each of which is parsed when it is asked for; undefined when the
 * file is missing or damaged.
 */
export function readSealedParts(path: string): (() => unknown)[] | undefined {
  try {
    const bytes = readFileSync(path);
    let end = bytes.indexOf("\n");
    const body = bytes.subarray(end + 1);
    if (bytes.toString("latin1", 0, end) !== String(crc32(body))) return undefined;
    const parts: (() => unknown)[] = [];
    while (end < bytes.length) {
      const from = end + 1;
      end = bytes.indexOf("\n", from);
      if (end === -1) end = bytes.length;
      const part = bytes.subarray(from, end);
      parts.push(() => JSON.parse(part.toString()));
    }
    return parts;
  } catch {
    return undefined;
  }
}

/** Writes several values as such a file, each as a line of its own. */
export async function writeSealedParts(path: string, values: readonly unknown[]): Promise<void> {
  const body = Buffer.from(values.map((value) => JSON.stringify(value)).join("\n"));
  const bytes = Buffer.concat([Buffer.from(`${crc32(body)}\n`), body]);
  await makeFile(path, (beside) => writeFile(beside, bytes));
}
