import { readMarkdown } from "../body/markdown.ts";
import { shownDeceptions } from "../body/shown-text.ts";
import { fixCharacters } from "../content/characters.ts";
import { splitFrontMatter } from "../content/frontmatter.ts";
import { parseDay } from "../day.ts";
import type { YamlPath } from "../problems/problem.ts";
import { isError } from "../problems/problem.ts";
import { repaired } from "../text/deceptive/repair.ts";
import type { YamlValue } from "../yaml/yaml-value.ts";
import { editHead } from "./edit-head.ts";
import { orderHead } from "./order-head.ts";

/**
 * Something that was changed in a file without asking, because there is only one right way to write
 * it.
 */
export type Fix = {
  readonly kind: "character" | "date" | "tag" | "order";
  /** Line of the file as it was. */
  readonly line: number;
  readonly was: string;
  readonly is: string;
};

/**
 * Puts a file into normal form: letters composed and without invisible characters, `Ð` as `Đ`; in
 * the front matter dates as `2022-01-14`, tags as most articles spell them, and keys in the usual
 * order. Everything else stays as it is, and a fixed text does not change again.
 *
 * @param text the file with `\n` line ends
 * @param tagOf how a tag should be spelt
 */
export function fixArticle(
  text: string,
  tagOf: (tag: string) => string = (tag) => tag,
): { text: string; fixes: readonly Fix[] } {
  const { bodyOffset } = splitFrontMatter({ path: "", text });
  const { text: readable, fixes } = fixText(text, bodyOffset);
  const { head } = splitFrontMatter({ path: "", text: readable });
  // What cannot be read is for its writer to mend.
  if (head?.value === undefined || head.problems.some(isError)) return { text: readable, fixes };
  const found: Fix[] = [...fixes];
  let fixed = readable;
  const change = (kind: Fix["kind"], at: YamlPath, was: string, is: string) => {
    if (was === is) return;
    found.push({ kind, line: head.placeOf(at).line, was, is });
    fixed = editHead(fixed, [{ at, value: is }]);
  };
  for (const { at, value } of scalarsOf(head.value)) {
    if (dateKeys.has(String(at.at(-1)))) change("date", at, value, parseDay(value) ?? value);
    else if (at[0] === "tags") change("tag", at, value, tagOf(value));
  }
  const ordered = orderHead(fixed);
  if (ordered !== undefined)
    found.push({
      kind: "order",
      line: 2,
      was: ordered.before.join(", "),
      is: ordered.after.join(", "),
    });
  return { text: ordered?.text ?? fixed, fixes: found };
}

/**
 * Puts the letters of any file into normal form: composed, without invisible characters, `Ð` as
 * `Đ`, styled and foreign letters as the ones that they stand for.
 *
 * @param bodyOffset where the body of an article begins; a data file has none
 */
export function fixText(
  text: string,
  bodyOffset = text.length,
): { text: string; fixes: readonly Fix[] } {
  const body = withoutHidden(text.slice(bodyOffset));
  const fixed = fixCharacters(text.slice(0, bodyOffset) + body, bodyOffset);
  const lines = fixed.split("\n");
  const fixes = text.split("\n").flatMap((line, index): Fix[] => {
    const is = lines[index] ?? "";
    return is === line ? [] : [{ kind: "character", line: index + 1, ...difference(line, is) }];
  });
  return { text: fixed, fixes };
}

/** Returns Markdown without the character references that readers would not see. */
function withoutHidden(body: string): string {
  if (!body.includes("&")) return body;
  return repaired(body, shownDeceptions(readMarkdown(body).tokens, body, 0));
}

const dateKeys: ReadonlySet<string> = new Set(["date"]);

/** Yields all texts in a front matter, and the way to each. */
function* scalarsOf(
  value: YamlValue,
  at: YamlPath = [],
): Generator<{ at: YamlPath; value: string }> {
  if (typeof value === "string") yield { at, value };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* scalarsOf(item, [...at, index]);
  else for (const [key, item] of Object.entries(value)) yield* scalarsOf(item, [...at, key]);
}

/**
 * Returns the words in which two lines differ, at most 6 of each; both lines when their numbers of
 * words differ.
 */
function difference(was: string, is: string): { was: string; is: string } {
  const [before, after] = [was.split(" "), is.split(" ")];
  if (before.length !== after.length) return { was: was.trim(), is: is.trim() };
  const at = before.flatMap((word, index) => (word === after[index] ? [] : [index]));
  const shown = (words: readonly string[]) =>
    at
      .slice(0, 6)
      .map((index) => words[index])
      .join(" ");
  return { was: shown(before), is: shown(after) };
}
