import * as z from "zod";
import type { Article } from "../article.ts";
import { type Figure, figureKinds, formatWhole, isTarget } from "../figure.ts";
import { periodName, yearOfPeriod } from "../period.ts";
import { bounds, exactly, formatQuantity } from "../quantity.ts";
import { type Site, unitName } from "../site.ts";
import type { Dataset } from "./open-data.ts";

const row = z.strictObject({
  article_url: z.url().describe("Địa chỉ bài nêu số liệu, như trong bộ dữ liệu Bài viết."),
  article_date: z.iso.date().describe("Ngày của bài đó."),
  unit_id: z.string().describe("Mã đơn vị của bài, như trong bộ dữ liệu Đơn vị."),
  unit_name: z.string().describe("Tên đơn vị của bài, như vào ngày của bài."),
  name: z.string().describe("Tên chỉ tiêu."),
  value: z
    .number()
    .nullable()
    .describe("Giá trị chính xác; trống khi nguồn chỉ nói ước chừng hoặc nêu một khoảng."),
  value_unit: z.string().nullable().describe("Đơn vị tính, ví dụ %, đảng viên."),
  figure_year: z.int().nullable().describe("Năm mà số liệu nói về; trống khi kỳ dài hơn một năm."),
  of: z.string().nullable().describe("Tính trên tổng thể nào, ví dụ tổ chức cơ sở đảng."),
  cumulative: z
    .boolean()
    .nullable()
    .describe("Gồm cả các mức cao hơn (đúng) hay chỉ riêng mức này (sai)."),
  value_text: z.string().describe("Giá trị như nguồn nêu, ví dụ khoảng 1.600 hoặc 30–35."),
  value_from: z
    .number()
    .describe("Con số được nêu, hoặc đầu nhỏ của khoảng; đọc cùng cột bound và value_to."),
  value_to: z.number().nullable().describe("Đầu lớn của khoảng, tính cả số ấy."),
  bound: z.enum(bounds).nullable().describe("Chữ đi trước con số ước chừng."),
  kind: z.enum(figureKinds).describe("Kết quả đã đạt, hay chỉ tiêu phải đạt."),
  period: z.string().nullable().describe("Kỳ mà số liệu nói về, như trang web gọi."),
  period_from: z.string().nullable().describe("Tháng đầu của kỳ, dạng năm-tháng."),
  period_to: z.string().nullable().describe("Tháng cuối của kỳ, tính cả tháng ấy."),
  of_count: z.int().nullable().describe("Tổng thể ở cột of gồm bao nhiêu."),
  part: z.string().nullable().describe("Tỷ lệ ứng với số lượng bao nhiêu, như nguồn nêu."),
  part_of: z
    .string()
    .nullable()
    .describe("Nhóm chia phần: số liệu cùng nhóm trong một bài cộng lại thành tất cả."),
  about_id: z.string().describe("Mã đơn vị mà số liệu nói về; thường là đơn vị của bài."),
  about_name: z.string().describe("Tên đơn vị đó."),
  series_id: z
    .string()
    .nullable()
    .describe("Mã dãy số liệu; số liệu cùng mã là cùng một thứ qua các kỳ."),
  draft: z.boolean().describe("Từ bài nháp; trên trang đã công bố luôn là sai."),
});

export type FigureRow = z.infer<typeof row>;

export const figureDataset = {
  id: "so-lieu",
  title: "Số liệu",
  description:
    "Mỗi dòng là một con số mà một bài nêu, mỗi năm đăng bài một tệp. Nhiều bài có thể nêu cùng một con số, nên không nên cộng các dòng lại.",
  row,
} as const satisfies Dataset;

export function figureRow(figure: Figure, article: Article, site: Site): FigureRow {
  const { period, of } = figure;
  const about = figure.about ?? article.unit;
  return {
    article_url: site.settings.origin + article.url,
    article_date: article.date,
    unit_id: article.unit,
    unit_name: unitName(article.unit, site, article.date),
    name: figure.name,
    value: exactly(figure.value) ?? null,
    value_unit: figure.unit ?? null,
    figure_year: (period && yearOfPeriod(period)) ?? null,
    of: of ? formatWhole(of) : null,
    cumulative: figure.cumulative ?? null,
    value_text: formatQuantity(figure.value),
    value_from: figure.value.value,
    value_to: figure.value.to ?? null,
    bound: figure.value.bound ?? null,
    kind: isTarget(figure) ? "chỉ tiêu" : "kết quả",
    period: period ? periodName(period) : null,
    period_from: period?.from ?? null,
    period_to: period?.to ?? null,
    of_count: of?.count ?? null,
    part: figure.part ? formatQuantity(figure.part) : null,
    part_of: figure.partOf ?? null,
    about_id: about,
    about_name: unitName(about, site, article.date),
    series_id: site.seriesOf(figure)?.id ?? null,
    draft: article.draft,
  };
}
