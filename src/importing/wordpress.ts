import { DateTime } from "luxon";
import { type Day, dayAt, parseDay } from "../day.ts";
import { folderName } from "../front-matter/new-article.ts";
import { leftOut } from "../text/left-out.ts";
import { readAlias } from "../text/old-address.ts";
import { slugOf } from "../text/vietnamese.ts";
import { addressKey } from "./address-key.ts";
import { elementorHtml } from "./elementor.ts";
import { plainText } from "./html-tree.ts";
import { type ImportedDocument, ImportRefused } from "./imported-document.ts";
import { findPictures, type PictureSource } from "./page-pictures.ts";
import type { LibraryFile } from "./shortcodes.ts";
import { tablePressHtml } from "./tablepress.ts";
import { tidyHtml } from "./tidy-html.ts";
import { extraFields } from "./wordpress-meta.ts";
import { tidyParts } from "./wordpress-parts.ts";
import { wordPressTree } from "./wordpress-text.ts";
import { type XmlField, type XmlPiece, xmlFields, xmlText } from "./xml-fields.ts";

/** What an export of WordPress says of one post, without its text. */
export type WordPressPost = {
  /** The place in the file, counted from 0. */
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly hasPassword: boolean;
  readonly title: string;
  readonly link: string;
  readonly date: Day | undefined;
  /** Name of the folder that it should have. */
  readonly slug: string;
};

/** All that an export says apart from the texts of its posts. */
export type WordPressSite = {
  readonly name: string;
  /** Keys of the addresses under which the site was reached. */
  readonly hosts: readonly string[];
  readonly base: string | undefined;
  readonly posts: readonly WordPressPost[];
  readonly authors: ReadonlyMap<string, string>;
  /** Everything in the library, by its number. */
  readonly files: ReadonlyMap<string, LibraryFile>;
  /** The numbers of the files that came with a post, by the number of the post. */
  readonly filesWith: ReadonlyMap<string, readonly string[]>;
  readonly blocks: ReadonlyMap<string, string>;
  /** Tables of TablePress as HTML, by the number that texts call them. */
  readonly tables: ReadonlyMap<string, string>;
  /** How many posts were kept at the top of the site. */
  readonly sticky: number;
  /** How many comments of readers it holds, which have no place on our site. */
  readonly comments: number;
};

/** What the texts of posts refer to. */
export type WordPressReferences = Omit<WordPressSite, "posts" | "comments" | "sticky">;

/**
 * Reads an export of WordPress (WXR) for all that its posts refer to. Throws `ImportRefused` for
 * any other file.
 */
export async function readWordPressSite(pieces: AsyncIterable<XmlPiece>): Promise<WordPressSite> {
  const posts: WordPressPost[] = [];
  const authors = new Map<string, string>();
  const files = new Map<string, LibraryFile>();
  const filesWith = new Map<string, string[]>();
  const blocks = new Map<string, string>();
  const tables = new Map<string, string>();
  let head: readonly XmlField[] = [];
  let comments = 0;
  let sticky = 0;
  let isExport = false;
  let index = 0;
  for await (const { kind, xml } of pieces) {
    if (kind === "head") {
      isExport = /<wp:wxr_version|xmlns:wp\s*=/u.test(xml);
      const channel = /<channel[^>]*>(.*)$/su.exec(xml)?.[1];
      if (channel === undefined) throw notAnExport(xml);
      head = xmlFields(channel);
      for (const { name, inner } of head) {
        if (name !== "wp:author") continue;
        const author = fieldsOf(xmlFields(inner));
        const shownName = plainText(author("wp:author_display_name"));
        authors.set(authorKey(author("wp:author_login")), shownName);
      }
      continue;
    }
    const fields = xmlFields(xml);
    const of = fieldsOf(fields);
    if (fields.some(({ name }) => name.startsWith("wp:"))) isExport = true;
    const type = of("wp:post_type") || "post";
    const id = of("wp:post_id");
    const address = of("wp:attachment_url") || of("guid");
    if (type === "attachment" && /^(?:https?:)?\/\//iu.test(address)) {
      files.set(
        structuredClone(id),
        structuredClone({
          address,
          title: plainText(of("title")),
          alt: metaOf(fields, "_wp_attachment_image_alt"),
          caption: of("excerpt:encoded"),
        }),
      );
      const parent = of("wp:post_parent");
      const beside = filesWith.get(parent);
      if (beside === undefined) filesWith.set(structuredClone(parent), [structuredClone(id)]);
      else beside.push(structuredClone(id));
    }
    if (type === "wp_block") blocks.set(id, of("content:encoded"));
    // Somebody who writes for the site without an account, in Co-Authors Plus.
    if (type === "guest-author") {
      const name = plainText(metaOf(fields, "cap-display_name") || of("title"));
      authors.set(authorKey(metaOf(fields, "cap-user_login") || of("wp:post_name")), name);
    }
    if (type === "tablepress_table") {
      const options = metaOf(fields, "_tablepress_table_options");
      const table = tablePressHtml(of("content:encoded"), options);
      const number = metaOf(fields, "_tablepress_export_table_id");
      if (table !== undefined && number !== "") tables.set(number, structuredClone(table));
    }
    if (of("wp:is_sticky") === "1") sticky += 1;
    comments += fields.filter(({ name }) => name === "wp:comment").length;
    // A part of a text keeps the whole text in memory, and here that would be the whole file.
    posts.push(structuredClone(postOf(fields, index, type, id)));
    index += 1;
  }
  if (!isExport) throw aFeed();
  const of = fieldsOf(head);
  const base = of("wp:base_blog_url") || of("wp:base_site_url") || of("link") || undefined;
  const hosts = [of("wp:base_blog_url"), of("wp:base_site_url"), of("link")]
    .filter((address) => /^https?:/u.test(address))
    .map((address) => addressKey(address).split("/")[0]!);
  return {
    name: plainText(of("title")),
    hosts: [...new Set(hosts)],
    base,
    posts,
    authors,
    files,
    filesWith,
    blocks,
    tables,
    sticky,
    comments,
  };
}

function postOf(
  fields: readonly XmlField[],
  index: number,
  type: string,
  id: string,
): WordPressPost {
  const of = fieldsOf(fields);
  const title = plainText(of("title"));
  const date = dateOf(of);
  return {
    index,
    id,
    type,
    status: of("wp:status") || "draft",
    hasPassword: of("wp:post_password") !== "",
    title,
    link: of("link"),
    date,
    slug: slugOf(decodedPath(of("wp:post_name"))).slice(0, 120) || folderName(title) || "bai-nhap",
  };
}

/**
 * Returns the day of a post at its place. Old exports, and posts that never were published, have no
 * more than the time in Greenwich.
 */
function dateOf(of: FieldOf): Day | undefined {
  const local = parseDay(of("wp:post_date").slice(0, 10));
  if (local !== undefined) return local;
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/u.exec(of("wp:post_date_gmt")) ?? [];
  const greenwich = day === undefined || day.startsWith("0000") ? undefined : `${day}T${time}Z`;
  const moment = greenwich ?? DateTime.fromRFC2822(of("pubDate")).toISO() ?? "";
  return dayAt(moment);
}

/** Returns what spellings of one account share: `Cap-BT01` in Co-Authors Plus is `bt01`. */
function authorKey(login: string): string {
  return login.trim().toLowerCase().replace(/^cap-/u, "");
}

function notAnExport(xml: string): ImportRefused {
  return /<feed[\s>]/u.test(xml)
    ? aFeed()
    : new ImportRefused("Tệp XML này không phải tệp xuất của WordPress (Công cụ → Xuất).");
}

/** Refuses a feed, with the two ways out. */
export const feedWords =
  "Tệp này là nguồn tin (RSS), chỉ có vài bài mới nhất, thường không đủ chữ. Muốn nhập cả trang WordPress thì vào Công cụ → Xuất → Tất cả nội dung ở trang quản trị, rồi nhập tệp .xml tải về. Muốn nhập một bài thì mở bài ấy, lưu trang (Ctrl+S) rồi nhập tệp .html.";

function aFeed(): ImportRefused {
  return new ImportRefused(feedWords);
}

type FieldOf = (name: string) => string;

function fieldsOf(fields: readonly XmlField[]): FieldOf {
  return (name) => xmlText(fields.find((field) => field.name === name)?.inner ?? "").trim();
}

function metasOf(fields: readonly XmlField[]): Map<string, string> {
  const metas = fields.flatMap(({ name, inner }): [string, string][] => {
    if (name !== "wp:postmeta") return [];
    const meta = fieldsOf(xmlFields(inner));
    return [[meta("wp:meta_key"), meta("wp:meta_value")]];
  });
  return new Map(metas);
}

function metaOf(fields: readonly XmlField[], key: string): string {
  for (const { name, inner } of fields) {
    if (name !== "wp:postmeta" || !inner.includes(key)) continue;
    const meta = fieldsOf(xmlFields(inner));
    if (meta("wp:meta_key") === key) return meta("wp:meta_value");
  }
  return "";
}

/** Returns the text of a post as it is in the export. */
export function wordPressContent(xml: string): string {
  return fieldsOf(xmlFields(xml))("content:encoded");
}

/** What the text of a post is read with. */
export type PostReading = {
  readonly site: WordPressReferences;
  readonly pictureOf: PictureSource;
  /** Returns what a link to an address becomes; undefined where it stays. */
  readonly linkTo: (address: string) => string | undefined;
};

/** Reads the whole of a post. */
export function wordPressDocument(
  xml: string,
  { site, pictureOf, linkTo }: PostReading,
): ImportedDocument {
  const fields = xmlFields(xml);
  const of = fieldsOf(fields);
  const { title, date, slug, link, status, id } = postOf(fields, 0, "", of("wp:post_id"));
  const content = of("content:encoded");
  const metas = metasOf(fields);
  const library = {
    fileOf: (number: string) => site.files.get(number),
    filesWith: (post: string | undefined) => site.filesWith.get(post ?? id) ?? [],
    tableOf: (number: string) => site.tables.get(number),
    blockOf: (number: string) => site.blocks.get(number),
  };
  const isEmpty =
    !/<(?:img|iframe|video|audio)|\[/u.test(content) &&
    !/[\p{L}\p{N}]/u.test(content.replaceAll(/<[^<>]*>|&nbsp;/gu, ""));
  const built = isEmpty ? builtText(metas) : "";
  const { body } = wordPressTree(content + built + extraFields(metas), library);
  const base = /^https?:/u.test(link) ? link : site.base;
  const number = metas.get("_thumbnail_id") ?? "";
  tidyParts(body, base);
  putNoteTexts(body, metas.get("footnotes") ?? "");
  if (/^[1-9]\d*$/u.test(number)) putFirst(body, site.files.get(number), number);
  const pictures = findPictures(body, pictureOf, base);
  tidyHtml(body, { base, linkTo });
  const terms = (domain: RegExp) =>
    fields.flatMap(({ name, attributes, inner }) => {
      const [, of = "category"] = /domain\s*=\s*["']([^"']*)/u.exec(attributes) ?? [];
      const [, slug = ""] = /nicename\s*=\s*["']([^"']*)/u.exec(attributes) ?? [];
      if (name !== "category" || !domain.test(of)) return [];
      return [{ slug, words: plainText(xmlText(inner)) }];
    });
  const creator = of("dc:creator");
  const several = terms(/^author$/u).map(
    ({ slug, words }) =>
      site.authors.get(authorKey(words)) || site.authors.get(authorKey(slug)) || words,
  );
  const authors =
    several.length > 0
      ? several
      : creator === ""
        ? []
        : [site.authors.get(authorKey(creator)) || creator];
  const tags = terms(
    /^(?!author$|post_format$|nav_menu$|link_category$|wp_|language$|post_translations$|elementor_)/u,
  );
  return {
    html: body.innerHTML,
    pictures,
    title: title || undefined,
    date,
    authors: authors.length === 0 ? undefined : [...new Set(authors)],
    tags: [
      ...new Set(
        tags
          .filter(({ slug, words }) => !uncategorized.test(words) && slug !== "uncategorized")
          .map(({ words }) => words)
          .filter((words) => words !== ""),
      ),
    ],
    summary: summaryOf(of("excerpt:encoded"), metas),
    slug,
    aliases: aliasesOf([link, of("guid")], site.hosts),
    source:
      site.name === ""
        ? undefined
        : { name: site.name, ...(/^https?:/u.test(link) ? { url: link } : {}) },
    hasCaptions: true,
    isDraft: !isPublic(status),
    notes: [],
  };
}

/**
 * Returns the paths of the addresses of a post that lead to nothing but it. The guid of a post that
 * was taken over from another site is an address there.
 */
function aliasesOf(addresses: readonly string[], hosts: readonly string[]): string[] {
  const own = addresses.filter(
    (address) =>
      /^\/(?!\/)/u.test(address) || hosts.includes(addressKey(address).split(/[/?]/u)[0]!),
  );
  const read = own.map(readAlias).filter((alias) => alias !== undefined && alias !== "/");
  return [...new Set(read as string[])];
}

/**
 * Puts the texts of footnotes behind the text of a post. WordPress keeps them beside it, as JSON
 * with the id that the signs in the text lead to.
 */
function putNoteTexts(body: Element, json: string): void {
  if (json === "") return;
  const document = body.ownerDocument;
  const notes = notesIn(json);
  if (notes === undefined) {
    const paragraph = document.createElement("p");
    paragraph.textContent = leftOut("các chú thích ở cuối bài");
    body.append(paragraph);
    return;
  }
  const list = document.createElement("ol");
  for (const { id, content } of notes) {
    const item = document.createElement("li");
    item.id = id;
    item.innerHTML = content;
    list.append(item);
  }
  if (notes.length > 0) body.append(list);
}

type NoteText = { readonly id: string; readonly content: string };

function notesIn(json: string): readonly NoteText[] | undefined {
  try {
    const notes: unknown = JSON.parse(json);
    const isWhole =
      Array.isArray(notes) &&
      notes.every((note) => typeof note?.id === "string" && typeof note.content === "string");
    return isWhole ? (notes as NoteText[]) : undefined;
  } catch {
    return undefined;
  }
}

const uncategorized = /^(?:uncategorized|(?:chưa|không)(?: được)? phân loại)$/iu;

/**
 * Returns the lead of a post: its excerpt, or otherwise what its writer told search engines. Signs
 * as `%%title%%` are put together by a program.
 */
function summaryOf(excerpt: string, metas: ReadonlyMap<string, string>): string | undefined {
  const own = plainText(excerpt);
  if (own !== "") return own;
  const told = ["_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description"]
    .map((key) => plainText(metas.get(key) ?? ""))
    .find((words) => words !== "" && !/%\S+%|(?:^|\s)#\w/u.test(words));
  return told;
}

/** Where programs that build pages keep the text of a post, when the post itself is empty. */
const builders =
  /^(?:_fl_builder_data|_bricks_page_content_2|panels_data|_cornerstone_data|_oxygen_data|ct_builder_json|_breakdance_data|mfn-page-items|brizy)$/u;

/** Returns the text that a program which builds pages keeps beside an empty post. */
function builtText(metas: ReadonlyMap<string, string>): string {
  const html = elementorHtml(metas.get("_elementor_data") ?? "");
  if (html !== undefined) return html;
  const builder = [...metas.keys()].find((key) => builders.test(key));
  return builder === undefined
    ? ""
    : `<p>${leftOut(`chữ của bài, do trình dựng trang giữ riêng (${builder.replace(/^_/u, "")})`)}</p>`;
}

/** Returns whether a post with a status was meant for readers, now or on its day. */
export function isPublic(status: string): boolean {
  return status === "publish" || status === "future";
}

/** Puts the picture that stands for a post before its text, and not once more into it. */
function putFirst(body: Element, file: LibraryFile | undefined, number: string): void {
  const document = body.ownerDocument;
  if (file === undefined) {
    const mark = document.createElement("p");
    mark.textContent = leftOut(`ảnh đại diện, số ${number} trong thư viện của trang cũ`);
    body.prepend(mark);
    return;
  }
  const { address, alt, caption } = file;
  const own = [...body.querySelectorAll("img")].find((picture) =>
    [...picture.attributes].some(
      ({ name, value }) => /src$|^data-/u.test(name) && pictureKey(value) === pictureKey(address),
    ),
  );
  const holder = own?.closest("figure");
  const isAlone = holder?.querySelectorAll("img").length === 1;
  if (holder && isAlone) {
    body.prepend(holder);
    return;
  }
  own?.remove();
  const figure = document.createElement("figure");
  const picture = document.createElement("img");
  picture.setAttribute("src", address);
  picture.setAttribute("alt", own?.getAttribute("alt") || alt);
  figure.append(picture);
  if (caption !== "") {
    const words = document.createElement("figcaption");
    words.textContent = plainText(caption);
    figure.append(words);
  }
  body.prepend(figure);
}

/** Returns the name that a picture has in all its sizes: `le-1-300x200.jpg` is `le-1.jpg`. */
function pictureKey(address: string): string {
  return (address.split(/[?#]/u)[0]!.split("/").at(-1) ?? "").replace(
    /-(?:\d+x\d+|scaled)(?=\.\w+$)/u,
    "",
  );
}

function decodedPath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
