import type { AttachedPdf, EditorFacts, Note, Review } from "../../src/front-matter/editor-api.ts";
import type { FormValue, FormValues } from "../../src/front-matter/field.ts";
import type { RemovedRow } from "./state.ts";
import type { Way } from "./values.ts";

/** What every field of a form needs besides its own value. */
export type FormContext = {
  readonly facts: EditorFacts;
  readonly values: FormValues;
  readonly notes: readonly Note[];
  /** The pictures beside the article. */
  readonly pictures: readonly string[];
  readonly pictureUrl: (name: string) => string;
  readonly set: (way: Way, value: FormValue) => void;
  readonly reviews: readonly Review[];
  /** Takes a sentence of an import away that the writer has looked at. */
  readonly review: (seen: Review) => void;
  readonly removed: readonly RemovedRow[];
  /** Removes a row from the list at a place. */
  readonly remove: (way: Way, at: number) => void;
  /** Puts a removed row back where it was. */
  readonly putBack: (row: RemovedRow) => void;
  /** Puts files beside the article, and their names into the list at a place of the form. */
  readonly addPictures: (files: readonly File[], way: Way) => void;
  /** The PDFs beside the article, and what readers will be told of those that it attaches. */
  readonly pdfs: readonly string[];
  readonly attached: readonly AttachedPdf[];
  readonly pdfUrl: (name: string) => string;
  /** Puts PDFs beside the article: into a field, or each as one more document of the list. */
  readonly addPdfs: (files: readonly File[], way: Way) => void;
  /** The PDFs that were taken from their fields, by the field's id. */
  readonly detached: Readonly<Record<string, string>>;
  readonly detach: (way: Way) => void;
};
