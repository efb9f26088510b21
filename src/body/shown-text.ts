import type { Token } from "markdown-it";
import { maxMarks } from "../limits.ts";
import { compose, stackedMarks } from "../text/compose.ts";
import { codePoint, type Deception } from "../text/deceptive/deception.ts";
import { deceptionsIn } from "../text/deceptive/deceptions.ts";
import { hasTwoTones, isBlank, isOdd, kindsIn } from "../text/deceptive/plain-letters.ts";
import type { Entity } from "./entities.ts";
import { newShownSource, type Origin, type ShownRange } from "./shown-source.ts";
import { attribute } from "./tokens.ts";

/*
 * What readers see of a body, where it is not what the source shows: after character references
 * (`&#x202e;`), and where marks of Markdown stand within a word (`С**hi**`).
 */

/**
 * Finds what deceives in the text that readers see and is not in the source as it is; what is there
 * is found without reading Markdown. Offsets are those of the source.
 */
export function shownDeceptions(
  tokens: readonly Token[],
  text: string,
  bodyOffset: number,
): Deception[] {
  // Markdown makes no letters; only references do.
  if (!text.includes("&", bodyOffset) && !(kindsIn(text, bodyOffset) & isOdd)) return [];
  const body = text.slice(bodyOffset);
  const found: Deception[] = [];
  const source = newShownSource(body);
  let lines: readonly [number, number] | undefined;
  for (const block of tokens) {
    // A cell of a table has the lines of its row.
    lines = block.map ?? lines;
    if (block.type !== "inline") continue;
    const texts = shownTexts(block.children ?? []).filter(needsLook);
    if (texts.length === 0) continue;
    const range = source.rangeOf(lines);
    range.passCode(block.children ?? []);
    for (const text of texts) {
      const shown = compose(text);
      if (stackedMarks(shown) !== -1) {
        const args = { most: String(maxMarks) };
        found.push({ code: "too-many-marks", index: range.from, length: 0, args });
        continue;
      }
      const origins = range.originsOf(shown);
      for (const one of deceptionsIn(shown, "body"))
        for (const each of placed(one, shown, origins, range)) found.push(each);
    }
  }
  return found;
}

function needsLook(text: string): boolean {
  return (kindsIn(text) & (isOdd | isBlank | hasTwoTones)) !== 0;
}

/** Returns a deception of a shown text with its place in the source; nothing if that has it. */
function placed(
  found: Deception,
  text: string,
  origins: ReadonlyMap<number, Origin>,
  range: ShownRange,
): Deception[] {
  const { code, index, length } = found;
  const own: Origin[] = [];
  for (let at = index; at < index + length; at += 1) {
    const origin = origins.get(at);
    if (origin !== undefined) own.push(origin);
  }
  const references = own.flatMap(({ reference }) => reference ?? []);
  const shown = text.slice(index, index + length);
  if (references.length === 0 && range.isTold(shown)) return [];
  if (code === "invisible-character" && references.length > 0) return references.map(asReference);
  const first = references[0] ?? own[0];
  // The source is not what the text is, so nothing in it can be put right.
  return [{ ...found, index: first?.index ?? range.from, length: 0, fixed: undefined }];
}

function asReference({ index, written, meaning }: Entity): Deception {
  return {
    code: "invisible-entity",
    index,
    length: written.length,
    args: { value: written, code: codePoint(meaning) },
    fixed: "",
  };
}

/** Returns the text of a block, then descriptions of its pictures and titles of links. */
function shownTexts(children: readonly Token[]): string[] {
  const aside: string[] = [];
  const main = children.map((token) => {
    const { type, content, children: inner } = token;
    const title = attribute(token, "title");
    if (title !== "") aside.push(title);
    if (type === "image") {
      aside.push(...shownTexts(inner ?? []));
      return " ";
    }
    return type === "softbreak" || type === "hardbreak" ? "\n" : content;
  });
  return [main.join(""), ...aside];
}
