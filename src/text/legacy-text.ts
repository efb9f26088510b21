import { compose } from "./compose.ts";
import { isSyllable } from "./syllable.ts";

/*
 * Text typed for the fonts that were in use before Unicode. Each byte was a letter of the font;
 * read as Latin-1, as word processors do, "Đảng ủy" becomes "§¶ng ñy" (TCVN3) or "Ñaûng uûy" (VNI).
 */

export type LegacyText = {
  readonly font: "TCVN3" | "VNI";
  /** What the line says, in Unicode (NFC). */
  readonly text: string;
};

/**
 * Bytes of TCVN 5712:1993 in the form that Windows used (VN3). Fonts whose names end in H draw the
 * same bytes as capitals, so a heading typed with one comes out in small letters.
 */
const tcvn3: ReadonlyMap<string, string> = new Map(
  [
    "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ",
    "µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậ",
    "ÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị",
    "ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợ",
    "ïùñủòũóúôụõừöửøứùựúỳûỷüỹýýþỵ÷ữ",
  ].flatMap((row) => [...row.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from!, to!] as const)),
);

/**
 * VNI writes a mark as a letter of its own behind the vowel; a few letters have a byte of their
 * own.
 */
const vniMarks: Readonly<Record<string, string>> = {
  a: "ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ",
  e: "ùéøèûẻõẽïẹâêáếàềåểãễäệ",
  o: "ùóøòûỏõõïọâôáốàồåổãỗäộ",
  ô: "ùớøờûởõỡïợ",
  u: "ùúøùûủõũïụ",
  ö: "ùứøừûửõữïự",
  y: "ùýøỳûỷõỹ",
};
const vniAlone = "ôơöưñđæỉóĩòịîỵ";
const vni = vniTable();

function vniTable(): ReadonlyMap<string, string> {
  const lower = [
    ...[...vniAlone.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from!, to!] as const),
    ...Object.entries(vniMarks).flatMap(([vowel, row]) =>
      [...row.matchAll(/(.)(.)/gu)].map(([, mark, to]) => [vowel + mark!, to!] as const),
    ),
  ];
  const upper = lower.map(([from, to]) => [from.toUpperCase(), to.toUpperCase()] as const);
  // At the start of a sentence, a capital carries the mark of a small letter.
  const first = lower.map(
    ([from, to]) => [from[0]!.toUpperCase() + from.slice(1), to.toUpperCase()] as const,
  );
  return new Map([...lower, ...upper, ...first]);
}
const vniLetter = new RegExp(
  [...vni.keys()].toSorted((a, b) => b.length - a.length).join("|"),
  "gu",
);

/** Letters of Vietnamese beyond Latin-1: a line that has one of them is in Unicode already. */
const vietnamese = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/u;
/**
 * Characters that are rare in all other text: signs inside words, and letters of other languages.
 */
const sign = String.raw`[¡-¬\u00ad®µ-¹»-¾]`;
const tcvn3Signs = new RegExp(String.raw`(?<=\p{L}|${sign})${sign}|${sign}(?=\p{L}|${sign})`, "gu");
const vniSigns = /[ûøïåäëüöñæîÛØÏÅÄËÜÖÑÆÎ]/gu;
const anySign = new RegExp(`${sign}|${vniSigns.source}`, "u");
const word = new RegExp(String.raw`(?:\p{L}|${sign}|[×÷])+`, "gu");

/** True when a text has letters that only Vietnamese in Unicode has. */
export function isUnicodeText(text: string): boolean {
  return vietnamese.test(text);
}

/** True when a text needs a closer look; most have none of these characters. */
export function mayBeLegacy(text: string): boolean {
  return anySign.test(text);
}

/**
 * Returns what a line typed for an old font says. Undefined for anything else: Vietnamese in
 * Unicode, other languages, and whatever does not decode to Vietnamese syllables.
 */
export function legacyText(line: string): LegacyText | undefined {
  if (!mayBeLegacy(line) || vietnamese.test(line)) return undefined;
  const signs = (form: RegExp) => line.match(form)?.length ?? 0;
  if (signs(tcvn3Signs) >= 2) {
    const text = decoded(line, fromTcvn3);
    if (text !== undefined) return { font: "TCVN3", text };
  }
  if (signs(vniSigns) >= 2) {
    const text = decoded(line, fromVni);
    if (text !== undefined) return { font: "VNI", text };
  }
  return undefined;
}

function fromTcvn3(text: string): string {
  return text.replaceAll(/./gu, (letter) => tcvn3.get(letter) ?? letter);
}

function fromVni(text: string): string {
  return text.replaceAll(vniLetter, (letters) => vni.get(letters)!);
}

/**
 * Returns the decoded line; undefined unless at least 85 % of the words that change become
 * Vietnamese syllables.
 */
function decoded(line: string, decode: (word: string) => string): string | undefined {
  let changed = 0;
  let good = 0;
  const text = line.replaceAll(word, (one) => {
    const read = compose(decode(one));
    if (read === one) return one;
    changed += 1;
    if (isSyllable(read)) good += 1;
    return read;
  });
  return changed > 0 && good >= changed * 0.85 ? text : undefined;
}

/** Says that text was decoded, for the notes of an import. */
export function decodedNote(font: LegacyText["font"]): string {
  return `Có chữ gõ bằng phông cũ ${font}, đã chuyển sang Unicode; xin đọc lại, nhất là những chỗ viết hoa.`;
}

/**
 * Returns what a line says that may have been typed for a font, because the text around it was. A
 * line that does not become Vietnamese stays as it is.
 */
export function readInFont(line: string, font: LegacyText["font"]): string {
  if (vietnamese.test(line)) return line;
  return decoded(line, font === "TCVN3" ? fromTcvn3 : fromVni) ?? line;
}

/** Decodes a piece of a text whose font is known from the whole. */
export function decodeLegacy(text: string, font: LegacyText["font"]): string {
  const decode = font === "TCVN3" ? fromTcvn3 : fromVni;
  return text.replaceAll(word, (one) => compose(decode(one)));
}
