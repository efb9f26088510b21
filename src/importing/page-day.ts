/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Day, dayAt, parseDay } from "../day.ts";
import { hostOf } from "./address-key.ts";
import { namesOf } from "./element-text.ts";
import { squeezed } from "./html-tree.ts";
import type { LinkedData } from "./linked-data.ts";
import { isElsewhere } from "./page-frame.ts";
import type { Meta } from "./page-head.ts";
import { titleKey } from "./title-key.ts";

/** Returns the day of an article: as its page states it to programs, or shows it. */
export function dayOfPage(
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
    if (titleKey(heading.textContent ?? "") !== titleKey(title)) continue;
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

/** True for a line that says nothing but a day: `(12/05/2025)`, `Thứ hai, 12/05/2025 | 08:30`. */
export function isOnlyDay(line: string): boolean {
  if (line.length > 40 || dayIn(line) === undefined) return false;
  return !/\p{L}/u.test(line.replace(/(?:thứ|chủ)\s+\p{L}+|ngày|GMT/giu, ""));
}
