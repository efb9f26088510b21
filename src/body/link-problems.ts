import type { Token } from "markdown-it";
import { type Place, type Problem, problem } from "../problems/problem.ts";
import { addressFault, faultyAddresses, otherAddress } from "../text/web-address.ts";
import type { WrittenLinks } from "./markdown.ts";
import { attribute, plainText } from "./tokens.ts";

type Context = {
  readonly written: WrittenLinks;
  readonly placeIn: (block: Token, ...needles: string[]) => Place;
};

/**
 * Finds a link that leads elsewhere than readers think: by an address that hides its host, or by a
 * text that is another address.
 *
 * @param at where in `children` the link opens
 */
export function addressProblems(
  children: readonly Token[],
  at: number,
  block: Token,
  { written, placeIn }: Context,
): Problem[] {
  const open = children[at]!;
  const href = attribute(open, "href");
  for (const value of [...(written.get(href) ?? []), href]) {
    const fault = addressFault(value);
    if (fault === undefined) continue;
    const { code, host } = fault;
    return [problem(code, placeIn(block, value, href), { value, host })];
  }
  const end = children.findIndex(({ type }, index) => index > at && type === "link_close");
  const text = plainText(children.slice(at + 1, end));
  for (const shown of [text, attribute(open, "title")]) {
    const other = otherAddress(shown, href);
    if (other !== undefined)
      return [problem("link-text-other", placeIn(block, other, shown), { value: other, href })];
  }
  return [];
}

/**
 * Finds addresses in the text of a block, which readers copy. Of `https://chinhphu.vn@example.com`,
 * only the part before the @ becomes a link.
 *
 * @param told the problems of the links in the block
 */
export function shownAddressProblems(
  children: readonly Token[],
  block: Token,
  { placeIn }: Context,
  told: readonly Problem[],
): Problem[] {
  return faultyAddresses(plainText(children))
    .filter(({ code }) => !told.some((one) => one.code === code))
    .map(({ code, host, value }) => problem(code, placeIn(block, value), { value, host }));
}
