import { type Day, parseDay } from "../day.ts";
import { folderName } from "../front-matter/new-article.ts";
import { leftOut } from "../text/left-out.ts";
import { readAlias } from "../text/old-address.ts";
import { slugOf } from "../text/vietnamese.ts";
import { addressKey } from "./address-key.ts";
import { plainText } from "./html-tree.ts";
import { type ImportedDocument, ImportRefused } from "./imported-document.ts";
import { findPictures, type PictureSource } from "./page-pictures.ts";
import type { LibraryPicture } from "./shortcodes.ts";
import { tidyHtml } from "./tidy-html.ts";
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
  readonly pictures: ReadonlyMap<string, LibraryPicture>;
  readonly blocks: ReadonlyMap<string, string>;
  /** How many comments of readers it holds, which have no place on our site. */
  readonly comments: number;
};

/**
 * Reads an export of WordPress (WXR) for all that its posts refer to. Throws `ImportRefused` for
 * any other file.
 */
export async function readWordPressSite(pieces: AsyncIterable<XmlPiece>): Promise<WordPressSite> {
  const posts: WordPressPost[] = [];
  const authors = new Map<string, string>();
  const pictures = new Map<string, LibraryPicture>();
  const blocks = new Map<string, string>();
  let head: readonly XmlField[] = [];
  let comments = 0;
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
        authors.set(author("wp:author_login"), plainText(author("wp:author_display_name")));
      }
      continue;
    }
    const fields = xmlFields(xml);
    const of = fieldsOf(fields);
    if (fields.some(({ name }) => name.startsWith("wp:"))) isExport = true;
    const type = of("wp:post_type") || "post";
    const id = of("wp:post_id");
    if (type === "attachment" && of("wp:attachment_url") !== "")
      pictures.set(
        structuredClone(id),
        structuredClone({
          address: of("wp:attachment_url"),
          alt: metaOf(fields, "_wp_attachment_image_alt"),
          caption: of("excerpt:encoded"),
        }),
      );
    if (type === "wp_block") blocks.set(id, of("content:encoded"));
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
    pictures,
    blocks,
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
  const date = parseDay(of("wp:post_date").slice(0, 10));
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
  readonly site: Pick<WordPressSite, "name" | "hosts" | "authors" | "pictures" | "blocks" | "base">;
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
  const { title, date, slug, link, status } = postOf(fields, 0, "", "");
  const { body } = wordPressTree(of("content:encoded"), {
    pictureOf: (id) => site.pictures.get(id),
    blockOf: (id) => site.blocks.get(id),
  });
  const base = /^https?:/u.test(link) ? link : site.base;
  const featured = site.pictures.get(metaOf(fields, "_thumbnail_id"));
  putNoteTexts(body, metaOf(fields, "footnotes"));
  if (featured !== undefined) putFirst(body, featured);
  const pictures = findPictures(body, pictureOf, base);
  tidyHtml(body, { base, linkTo });
  const terms = (domain: RegExp) =>
    fields.flatMap(({ name, attributes, inner }) => {
      const [, of = "category"] = /domain\s*=\s*["']([^"']*)/u.exec(attributes) ?? [];
      return name === "category" && domain.test(of) ? [plainText(xmlText(inner))] : [];
    });
  const creator = of("dc:creator");
  const authors =
    terms(/^author$/u).length > 0 ? terms(/^author$/u) : creator === "" ? [] : [creator];
  const tags = terms(
    /^(?!author$|post_format$|nav_menu$|link_category$|wp_|language$|post_translations$|elementor_)/u,
  );
  return {
    html: body.innerHTML,
    pictures,
    title: title || undefined,
    date,
    authors:
      authors.length === 0 ? undefined : authors.map((name) => site.authors.get(name) || name),
    tags: [...new Set(tags.filter((tag) => tag !== "" && !uncategorized.test(tag)))],
    summary: plainText(of("excerpt:encoded")) || undefined,
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

const uncategorized = /^(?:uncategorized|chưa phân loại|không phân loại)$/iu;

/** Returns whether a post with a status was meant for readers, now or on its day. */
export function isPublic(status: string): boolean {
  return status === "publish" || status === "future";
}

/** Puts the picture that stands for a post before its text, and not once more into it. */
function putFirst(body: Element, { address, alt, caption }: LibraryPicture): void {
  const document = body.ownerDocument;
  const own = [...body.querySelectorAll("img")].find(
    (picture) => pictureKey(picture.getAttribute("src") ?? "") === pictureKey(address),
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
