/** Dots within numbers and initials end no sentence. */
const end = String.raw`(?<=[^\p{Lu}\s][.!?…])\s+(?=[\p{Lu}“"(])|\n+`;
const clauseEnd = new RegExp(String.raw`${end}|;\s+`, "u");
const sentenceEnd = new RegExp(end, "gu");

/** Cuts a text into sentences, and those at semicolons: each clause says one thing. */
export function clausesOf(text: string): string[] {
  return text
    .split(clauseEnd)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
}

/** Returns where the sentence that holds a place of a text begins and ends. */
export function sentenceAround(
  text: string,
  at: number,
): { readonly from: number; readonly to: number } {
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(sentenceEnd)) {
    if (index >= at) return { from, to: index };
    from = index + gap.length;
  }
  return { from, to: text.length };
}
