import { type Day, parseDay } from "../day.ts";
import { compose } from "../text/compose.ts";
import { documentKinds, isDocumentNumber, kindOfNumber } from "../text/document-number.ts";
import { fold } from "../text/vietnamese.ts";

/** What the first page of a document says of the document itself. */
export type DocumentInText = {
  readonly number?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly date?: Day;
};

/**
 * In UTF-16 units. Above the text are, in some order, the bodies, the number, place and day, the
 * kind and what it is about, as Hướng dẫn 36-HD/VPTW and Nghị định 30/2020/NĐ-CP lay them out.
 */
const headLength = 1_500;
const longestTitle = 250;

const numbered = /(?<!\p{L})Số\s*[:.]?\s*(\d[^\n]{0,60})/giu;
const dated = /(?<!\p{L})ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)/iu;
/** A line that is no more of the title: a rule, an addressee, a reason, or the text itself. */
const endsTitle =
  /^(?:[-–—_*=\s]*$|\p{Pd}{2}|(?:căn cứ|kính gửi|thực hiện .*[,;]$|xét|theo đề nghị|điều \d|phần |chương )|[IVXLC]+[.)\s]|[\dA-ZĐ]{1,2}[.)]|\p{Pd}\s)/iu;
const kindByFold = new Map(documentKinds.map((kind) => [fold(kind), kind]));

/**
 * Finds number, kind, title and day of a document in the text of its first page. What is not
 * surely there is left out: a writer sees a gap sooner than a mistake.
 *
 * @param page the text, in lines
 */
export function documentInText(page: string): DocumentInText {
  const head = compose(page.replaceAll(/[^\S\n]+/gu, " ")).slice(0, headLength);
  const number = numberIn(head);
  const title = titleIn(head);
  // The code of a number says the kind in any case, except where two kinds share it.
  const kind = (number && kindOfNumber(number)) ?? title?.kind;
  const date = dayIn(head);
  return {
    ...(number === undefined ? {} : { number }),
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined || title.words === "" ? {} : { title: title.words }),
    ...(date === undefined ? {} : { date }),
  };
}

function numberIn(head: string): string | undefined {
  // Before the title only: a title names other documents.
  for (const { 1: written = "", index } of head.matchAll(numbered)) {
    if (/\p{Ll}\s*$/u.test(head.slice(0, index).split("\n").at(-1)!)) continue;
    const [number = ""] = /^\d{1,6}\s*[-–/]\s*\S+(?:\s*[-–/]\s*\S+)*/u.exec(written) ?? [];
    const tidy = number
      .replaceAll(/\s+/gu, "")
      .replaceAll("–", "-")
      .replace(/[.,;*]+$/u, "");
    if (isDocumentNumber(tidy)) return tidy;
  }
  return undefined;
}

function dayIn(head: string): Day | undefined {
  const [, day, month, year] = dated.exec(head) ?? [];
  return year === undefined ? undefined : parseDay(`${day}/${month}/${year}`);
}

/** Finds a line that is nothing but a kind in capitals, and what it is about below it. */
function titleIn(head: string): { readonly kind: string; readonly words: string } | undefined {
  const lines = head.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => line === line.toUpperCase() && kindByFold.has(fold(line)));
  if (at === -1) return undefined;
  const kind = kindByFold.get(fold(lines[at]!))!;
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => endsTitle.test(line));
  const words = below.slice(0, end === -1 ? 0 : end).join(" ");
  if (words.length > longestTitle) return { kind, words: "" };
  return { kind, words: words === "" ? "" : named(kind, words) };
}

/** "về việc …" stands alone; anything else goes on with the kind. */
function named(kind: string, words: string): string {
  const calm = words === words.toUpperCase() ? words.toLowerCase() : words;
  return /^về\s/iu.test(calm)
    ? calm.slice(0, 1).toUpperCase() + calm.slice(1)
    : `${kind} ${calm.slice(0, 1).toLowerCase()}${calm.slice(1)}`;
}
