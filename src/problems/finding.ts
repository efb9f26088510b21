import type { MessageCode } from "./messages.ts";
import type { YamlPath } from "./problem.ts";
import { type Place, type Problem, problem } from "./problem.ts";

/** Codes of problems that show only when all articles, or the files beside them, are known. */
export const siteCodes = [
  "same-address",
  "address-moved",
  "address-hidden",
  "address-taken",
  "alias-taken",
  "alias-twice",
  "date-far-ahead",
  "tag-spelling",
  "author-spelling",
  "award-decision-differs",
  "award-withdrawal-unknown",
  "award-withdrawal-again",
  "award-same-decision",
  "award-withdrawal-too-large",
  "award-look-alike",
  "figure-differs",
  "document-relation-self",
  "document-relation-later",
  "document-relation-unknown",
  "document-date-differs",
  "event-date-differs",
  "event-place-differs",
] as const satisfies readonly MessageCode[];
export type SiteCode = (typeof siteCodes)[number];

/**
 * A problem that shows only when all articles are known. By then the text of the article is gone
 * (to hold every file's text would cost more memory than the whole site), so the finding says which
 * field it is about, and the few files concerned are read again to find the line.
 */
export type Finding = {
  readonly code: SiteCode;
  readonly path: string;
  /** Field of the front matter; empty for the file as a whole. */
  readonly at: YamlPath;
  readonly args: Readonly<Record<string, string>>;
};

export function finding(
  code: SiteCode,
  path: string,
  at: YamlPath,
  args: Readonly<Record<string, string>> = {},
): Finding {
  return { code, path, at, args };
}

/** Turns a finding into a problem; `placeOf` finds a field in the file of the finding. */
export function placeFinding(found: Finding, placeOf: (at: YamlPath) => Place): Problem {
  return problem(found.code, placeOf(found.at), found.args);
}
