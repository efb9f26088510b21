import { createHash, hash } from "node:crypto";

/** Hexadecimal digits. With 20, two different contents get one name about once in 10²⁴ pairs. */
const length = 20;

/**
 * Returns a name for a content: the first hexadecimal digits of its SHA-256, for files, addresses
 * and comparison.
 */
export function shortHash(content: string | Uint8Array): string {
  return hash("sha256", content).slice(0, length);
}

/** In UTF-16 units. */
const atOnce = 32_768;

/**
 * Returns a name for a content in several parts: `ab` and `c` have another name than `a` and `bc`.
 */
export function hashOfParts(parts: Iterable<string | Uint8Array>): string {
  const hashing = createHash("sha256");
  // A call for each of 200,000 short parts would take longer than the hashing.
  let waiting = "";
  for (const part of parts) {
    waiting += `${part.length}\0`;
    if (typeof part === "string") waiting += part;
    if (typeof part === "string" && waiting.length < atOnce) continue;
    hashing.update(waiting);
    waiting = "";
    if (typeof part !== "string") hashing.update(part);
  }
  return hashing.update(waiting).digest("hex").slice(0, length);
}
