/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Day, dayAt, parseDay } from "../day.ts";
import { fold } from "../text/vietnamese.ts";
import { dateIn } from "./byline.ts";
import { type LinkedData, linkedDataOf } from "./linked-data.ts";

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
  };
}

type Meta = (...names: string[]) => string | undefined;

function metaOf(document: Document): Meta {
  const all = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = squeezed(element.getAttribute("content") ?? "");
    for (const by of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(by)?.trim().toLowerCase();
      if (name && content !== "" && !all.has(name)) all.set(name, content);
    }
  }
  return (...names) => names.map((name) => all.get(name.toLowerCase())).find(Boolean);
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

function squeezed(text: string | null | undefined): string {
  return (text ?? "").replaceAll(/\s+/gu, " ").trim();
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

/** Where what is said is about something else: comments, other articles, the frame of the page. */
const other =
  /comment|related|sidebar|widget|copyright|footer|lien-quan|lienquan|tin-khac|teaser|newsletter/iu;
/** What content systems write about an article itself, its tags for one, or about its whole frame. */
const noPlace =
  /(?:^|\s)(?:(?:tag|category|cat|postid|page-id)-\S+|comments?-\w+|\S*header-footer\S*|elementor\S*|widget blog)(?=$|\s)/giu;

function isElsewhere(element: Element): boolean {
  const article = element.closest("article,.hentry,.h-entry,.post");
  for (
    let at: Element | null = element;
    at !== null && at.tagName !== "BODY" && at.tagName !== "HTML";
    at = at.parentElement
  ) {
    const isWithin = article !== null && at !== article && article.contains(at);
    // An article may have a foot of its own, with its author in it.
    if (!isWithin && /^(?:FOOTER|NAV|ASIDE)$/u.test(at.tagName)) return true;
    const names = `${at.getAttribute("class") ?? ""} ${at.id}`.replaceAll(noPlace, " ");
    const isOwnFoot = isWithin && /foot/iu.test(names) && !/comment|related/iu.test(names);
    if (!isOwnFoot && other.test(names)) return true;
  }
  return false;
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

const authorSelectors = [
  "[itemprop~='author'] [itemprop~='name']",
  "[itemprop~='author']",
  "[rel~='author']",
  ".author-name,.author_name,.authorname,.author__name,.byline__name,.byline-name,.author .fn,.tac-gia,.tacgia,.ten-tac-gia",
  ".byline a,.author a,[class*='author' i] a",
  ".byline,.author,.post-author,.entry-author,.article-author,.article__author",
  "[class*='byline' i],[class*='author' i],[class*='tac-gia' i]",
];

function authorsOf(
  document: Document,
  meta: Meta,
  data: LinkedData,
  isSite: (text: string) => boolean,
): string[] {
  const stated = [
    data.authors,
    listed(meta("author", "article:author", "parsely-author", "sailthru.author", "byl")),
    listed(meta("dc.creator", "dcterms.creator", "citation_author", "dc.creator.personalname")),
  ];
  for (const names of stated) {
    const people = names.flatMap(namesIn).filter((name) => !isSite(name));
    if (people.length > 0) return [...new Set(people)];
  }
  for (const selector of authorSelectors) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.tagName === "META" || isElsewhere(element)) continue;
      const people = namesIn(squeezed(element.textContent)).filter((name) => !isSite(name));
      if (people.length > 0) return [...new Set(people)];
    }
  }
  return bylineNames(document);
}

/** Finds the first short line that says who wrote the article. */
function bylineNames(document: Document): string[] {
  for (const element of document.querySelectorAll("p,span,div,em,i,small,strong,b,li,h4,h5,h6")) {
    const text = element.textContent ?? "";
    if (text.length > 3 * longestByline) continue;
    const line = squeezed(text);
    const [, names] = line.length <= longestByline ? (bylineForm.exec(line) ?? []) : [];
    if (names === undefined || !isCapitalized(names) || isElsewhere(element)) continue;
    const people = namesIn(names);
    if (people.length > 0) return [...new Set(people)];
  }
  return [];
}

/** True for words that are written like names; the form of the line does not look at case. */
function isCapitalized(names: string): boolean {
  return names
    .split(/[\s,]+/u)
    .every((word) => /^\p{Lu}/u.test(word) || /^(?:von|van|de|der|du|und|and|và)?$/u.test(word));
}

function listed(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

const before =
  /^(?:(?:by|von|par|por|text(?: von)?|interview|tác giả|người viết|người đăng|(?:được )?đăng bởi|biên tập|bài viết|bài|tin|thực hiện|phóng viên|pv|xem (?:tất cả|mọi) bài (?:viết )?của|author|autor(?:in)?|written by|posted by|(?:view|see) all posts by|all posts by|zeige alle beiträge von|(?:beiträge|artikel|erstellt|veröffentlicht|geschrieben) von|published by|published|more (?:by|from)|mehr von)(?:\s*:\s*|\s+))+/iu;
/** Names that content systems give to nobody, and words that stand where names do. */
const nobody =
  /^(?:ph\.?d|m\.?d|no author|\w*admin\w*|administrator|webmaster|root|editor|by|von|datum|date|beitrag|facebook|twitter|uncategorized|page|archive?|blog ?posts?|alle themen|gesponserte inhalte|scroll to top|chưa phân loại|trang chủ|in bài|quản trị(?: viên)?|ban quản trị)$|^(?:zur|mehr|send|archiv|show|anzeigen|share|follow|đọc|xem|chia sẻ)\s|→|›/iu;

/** A line that names an author without any sign for programs: `14/1/2022 | Tác giả: Liên Linh`. */
const bylineForm =
  /^(?:[\d\s./:,|–•·-]{4,30}(?:uhr|h)?[\s|•·,–-]*)?(?:(?:text |beitrag |blog beitrag |artikel )?von|by|written by|posted by|par|por|tác giả:?|người viết:?|(?:tin, )?bài:|tin, ảnh:|tin:|thực hiện:?|biên tập:?)\s+(\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|du|und|and|và|,))*?\s+\p{Lu}[\p{L}.'’-]*)\s*$/iu;
/** In UTF-16 units. A longer line is a sentence. */
const longestByline = 90;

/** Reads names of people out of a line of authors; empty when it is something else. */
function namesIn(line: string): string[] {
  const text = line
    .replaceAll(/\S*(?:https?:|www\.|@)\S*/giu, " ")
    .trim()
    .replace(before, "")
    .replace(/\s*[|•·].*$/u, "");
  if (text.length > 120) return [];
  return text
    .split(/\s*[,;&/]\s*|\s+(?:und|and|et|và)\s+|\s+[–-]\s+/iu)
    .map((name) => name.replace(before, "").replaceAll(/^[\s"“(]+|[\s"”).:]+$/gu, ""))
    .filter(
      (name) =>
        /^\p{L}/u.test(name) &&
        !/\d/u.test(name) &&
        !nobody.test(name) &&
        name.length <= 50 &&
        name.split(" ").length <= 6,
    );
}
