import { compose } from "../text/compose.ts";
import { isSyllable } from "../text/syllable.ts";

/**
 * Decodes a text: with a byte order mark, as UTF-8, in the encoding that a page names, or in what
 * Windows used in Viet Nam before. One broken byte does not make it another encoding: it becomes
 * U+FFFD, and the rest stays as it is.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideIn(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  const unicode = new TextDecoder("utf-8").decode(bytes);
  const broken = countOf(unicode, /\ufffd/gu);
  // Letters of other encodings hardly ever make a letter of UTF-8 by chance.
  if (broken <= countOf(unicode, /[^\0-\x7f\ufffd]/gu)) return unicode;
  // Some pages name it behind a kilobyte of scripts.
  const start = Buffer.from(bytes.subarray(0, 200_000)).toString("latin1");
  const [, named = ""] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start) ?? [];
  // The last is what pages named whose letters only a font of their own could draw.
  const isNamed = named !== "" && !/utf-?8|utf-?16|x-user-defined/iu.test(named);
  try {
    if (isNamed && !western.test(named))
      // Windows writes tones as letters of their own behind the vowel.
      return compose(new TextDecoder(named).decode(bytes));
  } catch {
    // Then as if it named none.
  }
  const vietnamese = compose(new TextDecoder("windows-1258").decode(bytes));
  return isVietnamese(vietnamese) ? vietnamese : new TextDecoder("windows-1252").decode(bytes);
}

/** What pages name without having thought of it. */
const western = /^(?:windows-?1252|cp-?1252|iso-?8859-?1|latin-?1|(?:us-)?ascii)$/iu;

/** Returns UTF-16 in one of its orders, by its mark or by the zeros between Latin letters. */
function wideIn(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  const most = start.length / 2;
  if (odd > 0.5 * most && even < 0.05 * most) return "utf-16le";
  return even > 0.5 * most && odd < 0.05 * most ? "utf-16be" : undefined;
}

/**
 * True for a text in which nearly all words with marks are Vietnamese. What was typed for the fonts
 * TCVN3 and VNI has no such words as long as it is read in the wrong encoding.
 */
function isVietnamese(text: string): boolean {
  let marked = 0;
  let good = 0;
  for (const [word] of text.slice(0, 200_000).matchAll(/[\p{L}\p{M}]+/gu)) {
    if (!/[^a-z]/iu.test(word)) continue;
    marked += 1;
    if (isSyllable(word)) good += 1;
  }
  return marked > 0 && good >= 0.85 * marked;
}

/** How many bytes of a text could not be read; the text has U+FFFD in their place. */
export function brokenIn(text: string): number {
  return countOf(text, /\ufffd/gu);
}

function countOf(text: string, form: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(form)) count += 1;
  return count;
}
