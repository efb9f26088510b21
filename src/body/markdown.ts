import MarkdownIt, { type StateInline, type Token } from "markdown-it";
import { type Footnotes, notesOf, useFootnotes } from "./footnotes.ts";
import type { GalleryEndMeta, GalleryMeta } from "./gallery.ts";
import type { Heading } from "./outline.ts";

/**
 * The one place that reads and draws Markdown: raw HTML is off, and nothing that it draws has a
 * style attribute, which a strict content policy forbids.
 */

/** The `meta` of an image token: the part of the body that shows it. */
export type ImageMeta<Part> = { readonly part: Part };

/** The `meta` of a token that opens the name of a document: its place among those of the body. */
export type CitedMeta = { readonly at: number };

const markdown = new MarkdownIt({ html: false, typographer: false, maxNesting: 40 } as never);
// Our own list judges schemes, with a problem that names the place; markdown-it would silently
// leave the link as text.
markdown.validateLink = () => true;
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
/** Looking for bare addresses in every word is a tenth of the work, and few articles have one. */
const mayHoldAddress = (text: string) => text.includes("//") || text.includes("mailto:");
useFootnotes(markdown);

/** The targets of links as they were written, by their normal form. */
export type WrittenLinks = ReadonlyMap<string, ReadonlySet<string>>;
let writtenLinks = new Map<string, Set<string>>();
const normalizeLink = markdown.normalizeLink.bind(markdown);
// markdown-it puts hosts into normal form, in which a disguise no longer shows.
markdown.normalizeLink = (written) => {
  const normal = normalizeLink(written);
  if (normal === written) return normal;
  const known = writtenLinks.get(normal);
  if (known === undefined) writtenLinks.set(normal, new Set([written]));
  else known.add(written);
  return normal;
};

// markdown-it forgets where in a block a link was.
const starts = new WeakMap<Token, number>();
markdown.inline.State = class extends markdown.inline.State {
  override push(...[type, tag, nesting]: Parameters<StateInline["push"]>) {
    const { pos, src } = this;
    const token = super.push(type, tag, nesting);
    if (type === "link_open") starts.set(token, startOfLink(src, pos));
    return token;
  }
};

/** At most this many letters are in the scheme of an address without brackets. */
const longestScheme = 10;

/**
 * Returns where a link starts. The reader is behind the bracket of `[text]`, at that of
 * `<https://…>`, or behind the scheme of `https://…`.
 */
function startOfLink(src: string, pos: number): number {
  if (src[pos] === "<") return pos;
  const before = src.slice(Math.max(0, pos - longestScheme), pos);
  const scheme = src[pos] === ":" ? /[a-z][a-z\d.+-]*$/iu.exec(before)?.[0] : undefined;
  return pos - (scheme?.length ?? 1);
}

/**
 * Returns the offset of the token that opens a link in the text of its block; undefined for a bare
 * address that was found when the block had been read.
 */
export function linkStart(open: Token): number | undefined {
  return starts.get(open);
}

/** Reads a text; `env` is what the renderer and the notes need of it later. */
export function readMarkdown(text: string): {
  tokens: Token[];
  env: object;
  notes: Footnotes;
  written: WrittenLinks;
} {
  writtenLinks = new Map();
  markdown.set({ linkify: mayHoldAddress(text) });
  const env = {};
  const tokens = markdown.parse(text, env);
  placeCells(tokens);
  return { tokens, env, notes: notesOf(env), written: writtenLinks };
}

/** Gives each cell of a table the lines of its row, which markdown-it gives to the row alone. */
function placeCells(tokens: readonly Token[]): void {
  let row: Token["map"] = null;
  for (const token of tokens) {
    if (token.type === "tr_open") row = token.map;
    else if (token.type === "inline") token.map ??= row;
  }
}

/** Draws tokens as HTML; each picture is added to `parts`, and its mark is in the text. */
export function drawMarkdown(tokens: Token[], env: object, parts: unknown[]): string {
  return markdown.renderer.render(tokens, markdown.options, { ...env, parts });
}

/**
 * Returns the mark that a part that is not HTML leaves in the rendered text; markdown-it turns
 * every NUL of the input into U+FFFD, so no article can forge one.
 */
export function mark(index: number): string {
  return `\0${index}\0`;
}
/** Matches a mark and captures its number. */
export const marks = /\0(\d+)\0/u;

const { rules } = markdown.renderer;
const { escapeHtml } = markdown.utils;

/** Returns a text with what character references and backslashes in it mean. */
export function unescapeText(text: string): string {
  return markdown.utils.unescapeAll(text);
}

rules.image = (tokens, index, _options, env) =>
  addPart(env, (tokens[index]!.meta as ImageMeta<unknown>).part);
rules.gallery_open = (tokens, index, _options, env) =>
  addPart(env, { kind: "gallery", ...(tokens[index]!.meta as GalleryMeta) });
rules.gallery_close = (tokens, index, _options, env) =>
  addPart(env, { kind: "galleryEnd", ...(tokens[index]!.meta as GalleryEndMeta) });
// The link to a heading is beside it: inside, it would be read out as part of its name.
rules.heading_open = (tokens, index, options, _env, self) =>
  `<div class="titled">${self.renderToken(tokens, index, options).trimEnd()}`;
rules.heading_close = (tokens, index) => {
  const { tag, meta } = tokens[index]!;
  const { anchor, title } = meta as Heading;
  return `</${tag}><a class="anchor" href="#${anchor}" aria-label="Liên kết đến mục ${escapeHtml(title)}"></a></div>\n`;
};
rules.table_open = (tokens, index) => {
  const wide = tokens[index]!.attrGet("class") === null ? "" : " wide";
  return `<div class="table-scroll${wide}" role="group" aria-label="Bảng" tabindex="0"><table>\n`;
};
rules.table_close = () => "</table></div>\n";
rules.abbr_open = (tokens, index) =>
  `<abbr title="${escapeHtml(String(tokens[index]!.attrGet("title")))}">`;
rules.abbr_close = () => "</abbr>";
rules.cited_open = (tokens, index, _options, env) =>
  addPart(env, { kind: "cited", at: (tokens[index]!.meta as CitedMeta).at });
rules.cited_close = (_tokens, _index, _options, env) => addPart(env, { kind: "citedEnd" });

function addPart(env: unknown, part: unknown): string {
  const { parts } = env as { readonly parts: unknown[] };
  parts.push(part);
  return mark(parts.length - 1);
}
