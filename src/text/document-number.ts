import { compose } from "./compose.ts";
import { fold } from "./vietnamese.ts";

/**
 * Returns one key for all the ways in which people type a document's number: `25 – QĐ/ĐUK` becomes
 * `25-qd/duk`. Trung ương is written TW, T.W, T.Ư or TƯ, and 05 is 5. Folding alone would turn TƯ
 * into TU, which is a Tỉnh ủy, and two documents into one.
 */
export function numberKey(number: string): string {
  return fold(compose(number).replaceAll(/T\.?\s?[ƯW](?!\p{L})/giu, "TW"))
    .replaceAll(/\s+/gu, "")
    .replaceAll(/\p{Pd}/gu, "-")
    .replace(/^0+(?=\d)/u, "");
}

/**
 * Matches `NO-TYPE/ISSUER` of the Party, `NO/YEAR/TYPE-ISSUER` and `NO/TYPE-ISSUER` of the state;
 * spaces as people type them.
 */
const numberForm =
  /^\d{1,6}\s*(?:[-–]\s*\p{L}[\p{L}\d.]*\s*(?:\/\s*[\p{L}\d.&-]+)?|\/\s*(?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d.]*(?:\s*[-–]\s*[\p{L}\d.&-]+)*)$/u;

/** Returns whether a text has the form of a document's whole number. */
export function isDocumentNumber(text: string): boolean {
  return numberForm.test(text);
}

/** Returns whether a number is a figure alone, which many documents have: `02`, not `02-NQ/ĐU`. */
export function isBareNumber(number: string): boolean {
  return /^\d+$/u.test(number);
}

/** Returns the figure that a number begins with, without zeros before it. */
export function figureOf(number: string): string {
  return /^0*(\d+)/u.exec(number)?.[1] ?? "";
}

/** Returns whether a number has the form of the Party's (`21-KL/TW`), which run for a term. */
export function isPartyNumber(number: string): boolean {
  return /^\d+\s*\p{Pd}/u.test(number);
}

/** Returns the mark of the body that issued a document: `ĐUK` in `25-QĐ/ĐUK`. */
export function issuerMark(number: string): string | undefined {
  return /\/\s*([\p{L}\d.&-]+)$/u.exec(isPartyNumber(number) ? number : "")?.[1];
}

/**
 * Kinds of documents by their code in a number, as Hướng dẫn 36-HD/VPTW has them for the Party and
 * Nghị định 30/2020/NĐ-CP for the state; only those that nobody reads in two ways. QĐ is both
 * Quyết định and Quy định in the Party, TT a Thông tri there and a Thông tư of the state.
 */
const kindsByCode: Readonly<Record<string, string>> = {
  NQ: "Nghị quyết",
  CT: "Chỉ thị",
  KL: "Kết luận",
  QC: "Quy chế",
  QYĐ: "Quy định",
  QĐI: "Quy định",
  HD: "Hướng dẫn",
  BC: "Báo cáo",
  KH: "Kế hoạch",
  TB: "Thông báo",
  TTR: "Tờ trình",
  CTR: "Chương trình",
  CV: "Công văn",
  NĐ: "Nghị định",
};
const ofParty: Readonly<Record<string, string>> = { TT: "Thông tri" };
const ofState: Readonly<Record<string, string>> = { QĐ: "Quyết định", TT: "Thông tư" };

/** All kinds that have a name of their own, in the spelling of the site. */
export const documentKinds: readonly string[] = [
  ...new Set([kindsByCode, ofParty, ofState].flatMap((kinds) => Object.values(kinds))),
];
const byFold = new Map(documentKinds.map((kind) => [fold(kind), kind]));

/** Returns the kind that the code in a number says; undefined where it says none, or two. */
export function kindOfNumber(number: string): string | undefined {
  const kinds = kindsOfNumber(number);
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** Returns the kinds that the code in a number may say; none for a code that is not known. */
export function kindsOfNumber(number: string): readonly string[] {
  const code = /^\d+\s*(?:\p{Pd}|\/\s*(?:\d{4}\s*\/)?)\s*(\p{L}+)/u.exec(compose(number))?.[1];
  if (code === undefined) return [];
  const isOfParty = isPartyNumber(number);
  if (isOfParty && code.toUpperCase() === "QĐ") return ["Quyết định", "Quy định"];
  const kind =
    kindsByCode[code.toUpperCase()] ?? (isOfParty ? ofParty : ofState)[code.toUpperCase()];
  return kind === undefined ? [] : [kind];
}

/** Returns a kind in the spelling of the site: `nghị quyết` is `Nghị quyết`. */
export function kindNamed(written: string): string {
  const known = byFold.get(fold(written.trim().replaceAll(/\s+/gu, " ")));
  return known ?? written.slice(0, 1).toUpperCase() + written.slice(1);
}

/** Returns the kind that a title begins with: `Kế hoạch` of `Kế hoạch thực hiện …`. */
export function kindOfTitle(title: string): string | undefined {
  const [first = "", second = ""] = title.trim().split(/\s+/u);
  return byFold.get(fold(`${first} ${second}`));
}
