/**
 * Returns the different words among some, the commonest first; equally common ones keep the order
 * in which they came.
 */
export function commonest(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}
