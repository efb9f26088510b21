import type { Article } from "../../src/article.ts";
import type { Day } from "../../src/day.ts";

/**
 * Returns the day on which an article last changed: that of its latest correction, otherwise its
 * own.
 */
export function lastChange({ date, corrections }: Article): Day {
  return latest(
    date,
    corrections.map((correction) => correction.date),
  );
}

/** Returns the latest of some days. */
export function latest(first: Day, others: readonly Day[]): Day {
  let found = first;
  for (const day of others) if (day > found) found = day;
  return found;
}
