import type { Article } from "../article.ts";
import type { Decision } from "../award.ts";
import type { Day } from "../day.ts";
import type { OfficialDocument } from "../document.ts";
import {
  figureOf,
  isBareNumber,
  kindOfNumber,
  kindOfTitle,
  numberKey,
} from "../text/document-number.ts";
import { firstDay, type UnitChange } from "../unit.ts";
import type { UnitIndex } from "../unit-index.ts";
import { slugWithin } from "./document-addresses.ts";

/* What articles and content/units.yaml say of documents, each by itself. */

/** What one article, or one change of a unit, says of one document. */
export type Told = {
  /** Missing where content/units.yaml alone tells of it. */
  readonly article?: Article;
  /** Of the article, otherwise of the document or of what it decides. */
  readonly day: Day;
  /** Place among the documents of the article; undefined for a decision. */
  readonly at?: number;
  readonly changed?: ChangedUnit;
  readonly document: OfficialDocument;
  readonly slug: string;
  /** The unit that issued it, as far as it is known. */
  readonly unit?: string | undefined;
  /** The unit that gave the awards of a decision, which has mostly made the decision too. */
  readonly giver?: string;
};

/** A change of a unit, given by its id. */
export type ChangedUnit = { readonly unit: string; readonly change: UnitChange };

/** Returns what an article says of documents: of those it lists, and of those that awarded. */
export function toldBy(article: Article, units: UnitIndex): Told[] {
  if (article.documents.length === 0 && article.awards.length === 0) return [];
  const listed = article.documents.map((document, at): Told => {
    const unit = unitOf(document, article, units);
    return { article, day: article.date, at, document, unit, slug: slugFor(document, unit) };
  });
  const decisions = new Map<string, Told>();
  for (const { decision, revocation, status, by: giver } of article.awards) {
    // What is only proposed has no decision yet.
    for (const one of status === "đề xuất" ? [] : [decision, revocation]) {
      const document = documentOf(one);
      if (document === undefined) continue;
      const slug = slugFor(document, undefined);
      const key = [slug, giver, document.date].join("|");
      if (!decisions.has(key))
        decisions.set(key, { article, day: article.date, document, slug, giver });
    }
  }
  return [...listed, ...decisions.values()];
}

/** Returns what units.yaml says of the decisions by which units changed. */
export function toldByUnits(articles: readonly Article[], { units }: UnitIndex): Told[] {
  const changed = units.flatMap(({ id, changes }) =>
    changes.map((change): ChangedUnit => ({ unit: id, change })),
  );
  const paths = new Set(changed.map(({ change }) => change.article));
  const known = new Map(
    articles.filter(({ path }) => paths.has(path)).map((article) => [article.path, article]),
  );
  return changed.flatMap((one): Told | readonly Told[] => {
    const { decision, date, article: path = "" } = one.change;
    const document = documentOf(decision);
    if (document === undefined) return [];
    const article = known.get(path);
    const day = article?.date ?? decision?.date ?? firstDay(date);
    const told = { day, changed: one, document, slug: slugFor(document, undefined) };
    return article === undefined ? told : { ...told, article };
  });
}

/** Returns a decision as a document; a bare number says too little of it. */
function documentOf(decision: Decision | undefined): OfficialDocument | undefined {
  const { number, date } = decision ?? {};
  if (number === undefined || isBareNumber(number)) return undefined;
  const kind = kindOfNumber(number) ?? "Quyết định";
  return { number, kind, ...(date === undefined ? {} : { date }) };
}

/** A body that acts for a unit: its documents are those of the unit. */
const ofUnit = /^(?:ban thường vụ|ban chấp hành)\s+/iu;

function unitOf(
  { issuer, date }: OfficialDocument,
  article: Article,
  units: UnitIndex,
): string | undefined {
  if (issuer === undefined) return undefined;
  const day = date === undefined ? article.date : firstDay(date);
  return (units.find(issuer, day) ?? units.find(issuer.replace(ofUnit, ""), day))?.id;
}

/** Returns the slug that a document has by all that names it; years come in only where needed. */
export function slugFor(document: OfficialDocument, unit: string | undefined): string {
  const { number, title = "", issuer = "", date } = document;
  if (number !== undefined && !isBareNumber(number)) return slugWithin(numberKey(number));
  const kind = kindOf(document) ?? "";
  const name =
    number === undefined
      ? [kindOfTitle(title) === kind ? "" : kind, title, issuer]
      : [kind || title, figureOf(number), unit ?? issuer, date?.slice(0, 4) ?? ""];
  return slugWithin(name.join(" ").trim());
}

export function kindOf({ kind, number, title }: OfficialDocument): string | undefined {
  return kind ?? (number && kindOfNumber(number)) ?? (title && kindOfTitle(title)) ?? undefined;
}

/**
 * Returns the kinds that a document may have by what one article says of it, whatever others say of
 * its number and title.
 */
export function kindsToldBy({ kind, number, title }: OfficialDocument): string[] {
  if (kind !== undefined) return [kind];
  const known = [number && kindOfNumber(number), title && kindOfTitle(title)].filter((one) => one);
  return known.length > 0 ? (known as string[]) : [""];
}
