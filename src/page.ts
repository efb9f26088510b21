import { keyOf } from "./cache/key.ts";

/**
 * A page is an address, the plain data it shows, and a pure function from the one to the other.
 * So a page can be named and compared without being drawn; nothing else may reach a view: no
 * clock, no look-up, no global.
 */
export type Page = {
  /** Root-relative, ends in `/` or in a file name. */
  readonly url: string;
  /** What sort of page it is: "article", "tag" … */
  readonly kind: string;
  /**
   * The page key, a hash of all that the page is made from. As long as it and the code stay the
   * same, so does the text.
   */
  readonly key: () => string;
  readonly draw: () => string;
};

type View<Props> = (props: Props) => { toString(): string } | string;

/** Makes a page and holds the view to the type of its props. */
export function page<Props>(kind: string, url: string, props: Props, view: View<Props>): Page {
  return { url, kind, key: () => keyOf(props), draw: () => String(view(props)) };
}

/**
 * Makes a page whose props are worked out only when it is drawn, because that takes long or much
 * memory.
 *
 * @param madeFrom returns all that `propsOf` makes them from, or hashes of it; as plain data
 */
export function latePage<Props>(
  kind: string,
  url: string,
  madeFrom: () => unknown,
  propsOf: () => Props,
  view: View<Props>,
): Page {
  return { url, kind, key: () => keyOf(madeFrom()), draw: () => String(view(propsOf())) };
}
