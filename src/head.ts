import * as z from "zod";
import { awardForms, awardStatuses } from "./award.ts";
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
} from "./schema.ts";
import { isRoman } from "./vietnamese.ts";

/**
 * What a writer may put in the front matter, field by field. This is the one list: the checks, the
 * suggestions for misspelt keys and the documentation follow from it.
 */

const authorRoles = ["tin", "ảnh", "video"] as const;
const correctionKinds = ["đính chính", "cải chính", "bổ sung"] as const;

/** A name alone stands for a group with only that name. */
function nameOr<Shape extends z.ZodType>(group: Shape) {
  return z
    .preprocess((value) => (typeof value === "string" ? { name: value } : value), group)
    .meta({ shortFor: "group", whole: group });
}

const author = nameOr(z.strictObject({ name: text, role: oneOf(authorRoles).optional() }));

const noAuthor = { params: { code: "empty-value", args: {} } };

const imageGroup = z.strictObject({
  src: text,
  alt: text,
  caption: text.optional(),
  credit: text.optional(),
});
const image = z
  .preprocess((value) => (typeof value === "string" ? { src: value } : value), imageGroup)
  .meta({ shortFor: "group", whole: imageGroup });

const roman = z.string().transform((value, context): string => {
  const upper = value.toUpperCase();
  return isRoman(upper) ? upper : refuse(context, "bad-term", { value });
});

/** `NO-TYPE/ISSUER` of the Party, `NO/YEAR/TYPE-ISSUER` and `NO/TYPE-ISSUER` of the state; spaces as people type them. */
const documentNumberForm =
  /^\d{1,6}\s*(?:[-–]\s*\p{L}[\p{L}\d.]*\s*(?:\/\s*[\p{L}\d.&-]+)?|\/\s*(?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d.]*(?:\s*[-–]\s*[\p{L}\d.&-]+)*)$/u;

const documentNumber = z.string().transform((value, context): string => {
  if (value === "") return refuse(context, "empty-value", {});
  if (documentNumberForm.test(value)) return value;
  return refuse(context, "bad-document-number", { value });
});

/** A number alone stands for a document of that number. */
const documentGroup = z.strictObject({
  number: documentNumber.optional(),
  title: text.optional(),
  issuer: text.optional(),
  date: day.optional(),
  relation: text.optional(),
  url: webUrl.optional(),
});
const document = z
  .preprocess((value) => (typeof value === "string" ? { number: value } : value), documentGroup)
  .meta({ shortFor: "group", whole: documentGroup });

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
  source: nameOr(z.strictObject({ name: text, url: webUrl.optional() })).optional(),
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
    nameOr(z.strictObject({ name: text, post: listOf(text).optional(), role: text.optional() })),
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

/** What each key is for, in the words of its writers; editors show it beside the key. */
export const headHelp: Readonly<Record<keyof Head, string>> = {
  title: "Tiêu đề bài, đặt trong ngoặc kép.",
  date: "Ngày của bài: 2024-01-31 hoặc 31/1/2024.",
  author: "Người viết; nhiều người thì ghi thành danh sách.",
  unit: "Mã, tên hoặc tên khác của đơn vị trong units.yaml.",
  tags: "Chủ đề; bài cùng chủ đề nằm chung một trang.",
  summary: "Tóm tắt một hai câu; bỏ trống thì lấy đoạn đầu của bài.",
  source: "Nơi lấy tin, khi bài đăng lại.",
  images: "Ảnh đặt cùng thư mục với bài; ảnh đầu tiên là ảnh bìa.",
  event: "Hội nghị hay sự kiện mà bài viết về.",
  people: "Người giữ chức vụ được nhắc trong bài.",
  awards: "Khen thưởng; mỗi hình thức một mục. Đề xuất không tính là đã khen.",
  documents: "Văn bản mà bài nhắc đến.",
  figures: "Số liệu: chỉ gồm chữ số, dấu chấm là dấu thập phân.",
  corrections: "Đính chính, cải chính, bổ sung sau khi đăng.",
  draft: "true: bài nháp, chưa đăng.",
};
