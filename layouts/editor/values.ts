import type { Field, FormValue, FormValues, Input } from "../../src/field.ts";

/** The way to a value in a form. */
export type Way = readonly (string | number)[];

function valueAt(values: FormValue | undefined, way: Way): FormValue | undefined {
  let value = values;
  for (const step of way) {
    if (value === undefined || typeof value === "string") return undefined;
    value = (value as Record<string | number, FormValue>)[step];
  }
  return value;
}

/** The same values with another one at a place; those beside it are shared. */
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

export function itemsAt(values: FormValues, way: Way): readonly FormValue[] {
  const value = valueAt(values, way);
  return Array.isArray(value) ? value : [];
}

export function textAt(values: FormValues, way: Way): string {
  const value = valueAt(values, way);
  return typeof value === "string" ? value : "";
}

export function isEmpty(value: FormValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return Object.values(value).every(isEmpty);
}

/** The name by which the page knows the control of a field. */
export function idOf(way: Way): string {
  return `o-${way.join("-")}`;
}

/** A field in words: "Khen thưởng, mục 2, Số lượng". */
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

/** `2024-01-31` → `31/1/2024`, as people here write it; anything else stays. */
export function dayAsWritten(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? [];
  return year === undefined ? text : `${Number(day)}/${Number(month)}/${year}`;
}

/** The other way, for the browser's calendar; empty for what is no day. */
export function dayForCalendar(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text.trim()) ?? [];
  return year === undefined ? "" : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}
