/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut } from "../text/left-out.ts";
import { readAlias } from "../text/old-address.ts";
import { addressKey } from "./address-key.ts";
import { elementorHtml } from "./elementor.ts";
import { plainText } from "./html-tree.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { findPictures, type PictureSource, plainPictures } from "./page-pictures.ts";
import { tidyHtml } from "./tidy-html.ts";
import { putFirst } from "./wordpress-featured.ts";
import { authorKey, fieldsOf, isPublic, metasOf, postOf } from "./wordpress-fields.ts";
import { extraFields } from "./wordpress-meta.ts";
import { tidyParts } from "./wordpress-parts.ts";
import type { WordPressReferences } from "./wordpress-site.ts";
import { wordPressTree } from "./wordpress-text.ts";
import { xmlFields, xmlText } from "./xml-fields.ts";

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
  const allMetas = metasOf(fields);
  const metas = new Map(allMetas);
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
  const { body } = wordPressTree(content + built + extraFields(allMetas), library);
  const base = /^https?:/u.test(link) ? link : site.base;
  const number = metas.get("_thumbnail_id") ?? "";
  tidyParts(body);
  plainPictures(body);
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
