import type { PartialDay } from "./day.ts";

/** A document that an article cites. Some have no number; a number or a title is always there. */
export type OfficialDocument = {
  /** `21-KL/TW`, or the figure alone (`02`) where the article has no more of it. */
  readonly number?: string;
  /** What sort of document it is: "Nghị quyết", "Chỉ thị". */
  readonly kind?: string;
  readonly title?: string;
  readonly issuer?: string;
  readonly date?: PartialDay;
  /** How the article relates to it: "quán triệt", "triển khai". */
  readonly relation?: string;
  readonly url?: string;
  /** Path of the document itself inside content: a PDF. */
  readonly file?: string;
} & { readonly [Relation in DocumentRelation]?: readonly string[] };

/**
 * What a document may do to others, as keys of the front matter. The others are named by their
 * numbers, or by their titles.
 */
export const documentRelations = ["amends", "replaces", "implements"] as const;
export type DocumentRelation = (typeof documentRelations)[number];

/** A document that the text of an article names; texts that name the same are one. */
export type CitedInText = {
  /** The key of the whole number, or the figure alone; the latter goes with its kind. */
  readonly number: string;
  readonly kind?: string;
  /** Of which year it is, as far as the text says so. */
  readonly year?: number;
};
