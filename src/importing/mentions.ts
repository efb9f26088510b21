import type { Day } from "../day.ts";
import { fold } from "../text/vietnamese.ts";
import { existsOn, type Unit } from "../unit.ts";
import { isAt, namingsOf } from "../unit-index.ts";

/** A place where a text names a unit, as offsets in UTF-16 units. */
export type Mention = { readonly unit: Unit; readonly from: number; readonly to: number };

/**
 * Makes a function that finds units by any name that they have or had; of names that lie within
 * each other the longest counts.
 *
 * @param day the day of the text, which decides when units had one name one after the other
 */
export function newMentionFinder(
  units: readonly Unit[],
  day?: Day | undefined,
): (text: string) => Mention[] {
  const byName = new Map<string, Unit>();
  const isSure = new Set<string>();
  for (const unit of units) {
    for (const naming of namingsOf(unit)) {
      const key = fold(naming.name);
      if (naming.name === unit.id || key.length < 3 || isSure.has(key)) continue;
      const isOfDay = day === undefined || isAt(naming, day);
      if (isOfDay) isSure.add(key);
      if (isOfDay || !byName.has(key)) byName.set(key, unit);
    }
  }
  const names = [...byName.keys()].toSorted((a, b) => b.length - a.length).map(RegExp.escape);
  if (names.length === 0) return () => [];
  const form = new RegExp(`(?<![\\p{L}\\d])(?:${names.join("|")})(?![\\p{L}\\d])`, "gu");
  // Folding keeps lengths: each letter of NFC text becomes one letter.
  return (text) =>
    [...fold(text).matchAll(form)].map(({ 0: name, index }) => ({
      unit: byName.get(name)!,
      from: index,
      to: index + name.length,
    }));
}

/**
 * Guesses the unit that an article is most about from where it names units: its title counts most,
 * then its beginning. Sure when its score is at least 1.5 times that of the next.
 */
export function guessUnit(
  parts: Readonly<Record<"title" | "lead" | "text", readonly Mention[]>>,
  day: Day | undefined,
): { readonly unit: Unit; readonly isSure: boolean } | undefined {
  const scores = new Map<Unit, number>();
  const count = (mentions: readonly Mention[], weight: number) => {
    for (const { unit, from, to } of mentions) {
      if (unit.outside) continue;
      const isThere = day === undefined || existsOn(unit, day);
      // A long name is a more certain sign than a short one that is part of many.
      const score = weight * (1 + (to - from) / 40) * (isThere ? 1 : 0.2);
      scores.set(unit, (scores.get(unit) ?? 0) + score);
    }
  };
  count(parts.title, 8);
  count(parts.lead, 4);
  count(parts.text, 1);
  const [best, second] = [...scores].toSorted(([, a], [, b]) => b - a);
  if (best === undefined) return undefined;
  return { unit: best[0], isSure: second === undefined || best[1] >= second[1] * 1.5 };
}

/**
 * Returns the ids of the units that mentions name in full, but for one unit. A short name may be an
 * ordinary word.
 */
export function mentionedIn(mentions: readonly Mention[], but: string | undefined): string[] {
  const named = mentions.filter(({ unit, from, to }) => to - from >= unit.name.length);
  return [...new Set(named.map(({ unit }) => unit.id))].filter((id) => id !== but);
}
