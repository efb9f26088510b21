/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { proseLength } from "./element-text.ts";
import { htmlTree, plainText, squeezed } from "./html-tree.ts";

/** In letters; less is a summary. */
const shortest = 250;

/**
 * Returns the text of an article that a page gives in its linked data (`articleBody`), where it
 * shows less than half of it: some pages draw their text by a script. Undefined where the page
 * shows the text itself.
 *
 * @param told what the linked data has: plain text, or HTML
 * @param shown what was read from the page
 */
export function textInstead(
  told: string | undefined,
  shown: Element | undefined,
): Element | undefined {
  if (told === undefined) return undefined;
  const isHtml = /<(?:p|br|div)\b/iu.test(told);
  const { body } = htmlTree(
    `<!doctype html><html><body>${isHtml ? told : paragraphsOf(told)}</body></html>`,
  );
  const length = proseLength(body);
  if (length < shortest || (shown !== undefined && proseLength(shown) >= length / 2))
    return undefined;
  return body;
}

function paragraphsOf(text: string): string {
  return text
    .split(/[\r\n]+/u)
    .map((line) => squeezed(plainText(line)))
    .filter((line) => line !== "")
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("");
}
