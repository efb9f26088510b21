import { splitFrontMatter } from "../content/frontmatter.ts";
import type { Field, FormValues } from "../front-matter/field.ts";
import { headForm } from "../front-matter/form.ts";
import { formValues } from "../front-matter/form-values.ts";
import { type HeadValue, yamlText } from "../text/yaml-text.ts";
import { parseYaml } from "../yaml/yaml.ts";
import type { YamlValue } from "../yaml/yaml-value.ts";
import { importMark, reviewMark } from "./draft.ts";

/*
 * What an import found and the writer has to confirm is in comments of the draft's front matter. A
 * form shows it beside the fields, and deletes it from the comments when it is accepted or
 * rejected.
 */

export type Proposals = { readonly [key: string]: readonly FormValues[] };

/**
 * Returns the proposals in a draft, by key, as a form shows values. Empty for an article that was
 * not imported.
 */
export function proposalsIn(text: string): Proposals {
  return Object.fromEntries(
    blocksIn(text).map(({ field: { key, input }, items }) => {
      const item = input.kind === "list" ? input.item : input;
      const fields = item.kind === "group" ? item.fields : [];
      return [key, items.map((one) => formValues(fields, one))];
    }),
  );
}

/**
 * Returns how many proposals and reviews a draft has, without understanding them: a list of a
 * thousand drafts asks for it.
 */
export function countLeft(text: string): number {
  const mark = text.indexOf(`\n${importMark}`) + 1;
  const end = text.indexOf("\n---", 3);
  const lines = text.slice(0, Math.max(0, end)).split(`\n${reviewMark}`).slice(1);
  const reviews = lines.filter((line) => !/^[^\S\n]*(?:\n|$)/u.test(line)).length;
  if (mark === 0 || mark > end) return reviews;
  const area = text.slice(mark, end + 1);
  const blocks = [...area.matchAll(proposalLines)].map(([, , yaml = ""]) => {
    const [, key] = /^# (\w+):\n/u.exec(yaml) ?? [];
    const indent = /\n# ( *- )/u.exec(yaml)?.[1];
    if (!headForm.some((field) => field.key === key)) return 0;
    return indent === undefined ? 1 : yaml.split(`\n# ${indent}`).length - 1;
  });
  return blocks.reduce((sum, count) => sum + count, reviews);
}

/** A line that explains, the lines of proposals below it, and the empty line below those. */
const proposalLines = /^(# [^\n]*:\n)((?:# [^\n]*\n)+)(\n?)/gmu;

/**
 * Returns a draft without some of its proposals; everything else stays as it is.
 *
 * @param settled the indexes of those that go, by key, counted from 0
 */
export function withoutProposals(
  text: string,
  settled: { readonly [key: string]: readonly number[] },
): string {
  let left = text;
  for (const { field, items, from, to, words, gap } of blocksIn(text).toReversed()) {
    const gone = settled[field.key] ?? [];
    if (gone.length === 0) continue;
    const still = items.filter((_, at) => !gone.includes(at));
    const block = still.length === 0 ? "" : commented(words, field, still) + gap;
    left = left.slice(0, from) + block + left.slice(to);
  }
  return left === text ? text : withoutLonelyMark(left);
}

/**
 * Deletes the line that explains the proposals when the last of them is gone, unless other advice
 * is below it.
 */
export function withoutLonelyMark(text: string): string {
  const found = areaOf(text);
  if (found === undefined) return text;
  const line = text.indexOf("\n", found.mark) + 1;
  if (text.slice(line, found.to).trim() !== "") return text;
  return text.slice(0, found.mark) + text.slice(found.to);
}

function commented(words: string, field: Field, items: readonly YamlValue[]): string {
  const value = field.input.kind === "list" ? items : items[0];
  const yaml = yamlText({ [field.key]: asNumbers(value) }).trimEnd();
  return `${words}${yaml.replaceAll(/^/gmu, "# ")}\n`;
}

/**
 * Turns texts that are numbers into numbers. Read without guessing a number is a text; written as a
 * number it needs no quotation marks.
 */
function asNumbers(value: YamlValue | readonly YamlValue[] | undefined): HeadValue {
  if (Array.isArray(value)) return value.map(asNumbers);
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asNumbers(one)]));
  return value !== undefined && String(Number(value)) === value ? Number(value) : value;
}

type ProposalBlock = {
  readonly field: Field;
  readonly items: readonly YamlValue[];
  /** The line above it, which explains it. */
  readonly words: string;
  /** The empty line below, if there is one. */
  readonly gap: string;
  /** Where its lines begin and end in the text, with the words above and the empty line below. */
  readonly from: number;
  readonly to: number;
};

function blocksIn(text: string): readonly ProposalBlock[] {
  const area = areaOf(text);
  if (area === undefined) return [];
  return [...text.slice(area.mark, area.to).matchAll(proposalLines)].flatMap((match) => {
    const yaml = match[2]!.replaceAll(/^# /gmu, "");
    const field = headForm.find(({ key }) => yaml.startsWith(`${key}:`));
    const value = field && parseYaml(yaml, { path: "", text: yaml }).value;
    const items = (value as { readonly [key: string]: YamlValue } | undefined)?.[field!.key];
    // A single text is only an example of what is missing, or a remark.
    if (typeof items !== "object") return [];
    const from = area.mark + match.index;
    const to = from + match[0].length;
    const list = Array.isArray(items) ? items : [items as YamlValue];
    return { field: field!, items: list, words: match[1]!, gap: match[3]!, from, to };
  });
}

/**
 * Returns where proposals may be: from the line that explains them to the end of the front matter.
 */
function areaOf(text: string): { readonly mark: number; readonly to: number } | undefined {
  const { head, bodyOffset } = splitFrontMatter({ path: "", text });
  if (head === undefined) return undefined;
  const to = text.lastIndexOf("\n---", bodyOffset - 1) + 1;
  const mark = text.indexOf(`\n${importMark}`) + 1;
  return mark === 0 || mark > to ? undefined : { mark, to };
}
