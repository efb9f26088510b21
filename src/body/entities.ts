import { compose } from "../text/compose.ts";
import { unescapeText } from "./markdown.ts";

/** A character reference in Markdown, such as `&#8203;` or `&shy;`. */
export type Entity = {
  /** Offset in the text, in UTF-16 units. */
  readonly index: number;
  readonly written: string;
  /** What readers get in its place. */
  readonly meaning: string;
};

const entity = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/giu;

/** Finds the character references of a text. */
export function entitiesIn(text: string): Entity[] {
  return [...text.matchAll(entity)]
    .map(({ 0: written, index }) => ({
      index,
      written,
      meaning: compose(unescapeText(written)),
    }))
    .filter(({ written, meaning }) => written !== meaning);
}
