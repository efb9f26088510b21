import type { Heading } from "../../src/body/outline.ts";
import { type Html, html } from "./html.ts";

/** In a text with fewer syllables than this a reader sees by scrolling what it holds. */
const LONG_TEXT = 600;
/** A longer list of contents would be a text of its own. */
const MOST_ENTRIES = 10;

/**
 * Returns the headings that the contents of an article list: those of its parts, and theirs while
 * they are few. Empty for a short text.
 */
export function contentsOf(headings: readonly Heading[], syllables: number): readonly Heading[] {
  if (syllables < LONG_TEXT) return [];
  const withInner = headings.filter(({ level }) => level <= 3);
  const listed =
    withInner.length <= MOST_ENTRIES ? withInner : headings.filter(({ level }) => level === 2);
  return listed.length < 3 ? [] : listed;
}

/**
 * A list of links to the headings of a text: folded above the text, and open beside it where there
 * is room.
 */
export function contents(listed: readonly Heading[]): Html {
  const parts: { readonly part: Heading; readonly inner: Heading[] }[] = [];
  for (const heading of listed) {
    const last = parts.at(-1);
    if (heading.level === 2 || last === undefined) parts.push({ part: heading, inner: [] });
    else last.inner.push(heading);
  }
  return html`<nav class="contents" aria-labelledby="cac-muc"><h2 id="cac-muc">Nội dung</h2><details><summary>Nội dung (${listed.length} mục)</summary><ol>${parts.map(
    ({ part, inner }) =>
      html`<li>${link(part)}${inner.length > 0 && html`<ol>${inner.map((one) => html`<li>${link(one)}</li>`)}</ol>`}</li>`,
  )}</ol></details></nav>`;
}

function link({ anchor, title }: Heading): Html {
  return html`<a href="#${anchor}">${title}</a>`;
}
