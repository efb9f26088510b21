import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { fixCharacters } from "../src/characters.ts";
import { type Day, parseDay, yearOf } from "../src/day.ts";
import { readDocx } from "../src/importing/docx.ts";
import { draftText, type Finds, findsOf, type PlacedPicture } from "../src/importing/draft.ts";
import { readHtmlPage } from "../src/importing/html-page.ts";
import { readPlainText } from "../src/importing/plain-text.ts";
import { ImportRefused, type SourceDocument } from "../src/importing/source-document.ts";
import { readWordPress } from "../src/importing/wordpress.ts";
import { folderName } from "../src/new-article.ts";
import { todayFrom, understood, WrongUse } from "../src/options.ts";
import { readReference } from "../src/reference.ts";
import { openSource } from "../src/source.ts";
import type { Unit } from "../src/unit.ts";
import type { UnitIndex } from "../src/units.ts";
import { askDay, askText, askUnit, NoAnswer, terminalQuestions } from "./questions.ts";
import { runWith } from "./terminal.ts";

const help = `Nhập một bài có sẵn thành bài nháp: chữ, ảnh, và những gì đọc được ở bài.

  npm run import -- TỆP [tùy chọn]

TỆP là tệp Word (.docx), trang web đã lưu (.html), tệp chữ thuần (.txt) hoặc tệp xuất của WordPress (.xml).

  --unit ĐƠN_VỊ       mã hoặc tên đơn vị, khi không muốn để máy đoán
  --date NGÀY         ngày của bài, ví dụ 14/1/2024
  --author TÊN        người viết; nhiều người thì ghi nhiều lần
  --title TIÊU_ĐỀ     tiêu đề
  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --yes               không hỏi gì; điều chưa rõ để lại thành ghi chú trong tệp

Điều gì không chắc thì lệnh nói rõ. Dòng cuối cùng in ra là đường dẫn của bài nháp.

Mã kết thúc: 0 xong; 1 không nhập được; 2 dùng sai hoặc chương trình hỏng.
`;

type Args = {
  readonly file: string;
  readonly unit: string | undefined;
  readonly date: Day | undefined;
  readonly authors: readonly string[];
  readonly title: string | undefined;
  readonly content: string;
  /** False when nothing may be asked. */
  readonly mayAsk: boolean;
};

/** A larger file is no article, and may be made to fill the memory. */
const maxBytes = 80_000_000;

await runWith(help, readArgs, async (args) => {
  const source = await openSource(args.content);
  const { reference } = readReference({ files: source.data, pictures: new Set() });
  const { units } = reference;
  const given = args.unit === undefined ? undefined : findUnit(args.unit, units);
  try {
    const { documents, notes } = await readDocuments(args.file);
    const paths: string[] = [];
    const isAlone = documents.length === 1;
    const used = new Set<string>();
    for (const document of documents) {
      const found = withSaid(findsOf(document, reference), args, given);
      const finds = args.mayAsk && isAlone ? await askMissing(found, units) : found;
      const folder = freshFolder(finds, args.content, used);
      const taken = takenBy(folder);
      if (taken !== undefined && isAlone)
        throw new ImportRefused(
          `Đã có ${shown(taken)}, không ghi đè. Xóa hoặc đổi tên thư mục ấy rồi nhập lại.`,
        );
      // An export is imported again when it has grown, and what was edited since must stay.
      if (taken !== undefined) notes.push(`Bỏ qua “${finds.title ?? ""}”: đã có ${shown(taken)}.`);
      else {
        paths.push(await writeDraft(finds, document, folder));
        process.stdout.write(reportText(finds));
      }
    }
    for (const note of notes) process.stdout.write(`${note}\n`);
    if (paths.length === 0)
      throw new ImportRefused(
        documents.length === 0
          ? "Trong tệp không có bài nào để nhập."
          : "Không nhập thêm bài nào: mọi bài trong tệp đều đã có.",
      );
    process.stdout.write(`${paths.map(shown).join("\n")}\n`);
    return 0;
  } catch (error) {
    if (error instanceof NoAnswer) throw new WrongUse("Đã dừng, chưa tạo tệp nào.");
    if (!(error instanceof ImportRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
});

/** One document, or as many as an export holds. */
async function readDocuments(
  file: string,
): Promise<{ documents: readonly SourceDocument[]; notes: string[] }> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new ImportRefused(`Không có tệp “${file}”.`);
  if (!found.isFile()) throw new ImportRefused(`“${file}” không phải là một tệp.`);
  if (found.size > maxBytes) throw new ImportRefused("Tệp lớn quá 80 MB, không phải một bài viết.");
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

/** UTF-8, or what the page says, or what Windows took in Viet Nam before. */
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

/** A picture that the browser saved with a page: in a folder beside it, never elsewhere. */
function besides(file: string, src: string): Uint8Array | undefined {
  const data = /^data:image\/[\w+.-]+;base64,(.+)$/su.exec(src)?.[1];
  if (data !== undefined) return Buffer.from(data, "base64");
  if (/^(?:[a-z]+:|\/)/iu.test(src)) return undefined;
  const folder = resolve(dirname(file));
  const path = resolve(folder, decodeSafely(src.split(/[?#]/u)[0]!));
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!path.startsWith(folder + sep) || !found?.isFile() || found.size > maxBytes) return undefined;
  return readFileSync(path);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withSaid(finds: Finds, args: Args, unit: Unit | undefined): Finds {
  const { title = finds.title, date = finds.date } = args;
  return {
    ...finds,
    title,
    date,
    unit: unit ?? finds.unit,
    authors: args.authors.length > 0 ? args.authors.map((name) => ({ name })) : finds.authors,
    slug: finds.slug || folderName(title ?? ""),
  };
}

async function askMissing(finds: Finds, units: UnitIndex): Promise<Finds> {
  const { ask, end } = terminalQuestions();
  try {
    const title = finds.title ?? (await askText(ask, "Tiêu đề bài"));
    const date = finds.date ?? (await askDay(ask, "Ngày của bài", todayFrom(undefined)));
    const unit = finds.unit ?? (await askUnit(ask, units.units, date));
    const authors =
      finds.authors.length > 0 ? finds.authors : [{ name: await askText(ask, "Người viết") }];
    return { ...finds, title, date, unit, authors, slug: finds.slug || folderName(title) };
  } finally {
    end();
  }
}

/**
 * Where a draft goes. Articles of one export that are called alike get numbers in their order, so that
 * they get the same ones when it is imported again.
 *
 * @param used the folders of this run; the new one is added
 */
function freshFolder(finds: Finds, content: string, used: Set<string>): string {
  const year = String(yearOf(finds.date ?? todayFrom(undefined)));
  const first = join(content, year, finds.slug || "bai-nhap");
  let folder = first;
  for (let number = 2; used.has(folder); number += 1) folder = `${first}-${number}`;
  used.add(folder);
  return folder;
}

/** The article or folder that is there already. */
function takenBy(folder: string): string | undefined {
  return [folder, `${folder}.md`].find((path) => existsSync(path));
}

/** Writes the folder of a draft: all of it, or nothing. Answers the path of its text. */
async function writeDraft(finds: Finds, document: SourceDocument, folder: string): Promise<string> {
  const beside = join(dirname(folder), `.${basename(folder)}.nhap-${process.pid}`);
  await mkdir(beside, { recursive: true });
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

/** Photographs stay as they are; what a page cannot show is made into a picture that it can. */
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

function reportText(finds: Finds): string {
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
    ...finds.notes.map((note) => `Xin xem lại: ${note}`),
    ...(withFile > 0
      ? ["Xin xem lại: mỗi ảnh cần lời tả (alt) cho người không nhìn được ảnh."]
      : []),
  ];
  return `${lines.join("\n")}\nBài nhập vào là bản nháp. Chạy npm run check để xem còn chỗ nào cần sửa.\n\n`;
}

function findUnit(written: string, units: UnitIndex): Unit {
  const unit = units.find(written);
  if (unit !== undefined) return unit;
  const near = units.suggest(written);
  const hint = near === undefined ? "" : ` Có phải ý bạn là “${near}”?`;
  throw new WrongUse(`Không có đơn vị “${written}” trong units.yaml.${hint}`);
}

function shown(path: string): string {
  return path.replaceAll("\\", "/");
}

function readArgs(words: readonly string[]): Args | undefined {
  const { values, positionals } = understood(() =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        unit: { type: "string" },
        date: { type: "string" },
        author: { type: "string", multiple: true, default: [] },
        title: { type: "string" },
        content: { type: "string", default: "content" },
        yes: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }),
  );
  if (values.help) return undefined;
  const [file, more] = positionals;
  if (file === undefined) throw new WrongUse("Còn thiếu tên tệp: npm run import -- bai.docx");
  if (more !== undefined)
    throw new WrongUse("Mỗi lần nhập một tệp; tên tệp có dấu cách thì đặt trong ngoặc kép.");
  const date = values.date === undefined ? undefined : parseDay(values.date);
  if (values.date !== undefined && date === undefined)
    throw new WrongUse(`--date cần một ngày, ví dụ 14/1/2024; không hiểu “${values.date}”.`);
  const clean = (text: string) => fixCharacters(text).trim();
  return {
    file,
    unit: values.unit,
    date,
    authors: values.author.map(clean).filter((name) => name !== ""),
    title: values.title === undefined ? undefined : clean(values.title),
    content: values.content,
    mayAsk: !values.yes && Boolean(process.stdin.isTTY),
  };
}
