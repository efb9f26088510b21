import type { EditorFacts, Note } from "../../src/front-matter/editor-api.ts";
import type { FormValue, FormValues } from "../../src/front-matter/field.ts";
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
  /** Puts files beside the article, and their names into the list at a place of the form. */
  readonly addPictures: (files: readonly File[], way: Way) => void;
};
