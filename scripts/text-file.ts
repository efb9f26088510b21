import { randomBytes } from "node:crypto";
import { lstat, readFile, rename, rm, writeFile } from "node:fs/promises";
import { blobId } from "../src/blob-id.ts";

/** A text file that is to be changed, with the manner in which it is written. */
export type TextFile = {
  /** With `\n` line ends and without a mark at its start; letters as they are. */
  readonly text: string;
  /** Names the bytes of the file. */
  readonly version: string;
  /** Exchanges the file for one with another text, as a whole or not at all. */
  readonly write: (text: string) => Promise<{ readonly version: string }>;
};

const maxBytes = 1_000_000;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Undefined for a file that is no text or too large for an article. */
export async function readTextFile(realPath: string): Promise<TextFile | undefined> {
  const found = await lstat(realPath);
  if (!found.isFile() || found.size > maxBytes) return undefined;
  const bytes = await readFile(realPath);
  let raw: string;
  try {
    raw = utf8.decode(bytes);
  } catch {
    return undefined;
  }
  const mark = raw.startsWith("\ufeff") ? "\ufeff" : "";
  const lineEnd = raw.includes("\r\n") ? "\r\n" : "\n";
  return {
    text: raw.slice(mark.length).replaceAll("\r\n", "\n"),
    version: blobId(bytes),
    async write(text) {
      const whole = Buffer.from(mark + text.replaceAll("\n", lineEnd));
      const beside = `${realPath}.${randomBytes(4).toString("hex")}.tmp`;
      try {
        await writeFile(beside, whole, { mode: found.mode, flag: "wx" });
        await rename(beside, realPath);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      return { version: blobId(whole) };
    },
  };
}
