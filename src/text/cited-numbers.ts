import { documentKinds, kindNamed, numberKey } from "./document-number.ts";

/** A document number as it is written in a text, and its offset there in UTF-16 units. */
export type CitedNumber = { readonly number: string; readonly offset: number };

/** A document as a sentence names it: "Nghị quyết số 02-NQ/ĐU ngày 3/1/2022", "Chỉ thị 05". */
export type CitedDocument = {
  readonly number: string;
  /** What of the text names it, its kind included, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly kind?: string;
  /** The day that the sentence gives it, day first: `3/1/2022`. */
  readonly day?: string;
  readonly year?: number;
};

/** A hyphen, one of Word's that do not break, or a dash. */
const dash = "[-‐‑–]";
/**
 * A kind of document (QĐ, KL, NĐ, QĐi) and the body that issues it (TW, T.Ư, ĐUK, UBND); both begin
 * with capitals.
 */
const code = String.raw`\p{Lu}{2,5}\p{Ll}?`;
const issuer = String.raw`\p{Lu}[\p{L}.]*(?:&\p{Lu}+|${dash}\p{Lu}[\p{L}\d]*)*(?<!\.)`;
/**
 * Numbers of the Party: `21-KL/TW`, `100 - KL/TW`; of the state: `30/2020/NĐ-CP`, `1436/QĐ-UBND`.
 * Never `7/11` or `53/53`.
 */
const cited = new RegExp(
  String.raw`(?<![\p{L}\d/.,–‐‑-])\d{1,5}(?:\s?${dash}\s?${code}\s?/\s?${issuer}|/(?:\d{4}/)?${code}\s?${dash}\s?${issuer})`,
  "gu",
);

/** Finds the full document numbers in a text, each once, in the order of the text. */
export function citedNumbers(text: string): CitedNumber[] {
  // Few articles hold a number, and every number has a slash.
  if (!text.includes("/")) return [];
  const found = new Map<string, CitedNumber>();
  for (const { 0: number, index } of text.matchAll(cited)) {
    const key = numberKey(number);
    if (!found.has(key)) found.set(key, { number, offset: index });
  }
  return [...found.values()];
}

/** Returns where the full document numbers of a text are, in its order, in UTF-16 units. */
export function numberSpans(text: string): { readonly from: number; readonly to: number }[] {
  if (!text.includes("/")) return [];
  return Array.from(text.matchAll(cited), ({ 0: number, index }) => ({
    from: index,
    to: index + number.length,
  }));
}

const kindWord = `(?<!\\p{L})(?:${documentKinds.join("|")})`;
const kindBefore = new RegExp(String.raw`(${kindWord})\s+(?:số\s+)?$`, "iu");
/** Longer than the longest kind with `số` behind it, in UTF-16 units. */
const mostBefore = 30;
/**
 * A figure alone, which names a document only behind a kind. It is looked for by its digits, and
 * then for the words before them: figures are fewer than words.
 */
const figure = new RegExp(
  String.raw`\d{1,4}(?![\p{L}\d]|\s?[-–/]\s?[\p{L}\d]|[.,]\d)(?<=(?<name>(?<kind>${kindWord})\s+(?<so>số\s+)?)\d{1,4})`,
  "giu",
);
/**
 * What may follow a figure without `số` before it: a sign, or a word that goes on about the
 * document. In "Quyết định 2 nội dung" the figure counts something.
 */
const behindFigure =
  /^(?:\s*(?:$|[,;:!?)”"]|\.(?!\d))|\s+(?:của|về|được|đã|và|cho|là|do|với|nêu|ngày|năm \d{4}|khóa|\())/u;
const dated =
  /^,?\s+(?:ban hành\s+)?(?:ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(\d{4})|năm\s+(\d{4}))/iu;
/** Longer than the longest date behind a number. */
const mostBehind = 50;

/**
 * Finds every place of a text that names a document by its number, or by its kind and a figure
 * alone, in the order of the text.
 */
export function citedDocuments(text: string): CitedDocument[] {
  // Most texts have no figure, and looking for words costs more.
  if (!/\d/u.test(text)) return [];
  const found: CitedDocument[] = [];
  for (const { 0: number, index } of text.includes("/") ? text.matchAll(cited) : []) {
    const before = text.slice(Math.max(0, index - mostBefore), index);
    const [name = "", written] = kindBefore.exec(before) ?? [];
    const year = /^\d+\/(\d{4})\//u.exec(number)?.[1];
    found.push({
      number,
      offset: index - name.length,
      length: name.length + number.length,
      ...(written === undefined ? {} : { kind: kindNamed(written) }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...dateBehind(text, index + number.length),
    });
  }
  for (const { 0: number, index, groups } of text.matchAll(figure)) {
    const { name, kind, so } = groups!;
    const end = index + number.length;
    if (so === undefined && !behindFigure.test(text.slice(end, end + mostBehind))) continue;
    found.push({
      number,
      offset: index - name!.length,
      length: name!.length + number.length,
      kind: kindNamed(kind!),
      ...dateBehind(text, end),
    });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function dateBehind(text: string, end: number): Pick<CitedDocument, "day" | "year"> {
  const [, day, month, year, only] = dated.exec(text.slice(end, end + mostBehind)) ?? [];
  if (only !== undefined) return { year: Number(only) };
  if (year === undefined) return {};
  return { day: `${Number(day)}/${Number(month)}/${year}`, year: Number(year) };
}
