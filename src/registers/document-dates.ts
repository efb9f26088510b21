import { partialDayText } from "../day.ts";
import { type Finding, finding } from "../problems/finding.ts";
import { isBareNumber, isPartyNumber } from "../text/document-number.ts";
import { compareCodes } from "../text/vietnamese.ts";
import { areOfOne, type Draft } from "./document-identity.ts";
import type { Told } from "./told-documents.ts";

/**
 * Years between two documents of one number that are rather one document with a wrong date: a term
 * needs longer to come to the same number again.
 */
const DOUBTFUL = 2;

/** Finds documents of one number whose dates can hardly all be right. */
export function dateFindings(drafts: readonly Draft[]): Finding[] {
  const findings: Finding[] = [];
  const report = (told: Told, other: Told) =>
    findings.push(
      finding(
        "document-date-differs",
        told.article!.path,
        ["documents", told.at!, "date"],
        {
          number: told.document.number!,
          date: partialDayText(told.document.date!),
          otherDate: partialDayText(other.document.date!),
        },
        { path: other.article!.path, at: ["documents", other.at!, "date"] },
      ),
    );
  const sure = ({ told }: Draft) =>
    told.filter(
      ({ at, document: { number, date } }) =>
        at !== undefined && number !== undefined && !isBareNumber(number) && date !== undefined,
    );
  const bySlug = Map.groupBy(drafts, ({ slug }) => slug);
  for (const draft of drafts) {
    const [first, ...others] = sure(draft);
    if (first === undefined) continue;
    for (const other of others) {
      const [a, b] = [first.document.date!, other.document.date!];
      if (!a.startsWith(b) && !b.startsWith(a)) report(other, first);
    }
    if (!isPartyNumber(first.document.number!)) continue;
    const near = bySlug.get(draft.slug)!.find((other) => {
      const isOther = other !== draft && other.year !== draft.year;
      const years = Math.abs((other.year ?? 0) - (draft.year ?? 0));
      return (
        isOther && years <= DOUBTFUL && areOfOne(other.unit, draft.unit) && isBefore(other, draft)
      );
    });
    const [known] = near ? sure(near) : [];
    if (known !== undefined) report(first, known);
  }
  return findings;
}

/** Returns whether one document was told of before another. */
function isBefore(a: Draft, b: Draft): boolean {
  const [one, other] = [a.told[0]!, b.told[0]!];
  const byDay = compareCodes(one.day, other.day);
  return byDay < 0 || (byDay === 0 && (one.article?.path ?? "") < (other.article?.path ?? ""));
}
