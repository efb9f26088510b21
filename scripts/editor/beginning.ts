import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join, relative } from "node:path";
import { inProject } from "../../src/cache/project.ts";
import { fixCharacters } from "../../src/content/characters.ts";
import { isFileName } from "../../src/content/file-name.ts";
import { parseDay } from "../../src/day.ts";
import type { Imported, NewArticleWish } from "../../src/front-matter/editor-api.ts";
import { folderName } from "../../src/front-matter/new-article.ts";
import { createArticle } from "../writing/creating.ts";
import type { OpenDesk } from "./desk.ts";
import { EditRefused } from "./edit-refused.ts";

/* The two ways in which an article begins in the editor. Both return its path below content. */

/** Makes a new article. Throws `EditRefused` when a field is missing or wrong, or it exists. */
export async function newArticle(
  { title, date, unit, author }: NewArticleWish,
  { reference }: OpenDesk,
  content: string,
): Promise<string> {
  const clean = (text: string) => fixCharacters(text).replaceAll(/\s+/gu, " ").trim();
  const day = parseDay(date.trim());
  const found = reference.units.find(unit.trim());
  const name = folderName(clean(title));
  const authors = author.split(",").map(clean).filter(Boolean);
  if (clean(title) === "") throw new EditRefused(400, "Xin ghi tiêu đề bài.");
  if (name === "")
    throw new EditRefused(400, "Tiêu đề cần có chữ cái hoặc chữ số, để đặt địa chỉ cho bài.");
  if (day === undefined) throw new EditRefused(400, "Ngày chưa đúng; ghi như 31/1/2024.");
  if (found === undefined) throw new EditRefused(400, "Xin chọn đơn vị trong danh mục.");
  if (authors.length === 0) throw new EditRefused(400, "Xin ghi người viết.");
  const article = { title: clean(title), date: day, unit: found.id, authors, tags: [] };
  const { path, isTaken } = await createArticle(content, article, name);
  if (isTaken)
    throw new EditRefused(
      409,
      `Ngày ấy đã có bài cùng tiêu đề, ở ${pathIn(content, path)}. Xin mở bài ấy trong danh sách, hoặc đổi tiêu đề.`,
    );
  return pathIn(content, path);
}

const importScript = inProject("scripts/import.ts");
/** The time limit of an import: a document that takes longer was made to take long. */
const longestMs = 90_000;

/**
 * Imports a file by calling the command in a process of its own: a document that is too much for it
 * ends only that process, and the preview goes on. Throws `EditRefused` when nothing was imported.
 */
export async function importFile(name: string, bytes: Buffer, content: string): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-nhap-"));
  try {
    // The command names the file in its messages, and tells the format by the extension.
    const file = join(folder, fileName(name));
    await writeFile(file, bytes, { flag: "wx" });
    const { isDone, output, words } = await importing(file, content);
    const [, taken] = /^Đã có (.+), không ghi đè\./u.exec(words) ?? [];
    if (taken !== undefined)
      throw new EditRefused(
        422,
        `Bài này đã có, ở ${pathIn(content, taken)}. Xin tìm và mở bài ấy trong danh sách ở dưới.`,
      );
    if (!isDone) throw new EditRefused(422, words || "Không nhập được tệp này.");
    const lines = output.trimEnd().split("\n");
    return { path: pathIn(content, lines.at(-1)!) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function importing(
  file: string,
  content: string,
): Promise<{ isDone: boolean; output: string; words: string }> {
  const args = [importScript, file, "--content", content, "--yes"];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { timeout: longestMs, maxBuffer: 10_000_000 },
      (error, output, errors) => {
        // A fault of the program comes with a stack trace, which is of no use to a writer.
        const [words = ""] = errors.trim().split("\n    at ");
        resolve({ isDone: error === null, output, words: error?.killed ? "" : words });
      },
    );
  });
}

/** Returns a name that any file may have, as like the given one as possible. */
function fileName(name: string): string {
  const ending = extname(name)
    .replaceAll(/[^.a-z\d]/giu, "")
    .slice(0, 8);
  const stem = basename(name, extname(name)).replaceAll(/[\p{C}/\\:*?"<>|]/gu, " ");
  const short = `${[...stem.trim()].slice(0, 60).join("")}${ending}`;
  return isFileName(short) ? short : `bai${ending}`;
}

function pathIn(content: string, path: string): string {
  return relative(content, path).replaceAll("\\", "/").normalize("NFC");
}
