import * as z from "zod";
import { awardForms, awardRanks, awardStatuses, rankMeant, unknownCount } from "../award.ts";
import { eventKinds } from "../event.ts";
import { figureKinds } from "../figure.ts";
import { maxItems, maxLetters } from "../limits.ts";
import { isBareNumber, isDocumentNumber } from "../text/document-number.ts";
import { readAlias } from "../text/old-address.ts";
import { romanOf } from "../text/ordinals.ts";
import { isRoman } from "../text/vietnamese.ts";
import {
  decimalQuantity,
  whole,
  wholeQuantity,
  wholeQuantityOr,
  wholeSpan,
} from "../yaml/numbers.ts";
import { cut, focus } from "../yaml/percents.ts";
import {
  day,
  dayOfSpan,
  listOf,
  nameText,
  oneOf,
  partialDay,
  period,
  refuse,
  text,
  textUpTo,
  unitName,
  webUrl,
  year,
  yearSpan,
  yesOrNo,
} from "../yaml/schema.ts";
import { formMeant } from "./meant-award.ts";
import { documentIn } from "./meant-document.ts";

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

const paragraph = textUpTo(maxLetters.paragraph);

/** How many, of what, or both: `662`, `tổ chức cơ sở đảng`, `662 tổ chức cơ sở đảng`. */
const textOrNumber = textUpTo(maxLetters.line).meta({ type: ["string", "number"] });

const author = textOr(
  "name",
  z.strictObject({ name: nameText, role: oneOf(authorRoles).optional() }),
);

const noAuthor = { params: { code: "empty-value", args: {} } };

const image = textOr(
  "src",
  z.strictObject({
    src: text,
    alt: paragraph,
    caption: paragraph.optional(),
    credit: nameText.optional(),
    crop: cut.optional(),
    focus: focus.optional(),
  }),
);

/** A Roman numeral, or the years of the term: `2025-2030`. */
const term = z.string().transform((value, context): string => {
  if (value === "") return refuse(context, "empty-value", {});
  const upper = value.toUpperCase();
  if (isRoman(upper)) return upper;
  const [, from, to] = /^(\d{4})\s*[-–]\s*(\d{4})$/u.exec(value) ?? [];
  if (from !== undefined && to !== undefined && from < to) return `${from}-${to}`;
  return refuse(context, "bad-term", { value, suggestion: termMeant(value) });
});

/** Returns the term that a text names: `XIX` for `khóa XIX` and for `19`; empty when none. */
function termMeant(text: string): string {
  const [roman] = /(?<!\p{L})[IVXLC]+(?!\p{L})/u.exec(text) ?? [];
  if (roman !== undefined && isRoman(roman)) return roman;
  const [, from, to] = /(\d{4})\s*(?:[-–/]|đến)\s*(\d{4})/u.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return from < to ? `${from}-${to}` : "";
  const [, number] = /(?<!\d)([1-9]\d?)(?!\d)/u.exec(text) ?? [];
  return number === undefined ? "" : romanOf(Number(number));
}

/** Writes the hyphens of Word that do not break as others; a problem of their own tells of them. */
function withPlainHyphens(number: string): string {
  return number.replaceAll(/[\u2010\u2011]/gu, "-");
}

const documentNumber = z.string().transform((value, context): string => {
  if (value === "") return refuse(context, "empty-value", {});
  const plain = withPlainHyphens(value);
  if (plain.length <= maxLetters.name && isDocumentNumber(plain)) return plain;
  const meant = documentIn(plain).replace(/kind: [^,}]+, /u, "");
  const suggestion = meant && `decision: ${meant}`;
  return refuse(context, "bad-document-number", { value, suggestion });
});

/** A number, or the figure of one where the text says no more: "Nghị quyết số 02". */
const numberOrFigure = z.string().transform((value, context): string => {
  if (value === "") return refuse(context, "empty-value", {});
  const plain = withPlainHyphens(value);
  const isNumber = isBareNumber(plain) ? plain.length <= 6 : isDocumentNumber(plain);
  if (isNumber && plain.length <= maxLetters.name) return plain;
  const meant = plain
    .split(/[,;]|\s(?:và|&)\s/u)
    .map((part) => part.trim())
    .map((part) => (isDocumentNumber(part) ? `"${part}"` : documentIn(part)));
  const isTooLong = plain.length > maxLetters.name;
  const items = isTooLong || meant.includes("") ? [] : meant;
  return refuse(context, "bad-document-number", { value, suggestion: "" }, 0, items);
});

const otherDocuments = listOf(text, maxItems.otherDocuments).optional();

const document = textOr(
  "number",
  z.strictObject({
    number: numberOrFigure.optional(),
    kind: nameText.optional(),
    title: text.optional(),
    issuer: nameText.optional(),
    date: partialDay.optional(),
    relation: nameText.optional(),
    url: webUrl.optional(),
    file: text.optional(),
    amends: otherDocuments,
    replaces: otherDocuments,
    implements: otherDocuments,
  }),
);

const decision = z.strictObject({ number: documentNumber.optional(), date: day.optional() });

const award = z.strictObject({
  form: oneOf(
    awardForms,
    (written) => formMeant(written)?.form,
    (written) => formMeant(written)?.more ?? [],
  ),
  name: nameText.optional(),
  rank: oneOf(awardRanks, rankMeant).optional(),
  status: oneOf(awardStatuses),
  by: unitName,
  body: nameText.optional(),
  proposed_by: unitName.optional(),
  presented_by: listOf(nameText, maxItems.presenters).optional(),
  to: nameText,
  recipients: listOf(nameText, maxItems.recipients).optional(),
  count: wholeQuantityOr(unknownCount).optional(),
  for: paragraph.optional(),
  years: yearSpan.optional(),
  consecutive: whole.optional(),
  step: wholeSpan.optional(),
  occasion: nameText.optional(),
  posthumous: yesOrNo.optional(),
  early: yesOrNo.optional(),
  decision: decision.optional(),
  revocation: decision.optional(),
  doubt: paragraph.optional(),
});

const alias = z
  .string()
  .transform((value, context): string => {
    if (value === "") return refuse(context, "empty-value", {});
    return readAlias(value) ?? refuse(context, "bad-alias", { value });
  })
  .meta({ pattern: "^(/|https?://)", maxLength: maxLetters.address });

export const headSchema = z.strictObject({
  title: textUpTo(maxLetters.title),
  date: day,
  author: listOf(author, maxItems.author).refine((authors) => authors.length > 0, noAuthor),
  unit: unitName,
  place: nameText.optional(),
  tags: listOf(nameText, maxItems.tags).optional(),
  summary: paragraph.optional(),
  source: textOr("name", z.strictObject({ name: nameText, url: webUrl.optional() })).optional(),
  images: listOf(image, maxItems.images).optional(),
  event: z
    .strictObject({
      name: text,
      kind: oneOf(eventKinds).optional(),
      body: nameText.optional(),
      unit: unitName.optional(),
      ordinal: whole.optional(),
      term: term.optional(),
      place: nameText.optional(),
      date: dayOfSpan.optional(),
      to: dayOfSpan.optional(),
      agenda: listOf(text, maxItems.agenda).optional(),
    })
    .optional(),
  people: listOf(
    textOr(
      "name",
      z.strictObject({
        // One of the two is there; src/remarks/people-problems.ts sees to that.
        name: nameText.optional(),
        id: nameText.optional(),
        post: listOf(nameText, maxItems.post).optional(),
        role: nameText.optional(),
      }),
    ),
    maxItems.people,
  ).optional(),
  mentions: listOf(nameText, maxItems.mentions).optional(),
  awards: listOf(award, maxItems.awards).optional(),
  documents: listOf(document, maxItems.documents).optional(),
  figures: listOf(
    z.strictObject({
      name: text,
      value: decimalQuantity,
      unit: text.optional(),
      kind: oneOf(figureKinds).optional(),
      year: year.optional(),
      period: period.optional(),
      of: textOrNumber.optional(),
      part: wholeQuantity.optional(),
      part_of: nameText.optional(),
      about: unitName.optional(),
      cumulative: yesOrNo.optional(),
    }),
    maxItems.figures,
  ).optional(),
  corrections: listOf(
    z.strictObject({
      date: day,
      wrong: textUpTo(maxLetters.correction).optional(),
      right: textUpTo(maxLetters.correction),
      kind: oneOf(correctionKinds),
    }),
    maxItems.corrections,
  ).optional(),
  approved_by: textOr(
    "name",
    z.strictObject({ name: nameText, post: nameText.optional(), date: day.optional() }),
  ).optional(),
  withdrawn: z
    .strictObject({ date: day, reason: paragraph, replaced_by: text.optional() })
    .optional(),
  aliases: listOf(alias, maxItems.aliases).optional(),
  lead_until: day.optional(),
  draft: yesOrNo.optional(),
});

export type Head = z.output<typeof headSchema>;
