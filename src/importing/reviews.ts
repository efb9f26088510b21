import { splitFrontMatter } from "../content/frontmatter.ts";
import type { Review } from "../front-matter/editor-api.ts";
import { reviewMark } from "./draft.ts";
import { withoutLonelyMark } from "./proposals.ts";

/*
 * What the program was not sure of is in comments of the draft, one line each, so that anyone who
 * opens the file next sees it too. A form shows each beside its field until somebody has looked.
 */

/** Returns what the program was not sure of and nobody has looked at yet. */
export function reviewsIn(text: string): readonly Review[] {
  return text
    .slice(0, endOfHead(text))
    .split("\n")
    .flatMap((line) => wordsOf(line) ?? [])
    .map(reviewOf);
}

/**
 * Returns a draft with exactly these lines to look at; everything else stays as it is.
 *
 * @param wanted the words of each
 */
export function withReviews(text: string, wanted: readonly string[]): string {
  const known = reviewsIn(text).map(({ words }) => words);
  const isGone = (line: string) => {
    const words = wordsOf(line);
    return words !== undefined && !wanted.includes(words);
  };
  const end = endOfHead(text);
  const lines = text.slice(0, end).split("\n");
  const left = lines.filter((line, at) => {
    // With the last of them goes the empty line below.
    const isGap = line === "" && isGone(lines[at - 1] ?? "") && lines[at - 2] === "";
    return !isGone(line) && !isGap;
  });
  const fresh = wanted.filter((words) => end > 0 && !known.includes(words));
  if (left.length === lines.length && fresh.length === 0) return text;
  const head = left.join("\n") + fresh.map((words) => `${reviewMark}${words}\n`).join("");
  return withoutLonelyMark(head + text.slice(end));
}

function wordsOf(line: string): string | undefined {
  // A line without words has nothing to look at; it stays in the file as any other comment.
  return (line.startsWith(reviewMark) && line.slice(reviewMark.length).trim()) || undefined;
}

/** Returns where the line begins that closes the front matter; 0 when there is none. */
function endOfHead(text: string): number {
  const { head, bodyOffset } = splitFrontMatter({ path: "", text });
  return head === undefined ? 0 : text.lastIndexOf("\n---", bodyOffset - 1) + 1;
}

/** What the sentences are about, by words of draft.ts and of the form. */
const fields: readonly (readonly [RegExp, string])[] = [
  [/^Ô .+ được điền theo chữ trong/u, "documents"],
  [/nguồn tin/iu, "source"],
  [/^Ngày của bài/u, "date"],
  [/^Đơn vị “/u, "unit"],
  [/^Tiêu đề/u, "title"],
  [/khen thưởng/u, "awards"],
  [/lời dưới ảnh|lời tả/u, "images"],
];

function reviewOf(words: string): Review {
  const field = fields.find(([about]) => about.test(words))?.[1];
  return { words, ...(field === undefined ? {} : { field }) };
}
