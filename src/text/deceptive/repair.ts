import type { Deception } from "./deception.ts";

/** Returns a text with everything that has only one right form put right. */
export function repaired(text: string, found: Iterable<Deception>): string {
  const changes = [...found]
    .filter(({ fixed }) => fixed !== undefined)
    .toSorted((a, b) => a.index - b.index);
  let result = "";
  let from = 0;
  for (const { index, length, fixed } of changes) {
    // Where two overlap, the first is put right, and the other in the next round.
    if (index < from) continue;
    result += text.slice(from, index) + fixed;
    from = index + length;
  }
  return result + text.slice(from);
}
