import { isArticleFile } from "../../src/content/content-folder.ts";
import type { Kept } from "../../src/front-matter/field-conflict.ts";
import { type MergedArticle, mergeArticle } from "../../src/front-matter/merge-article.ts";
import { lineMerge } from "../../src/front-matter/merge-body.ts";

/* What becomes of a file that the writer and somebody else changed. Bytes in, bytes out. */

/** The contents of a file, each undefined where there was no file. */
export type ThreeFiles = {
  /** What both began with. */
  readonly base: Buffer | undefined;
  readonly mine: Buffer | undefined;
  readonly theirs: Buffer | undefined;
};

/** What is to be chosen of a file, and what it becomes by the choices so far. */
export type MergedFile = {
  /** Undefined where the file is to be deleted. */
  readonly bytes: Buffer | undefined;
  /** `fields` of an article, or the file as a whole; `none` where nothing is to be chosen. */
  readonly choice: "none" | "fields" | "whole";
  readonly conflicts: MergedArticle["conflicts"];
};

/** The choice for a file that is taken as a whole. */
const wholeFile = "all";

/**
 * Merges a file that both changed: articles by field, other texts by line. Pictures, and files that
 * one of the two has deleted, are taken as a whole.
 *
 * @param choices by the ids of conflicts; mine is kept where nothing was chosen
 */
export function mergeFile(
  path: string,
  { base, mine, theirs }: ThreeFiles,
  choices: Readonly<Record<string, Kept>> = {},
): MergedFile {
  const nothing = (bytes: Buffer | undefined) =>
    ({ bytes, choice: "none", conflicts: [] }) satisfies MergedFile;
  if (isSame(mine, base) || isSame(mine, theirs)) return nothing(theirs);
  if (isSame(theirs, base)) return nothing(mine);
  const texts = { base: textIn(base), mine: textIn(mine), theirs: textIn(theirs) };
  const whole = (): MergedFile => {
    const bytes = choices[wholeFile] === "theirs" ? theirs : mine;
    return { bytes, choice: "whole", conflicts: [] };
  };
  if (texts.mine === undefined || texts.theirs === undefined) return whole();
  const inManner = (text: string) =>
    text === texts.theirs && text !== texts.mine ? theirs : bytesLike(texts.mine!, text);
  if (isArticleFile(path)) {
    const given = { base: texts.base, mine: texts.mine, theirs: texts.theirs };
    const { text, conflicts } = mergeArticle(given, choices);
    if (conflicts.some(({ id }) => id === wholeFile)) return whole();
    return { bytes: inManner(text), choice: conflicts.length === 0 ? "none" : "fields", conflicts };
  }
  const text =
    texts.base === undefined
      ? undefined
      : lineMerge(plain(texts.base), plain(texts.mine), plain(texts.theirs));
  return text === undefined ? whole() : nothing(inManner(text));
}

/**
 * Returns whether a text was taken over into another one, as it was or with changes: most of what
 * it changed since the base is there.
 */
export function hasLanded(base: string, sent: string, theirs: string): boolean {
  const lines = (text: string) =>
    new Set(
      plain(text)
        .split("\n")
        .filter((line) => line.trim() !== ""),
    );
  const [before, ours, now] = [lines(base), lines(sent), lines(theirs)];
  const changes = [
    ...[...ours].filter((line) => !before.has(line)).map((line) => now.has(line)),
    ...[...before].filter((line) => !ours.has(line)).map((line) => !now.has(line)),
  ];
  return changes.length > 0 && changes.filter(Boolean).length * 2 >= changes.length;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Returns the text of a file; undefined when it is none. */
export function textIn(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined || bytes.includes(0)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

function plain(text: string): string {
  return text.replace(/^\ufeff/u, "").replaceAll(/\r\n?/gu, "\n");
}

/** Returns the bytes of a text with the line ends and the byte order mark of another. */
function bytesLike(model: string, text: string): Buffer {
  if (text === model) return Buffer.from(text);
  const mark = model.startsWith("\ufeff") ? "\ufeff" : "";
  const lines = plain(text);
  return Buffer.from(mark + (model.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines));
}
