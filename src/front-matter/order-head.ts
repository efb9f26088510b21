import { headOf } from "./head-lines.ts";
import { headKeys } from "./head-text.ts";

/**
 * Puts the topmost keys into the order of the normal form, each with the comments above it.
 * Undefined when they are in order, or when a key is not known.
 */
export function orderHead(
  text: string,
): { text: string; before: readonly string[]; after: readonly string[] } | undefined {
  const { start, end, pairs } = headOf(text);
  const before = pairs.map(({ name }) => name);
  const after = headKeys.filter((key) => before.includes(key));
  if (after.length !== before.length || before.every((key, at) => key === after[at]))
    return undefined;
  // A comment at the top that is set apart from the first key is about the whole.
  const top = /^(?:[ \t]*#.*\n)*[ \t]*\n/u.exec(text.slice(start, pairs[0]!.from))?.[0].length ?? 0;
  const blocks = new Map(
    pairs.map(({ name, to }, at) => [
      name,
      text.slice(at === 0 ? start + top : pairs[at - 1]!.to, to),
    ]),
  );
  const last = pairs.at(-1)!.to;
  const ordered = after.map((key) => blocks.get(key)).join("");
  return {
    text: text.slice(0, start + top) + ordered + text.slice(last, end) + text.slice(end),
    before,
    after,
  };
}
