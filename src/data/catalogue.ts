import * as z from "zod";
import type { Settings } from "../settings.ts";
import { dataCatalogueUrl, dataFileUrl, dataSchemaUrl, dataUrl } from "../urls.ts";
import { type DataTable, datasets } from "./datasets.ts";
import { columnsOf, columnTypes, type Dataset } from "./open-data.ts";

const file = z
  .strictObject({
    url: z.url().describe("Địa chỉ tệp."),
    format: z.enum(["csv", "json"]),
    media_type: z.enum(["text/csv", "application/json"]),
    year: z.int().nullable().describe("Năm của các dòng; null nếu tệp gồm mọi năm."),
    rows: z.int().describe("Số dòng, không kể dòng tên cột."),
  })
  .readonly();

const column = z
  .strictObject({
    key: z.string().describe("Tên cột trong CSV, tên khóa trong JSON."),
    type: z.enum(columnTypes),
    nullable: z.boolean().describe("Có thể không có giá trị: null trong JSON, ô trống trong CSV."),
    values: z
      .array(z.string())
      .readonly()
      .describe("Các giá trị có thể có, nếu là danh sách cố định."),
    meaning: z.string().describe("Ý nghĩa của cột."),
  })
  .readonly();

const dataset = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    schema: z.url().describe("Địa chỉ JSON Schema của các tệp JSON."),
    columns: z.array(column).readonly(),
    files: z.array(file).readonly(),
  })
  .readonly();

/** The catalogue, which a machine reads first: every file of the open data, and what is in it. */
export const catalogueSchema = z
  .strictObject({
    name: z.string().describe("Tên trang tin."),
    publisher: z.string().describe("Cơ quan chủ quản."),
    terms: z.string().describe("Đề nghị đối với người sử dụng."),
    page: z.url().describe("Trang giới thiệu dữ liệu, dành cho người đọc."),
    url: z.url().describe("Địa chỉ của danh mục này."),
    schema: z.url().describe("Địa chỉ JSON Schema của danh mục này."),
    datasets: z.array(dataset).readonly(),
  })
  .meta({ title: "Danh mục dữ liệu", description: "Mọi tệp dữ liệu mở của trang tin." });

export type Catalogue = Readonly<z.infer<typeof catalogueSchema>>;

/** The id of the catalogue beside those of the datasets, for its schema. */
export const catalogueId = "danh-muc";

/** Makes the catalogue. Only counts in it change from one article to the next. */
export function catalogueOf(
  settings: Settings,
  tables: readonly DataTable[],
  shared: readonly Dataset[] = datasets,
): Catalogue {
  const { origin } = settings;
  const tablesById = Map.groupBy(tables, (table) => table.dataset.id);
  return {
    name: settings.name,
    publisher: settings.owner,
    terms: termsOf(settings),
    page: origin + dataUrl,
    url: origin + dataCatalogueUrl,
    schema: origin + dataSchemaUrl(catalogueId),
    datasets: shared.map((one) => ({
      id: one.id,
      title: one.title,
      description: one.description,
      schema: origin + dataSchemaUrl(one.id),
      columns: columnsOf(one),
      files: (tablesById.get(one.id) ?? []).flatMap(({ year, count }) =>
        (["csv", "json"] as const).map((format) => ({
          url: origin + dataFileUrl(one.id, format, year),
          format,
          media_type: mediaTypes[format],
          year: year ?? null,
          rows: count,
        })),
      ),
    })),
  };
}

const mediaTypes = { csv: "text/csv", json: "application/json" } as const;

/**
 * Returns what is asked of anyone who uses the data. It is no licence: only the owner of a site can
 * give one.
 */
function termsOf({ name }: Settings): string {
  return `Khi sử dụng, xin ghi nguồn “${name}” và dẫn địa chỉ bài viết.`;
}
