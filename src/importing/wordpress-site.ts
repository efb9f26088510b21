import { addressKey } from "./address-key.ts";
import { plainText } from "./html-tree.ts";
import { ImportRefused } from "./imported-document.ts";
import type { LibraryFile } from "./shortcodes.ts";
import { tablePressHtml } from "./tablepress.ts";
import { authorKey, fieldsOf, metaOf, postOf, type WordPressPost } from "./wordpress-fields.ts";
import { type XmlField, type XmlPiece, xmlFields } from "./xml-fields.ts";

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
