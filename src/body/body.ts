import type { Token } from "markdown-it";
import type { Abbreviations } from "../abbreviations.ts";
import type { SourceFile } from "../content/source-file.ts";
import type { Framing } from "../cut.ts";
import type { Day } from "../day.ts";
import type { CitedInText } from "../document.ts";
import { maxOutput } from "../limits.ts";
import {
  fileStart,
  isError,
  type Place,
  type Problem,
  placeAt,
  problem,
} from "../problems/problem.ts";
import { countSyllables, saysSame } from "../text/vietnamese.ts";
import { lazily } from "../work/once.ts";
import { type Cited, markCited, newCited } from "./cited.ts";
import { excessProblems } from "./excess.ts";
import { explainAbbreviations } from "./explain.ts";
import { countReferences, type Footnotes, noteProblems, strayReference } from "./footnotes.ts";
import { asGallery, galleryIn } from "./gallery.ts";
import { newLinkPlaces } from "./link-places.ts";
import { linkProblems } from "./link-problems.ts";
import { decodeAddress, isAnchor, lastStep, linkTarget, type SiteLink } from "./links.ts";
import {
  drawMarkdown,
  type ImageMeta,
  mark,
  marks,
  readMarkdown,
  type WrittenLinks,
} from "./markdown.ts";
import { type Heading, newOutline, type Outline } from "./outline.ts";
import { pastedIn } from "./pasted.ts";
import { shownDeceptions } from "./shown-text.ts";
import { markTables } from "./tables.ts";
import { alignByClass, attribute, hideParagraph, outputSize, plainText } from "./tokens.ts";

/**
 * The body of an article, rendered from Markdown. Most of it is HTML that is safe by construction
 * (raw HTML is off); what depends on the rest of the site is between it as parts of its own.
 */
export type BodyPart =
  | { readonly kind: "html"; readonly html: string }
  /**
   * A picture in the text; `block` when it becomes a figure, because it is alone in its paragraph
   * or one of a gallery.
   */
  | ({
      readonly kind: "picture";
      readonly file: string;
      readonly alt: string;
      readonly caption?: string;
      readonly credit?: string;
      readonly block: boolean;
    } & Framing)
  /** Where a gallery begins, whose pictures come next, and where it ends. */
  | { readonly kind: "gallery"; readonly count: number }
  | { readonly kind: "galleryEnd"; readonly hasCaption: boolean }
  /** The `href` of a link to another article's file. */
  | { readonly kind: "articleUrl"; readonly path: string; readonly fragment: string }
  /** Where the name of a document begins, by its place in `cites`, and where it ends. */
  | { readonly kind: "cited"; readonly at: number }
  | { readonly kind: "citedEnd" };

export type Body = {
  readonly parts: readonly BodyPart[];
  /** The first paragraph as plain text, empty when there is none. */
  readonly firstParagraph: string;
  /** The headings of the text, without those of notes. */
  readonly headings: readonly Heading[];
  /** Length of the text in syllables, without notes. */
  readonly syllables: number;
  /** Links to pages of the site by address, to be checked when all pages are known. */
  readonly links: readonly SiteLink[];
  /** The documents that it names. */
  readonly cites: readonly CitedInText[];
  readonly problems: readonly Problem[];
};

export type BodyContext = {
  readonly unit: string;
  /** The day of the article, where it has one. */
  readonly day?: Day | undefined;
  readonly abbreviations: Abbreviations;
  /** The caption that the front matter gives a picture. */
  readonly captionOf: (file: string) => string | undefined;
  /**
   * Finds the picture in content that an address in the article means, or the problem with the
   * address.
   */
  readonly findPicture: (src: string, place: Place) => string | Problem;
};

/** What is known and found while one body is rendered. */
type Rendering = {
  readonly file: SourceFile;
  readonly context: BodyContext;
  /** Finds the first of some texts that is in the block that a token belongs to. */
  readonly placeIn: (block: Token, ...needles: string[]) => Place;
  /** Finds a link of a block, or the first of some texts that is in it. */
  readonly placeOfLink: (open: Token, block: Token, ...needles: string[]) => Place;
  /** Makes a function that finds texts in a block, each behind the one before. */
  readonly searchIn: (block: Token) => (needle: string) => Place;
  readonly written: WrittenLinks;
  readonly outline: Outline;
  readonly notes: Footnotes;
  readonly parts: BodyPart[];
  readonly links: SiteLink[];
  readonly cited: Cited;
  readonly problems: Problem[];
};

/** Renders the body of an article and checks what can be checked from the article alone. */
export function renderBody(
  file: SourceFile,
  body: string,
  bodyOffset: number,
  context: BodyContext,
): Body {
  // Looked at only where there is something to tell.
  const lineStarts = lazily(() => lineOffsets(body));
  const sourceOf = (block: Token | undefined) => {
    const lines = lineStarts();
    const [from, to] = block?.map ?? [0, lines.length];
    const start = lines[from] ?? 0;
    return { start, text: body.slice(start, lines[to] ?? body.length) };
  };
  const searchIn = (block: Token) => {
    const { start, text } = sourceOf(block);
    let after = 0;
    return (needle: string): Place => {
      const at = needle === "" ? -1 : text.indexOf(needle, after);
      if (at !== -1) after = at + needle.length;
      return placeAt(file.path, file.text, bodyOffset + start + Math.max(0, at));
    };
  };
  const placeIn = (block: Token | undefined, ...needles: string[]): Place => {
    const { start, text } = sourceOf(block);
    const found =
      needles
        .filter((needle) => needle !== "")
        .map((needle) => text.indexOf(needle))
        .find((at) => at !== -1) ?? -1;
    return placeAt(file.path, file.text, bodyOffset + (found === -1 ? start : start + found));
  };
  const problems: Problem[] = [];
  if (body.trim() === "") problems.push(problem("empty-body", fileStart(file.path)));
  const { tokens, env, notes, written } = readMarkdown(body);
  const tooMany = excessProblems(tokens, notes, (block, needle = "") => placeIn(block, needle));
  if (outputSize(tokens) > maxOutput)
    problems.push(problem("body-too-large", fileStart(file.path)));
  if (tooMany.length > 0 || problems.some(isError)) {
    problems.push(...tooMany);
    return unread(problems);
  }
  for (const { code, index, args } of shownDeceptions(tokens, file.text, bodyOffset))
    problems.push(problem(code, placeAt(file.path, file.text, bodyOffset + index), args));
  if (problems.some(({ code }) => code === "too-many-marks")) return unread(problems);
  markTables(tokens);
  const linkOffset = newLinkPlaces(body);
  const rendering: Rendering = {
    file,
    context,
    placeIn,
    placeOfLink: (open, block, ...needles) =>
      placeAt(file.path, file.text, bodyOffset + linkOffset(open, block, needles)),
    searchIn,
    written,
    outline: newOutline(),
    notes,
    parts: [],
    links: [],
    cited: newCited(),
    problems,
  };
  const { pattern, meaningsIn } = context.abbreviations;
  const meaningOf = meaningsIn(context.unit, context.day);
  const explained = new Set<string>();
  const headings: Heading[] = [];
  let inNotes = false;
  let firstParagraph = "";
  let syllables = 0;
  for (const [index, block] of tokens.entries()) {
    for (const { code, needle, args } of pastedIn(block, tokens[index - 1]))
      problems.push(problem(code, placeIn(block, needle), args));
    if (block.type === "footnote_block_open") inNotes = true;
    if (block.type === "heading_open") {
      const found = heading(tokens, index, rendering);
      if (!inNotes) headings.push(found);
    }
    // markdown-it aligns a column by a style attribute, which a strict content policy forbids.
    else if (block.type === "th_open" || block.type === "td_open") alignByClass(block);
    else if (block.type === "inline" && block.children) {
      const shown = inline(tokens, index, rendering);
      const isTitle = tokens[index - 1]?.type === "heading_open";
      const marked = isTitle ? shown : markCited(shown, rendering.cited);
      block.children = explainAbbreviations(marked, explained, pattern, meaningOf);
      if (inNotes) continue;
      const text = plainText(shown);
      syllables += countSyllables(text);
      if (tokens[index - 1]?.type === "paragraph_open") firstParagraph ||= text.trim();
    }
  }
  const { parts, links, outline } = rendering;
  const rendered = drawMarkdown(tokens, env, parts);
  problems.push(...noteProblems(env, placeIn));
  for (const { target, place } of links) {
    if (isAnchor(target) && !outline.hasAnchor(target.url.slice(1))) {
      problems.push(problem("link-missing", place, { value: target.url }));
    }
  }
  return {
    parts: splitAtMarks(rendered, parts),
    firstParagraph,
    headings,
    syllables,
    links: links.filter(({ target }) => !isAnchor(target)),
    cites: rendering.cited.documents,
    problems,
  };
}

/** Returns the body of a text that is not read any further. */
function unread(problems: readonly Problem[]): Body {
  return {
    parts: [],
    firstParagraph: "",
    headings: [],
    syllables: 0,
    links: [],
    cites: [],
    problems,
  };
}

function heading(
  tokens: Token[],
  index: number,
  { placeIn, outline, problems }: Rendering,
): Heading {
  const open = tokens[index]!;
  const close = tokens[index + 2]!;
  const title = plainText(tokens[index + 1]?.children ?? []);
  if (open.tag === "h1") problems.push(problem("heading-one", placeIn(open), { title }));
  const written = Number(open.tag.slice(1));
  const above = outline.lastWritten();
  if (written > above + 1 && written > 2) {
    const args = { title, fixed: "#".repeat(above + 1) };
    problems.push(problem("heading-skipped", placeIn(open), args));
  }
  const level = outline.levelOf(written);
  open.tag = `h${level}`;
  close.tag = open.tag;
  const found = { level, title, anchor: outline.anchorOf(title) };
  open.attrSet("id", found.anchor);
  close.meta = found;
  return found;
}

/** Checks the pictures and links of a block, and returns the tokens of it that are shown. */
function inline(tokens: Token[], index: number, rendering: Rendering): Token[] {
  const block = tokens[index]!;
  const children = block.children!;
  const isAlone =
    tokens[index - 1]?.type === "paragraph_open" &&
    children.filter(({ type, content }) => type !== "text" || content.trim() !== "").length === 1;
  const gallery = isAlone ? undefined : galleryIn(tokens, index);
  for (const token of children) {
    if (token.type === "link_open") link(token, block, rendering);
    if (token.type === strayReference) {
      const place = rendering.placeIn(block, token.content);
      rendering.problems.push(problem("footnote-missing", place, { value: token.content }));
    }
    if (token.type !== "image") continue;
    const isFigure = isAlone || gallery !== undefined;
    const part = picture(token, block, isFigure, rendering);
    token.meta = part ? ({ part } satisfies ImageMeta<BodyPart>) : null;
    if (part && isAlone) hideParagraph(tokens, index);
  }
  for (const found of linkProblems(children, block, rendering)) rendering.problems.push(found);
  const tag = /<\/?\p{L}[^<>]*>/u.exec(block.content)?.[0];
  if (tag && children.some(({ type, content }) => type === "text" && content.includes(tag))) {
    const place = rendering.placeIn(block, tag);
    rendering.problems.push(problem("raw-html", place, { value: tag }));
  }
  countReferences(children, rendering.notes);
  const shown = children.filter(({ type, meta }) => type !== "image" || meta);
  return gallery ? asGallery(shown, tokens, index) : shown;
}

/** Gives a link its address, or takes that away when it leads nowhere. */
function link(
  token: Token,
  block: Token,
  { file, placeOfLink, parts, links, problems }: Rendering,
) {
  const written = decodeAddress(attribute(token, "href"));
  const needles = [attribute(token, "href"), written, lastStep(written)];
  const place = placeOfLink(token, block, ...needles);
  const target = linkTarget(written, file.path);
  if (target.kind === "address") links.push({ target, written, place });
  if (target.kind === "article") {
    const { path, fragment } = target;
    links.push({ target: { kind: "article", path }, written, place });
    parts.push({ kind: "articleUrl", path, fragment });
    token.attrSet("href", mark(parts.length - 1));
  }
  if (target.kind === "nowhere") {
    token.attrSet("href", "");
    problems.push(problem(target.code, place, target.args));
  }
}

function picture(
  token: Token,
  block: Token,
  isAlone: boolean,
  { context, placeIn, problems }: Rendering,
): BodyPart | undefined {
  const src = decodeAddress(attribute(token, "src"));
  const alt = plainText(token.children ?? []).trim();
  const caption = attribute(token, "title");
  const place = placeIn(block, src, lastStep(src));
  if (alt === "") problems.push(problem("alt-missing", place, { value: src }));
  const found = context.findPicture(src, place);
  if (typeof found !== "string") {
    problems.push(found);
    return undefined;
  }
  const shown = context.captionOf(found) ?? caption;
  if (alt !== "" && shown !== "" && saysSame(alt, shown))
    problems.push(problem("alt-is-caption", place, { value: alt }));
  return { kind: "picture", file: found, alt, ...(caption ? { caption } : {}), block: isAlone };
}

function splitAtMarks(rendered: string, parts: readonly BodyPart[]): BodyPart[] {
  if (parts.length === 0) return rendered === "" ? [] : [{ kind: "html", html: rendered }];
  return rendered
    .split(marks)
    .map(
      (text, index): BodyPart =>
        index % 2 === 0 ? { kind: "html", html: text } : parts[Number(text)]!,
    )
    .filter((part) => part.kind !== "html" || part.html !== "");
}

function lineOffsets(text: string): number[] {
  const offsets = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
    offsets.push(at + 1);
  return offsets;
}
