import * as z from "zod";
import { eventKinds } from "../event.ts";
import type { Session } from "../registers/sessions.ts";
import { type Site, unitName } from "../site.ts";
import { sessionUrl } from "../urls.ts";
import type { Dataset } from "./open-data.ts";

/** A session as a row, however many articles tell of it. */
const row = z.strictObject({
  url: z.url().describe("Địa chỉ trang của hội nghị, buổi lễ."),
  year: z.int().describe("Năm của ngày đầu."),
  unit_id: z.string().describe("Mã đơn vị tổ chức, như trong bộ dữ liệu Đơn vị."),
  unit_name: z.string().describe("Tên đơn vị đó."),
  name: z.string().describe("Tên, như bài mới nhất ghi."),
  kind: z.enum(eventKinds).nullable().describe("Loại."),
  body: z.string().nullable().describe("Cơ quan họp, ví dụ Ban Chấp hành."),
  term: z
    .string()
    .nullable()
    .describe("Khóa bằng chữ số La Mã như XIX, hoặc các năm của nhiệm kỳ như 2025-2030."),
  ordinal: z.int().nullable().describe("Lần thứ mấy của khóa ấy."),
  date: z.iso.date().describe("Ngày đầu."),
  date_to: z.iso.date().nullable().describe("Ngày cuối, nếu diễn ra nhiều ngày."),
  is_date_stated: z
    .boolean()
    .describe("Ngày do bài ghi (đúng) hay chỉ là ngày của bài đầu tiên đưa tin (sai)."),
  place: z.string().nullable().describe("Nơi tổ chức."),
  agenda: z.array(z.string()).readonly().describe("Nội dung chương trình."),
  person_names: z.array(z.string()).readonly().describe("Những người có mặt mà các bài nêu tên."),
  person_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã của từng người trong bộ dữ liệu Cán bộ; trống nếu không có trong đó."),
  person_roles: z.array(z.string()).readonly().describe("Việc của từng người, ví dụ chủ trì."),
  article_urls: z
    .array(z.url())
    .readonly()
    .describe("Địa chỉ các bài đưa tin, từ cũ đến mới, như trong bộ dữ liệu Bài viết."),
  draft: z.boolean().describe("Chỉ có trong bài nháp; trên trang đã công bố luôn là sai."),
});

export type SessionRow = z.infer<typeof row>;

export const sessionDataset = {
  id: "hoi-nghi",
  title: "Hội nghị",
  description:
    "Mỗi dòng là một hội nghị, đại hội, buổi lễ hay kỳ sinh hoạt, mỗi năm một tệp. Nhiều bài cùng đưa tin thì vẫn chỉ có một dòng.",
  row,
} as const satisfies Dataset;

export function sessionRow(session: Session, site: Site): SessionRow {
  const { origin } = site.settings;
  const people = session.articles.flatMap((article) => article.people);
  return {
    url: origin + sessionUrl(session.address),
    year: Number(session.from.slice(0, 4)),
    unit_id: session.unit,
    unit_name: unitName(session.unit, site, session.from),
    name: session.name,
    kind: session.kind ?? null,
    body: session.body ?? null,
    term: session.term ?? null,
    ordinal: session.ordinal ?? null,
    date: session.from,
    date_to: session.to ?? null,
    is_date_stated: session.isDayStated,
    place: session.place ?? null,
    agenda: session.agenda,
    person_names: people.map(({ name }) => name),
    person_ids: people.map(({ id = "" }) => id),
    person_roles: people.map(({ role = "" }) => role),
    article_urls: session.articles.map(({ url }) => origin + url),
    draft: session.articles.every(({ draft }) => draft),
  };
}
