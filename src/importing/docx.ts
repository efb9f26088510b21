import mammoth from "mammoth";
import { maxWordXml } from "../limits.ts";
import { leftOut, quoted } from "../text/left-out.ts";
import { decodedNote } from "../text/legacy-text.ts";
import { type ImportedDocument, ImportRefused } from "./imported-document.ts";
import { isMetafile } from "./metafile.ts";
import { readablePicture } from "./readable-picture.ts";
import { countLetters, listMark, preparedFiles } from "./word/prepare.ts";
import { unpack, zipEntries, zipOf } from "./zip.ts";
import { zipSize } from "./zip-size.ts";

/** Styles of Word that mean something to us; mammoth knows the rest. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
];

/** In bytes when unpacked; the pictures are most of it. */
const mostBytes = 400_000_000;

/**
 * Reads a .docx file. What is marked as inserted is kept, what is marked as deleted is dropped.
 * Throws `ImportRefused` when the file cannot be read or is too large.
 */
export async function readDocx(bytes: Uint8Array): Promise<ImportedDocument> {
  const size = zipSize(bytes, mostBytes);
  if (size === undefined) throw unreadable();
  // XML takes many times its size in memory.
  if (size.xml > maxWordXml)
    throw new ImportRefused(
      "Tệp Word này dài quá mức một bài viết. Xin tách ra thành nhiều tệp, mỗi tệp một bài, rồi nhập từng tệp.",
    );
  const pictures = new Map<string, Uint8Array>();
  let count = 0;
  let drawings = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    count += 1;
    // The ending tells a writer what kind of picture it is that could not be taken.
    const [, kind = "la"] = /\/(?:x-)?([\w-]+)/u.exec(image.contentType ?? "") ?? [];
    const src = `anh-${count}.${kind}`;
    const original = Buffer.from(await image.read("base64"), "base64");
    const picture = await readablePicture(original);
    if (picture !== undefined) pictures.set(src, picture);
    if (picture !== undefined && isMetafile(original)) drawings += 1;
    return { src };
  });
  const options = { styleMap, convertImage, externalFileAccess: false } as object;
  try {
    const { files, letters, fonts, tabTables } = preparedFiles(unpacked(bytes));
    const { value, messages } = await mammoth.convertToHtml({ buffer: zipOf(files) }, options);
    const lost = letters - shownLetters(value);
    const html = withPictureMarks(withLists(value), pictures) + leftOutAtEnd(messages, lost);
    const notes = Array.from(fonts, decodedNote);
    if (tabTables > 0)
      notes.push(`${tabTables} chỗ gõ bằng phím Tab đã thành bảng; xin so từng bảng với tệp Word.`);
    if (drawings > 0)
      notes.push(
        `${drawings} hình vẽ kiểu EMF, WMF đã chuyển thành ảnh; xin so từng ảnh với tệp Word.`,
      );
    return { html, pictures, notes };
  } catch {
    throw unreadable();
  }
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Array.from(zipEntries(bytes), (entry) => [entry.name, unpack(entry, mostBytes)]));
}

const marked = new RegExp(`<p>((?:<a id="[^"]*"></a>)*)${listMark.source}`, "gu");

/**
 * Gives paragraphs of lists the form that they have on Word's clipboard, and check boxes a sign.
 */
function withLists(html: string): string {
  return html
    .replaceAll(
      marked,
      (_, anchors: string, level: string, number: string) =>
        `<p style="mso-list:l0 level${level}">${anchors}<span style="mso-list:Ignore">${number === "" ? "·" : `${number}.`}</span>`,
    )
    .replaceAll(listMark, (_, _level, number: string) => (number === "" ? "" : `${number}. `))
    .replaceAll(/<input type="checkbox"( checked="checked")? ?\/?>/gu, (_, isChecked) =>
      isChecked === undefined ? "☐" : "☒",
    );
}

/** A caption right behind a picture, at most so far away as its own closing tags. */
const captionBehind = /^(?:<\/\w+>)*<p class="caption">(.{0,1000}?)<\/p>/su;

/** Puts a mark in place of each picture that could not be read, with its caption. */
function withPictureMarks(html: string, pictures: ReadonlyMap<string, Uint8Array>): string {
  return html.replaceAll(/<img\b[^>]*>/gu, (tag, at: number) => {
    const [, src = ""] = /\ssrc="([^"]*)"/u.exec(tag) ?? [];
    if (pictures.has(src)) return tag;
    const [, alt = ""] = /\salt="([^"]*)"/u.exec(tag) ?? [];
    const from = at + tag.length;
    const [, caption = ""] = captionBehind.exec(html.slice(from, from + 1_200)) ?? [];
    const words = caption.replaceAll(/<[^>]*>/gu, "").trim() || alt.trim();
    const kind = src.slice(src.lastIndexOf(".") + 1).toUpperCase();
    return ` ${leftOut(`ảnh kiểu ${kind}${words === "" ? "" : ` ${quoted(words)}`}`)} `;
  });
}

/** Returns how many letters of the text, without its notes, are in the HTML of the library. */
function shownLetters(html: string): number {
  const [text = ""] = html.split(/<ol><li id="(?:foot|end)note-/u, 1);
  return countLetters(text.replaceAll(/<[^>]*>|&\w+;/gu, " "));
}

/** Names what the library passed over, as far as it says so or letters are missing. */
function leftOutAtEnd(messages: readonly { readonly message: string }[], lost: number): string {
  const pictures = messages.filter(({ message }) => /image file|v:imagedata/u.test(message)).length;
  return [
    ...(pictures > 0 ? [leftOut(`${pictures} ảnh trong tệp Word`)] : []),
    ...(lost > 0 ? [leftOut(`${lost} chữ cái ở chỗ nào đó trong tệp Word; xin so lại`)] : []),
  ]
    .map((mark) => `<p>${mark}</p>`)
    .join("");
}

function unreadable(): ImportRefused {
  return new ImportRefused(
    "Không đọc được tệp Word này. Mở bằng Word, chọn Lưu thành… (Save as) kiểu .docx rồi thử lại.",
  );
}
