import * as z from "zod";
import type { DocumentRelation } from "../document.ts";
import type { DocumentEntry } from "../registers/document-entry.ts";
import { type Site, unitName } from "../site.ts";
import { fileUrl } from "./article-row.ts";
import type { Dataset } from "./open-data.ts";

const others = (what: string) => z.array(z.string()).readonly().describe(what);

/** A document of the register as a row. */
const row = z.strictObject({
  url: z.url().describe("Địa chỉ trang của văn bản."),
  number: z.string().nullable().describe("Số, ký hiệu; có khi chỉ là con số, ví dụ 02."),
  kind: z.string().nullable().describe("Loại văn bản, ví dụ Nghị quyết, Chỉ thị."),
  title: z.string().nullable().describe("Tên văn bản, theo bài mới nhất có ghi."),
  issuer: z.string().nullable().describe("Cơ quan ban hành."),
  issuer_id: z.string().nullable().describe("Mã đơn vị ban hành, như trong bộ dữ liệu Đơn vị."),
  issuer_name: z.string().nullable().describe("Tên đơn vị đó."),
  date: z
    .string()
    .nullable()
    .describe("Ngày ban hành; có khi chỉ là tháng (2022-03) hoặc năm (2022)."),
  source_url: z.url().nullable().describe("Địa chỉ toàn văn trên mạng."),
  amends: others(
    "Địa chỉ trang của các văn bản mà văn bản này sửa đổi, bổ sung; hoặc tên nếu chưa có trang.",
  ),
  replaces: others("Các văn bản mà văn bản này thay thế, ghi như trên."),
  implements: others("Các văn bản mà văn bản này thực hiện, ghi như trên."),
  article_urls: z
    .array(z.url())
    .readonly()
    .describe("Địa chỉ các bài nhắc đến văn bản, từ cũ đến mới."),
  relations: z
    .array(z.string())
    .readonly()
    .describe("Quan hệ của từng bài với văn bản, ví dụ quán triệt; trống nếu bài không ghi."),
  file_url: z.url().nullable().describe("Địa chỉ tệp PDF của văn bản trên trang này."),
  draft: z.boolean().describe("Chỉ có trong bài nháp; trên trang đã công bố luôn là sai."),
});

export type DocumentRow = z.infer<typeof row>;

export const documentDataset = {
  id: "van-ban",
  title: "Văn bản",
  description:
    "Mỗi dòng là một văn bản mà bài viết nhắc đến hoặc theo đó đơn vị thay đổi, xếp theo ngày có bài đầu tiên nhắc đến; cùng số mà khác năm ban hành là hai văn bản.",
  row,
} as const satisfies Dataset;

export function documentRow(entry: DocumentEntry, site: Site): DocumentRow {
  const { url, number, kind, title, issuer, unit, date, source, citations } = entry;
  const { origin } = site.settings;
  const targets = (relation: DocumentRelation) =>
    entry.does[relation].map(({ written, entry }) => (entry ? origin + entry.url : written));
  return {
    url: origin + url,
    number: number ?? null,
    kind: kind ?? null,
    title: title ?? null,
    issuer: issuer ?? null,
    issuer_id: unit ?? null,
    issuer_name: unit === undefined ? null : unitName(unit, site),
    date: date ?? null,
    source_url: source ?? null,
    amends: targets("amends"),
    replaces: targets("replaces"),
    implements: targets("implements"),
    article_urls: citations.map(({ article }) => origin + article.url),
    relations: citations.map(({ relations }) => relations.join(", ")),
    file_url: fileUrl(entry.file, site) ?? null,
    draft: citations.length > 0 && citations.every(({ article }) => article.draft),
  };
}
