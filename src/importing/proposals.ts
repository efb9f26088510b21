import type { FormValues } from "../field.ts";
import { headForm } from "../form.ts";
import { formValues } from "../form-values.ts";
import { splitFrontMatter } from "../frontmatter.ts";
import { importMark } from "./draft.ts";

/*
 * What an import found and somebody has to confirm stands in comments of the draft's front matter. A
 * form shows it beside the fields, and takes the comment away when it has been dealt with.
 */

/** The proposals in a draft, by key, as a form shows values. Empty for an article that was not imported. */
export function proposalsIn(text: string): FormValues {
  const values = blocksIn(text).map(({ key, yaml }) => {
    const { head } = splitFrontMatter({ path: "", text: `---\n${yaml}---\n` });
    return head?.value === undefined ? {} : { [key]: formValues(headForm, head.value)[key] };
  });
  const all: Record<string, FormValues[string]> = {};
  for (const found of values)
    for (const [key, value] of Object.entries(found)) if (value !== undefined) all[key] = value;
  return all;
}

/** A draft without the proposals for some keys; everything else stays as it is. */
export function withoutProposals(text: string, keys: readonly string[]): string {
  let left = text;
  for (const { key, from, to } of blocksIn(text).toReversed())
    if (keys.includes(key)) left = left.slice(0, from) + left.slice(to);
  const last = left.indexOf(importMark);
  // With the last of them goes the line that explains them.
  return last !== -1 && blocksIn(left).length === 0
    ? left.slice(0, last) + left.slice(left.indexOf("\n", last) + 1).replace(/^\n/u, "")
    : left;
}

type ProposalBlock = {
  readonly key: string;
  readonly yaml: string;
  /** Where its lines begin and end in the text, with the words above and the empty line below. */
  readonly from: number;
  readonly to: number;
};

function blocksIn(text: string): readonly ProposalBlock[] {
  const end = text.indexOf("\n---", 4) + 1;
  const start = text.indexOf(importMark);
  if (start === -1 || start > end) return [];
  const block = /^# [^\n]*:\n((?:# [^\n]*\n)+)\n?/gmu;
  return [...text.slice(0, end).matchAll(block)].flatMap((match) => {
    const yaml = match[1]!.replaceAll(/^# /gmu, "");
    // A single text is only an example of what is missing.
    const key = headForm.find(({ key, input }) =>
      "item" in input || "fields" in input ? yaml.startsWith(`${key}:`) : false,
    )?.key;
    const from = match.index;
    return key === undefined ? [] : [{ key, yaml, from, to: from + match[0].length }];
  });
}
