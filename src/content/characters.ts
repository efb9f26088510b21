import { fileStart, type Problem, placeAt, problem } from "../problems/problem.ts";
import { compose } from "../text/compose.ts";
import { withoutAddresses } from "../text/deceptive/addresses.ts";
import { codePoint, type Deception, shown, type Where } from "../text/deceptive/deception.ts";
import { deceptionsIn } from "../text/deceptive/deceptions.ts";
import { hasTwoTones, isBlank, isOdd, kindsIn } from "../text/deceptive/plain-letters.ts";
import { repaired } from "../text/deceptive/repair.ts";
import { legacyText } from "../text/legacy-text.ts";

/**
 * Finds characters that no writer means, in the source of a file: what cannot be seen, what is not
 * the letter that it looks like, two tone marks on one syllable.
 *
 * @param bodyOffset where the body of an article begins; a data file has none
 */
export function characterProblems(
  file: { readonly path: string; readonly text: string },
  bodyOffset = file.text.length,
): Problem[] {
  const { path, text } = file;
  return Array.from(sourceDeceptions(text, bodyOffset), ({ code, index, args }) =>
    problem(code, placeAt(path, text, index), args),
  );
}

const unseenCodes: ReadonlySet<Deception["code"]> = new Set([
  "invisible-character",
  "control-character",
]);

/** Finds what is wrong with the name of a file or folder, which a reader of the folder sees. */
export function fileNameProblems(path: string, name: string): Problem[] {
  const [odd] = /[\p{Cc}\ufffd]/u.exec(name) ?? [];
  const [first] = deceptionsIn(name, "name");
  const isUnseen = first !== undefined && unseenCodes.has(first.code);
  if (odd === undefined && !isUnseen)
    return first === undefined ? [] : [problem(first.code, fileStart(path), first.args)];
  const code = odd === undefined ? first!.args.code! : codePoint(odd);
  // What could not be read stands for a letter that only the writer knows.
  const isLost = name.includes("\ufffd");
  const suggestion = isLost ? "" : (first?.args.suggestion ?? name.replaceAll(/\p{Cc}+/gu, " "));
  return [
    problem("file-name-character", fileStart(path), { value: shown(name), code, suggestion }),
  ];
}

/** Finds what deceives in the source of a file, from top to bottom of head and body. */
function* sourceDeceptions(text: string, bodyOffset = text.length): Generator<Deception> {
  const headKinds = kindsIn(text, 0, bodyOffset);
  const bodyKinds = kindsIn(text, bodyOffset);
  if (((headKinds | bodyKinds) & (isOdd | isBlank | hasTwoTones)) === 0) return;
  // In the old font TCVN3 the soft hyphen is the letter ư, and Ð is é: such lines have a message of
  // their own.
  const isLegacy = newLegacyLines(text);
  const isTold = ({ code, index }: Deception) => legacyCodes.has(code) && isLegacy(index);
  if (headKinds & (isOdd | isBlank | hasTwoTones)) {
    const head = text.slice(0, bodyOffset);
    for (const where of ["name", "line"] as const) {
      const part = partsOf(head, where);
      for (const found of deceptionsIn(part, where, withoutAddresses(part, "head")))
        if (!isTold(found) && !isKeyColon(head, found.index)) yield found;
    }
  }
  if (bodyKinds & (isOdd | hasTwoTones)) {
    const body = text.slice(bodyOffset);
    for (const found of deceptionsIn(body, "body", withoutAddresses(body, "body"))) {
      const placed = { ...found, index: found.index + bodyOffset };
      if (!isTold(placed)) yield placed;
    }
  }
}

/** At most this many characters of a line are before the colon of a key. */
const longestKey = 60;

/** True for a wide colon behind a key, which YAML has a message for. */
function isKeyColon(head: string, index: number): boolean {
  if (head[index] !== "：") return false;
  const before = head.slice(Math.max(0, index - longestKey), index);
  return /^[\s-]*[\p{L}_]+$/u.test(before.slice(before.lastIndexOf("\n") + 1));
}

const legacyCodes: ReadonlySet<string> = new Set([
  "invisible-character",
  "wrong-d",
  "odd-letter",
  "mixed-letters",
]);

/**
 * Makes a function that returns whether the line at an offset was typed for an old font. It
 * remembers the last line, because a line may be as long as a file.
 */
function newLegacyLines(text: string): (offset: number) => boolean {
  let start = 0;
  let end = -1;
  let isLegacy = false;
  return (offset) => {
    if (offset >= start && offset <= end) return isLegacy;
    start = text.lastIndexOf("\n", offset - 1) + 1;
    end = text.indexOf("\n", offset);
    if (end === -1) end = text.length;
    isLegacy = legacyText(text.slice(start, end)) !== undefined;
    return isLegacy;
  };
}

/** Keys whose texts are prose; all others are names, which are compared and looked up. */
const proseKeys =
  "title summary caption alt for relation wrong right doubt description address owner responsible";
const key = /(?<=^|[\s{,[-])([a-z_]{2,20}):(?=\s|$)/gmu;

/** Returns the parts of YAML that are of one kind, with blanks in place of the others. */
function partsOf(head: string, where: Where): string {
  const prose = new Set(proseKeys.split(" "));
  let parts = "";
  let from = 0;
  let kind: Where = "name";
  const add = (to: number) => {
    const part = head.slice(from, to);
    parts += kind === where ? part : part.replaceAll(/[^\n]/g, " ");
    from = to;
  };
  for (const { index, 1: name = "" } of head.matchAll(key)) {
    add(index);
    kind = prose.has(name) ? "line" : "name";
  }
  add(head.length);
  return parts;
}

/** At most this many rounds: a letter that was put right may show that the word is not. */
const mostRounds = 4;

/**
 * Returns a text as it should be: composed, and with everything that has only one right form in
 * that form, such as Đ for the foreign Ð.
 *
 * @param bodyOffset where the body of an article begins; without it, the text is a name or a title
 */
export function fixCharacters(text: string, bodyOffset = text.length): string {
  const body = text.slice(bodyOffset);
  return fixedPart(text.slice(0, bodyOffset), "head") + (body && fixedPart(body, "body"));
}

function fixedPart(text: string, part: "head" | "body"): string {
  let fixed = compose(text);
  for (let round = 0; round < mostRounds; round += 1) {
    const found = sourceDeceptions(fixed, part === "head" ? fixed.length : 0);
    const next = compose(repaired(fixed, found));
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}
