/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { type Day, dayAt, parseDay } from "../day.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { leftOut, quoted } from "../text/left-out.ts";
import { parseYaml, type YamlValue } from "../yaml/yaml.ts";
import { htmlTree, plainText } from "./html-tree.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { findPictures, type PictureSource } from "./page-pictures.ts";
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
  const { head, body } = split(clean);
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
  const cover = textOf(head, "cover", "image", "thumbnail", "featured_image", "banner");
  if (cover !== undefined && !html.includes(cover)) putCover(root, cover);
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
    source:
      url === undefined || !/^https?:/u.test(url) ? undefined : { name: new URL(url).host, url },
    notes: unknownKeys(head),
  };
}

type Head = { readonly [key: string]: unknown };

function split(text: string): { head: Head; body: string } {
  const [whole, sign, written = ""] =
    /^(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|$)/su.exec(text) ?? [];
  if (whole !== undefined) {
    const head = sign === "---" ? yamlOf(written) : tomlOf(written);
    if (head !== undefined) return { head, body: text.slice(whole.length) };
  }
  const [json] = /^\{\n.*?\n\}(?=\n)/su.exec(text) ?? [];
  if (json !== undefined) {
    try {
      const head: unknown = JSON.parse(json);
      if (typeof head === "object" && head !== null)
        return { head: head as Head, body: text.slice(json.length) };
    } catch {
      // Then it is a text that begins with a brace.
    }
  }
  return { head: {}, body: text };
}

function yamlOf(text: string): Head | undefined {
  const { value } = parseYaml(text, { path: "", text });
  return isGroup(value) ? value : undefined;
}

function isGroup(value: YamlValue | undefined): value is { readonly [key: string]: YamlValue } {
  return typeof value === "object" && !Array.isArray(value);
}

/** Reads the lines of TOML that a front matter has: a text, a date, or a list on one line. */
function tomlOf(text: string): Head {
  const head: Record<string, unknown> = {};
  for (const [, key = "", value = ""] of text.matchAll(/^\s*([\w-]+)\s*=\s*(.+?)\s*$/gmu)) {
    const texts = Array.from(
      value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gu),
      ([, double, single]) => (double ?? single ?? "").replaceAll(/\\(.)/gu, "$1"),
    );
    head[key] = value.startsWith("[") ? texts : (texts[0] ?? value);
  }
  return head;
}

function textOf(head: Head, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = head[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "object" && value !== null) {
      const { image, src, url } = value as Record<string, unknown>;
      const inner = [image, src, url].find((one) => typeof one === "string");
      if (typeof inner === "string") return inner;
    }
  }
  return undefined;
}

function listOf(head: Head, ...keys: string[]): string[] {
  return keys
    .flatMap((key) => {
      const value = head[key];
      const list: unknown[] = Array.isArray(value) ? value : [value];
      return list.flatMap((one) => {
        if (typeof one === "string")
          return Array.isArray(value) ? [one.trim()] : one.split(/\s*,\s*/u);
        const name = (one as { readonly name?: unknown } | undefined)?.name;
        return typeof name === "string" ? [name] : [];
      });
    })
    .filter((one) => one !== "");
}

function some<One>(list: readonly One[]): readonly One[] | undefined {
  return list.length === 0 ? undefined : list;
}

function dayOf(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const [, day = ""] = /^(\d{4}-\d\d-\d\d)(?:$|[T ](?!.*Z$))/u.exec(text) ?? [];
  return parseDay(day) ?? dayAt(text) ?? parseDay(text);
}

const known =
  /^(?:title|date|published|publishDate|pubDate|created|authors?|by|tags?|categor(?:y|ies)|topics|summary|description|excerpt|lead|slug|canonical(?:_url)?|original_url|cover|image|thumbnail|featured_image|banner|layout|draft|lang|id|type|weight|toc|comments|updated|lastmod|modified)$/u;

function unknownKeys(head: Head): string[] {
  const keys = Object.keys(head).filter((key) => !known.test(key));
  if (keys.length === 0) return [];
  const names = keys
    .slice(0, 10)
    .map((key) => quoted(key))
    .join(", ");
  return [`Phần đầu tệp có mục chưa đưa sang bài: ${names}.`];
}

/** Replaces the codes of generators: pictures are taken, what a program draws is named. */
function withoutCodes(text: string): string {
  return text
    .replaceAll(/\{\{[<%] ?figure\s([^{}]{0,500})[>%]\}\}/gu, (_, attributes: string) => {
      const of = (key: string) =>
        new RegExp(`${key}\\s*=\\s*"([^"]*)"`, "u").exec(attributes)?.[1] ?? "";
      const words = of("caption") || of("title");
      const caption = words === "" ? "" : `<figcaption>${escapeHtml(words)}</figcaption>`;
      return `\n\n<figure><img src="${escapeHtml(of("src"))}" alt="${escapeHtml(of("alt"))}">${caption}</figure>\n\n`;
    })
    .replaceAll(/\{\{[<%]([^{}]{0,500})[>%]\}\}|\{%([^{}%]{0,500})%\}/gu, (_, hugo, liquid) => {
      const words = String(hugo ?? liquid).trim();
      return /^\/|^(?:end\w+|raw|more)$/u.test(words) ? "" : leftOut(`mã ${quoted(words)}`);
    });
}

function putCover(root: Element, address: string): void {
  const picture = root.ownerDocument.createElement("img");
  picture.setAttribute("src", address);
  picture.setAttribute("alt", "");
  root.prepend(picture);
}
