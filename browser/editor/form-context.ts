import type { EditorFacts, Note, Review } from "../../src/front-matter/editor-api.ts";
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
};
