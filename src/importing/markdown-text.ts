/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { escapeHtml } from "../text/escape-html.ts";
import { htmlTree, plainText, squeezed } from "./html-tree.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { withoutCodes } from "./markdown-codes.ts";
import {
  aliasesOf,
  coverOf,
  dayOf,
  listOf,
  partsOf,
  textOf,
  unknownKeys,
} from "./markdown-head.ts";
import { findPictures, type PictureSource } from "./page-pictures.ts";
import { pictureFigure } from "./picture-figure.ts";
import { tidyHtml } from "./tidy-html.ts";

/*
 * Markdown of other programs: Google Docs puts pictures into the file itself, and generators of
 * sites (Hugo, Jekyll, Hexo) put what they know of an article before it, in keys of their own.
 */

const markdown = new MarkdownIt({ html: true, linkify: true, maxNesting: 40 });
markdown.use(footnotes);
// The names by which notes of Word files are known (src/importing/to-markdown.ts).
const noteOf = (meta: unknown) => Number((meta as { readonly id: number }).id) + 1;
markdown.renderer.rules.footnote_ref = (tokens, index) =>
  `<sup><a href="#footnote-${noteOf(tokens[index]!.meta)}">[1]</a></sup>`;
markdown.renderer.rules.footnote_block_open = () => "<ol>\n";
markdown.renderer.rules.footnote_block_close = () => "</ol>\n";
markdown.renderer.rules.footnote_open = (tokens, index) =>
  `<li id="footnote-${noteOf(tokens[index]!.meta)}">`;
markdown.renderer.rules.footnote_anchor = () => "";

/**
 * Reads a text in Markdown, with what is before it between two lines of `---` or `+++`, or in
 * braces.
 *
 * @param pictureOf finds a picture that is beside the file; undefined when there is none
 */
export function readMarkdownText(text: string, pictureOf: PictureSource): ImportedDocument {
  const clean = text.replaceAll(/\r\n?/gu, "\n").replace(/^\ufeff/u, "");
  const { head, body, isBroken = false } = partsOf(clean);
  const inside: string[] = [];
  // In the text they would be read letter by letter, and a photo has millions.
  const light = body.replaceAll(/data:image\/[\w+.-]+;base64,[\w+/=]+/gu, (address) => {
    inside.push(address);
    return `anh-trong-tep-${inside.length}`;
  });
  const sourceOf: PictureSource = (address) => {
    const [, number] = /^anh-trong-tep-(\d+)$/u.exec(address) ?? [];
    return pictureOf(number === undefined ? address : (inside[Number(number) - 1] ?? ""));
  };
  const html = markdown.render(withoutCodes(light));
  const { body: root } = htmlTree(`<!doctype html><html><body>${html}</body></html>`);
  for (const picture of [...root.querySelectorAll("img[title]")]) putTitle(picture);
  const cover = coverOf(head);
  if (cover !== undefined && !html.includes(escapeHtml(cover.address)))
    root.prepend(pictureFigure(root.ownerDocument, cover));
  const pictures = findPictures(root, sourceOf);
  tidyHtml(root, {});
  const title = textOf(head, "title");
  const url = textOf(head, "canonical_url", "canonical", "original_url");
  return {
    html: root.innerHTML,
    pictures,
    title: title === undefined ? undefined : plainText(title),
    date: dayOf(textOf(head, "date", "published", "publishDate", "pubDate", "created")),
    authors: some(listOf(head, "author", "authors", "by")),
    tags: [...new Set(listOf(head, "tags", "tag", "categories", "category", "topics"))],
    summary: textOf(head, "summary", "description", "excerpt", "lead"),
    slug: textOf(head, "slug"),
    aliases: some(aliasesOf(head)),
    source:
      url !== undefined && /^https?:/u.test(url) && URL.canParse(url)
        ? { name: new URL(url).host, url }
        : undefined,
    notes: [
      ...(isBroken
        ? ["Phần đầu tệp viết chưa đúng YAML, nên đã đọc từng dòng; xin xem lại các mục ở đầu bài."]
        : []),
      ...unknownKeys(head),
    ],
  };
}

function some<One>(list: readonly One[]): readonly One[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Makes the title of a picture, `![](a.jpg "…")`, what it is used for: its caption. */
function putTitle(picture: Element): void {
  const words = picture.getAttribute("title") ?? "";
  const line = picture.parentElement;
  if (words.trim() === "" || picture.closest("figure") !== null) return;
  const figure = picture.ownerDocument.createElement("figure");
  const caption = picture.ownerDocument.createElement("figcaption");
  caption.textContent = words;
  if (line?.tagName === "P" && squeezed(line.textContent) === "" && line.children.length === 1)
    line.replaceWith(figure);
  else if (line?.tagName === "P") line.after(figure);
  else picture.replaceWith(figure);
  figure.append(picture, caption);
}
