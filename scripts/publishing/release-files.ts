import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { billFile, billOfMaterials } from "./bill-of-materials.ts";
import {
  inOrder,
  type Manifest,
  manifestFile,
  manifestOf,
  manifestText,
  sha256OfText,
} from "./manifest.ts";
import { type ReleaseFacts, releaseFile, releaseText } from "./release.ts";
import type { ReleaseFiles } from "./target.ts";

/** The files of a release, and whether it has a bill of materials. */
export type MadeFiles = ReleaseFiles & {
  readonly facts: ReleaseFacts;
  readonly hasBill: boolean;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** Makes the files that are added to a site, beside it, because the site belongs to the build. */
export async function makeReleaseFiles(
  output: string,
  about: Omit<ReleaseFacts, "files" | "format">,
): Promise<MadeFiles> {
  const site = resolve(output);
  const bill = await billOfMaterials();
  const { facts, texts, manifest } = releaseTexts(manifestOf(site), about, bill);
  const added = await mkdtemp(join(tmpdir(), "ban-tin-release-"));
  const dispose = () => rm(added, { recursive: true, force: true });
  try {
    for (const [name, text] of texts) await writeFile(join(added, name), text);
    await writeFile(join(added, manifestFile), manifestText(manifest));
  } catch (error) {
    await dispose();
    throw error;
  }
  const hasBill = texts.has(billFile);
  return { site, added, manifest, facts, hasBill, [Symbol.asyncDispose]: dispose };
}

/** Returns what a release has besides the files of the site, and the manifest of all. */
export function releaseTexts(
  ofSite: Manifest,
  about: Omit<ReleaseFacts, "files" | "format">,
  bill: string | undefined,
): { facts: ReleaseFacts; texts: ReadonlyMap<string, string>; manifest: Manifest } {
  const texts = new Map(bill === undefined ? [] : [[billFile, bill]]);
  const facts: ReleaseFacts = { format: 1, ...about, files: ofSite.size + texts.size + 1 };
  texts.set(releaseFile, releaseText(facts));
  const sums = [...texts].map(([name, text]) => [name, sha256OfText(text)] as const);
  return { facts, texts, manifest: inOrder([...ofSite, ...sums]) };
}
