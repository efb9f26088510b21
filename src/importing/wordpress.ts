import { XMLParser } from "fast-xml-parser";
import { parseDay } from "../day.ts";
import { type ImportedDocument, ImportRefused } from "./imported-document.ts";

type Item = {
  readonly title?: unknown;
  readonly link?: unknown;
  readonly "content:encoded"?: unknown;
  readonly "dc:creator"?: unknown;
  readonly "wp:post_type"?: unknown;
  readonly "wp:post_date"?: unknown;
  readonly "wp:post_name"?: unknown;
  readonly "wp:status"?: unknown;
  readonly category?: readonly { readonly "#text"?: unknown; readonly "@_domain"?: string }[];
};

/**
 * Reads the export file of a WordPress site (WXR): each post becomes a document; pages and
 * attachments are skipped. Throws `ImportRefused` for any other file.
 */
export function readWordPress(xml: string): { documents: ImportedDocument[]; skipped: number } {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    processEntities: true,
    isArray: (name) => name === "item" || name === "category",
  });
  let channel: { readonly title?: unknown; readonly item?: readonly Item[] } | undefined;
  try {
    channel = parser.parse(xml)?.rss?.channel;
  } catch {
    channel = undefined;
  }
  if (channel === undefined)
    throw new ImportRefused("Tệp XML này không phải tệp xuất của WordPress (Công cụ → Xuất).");
  const items = channel.item ?? [];
  const posts = items.filter((item) => String(item["wp:post_type"] ?? "post") === "post");
  const name = words(channel.title);
  return {
    documents: posts.map((item) => documentOf(item, name)),
    skipped: items.length - posts.length,
  };
}

function documentOf(item: Item, site: string): ImportedDocument {
  const html = paragraphs(words(item["content:encoded"]));
  const author = words(item["dc:creator"]);
  const tags = (item.category ?? []).flatMap((category) => {
    const name = words(category["#text"] ?? category);
    return name === "" || /^(?:uncategorized|chưa phân loại)$/iu.test(name) ? [] : [name];
  });
  const url = words(item.link);
  const hasPictures = /<img\b/iu.test(html);
  return {
    html,
    pictures: new Map(),
    title: words(item.title) || undefined,
    date: parseDay(words(item["wp:post_date"]).slice(0, 10)),
    authors: author === "" ? undefined : [author],
    tags: [...new Set(tags)],
    slug: decoded(words(item["wp:post_name"])) || undefined,
    source: site === "" ? undefined : { name: site, ...(/^https?:/u.test(url) ? { url } : {}) },
    isDraft: words(item["wp:status"]) !== "publish",
    notes: hasPictures
      ? ["Ảnh không nằm trong tệp xuất của WordPress; tải về và đặt cạnh bài."]
      : [],
  };
}

/**
 * What WordPress and its extensions put in square brackets for themselves: `[gallery ids="1"]`,
 * `[vc_row]`, `[/caption]`. What a writer puts in them, such as “[Video]” or “[1]”, is text.
 */
const shortcode =
  /\[(?:\/[a-z][a-z0-9_-]*|[a-z][a-z0-9_-]*\s[^\][=]*=[^\][]*|[a-z]+_[a-z0-9_]+|(?:gallery|embed|video|audio|playlist))\]/gu;

/**
 * Cuts comments out. A regular expression would look for the end of each unclosed comment through
 * all the text, in quadratic time.
 */
function withoutComments(html: string): string {
  const [before = "", ...rest] = html.split("<!--");
  const behind = rest.map((part) => {
    const end = part.indexOf("-->");
    return end === -1 ? "" : part.slice(end + 3);
  });
  return before + behind.join("");
}

/**
 * Returns the text of a post as it is on the page: WordPress keeps an empty line where a paragraph
 * ends, and writes none of its blocks' comments into the page.
 */
function paragraphs(html: string): string {
  const plain = withoutComments(html).replaceAll(shortcode, "");
  if (/<p[\s>]/iu.test(plain)) return plain;
  return plain
    .split(/\r?\n\s*\r?\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) =>
      /^<(?:h\d|ul|ol|table|blockquote|figure|div|pre)\b/iu.test(part)
        ? part
        : `<p>${part.replaceAll(/\r?\n/gu, "<br>")}</p>`,
    )
    .join("\n");
}

function words(value: unknown): string {
  return value === undefined || value === null || typeof value === "object"
    ? ""
    : String(value).trim();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
