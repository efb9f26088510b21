import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { parseDay, yearOf } from "../../src/day.ts";
import { articleForm } from "../../src/front-matter/article-form.ts";
import { addressKey } from "../../src/importing/address-key.ts";
import { lossesOf } from "../../src/importing/comparing.ts";
import { readDocx } from "../../src/importing/docx.ts";
import { draftText, type Finds, type PlacedPicture } from "../../src/importing/draft.ts";
import { readHtmlPage } from "../../src/importing/html-page.ts";
import { type ImportedDocument, ImportRefused } from "../../src/importing/imported-document.ts";
import { readMarkdownText } from "../../src/importing/markdown-text.ts";
import { readPlainText } from "../../src/importing/plain-text.ts";
import { readablePicture } from "../../src/importing/readable-picture.ts";
import { brokenIn, decodeText } from "../../src/importing/text-encoding.ts";
import { feedWords } from "../../src/importing/wordpress-site.ts";
import { preparePicture } from "../../src/pictures/prepared.ts";
import { escapeHtml } from "../../src/text/escape-html.ts";
import { leftOutIn, quoted } from "../../src/text/left-out.ts";
import { mergeConflictsIn } from "../../src/text/merge-conflict.ts";
import { todayFrom } from "../cli/option.ts";
import { makeInside, takenBy } from "./creating.ts";
import { callFor } from "./given.ts";
import { firstOf, picturesBeside, uploadedPictures } from "./picture-sources.ts";

/*
 * Files of other programs → drafts. src/importing/ understands the documents; this module reads the
 * files and writes the drafts, for the command and for the editor.
 */

/** A larger file is no article, and may have been made to fill the memory. */
export const maxImportBytes = 80_000_000;

/**
 * Reads the document of a file. Throws `ImportRefused` for what cannot be imported.
 *
 * @param uploads a folder with more pictures: a copy of a site's `wp-content/uploads`
 */
export async function readDocument(file: string, uploads?: string): Promise<ImportedDocument> {
  const bytes = readInput(file);
  const besides = picturesBeside(file);
  const pictureOf = uploads === undefined ? besides : firstOf(besides, uploadedPictures(uploads));
  switch (extname(file).toLowerCase()) {
    case ".docx":
      return readDocx(bytes);
    case ".html":
    case ".htm":
      return withBroken(bytes, (text) => readHtmlPage(text, pictureOf));
    case ".md":
    case ".markdown":
      return withBroken(bytes, (text) => readMarkdownText(text, pictureOf));
    case ".txt":
      return withBroken(bytes, readPlainText);
    case ".doc":
      throw new ImportRefused(
        "Tệp .doc là kiểu cũ. Mở bằng Word, chọn Lưu thành… (Save as) kiểu .docx rồi nhập lại.",
      );
    case ".pdf":
      throw new ImportRefused(
        "Không nhập được PDF. Hãy dùng tệp Word gốc, hoặc chép phần chữ vào tệp .txt.",
      );
    case ".rss":
    case ".atom":
      throw new ImportRefused(feedWords);
    case ".mht":
    case ".mhtml":
      throw new ImportRefused(
        "Không nhập được trang lưu kiểu .mht. Mở trang bằng trình duyệt, lưu lại (Ctrl+S) kiểu “Trang web, đầy đủ” (.html) rồi nhập.",
      );
    default:
      throw new ImportRefused(
        `Không nhập được tệp ${quoted(basename(file))}. Lệnh nhận .docx, .html, .md, .txt và tệp xuất .xml của WordPress.`,
      );
  }
}

function readInput(file: string): Buffer {
  if (sizeOf(file) > maxImportBytes)
    throw new ImportRefused("Tệp lớn quá 80 MB, không phải một bài viết.");
  return readFileSync(file);
}

/** Returns the size of a file in bytes. Throws `ImportRefused` when there is no such file. */
function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new ImportRefused(`Không có tệp ${quoted(file)}.`);
  if (!found.isFile()) throw new ImportRefused(`${quoted(file)} không phải là một tệp.`);
  return found.size;
}

/**
 * Throws `ImportRefused` for a text whose versions git could not merge: lines become paragraphs,
 * and then nobody would see the marks between the two.
 */
function refuseConflict(text: string): void {
  const lines = mergeConflictsIn(text.replaceAll(/\r\n?/gu, "\n"), "markdown").flatMap(
    (conflict) => conflict.lines,
  );
  if (lines.length === 0) return;
  const told = lines.slice(0, mostLines).join(", ") + (lines.length > mostLines ? " …" : "");
  throw new ImportRefused(
    `Tệp còn giữ hai bản của cùng một chỗ, với dấu của git ở dòng ${told}. Giữ bản đúng, xóa bản kia và các dòng dấu, rồi nhập lại.`,
  );
}

/** At most this many lines are named. */
const mostLines = 20;

/** Reads a text, and says when some of its bytes are broken. */
function withBroken(bytes: Buffer, read: (text: string) => ImportedDocument): ImportedDocument {
  const text = decodeText(bytes);
  refuseConflict(text);
  const document = read(text);
  const broken = brokenIn(text);
  if (broken === 0) return document;
  const note = `Tệp có ${broken} chỗ chữ bị hỏng, trong bài là dấu \ufffd; xin so với bản gốc.`;
  return { ...document, notes: [...document.notes, note] };
}

/**
 * Returns a document with its pictures in formats of the web, and without those that no program can
 * read: the draft names them in their place.
 */
export async function withReadablePictures(document: ImportedDocument): Promise<ImportedDocument> {
  const pictures = new Map<string, Uint8Array>();
  for (const [src, bytes] of document.pictures) {
    const readable = await readablePicture(bytes);
    if (readable !== undefined) pictures.set(src, readable);
  }
  return { ...document, pictures };
}

/**
 * Finds the folder for a draft. An article that is there already is most often the same document,
 * imported before, and is returned as `taken`. Another with the same title gets a number: one that
 * came from another address, of another day, or whose words are others.
 */
export function placeOfDraft(
  finds: Finds,
  content: string,
): { readonly folder: string; readonly taken: string | undefined } {
  const year = String(yearOf(finds.date ?? todayFrom(undefined)));
  const first = join(content, year, finds.slug || "bai-nhap");
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? first : `${first}-${number}`;
    const taken = takenBy(folder);
    if (taken === undefined || isSame(finds, taken)) return { folder, taken };
  }
}

/** The share of words of a document that an article has, from which on it is taken for the same. */
const sameShare = 0.7;

function isSame({ date, source, body }: Finds, taken: string): boolean {
  let text: string;
  try {
    text = readFileSync(taken.endsWith(".md") ? taken : join(taken, "index.md"), "utf8");
  } catch {
    return true;
  }
  const { values } = articleForm(text.replaceAll("\r\n", "\n")) ?? {};
  const other = (values?.source as { readonly url?: unknown } | undefined)?.url;
  if (source?.url !== undefined && typeof other === "string" && other !== "")
    return addressKey(source.url) === addressKey(other);
  const day = typeof values?.date === "string" ? parseDay(values.date) : undefined;
  if (date !== undefined && day !== undefined && date !== day) return false;
  const { words, missing } = lossesOf(escapeHtml(body), text);
  return words - missing.length >= sameShare * words;
}

/** Writes the folder of a draft as a whole or not at all. Returns the path of its Markdown file. */
export async function writeDraft(
  finds: Finds,
  document: ImportedDocument,
  content: string,
  folder: string,
  isPublished = false,
): Promise<string> {
  const beside = join(dirname(folder), `.${basename(folder)}.nhap-${randomUUID()}`);
  await makeInside(content, beside);
  try {
    const pictures: PlacedPicture[] = [];
    for (const { src, alt, caption, address } of finds.pictures) {
      const bytes = src === undefined ? undefined : document.pictures.get(src);
      const placed = bytes && (await placePicture(bytes, beside, pictures.length + 1));
      pictures.push({ alt, caption, address, ...(placed ? { name: placed } : {}) });
    }
    const text = draftText(finds, pictures, isPublished);
    await writeFile(join(beside, "index.md"), text, { flag: "wx" });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  return join(folder, "index.md");
}

/** Writes a picture and returns the name of its file; undefined when it cannot be read. */
async function placePicture(
  bytes: Uint8Array,
  folder: string,
  number: number,
): Promise<string | undefined> {
  const prepared = await preparePicture(bytes);
  if (prepared === undefined) return undefined;
  const name = `anh-${number}.${prepared.ending}`;
  await writeFile(join(folder, name), prepared.bytes);
  return name;
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
export function findsText(finds: Finds, content: string): string {
  const { awards, figures, documents, pictures, people } = finds;
  const withFile = pictures.filter(({ src }) => src !== undefined).length;
  const lines = [
    `Tiêu đề: ${finds.title ?? "chưa rõ"}`,
    `Ngày: ${finds.date ?? "chưa rõ"}`,
    `Người viết: ${finds.authors.map(({ name }) => name).join(", ") || "chưa rõ"}`,
    `Đơn vị: ${finds.unit?.name ?? "chưa rõ"}`,
    ...(finds.source ? [`Nguồn: ${finds.source.name}`] : []),
    `Ảnh: ${withFile}, lời dưới ảnh chưa có ảnh: ${pictures.length - withFile}`,
    `Văn bản: ${documents.map(({ number }) => number).join(", ") || "không thấy"}`,
    `Đề xuất để xem lại (đang là ghi chú trong tệp): ${awards.length} mục khen thưởng, ${figures.length} số liệu, ${people.length} nhân sự`,
    ...leftOutLines(finds.body),
    ...finds.notes.map((note) => `Xin xem lại: ${note}`),
    ...(withFile > 0 ? ["Xin xem lại: mỗi ảnh cần một lời tả cho người không nhìn được ảnh."] : []),
  ];
  return `${lines.join("\n")}\nBài nhập vào là bản nháp. Chạy ${callFor(content, "npm run check")} để xem còn chỗ nào cần sửa.`;
}
