/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Day, dayAt, parseDay } from "../day.ts";
import { fold } from "../text/vietnamese.ts";
import { dateIn } from "./byline.ts";
import { squeezed } from "./html-tree.ts";
import { type LinkedData, linkedDataOf } from "./linked-data.ts";
import { authorsOf } from "./page-authors.ts";
import { isElsewhere } from "./page-frame.ts";
import { type Meta, metaOf } from "./page-head.ts";

/** What a page says about the article on it. */
export type PageFacts = {
  readonly title: string | undefined;
  readonly date: Day | undefined;
  readonly authors: readonly string[];
  readonly site: string | undefined;
  /** The address that the page gives itself. */
  readonly url: string | undefined;
  /** The picture that stands for the page where it is shared. */
  readonly picture: string | undefined;
  /** The text of the article, where the linked data gives it again: plain, or as HTML. */
  readonly text: string | undefined;
};

/** Reads what a page says about itself, in its head, in its linked data and around its text. */
export function pageFacts(document: Document): PageFacts {
  const meta = metaOf(document);
  const data = linkedDataOf(document);
  const url = [
    document.querySelector("link[rel='canonical']")?.getAttribute("href") ?? undefined,
    meta("og:url"),
    data.url,
    savedFrom(document),
  ].find((one) => one && /^https?:\/\//u.test(one));
  const site = meta("og:site_name") ?? data.site;
  const host = hostOf(url);
  const own = [site, meta("application-name"), data.site, meta("twitter:site"), host];
  // `tin-khoi.example.vn` is the site that calls itself Tin Khối.
  const domain = key(host?.split(".").slice(0, -1).join("") ?? "");
  const isSite = (text: string) =>
    own.some((name) => name !== undefined && key(name) !== "" && key(name) === key(text)) ||
    (key(text).length >= 5 && key(text) === domain);
  const title = titleOf(document, meta, data, isSite);
  return {
    title,
    date: dateOf(document, meta, data, url, title),
    authors: authorsOf(document, meta, data, isSite),
    site,
    url: url ?? undefined,
    picture: meta("og:image", "twitter:image"),
    text: data.body,
  };
}

/** Returns the address in the comment that browsers leave at the beginning of a saved page. */
function savedFrom(document: Document): string | undefined {
  for (const node of document.childNodes) {
    if (node.nodeType !== 8) continue;
    const [, address] = /saved from url=\(\d+\)(\S+)/u.exec(node.textContent ?? "") ?? [];
    if (address !== undefined) return address;
  }
  return undefined;
}

function hostOf(url: string | undefined | null): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:]+)/iu.exec(url ?? "")?.[1];
}

/** The line above a title that says what it is about, within the same heading. */
const kicker =
  /kicker|overline|topline|dachzeile|spitzmarke|pre-?(?:title|headline|header)|eyebrow|roofline|upper-?(?:title|line)|super-?(?:title|headline)|hat__|rubrik/iu;

/** Returns the words of a heading without the scripts and styles in it, and without its kicker. */
function wordsOf(heading: Element): string {
  if (heading.firstElementChild === null) return squeezed(heading.textContent);
  const copy = heading.cloneNode(true) as Element;
  for (const one of [...copy.querySelectorAll("script,style,noscript")]) one.remove();
  const all = squeezed(copy.textContent);
  for (const one of [...copy.querySelectorAll("[class]")])
    if (kicker.test(one.getAttribute("class") ?? "")) one.remove();
  const title = squeezed(copy.textContent).replace(/^[:–—-]\s*/u, "");
  return key(title).length >= 8 ? title : all;
}

/** Returns letters and digits only, without tone marks: what two spellings of a name share. */
function key(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * Returns the title: the heading that agrees with what the page says of itself where it is shared.
 * The only heading of the first level is often the name of the site.
 */
function titleOf(
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
  const shared = [meta("og:title"), data.headline, meta("twitter:title", "dc.title", "title")];
  const stated = [...shared, squeezed(document.title)].flatMap((text) =>
    text === undefined || text === "" ? [] : [text],
  );
  for (const text of stated) {
    const same = headings.find((one) => key(one.text) === key(text));
    if (same !== undefined) return same.text;
    // `Tên bài - Cổng thông tin`: the title with the name of the site on one side of it.
    const parts = partsOf(text).map(key);
    const [part] = headings
      .filter((one) => key(one.text).length >= 8 && parts.includes(key(one.text)))
      .toSorted((a, b) => frames(a.heading) - frames(b.heading) || b.text.length - a.text.length);
    if (part !== undefined) return part.text;
  }
  const inside = headings.filter(({ name, heading }) => name === "h1" && frames(heading) === 0);
  const first = shared.find((text) => text !== undefined && !isSite(text));
  const long = inside.find(
    ({ text }) => key(text).length >= 8 && stated.some((one) => key(one).includes(key(text))),
  );
  if (long !== undefined) return long.text;
  if (first !== undefined) return withoutSite(first, isSite);
  const heads = headings.filter(({ name }) => name === "h1");
  const only = inside[0] ?? heads[0];
  return only?.text ?? (withoutSite(squeezed(document.title), isSite) || undefined);
}

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

function dateOf(
  document: Document,
  meta: Meta,
  data: LinkedData,
  url: string | undefined,
  title: string | undefined,
): Day | undefined {
  const stated = [
    data.published,
    meta("article:published_time", "og:article:published_time", "article:published"),
    meta("datePublished", "date-published", "pubdate", "publishdate", "publish-date"),
    meta("publish_date", "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime"),
    meta("dcterms.created", "dc.date.issued", "dcterms.date", "dc.date", "dc.date.created"),
    meta("citation_publication_date", "date", "created", "rnews:datePublished", "lastmod"),
  ];
  const lang = document.documentElement.getAttribute("lang") ?? "";
  const isOurs = /^(?:vi\b|$)/iu.test(lang) || /\.vn$/iu.test(hostOf(url) ?? "");
  for (const text of stated) {
    const day = dayOf(text, isOurs);
    if (day !== undefined) return day;
  }
  const inAddress = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/u.exec(url ?? "");
  const addressDay =
    inAddress === null ? undefined : parseDay(`${inAddress[3]}/${inAddress[2]}/${inAddress[1]}`);
  if (addressDay !== undefined) return addressDay;
  for (const selector of dateSelectors) {
    for (const element of document.querySelectorAll(selector)) {
      if (isElsewhere(element)) continue;
      const day =
        dayOf(element.getAttribute("datetime") ?? undefined, isOurs) ??
        dayOf(element.getAttribute("content") ?? undefined, isOurs) ??
        dayIn(element.getAttribute("title") ?? "") ??
        dayIn(squeezed(element.textContent).slice(0, 200));
      if (day !== undefined) return day;
    }
  }
  return title === undefined ? undefined : dayBeside(document.body, title);
}

/** Finds a date within some lines of the heading, in the text as readers see it. */
function dayBeside(body: Element, title: string): Day | undefined {
  for (const heading of body.querySelectorAll("h1,h2,h3")) {
    if (key(heading.textContent ?? "") !== key(title)) continue;
    const text = squeezed(heading.parentElement?.parentElement?.textContent);
    const at = Math.max(0, text.indexOf(squeezed(heading.textContent)));
    const day = dayIn(text.slice(Math.max(0, at - 100), at + title.length + 400));
    if (day !== undefined) return day;
  }
  return undefined;
}

const dateSelectors = [
  "[itemprop~='datePublished']",
  "time[pubdate]",
  "time[datetime]",
  ".published,.entry-date,.post-date,.article-date,.date-published,.publish-date,.published-date,.ngay-dang,.ngaydang,.ngay-dang-tin",
  "[class*='date' i],[class*='ngay' i],[class*='publish' i],[id*='date' i]",
  "time,[class*='time' i],[class*='meta' i],[class*='byline' i],[class*='posted' i],[class*='info' i]",
];

/**
 * Reads a time that is meant for programs, or a date in any form that people write.
 *
 * @param isOurs whether the page is from Viet Nam: then a time in no zone, UTC, is brought to ours
 */
function dayOf(text: string | undefined, isOurs: boolean): Day | undefined {
  if (text === undefined || text === "") return undefined;
  const form = isOurs
    ? /^(\d{4}-\d\d-\d\d)(?:$|[T ](?!.*(?:Z|[+-]00:?00)$))/u
    : /^(\d{4}-\d\d-\d\d)(?:$|[T ])/u;
  const [, local] = form.exec(text.trim()) ?? [];
  return (
    (local === undefined ? undefined : parseDay(local)) ??
    dayAt(text.trim().replace(" ", "T")) ??
    parseDay(text) ??
    parseDay(text.trim().replace(/^(\d{4})[/.](\d\d)[/.](\d\d)(?:\D.*)?$/u, "$1-$2-$3")) ??
    parseDay(text.trim().replace(/^(\d{4})(\d\d)(\d\d)(?:T.*)?$/u, "$1-$2-$3")) ??
    dayIn(text)
  );
}

const months = "jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez";
const monthNumbers: Readonly<Record<string, number>> = {
  mär: 3,
  mai: 5,
  okt: 10,
  dez: 12,
};

/** Finds a date in a line, also with the name of the month, as in `March 5, 2024`. */
function dayIn(text: string): Day | undefined {
  const found = dateIn(text);
  if (found !== undefined) return found;
  const iso = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/u.exec(text)?.[0];
  const named =
    new RegExp(String.raw`(?<!\d)(\d{1,2})\.?\s+(${months})\p{L}*\.?,?\s+(\d{4})`, "iu").exec(
      text,
    ) ?? undefined;
  const american = new RegExp(
    String.raw`(?<!\p{L})(${months})\p{L}*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`,
    "iu",
  ).exec(text);
  const [day, month, year] = named
    ? [named[1], named[2], named[3]]
    : american
      ? [american[2], american[1], american[3]]
      : [];
  const written =
    month === undefined ? undefined : `${day}/${monthNumber(month.toLowerCase())}/${year}`;
  return parseDay(iso ?? written ?? "");
}

function monthNumber(name: string): number {
  return (
    monthNumbers[name] ??
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].indexOf(
      name,
    ) + 1
  );
}
