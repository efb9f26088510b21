import { readFileSync, rmSync } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { readSealed, writeSealed } from "./sealed-file.ts";

/*
 * The rules of the folders in which finished files are kept by content. Anything in one may be
 * deleted, cut off or overwritten at any time, by anyone: then it is made again.
 */

/**
 * Something in the cache is not what was put there. Making this error deletes it, so a build begun
 * anew will make it again.
 */
export class CacheDamaged extends Error {
  constructor(place: string) {
    super(`What was kept was damaged: ${place}`);
    rmSync(place, { recursive: true, force: true });
  }
}

/** How many times work is tried before something is taken to be wrong with the disk. */
const attempts = 5;

/**
 * Does some work, and does it anew when something in the cache turns out to be damaged. Throws
 * `CacheDamaged` when that happens at every attempt.
 */
export async function mending<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CacheDamaged) || attempt === attempts) throw error;
    }
  }
}

/**
 * Throws `CacheDamaged` unless a file's bytes have the CRC-32 checksum `sum`; `place` is the file
 * or folder that is deleted then.
 */
export function expectWhole(path: string, sum: number, place: string): void {
  let bytes: Buffer | undefined;
  try {
    bytes = readFileSync(path);
  } catch {}
  if (bytes === undefined || crc32(bytes) !== sum) throw new CacheDamaged(place);
}

/** The seal of a finished folder. */
export type Seal = {
  /** CRC-32 checksum of each file, by path in the folder. */
  readonly sums: Readonly<Record<string, number>>;
  /** Anything else that is to be known of the folder. */
  readonly about: unknown;
};

const sealName = "niem-phong.json";

/** Writes down what is in a finished folder; last, so that a folder with a seal has everything. */
export async function seal(folder: string, about: unknown = null): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sums: Record<string, number> = {};
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    sums[path.slice(folder.length + 1).replaceAll("\\", "/")] = crc32(await readFile(path));
  }
  await writeSealed(join(folder, sealName), { sums, about } satisfies Seal);
}

/** Returns the seal of a folder; undefined when the folder is missing or was not finished. */
export function readSeal(folder: string): Seal | undefined {
  return readSealed(join(folder, sealName)) as Seal | undefined;
}

const dayMs = 86_400_000;

/**
 * Keeps a folder of the cache from growing for ever: when it holds more than twice what is wanted
 * plus `spare`, the oldest entries that are not wanted are deleted. Also deletes what a killed
 * build left unfinished more than a day ago.
 *
 * @param wanted names in the folder that are needed now
 * @param spare how many other entries may lie there, for other branches and other sites
 */
export async function prune(
  folder: string,
  wanted: ReadonlySet<string>,
  spare: number,
): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const others = names.filter((name) => !wanted.has(name));
  const surplus = others.length - wanted.size - spare;
  if (surplus <= 0 && !others.some(isUnfinished)) return;
  const aged: { readonly name: string; readonly time: number }[] = [];
  for (const name of others) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found) aged.push({ name, time: found.mtimeMs });
  }
  aged.sort((a, b) => a.time - b.time);
  const old = aged.filter(
    ({ name, time }, index) => index < surplus || (isUnfinished(name) && time < Date.now() - dayMs),
  );
  for (const { name } of old) await rm(join(folder, name), { recursive: true, force: true });
}

/**
 * Returns whether a name has a random part. What is still being made has one, so that nobody takes
 * it for finished.
 */
function isUnfinished(name: string): boolean {
  return /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/u.test(name);
}
