import type { Article } from "../article.ts";
import { type Day, type PartialDay, parseDay, partialDayText } from "../day.ts";
import { type DocumentRelation, documentRelations } from "../document.ts";
import { append } from "../lists.ts";
import { type FieldOf, type Finding, finding } from "../problems/finding.ts";
import { citedDocuments } from "../text/cited-numbers.ts";
import { figureOf, isBareNumber, numberKey } from "../text/document-number.ts";
import { fold } from "../text/vietnamese.ts";
import { documentFor } from "./cited-document.ts";
import {
  type DocumentEntry,
  type DocumentRegister,
  type OpenEntry,
  type RelatedDocument,
  some,
} from "./document-entry.ts";
import type { Draft } from "./document-identity.ts";
import type { Told } from "./told-documents.ts";

/** Connects documents with those that they amend, replace and implement. */
export function relate(
  made: ReadonlyMap<Draft, OpenEntry>,
  register: DocumentRegister,
  related: Map<string, RelatedDocument[]>,
): Finding[] {
  const open = new Map<DocumentEntry, OpenEntry>([...made.values()].map((entry) => [entry, entry]));
  const drafts = new Map<DocumentEntry, Draft>([...made].map(([draft, entry]) => [entry, draft]));
  const findings: Finding[] = [];
  for (const [{ told }, entry] of made) {
    for (const one of told) {
      const { article } = one;
      if (article === undefined) continue;
      for (const relation of documentRelations) {
        for (const [index, written] of (one.document[relation] ?? []).entries()) {
          const target = targetOf(written, { ...one, article }, register);
          const at = ["documents", one.at!, relation, index];
          const report = (
            code: Finding["code"],
            args: Readonly<Record<string, string>>,
            other?: FieldOf,
          ) => findings.push(finding(code, article.path, at, args, other));
          if (target === entry) {
            report("document-relation-self", { value: written });
            continue;
          }
          if (target === undefined) report("document-relation-unknown", { value: written });
          else if (isLater(target.date, entry.date))
            report(
              "document-relation-later",
              {
                value: written,
                date: partialDayText(entry.date!),
                otherDate: partialDayText(target.date!),
              },
              placeOfDate(drafts.get(target)!, target.date!),
            );
          const day = target?.date && dayNamed(written);
          if (day && isOther(day, target.date!)) {
            const other = placeOfDate(drafts.get(target)!, target.date!);
            const args = { number: target.number ?? written, date: partialDayText(day) };
            if (other !== undefined)
              report(
                "document-date-differs",
                { ...args, otherDate: partialDayText(target.date!) },
                other,
              );
          }
          if (target !== undefined)
            append(related, article.path, { at: one.at!, written, entry: target });
          connect(entry, relation, written, target && open.get(target)!);
        }
      }
    }
  }
  return findings;
}

/** Returns the day that a relation gives the document which it names. */
function dayNamed(written: string): Day | undefined {
  const { day } = citedDocuments(written)[0] ?? {};
  return day === undefined ? undefined : parseDay(day);
}

/** Returns where the newest article says the date of a document. */
function placeOfDate({ told }: Draft, date: PartialDay): FieldOf | undefined {
  const one = told.findLast(({ document, at }) => at !== undefined && document.date === date);
  return one?.article && { path: one.article.path, at: ["documents", one.at!, "date"] };
}

function connect(
  entry: OpenEntry,
  relation: DocumentRelation,
  written: string,
  target: OpenEntry | undefined,
): void {
  const known = entry.does[relation];
  const isKnown = known.some((one) =>
    target === undefined ? fold(one.written) === fold(written) : one.entry === target,
  );
  if (isKnown) return;
  known.push(target === undefined ? { written } : { written, entry: target });
  target?.undergoes[relation].push(entry);
}

/** Returns whether two dates cannot both be right. */
function isOther(a: PartialDay, b: PartialDay): boolean {
  return !a.startsWith(b) && !b.startsWith(a);
}

/** Returns whether one date is surely after another; a year and a day of it are not. */
function isLater(a: PartialDay | undefined, b: PartialDay | undefined): boolean {
  return a !== undefined && b !== undefined && a > b && !a.startsWith(b);
}

/** Finds the document that another names: in the same list first, then in the whole register. */
function targetOf(
  written: string,
  { article, document, unit = article.unit }: Told & { readonly article: Article },
  register: DocumentRegister,
): DocumentEntry | undefined {
  const listed = register.ofArticle.get(article.path) ?? [];
  const key = numberKey(written);
  const at = article.documents.findIndex(
    ({ number, title }) =>
      (number !== undefined && numberKey(number) === key) ||
      (title !== undefined && fold(title) === fold(written)),
  );
  if (at !== -1) return listed[at];
  const [named] = citedDocuments(written);
  if (named === undefined) return undefined;
  const { number, kind, year } = named;
  const cited = {
    number: isBareNumber(number) ? figureOf(number) : numberKey(number),
    ...some({ kind, year }),
  };
  const day = (document.date?.length === 10 ? document.date : article.date) as Article["date"];
  return documentFor(cited, { path: article.path, date: day, unit }, register);
}
