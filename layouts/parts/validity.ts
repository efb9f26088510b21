import { partialDayText } from "../../src/unit.ts";

/** Returns from when to when a unit exists; undefined when neither is known. */
export function validityText(from: string | undefined, to: string | undefined): string | undefined {
  if (from !== undefined && to !== undefined)
    return `từ ${partialDayText(from)} đến ${partialDayText(to)}`;
  if (from !== undefined) return `từ ${partialDayText(from)}`;
  return to === undefined ? undefined : `đến ${partialDayText(to)}`;
}
