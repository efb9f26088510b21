import { codeHash } from "./cache/code-hash.ts";
import { keyOf } from "./cache/key.ts";
import { inProject } from "./cache/project.ts";
import { contentHash, type FoundContent } from "./content/found-content.ts";
import type { Day } from "./day.ts";
import { findOfficeCode } from "./office-code.ts";
import type { Shard } from "./shard.ts";

/** What a site is made from, as hashes. */
export type Origin = {
  /** The code that draws the pages. */
  readonly code: string;
  readonly content: string;
  /** All of it: code, content, day and options. */
  readonly whole: string;
};

/** The code that makes what is in a site: a change of it makes the output stale. */
export const siteCode = [
  "src",
  "layouts",
  "browser/search",
  "browser/admin",
  ".eleventy.ts",
  "scripts/site/make-site.ts",
  "scripts/site/write-texts.ts",
];

/** What decides on a site besides its content and the code. */
type Asked = {
  /** The content folder. */
  readonly content: string;
  readonly today: Day;
  readonly drafts: boolean;
  readonly shard?: Shard | undefined;
  readonly isPreview?: boolean;
};

/**
 * Returns hashes of all that a site is made from. A build takes them once, before it reads an
 * article: code that is saved while it runs is not the code that draws the pages.
 */
export function originOf(
  content: FoundContent,
  { content: folder, today, drafts, shard, isPreview }: Asked,
): Origin {
  const own = codeHash(siteCode.map(inProject));
  const office = findOfficeCode(folder);
  const code = office ? keyOf([own, office.hash]) : own;
  const hash = contentHash(content);
  const whole = keyOf([code, hash, today, drafts, shard, isPreview]);
  return { code, content: hash, whole };
}
