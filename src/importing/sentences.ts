/** Cuts a text into sentences, and these at semicolons: each says one thing. Dots within numbers and initials cut nothing. */
export function clausesOf(text: string): string[] {
  return text
    .split(/(?<=[^\p{Lu}\s][.!?…])\s+(?=[\p{Lu}“"(])|;\s+|\n+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
}
