import { splitFrontMatter } from "../content/frontmatter.ts";
import type { FieldConflict, Kept } from "./field-conflict.ts";
import { lineEnd } from "./head-lines.ts";
import { mergeBody } from "./merge-body.ts";
import { type HeadParts, headPartsOf, mergeHead } from "./merge-head.ts";

/**
 * The texts of a file: what two people began with, and what each made of it. A text that is
 * undefined is of a file that is not there.
 */
export type ThreeTexts = {
  readonly base: string | undefined;
  readonly mine: string;
  readonly theirs: string;
};

export type MergedArticle = {
  /** With `\n` as line ends, unless it is one of the given texts. */
  readonly text: string;
  /** In the order of the text. */
  readonly conflicts: readonly FieldConflict[];
};

/** The conflict of texts that cannot be taken apart. */
const wholeId = "all";

/**
 * Merges what two people made of an article: the front matter by field, lists by item, the text by
 * paragraph. What one side alone changed is taken; lines that nobody touched stay as they are. Of a
 * conflict mine is kept unless `choices` says otherwise.
 *
 * @param choices by the ids of conflicts
 */
export function mergeArticle(
  { base, mine, theirs }: ThreeTexts,
  choices: Readonly<Record<string, Kept>> = {},
): MergedArticle {
  if (mine === base || mine === theirs) return { text: theirs, conflicts: [] };
  if (theirs === base) return { text: mine, conflicts: [] };
  const texts = {
    base: base === undefined ? undefined : plain(base),
    mine: plain(mine),
    theirs: plain(theirs),
  };
  if (texts.mine === texts.theirs || texts.theirs === texts.base)
    return { text: mine, conflicts: [] };
  if (texts.mine === texts.base) return { text: theirs, conflicts: [] };
  const conflicts: FieldConflict[] = [];
  const choose = (conflict: FieldConflict): Kept => {
    conflicts.push(conflict);
    const kept = choices[conflict.id] ?? "mine";
    return kept === "both" && !conflict.mayBoth ? "mine" : kept;
  };
  const text = byParts(texts, choose);
  if (text !== undefined && (conflicts.length > 0 || isReadable(text))) return { text, conflicts };
  const conflict = { id: wholeId, ...texts, base: texts.base ?? "", mayBoth: false };
  return { text: choices[wholeId] === "theirs" ? theirs : mine, conflicts: [conflict] };
}

type Choose = (conflict: FieldConflict) => Kept;

function byParts({ base, mine, theirs }: ThreeTexts, choose: Choose): string | undefined {
  const parts = {
    base: base === undefined ? nothing : partsOf(base),
    mine: partsOf(mine),
    theirs: partsOf(theirs),
  };
  if (parts.base === undefined || parts.mine === undefined || parts.theirs === undefined)
    return undefined;
  const head = mergeHead(parts.base.head, parts.mine.head, parts.theirs.head, choose);
  const body = mergeBody(parts.base.body, parts.mine.body, parts.theirs.body, choose);
  const isGap = head.endsWith("\n") || body === "";
  return isGap ? head + body : `${head}\n${body}`;
}

type Parts = { readonly head: HeadParts; readonly body: string };

const nothing: Parts = {
  head: { open: "---\n", segments: [], below: "", close: "---\n" },
  body: "",
};

/** Takes an article apart; undefined for what is none, or cannot be taken apart by line. */
function partsOf(text: string): Parts | undefined {
  if (!isReadable(text)) return undefined;
  const { bodyOffset } = splitFrontMatter({ path: "", text });
  const start = lineEnd(text, bodyOffset);
  const head = headPartsOf(text.slice(0, start));
  return head && { head, body: text.slice(start) };
}

function isReadable(text: string): boolean {
  const { head, problems } = splitFrontMatter({ path: "", text });
  return head?.value !== undefined && problems.length === 0 && headPartsOf(text) !== undefined;
}

function plain(text: string): string {
  return text.replace(/^\ufeff/u, "").replaceAll(/\r\n?/gu, "\n");
}
