import type { MessageCode } from "./messages.ts";
import type { Problem } from "./problem.ts";

/**
 * Problems that are errors in a draft too: what harms whoever opens the file, what nobody means to
 * leave in one, and what takes a published address away.
 */
const always: ReadonlySet<MessageCode> = new Set([
  "merge-conflict",
  "not-utf8",
  "invisible-character",
  "invisible-entity",
  "mixed-letters",
  "look-alike-word",
  "odd-letter",
  "styled-letters",
  "stacked-marks",
  "odd-blank",
  "odd-hyphen",
  "text-turns",
  "control-character",
  "file-name-character",
  "address-hidden",
  "withdrawn-draft",
]);

/**
 * Returns problems as they are told of drafts that are not published: what would be an error in an
 * article is a warning in a file that is only a draft's, because readers see nothing of it. A draft
 * with errors is left out of a preview too, which shows all others.
 *
 * @param isDraft whether only drafts have the file at a path
 */
export function withDraftsApart(
  problems: readonly Problem[],
  isDraft: (path: string) => boolean,
): Problem[] {
  return problems.map((found) =>
    found.severity === "error" && !always.has(found.code) && isDraft(found.path)
      ? { ...found, severity: "warning", inDraft: true }
      : found,
  );
}

/** Returns problems as for articles, for a check that asks whether drafts could be published. */
export function withDraftsAsArticles(problems: readonly Problem[]): Problem[] {
  return problems.map((found) => {
    const { inDraft, ...rest } = found;
    return inDraft ? { ...rest, severity: "error" } : found;
  });
}
