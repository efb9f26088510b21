import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { validityText } from "../../layouts/parts/validity.ts";
import type { FoundFile } from "../../src/content/source-file.ts";
import { articleForm, CannotEdit, editArticle } from "../../src/front-matter/article-form.ts";
import type {
  ArticleRow,
  Changed,
  Checked,
  Draft,
  EditorFacts,
  OpenArticle,
} from "../../src/front-matter/editor-api.ts";
import { headForm } from "../../src/front-matter/form.ts";
import { proposalsIn, withoutProposals } from "../../src/importing/proposals.ts";
import { measurePicture, type PictureFault } from "../../src/pictures/pictures.ts";
import { isError } from "../../src/problems/problem.ts";
import { commonest } from "../../src/text/commonest.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import { existsOn } from "../../src/unit.ts";
import { makeInside } from "../writing/creating.ts";
import { gitName } from "../writing/git-name.ts";
import { readTextFile, type TextFile } from "../writing/text-file.ts";
import { checked } from "./checking.ts";
import type { Desk } from "./desk.ts";
import { EditRefused } from "./edit-refused.ts";

/*
 * What the editor does with the articles of a content folder. Only files that a walk through the
 * folder has found are ever opened, so no requested path can lead out of it.
 */

/** Returns what the editor needs besides an article: the form, units, tags, authors, today. */
export async function editorFacts(desk: Desk): Promise<EditorFacts> {
  const articles = await desk.articles();
  return {
    form: headForm,
    // Units that exist today come first; an old article may still belong to one that is gone.
    units: desk.reference.units.units
      .toSorted((a, b) => Number(existsOn(b, desk.today)) - Number(existsOn(a, desk.today)))
      .map(({ id, name, short, aliases, validFrom, validTo }) => ({
        id,
        name,
        others: [...(short ? [short] : []), ...aliases],
        time: validityText(validFrom, validTo) ?? "",
      })),
    tags: commonest(articles.flatMap(({ tags }) => tags)),
    authors: commonest(articles.flatMap(({ authors }) => authors.map(({ name }) => name))),
    today: desk.today,
    me: (await gitName()) ?? "",
  };
}

/** Returns all articles, the newest first; those that cannot be read come before all others. */
export async function articleRows(desk: Desk): Promise<ArticleRow[]> {
  const byPath = new Map((await desk.articles()).map((one) => [one.path, one]));
  const rows = await Promise.all(
    desk.folder.articles.map(async (found): Promise<ArticleRow> => {
      const { path } = found;
      const problems = desk.problems.get(path) ?? [];
      const errors = problems.filter(isError).length;
      const counts = { path, errors, warnings: problems.length - errors };
      const article = byPath.get(path);
      if (article === undefined) {
        const { text = "" } = (await readTextFile(found.realPath)) ?? {};
        // People know an article by its title, even if nothing else of it can be read.
        const [, title = path] = /^title:\s*["']?([^\n]*?[^\n"'\s])["']?\s*$/mu.exec(text) ?? [];
        return { ...counts, title, date: "", unit: "", state: "broken" };
      }
      const { title, date, unit, draft } = article;
      const { short, name = "" } = desk.reference.units.byId.get(unit) ?? {};
      const state = draft ? "draft" : date > desk.today ? "waiting" : "public";
      return { ...counts, title, date, unit: short ?? name, state };
    }),
  );
  const rank = ({ date }: ArticleRow) => (date === "" ? "9" : date);
  return rows.sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}

/** Reads and checks an article. Throws `EditRefused` when its file is gone or is not text. */
export async function openArticle(path: string, desk: Desk): Promise<OpenArticle> {
  const { file } = await fileAt(path, desk);
  const { text, version } = file;
  const form = articleForm(text);
  const folder = folderOf(path);
  return {
    path,
    version,
    text,
    ...(form ? { form } : {}),
    proposals: proposalsIn(text),
    pictures: [...desk.folder.pictures.keys()]
      .filter((picture) => folderOf(picture) === folder)
      .map((picture) => picture.slice(folder.length)),
    ...(await checked(path, text, desk)),
  };
}

/** Finds what would be wrong with an article if it were saved like this; draws its page. */
export async function checkDraft(path: string, draft: Draft, desk: Desk): Promise<Checked> {
  const { file } = await fileAt(path, desk);
  return checked(path, textOf(draft, file.text), desk);
}

/** Returns a draft in both forms: the text of the file, and values of the form if possible. */
export async function changedDraft(path: string, draft: Draft, desk: Desk): Promise<Changed> {
  const { file } = await fileAt(path, desk);
  const text = textOf(draft, file.text);
  const form = articleForm(text);
  return { text, ...(form ? { form } : {}) };
}

/** Writes an article. Throws `EditRefused` when its file has changed since it was opened. */
export async function saveArticle(
  path: string,
  draft: Draft,
  version: string,
  desk: Desk,
): Promise<OpenArticle> {
  const { file } = await fileAt(path, desk);
  if (file.version !== version)
    throw new EditRefused(
      409,
      "Tệp này đã được đổi ở nơi khác sau khi mở ra đây. Xin chọn giữ bản nào.",
    );
  const text = textOf(draft, file.text);
  if (text !== file.text) await file.write(text);
  return openArticle(path, desk);
}

/**
 * Puts a picture beside an article, and returns the name of its file. The same bytes under the same
 * name are written once. Throws `EditRefused` for what is no usable picture.
 */
export async function addPicture(
  path: string,
  name: string,
  bytes: Uint8Array,
  desk: Desk,
): Promise<string> {
  const { found } = await fileAt(path, desk);
  const measured = await measurePicture(bytes);
  if (typeof measured === "string")
    throw new EditRefused(400, `“${name}” ${pictureFaults[measured]}`);
  const stem = slugOf(name.replace(/\.[^.]*$/u, "")).slice(0, 60) || "anh";
  for (let number = 1; ; number += 1) {
    const fresh = `${stem}${number === 1 ? "" : `-${number}`}.${measured.ending}`;
    const place = join(dirname(found.realPath), fresh);
    try {
      await writeFile(place, bytes, { flag: "wx" });
      return fresh;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (Buffer.compare(await readFile(place), bytes) === 0) return fresh;
    }
  }
}

/**
 * Writes an article again whose file is gone while somebody still has it open. Throws `EditRefused`
 * when another file is at its path by now.
 *
 * @param base the text of the file when it was opened
 */
export async function restoreArticle(
  path: string,
  draft: Draft,
  base: string,
  content: string,
): Promise<void> {
  const steps = path.split("/");
  const isName = (step: string) => /^[^.\\/:*?"<>|\p{Cc}][^\\/:*?"<>|\p{Cc}]*$/u.test(step);
  if (!steps.every(isName) || !/\.md$/iu.test(path))
    throw new EditRefused(404, "Không ghi được vào chỗ ấy.");
  const place = join(content, ...steps);
  await makeInside(content, dirname(place));
  await writeFile(place, textOf(draft, base), { flag: "wx" }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new EditRefused(409, "Ở chỗ cũ lại có một tệp khác. Xin tải lại trang.");
  });
}

const pictureFaults: Readonly<Record<PictureFault, string>> = {
  "too-large":
    "lớn quá 50 triệu điểm ảnh, hoặc có cạnh dài quá 16.000. Xin thu nhỏ ảnh rồi thêm lại.",
  "too-narrow": "có cạnh này dài gấp hơn 50 lần cạnh kia. Xin cắt lấy phần cần xem rồi thêm lại.",
  animated: "là ảnh động. Xin lưu một khung hình thành JPG hoặc PNG rồi thêm lại.",
  heic: "là ảnh HEIC của iPhone, nhiều trình duyệt không mở được. Xin lưu thành JPG rồi thêm lại; để máy chụp sẵn JPG: Cài đặt > Camera > Định dạng > Tương thích nhất.",
  broken: "bị hỏng hoặc chép chưa hết. Xin lấy lại ảnh gốc.",
  none: "không phải là ảnh. Trang tin nhận ảnh JPG, PNG, WebP và AVIF.",
};

function textOf(draft: Draft, before: string): string {
  if ("text" in draft) {
    const text = draft.text.replaceAll(/\r\n?/gu, "\n");
    return text === before ? before : text.normalize("NFC");
  }
  try {
    return withoutProposals(editArticle(before, draft), draft.settled);
  } catch (error) {
    if (!(error instanceof CannotEdit)) throw error;
    throw new EditRefused(
      422,
      "Phần đầu bài được viết theo một cách mà biểu mẫu không sửa được. Xin bấm “Sửa cả tệp”.",
    );
  }
}

async function fileAt(
  path: string,
  { folder }: Desk,
): Promise<{ file: TextFile; found: FoundFile }> {
  const found = folder.articles.find((one) => one.path === path);
  const file = found && (await readTextFile(found.realPath));
  if (found === undefined || file === undefined)
    throw new EditRefused(404, `Không mở được “${path}”: tệp không còn, hoặc không phải tệp chữ.`);
  return { file, found };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
