/**
 * The body of an article, rendered from Markdown. Most of it is HTML that is safe by construction
 * (raw HTML is off); what depends on the rest of the site stands between as parts of its own.
 */
export type BodyPart =
  | { readonly kind: "html"; readonly html: string }
  /** A picture in the text; `block` when it stands alone in its paragraph and so becomes a figure. */
  | {
      readonly kind: "picture";
      readonly file: string;
      readonly alt: string;
      readonly caption?: string;
      readonly credit?: string;
      readonly block: boolean;
    }
  /** The `href` of a link to another article's file. */
  | { readonly kind: "articleUrl"; readonly path: string };
