import { mkdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { recipeOf } from "../cache/code-hash.ts";
import { inProject } from "../cache/project.ts";
import { readSealed, writeSealed } from "../cache/sealed-file.ts";
import type { PictureFile } from "../content/content-folder.ts";
import type { IdOf } from "../content/content-id.ts";
import { heavyPicture, maxPixels, maxSide, preparedSide, wideSide } from "../limits.ts";
import { fileStart, type Problem, problem } from "../problems/problem.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { carriedBy } from "./carried.ts";

/*
 * What `preparePicture` would have taken away, in files that came into content by other ways. All
 * pictures there are looked at, also those that no article shows: a repository has them all.
 */

/** A hash of what looks at a file: what was found by other code is not believed. */
const recipe = recipeOf(
  ["carried", "exif", "picture-parts", "picture-warnings"].map((name) =>
    inProject(`src/pictures/${name}.ts`),
  ),
  ["sharp"],
);

/** What is in a file that should not be, by the codes of the warnings, with their numbers. */
type Look = readonly (readonly [code: WarningCode, size: number])[];

const codes = [
  "picture-place",
  "picture-owner",
  "picture-film",
  "picture-heavy",
  "picture-wide",
] as const;
type WarningCode = (typeof codes)[number];

/** Returns whether a problem is one that `preparePicture` takes out of a file. */
export function isOfUnprepared({ code }: Problem): boolean {
  return (codes as readonly string[]).includes(code);
}

/** Warns of pictures that tell more than they show, or are larger than a site needs. */
export async function pictureWarnings(
  pictures: Iterable<PictureFile>,
  idOf: IdOf,
  cache: string,
): Promise<Problem[]> {
  const path = join(cache, "anh-xem.json");
  const stored = readSealed(path) as { recipe: string; looks: [string, Look][] } | undefined;
  const known = new Map(stored?.recipe === recipe ? stored.looks : []);
  const looks = new Map<string, Look>();
  const found = await mapBounded([...pictures], availableParallelism(), async (file) => {
    const id = idOf(file);
    const look = known.get(id) ?? (await lookAt(await readFile(file.realPath)));
    looks.set(id, look);
    return look.map(([code, size]) => warningOf(code, size, file.path));
  });
  if ([...looks.keys()].some((id) => !known.has(id))) {
    await mkdir(cache, { recursive: true });
    await writeSealed(path, { recipe, looks: [...looks] });
  }
  return found.flat();
}

async function lookAt(bytes: Uint8Array): Promise<Look> {
  const { hasPlace, hasOwner, hasFilm } = await carriedBy(bytes);
  // Damage is told where a picture is used.
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  const side = Math.max(width, height);
  const isHeavy = bytes.length > heavyPicture;
  const isRefused = side > maxSide || width * height > maxPixels;
  return [
    ...(hasPlace ? [["picture-place", 0] as const] : []),
    ...(hasOwner ? [["picture-owner", 0] as const] : []),
    ...(hasFilm ? [["picture-film", 0] as const] : []),
    ...(isHeavy ? [["picture-heavy", Math.round(bytes.length / 100_000) / 10] as const] : []),
    ...(side > wideSide && !isHeavy && !isRefused ? [["picture-wide", side] as const] : []),
  ];
}

function warningOf(code: WarningCode, size: number, path: string): Problem {
  const numbers = size === 0 ? {} : { size: String(size), most: String(preparedSide) };
  return problem(code, fileStart(path), { value: path, ...numbers });
}
