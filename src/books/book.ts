import type { Drawing } from "../pictures/card.ts";

/**
 * A booklet as one file for e-readers (EPUB 3): texts and pictures of the site put together. Like a
 * page it has an address, and a key that is known before anything is drawn.
 */
export type Book = {
  readonly url: string;
  /** Returns a hash of all that it is made from but the code. */
  readonly key: () => string;
  /** Returns a hash that is worked out sooner: as long as it is the same, so is the key. */
  readonly sources: () => string;
  readonly parts: () => BookParts;
};

export type BookParts = {
  /** What e-readers show of it on their shelf. */
  readonly cover: { readonly name: string; readonly drawing: Drawing };
  /** The texts in their order, by the name of the file in the book. */
  readonly texts: ReadonlyMap<string, string>;
  /** The JPEG files of the site that it shows: their addresses, by the name in the book. */
  readonly pictures: ReadonlyMap<string, string>;
};
