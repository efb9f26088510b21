import * as z from "zod";
import type { Article, ArticleImage } from "../article.ts";
import { pictureKey } from "../cut.ts";
import { eventKinds } from "../event.ts";
import { pictureUrl } from "../pictures/picture.ts";
import { placeOfEvent } from "../registers/sessions.ts";
import { type Site, unitName } from "../site.ts";
import { sessionUrl } from "../urls.ts";
import type { Dataset } from "./open-data.ts";

/**
 * An article as a row. What an article has several of is in parallel lists: the second name, the
 * second post and the second role are of one person, and an item that is not known is an empty
 * text.
 */
const row = z.strictObject({
  url: z.url().describe("Địa chỉ bài viết; các bộ dữ liệu khác dẫn đến bài bằng địa chỉ này."),
  title: z.string().describe("Tiêu đề."),
  date: z.iso.date().describe("Ngày của bài."),
  unit_id: z.string().describe("Mã đơn vị của bài, như trong bộ dữ liệu Đơn vị."),
  unit_name: z.string().describe("Tên đơn vị của bài, như vào ngày của bài."),
  authors: z.array(z.string()).readonly().describe("Tên các tác giả."),
  author_roles: z
    .array(z.enum(["tin", "ảnh", "video", ""]))
    .readonly()
    .describe("Phần việc của từng tác giả: tin, ảnh, video; trống nếu bài không ghi."),
  tags: z.array(z.string()).readonly().describe("Các chủ đề."),
  summary: z.string().describe("Tóm tắt."),
  has_lead: z
    .boolean()
    .describe("Tóm tắt do người viết đặt (đúng) hay lấy từ đoạn đầu của bài (sai)."),
  source_name: z.string().nullable().describe("Nơi đăng đầu tiên, nếu bài được dẫn lại."),
  source_url: z.url().nullable().describe("Địa chỉ ở nơi đăng đầu tiên."),
  event_name: z.string().nullable().describe("Tên hội nghị, buổi lễ mà bài đưa tin."),
  event_ordinal: z.int().nullable().describe("Lần thứ mấy, ví dụ 11."),
  event_term: z
    .string()
    .nullable()
    .describe("Khóa, viết bằng số La Mã như XIX, hoặc nhiệm kỳ như 2025-2030."),
  event_place: z.string().nullable().describe("Nơi tổ chức."),
  event_date: z.iso.date().nullable().describe("Ngày tổ chức."),
  person_names: z.array(z.string()).readonly().describe("Những người được nhắc đến."),
  person_posts: z
    .array(z.string())
    .readonly()
    .describe("Chức vụ của từng người; nhiều chức vụ ngăn bằng dấu phẩy."),
  person_roles: z
    .array(z.string())
    .readonly()
    .describe("Việc của từng người trong sự kiện, ví dụ chủ trì."),
  document_numbers: z.array(z.string()).readonly().describe("Số, ký hiệu văn bản được nhắc đến."),
  document_titles: z.array(z.string()).readonly().describe("Tên của từng văn bản."),
  document_issuers: z.array(z.string()).readonly().describe("Nơi ban hành từng văn bản."),
  document_dates: z
    .array(z.union([z.iso.date(), z.string().regex(/^(?:\d{4}(?:-\d\d)?)?$/u)]))
    .readonly()
    .describe("Ngày của từng văn bản; có khi chỉ là tháng (2022-03) hoặc năm (2022)."),
  document_relations: z
    .array(z.string())
    .readonly()
    .describe("Quan hệ của bài với từng văn bản, ví dụ quán triệt."),
  document_urls: z
    .array(z.union([z.url(), z.literal("")]))
    .readonly()
    .describe("Địa chỉ của từng văn bản."),
  image_urls: z
    .array(z.union([z.url(), z.literal("")]))
    .readonly()
    .describe("Địa chỉ các ảnh của bài (JPEG, cỡ lớn nhất); ảnh đầu là ảnh bìa."),
  image_alts: z.array(z.string()).readonly().describe("Lời tả từng ảnh cho người không nhìn thấy."),
  image_captions: z.array(z.string()).readonly().describe("Chú thích của từng ảnh."),
  image_credits: z.array(z.string()).readonly().describe("Người chụp hoặc nguồn của từng ảnh."),
  correction_dates: z.array(z.iso.date()).readonly().describe("Ngày của từng lần sửa bài."),
  correction_kinds: z
    .array(z.enum(["đính chính", "cải chính", "bổ sung"]))
    .readonly()
    .describe("Loại của từng lần sửa: đính chính, cải chính, bổ sung."),
  correction_wrong: z.array(z.string()).readonly().describe("Nội dung sai của từng lần sửa."),
  correction_right: z.array(z.string()).readonly().describe("Nội dung đúng của từng lần sửa."),
  award_lines: z
    .int()
    .describe("Số dòng khen thưởng trong bài, kể cả dòng mà bài khác đã nói đến."),
  figure_lines: z.int().describe("Số dòng số liệu trong bài."),
  draft: z.boolean().describe("Bài nháp; trên trang đã công bố luôn là sai."),
  place: z.string().nullable().describe("Nơi viết bài, như địa danh ở đầu dòng tin."),
  mention_ids: z.array(z.string()).readonly().describe("Mã những đơn vị khác mà bài nhắc đến."),
  event_url: z
    .url()
    .nullable()
    .describe("Địa chỉ trang của hội nghị, buổi lễ, như trong bộ dữ liệu Hội nghị."),
  event_kind: z.enum(eventKinds).nullable().describe("Loại hội nghị, buổi lễ."),
  event_body: z.string().nullable().describe("Cơ quan họp, như bài ghi."),
  event_unit_id: z.string().nullable().describe("Mã đơn vị họp, nếu khác đơn vị của bài."),
  event_to: z.iso.date().nullable().describe("Ngày cuối, nếu diễn ra nhiều ngày."),
  event_agenda: z.array(z.string()).readonly().describe("Nội dung chương trình."),
  person_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã của từng người trong bộ dữ liệu Cán bộ; trống nếu không có trong đó."),
  document_file_urls: z
    .array(z.union([z.url(), z.literal("")]))
    .readonly()
    .describe("Địa chỉ tệp PDF của từng văn bản trên trang này; trống nếu bài không kèm tệp."),
  approver_name: z
    .string()
    .nullable()
    .describe("Người duyệt bài, nếu bài ghi và cơ quan cho hiện."),
  approver_post: z.string().nullable().describe("Chức vụ của người duyệt."),
  approval_date: z.iso.date().nullable().describe("Ngày duyệt."),
});

export type ArticleRow = z.infer<typeof row>;

export const articleDataset = {
  id: "bai-viet",
  title: "Bài viết",
  description:
    "Mỗi dòng là một bài, xếp từ cũ đến mới, mỗi năm một tệp. Toàn văn đọc ở địa chỉ của bài.",
  row,
} as const satisfies Dataset;

export function articleRow(article: Article, site: Site): ArticleRow {
  const { authors, people, documents, images, corrections, event, source } = article;
  const { origin, showApprover } = site.settings;
  const approval = showApprover ? article.approval : undefined;
  return {
    url: origin + article.url,
    title: article.title,
    date: article.date,
    unit_id: article.unit,
    unit_name: unitName(article.unit, site, article.date),
    authors: each(authors, ({ name }) => name),
    author_roles: each(authors, ({ role }) => role ?? ""),
    tags: article.tags,
    summary: article.summary,
    has_lead: article.lead !== undefined,
    source_name: source?.name ?? null,
    source_url: source?.url ?? null,
    event_name: event?.name ?? null,
    event_ordinal: event?.ordinal ?? null,
    event_term: event?.term ?? null,
    event_place: event?.place ?? null,
    event_date: event?.date ?? null,
    person_names: each(people, ({ name }) => name),
    person_posts: each(people, ({ posts }) => posts.join(", ")),
    person_roles: each(people, ({ role = "" }) => role),
    document_numbers: each(documents, ({ number = "" }) => number),
    document_titles: each(documents, ({ title = "" }) => title),
    document_issuers: each(documents, ({ issuer = "" }) => issuer),
    document_dates: each(documents, ({ date = "" }) => date),
    document_relations: each(documents, ({ relation = "" }) => relation),
    document_urls: each(documents, ({ url = "" }) => url),
    image_urls: each(images, (image) => imageUrl(image, site)),
    image_alts: each(images, ({ alt }) => alt),
    image_captions: each(images, ({ caption = "" }) => caption),
    image_credits: each(images, ({ credit = "" }) => credit),
    correction_dates: each(corrections, ({ date }) => date),
    correction_kinds: each(corrections, ({ kind }) => kind),
    correction_wrong: each(corrections, ({ wrong = "" }) => wrong),
    correction_right: each(corrections, ({ right }) => right),
    award_lines: article.awards.length,
    figure_lines: article.figures.length,
    draft: article.draft,
    place: article.place ?? null,
    mention_ids: article.mentions,
    event_url: event ? origin + sessionUrl(placeOfEvent(event, article).address) : null,
    event_kind: event?.kind ?? null,
    event_body: event?.body ?? null,
    event_unit_id: event?.unit ?? null,
    event_to: event?.to ?? null,
    event_agenda: event?.agenda ?? none,
    person_ids: each(people, ({ id = "" }) => id),
    document_file_urls: each(documents, ({ file }) => fileUrl(file, site) ?? ""),
    approver_name: approval?.name ?? null,
    approver_post: approval?.post ?? null,
    approval_date: approval?.date ?? null,
  };
}

/** Returns the address of an attached file; undefined in a check, which publishes none. */
export function fileUrl(
  file: string | undefined,
  { attachments, settings }: Site,
): string | undefined {
  const attachment = file === undefined ? undefined : attachments.get(file);
  return attachment && settings.origin + attachment.url;
}

const none: readonly never[] = [];

/** Maps a list. Most lists of most articles are empty, and share one value. */
function each<Item, Value>(items: readonly Item[], of: (item: Item) => Value): readonly Value[] {
  return items.length === 0 ? none : items.map(of);
}

/**
 * Returns the address of the widest variant of a picture; empty in a check, which makes no
 * pictures.
 */
function imageUrl({ file, crop }: ArticleImage, { pictures, settings }: Site): string {
  const picture = pictures.get(pictureKey(file, crop));
  const widest = picture?.widths.at(-1);
  if (picture === undefined || widest === undefined) return "";
  return settings.origin + pictureUrl(picture, widest, "jpg");
}
