import type { Info } from "csv-parse";
import { parse } from "csv-parse/sync";
import { folderName } from "../../src/front-matter/new-article.ts";
import { decodeText } from "../../src/importing/text-encoding.ts";
import { compose } from "../../src/text/compose.ts";
import { fold } from "../../src/text/vietnamese.ts";
import { yamlText } from "../../src/text/yaml-text.ts";
import { WrongUse } from "../cli/option.ts";

/** A unit as a list of an office names it. */
export type ListedUnit = {
  readonly id: string;
  readonly name: string;
  readonly short?: string;
  readonly kind?: string;
  /** Id of the unit above. */
  readonly parent?: string;
  readonly doc_code?: string;
};

/** Units read from a list, and what was in it that a unit has no place for. */
export type UnitList = {
  readonly units: readonly ListedUnit[];
  /** Titles of columns. */
  readonly unread: readonly string[];
};

/** What a column may be called, folded. */
const columns = {
  id: ["id", "ma", "ma don vi"],
  name: ["name", "ten", "ten don vi", "don vi"],
  short: ["short", "ten gon", "ten ngan", "ten viet gon"],
  kind: ["kind", "loai", "loai to chuc", "loai hinh"],
  parent: ["parent", "cap tren", "truc thuoc", "don vi cap tren", "thuoc"],
  doc_code: ["doc_code", "ky hieu", "ky hieu van ban"],
} as const;

type Column = keyof typeof columns;
type Row = Partial<Record<Column, string>> & { readonly line: number };

/**
 * Reads a list of units: a table (.csv), or a text with one name in each line, where a name that
 * begins further to the right is below the one before. Throws `WrongUse`.
 *
 * @param file its name, for messages and for the format
 */
export function readUnitList(bytes: Uint8Array, file: string): UnitList {
  const text = compose(decodeText(bytes));
  const list = /\.csv$/iu.test(file) ? fromTable(text, file) : fromLines(text);
  if (list.units.length === 0) throw new WrongUse(`Không có tên đơn vị nào trong ${file}.`);
  return list;
}

/** Returns a list of one unit. */
export function onlyUnit(name: string): ListedUnit {
  return { id: folderName(name), name };
}

/** Returns content/units.yaml of some units. */
export function unitsText(units: readonly ListedUnit[]): string {
  const items = units.map((unit) => {
    const lines = yamlText(unit).trimEnd().split("\n");
    return lines.map((line, at) => `${at === 0 ? "- " : "  "}${line}\n`).join("");
  });
  return `# Danh mục đơn vị. Mỗi bài có dòng "unit:" trỏ tới một đơn vị ở đây (bằng id hoặc tên).
# id nằm trong địa chỉ trang nên xin đừng đổi về sau. Các khóa khác (kind là loại tổ chức, valid_from,
# changes khi đơn vị sáp nhập hay đổi tên …): xem docs/huong-dan.md, phần 7.

${items.join("\n")}`;
}

function fromTable(text: string, file: string): UnitList {
  let table: { readonly record: string[]; readonly raw: string; readonly info: Info }[];
  try {
    // Excel in Viet Nam writes semicolons.
    const [first = ""] = text.split("\n", 1);
    const delimiter = [";", "\t", ","].find((sign) => first.includes(sign)) ?? ",";
    table = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      raw: true,
    }) as unknown as typeof table;
  } catch (error) {
    throw new WrongUse(
      `Không đọc được ${file} như một bảng CSV: ${error instanceof Error ? error.message : error}`,
    );
  }
  const [{ record: titles } = { record: [] }, ...rows] = table;
  const known = titles.map((title) => columnOf(title));
  if (!known.includes("name"))
    throw new WrongUse(
      `Dòng đầu của ${file} phải là tên các cột, trong đó có cột “tên”; có thể thêm “mã”, “tên gọn”, “loại”, “cấp trên”, “ký hiệu”. Đang có: ${titles.join(", ") || "không có gì"}.`,
    );
  const all = rows.map(({ record: cells, raw, info }): Row => {
    const row: Partial<Record<Column, string>> = {};
    for (const [column, title] of known.entries()) {
      const cell = cells[column]?.replaceAll(/\s+/gu, " ");
      if (title !== undefined && cell !== undefined && cell !== "") row[title] = cell;
    }
    // The parser counts to the end of a row, and a cell may have several lines.
    return { ...row, line: info.lines - raw.trim().split("\n").length + 1 };
  });
  const unread = titles.filter((title, at) => known[at] === undefined && title !== "");
  return { units: unitsOf(all, file), unread };
}

function columnOf(title: string): Column | undefined {
  const folded = fold(title).trim();
  return (Object.keys(columns) as Column[]).find((column) =>
    (columns[column] as readonly string[]).includes(folded),
  );
}

function unitsOf(rows: readonly Row[], file: string): ListedUnit[] {
  const named = rows.filter((row) => row.name !== undefined);
  const nameless = rows.find(
    ({ name, line: _, ...rest }) => name === undefined && Object.keys(rest).length > 0,
  );
  if (nameless) throw new WrongUse(`${file}, dòng ${nameless.line}: thiếu tên đơn vị.`);
  const given = givenIds(named, file);
  const made = idsOf(
    named.filter(({ id }) => id === undefined).map(({ name }) => folderName(name!)),
    given,
  ).values();
  const ids = named.map(({ id }) => id ?? made.next().value!);
  const byWords = new Map<string, Set<string>>();
  for (const [at, { id, name, short }] of named.entries())
    for (const words of [id, name, short]) {
      if (words === undefined) continue;
      const key = fold(words);
      byWords.set(key, (byWords.get(key) ?? new Set()).add(ids[at]!));
    }
  const idOf = ({ name, parent, line }: Row): string | undefined => {
    if (parent === undefined || given.has(parent)) return parent;
    const [above, other] = byWords.get(fold(parent)) ?? [];
    if (above === undefined)
      throw new WrongUse(
        `${file}, dòng ${line}: cấp trên “${parent}” của “${name}” không có dòng nào trong danh sách.`,
      );
    if (other !== undefined)
      throw new WrongUse(
        `${file}, dòng ${line}: có nhiều đơn vị tên là “${parent}”, nên không rõ cấp trên của “${name}” là đơn vị nào. Xin thêm cột “mã” cho các đơn vị ấy, rồi ghi mã vào cột “cấp trên”.`,
      );
    return above;
  };
  return named.map((row, at) => {
    const { id: _id, parent: _parent, line: _line, name, ...rest } = row;
    const above = idOf(row);
    return {
      id: ids[at]!,
      name: name!,
      ...rest,
      ...(above === undefined ? {} : { parent: above }),
    };
  });
}

/** Returns the ids that a table gives. Throws `WrongUse` when one is there twice. */
function givenIds(rows: readonly Row[], file: string): Set<string> {
  const given = new Set<string>();
  for (const { id, name, line } of rows) {
    if (id === undefined) continue;
    if (given.has(id))
      throw new WrongUse(
        `${file}, dòng ${line}: mã “${id}” của “${name}” đã dùng cho một đơn vị ở trên. Xin cho mỗi đơn vị một mã riêng.`,
      );
    given.add(id);
  }
  return given;
}

function fromLines(text: string): UnitList {
  const lines = text.split(/\r?\n/u);
  const named = lines.flatMap((line) => {
    const [, indent = "", name = ""] =
      /^(\s*)(?:(?:[-–*•+]|(?:\d+(?:\.\d+)*|[IVX]+)[.)])\s+)?(.*?)\s*$/u.exec(line) ?? [];
    const depth = indent.replaceAll("\t", "    ").length;
    return name === "" ? [] : [{ name: name.replaceAll(/\s+/gu, " "), depth }];
  });
  const ids = idsOf(named.map(({ name }) => folderName(name)));
  const above: { readonly id: string; readonly depth: number }[] = [];
  const units = named.map(({ name, depth }, at): ListedUnit => {
    while (above.length > 0 && above.at(-1)!.depth >= depth) above.pop();
    const parent = above.at(-1)?.id;
    const id = ids[at]!;
    above.push({ id, depth });
    return { id, name, ...(parent === undefined ? {} : { parent }) };
  });
  return { units, unread: [] };
}

/** Returns ids of which no two are the same, and none is given; a later one gets a number. */
function idsOf(wanted: readonly string[], given: ReadonlySet<string> = new Set()): string[] {
  const taken = new Set(given);
  const numbers = new Map<string, number>();
  return wanted.map((wish) => {
    const first = wish || "don-vi";
    let id = first;
    while (taken.has(id)) {
      const number = (numbers.get(first) ?? 1) + 1;
      numbers.set(first, number);
      id = `${first}-${number}`;
    }
    taken.add(id);
    return id;
  });
}
