import type { Article } from "../article.ts";
import type { CitedInText } from "../document.ts";
import { only } from "../lists.ts";
import { figureOf, isBareNumber, numberKey } from "../text/document-number.ts";
import { slugOf } from "../text/vietnamese.ts";
import type { DocumentEntry, DocumentRegister } from "./document-entry.ts";
import { isWithinTerm, newestBefore, yearIn } from "./document-terms.ts";

/**
 * Finds the document that a text names; undefined unless exactly one fits. A figure alone says
 * little, so where the article does not list the document, the only one known must also be of the
 * article's term, and come from its unit or one above it as far as that is known.
 */
export function documentFor(
  cited: CitedInText,
  { path, date, unit }: Pick<Article, "path" | "date" | "unit">,
  { ofArticle, decisions, byNumber, byFigure, lineage }: DocumentRegister,
): DocumentEntry | undefined {
  const { number, kind = "", year } = cited;
  const isBare = isBareNumber(number);
  const slug = isBare ? "" : slugOf(number);
  const fits = (entry: DocumentEntry) =>
    (isBare
      ? entry.kind === kind && figureOf(entry.number ?? "") === number
      : entry.slug === slug && (kind === "" || (entry.kind ?? kind) === kind)) &&
    (year === undefined || entry.date === undefined || yearIn(entry.date) === year);
  const own = new Set(
    [...(ofArticle.get(path) ?? []), ...(decisions.get(path)?.values() ?? [])].filter(fits),
  );
  if (own.size > 0) return only([...own]);
  const known = isBare ? byFigure.get(`${kind}|${number}`) : byNumber.get(slug);
  const fitting = (known ?? []).filter(fits);
  if (isBare) {
    const sole = only(fitting.filter((entry) => (entry.date ?? "") <= date));
    if (sole?.date === undefined || !isWithinTerm(sole.date, date)) return undefined;
    return sole.unit === undefined || lineage(unit, date).has(sole.unit) ? sole : undefined;
  }
  const ofYear = fitting.filter((entry) => entry.date !== undefined);
  if (year !== undefined && ofYear.length > 0) return only(ofYear);
  const near = newestBefore(ofYear, ({ date = "" }) => date, date);
  if (near.length > 0) return only(near);
  return only(fitting.filter((entry) => entry.date === undefined));
}

/** Finds the decision by which a unit gave or withdrew an award that an article tells of. */
export function decisionFor(
  number: string | undefined,
  giver: string,
  { path }: Pick<Article, "path">,
  { decisions }: DocumentRegister,
): DocumentEntry | undefined {
  if (number === undefined) return undefined;
  const own = decisions.get(path);
  const key = numberKey(number);
  return own?.get(decisionKey(key, giver)) ?? own?.get(key);
}

/** Two units may have decisions of one number, and one article may tell of both. */
export function decisionKey(number: string, giver: string | undefined): string {
  return `${number}|${giver ?? ""}`;
}
