import { type Day, dayNumber, monthNumber, monthOf, shortDay, yearOf } from "../day.ts";
import { fold } from "../text/vietnamese.ts";
import type { Committee, Session } from "./sessions.ts";

/** Returns what a term is called: "khóa XIX", "nhiệm kỳ 2025–2030". */
export function termText(term: string): string {
  return /^\d/u.test(term) ? `nhiệm kỳ ${term.replace("-", "–")}` : `khóa ${term}`;
}

/** Returns the name of a session, with the number that tells it from its sisters. */
export function sessionTitle({
  name,
  body,
  ordinal,
  term,
}: Pick<Session, "name" | "body" | "ordinal" | "term">): string {
  if (ordinal === undefined || /lần thứ/iu.test(name)) return name;
  const number = `lần thứ ${ordinal}${term === undefined ? "" : `, ${termText(term)}`}`;
  // A name that is all about the matter does not say who met for the 24th time.
  const isSaid = body === undefined || fold(name).includes(fold(body));
  return isSaid ? `${name} ${number}` : `${name} (${body} ${number})`;
}

/** Adds the name of a unit to a title that does not hold it. */
export function withUnit(title: string, unit: string): string {
  return fold(title).includes(fold(unit)) ? title : `${title}, ${unit}`;
}

/** Returns the name of a body in its term, without that of its unit. */
export function committeeTitle({ body, term }: Pick<Committee, "body" | "term">): string {
  return term === undefined ? body : `${body} ${termText(term)}`;
}

/** Returns one day, or the days of an event as short as they can be: "13–15/1/2022". */
export function daysText(from: Day, to: Day | undefined): string {
  if (to === undefined || to === from) return shortDay(from);
  if (monthOf(from) === monthOf(to)) return `${dayNumber(from)}–${shortDay(to)}`;
  if (yearOf(from) === yearOf(to))
    return `${dayNumber(from)}/${monthNumber(from)} – ${shortDay(to)}`;
  return `${shortDay(from)} – ${shortDay(to)}`;
}
