/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { type Day, dayAt, parseDay } from "../day.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { leftOut, quoted } from "../text/left-out.ts";
import { readAlias } from "../text/old-address.ts";
import { parseYaml, type YamlValue } from "../yaml/yaml.ts";
import { htmlTree, plainText, squeezed } from "./html-tree.ts";
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
  const { head, body, isBroken = false } = split(clean);
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
  if (cover !== undefined && !html.includes(escapeHtml(cover.address))) putCover(root, cover);
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
      url === undefined || !/^https?:/u.test(url) ? undefined : { name: new URL(url).host, url },
    notes: [
      ...(isBroken
        ? ["Phần đầu tệp viết chưa đúng YAML, nên đã đọc từng dòng; xin xem lại các mục ở đầu bài."]
        : []),
      ...unknownKeys(head),
    ],
  };
}

type Head = { readonly [key: string]: unknown };

type Parts = {
  readonly head: Head;
  readonly body: string;
  /** It was no YAML, and read line by line. */
  readonly isBroken?: boolean;
};

function split(text: string): Parts {
  const [whole, sign, written = ""] =
    /^(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|$)/su.exec(text) ?? [];
  if (whole !== undefined) {
    const body = text.slice(whole.length);
    if (sign === "+++") return { head: tomlOf(written), body };
    const head = yamlOf(written);
    if (head !== undefined) return { head, body };
    const lines = linesOf(written);
    if (lines !== undefined) return { head: lines, body, isBroken: true };
  }
  // Hexo needs no line before what it knows of an article.
  const [open] = /^(?:\w[\w-]*:(?: .*)?\n|[ \t-].*\n)+(?=---[ \t]*\n)/u.exec(text) ?? [];
  if (open !== undefined && whole === undefined) {
    const head = yamlOf(open);
    if (head?.title !== undefined)
      return { head, body: text.slice(open.length).replace(/^---[ \t]*\n/u, "") };
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

/**
 * Reads lines of the form `key: value` that are no YAML, because a value has a colon in it.
 * Undefined when no line is of that form.
 */
function linesOf(text: string): Head | undefined {
  const head: Record<string, unknown> = {};
  for (const [, key = "", value = ""] of text.matchAll(
    /^\s*([\w-]+)[ \t]*:[ \t]*(\S.*?)[ \t]*$/gmu,
  ))
    head[key] ??= value.startsWith("[") ? quotedIn(value) : value.replace(/^(["'])(.*)\1$/u, "$2");
  return Object.keys(head).length === 0 ? undefined : head;
}

/** Returns the texts of a list on one line; those without quotation marks end at a comma. */
function quotedIn(list: string): string[] {
  const texts = Array.from(list.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gu), ([, double, single]) =>
    (double ?? single ?? "").replaceAll(/\\(.)/gu, "$1"),
  );
  return texts.length > 0 ? texts : list.replaceAll(/^\[|\]$/gu, "").split(/\s*,\s*/u);
}

/** Reads what a front matter has of TOML: a text, a date, or a list. */
function tomlOf(text: string): Head {
  const head: Record<string, unknown> = {};
  const form =
    /^[ \t]*([\w-]+)[ \t]*=[ \t]*("""[\s\S]{0,20000}?"""|'''[\s\S]{0,20000}?'''|\[[^\]]*\]|.{1,2000}?)[ \t]*(?:#[^\n"']{0,500})?$/gmu;
  for (const [, key = "", value = ""] of text.matchAll(form)) {
    const [, long] = /^(?:"""|''')\n?([\s\S]*)(?:"""|''')$/u.exec(value) ?? [];
    head[key] ??=
      long !== undefined
        ? long.trim()
        : value.startsWith("[")
          ? quotedIn(value)
          : /^["']/u.test(value)
            ? (quotedIn(value)[0] ?? value)
            : value;
  }
  return head;
}

/** Returns the addresses that an article had on its site, where they are no patterns of several. */
function aliasesOf(head: Head): string[] {
  const addresses = listOf(head, "aliases", "alias", "redirect_from", "permalink", "url");
  const read = addresses.filter((one) => /^\/(?!\/)[^:]*$/u.test(one)).map(readAlias);
  return [...new Set(read.filter((one) => one !== undefined && one !== "/"))] as string[];
}

/** Finds the picture that the front matter names, with its words. */
function coverOf(head: Head): Cover | undefined {
  for (const key of covers) {
    const value = head[key];
    const one: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof one === "string" && one.trim() !== "")
      return {
        address: one.trim(),
        alt: textOf(head, "alt", "image_alt", "imageAlt") ?? "",
        caption: textOf(head, "caption") ?? "",
      };
    if (typeof one !== "object" || one === null) continue;
    const group = one as Head;
    const address = textOf(group, "image", "src", "url", "path", "teaser");
    if (address !== undefined)
      return { address, alt: textOf(group, "alt") ?? "", caption: textOf(group, "caption") ?? "" };
  }
  return undefined;
}

type Cover = { readonly address: string; readonly alt: string; readonly caption: string };

const covers = [
  "cover",
  "image",
  "thumbnail",
  "featured_image",
  "featuredImage",
  "feature_image",
  "banner",
  "heroImage",
  "hero_image",
  "cover_image",
  "coverImage",
  "header",
  "images",
];

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
  /^(?:title|date|published|publishDate|pubDate|created|authors?|by|aliases|alias|redirect_from|permalink|url|alt|caption|image_alt|imageAlt|tags?|categor(?:y|ies)|topics|summary|description|excerpt|lead|slug|canonical(?:_url)?|original_url|cover|images?|thumbnail|featured_image|featuredImage|feature_image|banner|hero_?[iI]mage|cover_?[iI]mage|header|layout|draft|lang|id|type|weight|toc|comments|updated|lastmod|modified)$/u;

function unknownKeys(head: Head): string[] {
  const keys = Object.keys(head).filter((key) => !known.test(key));
  if (keys.length === 0) return [];
  const names = keys
    .slice(0, 10)
    .map((key) => quoted(key))
    .join(", ");
  return [`Phần đầu tệp có mục chưa đưa sang bài: ${names}.`];
}

const shortcode = String.raw`\{\{[<%]([^{}]{0,500})[>%]\}\}|\{%([^{}%]{0,500})%\}`;

/**
 * Replaces the codes of generators: pictures and films are taken, what a program draws is named.
 * What only dresses a line, as `{: .center}` and `{#id}` do, is left out.
 */
function withoutCodes(text: string): string {
  return text
    .replaceAll(/(?<=\S)[ \t]*\{[#.][^{}\n]{0,200}\}[ \t]*$/gmu, "")
    .replaceAll(/^[ \t]*\{:[^{}\n]{0,200}\}[ \t]*$/gmu, "")
    .replaceAll(/(?<=!\[[^\][\n]{0,300}\]\([^()\n]{0,500}\))\{[^{}\n]{0,200}\}/gu, "")
    .replaceAll(/\{% ?comment ?%\}([\s\S]{0,5000}?)\{% ?endcomment ?%\}/gu, (_, words: string) =>
      leftOut(`ghi chú ${quoted(words)}`),
    )
    .replaceAll(/\{\{[<%] ?figure\s([^{}]{0,500})[>%]\}\}/gu, (_, attributes: string) => {
      const of = (key: string) =>
        new RegExp(`${key}\\s*=\\s*"([^"]*)"`, "u").exec(attributes)?.[1] ?? "";
      const words = of("caption") || of("title");
      const caption = words === "" ? "" : `<figcaption>${escapeHtml(words)}</figcaption>`;
      return `\n\n<figure><img src="${escapeHtml(of("src"))}" alt="${escapeHtml(of("alt"))}">${caption}</figure>\n\n`;
    })
    .replaceAll(
      new RegExp(String.raw`(?<!!)\[([^\][\n]{1,300})\]\((?:${shortcode})[^()\n]{0,100}\)`, "gu"),
      (_, words, hugo, liquid) =>
        `${words} ${leftOut(`liên kết ${quoted(String(hugo ?? liquid))}`)}`,
    )
    .replaceAll(new RegExp(shortcode, "gu"), (_, hugo, liquid) => {
      const words = String(hugo ?? liquid).trim();
      const film = filmOf(words);
      if (film !== undefined) return `\n\n<iframe src="${film}"></iframe>\n\n`;
      return /^\/|^(?:end\w+|raw|more)$/u.test(words) ? "" : leftOut(`mã ${quoted(words)}`);
    })
    .replaceAll(/\{\{([^{}<>%\n]{1,200})\}\}/gu, (_, words: string) =>
      leftOut(`mã ${quoted(words)}`),
    )
    .replaceAll(/<([A-Z]\w*)(?:\s[^<>]{0,500})?\/>/gu, (whole: string) =>
      leftOut(`mã ${quoted(whole.slice(1, -2))}`),
    );
}

/** Returns the address of a film of which a code has the number. */
function filmOf(code: string): string | undefined {
  const [, site = "", number = ""] =
    /^(youtube|vimeo)\s+(?:id\s*=\s*)?["']?([\w-]{5,20})["']?(?:\s|$)/iu.exec(code) ?? [];
  if (number === "") return undefined;
  return site.toLowerCase() === "vimeo"
    ? `https://vimeo.com/${number}`
    : `https://www.youtube.com/embed/${number}`;
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

function putCover(root: Element, { address, alt, caption }: Cover): void {
  const document = root.ownerDocument;
  const picture = document.createElement("img");
  picture.setAttribute("src", address);
  picture.setAttribute("alt", alt);
  const figure = document.createElement("figure");
  figure.append(picture);
  if (caption !== "") {
    const words = document.createElement("figcaption");
    words.textContent = caption;
    figure.append(words);
  }
  root.prepend(figure);
}
