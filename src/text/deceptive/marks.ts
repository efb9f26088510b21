import type { Where } from "./deception.ts";

/*
 * Marks that are put upon letters. UTS #39, section 5.4, lets at most four stand in a row and none
 * twice; Vietnamese and the languages of its minorities have at most two (ậ, ê̆, ơ̆), with a tone
 * three.
 */

/** Marks of living orthographies that are written upon Latin letters. */
const usual =
  /^[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323\u0324\u0326-\u0328\u032d\u032e\u0330\u0331]$/u;
/** Marks of phonetics, which a body may quote. */
const phonetic = /^[\u0318-\u0320\u0325\u0329\u032a\u032c\u032f\u0339-\u033d\u035c\u0361]$/u;
/** The mean of a number x, and a vector. */
const overSymbol = /^[A-Za-z][\u0305\u20d7]$/u;
/** Lines through a letter, and circles round it. */
const overlays =
  /\p{Me}|[\u0332-\u0338]|[\u20d0-\u20f0]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\ufe20-\ufe2f]/u;

/** Returns whether the marks upon a letter are such as no orthography has. */
export function isOverloaded(
  base: string,
  marks: string,
  isLatin: boolean,
  where: Where,
  isPhonetic: boolean,
): boolean {
  const units = [...marks];
  if (where === "body" && overSymbol.test(base + marks)) return false;
  if (overlays.test(marks) || base === "") return true;
  const all = [...(base + marks).normalize("NFD")].slice(1);
  if (all.some((mark, at) => mark === all[at - 1])) return true;
  if (!isLatin) return units.length > 4;
  // A dot upon i does not show.
  if (/^[ijıȷ]$/u.test(base) && marks.includes("\u0307")) return true;
  return (
    units.length > 2 ||
    all.length > 3 ||
    units.some((one) => !usual.test(one) && !(isPhonetic && phonetic.test(one)))
  );
}
