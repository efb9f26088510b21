import { parseDay } from "../day.ts";
import type { YamlPath } from "../problems/problem.ts";
import { compose } from "../text/compose.ts";
import type { HeadValue } from "../text/yaml-text.ts";
import { yesOrNoOf } from "../text/yes-or-no.ts";
import { partialDayIn } from "../yaml/meant-days.ts";
import type { YamlValue } from "../yaml/yaml-value.ts";
import { aligned } from "./alignment.ts";
import type { HeadChange } from "./edit-head.ts";
import {
  type Field,
  type FormValue,
  type FormValues,
  type Input,
  isEmptyValue,
  isLocked,
  lockedKey,
  rowKey,
} from "./field.ts";

/*
 * Front matter ⇄ form. What the form does not show, such as a misspelt key, and what nobody
 * changed, stays in the file as it is.
 */

type Group = { readonly [key: string]: YamlValue };

const locked: FormValues = { [lockedKey]: "1" };

/** Returns what a form shows of a front matter, or of a group in it. */
export function formValues(fields: readonly Field[], head: YamlValue): FormValues {
  if (typeof head !== "object" || Array.isArray(head)) return {};
  return Object.fromEntries(
    fields.flatMap(({ key, input }) => {
      const written = (head as Group)[key];
      return written === undefined ? [] : [[key, shownOf(input, written)]];
    }),
  );
}

function shownOf(input: Input, written: YamlValue): FormValue {
  if (input.kind === "list") {
    const items = itemsOf(written).map((item) => shownOf(input.item, item));
    if (input.item.kind === "group")
      return items.map((item, at) => ({ ...(item as FormValues), [rowKey]: String(at) }));
    return items.some(isLocked) ? locked : items;
  }
  if (input.kind === "group") {
    if (typeof written === "object")
      return Array.isArray(written) ? locked : formValues(input.fields, written);
    if (written === "") return {};
    return input.short === undefined ? locked : { [input.short]: written };
  }
  if (typeof written !== "string") return locked;
  if (input.kind === "decimal" || input.kind === "quantity") return withComma(written);
  return input.kind === "yesNo" ? normalText(input, written) : written;
}

/**
 * Returns a number as people in Viet Nam write it: 98,2 for 98.2. What has exactly three decimals
 * stays, because with a comma too it might be meant as thousands.
 */
function withComma(written: string): string {
  return written.replaceAll(
    /(?<![\d.,])(\d+)\.(\d+)(?![\d.,])/gu,
    (all, whole: string, rest: string) =>
      rest.length === 3 && /^[1-9]\d{0,2}$/u.test(whole) ? all : `${whole},${rest}`,
  );
}

/** Returns the items of a list; a single item may be written in place of a list of one. */
function itemsOf(written: YamlValue | undefined): readonly YamlValue[] {
  if (Array.isArray(written)) return written;
  return written === undefined || written === "" ? [] : [written as YamlValue];
}

/** True when a form of a front matter holds these values, apart from how they were typed. */
export function isShown(fields: readonly Field[], head: YamlValue, values: FormValues): boolean {
  const asked = fields.filter(({ key }) => key in values);
  const group: Input = { kind: "group", fields: asked };
  const plain = (value: FormValue) => JSON.stringify(plainOf(group, value));
  return plain(formValues(asked, head)) === plain(values);
}

function plainOf(input: Input, value: FormValue): unknown {
  if (isLocked(value)) return lockedKey;
  if (isEmptyValue(value)) return undefined;
  if (input.kind === "list")
    return (value as readonly FormValue[])
      .map((item) => plainOf(input.item, item))
      .filter((item) => item !== undefined);
  if (input.kind !== "group") return normalText(input, value as string);
  return input.fields.map((field) => plainOf(field.input, (value as FormValues)[field.key] ?? ""));
}

/**
 * Returns the changes that make a front matter hold what a form holds; a topmost field that the
 * form leaves out stays.
 */
export function headChanges(
  fields: readonly Field[],
  head: YamlValue,
  values: FormValues,
  at: YamlPath = [],
): HeadChange[] {
  const changes = fields.flatMap(({ key, input }) => {
    // A group is sent whole: what is not in it is empty.
    const value = values[key] ?? (at.length === 0 ? undefined : "");
    if (value === undefined) return [];
    return changesOf(input, (head as Group)[key], value, [...at, key]);
  });
  // Deletions come last, because a group that had no key for a moment would be gone.
  const isTakenOut = (change: HeadChange) =>
    change.value === undefined && change.at.length === at.length + 1;
  return [...changes.filter((change) => !isTakenOut(change)), ...changes.filter(isTakenOut)];
}

function changesOf(
  input: Input,
  before: YamlValue | undefined,
  after: FormValue,
  at: YamlPath,
): HeadChange[] {
  const shown = before === undefined ? undefined : shownOf(input, before);
  if (isLocked(after) || isLocked(shown)) return [];
  if (input.kind === "list" && Array.isArray(after)) {
    const change = input.item.kind === "group" ? rowChanges : textChanges;
    return change(input.item, before, after, at);
  }
  if (isEmptyValue(after)) return isEmptyValue(shown) ? [] : [{ at, value: undefined }];
  if (before === undefined || before === "") return [{ at, value: headValue(input, after) }];
  if (input.kind === "group") {
    if (typeof before === "object")
      return headChanges(input.fields, before, after as FormValues, at);
    const value = headValue(input, after, true);
    return value === before ? [] : [{ at, value }];
  }
  const value = normalText(input, after as string);
  return normalText(input, before as string) === value ? [] : [{ at, value: typed(input, value) }];
}

/**
 * With more single edits than this, writing the whole list anew is faster and no harder to follow.
 */
const mostEdits = 60;

/** Returns the changes to a list of groups. Each row says which item of the file it is, if any. */
function rowChanges(
  item: Input,
  before: YamlValue | undefined,
  after: readonly FormValue[],
  at: YamlPath,
): HeadChange[] {
  const olds = itemsOf(before);
  const indexOf = (row: FormValue) => {
    const written = (row as FormValues)[rowKey];
    return typeof written === "string" && written in olds ? Number(written) : undefined;
  };
  const isKept = (row: FormValue) => {
    const index = indexOf(row);
    // An item that looks empty may hold what a form does not know.
    return !isEmptyValue(row) || (index !== undefined && isEmptyValue(shownOf(item, olds[index]!)));
  };
  const rows = after.filter(isKept);
  const kept = rows.flatMap((row) => indexOf(row) ?? []);
  if (rows.length === 0) return olds.length === 0 ? [] : [{ at, value: undefined }];
  const isText = olds.some((old) => typeof old === "string");
  const whole = () => [
    {
      at,
      value: rows.map((row) => {
        const index = indexOf(row);
        return index === undefined
          ? headValue(item, row, isText)
          : rowValue(item, olds[index]!, row, isText);
      }),
    },
  ];
  if (!Array.isArray(before)) {
    const isOnly = rows.length === 1 && kept.length === 1;
    return isOnly ? changesOf(item, before, rows[0]!, at) : whole();
  }
  if (kept.length === 0) return whole();
  const changes = rows.flatMap((row) => {
    const index = indexOf(row);
    return index === undefined ? [] : changesOf(item, olds[index], row, [...at, index]);
  });
  for (let index = olds.length - 1; index >= 0; index -= 1)
    if (!kept.includes(index)) changes.push({ at: [...at, index], value: undefined });
  const order = kept.toSorted((a, b) => a - b);
  for (const [place, index] of kept.entries()) {
    const from = order.indexOf(index);
    if (from === place) continue;
    order.splice(place, 0, ...order.splice(from, 1));
    changes.push({ at: [...at, place], value: undefined, from });
  }
  for (const [place, row] of rows.entries())
    if (indexOf(row) === undefined)
      changes.push({ at: [...at, place], value: headValue(item, row, isText), isNew: true });
  return changes.length > mostEdits ? whole() : changes;
}

/**
 * Returns an item of the file with the values of a row; what the form does not know of it stays.
 */
function rowValue(item: Input, old: YamlValue, row: FormValue, isText: boolean): HeadValue {
  const fields = item.kind === "group" ? item.fields : [];
  if (isLocked(row) || isLocked(shownOf(item, old))) return asWritten(item, old);
  const value = headValue(item, row, isText);
  if (typeof old !== "object" || typeof value !== "object") return value;
  const unknown = Object.entries(old as Group).filter(
    ([key]) => !fields.some((field) => field.key === key),
  );
  return { ...value, ...Object.fromEntries(unknown) } as HeadValue;
}

/** Returns the changes to a list of texts, which have no identity but their words. */
function textChanges(
  item: Input,
  before: YamlValue | undefined,
  after: readonly FormValue[],
  at: YamlPath,
): HeadChange[] {
  const olds = itemsOf(before).map((old) => normalText(item, old as string));
  const all = after.map((text) => normalText(item, text as string));
  if (all.length === olds.length && all.every((text, index) => text === olds[index])) return [];
  const texts = all.filter((text) => text !== "");
  if (texts.length === 0) return olds.length === 0 ? [] : [{ at, value: undefined }];
  const whole = [{ at, value: texts.map((text) => typed(item, text)) }];
  if (!Array.isArray(before))
    return before !== undefined && texts.length === 1
      ? changesOf(item, before, texts[0]!, at)
      : whole;
  const { pairs, gone } = aligned(olds, texts);
  const changes: HeadChange[] = gone
    .toReversed()
    .map((index) => ({ at: [...at, index], value: undefined }));
  for (const [index, old] of pairs.entries()) {
    const value = typed(item, texts[index]!);
    const place = [...at, index];
    if (old === undefined) changes.push({ at: place, value, isNew: true });
    else if (olds[old] !== texts[index]) changes.push({ at: place, value });
  }
  return changes.length > mostEdits ? whole : changes;
}

/**
 * Returns what to write for a value that was not there.
 *
 * @param isShort write a text alone where that says all
 */
function headValue(input: Input, value: FormValue, isShort = false): HeadValue {
  if (input.kind === "list")
    return (value as readonly FormValue[])
      .filter((item) => !isEmptyValue(item))
      .map((item) => headValue(input.item, item, isShort));
  if (input.kind !== "group") return typed(input, normalText(input, value as string));
  const fields = input.fields.flatMap(({ key, input: inner }) => {
    const one = (value as FormValues)[key];
    return isEmptyValue(one) ? [] : [[key, headValue(inner, one!)] as const];
  });
  const isAlone = isShort && fields.length === 1 && fields[0]![0] === input.short;
  return isAlone ? fields[0]![1] : Object.fromEntries(fields);
}

/** Returns a value of a front matter, to be written in another place of it. */
function asWritten(input: Input, value: YamlValue): HeadValue {
  if (typeof value === "string") return typed(input, value);
  if (Array.isArray(value))
    return value.map((item) => asWritten(input.kind === "list" ? input.item : input, item));
  const fields = input.kind === "group" ? input.fields : [];
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const field = fields.find((known) => known.key === key);
      return [key, field ? asWritten(field.input, one) : one];
    }),
  );
}

/** Returns a number, or a yes or no, as such, so that it is written without quotation marks. */
function typed({ kind }: Input, text: string): HeadValue {
  if (kind === "yesNo" && /^(?:true|false)$/u.test(text)) return text === "true";
  const isNumber =
    kind === "whole" ||
    kind === "decimal" ||
    kind === "quantity" ||
    kind === "year" ||
    kind === "years";
  return isNumber && String(Number(text)) === text ? Number(text) : text;
}

/** Returns a text as the normal form has it. */
export function normalText({ kind }: Input, text: string): string {
  const value = compose(text).trim().replaceAll(/\s+/gu, " ");
  switch (kind) {
    case "day":
      return parseDay(value) ?? value;
    case "partialDay":
      return parseDay(value) ?? (partialDayIn(value) || value);
    case "decimal":
    case "quantity":
      // People write the decimal comma of their language. Three digits behind a point might be
      // meant as thousands, so they get a zero.
      return value
        .replaceAll(/(?<![\d.,])([1-9]\d{0,2}),(\d{3})(?![\d.,])/gu, "$1.$20")
        .replaceAll(/(?<![\d.,])(\d+),(\d+)(?![\d.,])/gu, "$1.$2");
    case "yesNo":
      return String(yesOrNoOf(value) ?? value);
    default:
      return value;
  }
}

/** True when data from outside is what a form of these fields can hold. */
export function fitsForm(fields: readonly Field[], values: unknown): values is FormValues {
  return fits({ kind: "group", fields }, values);
}

function fits(input: Input, value: unknown): boolean {
  if (typeof value === "object" && value !== null && lockedKey in value) return true;
  if (input.kind === "list")
    return Array.isArray(value) && value.every((item) => fits(input.item, item));
  if (input.kind !== "group") return typeof value === "string";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, one]) => {
    if (key === rowKey) return typeof one === "string";
    const field = input.fields.find((known) => known.key === key);
    return field !== undefined && fits(field.input, one);
  });
}
