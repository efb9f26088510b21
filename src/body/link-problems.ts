import type { Token } from "markdown-it";
import { maxInBody } from "../limits.ts";
import { isError, type Place, type Problem, problem } from "../problems/problem.ts";
import {
  type AddressFault,
  addressFault,
  faultyAddresses,
  otherAddress,
} from "../text/web-address.ts";
import type { WrittenLinks } from "./markdown.ts";
import { attribute, plainText } from "./tokens.ts";

type Context = {
  readonly written: WrittenLinks;
  readonly placeIn: (block: Token, ...needles: string[]) => Place;
  readonly searchIn: (block: Token) => (needle: string) => Place;
  readonly placeOfLink: (open: Token, block: Token, ...needles: string[]) => Place;
};

/** Finds what is wrong with the links of a block, and with what was meant to be one. */
export function linkProblems(
  children: readonly Token[],
  block: Token,
  context: Context,
): readonly Problem[] {
  const ofText: Problem[] = [];
  const ofAddress: Problem[] = [];
  // What readers copy, without the texts of links that have a problem of their own.
  let shown = "";
  let from = 0;
  for (const [at, open] of children.entries()) {
    if (open.type !== "link_open") continue;
    const text = linkText(children, at);
    ofText.push(...emptyTextProblems(open, text, block, context));
    const found = addressProblems(open, text, block, context);
    if (found.length === 0) continue;
    ofAddress.push(...found);
    shown += plainText(children.slice(from, at));
    from = closeOf(children, at);
  }
  shown += plainText(children.slice(from));
  const ofShown = shownAddressProblems(shown, block, context);
  return [...ofText, ...ofAddress, ...ofShown, ...unreadProblems(children, block, context)];
}

/** Returns the text of the link that opens at an index. Links are never within links. */
function linkText(children: readonly Token[], at: number): string {
  return plainText(children.slice(at + 1, closeOf(children, at)));
}

function closeOf(children: readonly Token[], at: number): number {
  let end = at + 1;
  while (end < children.length && children[end]!.type !== "link_close") end += 1;
  return end;
}

/**
 * Link texts that say nothing without the words around them. Anyone who walks from link to link
 * with a screen reader hears only these.
 */
const emptyWords =
  /^(?:(?:xem|đọc|bấm|nhấn|nhấp|click|tải)?\s*(?:vào\s)?(?:tại|ở)?\s*(?:đây|này|link|liên kết|đường dẫn)(?:\snày)?|(?:xem|đọc)\s(?:thêm|tiếp|chi tiết)|chi tiết|tải về|here|read more|(?:click|see) here)$/iu;

function emptyTextProblems(
  open: Token,
  text: string,
  block: Token,
  { placeOfLink }: Context,
): Problem[] {
  const value = text.trim();
  if (!emptyWords.test(value.replace(/(?<![\s.:,…»>→])[\s.:,…»>→]+$/u, ""))) return [];
  return [problem("link-says-nothing", placeOfLink(open, block, `[${value}`, value), { value })];
}

/**
 * Finds a link that leads elsewhere than readers think: by an address that hides its host, or by a
 * text that is another address.
 */
function addressProblems(
  open: Token,
  text: string,
  block: Token,
  { written, placeOfLink }: Context,
): Problem[] {
  const href = attribute(open, "href");
  const found = writtenFault(written.get(href) ?? none) ?? faultWith(href);
  const placeOf = (...needles: string[]) => placeOfLink(open, block, ...needles);
  const told = found === undefined ? [] : [faultProblem(found, placeOf(found.value, href))];
  if (told.some(isError)) return told;
  for (const shown of [text, attribute(open, "title")]) {
    const other = otherAddress(shown, href);
    if (other !== undefined)
      return [...told, problem("link-text-other", placeOf(other, shown), { value: other, href })];
  }
  return told;
}

type Found = AddressFault & { readonly value: string };
const none: ReadonlySet<string> = new Set();
/** Thousands of links may share an address that is written in as many ways. */
const known = new WeakMap<ReadonlySet<string>, Found | "none">();

/** Returns the first fault among the ways in which one address is written in a text. */
function writtenFault(ways: ReadonlySet<string>): Found | undefined {
  const found = known.get(ways) ?? ways.values().map(faultWith).find(Boolean) ?? "none";
  known.set(ways, found);
  return found === "none" ? undefined : found;
}

function faultProblem({ code, value, args }: Found, place: Place): Problem {
  return problem(code, place, { ...args, value });
}

function faultWith(value: string): Found | undefined {
  const fault = addressFault(value);
  return fault && { ...fault, value };
}

/**
 * Finds addresses in the text of a block, which readers copy. Of `https://chinhphu.vn@example.com`,
 * only the part before the @ becomes a link.
 */
function shownAddressProblems(text: string, block: Token, { searchIn }: Context): Problem[] {
  const found = faultyAddresses(text);
  if (found.length === 0) return [];
  const search = searchIn(block);
  // One that is not found is looked for in the whole rest; behind so many, the block will do.
  return found.map((one, at) => faultProblem(one, search(at < maxInBody.links ? one.value : "")));
}

/** What was meant as a picture or link and stayed text: `![…](ảnh 1.jpg)`, `[bài] (bai.md)`. */
const unreadLink =
  /!?\[[^\][]*\]\s?\((?:[^()]*\.(?:jpe?g|png|webp|avif|gif|heic|md|html?|pdf|docx?|xlsx?|pptx?|zip|rar|mp4)|\s*(?:https?:|\/)[^()]*)\s*\)/iu;

function unreadProblems(children: readonly Token[], block: Token, { placeIn }: Context): Problem[] {
  const shown = children.map(({ type, content }) => (type === "code_inline" ? " " : content));
  const value = unreadLink.exec(shown.join(""))?.[0];
  if (value === undefined) return [];
  return [problem("link-not-read", placeIn(block, value), { value })];
}
