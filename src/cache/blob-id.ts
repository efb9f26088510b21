import { hash } from "node:crypto";

/** Returns the id that git gives to a content: the SHA-1 of a short header and the bytes. */
export function blobId(bytes: Uint8Array): string {
  return hash("sha1", Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]));
}
