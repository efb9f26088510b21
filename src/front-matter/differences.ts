import { splitFrontMatter } from "../content/frontmatter.ts";
import { wordDifference } from "../text/word-difference.ts";
import { articleForm } from "./article-form.ts";
import { type Field, type FormValue, isEmptyValue, rowKey } from "./field.ts";
import type { FieldConflict } from "./field-conflict.ts";
import { headForm } from "./form.ts";
import type { Difference } from "./life-api.ts";
import { changedPlaces } from "./merge-body.ts";

/* Differences between two versions of an article, in the words of the form. */

/** Returns conflicts as a writer sees them: the name of the field, and values in place of YAML. */
export function shownConflicts(conflicts: readonly FieldConflict[]): Difference[] {
  return conflicts.map(({ id, mine, theirs, mayBoth }) => {
    const field = headForm.find(({ key }) => key === id);
    const told = (own: string) => (field === undefined ? own.trim() : toldIn(field, own));
    return differenceOf(id, labelOf(id, field), told(mine), told(theirs), mayBoth);
  });
}

/** Returns what differs between two texts of an article; `theirs` is the second. */
export function articleDifferences(mine: string, theirs: string): Difference[] {
  const forms = [articleForm(plain(mine)), articleForm(plain(theirs))] as const;
  const [ours, others] = forms;
  if (ours === undefined || others === undefined)
    return mine === theirs ? [] : [differenceOf("all", "Cả tệp", mine, theirs, false)];
  const fields = headForm.flatMap((field) => {
    const { key, label } = field;
    const [before, after] = [told(field, ours.values[key]), told(field, others.values[key])];
    return before === after ? [] : [differenceOf(key, label, before, after, false)];
  });
  const places = changedPlaces(ours.body, others.body).map(({ before, after }, at) =>
    differenceOf(`body-${at + 1}`, labelOf("body-", undefined), before, after, false),
  );
  return [...fields, ...places];
}

/** Returns in a few words what was changed in an article: "Sửa tiêu đề, 2 khen thưởng". */
export function changeInWords(before: string | undefined, after: string): string {
  if (before === undefined) return "Bài mới";
  if (before === after) return "Không đổi";
  const [was, is] = [articleForm(plain(before)), articleForm(plain(after))];
  if (was === undefined || is === undefined) return "Sửa tệp";
  const changed: string[] = [];
  const added: string[] = [];
  const gone: string[] = [];
  for (const field of headForm) {
    const { key, label, one } = field;
    const [old, now] = [was.values[key], is.values[key]];
    if (told(field, old) === told(field, now)) continue;
    const name = lower(label);
    if (field.input.kind === "list" && field.input.item.kind === "group") {
      const [olds, nows] = [itemsOf(old), itemsOf(now)];
      const fresh = nows.filter((item) => !olds.includes(item)).length;
      const left = olds.filter((item) => !nows.includes(item)).length;
      const words = (count: number) => `${count} ${one}`;
      if (left === 0 && fresh > 0) added.push(words(fresh));
      else if (fresh === 0 && left > 0) gone.push(words(left));
      else changed.push(fresh === 0 ? `thứ tự ${name}` : words(Math.max(fresh, left)));
    } else if (isEmptyValue(old)) added.push(name);
    else if (isEmptyValue(now)) gone.push(name);
    else changed.push(name);
  }
  if (was.body !== is.body) changed.push("nội dung");
  const parts = [
    ...(changed.length > 0 ? [`sửa ${changed.join(", ")}`] : []),
    ...(added.length > 0 ? [`thêm ${added.join(", ")}`] : []),
    ...(gone.length > 0 ? [`bỏ ${gone.join(", ")}`] : []),
  ];
  const words = parts.join("; ") || "sửa cách ghi";
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the title of an article; undefined for a text that has none. */
export function titleIn(text: string): string | undefined {
  const written = splitFrontMatter({ path: "", text: plain(text) }).head?.writtenAt(["title"]);
  return typeof written === "string" && written.trim() !== "" ? written.trim() : undefined;
}

function differenceOf(
  id: string,
  label: string,
  mine: string,
  theirs: string,
  mayBoth: boolean,
): Difference {
  const [ours, others] = wordDifference(mine, theirs);
  return { id, label, mine: ours, theirs: others, mayBoth };
}

function labelOf(id: string, field: Field | undefined): string {
  if (field !== undefined) return field.label;
  if (id.startsWith("body-")) return "Nội dung";
  return id === "all" ? "Cả tệp" : id;
}

/** Returns the value of a key in words, from the lines of that key. */
function toldIn(field: Field, own: string): string {
  if (own === "") return "";
  const form = articleForm(`---\n${own}---\n`);
  return form === undefined ? own.trim() : told(field, form.values[field.key]);
}

function told({ input }: Pick<Field, "input">, value: FormValue | undefined): string {
  if (value === undefined || isEmptyValue(value)) return "";
  if (typeof value === "string") return value;
  if (input.kind === "list") {
    const items = (value as readonly FormValue[]).map((item) => told({ input: input.item }, item));
    return items.filter(Boolean).join(input.item.kind === "group" ? "\n" : ", ");
  }
  const fields = input.kind === "group" ? input.fields : [];
  return fields
    .flatMap((field) => {
      const words = told(field, (value as { readonly [key: string]: FormValue })[field.key]);
      return words === "" || field.key === rowKey ? [] : [`${lower(field.label)}: ${words}`];
    })
    .join("; ");
}

function itemsOf(value: FormValue | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((item) =>
    JSON.stringify(item, (key, one) => (key === rowKey ? undefined : one)),
  );
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function plain(text: string): string {
  return text.replace(/^\ufeff/u, "").replaceAll(/\r\n?/gu, "\n");
}
