import { isSyllable } from "../syllable.ts";
import { codePoint, type Deception } from "./deception.ts";
import { withoutEmoji } from "./emoji.ts";

/*
 * Characters without a shape. They come along when text is pasted from Word, Zalo or a PDF, keep
 * search from finding a word, hide a message in another, or turn the order of letters round.
 */

/**
 * Everything that Unicode lets a renderer ignore (Default_Ignorable_Code_Point) or uses to control
 * others (Cf, Zl, Zp), and blanks that are called letters or symbols. Some characters of Cf have a
 * shape: Arabic signs of numbers.
 */
const invisible =
  /[[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\u2800\u{1d159}]--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]+/gv;

/**
 * Joiners between letters of scripts whose spelling needs them (UAX #31, Default_Ignorable and
 * joining controls), and the break between words of scripts without blanks.
 */
const spelling =
  /(?<=[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}])[\u200c\u200d](?=[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}])|(?<=[\p{sc=Khmr}\p{sc=Laoo}\p{sc=Thai}\p{sc=Mymr}\p{sc=Tibt}])\u200b(?=[\p{sc=Khmr}\p{sc=Laoo}\p{sc=Thai}\p{sc=Mymr}\p{sc=Tibt}])/gv;

/** Characters that take the room of a blank or of the end of a line. */
const takesRoom = /[\u115f\u1160\u2028\u2029\u2800\u3164\uffa0]/u;

/** Finds runs of invisible characters. */
export function* invisibleIn(text: string): Generator<Deception> {
  const rest = withoutEmoji(text).replaceAll(spelling, " ");
  for (const { 0: run, index } of rest.matchAll(invisible)) {
    const length = run.length;
    const [before, after] = wordsBeside(text, index, length);
    const isBetweenWords = isSyllable(before) && isSyllable(after) && !isSyllable(before + after);
    const between =
      takesRoom.test(run) &&
      /\S/u.test(text[index - 1] ?? " ") &&
      /\S/u.test(text[index + length] ?? " ")
        ? " "
        : "";
    const around = (blank: string) => wordAround(text, index, length, blank);
    const isUnsure = between === "" && isBetweenWords;
    const args = {
      code: codePoint(run),
      suggestion: around(between),
      apart: isUnsure ? around(" ") : "",
    };
    // Readers see the words joined already. Whether a blank belongs there, only the writer knows.
    const fixed = between;
    yield { code: "invisible-character", index, length, args, fixed };
  }
}

/** At most this many letters are in a syllable of ours. */
const longestSyllable = 8;

function wordsBeside(text: string, index: number, length: number): [before: string, after: string] {
  const end = index + length;
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, index - longestSyllable), index));
  const after = /^[\p{L}\p{M}]*/u.exec(text.slice(end, end + longestSyllable));
  return [before?.[0] ?? "", after?.[0] ?? ""];
}

/** Returns the visible word around a run, so that the writer can find the place. */
function wordAround(text: string, index: number, length: number, between: string): string {
  const before = /\S*$/u.exec(text.slice(Math.max(0, index - 24), index))?.[0] ?? "";
  const after = /^\S*/u.exec(text.slice(index + length, index + length + 24))?.[0] ?? "";
  return (before + between + after).replaceAll(invisible, "");
}
