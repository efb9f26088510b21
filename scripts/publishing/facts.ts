import { readFileSync } from "node:fs";
import { codeHash } from "../../src/cache/code-hash.ts";
import { gitIn, zeroSplit } from "../../src/cache/git.ts";
import { inProject, isPackage, projectFolder } from "../../src/cache/project.ts";
import { addressRecordName } from "../../src/content/content-folder.ts";
import { type FoundContent, findContent } from "../../src/content/found-content.ts";
import { officeCodeBeside } from "../../src/office-code.ts";
import { siteCode } from "../../src/origin.ts";
import type { ContentFacts, ProgramFacts } from "./release.ts";

/* What there is to know of the program and of the content that a release is made from. */

export async function programFacts(): Promise<ProgramFacts> {
  const { name, version, gitHead } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
  const code = codeHash(siteCode.map(inProject));
  return { name, version, code, node: process.version, commit: gitHead ?? (await ownCommit()) };
}

/** Returns the commit of the sources that run; a package is in the repository of an office. */
async function ownCommit(): Promise<string | undefined> {
  if (isPackage) return undefined;
  const commit = await gitIn(projectFolder, ["rev-parse", "HEAD"]).catch(() => undefined);
  return commit?.trim();
}

/**
 * Returns what a site is made from, as git is asked for it: the content folder, without the record
 * of addresses, which follows a publish, a list of units that the site shares, and the code of the
 * office.
 */
function madeFrom(folder: string, { unitsPath = "." }: Pick<FoundContent, "unitsPath">): string[] {
  const shared = unitsPath.startsWith("../") ? [unitsPath] : [];
  return [".", ...shared, ...officeCodeBeside(folder), `:(exclude)${addressRecordName}`];
}

/** Asks git which commit a content folder is at; undefined when it is in no repository. */
export async function contentFacts(
  folder: string,
  content: FoundContent,
): Promise<ContentFacts | undefined> {
  const known = await commitFacts(folder, "HEAD");
  return known && { ...known, changed: await isChanged(folder, content) };
}

/** Returns a commit and its time; undefined where git does not know it. */
export async function commitFacts(
  folder: string,
  revision: string,
): Promise<Omit<ContentFacts, "changed"> | undefined> {
  const wish = ["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`];
  const commit = await gitIn(folder, wish).catch(() => undefined);
  if (commit === undefined) return undefined;
  const seconds = await gitIn(folder, ["show", "--no-patch", "--format=%ct", commit.trim()]);
  return { commit: commit.trim(), committed: new Date(Number(seconds) * 1000).toISOString() };
}

/**
 * Returns whether a folder has something that its commit has not. A file that git is told to ignore
 * is published all the same.
 */
async function isChanged(folder: string, content: FoundContent): Promise<boolean> {
  const { articles, pictures, attachments, drawings, data } = content;
  const made = madeFrom(folder, content);
  const status = await gitIn(folder, ["status", "--porcelain", "-z", "--", ...made]);
  if (status !== "") return true;
  // Nothing differs from the commit, so what git knows is in it.
  const listed = await gitIn(folder, ["ls-files", "-z", "--", ...made]);
  const committed = new Set(zeroSplit(listed).map((path) => path.normalize("NFC")));
  const maps = [pictures, attachments, drawings, data];
  const found = [...articles, ...maps.flatMap((files) => [...files.values()])];
  return found.some(({ path }) => !committed.has(path));
}

/**
 * Returns whether a commit comes before another in the history; undefined when the history here
 * does not say: one of them is not in it, or it was cut off (a shallow clone).
 */
export async function isAncestor(
  folder: string,
  a: string,
  b: string,
): Promise<boolean | undefined> {
  try {
    for (const commit of [a, b]) await gitIn(folder, ["cat-file", "-e", `${commit}^{commit}`]);
    const bases = await gitIn(folder, ["merge-base", a, b]);
    return bases.trim() === a;
  } catch {
    return undefined;
  }
}

/** Returns how many commits after one, up to what is checked out, have changed a folder. */
export async function commitsAfter(folder: string, commit: string): Promise<number> {
  const made = madeFrom(folder, await findContent(folder));
  return Number(await gitIn(folder, ["rev-list", "--count", `${commit}..HEAD`, "--", ...made]));
}
