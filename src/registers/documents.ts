import type { Article } from "../article.ts";
import { append } from "../lists.ts";
import type { Finding } from "../problems/finding.ts";
import { figureOf, isBareNumber, numberKey } from "../text/document-number.ts";
import { compareCodes } from "../text/vietnamese.ts";
import type { UnitChange } from "../unit.ts";
import type { UnitIndex } from "../unit-index.ts";
import { decisionKey } from "./cited-document.ts";
import { addressesOf, type DocumentPage } from "./document-addresses.ts";
import { dateFindings } from "./document-dates.ts";
import {
  type DocumentEntry,
  type DocumentRegister,
  newEntry,
  type OpenEntry,
  type RelatedDocument,
} from "./document-entry.ts";
import { aliasesOf, type Draft, partDocuments, unitsByMark } from "./document-identity.ts";
import { relate } from "./document-relations.ts";
import { toldBy, toldByUnits } from "./told-documents.ts";

/**
 * Builds the register from articles given oldest first.
 *
 * The same number comes again in each term, so a number alone proves nothing. What articles say of
 * one number is one document for each year of issue that they give, and for each unit that issued
 * one in that year. Where an article gives no year, it means the newest document of the number that
 * was issued before it, by at most five years; all that is left is one document of unknown year.
 * So it does not matter in which order or in how many articles things are told, and a later article
 * can only part documents, never make one of two.
 *
 * Limits: two documents of one unit, year and number count as one (different days are reported); a
 * document that is cited for longer than a term needs its year in those articles. The decision on a
 * change of a unit is told of like one of an article of its day.
 */
export function buildDocuments(
  articles: readonly Article[],
  units: UnitIndex,
): { documents: DocumentRegister; findings: Finding[] } {
  const byMark = unitsByMark(units);
  const told = [
    ...articles.flatMap((article) => toldBy(article, units)),
    ...toldByUnits(articles, units),
  ].sort((a, b) => compareCodes(a.day, b.day));
  const drafts = partDocuments(told, byMark);
  const { urls, pagesFor } = addressesOf(drafts, aliasesOf(drafts));
  const made = new Map(
    drafts.map((draft) => [draft, newEntry(draft, urls.get(draft)!, units, byMark)]),
  );
  const related = new Map<string, RelatedDocument[]>();
  const pages = pagesFor((draft) => made.get(draft)!);
  const register = { ...indexEntries(made, pages, units), related };
  return {
    documents: register,
    findings: [...relate(made, register, related), ...dateFindings(drafts)],
  };
}

function indexEntries(
  made: ReadonlyMap<Draft, OpenEntry>,
  pages: readonly DocumentPage<DocumentEntry>[],
  { lineage }: UnitIndex,
): Omit<DocumentRegister, "related"> {
  const ofArticle = new Map<string, DocumentEntry[]>();
  const decisions = new Map<string, Map<string, DocumentEntry>>();
  const ofChange = new Map<UnitChange, DocumentEntry>();
  const byNumber = new Map<string, DocumentEntry[]>();
  const byFigure = new Map<string, DocumentEntry[]>();
  for (const [{ told }, entry] of made) {
    for (const { article, at, changed, document, giver } of told) {
      if (changed !== undefined) ofChange.set(changed.change, entry);
      if (article === undefined) continue;
      if (at !== undefined) {
        const own = ofArticle.get(article.path) ?? [];
        own[at] = entry;
        ofArticle.set(article.path, own);
      } else {
        const own = decisions.get(article.path) ?? new Map<string, DocumentEntry>();
        const key = numberKey(document.number!);
        decisions.set(article.path, own.set(key, entry).set(decisionKey(key, giver), entry));
      }
    }
    const { number, kind, slug } = entry;
    if (number === undefined) continue;
    if (!isBareNumber(number)) append(byNumber, slug, entry);
    if (kind !== undefined) append(byFigure, `${kind}|${figureOf(number)}`, entry);
  }
  const entries = [...made.values()];
  return { entries, pages, ofArticle, decisions, ofChange, byNumber, byFigure, lineage };
}
