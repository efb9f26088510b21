/**
 * Returns a date that may be only a year or a month, as people write it: 2025, 2/2025, 15/2/2025.
 */
export function partialDayText(date: string): string {
  return date
    .split("-")
    .reverse()
    .map((part) => String(Number(part)))
    .join("/");
}

/** Returns from when to when a unit exists; undefined when neither is known. */
export function validityText(from: string | undefined, to: string | undefined): string | undefined {
  if (from !== undefined && to !== undefined)
    return `từ ${partialDayText(from)} đến ${partialDayText(to)}`;
  if (from !== undefined) return `từ ${partialDayText(from)}`;
  return to === undefined ? undefined : `đến ${partialDayText(to)}`;
}
