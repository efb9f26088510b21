import { partialDayWords } from "../../src/day.ts";
import type { OfficialDocument } from "../../src/document.ts";
import { fold } from "../../src/text/vietnamese.ts";

/** What names a document. */
export type NamedDocument = Pick<OfficialDocument, "number" | "kind" | "title">;

/**
 * Returns what a document is called in full: "Kết luận số 21-KL/TW về …"; a title that begins with
 * the kind need not say it again.
 */
export function documentName(document: NamedDocument): string {
  const { number, title, kind } = document;
  if (number === undefined) return title ?? kind ?? "";
  const short = shortDocumentName(document);
  const rest = titleBehind(document);
  if (rest === undefined) return short;
  return rest === title ? `${short}: ${rest}` : `${short} ${rest}`;
}

/** Returns what a document is called for short: by kind and number, otherwise by its title. */
export function shortDocumentName({ number, kind, title }: NamedDocument): string {
  if (number === undefined) return title ?? kind ?? "";
  return kind === undefined ? `Số ${number}` : `${kind} số ${number}`;
}

/** Returns a title without the kind that it repeats: "về …" of "Kết luận về …". */
export function titleBehind({ kind, title }: NamedDocument): string | undefined {
  if (title === undefined || kind === undefined) return title;
  const begins = fold(title).startsWith(`${fold(kind)} `);
  return begins ? title.slice(kind.length + 1) : title;
}

/** Returns who issued a document and when, as a sentence; empty where neither is known. */
export function originSentence({
  issuer,
  date,
}: Pick<OfficialDocument, "issuer" | "date">): string {
  const origin = [issuer, date && partialDayWords(date)].filter(Boolean).join(", ");
  return origin && `${origin.slice(0, 1).toUpperCase()}${origin.slice(1)}.`;
}
