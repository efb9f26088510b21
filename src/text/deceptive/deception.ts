import type { MessageCode } from "../../problems/messages.ts";

/** Something in a text that readers do not see, or take for something else. */
export type Deception = {
  readonly code: MessageCode;
  /** Offset in the text, in UTF-16 units. */
  readonly index: number;
  /** Length in UTF-16 units. */
  readonly length: number;
  readonly args: Readonly<Record<string, string>>;
  /** What should be there instead; undefined where only the writer knows. */
  readonly fixed?: string | undefined;
};

/**
 * Where a text is shown. A name (of a person, a unit, a tag) is looked up and compared; a line (a
 * title, a caption) stands alone; a body has room for formulas, foreign words and phonetics.
 */
export type Where = "name" | "line" | "body";

/** Returns the usual name of a character's code point, such as `U+200B`. */
export function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** At most this many letters of a word are quoted. */
const longestQuote = 40;

/** Returns a word for a message, with what has no shape of its own as a code: `Hội‹U+200B›nghị`. */
export function shown(word: string): string {
  const cut = [...word].slice(0, longestQuote);
  const more = cut.join("").length < word.length ? "…" : "";
  const visible = cut.join("").replaceAll(shapeless, (one) => `‹${codePoint(one)}›`);
  return visible + more;
}

const shapeless =
  /[\p{C}\p{Zl}\p{Zp}\p{Me}\p{Default_Ignorable_Code_Point}\u2800]|\p{M}(?<=\p{M}{3})/gu;
