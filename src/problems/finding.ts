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
  "withdrawn-before-article",
  "withdrawn-in-future",
  "withdrawn-draft",
  "withdrawn-for-hidden",
  "withdrawn-for-itself",
  "date-far-ahead",
  "correction-ahead",
  "lead-twice",
  "approval-missing",
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
  "event-term-differs",
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
  /** The field of an article that it is compared with; the message has its place as `{other}`. */
  readonly other?: FieldOf | undefined;
};

/** A field in the front matter of an article. */
export type FieldOf = { readonly path: string; readonly at: YamlPath };

export function finding(
  code: SiteCode,
  path: string,
  at: YamlPath,
  args: Readonly<Record<string, string>> = {},
  other?: FieldOf,
): Finding {
  return { code, path, at, args, other };
}

/**
 * Turns a finding into a problem. Either of the two articles that it compares may be the wrong one,
 * so the message names the line of the other too.
 */
export function placeFinding(found: Finding, placeOf: (field: FieldOf) => Place): Problem {
  const { code, args, other } = found;
  if (other === undefined) return problem(code, placeOf(found), args);
  const { path, line } = placeOf(other);
  return problem(code, placeOf(found), { ...args, other: `${path}:${line}` });
}
