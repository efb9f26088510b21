import { existsSync, readFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import * as z from "zod";
import { makeFile } from "../../src/cache/move-into.ts";
import type { Day } from "../../src/day.ts";
import type { Origin } from "../../src/origin.ts";
import type { BuiltFacts } from "../../src/output/output-state.ts";
import type { Problem } from "../../src/problems/problem.ts";
import type { Shard } from "../../src/shard.ts";
import {
  type Manifest,
  manifestOf,
  manifestText,
  readManifest,
  sha256OfText,
} from "../publishing/manifest.ts";

/*
 * A part is the folder that a build of one shard writes, and two files beside it: the manifest of
 * the folder, and what the part was made from. They are not inside, because then no folder that was
 * put together by copying would be the site.
 */

/** What is known of a part but its files. */
export type PartFacts = {
  readonly shard: Shard;
  readonly origin: Origin;
  readonly today: Day;
  readonly drafts: boolean;
  readonly built: Omit<BuiltFacts, "madeFrom">;
};

/** A part as it was found: its folder, and what its build wrote down. */
export type FoundPart = PartFacts & {
  /** Name of its folder. */
  readonly name: string;
  readonly folder: string;
  /** Undefined when it is missing or not the one that the build wrote. */
  readonly manifest: Manifest | undefined;
};

const factsEnding = ".part.json";
const manifestEnding = ".manifest.txt";

const stored = z.object({
  shard: z.object({ number: z.int().min(1), of: z.int().min(1) }),
  origin: z.object({ code: z.string(), content: z.string(), whole: z.string() }),
  today: z.custom<Day>((value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value)),
  drafts: z.boolean(),
  built: z.object({
    problems: z.array(z.custom<Problem>((value) => typeof value === "object" && value !== null)),
    articles: z.int(),
    drafts: z.int(),
    due: z.int(),
    pages: z.int(),
    pictures: z.int(),
  }),
  /** SHA-256 of the manifest. */
  manifest: z.string(),
});

/** Writes down beside a part what it is. A part that nothing was done to is not read again. */
export async function describePart(
  output: string,
  facts: PartFacts,
  isNew: boolean,
): Promise<void> {
  const folder = resolve(output);
  const { shard, origin, today, drafts, built } = facts;
  const before = readStored(`${folder}${factsEnding}`);
  const known = textOf(`${folder}${manifestEnding}`);
  const isKnown =
    !isNew &&
    known !== undefined &&
    before?.origin.whole === origin.whole &&
    before.shard.number === shard.number &&
    before.shard.of === shard.of &&
    before.manifest === sha256OfText(known);
  if (isKnown) return;
  const text = manifestText(existsSync(folder) ? manifestOf(folder) : new Map());
  await makeFile(`${folder}${manifestEnding}`, (beside) => writeFile(beside, text));
  const value = { shard, origin, today, drafts, built, manifest: sha256OfText(text) };
  await makeFile(`${folder}${factsEnding}`, (beside) =>
    writeFile(beside, `${JSON.stringify(value, undefined, 2)}\n`),
  );
}

/** Finds the parts that lie in a folder, and the descriptions of parts that nobody can read. */
export async function findParts(
  folder: string,
): Promise<{ readonly parts: readonly FoundPart[]; readonly unreadable: readonly string[] }> {
  const parts: FoundPart[] = [];
  const unreadable: string[] = [];
  for (const file of (await readdir(folder)).sort()) {
    if (!file.endsWith(factsEnding)) continue;
    const name = file.slice(0, -factsEnding.length);
    const facts = readStored(join(folder, file));
    if (facts === undefined || facts.shard.number > facts.shard.of) {
      unreadable.push(file);
      continue;
    }
    const text = textOf(join(folder, `${name}${manifestEnding}`));
    const isRight = text !== undefined && sha256OfText(text) === facts.manifest;
    // Of a small site a part may be empty, and an empty folder gets lost when it is packed.
    const manifest = text === "" ? new Map<string, string>() : text && readManifest(text);
    const found = isRight && manifest ? manifest : undefined;
    parts.push({ ...facts, name, folder: join(folder, name), manifest: found });
  }
  return { parts, unreadable };
}

function readStored(path: string): z.infer<typeof stored> | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  try {
    return stored.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
