/**
 * Returns what a writer means by a yes or a no, in the words of YAML or in our own; undefined for
 * anything else.
 */
export function yesOrNoOf(text: string): boolean | undefined {
  return words.get(text.toLowerCase());
}

const words: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["có", true],
  ["false", false],
  ["không", false],
]);
