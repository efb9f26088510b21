import { hash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFile } from "../../src/cache/move-into.ts";

/*
 * What is being written and not saved yet, as the page in the browser has it. The browser keeps a
 * copy too, but by address, and the preview may have another port the next time; and a browser may
 * refuse, or be full.
 */

const placeOf = (folder: string, path: string) => join(folder, `${hash("sha1", path)}.json`);

/**
 * Keeps the unsaved changes of an article.
 *
 * @param kept what the page says of them, which only it reads
 */
export async function keepDraft(folder: string, path: string, kept: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await makeFile(placeOf(folder, path), (beside) => writeFile(beside, kept, { flag: "wx" }));
}

/** Returns the unsaved changes of an article; empty when there are none. */
export async function keptDraft(folder: string, path: string): Promise<string> {
  return readFile(placeOf(folder, path), "utf8").catch(() => "");
}

/** Forgets the unsaved changes of an article. */
export async function forgetDraft(folder: string, path: string): Promise<void> {
  await rm(placeOf(folder, path), { force: true });
}
