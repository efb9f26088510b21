import { parseDay } from "../day.ts";
import { maxLetters } from "../limits.ts";
import { documentKinds, isDocumentNumber, kindNamed } from "../text/document-number.ts";
import { dayIn } from "../yaml/meant-days.ts";

/**
 * Returns the keys for a number that has its kind or date in it, as a group in braces: those for
 * `Nghị quyết số 2-NQ/TW ngày 3/1/2022`. Empty where a text says anything else.
 */
export function documentIn(text: string): string {
  // The pattern takes time with the square of a run of blanks.
  if (text.length > maxLetters.name) return "";
  const [, before = "", number = "", after = ""] =
    /^(\D*?)\s*(?:số\s*:?\s*)?(\d+\s*[-–/]\s*[^\s,;]+)(?:,?\s*(?:ngày\s+)?(\d.*))?$/iu.exec(text) ??
    [];
  const kind = kindNamed(before.trim());
  const date = after === "" ? undefined : dayIn(after) || (parseDay(after) ?? "");
  if (!isDocumentNumber(number) || date === "") return "";
  if (before.trim() !== "" && !documentKinds.includes(kind)) return "";
  const keys = [
    `number: "${number}"`,
    before.trim() === "" ? [] : `kind: ${kind}`,
    date === undefined ? [] : `date: ${date}`,
  ];
  return `{ ${keys.flat().join(", ")} }`;
}
