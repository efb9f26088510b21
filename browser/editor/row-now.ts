import { type FormValue, type FormValues, rowKey } from "../../src/front-matter/field.ts";
import type { Editing } from "./state.ts";
import { isSameForm, itemsAt, type Way } from "./values.ts";

/**
 * Returns the way to a field where its row is now. While a file is on its way to the server rows
 * are moved, removed and edited.
 *
 * @param way its way in the form as it was
 * @returns undefined when the row is gone, or when nobody can say which it is
 */
export function wayNow(way: Way, before: Editing, now: Editing): Way | undefined {
  const list = way.slice(0, 1);
  const [, at] = way;
  if (typeof at !== "number") return way;
  const [rows, left] = [itemsAt(before.values, list), itemsAt(now.values, list)];
  const place = placeNow(at, rows, left, before.opened === now.opened);
  return place === -1 ? undefined : [...list, place, ...way.slice(2)];
}

/** @param isSameFile keys of rows are their places in the file, so each save gives them anew */
function placeNow(
  at: number,
  rows: readonly FormValue[],
  left: readonly FormValue[],
  isSameFile: boolean,
): number {
  const row = rows[at];
  const same = row === undefined ? -1 : left.indexOf(row);
  if (same !== -1) return same;
  const key = keyOf(row);
  if (isSameFile && key !== undefined) return left.findIndex((one) => keyOf(one) === key);
  // A new row that is edited meanwhile is known by the others, which are as they were.
  const isOther = (one: FormValue, place: number) => place === at || isSameForm(one, rows[place]);
  return left.length >= rows.length && rows.length > at && left.slice(0, rows.length).every(isOther)
    ? at
    : -1;
}

function keyOf(row: FormValue | undefined): string | undefined {
  const key = typeof row === "object" ? (row as FormValues)[rowKey] : undefined;
  return typeof key === "string" ? key : undefined;
}
