import mammoth from "mammoth";
import { maxWordXml } from "../limits.ts";
import { type ImportedDocument, ImportRefused } from "./imported-document.ts";
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
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `anh-${pictures.size + 1}`;
    pictures.set(src, Buffer.from(await image.read("base64"), "base64"));
    return { src };
  });
  const options = { styleMap, convertImage, externalFileAccess: false } as object;
  const { value, messages } = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, options)
    .catch(() => {
      throw unreadable();
    });
  const isPicture = messages.some(({ message }) => /image/iu.test(message));
  return {
    html: value,
    pictures,
    notes: isPicture ? ["Có hình trong tệp Word không lấy ra được."] : [],
  };
}

function unreadable(): ImportRefused {
  return new ImportRefused(
    "Không đọc được tệp Word này. Mở bằng Word, chọn Lưu thành… (Save as) kiểu .docx rồi thử lại.",
  );
}
