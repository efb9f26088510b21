import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync, statSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import sharp from "sharp";
import { yearOf } from "../../src/day.ts";
import { readDocx } from "../../src/importing/docx.ts";
import { draftText, type Finds, type PlacedPicture } from "../../src/importing/draft.ts";
import { readHtmlPage } from "../../src/importing/html-page.ts";
import { type ImportedDocument, ImportRefused } from "../../src/importing/imported-document.ts";
import { readPlainText } from "../../src/importing/plain-text.ts";
import { readWordPress } from "../../src/importing/wordpress.ts";
import { leftOutIn } from "../../src/text/left-out.ts";
import { todayFrom } from "../cli/option.ts";
import { makeInside } from "./creating.ts";

/*
 * Files of other programs → drafts. src/importing/ understands the documents; this module reads the
 * files and writes the drafts, for the command and for the editor.
 */

/** A larger file is no article, and may have been made to fill the memory. */
export const maxImportBytes = 80_000_000;

/**
 * Reads the documents of a file: one, or all of an export, with notes for the writer. Throws
 * `ImportRefused` for what cannot be imported.
 */
export async function readDocuments(
  file: string,
): Promise<{ documents: readonly ImportedDocument[]; notes: string[] }> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new ImportRefused(`Không có tệp “${file}”.`);
  if (!found.isFile()) throw new ImportRefused(`“${file}” không phải là một tệp.`);
  if (found.size > maxImportBytes)
    throw new ImportRefused("Tệp lớn quá 80 MB, không phải một bài viết.");
  const bytes = readFileSync(file);
  switch (extname(file).toLowerCase()) {
    case ".docx":
      return { documents: [await readDocx(bytes)], notes: [] };
    case ".html":
    case ".htm":
      return { documents: [readHtmlPage(decoded(bytes), (src) => besides(file, src))], notes: [] };
    case ".txt":
    case ".md":
      return { documents: [readPlainText(decoded(bytes))], notes: [] };
    case ".xml": {
      const { documents, skipped } = readWordPress(decoded(bytes));
      const notes =
        skipped === 0
          ? []
          : [`Bỏ qua ${skipped} mục không phải bài viết (trang, tệp đính kèm, trình đơn).`];
      return { documents, notes };
    }
    case ".doc":
      throw new ImportRefused(
        "Tệp .doc là kiểu cũ. Mở bằng Word, chọn Lưu thành… (Save as) kiểu .docx rồi nhập lại.",
      );
    case ".pdf":
      throw new ImportRefused(
        "Không nhập được PDF. Hãy dùng tệp Word gốc, hoặc chép phần chữ vào tệp .txt.",
      );
    default:
      throw new ImportRefused(
        `Không nhập được tệp “${basename(file)}”. Lệnh nhận .docx, .html, .txt và tệp xuất .xml của WordPress.`,
      );
  }
}

/**
 * Decodes a text: UTF-16 with a byte order mark, UTF-8, the encoding that the page names, or what
 * Windows used in Viet Nam before.
 */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  const start = Buffer.from(bytes.subarray(0, 2_000)).toString("latin1");
  const [, named] = /charset\s*=\s*["']?([\w-]+)/iu.exec(start) ?? [];
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const label = named === undefined || /utf-?8/iu.test(named) ? "windows-1252" : named;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }
}

/** Reads a picture that a browser saved with a page: below the page's folder, or a data URL. */
function besides(file: string, src: string): Uint8Array | undefined {
  const data = /^data:image\/[\w+.-]+;base64,(.+)$/su.exec(src)?.[1];
  if (data !== undefined) return Buffer.from(data, "base64");
  if (/^(?:[a-z]+:|\/)/iu.test(src)) return undefined;
  const folder = resolve(dirname(file));
  const path = resolve(folder, decodeSafely(src.split(/[?#]/u)[0]!));
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!path.startsWith(folder + sep) || !found?.isFile() || found.size > maxImportBytes)
    return undefined;
  return readFileSync(path);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Returns the folder for a draft. Articles of one export with the same name get numbers in their
 * order, so that they get the same numbers when it is imported again.
 *
 * @param used the folders of this run; the new one is added
 */
export function freshFolder(finds: Finds, content: string, used: Set<string>): string {
  const year = String(yearOf(finds.date ?? todayFrom(undefined)));
  const first = join(content, year, finds.slug || "bai-nhap");
  let folder = first;
  for (let number = 2; used.has(folder); number += 1) folder = `${first}-${number}`;
  used.add(folder);
  return folder;
}

/** Writes the folder of a draft as a whole or not at all. Returns the path of its Markdown file. */
export async function writeDraft(
  finds: Finds,
  document: ImportedDocument,
  content: string,
  folder: string,
): Promise<string> {
  const beside = join(dirname(folder), `.${basename(folder)}.nhap-${randomUUID()}`);
  await makeInside(content, beside);
  try {
    const pictures: PlacedPicture[] = [];
    for (const { src, alt, caption } of finds.pictures) {
      const bytes = src === undefined ? undefined : document.pictures.get(src);
      const placed = bytes && (await placePicture(bytes, beside, pictures.length + 1));
      pictures.push({ alt, caption, ...(placed ? { name: placed } : {}) });
    }
    await writeFile(join(beside, "index.md"), draftText(finds, pictures), { flag: "wx" });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  return join(folder, "index.md");
}

/**
 * Writes a picture and returns the name of its file; undefined when it cannot be read. Formats of
 * the web stay as they are, and any other is converted to PNG.
 */
async function placePicture(
  bytes: Uint8Array,
  folder: string,
  number: number,
): Promise<string | undefined> {
  try {
    const { format } = await sharp(bytes).metadata();
    const ending = { jpeg: "jpg", png: "png", webp: "webp", avif: "avif" }[format as string];
    const name = `anh-${number}.${ending ?? "png"}`;
    await writeFile(
      join(folder, name),
      ending === undefined ? await sharp(bytes).png().toBuffer() : bytes,
    );
    return name;
  } catch {
    return undefined;
  }
}

/** At most this many things that could not be brought over are named one by one. */
const mostNamed = 10;

function leftOutLines(body: string): string[] {
  const names = leftOutIn(body);
  if (names.length === 0) return [];
  const more = names.length - mostNamed;
  return [
    `Chưa lấy được ${names.length} chỗ; trong bài có dấu [Chưa lấy được: …] ở từng chỗ:`,
    ...names.slice(0, mostNamed).map((name) => `- ${name}`),
    ...(more > 0 ? [`- và ${more} chỗ khác`] : []),
  ];
}

/** Says what was found in a document, and what its writer should check. */
export function findsText(finds: Finds): string {
  const { awards, figures, documents, pictures, people } = finds;
  const withFile = pictures.filter(({ src }) => src !== undefined).length;
  const lines = [
    `Tiêu đề: ${finds.title ?? "chưa rõ"}`,
    `Ngày: ${finds.date ?? "chưa rõ"}`,
    `Người viết: ${finds.authors.map(({ name }) => name).join(", ") || "chưa rõ"}`,
    `Đơn vị: ${finds.unit?.name ?? "chưa rõ"}`,
    ...(finds.source ? [`Nguồn: ${finds.source.name}`] : []),
    `Ảnh: ${withFile}, chú thích chưa có ảnh: ${pictures.length - withFile}`,
    `Văn bản: ${documents.map(({ number }) => number).join(", ") || "không thấy"}`,
    `Đề xuất để xem lại (đang là ghi chú trong tệp): ${awards.length} mục khen thưởng, ${figures.length} số liệu, ${people.length} nhân sự`,
    ...leftOutLines(finds.body),
    ...finds.notes.map((note) => `Xin xem lại: ${note}`),
    ...(withFile > 0 ? ["Xin xem lại: mỗi ảnh cần một lời tả cho người không nhìn được ảnh."] : []),
  ];
  return `${lines.join("\n")}\nBài nhập vào là bản nháp. Chạy npm run check để xem còn chỗ nào cần sửa.`;
}
