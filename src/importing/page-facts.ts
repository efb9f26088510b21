/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Day, dayAt, parseDay } from "../day.ts";
import { fold } from "../text/vietnamese.ts";
import { namesOf } from "./element-text.ts";
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
  readonly pictureAlt: string | undefined;
  /** The text of the article, where the linked data gives it again: plain, or as HTML. */
  readonly text: string | undefined;
};

/** Reads what a page says about itself, in its head, in its linked data and around its text. */
export function pageFacts(document: Document): PageFacts {
  const meta = metaOf(document);
  const titles = [
    meta("og:title", "twitter:title", "title"),
    document.title,
    ...[...document.querySelectorAll("h1")].map(({ textContent }) => textContent),
  ].map((text) => key(text ?? ""));
  const data = linkedDataOf(document, (headline) => {
    const words = key(headline);
    return words.length >= 8 && titles.some((title) => title.includes(words));
  });
  const url = [
    document.querySelector("link[rel='canonical']")?.getAttribute("href") ?? undefined,
    meta("og:url"),
    data.url,
    savedFrom(document),
  ]
    .map((one) => one?.replace(/^\/\/(?=[^/])/u, "https://"))
    .find((one) => one && /^https?:\/\//u.test(one));
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
    pictureAlt: meta("og:image:alt", "twitter:image:alt"),
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

export function hostOf(url: string | undefined | null): string | undefined {
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
  for (const line of [...copy.querySelectorAll("br,p,div")]) line.before(" ");
  for (const one of [...copy.querySelectorAll("small,time,span")])
    if (isOnlyDay(squeezed(one.textContent))) one.remove();
  const all = squeezed(copy.textContent);
  for (const one of [...copy.querySelectorAll("[class]")])
    if (kicker.test(one.getAttribute("class") ?? "")) one.remove();
  const title = squeezed(copy.textContent).replace(/^[:–—-]\s*/u, "");
  return key(title).length >= 8 ? title : all;
}

/** True for a line that says nothing but a day: `(12/05/2025)`, `Thứ hai, 12/05/2025 | 08:30`. */
function isOnlyDay(line: string): boolean {
  if (line.length > 40 || dayIn(line) === undefined) return false;
  return !/\p{L}/u.test(line.replace(/(?:thứ|chủ)\s+\p{L}+|ngày|GMT/giu, ""));
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
    const same = headings.find((one) => key(one.text) === key(text));
    if (same !== undefined) return same.text;
    // `Tên bài - Cổng thông tin`: the title with the name of the site on one side of it.
    const parts = partsOf(text).map(key);
    const [part] = (parts.length > 1 ? [...headings, ...drawn] : headings)
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
  const places = dateSelectors.flatMap((selector) => [...document.querySelectorAll(selector)]);
  for (const isChange of [false, true]) {
    for (const element of places) {
      if (changed.test(namesOf(element)) !== isChange) continue;
      if (isElsewhere(element) || isClock(element)) continue;
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

/** What content systems call the day of the last change. */
const changed = /update|modified|cap-?nhat|chinh-?sua/iu;

/** Returns whether an element tells the day on which somebody reads the page. */
function isClock(element: Element): boolean {
  if (/^(?:hôm nay|bây giờ|today)/iu.test(squeezed(element.textContent))) return true;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (clock.test(namesOf(at))) return true;
    if (at.tagName === "ARTICLE" || at.tagName === "MAIN") return false;
    if (at.tagName === "HEADER") return at.querySelector("h1,h2,h3") === null;
  }
  return false;
}

const clock =
  /(?:^|[\s_-])(?:today|hom-?nay|clock|dong-?ho|(?:current|server|header|top)-?(?:date|time)|date-?(?:now|today))(?:$|[\s_-])/iu;

/** Finds a date within some lines of the heading, in the text as readers see it. */
function dayBeside(body: Element, title: string): Day | undefined {
  for (const heading of body.querySelectorAll("h1,h2,h3")) {
    if (key(heading.textContent ?? "") !== key(title)) continue;
    const holder = heading.parentElement?.parentElement;
    const text = squeezed(shownText(holder && body.contains(holder) ? holder : body));
    const at = Math.max(0, text.indexOf(squeezed(heading.textContent)));
    const day = dayIn(text.slice(Math.max(0, at - 100), at + title.length + 400));
    if (day !== undefined) return day;
  }
  return undefined;
}

/** True for a script, and for a clock. */
function isUnseen(node: Node): boolean {
  if (/^(?:SCRIPT|STYLE|TEMPLATE)$/u.test(node.nodeName)) return true;
  return node.nodeType === 1 && clock.test(namesOf(node as Element));
}

/** Returns the text of an element as readers see it. */
function shownText(element: Element): string {
  let text = "";
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += node.textContent ?? "";
    else if (!isUnseen(node)) {
      if (!inLine.test(node.nodeName)) text += " ";
      for (const child of node.childNodes) walk(child);
    }
  };
  walk(element);
  return text;
}

const inLine = /^(?:A|B|EM|FONT|I|SMALL|SPAN|STRONG|SUP|U)$/u;

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

const monthNumbers: ReadonlyMap<string, number> = new Map(
  [
    "jan|giêng|một",
    "feb|hai",
    "mar|mär|ba",
    "apr|tư|bốn",
    "may|mai|năm",
    "jun|sáu",
    "jul|bảy|bẩy",
    "aug|tám",
    "sep|chín",
    "oct|okt|mười",
    "nov|mười một",
    "dec|dez|mười hai|chạp",
  ].flatMap((names, at) => names.split("|").map((name) => [name, at + 1] as const)),
);
const foreignMonth = String.raw`(?<month>jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\.?`;
const vietnameseMonth = String.raw`(?:tháng|thg|th)\.?\s*(?<month>\d{1,2}|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?: một| hai)?|chạp)`;
const day = String.raw`(?<![\d/])(?<day>\d{1,2})`;
const year = String.raw`(?<year>\d{4})(?![\d/])`;
const forms = [
  String.raw`${day}\.?\s+${foreignMonth},?\s+${year}`,
  String.raw`(?<!\p{L})${foreignMonth}\s+${day}(?:st|nd|rd|th)?,?\s+${year}`,
  String.raw`${day}\s+${vietnameseMonth}(?!\p{L}),?\s+(?:năm\s+)?${year}`,
  String.raw`(?<!\p{L})${vietnameseMonth}\s+${day},?\s+${year}`,
  String.raw`${day}\s*(?:[/.-]|\s*tháng\s*)\s*(?<month>\d{1,2})\s*(?:[/.-]|,?\s*năm\s*)\s*${year}`,
  String.raw`(?<!\d)(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?!\d)`,
].map((form) => new RegExp(form, "giu"));

/** In UTF-16 units. */
const longestLine = 1_000;
/** In UTF-16 units: how far before a day it is said what happened then. */
const labelLength = 40;
const todayBefore = /(?:hôm nay|today)[^\d]*$/iu;
const changedBefore =
  /(?:cập nhật|chỉnh sửa|sửa đổi|updated|modified|aktualisiert)[^\d]*(?:\d{1,2}[:h]\d{0,2}[^\d]*)?$/iu;

/**
 * Finds the first date in a line, also with the name of the month, as in `March 5, 2024`; the day
 * of a change only where there is no other.
 */
function dayIn(text: string): Day | undefined {
  const line = squeezed(text).slice(0, longestLine);
  const found = forms
    .flatMap((form) => [...line.matchAll(form)])
    .flatMap(({ index, groups = {} }) => {
      const { day, month = "", year } = groups;
      const number = monthNumbers.get(month.toLowerCase()) ?? Number(month);
      const read = parseDay(`${day}/${number}/${year}`);
      if (read === undefined) return [];
      const before = line.slice(Math.max(0, index - labelLength), index);
      return todayBefore.test(before)
        ? []
        : [{ read, index, isChange: changedBefore.test(before) }];
    })
    .toSorted((a, b) => a.index - b.index);
  return (found.find(({ isChange }) => !isChange) ?? found[0])?.read;
}
