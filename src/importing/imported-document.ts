import type { Day } from "../day.ts";

/** A document as it came: its text as HTML, its pictures, and what the file says about itself. */
export type ImportedDocument = {
  /** Body as a fragment of HTML; nothing in it is trusted. */
  readonly html: string;
  /** The pictures that it shows, by their `src` in the HTML. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly title?: string | undefined;
  readonly date?: Day | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly summary?: string | undefined;
  /** Name of the article in the address that it had. */
  readonly slug?: string | undefined;
  /** The addresses that it had. */
  readonly aliases?: readonly string[] | undefined;
  readonly source?: { readonly name: string; readonly url?: string } | undefined;
  /** Where it was, for a document that does not name its source. */
  readonly foundAt?: { readonly name: string; readonly url: string } | undefined;
  /** It says itself what the caption of a picture is, so no other line is one. */
  readonly hasCaptions?: boolean | undefined;
  readonly isDraft?: boolean | undefined;
  /** What could not be taken over, in words for the writer. */
  readonly notes: readonly string[];
};

/** Thrown when a document cannot be imported; the message is for its writer. */
export class ImportRefused extends Error {}
