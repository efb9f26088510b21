import * as z from "zod";
import type { Site } from "../site.ts";
import { changeKinds, type Unit } from "../unit.ts";
import { unitUrl } from "../urls.ts";
import type { Dataset } from "./open-data.ts";

/* What a unit has several of in time is in parallel lists, as in the rows of articles. */

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
  offshoot_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã các đơn vị tách ra từ đơn vị này trong khi đơn vị này vẫn hoạt động."),
  outside: z
    .boolean()
    .describe("Cơ quan, tổ chức ngoài hệ thống tổ chức đảng (đúng) hay tổ chức đảng (sai)."),
  history_from: z
    .array(z.union([partialDay, z.literal("")]))
    .readonly()
    .describe(
      "Từng thời kỳ mà tên gọi, loại và cấp trên không đổi bắt đầu từ khi nào; thời kỳ đầu để trống. Không có gì nếu xưa nay không đổi.",
    ),
  history_names: z.array(z.string()).readonly().describe("Tên đầy đủ trong từng thời kỳ."),
  history_short_names: z.array(z.string()).readonly().describe("Tên ngắn trong từng thời kỳ."),
  history_kinds: z.array(z.string()).readonly().describe("Loại tổ chức trong từng thời kỳ."),
  history_parent_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã đơn vị cấp trên trong từng thời kỳ; trống nếu không có."),
  history_document_codes: z
    .array(z.string())
    .readonly()
    .describe("Chữ viết tắt trong số văn bản trong từng thời kỳ."),
  change_dates: z
    .array(partialDay)
    .readonly()
    .describe("Ngày có hiệu lực của từng sự kiện trong đời đơn vị, xếp từ cũ đến mới."),
  change_kinds: z
    .array(z.enum(changeKinds))
    .readonly()
    .describe("Loại của từng sự kiện, ví dụ đổi tên, sáp nhập."),
  change_into_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã các đơn vị mà đơn vị này nhập vào hoặc tách thành, ngăn bằng dấu phẩy."),
  change_from_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã các đơn vị là gốc của đơn vị này hoặc nhập vào đơn vị này, ngăn bằng dấu phẩy."),
  change_decision_numbers: z
    .array(z.string())
    .readonly()
    .describe("Số quyết định của từng sự kiện."),
  change_decision_dates: z
    .array(z.union([z.iso.date(), z.literal("")]))
    .readonly()
    .describe("Ngày quyết định của từng sự kiện."),
  change_article_urls: z
    .array(z.union([z.url(), z.literal("")]))
    .readonly()
    .describe("Địa chỉ bài viết về từng sự kiện."),
  change_notes: z.array(z.string()).readonly().describe("Ghi chú của từng sự kiện."),
});

export type UnitRow = z.infer<typeof row>;

/** Nothing in it counts articles, so a new article leaves the file as it is. */
export const unitDataset = {
  id: "don-vi",
  title: "Đơn vị",
  description: "Mỗi dòng là một tổ chức đảng, xếp theo tên, tất cả trong một tệp.",
  row,
} as const satisfies Dataset;

export function unitRow(unit: Unit, { settings, unitById, articleByPath }: Site): UnitRow {
  const { parent, eras, changes } = unit;
  // Of most units nothing has changed; then the other columns say it all.
  const history = eras.length > 1 ? eras : [];
  const urlOf = (path: string | undefined) => {
    const article = path === undefined ? undefined : articleByPath.get(path);
    return article ? settings.origin + article.url : "";
  };
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
    offshoot_ids: unit.offshoots,
    outside: unit.outside ?? false,
    history_from: history.map(({ from }) => from ?? ""),
    history_names: history.map(({ name }) => name),
    history_short_names: history.map(({ short }) => short ?? ""),
    history_kinds: history.map(({ kind }) => kind ?? ""),
    history_parent_ids: history.map((era) => era.parent ?? ""),
    history_document_codes: history.map(({ docCode }) => docCode ?? ""),
    change_dates: changes.map(({ date }) => date),
    change_kinds: changes.map(({ kind }) => kind),
    change_into_ids: changes.map(({ into }) => into.join(", ")),
    change_from_ids: changes.map(({ from }) => from.join(", ")),
    change_decision_numbers: changes.map(({ decision }) => decision?.number ?? ""),
    change_decision_dates: changes.map(({ decision }) => decision?.date ?? ""),
    change_article_urls: changes.map(({ article }) => urlOf(article)),
    change_notes: changes.map(({ note }) => note ?? ""),
  };
}
