import * as z from "zod";
import type { Site } from "../site.ts";
import type { Unit } from "../unit.ts";
import { unitUrl } from "../urls.ts";
import type { Dataset } from "./open-data.ts";

/** A date as far as it is known: a year, a month or a day. */
const partialDay = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u);

const row = z.strictObject({
  id: z.string().describe("Mã đơn vị; các bộ dữ liệu khác dẫn đến đơn vị bằng mã này."),
  url: z.url().describe("Địa chỉ trang của đơn vị."),
  name: z.string().describe("Tên đầy đủ."),
  short_name: z.string().nullable().describe("Tên ngắn."),
  aliases: z.array(z.string()).readonly().describe("Các tên gọi khác."),
  kind: z.string().nullable().describe("Loại tổ chức, ví dụ đảng bộ cơ sở, chi bộ."),
  parent_id: z.string().nullable().describe("Mã đơn vị cấp trên trực tiếp."),
  parent_name: z.string().nullable().describe("Tên đơn vị cấp trên trực tiếp."),
  document_code: z.string().nullable().describe("Chữ viết tắt của đơn vị trong số văn bản."),
  valid_from: partialDay
    .nullable()
    .describe("Có từ khi nào: năm, tháng (2010-07) hoặc ngày (2010-07-01), tùy theo điều đã biết."),
  valid_to: partialDay.nullable().describe("Có đến khi nào, viết như trên; trống nếu đang còn."),
  successor_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã các đơn vị kế tục, sau khi sáp nhập, chia tách hoặc kết thúc hoạt động."),
});

export type UnitRow = z.infer<typeof row>;

/** Nothing in it counts articles, so a new article leaves the file as it is. */
export const unitDataset = {
  id: "don-vi",
  title: "Đơn vị",
  description: "Mỗi dòng là một tổ chức đảng, xếp theo tên, tất cả trong một tệp.",
  row,
} as const satisfies Dataset;

export function unitRow(unit: Unit, { settings, unitById }: Site): UnitRow {
  const { parent } = unit;
  return {
    id: unit.id,
    url: settings.origin + unitUrl(unit.id),
    name: unit.name,
    short_name: unit.short ?? null,
    aliases: unit.aliases,
    kind: unit.kind ?? null,
    parent_id: parent ?? null,
    parent_name: parent === undefined ? null : (unitById.get(parent)?.unit.name ?? null),
    document_code: unit.docCode ?? null,
    valid_from: unit.validFrom ?? null,
    valid_to: unit.validTo ?? null,
    successor_ids: unit.successors,
  };
}
