import * as z from "zod";
import type { Official } from "../person.ts";
import { type Site, unitName } from "../site.ts";
import { officialUrl } from "../urls.ts";
import type { Dataset } from "./open-data.ts";
import { partialDay } from "./unit-row.ts";

/** A post of an office holder as a row. */
const row = z.strictObject({
  id: z.string().describe("Mã cán bộ; các bộ dữ liệu khác dẫn đến cán bộ bằng mã này."),
  url: z.url().describe("Địa chỉ trang của cán bộ."),
  name: z.string().describe("Họ tên."),
  aliases: z.array(z.string()).readonly().describe("Các tên gọi khác."),
  post: z.string().describe("Chức vụ."),
  body: z.string().nullable().describe("Cơ quan của đơn vị, ví dụ Ban Thường vụ."),
  unit_id: z.string().nullable().describe("Mã đơn vị nơi giữ chức vụ."),
  unit_name: z.string().nullable().describe("Tên đơn vị đó."),
  valid_from: partialDay
    .nullable()
    .describe("Giữ chức vụ từ khi nào: năm, tháng hoặc ngày, tùy theo điều đã biết."),
  valid_to: partialDay
    .nullable()
    .describe("Đến khi nào, viết như trên; trống nếu đang giữ hoặc chưa biết."),
});

export type OfficialRow = z.infer<typeof row>;

/** Nothing in it counts articles, so a new article leaves the file as it is. */
export const officialDataset = {
  id: "can-bo",
  title: "Cán bộ",
  description:
    "Mỗi dòng là một chức vụ của một người, chỉ gồm người giữ chức vụ, xếp theo tên, tất cả trong một tệp.",
  row,
} as const satisfies Dataset;

export function officialRows(official: Official, site: Site): OfficialRow[] {
  const { id, name, aliases, posts } = official;
  return posts.map(({ post, body, unit, from, to }) => ({
    id,
    url: site.settings.origin + officialUrl(id),
    name,
    aliases,
    post,
    body: body ?? null,
    unit_id: unit ?? null,
    unit_name: unit === undefined ? null : unitName(unit, site),
    valid_from: from ?? null,
    valid_to: to ?? null,
  }));
}
