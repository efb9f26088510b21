import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { fixCharacters } from "../../src/characters.ts";
import { parseDay } from "../../src/day.ts";
import type { NewArticleWish } from "../../src/editor-api.ts";
import { findsOf } from "../../src/importing/draft.ts";
import { ImportRefused } from "../../src/importing/source-document.ts";
import { folderName } from "../../src/new-article.ts";
import { createArticle, takenBy } from "../creating.ts";
import { freshFolder, readDocuments, writeDraft } from "../importing.ts";
import type { Desk } from "./desk.ts";
import { EditRefused } from "./edit-refused.ts";

/* How an article begins in the editor. Both answer the path of its file in content. */

export async function newArticle(
  { title, date, unit, author, tags }: NewArticleWish,
  { reference }: Desk,
  content: string,
): Promise<string> {
  const clean = (text: string) =>
    fixCharacters(text.normalize("NFC")).replaceAll(/\s+/gu, " ").trim();
  const day = parseDay(date.trim());
  const found = reference.units.find(unit.trim());
  const name = folderName(clean(title));
  const authors = author.split(",").map(clean).filter(Boolean);
  if (name === "") throw new EditRefused(400, "Xin ghi tiêu đề bài.");
  if (day === undefined) throw new EditRefused(400, "Ngày chưa đúng; ghi như 31/1/2024.");
  if (found === undefined) throw new EditRefused(400, "Xin chọn đơn vị trong danh mục.");
  if (authors.length === 0) throw new EditRefused(400, "Xin ghi người viết.");
  const article = {
    title: clean(title),
    date: day,
    unit: found.id,
    authors,
    tags: tags.map(clean).filter(Boolean),
  };
  const { path, isTaken } = await createArticle(content, article, name);
  if (isTaken)
    throw new EditRefused(
      409,
      `Đã có bài ở ${pathIn(content, path)}. Xin đổi tiêu đề, hoặc mở bài ấy trong danh sách.`,
    );
  return pathIn(content, path);
}

/** The file stands on the disk for a moment, since that is where the importer reads. */
export async function importFile(
  name: string,
  bytes: Buffer,
  { reference }: Desk,
  content: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-nhap-"));
  try {
    const file = join(folder, `bai${extname(name).toLowerCase().slice(0, 8)}`);
    await writeFile(file, bytes, { flag: "wx" });
    const { documents } = await readDocuments(file);
    const [document] = documents;
    if (document === undefined || documents.length > 1)
      throw new ImportRefused(
        "Ở đây mỗi lần nhập một bài. Tệp nhiều bài thì dùng lệnh: npm run import -- TỆP",
      );
    const read = findsOf(document, reference);
    // Nothing in it says what it is called: then the file's own name is the best there is.
    const title = read.title ?? name.replace(/\.[^.]*$/u, "").normalize("NFC");
    const finds = { ...read, title, slug: read.slug || folderName(title) };
    const place = freshFolder(finds, content, new Set());
    const taken = takenBy(place);
    if (taken !== undefined)
      throw new EditRefused(409, `Bài này đã nhập rồi, ở ${pathIn(content, taken)}.`);
    return pathIn(content, await writeDraft(finds, document, place));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pathIn(content: string, path: string): string {
  return relative(content, path).replaceAll("\\", "/").normalize("NFC");
}
