import { Readability } from "@mozilla/readability";
import { type Day, dayAt, parseDay } from "../day.ts";
import { htmlTree } from "./html-tree.ts";
import { type ImportedDocument, ImportRefused } from "./imported-document.ts";
import { makeLists } from "./typed-lists.ts";

/**
 * Reads a saved page: the article without menus, headers and advertising around it. Throws
 * `ImportRefused` when there is none.
 *
 * @param pictureOf finds a picture that was saved with the page; undefined when it was not
 */
export function readHtmlPage(
  html: string,
  pictureOf: (src: string) => Uint8Array | undefined,
): ImportedDocument {
  const document = htmlTree(html);
  if (document.documentElement === null)
    throw new ImportRefused("Không tìm thấy nội dung bài trong trang đã lưu.");
  const meta = (...names: string[]) => {
    for (const name of names) {
      const found = document.querySelector(
        `meta[property='${name}'],meta[name='${name}'],meta[itemprop='${name}']`,
      );
      const content = found?.getAttribute("content")?.trim();
      if (content) return content;
    }
    return undefined;
  };
  const heading = [...document.querySelectorAll("h1")].map(({ textContent }) =>
    textContent?.trim(),
  );
  const title = heading.find(Boolean) ?? meta("og:title") ?? document.title.trim();
  const published =
    meta("article:published_time", "datePublished", "pubdate", "date") ??
    document.querySelector("time[datetime]")?.getAttribute("datetime") ??
    undefined;
  const date = dayOf(published);
  const site = meta("og:site_name");
  const url =
    document.querySelector("link[rel='canonical']")?.getAttribute("href") ?? meta("og:url");
  const author = meta("article:author", "author");
  // The next step takes away the styles by which Word marks its lists.
  makeLists(document.body);
  const body = articleHtml(document, html);
  if (body === undefined)
    throw new ImportRefused("Không tìm thấy nội dung bài trong trang đã lưu.");
  const pictures = new Map<string, Uint8Array>();
  const missing: string[] = [];
  for (const picture of htmlTree(`<body>${body}</body>`).querySelectorAll("img")) {
    const src = picture.getAttribute("src") || picture.getAttribute("data-src") || "";
    const bytes = pictureOf(src);
    if (bytes !== undefined) pictures.set(src, bytes);
    else if (src !== "") missing.push(src);
  }
  return {
    html: body,
    pictures,
    title: title === "" ? undefined : title,
    date,
    authors: author === undefined || /^https?:/u.test(author) ? undefined : [author],
    source:
      site === undefined
        ? undefined
        : { name: site, ...(url && /^https?:/u.test(url) ? { url } : {}) },
    notes: missing.map((src) => `Ảnh “${src}” không được lưu cùng trang nên chưa có.`),
  };
}

/** Returns the article in a page; the whole of what is only a piece of HTML. */
function articleHtml(document: Document, html: string): string | undefined {
  const marked = document.querySelector(
    "[itemprop='articleBody'],.article-body,.entry-content,.post-content,.detail-content,.content-detail",
  );
  if (marked && (marked.textContent ?? "").trim().length > 200) return marked.innerHTML;
  const isFragment = !/<(?:html|body|head)\b/iu.test(html);
  if (isFragment) return html;
  const read = new Readability(document, { keepClasses: true, charThreshold: 100 }).parse();
  return read?.content ?? document.querySelector("body")?.innerHTML;
}

function dayOf(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  return (
    dayAt(text) ??
    parseDay(text) ??
    parseDay(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/u.exec(text)?.[0] ?? "")
  );
}
