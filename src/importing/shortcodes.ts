import { escapeHtml } from "../text/escape-html.ts";
import { leftOut, quoted } from "../text/left-out.ts";

/** A picture of the library of a WordPress site. */
export type LibraryPicture = {
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
};

/** What WordPress and its extensions put in square brackets for themselves: `[gallery ids="1"]`. */
type Shortcode = {
  readonly name: string;
  readonly attributes: string;
  /** Where the opening part begins and ends in the text. */
  readonly from: number;
  readonly to: number;
  /** Where its closing part begins and ends. */
  readonly closing?: { readonly from: number; readonly to: number };
};

const form = /\[(\/?)([a-z][a-z0-9_-]*)((?:\s[^\][]*)?)\/?\]/gu;

/** Names that are shortcodes also without anything that tells them from a writer's brackets. */
const known = /^(?:gallery|embed|video|audio|playlist|caption|wp_caption)$/u;

/** What extensions for footnotes put around the text of one. */
const note = /^(?:mfn|efn_note|ref|fn|footnote|note|su_footnote)$/u;

/**
 * Only put their content somewhere on the page. Extensions that build pages bring dozens of each.
 */
const layout =
  /^(?:vc_(?:row|column|section)(?:_\w+)?|et_pb_(?:section|row|column)(?:_\w+)?|fusion_builder_\w+|(?:ux_)?(?:row|col|column|section)(?:_inner)?(?:-inner)?|one_(?:half|third|fourth)(?:_last)?|clear|divider|spacer|gap)$/u;

/** Finds the shortcodes of a text, in order. A writer's own brackets, as in “[Video]”, are text. */
function shortcodesIn(text: string): Shortcode[] {
  const found: Shortcode[] = [];
  const open = new Map<string, number[]>();
  for (const { 0: all, 1: slash, 2: name = "", 3: attributes = "", index } of text.matchAll(form)) {
    const to = index + all.length;
    if (slash === "/") {
      const at = open.get(name)?.pop();
      const closing = { from: index, to };
      if (at !== undefined) found[at] = { ...found[at]!, closing };
      // One that closes nothing holds nothing.
      else found.push({ name, attributes: "", from: index, to, closing: { from: to, to } });
      continue;
    }
    found.push({ name, attributes, from: index, to });
    const of = open.get(name);
    if (of === undefined) open.set(name, [found.length - 1]);
    else of.push(found.length - 1);
  }
  return found.filter(
    ({ name, attributes, closing }) =>
      closing !== undefined || attributes.includes("=") || name.includes("_") || known.test(name),
  );
}

/**
 * Replaces the shortcodes of a text. Pictures, films, galleries and footnotes become HTML. A code
 * that only arranges the page leaves its content. Any other code is named.
 *
 * @param pictureOf finds a picture of the library by its number
 */
export function withoutShortcodes(
  text: string,
  pictureOf: (id: string) => LibraryPicture | undefined,
): string {
  const { html, notes } = replaced(text, pictureOf, false);
  const items = notes.map((words, at) => `<li id="ghi-chu-ngan-${at + 1}">${words}</li>`);
  return notes.length === 0 ? html : html + block(`<ol>${items.join("")}</ol>`);
}

/**
 * Returns a text without its shortcodes, and the footnotes that signs in it lead to.
 *
 * @param isInNote footnotes hold no footnotes: the words of one within another stay where they are
 */
function replaced(
  text: string,
  pictureOf: (id: string) => LibraryPicture | undefined,
  isInNote: boolean,
): { readonly html: string; readonly notes: readonly string[] } {
  const notes: string[] = [];
  if (!text.includes("[")) return { html: text, notes };
  const pieces: { from: number; to: number; html: string }[] = [];
  let done = 0;
  for (const code of shortcodesIn(text)) {
    if (code.from < done) continue;
    const { name, attributes, from, to, closing } = code;
    const inside = closing === undefined ? "" : text.slice(to, closing.from);
    const isNote = note.test(name) && !isInNote && inside.trim() !== "";
    if (isNote && !(name === "note" && isAlone(text, from, closing!.to))) {
      notes.push(replaced(inside.trim(), pictureOf, true).html);
      done = closing!.to;
      const id = `ghi-chu-ngan-${notes.length}`;
      pieces.push({ from, to: done, html: `<sup><a href="#${id}">${notes.length}</a></sup>` });
      continue;
    }
    const whole = htmlOf(name, attributes, inside, pictureOf);
    if (whole !== undefined) {
      done = closing?.to ?? to;
      pieces.push({ from, to: done, html: whole });
      continue;
    }
    const isKept = closing !== undefined || layout.test(name);
    pieces.push({
      from,
      to,
      html: isKept ? "" : leftOut(`mã ngắn ${quoted(text.slice(from + 1, to - 1))}`),
    });
    if (closing !== undefined) pieces.push({ ...closing, html: "" });
  }
  let last = 0;
  const parts: string[] = [];
  for (const { from, to, html } of pieces.toSorted((a, b) => a.from - b.from)) {
    if (from < last) continue;
    parts.push(text.slice(last, from), html);
    last = to;
  }
  return { html: parts.join("") + text.slice(last), notes };
}

const blockTag =
  "</?(?:p|div|td|th|li|ul|ol|blockquote|h[1-6]|figure|table|section)(?:\\s[^<>]*)?>";
const blockEnds = new RegExp(`(?:^|\\n[^\\S\\n]*\\r?\\n|${blockTag})\\s*$`, "iu");
const blockBegins = new RegExp(`^\\s*?(?:$|\\r?\\n[^\\S\\n]*\\r?\\n|${blockTag})`, "iu");

/** In characters: as far as blanks and one tag may reach. */
const around = 300;

/** True for a `[note]` that fills a block, and so is a box rather than a footnote. */
function isAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - around), from);
  return blockEnds.test(before) && blockBegins.test(text.slice(to, to + around));
}

function htmlOf(
  name: string,
  attributes: string,
  inside: string,
  pictureOf: (id: string) => LibraryPicture | undefined,
): string | undefined {
  const of = (key: string) => attributeOf(attributes, key);
  if (name === "caption" || name === "wp_caption") {
    if (inside === "") return undefined;
    const at = inside.lastIndexOf("<img");
    const end = at === -1 ? -1 : inside.indexOf(">", at);
    const behind = end === -1 ? inside : inside.slice(end + 1).replace(/^\s*<\/a>/u, "");
    const caption = of("caption") ?? behind.trim();
    if (end === -1) return undefined;
    return block(`<figure>${inside.slice(0, end + 1)}<figcaption>${caption}</figcaption></figure>`);
  }
  if (name === "gallery" || name === "vc_single_image" || name === "vc_gallery") {
    const ids = (of("ids") ?? of("include") ?? of("images") ?? of("image") ?? "")
      .split(/[,\s]+/u)
      .filter(Boolean);
    if (ids.length === 0) return undefined;
    return block(ids.map((id) => figureOf(id, pictureOf(id))).join(""));
  }
  if (name === "embed") return inside.trim() === "" ? undefined : linkTo(inside.trim());
  if (name === "video" || name === "audio" || name === "playlist") {
    const source = ["src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav"]
      .map(of)
      .find(Boolean);
    if (source !== undefined) return block(`<${name} src="${escapeHtml(source)}"></${name}>`);
    return inside.trim() === "" ? undefined : linkTo(inside.trim());
  }
  return undefined;
}

function figureOf(id: string, picture: LibraryPicture | undefined): string {
  if (picture === undefined) return `<p>${leftOut(`ảnh số ${id} trong thư viện của trang cũ`)}</p>`;
  const { address, alt, caption } = picture;
  const words = caption === "" ? "" : `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">${words}</figure>`;
}

function linkTo(address: string): string {
  return /^https?:\/\/[^\s<>"]+$/u.test(address)
    ? block(`<iframe src="${escapeHtml(address)}"></iframe>`)
    : address;
}

/** Sets HTML apart from the paragraphs around it. */
function block(html: string): string {
  return `\n\n${html}\n\n`;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const form = new RegExp(
    String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`,
    "u",
  );
  const [, double, single, bare] = form.exec(attributes) ?? [];
  return (double ?? single ?? bare)?.trim() || undefined;
}
