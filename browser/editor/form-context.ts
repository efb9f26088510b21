import type { EditorFacts, Note } from "../../src/front-matter/editor-api.ts";
import type { FormValue, FormValues } from "../../src/front-matter/field.ts";
import type { Way } from "./values.ts";

/** What the fields of a form need to know of what is around them. */
export type FormContext = {
  readonly facts: EditorFacts;
  readonly values: FormValues;
  readonly notes: readonly Note[];
  /** The pictures beside the article. */
  readonly pictures: readonly string[];
  readonly pictureUrl: (name: string) => string;
  readonly set: (way: Way, value: FormValue) => void;
  /** Puts files beside the article, and what they are called into the list at a place. */
  readonly addPictures: (files: readonly File[], way: Way) => void;
};
