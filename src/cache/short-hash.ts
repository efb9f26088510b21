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

/**
 * Returns a name for a content in several parts: `ab` and `c` have another name than `a` and `bc`.
 */
export function hashOfParts(parts: Iterable<string | Uint8Array>): string {
  const hashing = createHash("sha256");
  for (const part of parts) hashing.update(`${part.length}\0`).update(part);
  return hashing.digest("hex").slice(0, length);
}
