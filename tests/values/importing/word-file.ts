import { zipOf } from "../../../src/importing/zip.ts";

/*
 * Word files written by hand: libraries write neither what old versions of Word left in files nor
 * what the newest put there.
 */

const namespaces = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["m", "http://schemas.openxmlformats.org/officeDocument/2006/math"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main"],
  ["pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"],
  ["c", "http://schemas.openxmlformats.org/drawingml/2006/chart"],
  ["dgm", "http://schemas.openxmlformats.org/drawingml/2006/diagram"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"],
  ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["o", "urn:schemas-microsoft-com:office:office"],
]
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join("");
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Other parts of a Word file: what each is to the text, and what is in it. */
export type WordParts = Readonly<
  Record<string, { readonly type: string; readonly content: string | Uint8Array }>
>;

/** Returns a Word file of a body, and of other parts that the text refers to as `id1`, `id2`… */
export function wordFile(body: string, parts: WordParts = {}): Uint8Array {
  const part = (name: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><${name}${namespaces}>${content}</${name}>`;
  const relations = Object.entries(parts).map(
    ([path, { type }], at) =>
      `<Relationship Id="id${at + 1}" Type="${types}/${type}" Target="${path}"/>`,
  );
  const relationships = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/></Types>',
    "_rels/.rels": relationships(
      `<Relationship Id="a" Type="${types}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/document.xml": part("w:document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": relationships(relations.join("")),
  };
  for (const [path, { content }] of Object.entries(parts))
    files[`word/${path}`] =
      typeof content === "string" ? content.replace(/^<([\w:]+)/u, `<$1${namespaces}`) : content;
  return zipOf(
    new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)])),
  );
}

/** Returns a run of text, with its properties. */
export function run(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Returns a paragraph of runs, or of plain text, with its properties. */
export function paragraph(content: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith("<") ? content : run(content)}</w:p>`;
}

/** Returns a table of rows of cells. A cell may begin with its properties, before a `|`. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (written: string) => {
    const [, properties = "", content = written] =
      /^(<w:(?:vMerge|gridSpan|hMerge)[^|]*)\|(.*)$/su.exec(written) ?? [];
    const inside = /^<w:(?:p|tbl)\b/u.test(content) ? content : paragraph(content);
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
  };
  const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
  return `<w:tbl>${rows.map(row).join("")}</w:tbl>`;
}

/** Returns the part that defines lists, each by its levels: a format, a text, a start. */
export function numbering(...lists: readonly (readonly string[])[]): WordParts {
  const level = (written: string, at: number) => {
    const [format = "", text = "", start = "1"] = written.split(" ", 3);
    return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  };
  const abstracts = lists.map(
    (levels, at) =>
      `<w:abstractNum w:abstractNumId="${at}">${levels.map(level).join("")}</w:abstractNum>`,
  );
  const numbers = lists.map(
    (_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`,
  );
  const content = `<w:numbering>${abstracts.join("")}${numbers.join("")}</w:numbering>`;
  return { "numbering.xml": { type: "numbering", content } };
}

/** Returns the properties of a paragraph that is an item of a list. */
export function item(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}
