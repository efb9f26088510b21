import {
  type Field,
  type FormValue,
  type FormValues,
  type Input,
  isEmptyValue,
  rowKey,
} from "../../src/front-matter/field.ts";

/** The way to a value in a form: keys of groups and indexes of lists. */
export type Way = readonly (string | number)[];

/** Returns the value at the end of a way; undefined when there is none. */
export function valueAt(values: FormValue | undefined, way: Way): FormValue | undefined {
  let value = values;
  for (const step of way) {
    if (value === undefined || typeof value === "string") return undefined;
    value = (value as Record<string | number, FormValue>)[step];
  }
  return value;
}

/** Returns the values with another one at a place; the unchanged ones are shared. */
export function withValue(values: FormValues, way: Way, value: FormValue): FormValues {
  return changed(values, way, value) as FormValues;
}

function changed(before: FormValue | undefined, way: Way, value: FormValue): FormValue {
  const [step, ...rest] = way;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const items = [...((before ?? []) as FormValue[])];
    items[step] = changed(items[step], rest, value);
    return items;
  }
  const group = (before ?? {}) as FormValues;
  return { ...group, [step]: changed(group[step], rest, value) };
}

/** Returns the list at the end of a way; empty when there is none. */
export function itemsAt(values: FormValues, way: Way): readonly FormValue[] {
  const value = valueAt(values, way);
  return Array.isArray(value) ? value : [];
}

/** Returns the text at the end of a way; empty when there is none. */
export function textAt(values: FormValues, way: Way): string {
  const value = valueAt(values, way);
  return typeof value === "string" ? value : "";
}

/** Returns the place of a picture in a list of pictures; −1 when it is not there. */
export function placeOf(name: string, items: readonly FormValue[]): number {
  return items.findIndex(
    (item) => typeof item === "object" && textAt(item as FormValues, ["src"]) === name,
  );
}

/** True when two forms hold the same, apart from blanks at the ends of texts. */
export function isSameForm(a: FormValue | undefined, b: FormValue | undefined): boolean {
  if (a === b) return true;
  if (isEmptyValue(a) && isEmptyValue(b)) return isRow(a) === isRow(b);
  if (a === undefined || b === undefined) return false;
  if (typeof a === "string" || typeof b === "string")
    return typeof a === typeof b && String(a).trim() === String(b).trim();
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSameForm((a as FormValues)[key], (b as FormValues)[key]));
}

function isRow(value: FormValue | undefined): boolean {
  return typeof value === "object" && rowKey in value;
}

/**
 * Returns what was saved, with texts as they were typed where only blanks at their ends differ.
 * Otherwise the caret would jump while somebody goes on typing.
 */
export function asTyped(saved: FormValue, typed: FormValue | undefined): FormValue {
  if (typeof saved === "string")
    return typeof typed === "string" && typed.trim() === saved ? typed : saved;
  if (typeof typed !== "object") return saved;
  if (Array.isArray(saved)) {
    // Empty rows are not saved, so the rows after them have moved up.
    const rows = Object.values(typed).filter((row) => !isEmptyValue(row) || isRow(row));
    return saved.map((item, at) => asTyped(item, rows[at]));
  }
  return Object.fromEntries(
    Object.entries(saved).map(([key, one]) => [key, asTyped(one, (typed as FormValues)[key])]),
  );
}

/** Returns the `id` of a field's control in the page. */
export function idOf(way: Way): string {
  return `o-${way.join("-")}`;
}

/**
 * Returns the way in the form for a way in the file. In the form a list is always a list, even
 * where the file has a single item, and rows that are still empty are only in the form.
 */
export function inForm(form: readonly Field[], values: FormValues, way: Way): Way {
  const found: (string | number)[] = [];
  let fields = form;
  for (let at = 0; at < way.length; at += 1) {
    const step = way[at]!;
    found.push(step);
    if (typeof step === "number") continue;
    const input = fields.find(({ key }) => key === step)?.input;
    fields = fieldsIn(input);
    if (input?.kind !== "list" || input.item.kind !== "group" || at === way.length - 1) continue;
    const next = way[at + 1];
    const number = typeof next === "number" ? next : 0;
    const rows = itemsAt(values, found);
    const kept = rows.flatMap((row, place) => (isEmptyValue(row) && !isRow(row) ? [] : [place]));
    found.push(kept[number] ?? number);
    if (typeof next === "number") at += 1;
  }
  return found;
}

/** Returns a way in words: "Khen thưởng, mục 2, Số lượng". */
export function nameOf(form: readonly Field[], way: Way): string {
  const words: string[] = [];
  let fields = form;
  for (const step of way) {
    if (typeof step === "number") words.push(`mục ${step + 1}`);
    else {
      const field = fields.find(({ key }) => key === step);
      words.push(field?.label ?? step);
      fields = fieldsIn(field?.input);
    }
  }
  return words.join(", ");
}

/** The fields of a group, or of each item of a list of groups. */
export function fieldsIn(input: Input | undefined): readonly Field[] {
  if (input?.kind === "list") return fieldsIn(input.item);
  return input?.kind === "group" ? input.fields : [];
}

/** `2024-01-31` → `31/1/2024`, `2024-01` → `1/2024`, as in Viet Nam; anything else stays. */
export function dayAsWritten(text: string): string {
  const [, yearOnly, monthOnly] = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(text) ?? [];
  if (yearOnly !== undefined) return `${Number(monthOnly)}/${yearOnly}`;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? [];
  return year === undefined ? text : `${Number(day)}/${Number(month)}/${year}`;
}

/** `31/1/2024` → `2024-01-31`, for the browser's calendar; empty for what is not a day. */
export function dayForCalendar(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text.trim()) ?? [];
  return year === undefined ? "" : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}
