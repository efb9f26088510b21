/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A piece of a document between two empty lines. */
export type Block =
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly text: string;
      readonly markdown: string;
    }
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly markdown: string;
      /** The document itself calls it a caption. */
      readonly isCaption: boolean;
      /** Its Markdown as a heading, where it is bold from end to end. */
      readonly heading?: string;
    }
  | {
      readonly kind: "picture";
      readonly src: string;
      readonly alt: string;
      readonly caption: string;
    }
  /** A list, a table, a quotation, notes: taken over as it is. */
  | { readonly kind: "other"; readonly text: string; readonly markdown: string };
