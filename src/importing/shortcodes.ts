import { escapeHtml } from "../text/escape-html.ts";
import { leftOut, quoted } from "../text/left-out.ts";
import { plainText } from "./html-tree.ts";
import { type ShortcodeWords, shortcodeWords, wordsHtml } from "./shortcode-words.ts";

/** A picture of the library of a WordPress site, or another file. */
export type LibraryFile = {
  readonly address: string;
  readonly title: string;
  readonly alt: string;
  readonly caption: string;
};

/** What the codes of a text refer to by number. */
export type ShortcodeLibrary = {
  readonly fileOf: (id: string) => LibraryFile | undefined;
  /** Returns the numbers of the files that came with a post; without a number, with this one. */
  readonly filesWith: (post: string | undefined) => readonly string[];
  /** Returns a table of TablePress as HTML. */
  readonly tableOf: (id: string) => string | undefined;
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
  /** What its writer wants to be seen instead: `[[gallery]]` shows a code. */
  readonly shown?: string;
};

const form = /\[(\/?)([a-z][a-z0-9_-]*)((?:\s[^\][]*)?)\/?\]/gu;

/** Names that are shortcodes also without anything that tells them from a writer's brackets. */
const known = /^(?:gallery|embed|video|audio|playlist|caption|wp_caption|toc|sitemap|divider)$/u;

/** True within a tag of HTML, where a code stands for a part of an address. */
function isInTag(text: string, index: number): boolean {
  const from = Math.max(0, index - mostTag);
  const before = text.slice(from, index);
  return /<[a-z][^<>]*$/iu.test(before.slice(before.lastIndexOf("<")));
}

/** In characters; a longer tag is none of a writer's. */
const mostTag = 1_000;

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
    if (isInTag(text, index)) continue;
    // Two brackets show the code itself.
    if (text[index - 1] === "[" && text[to] === "]") {
      found.push({ name, attributes, from: index - 1, to: to + 1, shown: all });
      continue;
    }
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
      closing !== undefined ||
      attributes.includes("=") ||
      /[_-]/u.test(name) ||
      known.test(name) ||
      layout.test(name),
  );
}

/**
 * Replaces the shortcodes of a text. Pictures, films, galleries and footnotes become HTML. A code
 * that only arranges the page leaves its content, and what its attributes tell readers. Any other
 * code is named.
 */
export function withoutShortcodes(text: string, library: ShortcodeLibrary): string {
  const { html, notes } = replaced(text, library, false);
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
  library: ShortcodeLibrary,
  isInNote: boolean,
): { readonly html: string; readonly notes: readonly string[] } {
  const notes: string[] = [];
  if (!text.includes("[")) return { html: text, notes };
  const pieces: { from: number; to: number; html: string }[] = [];
  let done = 0;
  for (const code of shortcodesIn(text)) {
    if (code.from < done) continue;
    const { name, attributes, from, to, closing } = code;
    if (code.shown !== undefined) {
      pieces.push({ from, to, html: code.shown });
      continue;
    }
    const inside = closing === undefined ? "" : text.slice(to, closing.from);
    const isNote = note.test(name) && !isInNote && inside.trim() !== "";
    if (isNote && !(name === "note" && isAlone(text, from, closing!.to))) {
      notes.push(replaced(inside.trim(), library, true).html);
      done = closing!.to;
      const id = `ghi-chu-ngan-${notes.length}`;
      pieces.push({ from, to: done, html: `<sup><a href="#${id}">${notes.length}</a></sup>` });
      continue;
    }
    const whole = htmlOf(name, attributes, inside, library);
    if (whole !== undefined) {
      done = closing?.to ?? to;
      pieces.push({ from, to: done, html: whole });
      continue;
    }
    const background = backgroundOf(attributes, library);
    if (layout.test(name)) {
      pieces.push({ from, to, html: background || gap });
      if (closing !== undefined) pieces.push({ ...closing, html: gap });
      continue;
    }
    const words = shortcodeWords(attributes);
    if (inside.trim() !== "") {
      const [before, behind] = around(inside, words);
      const isInline = inline.test(name);
      const opens =
        !isInline && /(?:(?:^|[\n>])\s*|\])$/u.test(text.slice(Math.max(0, from - 5), from));
      // What begins within a line goes on in it, also before another code.
      const end = opens ? /^\s{0,5}(?:$|[\n[<])/u : /^\s{0,5}(?:$|[\n<])/u;
      const ends = !isInline && end.test(text.slice(closing!.to, closing!.to + 6));
      pieces.push(
        { from, to, html: background + (opens ? gap : "") + before },
        { ...closing!, html: behind + (ends ? gap : "") },
      );
      continue;
    }
    // One that held nothing but its closing part, and tells nothing, shows nothing.
    const isNothing = closing !== undefined && attributes.trim() === "";
    const mark = leftOut(`mã ngắn ${quoted(text.slice(from + 1, to - 1))}`);
    const isWhole = words.addresses.length > 0 ? shows.test(name) : says.test(name);
    const told = isWhole || words.addresses.length > 0 ? wordsHtml(words) : "";
    const isToldWhole = isWhole && told !== "";
    pieces.push({ from, to, html: isNothing ? "" : told + (isToldWhole ? "" : mark) });
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

/** Parts what stands beside each other on a page, so that no words are glued together. */
const gap = "\n\n";

/** Names of codes that only change how letters look. */
const inline =
  /^(?:b|i|u|s|em|strong|sup|sub)$|dropcap|drop_cap|highlight|colou?r|font|tooltip|icon|abbr/u;

/** Returns the picture behind the content of a code as HTML; nothing where there is none. */
function backgroundOf(attributes: string, library: ShortcodeLibrary): string {
  const [, number] = /(?:^|\s)bg\s*=\s*"(\d+)"/u.exec(attributes) ?? [];
  if (number !== undefined) return block(figureOf(number, library.fileOf(number)));
  const [, address] =
    /(?:^|\s)(?:background|bg)_image\s*=\s*"(https?:\/\/[^"\s<>]+)"/u.exec(attributes) ?? [];
  return address === undefined
    ? ""
    : block(`<figure><img src="${escapeHtml(plainText(address))}" alt=""></figure>`);
}

/** Names of codes that do no more than show what their address leads to. */
const shows =
  /pdf|doc|file|viewer|embed|video|youtube|vimeo|audio|mp3|ima?ge?|photo|button|btn|link|iframe|flip|download|heading|title|banner/u;
/** Names of codes that do no more than show the words in their attributes. */
const says = /heading|title|button|btn|text|alert|message|quote|callout|testimonial/u;

/** Returns what comes before and behind the content of a code, for what its attributes tell. */
function around(inside: string, { texts, addresses }: ShortcodeWords): readonly [string, string] {
  const [address, ...more] = addresses;
  const mayBeLink =
    address !== undefined &&
    more.length === 0 &&
    !/<(?!\/?(?:b|i|em|strong|span)\b)|\[/iu.test(inside);
  if (!mayBeLink) return [wordsHtml({ texts, addresses }), ""];
  return [`${wordsHtml({ texts, addresses: [] })}<a href="${escapeHtml(address)}">`, "</a>"];
}

const blockTag =
  "</?(?:p|div|td|th|li|ul|ol|blockquote|h[1-6]|figure|table|section)(?:\\s[^<>]*)?>";
const blockEnds = new RegExp(`(?:^|\\n[^\\S\\n]*\\r?\\n|${blockTag})\\s*$`, "iu");
const blockBegins = new RegExp(`^\\s*?(?:$|\\r?\\n[^\\S\\n]*\\r?\\n|${blockTag})`, "iu");

/** In characters: as far as blanks and one tag may reach. */
const nearby = 300;

/** True for a `[note]` that fills a block, and so is a box rather than a footnote. */
function isAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - nearby), from);
  return blockEnds.test(before) && blockBegins.test(text.slice(to, to + nearby));
}

function htmlOf(
  name: string,
  attributes: string,
  inside: string,
  library: ShortcodeLibrary,
): string | undefined {
  const of = (key: string) => attributeOf(attributes, key);
  if (name === "caption" || name === "wp_caption") {
    const picture = Array.from(inside.matchAll(imageTag)).at(-1);
    if (picture === undefined) return undefined;
    const end = picture.index + picture[0].length;
    const [link = ""] = /^\s*<\/a>/iu.exec(inside.slice(end)) ?? [];
    const caption = of("caption") ?? inside.slice(end + link.length).trim();
    const shown = inside.slice(0, end + link.length);
    return block(`<figure>${shown}<figcaption>${caption}</figcaption></figure>`);
  }
  if (name === "gallery" || libraryCodes.test(name)) {
    const key = ["ids", "include", "images", "image", "gallery_ids"].find((one) => of(one));
    const named = numbers(key === undefined ? (name === "ux_image" ? of("id") : "") : of(key));
    const without = new Set(numbers(of("exclude")));
    const ids =
      named.length > 0 || name !== "gallery"
        ? named
        : library
            .filesWith(of("id"))
            .filter((id) => !without.has(id) && isPicture(library.fileOf(id)));
    if (ids.length === 0) return undefined;
    return block(ids.map((id) => figureOf(id, library.fileOf(id))).join(""));
  }
  if (name === "table") {
    const table = library.tableOf(of("id") ?? "");
    return table === undefined ? undefined : block(table);
  }
  if (name === "vc_raw_html") {
    const html = rawHtml(inside);
    return html === undefined ? leftOut("mã HTML của vc_raw_html") : block(html);
  }
  if (name === "embed") return inside.trim() === "" ? undefined : linkTo(inside);
  if (name === "video" || name === "audio" || name === "playlist") {
    const source = ["src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav"]
      .map(of)
      .find(Boolean);
    if (source !== undefined) return mediaOf(name, plainText(source), "");
    const kind = name === "playlist" ? (of("type") ?? "audio") : name;
    const ids = numbers(of("ids") ?? of("id"));
    if (ids.length > 0) return ids.map((id) => fileOf(kind, id, library.fileOf(id))).join("");
    return inside.trim() === "" ? undefined : linkTo(inside);
  }
  return undefined;
}

/** Codes of extensions that show pictures of the library, by its numbers. */
const libraryCodes = /^(?:vc_(?:single_image|gallery)|ux_(?:image|gallery)|et_pb_gallery)$/u;

/** Values of attributes may hold the sign that ends a tag. */
const imageTag = /<img\b(?:[^>"']|"[^"]*"|'[^']*')*>/giu;

function numbers(list: string | undefined): string[] {
  return (list ?? "").split(/[,\s]+/u).filter(Boolean);
}

function isPicture(file: LibraryFile | undefined): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|heic)(?:[?#]|$)/iu.test(file?.address ?? "");
}

/** Returns the HTML that WPBakery keeps in letters of its own. */
function rawHtml(inside: string): string | undefined {
  const plain = inside.trim().replaceAll(/<\/?p>/giu, "");
  if (!/^[\w+/=\s]+$/u.test(plain)) return undefined;
  try {
    return decodeURIComponent(Buffer.from(plain, "base64").toString("latin1"));
  } catch {
    return undefined;
  }
}

function figureOf(id: string, picture: LibraryFile | undefined): string {
  if (picture === undefined) return `<p>${leftOut(`ảnh số ${id} trong thư viện của trang cũ`)}</p>`;
  const { address, alt, caption } = picture;
  const words = caption === "" ? "" : `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">${words}</figure>`;
}

function fileOf(kind: string, id: string, file: LibraryFile | undefined): string {
  return file === undefined
    ? block(`<p>${leftOut(`tệp số ${id} trong thư viện của trang cũ`)}</p>`)
    : mediaOf(kind, file.address, file.title);
}

function mediaOf(kind: string, address: string, title: string): string {
  const name = kind === "video" ? "video" : "audio";
  return block(`<${name} src="${escapeHtml(address)}" title="${escapeHtml(title)}"></${name}>`);
}

function linkTo(written: string): string {
  const address = plainText(written);
  return /^https?:\/\/[^\s<>"]+$/u.test(address)
    ? block(`<iframe src="${escapeHtml(address)}"></iframe>`)
    : written.trim();
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
