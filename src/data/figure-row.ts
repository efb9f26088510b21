import * as z from "zod";
import type { Article, Figure } from "../article.ts";
import { type Site, unitName } from "../site.ts";
import type { Dataset } from "./open-data.ts";

const row = z.strictObject({
  article_url: z.url().describe("Địa chỉ bài nêu số liệu, như trong bộ dữ liệu Bài viết."),
  article_date: z.iso.date().describe("Ngày của bài đó."),
  unit_id: z.string().describe("Mã đơn vị của bài, như trong bộ dữ liệu Đơn vị."),
  unit_name: z.string().describe("Tên đơn vị của bài, như vào ngày của bài."),
  name: z.string().describe("Tên chỉ tiêu."),
  value: z.number().describe("Giá trị."),
  value_unit: z.string().nullable().describe("Đơn vị tính, ví dụ %, đảng viên."),
  figure_year: z.int().nullable().describe("Năm mà số liệu nói về."),
  of: z.string().nullable().describe("Tính trên tổng thể nào, ví dụ tổ chức cơ sở đảng."),
  cumulative: z
    .boolean()
    .nullable()
    .describe("Gồm cả các mức cao hơn (đúng) hay chỉ riêng mức này (sai)."),
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
  return {
    article_url: site.settings.origin + article.url,
    article_date: article.date,
    unit_id: article.unit,
    unit_name: unitName(article.unit, site, article.date),
    name: figure.name,
    value: figure.value,
    value_unit: figure.unit ?? null,
    figure_year: figure.year ?? null,
    of: figure.of ?? null,
    cumulative: figure.cumulative ?? null,
    draft: article.draft,
  };
}
