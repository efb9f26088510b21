import { slugOf } from "../text/vietnamese.ts";

/** A heading in the text of an article, without its marks. */
export type Heading = {
  /** From 2 on: the title of the article is the only one of level 1. */
  readonly level: number;
  readonly title: string;
  readonly anchor: string;
};

/** The headings of one article, in the order from top to bottom. */
export type Outline = {
  /** Returns the level on the page of a heading that was written with this number of `#`. */
  readonly levelOf: (written: number) => number;
  /** Returns how many `#` the last heading has; 1, as of the title, before the first. */
  readonly lastWritten: () => number;
  /** Returns a new anchor within the page for a heading. */
  readonly anchorOf: (title: string) => string;
  readonly hasAnchor: (anchor: string) => boolean;
};

/**
 * Makes an outline, which gives headings levels without gaps, from 2 on: the title of the article
 * is the only one of level 1.
 */
export function newOutline(): Outline {
  const open: number[] = [];
  const anchors = new Map<string, number>();
  return {
    levelOf(written) {
      while (open.length > 0 && open.at(-1)! >= written) open.pop();
      open.push(written);
      return open.length + 1;
    },
    lastWritten: () => open.at(-1) ?? 1,
    anchorOf(title) {
      // The prefix keeps headings apart from the page's own anchors.
      const base = `muc-${slugOf(title) || "1"}`;
      let number = anchors.get(base) ?? 0;
      let anchor = base;
      for (; anchors.has(anchor); anchor = `${base}-${number}`) number += 1;
      anchors.set(anchor, 1);
      anchors.set(base, Math.max(number, 1));
      return anchor;
    },
    hasAnchor: (anchor) => anchors.has(anchor),
  };
}
