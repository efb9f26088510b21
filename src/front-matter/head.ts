import * as z from "zod";
import { awardForms, awardStatuses } from "../award.ts";
import { isRoman } from "../text/vietnamese.ts";
import {
  day,
  decimal,
  listOf,
  oneOf,
  refuse,
  text,
  webUrl,
  whole,
  year,
  yearSpan,
  yesOrNo,
} from "../yaml/schema.ts";

/**
 * What a writer may put in the front matter, field by field. This is the one list: the checks, the
 * suggestions for misspelt keys and the documentation follow from it.
 */

const authorRoles = ["tin", "ảnh", "video"] as const;
const correctionKinds = ["đính chính", "cải chính", "bổ sung"] as const;

/** A group, or a text alone in place of a group that has nothing but the field `short`. */
function textOr<Group extends z.ZodType>(short: string, group: Group) {
  return z
    .preprocess((value) => (typeof value === "string" ? { [short]: value } : value), group)
    .meta({ shortFor: "group", short, whole: group });
}

const author = textOr("name", z.strictObject({ name: text, role: oneOf(authorRoles).optional() }));

const noAuthor = { params: { code: "empty-value", args: {} } };

const image = textOr(
  "src",
  z.strictObject({
    src: text,
    alt: text,
    caption: text.optional(),
    credit: text.optional(),
  }),
);

const roman = z.string().transform((value, context): string => {
  const upper = value.toUpperCase();
  return isRoman(upper) ? upper : refuse(context, "bad-term", { value });
});

/**
 * `NO-TYPE/ISSUER` of the Party, `NO/YEAR/TYPE-ISSUER` and `NO/TYPE-ISSUER` of the state; spaces as
 * people type them.
 */
const documentNumberForm =
  /^\d{1,6}\s*(?:[-–]\s*\p{L}[\p{L}\d.]*\s*(?:\/\s*[\p{L}\d.&-]+)?|\/\s*(?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d.]*(?:\s*[-–]\s*[\p{L}\d.&-]+)*)$/u;

const documentNumber = z.string().transform((value, context): string => {
  if (value === "") return refuse(context, "empty-value", {});
  if (documentNumberForm.test(value)) return value;
  return refuse(context, "bad-document-number", { value });
});

const document = textOr(
  "number",
  z.strictObject({
    number: documentNumber.optional(),
    title: text.optional(),
    issuer: text.optional(),
    date: day.optional(),
    relation: text.optional(),
    url: webUrl.optional(),
  }),
);

const award = z.strictObject({
  form: oneOf(awardForms),
  status: oneOf(awardStatuses),
  by: text,
  body: text.optional(),
  to: text,
  recipients: listOf(text).optional(),
  count: whole.optional(),
  for: text.optional(),
  years: yearSpan.optional(),
  consecutive: whole.optional(),
  step: whole.optional(),
  decision: z.strictObject({ number: documentNumber.optional(), date: day.optional() }).optional(),
  doubt: text.optional(),
});

export const headSchema = z.strictObject({
  title: text,
  date: day,
  author: listOf(author).refine((authors) => authors.length > 0, noAuthor),
  unit: text,
  tags: listOf(text).optional(),
  summary: text.optional(),
  source: textOr("name", z.strictObject({ name: text, url: webUrl.optional() })).optional(),
  images: listOf(image).optional(),
  event: z
    .strictObject({
      name: text,
      ordinal: whole.optional(),
      term: roman.optional(),
      place: text.optional(),
      date: day.optional(),
    })
    .optional(),
  people: listOf(
    textOr(
      "name",
      z.strictObject({ name: text, post: listOf(text).optional(), role: text.optional() }),
    ),
  ).optional(),
  awards: listOf(award).optional(),
  documents: listOf(document).optional(),
  figures: listOf(
    z.strictObject({
      name: text,
      value: decimal,
      unit: text.optional(),
      year: year.optional(),
      of: text.optional(),
      cumulative: yesOrNo.optional(),
    }),
  ).optional(),
  corrections: listOf(
    z.strictObject({
      date: day,
      wrong: text.optional(),
      right: text,
      kind: oneOf(correctionKinds),
    }),
  ).optional(),
  draft: yesOrNo.optional(),
});

export type Head = z.output<typeof headSchema>;
