import type { Token } from "markdown-it";
import { withoutAddresses } from "../text/deceptive/addresses.ts";
import { codePoint, type Deception } from "../text/deceptive/deception.ts";
import { deceptionsIn } from "../text/deceptive/deceptions.ts";
import { isOdd, isPlain, kindsIn } from "../text/deceptive/plain-letters.ts";
import { type Entity, entitiesIn } from "./entities.ts";
import { attribute } from "./tokens.ts";

/*
 * What readers see of a body, where it is not what the source shows: after character references
 * (`&#x202e;`), and where marks of Markdown stand within a word (`С**hi**`).
 */

/** At most this many places are looked at: after so many, nobody reads on. */
const mostPlaces = 500;

/**
 * Finds what deceives in the text that readers see and is not in the source as it is; what is there
 * is found without reading Markdown. Offsets are those of the source.
 */
export function shownDeceptions(tokens: readonly Token[], body: string): Deception[] {
  const found: Deception[] = [];
  // Markdown makes no letters; only references do.
  if (!body.includes("&") && !(kindsIn(body) & isOdd)) return found;
  let source: Source | undefined;
  let lines: readonly [number, number] | undefined;
  let looked = 0;
  for (const block of tokens) {
    // A cell of a table has the lines of its row.
    lines = block.map ?? lines;
    if (block.type !== "inline") continue;
    const texts = shownTexts(block.children ?? []).filter((text) => !isPlain(text));
    if (texts.length === 0) continue;
    source ??= newSource(body);
    const range = source.rangeOf(lines);
    source.passCode(block.children ?? [], range);
    for (const text of texts) {
      const shown = text.normalize("NFC");
      for (const one of deceptionsIn(shown, "body")) {
        looked += 1;
        if (looked > mostPlaces) return found;
        found.push(...source.placed(one, shown.slice(one.index, one.index + one.length), range));
      }
    }
  }
  return found;
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

type Range = { readonly from: number; readonly to: number };
type Source = {
  readonly rangeOf: (lines: readonly [number, number] | undefined) => Range;
  /** Passes over what looks like a reference and is code, which shows it as it is. */
  readonly passCode: (children: readonly Token[], range: Range) => void;
  /** Returns a deception of the shown text with its place in the source; nothing if that has it. */
  readonly placed: (found: Deception, shown: string, range: Range) => Deception[];
};

function newSource(body: string): Source {
  // What the source shows as it is has been told already.
  const told = [...deceptionsIn(body, "body", withoutAddresses(body, "body")).take(mostPlaces)].map(
    ({ index, length }) => ({ index, text: body.slice(index, index + length) }),
  );
  const entities = entitiesIn(body).filter(({ meaning }) => !isPlain(meaning));
  const used = new Set<Entity>();
  const starts = [0];
  for (let at = body.indexOf("\n"); at !== -1; at = body.indexOf("\n", at + 1)) starts.push(at + 1);
  return {
    rangeOf: (lines) => ({
      from: starts[lines?.[0] ?? 0] ?? 0,
      to: starts[lines?.[1] ?? starts.length] ?? body.length,
    }),
    passCode(children, { from }) {
      let at = from;
      for (const { type, content } of children) {
        if (type !== "code_inline" || !content.includes("&")) continue;
        const start = body.indexOf(content, at);
        if (start === -1) continue;
        at = start + content.length;
        for (const one of entities.slice(firstAt(entities, start), firstAt(entities, at)))
          used.add(one);
      }
    },
    placed(found, shown, { from, to }) {
      const needed = [...shown].filter((one) => !isPlain(one)).length;
      const own: Entity[] = [];
      for (let at = firstAt(entities, from); own.length < needed; at += 1) {
        const one = entities[at];
        if (one === undefined || one.index >= to) break;
        if (!used.has(one) && shown.includes(one.meaning)) own.push(one);
      }
      const isTold = told.some(({ index, text }) => index >= from && index < to && text === shown);
      if (own.length === 0 && isTold) return [];
      if (found.code === "invisible-character" && own.length > 0)
        return own.map((one) => {
          used.add(one);
          return asEntity(one);
        });
      const letter = [...shown].find((one) => !isPlain(one)) ?? shown;
      const first = own[0]?.index ?? from + Math.max(0, body.slice(from, to).indexOf(letter));
      if (own[0] !== undefined) used.add(own[0]);
      // The source is not what the text is, so nothing in it can be put right.
      return [{ ...found, index: first, length: 0, fixed: undefined }];
    },
  };
}

/** Returns the index of the first reference at or behind an offset, by binary search. */
function firstAt(entities: readonly Entity[], offset: number): number {
  let [low, high] = [0, entities.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entities[middle]!.index < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function asEntity({ index, written, meaning }: Entity): Deception {
  return {
    code: "invisible-entity",
    index,
    length: written.length,
    args: { value: written, code: codePoint(meaning) },
    fixed: "",
  };
}
