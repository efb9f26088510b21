import { parseDay } from "./day.ts";
import type { HeadChange } from "./edit-head.ts";
import type { Field, FormValue, FormValues, Input } from "./field.ts";
import type { HeadValue } from "./head-text.ts";
import type { YamlPath, YamlValue } from "./yaml.ts";

/*
 * Front matter ⇄ form. What the form does not show, such as a misspelt key, and what nobody changed
 * stay in the file as they are.
 */

/** What a form shows of a front matter. A field that holds something else than it should is left out. */
export function formValues(fields: readonly Field[], head: YamlValue): FormValues {
  if (typeof head !== "object" || Array.isArray(head)) return {};
  return Object.fromEntries(
    fields.flatMap(({ key, input }) => {
      const written = (head as { readonly [key: string]: YamlValue })[key];
      const value = written === undefined ? undefined : shownOf(input, written);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function shownOf(input: Input, written: YamlValue): FormValue | undefined {
  if (input.kind === "list") {
    const items = itemsOf(written).map((item) => shownOf(input.item, item));
    return items.includes(undefined) ? undefined : (items as FormValue[]);
  }
  if (input.kind !== "group") return typeof written === "string" ? written : undefined;
  if (typeof written === "object")
    return Array.isArray(written) ? undefined : formValues(input.fields, written);
  if (written === "") return {};
  return input.short === undefined ? undefined : { [input.short]: written };
}

/** A single item may stand for a list of one. */
function itemsOf(written: YamlValue | undefined): readonly YamlValue[] {
  if (Array.isArray(written)) return written;
  return written === undefined || written === "" ? [] : [written as YamlValue];
}

/** What has to change in a front matter to become what a form holds; a field that the form leaves out stays. */
export function headChanges(
  fields: readonly Field[],
  head: YamlValue,
  values: FormValues,
  at: YamlPath = [],
): HeadChange[] {
  const before = head as { readonly [key: string]: YamlValue };
  return fields.flatMap(({ key, input }) => {
    const value = values[key];
    return value === undefined ? [] : changesOf(input, before[key], value, [...at, key]);
  });
}

function changesOf(
  input: Input,
  before: YamlValue | undefined,
  after: FormValue,
  at: YamlPath,
): HeadChange[] {
  if (isEmpty(after)) {
    const wasEmpty = before === undefined || isEmpty(shownOf(input, before) ?? "?");
    return wasEmpty ? [] : [{ at, value: undefined }];
  }
  if (before === undefined || before === "") return [{ at, value: headValue(input, after) }];
  if (input.kind === "list") return listChanges(input.item, before, after as FormValue[], at);
  if (input.kind === "group") {
    if (typeof before === "object")
      return headChanges(input.fields, before, after as FormValues, at);
    const value = headValue(input, after, true);
    return value === before ? [] : [{ at, value }];
  }
  const value = written(input, after as string);
  const isAsBefore = typeof before === "string" && written(input, before) === value;
  return isAsBefore ? [] : [{ at, value: typed(input, value) }];
}

function listChanges(
  item: Input,
  before: YamlValue,
  values: readonly FormValue[],
  at: YamlPath,
): HeadChange[] {
  const after = values.filter((value) => !isEmpty(value));
  if (!Array.isArray(before)) {
    if (after.length === 1) return changesOf(item, before, after[0]!, at);
    const isText = typeof before === "string";
    return [{ at, value: after.map((value) => headValue(item, value, isText)) }];
  }
  const olds: readonly YamlValue[] = before;
  const likeness = (old: number, now: number) => likenessOf(shownOf(item, olds[old]!), after[now]!);
  const { pairs, gone } = aligned(olds.length, after.length, likeness);
  const isText = olds.some((old) => typeof old === "string");
  const changes: HeadChange[] = gone
    .toReversed()
    .map((index) => ({ at: [...at, index], value: undefined }));
  for (const [index, old] of pairs.entries()) {
    const value = after[index]!;
    const place = [...at, index];
    if (old !== undefined) changes.push(...changesOf(item, olds[old], value, place));
    else {
      // One that was moved takes along what the form does not show of it.
      const moved = gone.find((one) => likeness(one, index) === same);
      const whole =
        moved === undefined ? headValue(item, value, isText) : asWritten(item, olds[moved]!);
      changes.push({ at: place, value: whole, isNew: true });
    }
  }
  return changes;
}

/**
 * Finds out which items of a list are those of before, so that together they are as much alike as can
 * be without crossing.
 *
 * @returns for each new item the old one, or undefined; and the old ones that are gone, in order
 */
function aligned(
  before: number,
  after: number,
  likeness: (old: number, now: number) => number,
): { pairs: readonly (number | undefined)[]; gone: readonly number[] } {
  // The most that comes together from each place on; lists in articles are short.
  const most = Array.from({ length: before + 1 }, () => new Float64Array(after + 1));
  const together = (old: number, now: number) => likeness(old, now) + most[old + 1]![now + 1]!;
  for (let old = before - 1; old >= 0; old -= 1)
    for (let now = after - 1; now >= 0; now -= 1)
      most[old]![now] = Math.max(together(old, now), most[old + 1]![now]!, most[old]![now + 1]!);
  const pairs: (number | undefined)[] = [];
  const gone: number[] = [];
  let [old, now] = [0, 0];
  while (old < before || now < after) {
    const isPair = old < before && now < after && most[old]![now] === together(old, now);
    if (isPair) pairs.push(old);
    else if (old < before && most[old]![now] === most[old + 1]![now]) gone.push(old);
    else pairs.push(undefined);
    const isGone = pairs.length === now;
    if (isPair || isGone) old += 1;
    if (!isGone) now += 1;
  }
  return { pairs, gone };
}

/** How much alike two items are: 2 for the same, else more than 0 and at most 1 for those whose fields agree. */
function likenessOf(old: FormValue | undefined, now: FormValue): number {
  if (old === undefined) return 0;
  if (isSame(old, now)) return same;
  if (typeof old === "string" || typeof now === "string") return 0.1;
  const keys = Object.keys(now);
  const alike = keys.filter((key) => {
    const [a, b] = [(old as FormValues)[key], (now as FormValues)[key]!];
    return a !== undefined && !isEmpty(a) && isSame(a, b);
  });
  return 0.1 + (0.9 * alike.length) / keys.length;
}
const same = 2;

/** What is written for a value that was not there. @param isShort a text alone where that says all */
function headValue(input: Input, value: FormValue, isShort = false): HeadValue {
  if (input.kind === "list")
    return (value as readonly FormValue[])
      .filter((item) => !isEmpty(item))
      .map((item) => headValue(input.item, item, isShort));
  if (input.kind !== "group") return typed(input, written(input, value as string));
  const fields = input.fields.flatMap(({ key, input: inner }) => {
    const one = (value as FormValues)[key];
    return one === undefined || isEmpty(one) ? [] : [[key, headValue(inner, one)] as const];
  });
  const isAlone = isShort && fields.length === 1 && fields[0]![0] === input.short;
  return isAlone ? fields[0]![1] : Object.fromEntries(fields);
}

/** What stands in a front matter, to be written in another place of it. */
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

/** A number as a number, so that it is written without quotation marks. */
function typed({ kind }: Input, text: string): HeadValue {
  if (kind === "yesNo" && /^(?:true|false)$/u.test(text)) return text === "true";
  const isNumber = kind === "whole" || kind === "decimal" || kind === "year" || kind === "years";
  return isNumber && String(Number(text)) === text ? Number(text) : text;
}

/** A text as the normal form has it. */
function written({ kind }: Input, text: string): string {
  const value = text.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
  switch (kind) {
    case "day":
      return parseDay(value) ?? value;
    case "decimal":
      // People write the comma of their language.
      return value.replace(/^(-?\d+),(\d+)$/u, "$1.$2");
    case "yesNo":
      return { có: "true", không: "false" }[value.toLowerCase()] ?? value;
    default:
      return value;
  }
}

function isEmpty(value: FormValue): boolean {
  if (typeof value === "string") return value.trim() === "";
  return Object.values(value).every(isEmpty);
}

function isSame(a: FormValue | undefined, b: FormValue): boolean {
  if (a === undefined || typeof a === "string" || typeof b === "string") return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => {
    const [one, other] = [(a as FormValues)[key], (b as FormValues)[key]];
    if (one === undefined || other === undefined) return isEmpty(one ?? other!);
    return isSame(one, other);
  });
}
