/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { squeezed } from "./html-tree.ts";
import type { LinkedData } from "./linked-data.ts";
import { isOnlyDay } from "./page-day.ts";
import { isElsewhere } from "./page-frame.ts";
import type { Meta } from "./page-head.ts";
import { titleKey } from "./title-key.ts";

/**
 * Returns the title: the heading that agrees with what the page says of itself where it is shared.
 * The only heading of the first level is often the name of the site.
 */
export function titleOf(
  document: Document,
  meta: Meta,
  data: LinkedData,
  isSite: (text: string) => boolean,
): string | undefined {
  const headings = ["h1", "h2", "h3"].flatMap((name) =>
    [...document.querySelectorAll(name)]
      .map((heading) => ({ name, heading, text: wordsOf(heading) }))
      .filter(({ text }) => text !== "" && text.length <= 400 && !isSite(text)),
  );
  // Some portals have no heading for the title, only an element that is drawn as one.
  const drawn = [...document.querySelectorAll(drawnTitles)]
    .filter((one) => one.children.length <= 3 && one.closest("a,h1,h2,h3") === null)
    .filter((one) => frames(one) === 0 && !isElsewhere(one))
    .map((heading) => ({ name: "div", heading, text: wordsOf(heading) }))
    .filter(({ text }) => text.length >= 15 && text.length <= 400 && !isSite(text));
  const shared = [meta("og:title"), data.headline, meta("twitter:title", "dc.title", "title")];
  const stated = [...shared, squeezed(document.title)].flatMap((text) =>
    text === undefined || text === "" ? [] : [text],
  );
  for (const text of stated) {
    const same = headings.find((one) => titleKey(one.text) === titleKey(text));
    if (same !== undefined) return same.text;
    // `Tên bài - Cổng thông tin`: the title with the name of the site on one side of it.
    const parts = partsOf(text).map(titleKey);
    const [part] = (parts.length > 1 ? [...headings, ...drawn] : headings)
      .filter((one) => titleKey(one.text).length >= 8 && parts.includes(titleKey(one.text)))
      .toSorted((a, b) => frames(a.heading) - frames(b.heading) || b.text.length - a.text.length);
    if (part !== undefined) return part.text;
  }
  const inside = headings.filter(({ name, heading }) => name === "h1" && frames(heading) === 0);
  const first = shared.find((text) => text !== undefined && !isSite(text));
  const long = inside.find(
    ({ text }) =>
      titleKey(text).length >= 8 && stated.some((one) => titleKey(one).includes(titleKey(text))),
  );
  if (long !== undefined) return long.text;
  if (first !== undefined) return withoutSite(first, isSite);
  const heads = headings.filter(({ name }) => name === "h1");
  const only = inside[0] ?? heads[0];
  if (only !== undefined) return only.text;
  const named = withoutSite(squeezed(document.title), isSite);
  if (named !== "" && !isSite(named) && !noTitle.test(named)) return named;
  const lower = headings.find(
    ({ heading, text }) =>
      frames(heading) === 0 &&
      text.length >= 15 &&
      heading.closest("a") === null &&
      heading.querySelector("a") === null &&
      !isElsewhere(heading),
  );
  return (drawn[0] ?? lower)?.text;
}

const drawnTitles = "[class*='title' i],[class*='tieu-de' i],[class*='tieude' i]";

/** What pages call themselves that are made to be printed, or that nobody gave a title. */
const noTitle =
  /^(?:(?:bản )?in(?: (?:bài(?: viết)?|trang|tin))?|print|untitled|trang chủ|home)$/iu;

/** Returns 1 for a heading in the frame of a page, where the name of the site is, otherwise 0. */
function frames(heading: Element): number {
  return heading.closest("header,nav,footer,aside") === null ? 0 : 1;
}

const between = /\s+(?:[|»«›‹│·•–—-]|::|<|>)\s+|\s*[|»«│]\s*/u;

/** Returns what a title in the head may mean: all but its last part, and each part of it. */
function partsOf(text: string): string[] {
  const parts = text.split(between).filter(Boolean);
  const ends = [...text.matchAll(new RegExp(between, "gu"))];
  const last = ends.at(-1);
  const first = ends[0];
  return [
    ...(last === undefined ? [] : [text.slice(0, last.index)]),
    ...(first === undefined ? [] : [text.slice(first.index + first[0].length)]),
    ...parts,
  ];
}

/** Takes the name of the site off the end or the beginning of a title. */
function withoutSite(text: string, isSite: (text: string) => boolean): string {
  const ends = [...text.matchAll(new RegExp(between, "gu"))];
  for (const { 0: sign, index } of ends) {
    if (isSite(text.slice(index + sign.length))) return text.slice(0, index).trim();
    if (isSite(text.slice(0, index))) return text.slice(index + sign.length).trim();
  }
  return text;
}

/** The line above a title that says what it is about, within the same heading. */
const kicker =
  /kicker|overline|topline|dachzeile|spitzmarke|pre-?(?:title|headline|header)|eyebrow|roofline|upper-?(?:title|line)|super-?(?:title|headline)|hat__|rubrik/iu;

/** Returns the words of a heading without the scripts and styles in it, and without its kicker. */
function wordsOf(heading: Element): string {
  if (heading.firstElementChild === null) return squeezed(heading.textContent);
  const copy = heading.cloneNode(true) as Element;
  for (const one of [...copy.querySelectorAll("script,style,noscript")]) one.remove();
  for (const line of [...copy.querySelectorAll("br,p,div")]) line.before(" ");
  for (const one of [...copy.querySelectorAll("small,time,span")])
    if (isOnlyDay(squeezed(one.textContent))) one.remove();
  const all = squeezed(copy.textContent);
  for (const one of [...copy.querySelectorAll("[class]")])
    if (kicker.test(one.getAttribute("class") ?? "")) one.remove();
  const title = squeezed(copy.textContent).replace(/^[:–—-]\s*/u, "");
  return titleKey(title).length >= 8 ? title : all;
}
