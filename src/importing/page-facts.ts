/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Day } from "../day.ts";
import { hostOf } from "./address-key.ts";
import { linkedDataOf } from "./linked-data.ts";
import { authorsOf } from "./page-authors.ts";
import { dayOfPage } from "./page-day.ts";
import { metaOf } from "./page-head.ts";
import { titleOf } from "./page-title.ts";
import { titleKey } from "./title-key.ts";

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
  ].map((text) => titleKey(text ?? ""));
  const data = linkedDataOf(document, (headline) => {
    const words = titleKey(headline);
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
  const domain = titleKey(host?.split(".").slice(0, -1).join("") ?? "");
  const isSite = (text: string) =>
    own.some(
      (name) => name !== undefined && titleKey(name) !== "" && titleKey(name) === titleKey(text),
    ) ||
    (titleKey(text).length >= 5 && titleKey(text) === domain);
  const title = titleOf(document, meta, data, isSite);
  return {
    title,
    date: dayOfPage(document, meta, data, url, title),
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
