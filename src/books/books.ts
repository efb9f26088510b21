import { mkdir, readdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { strToU8, type Zippable, zipSync } from "fflate";
import type { AssetFile } from "../assets/assets.ts";
import { prune } from "../cache/cache.ts";
import { makeFile } from "../cache/move-into.ts";
import { readSealed, writeSealed } from "../cache/sealed-file.ts";
import { hashOfParts, shortHash } from "../cache/short-hash.ts";
import { type Draw, newDraw } from "../pictures/drawing.ts";
import { palettePng } from "../pictures/palette-png.ts";
import { mapBounded } from "../work/map-bounded.ts";
import type { Book, BookParts } from "./book.ts";

/**
 * Makes books, or takes them from the cache, which knows a book by what it is made from.
 *
 * @param jpeg returns the bytes of a JPEG file of the site
 * @param code a hash of the code that draws them
 * @param gently makes nothing more when this is aborted; it then throws
 */
export async function makeBooks(
  books: readonly Book[],
  jpeg: (url: string) => Promise<Uint8Array>,
  code: string,
  cache: string,
  gently?: AbortSignal,
): Promise<readonly AssetFile[]> {
  const folder = join(cache, "sach");
  await mkdir(folder, { recursive: true });
  const found = keptBooks(await readdir(folder));
  const keysPath = join(cache, "sach.json");
  const knownKeys = new Map((readSealed(keysPath) as [string, string][] | undefined) ?? []);
  const keys = new Map<string, string>();
  const made: AssetFile[] = [];
  const draw = newDraw();
  for (const book of books) {
    gently?.throwIfAborted();
    const sources = hashOfParts([code, book.sources()]);
    const key = knownKeys.get(sources) ?? hashOfParts([code, book.key()]);
    keys.set(sources, key);
    let kept = found.get(key);
    if (kept === undefined) {
      // Other work has a turn between one book and the next.
      await setImmediate();
      const bytes = await bytesOf(book.parts(), jpeg, draw);
      const [hash, sum] = [shortHash(bytes), crc32(bytes)];
      kept = { name: `${key}.${hash}.${sum}.epub`, hash, sum };
      await makeFile(join(folder, kept.name), (beside) => writeFile(beside, bytes));
    }
    const { name, hash, sum } = kept;
    const realPath = join(folder, name);
    made.push({ url: book.url, realPath, hash, kept: { sum, place: realPath } });
  }
  if (keys.keys().some((sources) => !knownKeys.has(sources)))
    await writeSealed(keysPath, [...keys]);
  await prune(folder, new Set(made.map(({ realPath }) => basename(realPath))), 50);
  return made;
}

type KeptBook = {
  readonly name: string;
  /** Of its bytes: new code mostly makes the same book, which must not be sent again. */
  readonly hash: string;
  readonly sum: number;
};

/** Returns the books in the cache by their keys. */
function keptBooks(names: readonly string[]): Map<string, KeptBook> {
  return new Map(
    names.flatMap((name) => {
      const [, key, hash, sum] = /^([0-9a-f]+)\.([0-9a-f]+)\.(\d+)\.epub$/u.exec(name) ?? [];
      return key === undefined ? [] : [[key, { name, hash: hash!, sum: Number(sum) }]];
    }),
  );
}

/**
 * Puts a book together as a ZIP file. The compressor is a package and not Node's own, whose bytes
 * differ from one processor to another.
 */
async function bytesOf(
  { cover, texts, pictures }: BookParts,
  jpeg: (url: string) => Promise<Uint8Array>,
  draw: Draw,
): Promise<Uint8Array> {
  // Readers look for this name at the beginning of the file, where it must not be compressed.
  const entries: Zippable = { mimetype: [strToU8("application/epub+zip"), { level: 0 }] };
  for (const [name, text] of texts) entries[name] = strToU8(text);
  entries[cover.name] = [await palettePng(await draw(cover.drawing)), { level: 0 }];
  const shown = await mapBounded([...pictures], availableParallelism(), async ([name, url]) => {
    return [name, await jpeg(url)] as const;
  });
  for (const [name, bytes] of shown) entries[name] = [bytes, { level: 0 }];
  // ZIP has civil times without a zone, and begins with this one.
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) });
}
