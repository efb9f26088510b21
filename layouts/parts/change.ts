import type { Article } from "../../src/article.ts";
import type { Day } from "../../src/day.ts";

/** The day on which an article last changed: that of its latest correction, or else its own. */
export function lastChange({ date, corrections }: Article): Day {
  return latest(
    date,
    corrections.map((correction) => correction.date),
  );
}

/** The latest of some days. */
export function latest(first: Day, others: readonly Day[]): Day {
  let found = first;
  for (const day of others) if (day > found) found = day;
  return found;
}
