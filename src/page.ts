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
  readonly draw: () => string;
  readonly props: unknown;
};

/** Makes a page and holds the view to the type of its props. */
export function page<Props>(
  kind: string,
  url: string,
  props: Props,
  view: (props: Props) => { toString(): string } | string,
): Page {
  return { url, kind, props, draw: () => String(view(props)) };
}
