import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { validityText } from "../../layouts/parts/validity.ts";
import type { Article } from "../../src/article.ts";
import { isFileName } from "../../src/content/file-name.ts";
import { folderOf } from "../../src/content/folder-of.ts";
import { splitFrontMatter } from "../../src/content/frontmatter.ts";
import type { FoundFile, SourceFile } from "../../src/content/source-file.ts";
import { parseDay } from "../../src/day.ts";
import type {
  AddedPdf,
  AddedPicture,
  ArticleRow,
  Changed,
  Checked,
  Draft,
  EditorFacts,
  OpenArticle,
} from "../../src/front-matter/editor-api.ts";
import { headForm } from "../../src/front-matter/form.ts";
import { countLeft } from "../../src/importing/proposals.ts";
import { measurePicture, type PictureFault } from "../../src/pictures/pictures.ts";
import { preparePicture } from "../../src/pictures/prepared.ts";
import { isError } from "../../src/problems/problem.ts";
import { commonest } from "../../src/text/commonest.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import { yesOrNoOf } from "../../src/text/yes-or-no.ts";
import { existsOn, namesOf } from "../../src/unit.ts";
import type { Options } from "../cli/options.ts";
import { rememberSave } from "../sending/versions.ts";
import { makeInside } from "../writing/creating.ts";
import { gitName } from "../writing/git-name.ts";
import { readTextFile, type TextFile } from "../writing/text-file.ts";
import { addPdf, attachedTo, pdfsBeside } from "./attaching.ts";
import type { OpenDesk } from "./desk.ts";
import { wholeText } from "./draft-work.ts";
import { DraftGivenUp, type Drafts } from "./drafts.ts";
import { EditRefused } from "./edit-refused.ts";

/*
 * What the editor does with the articles of a content folder. Only files that a walk through the
 * folder has found are ever opened, so no requested path can lead out of it.
 */

/** Returns what the editor needs besides an article: the form, units, tags, authors, today. */
export async function editorFacts(desk: OpenDesk): Promise<EditorFacts> {
  const articles = await desk.articles();
  return {
    form: headForm,
    // Units that exist today come first; an old article may still belong to one that is gone.
    units: desk.reference.units.units
      .toSorted((a, b) => Number(existsOn(b, desk.today)) - Number(existsOn(a, desk.today)))
      .map((unit) => ({
        id: unit.id,
        name: unit.name,
        others: namesOf(unit).filter((one) => one !== unit.id && one !== unit.name),
        time: unit.outside
          ? "ngoài hệ thống tổ chức đảng"
          : (validityText(unit.validFrom, unit.validTo) ?? ""),
      })),
    tags: commonest(articles.flatMap(({ tags }) => tags)),
    authors: commonest(articles.flatMap(({ authors }) => authors.map(({ name }) => name))),
    series: [
      ...new Set([
        ...desk.reference.series.all.map(({ name }) => name),
        ...commonest(articles.flatMap(({ figures }) => figures.map(({ name }) => name))),
      ]),
    ],
    today: desk.today,
    me: (await gitName()) ?? "",
  };
}

/**
 * Returns all articles, the newest first. Those that somebody still has to work on come before all
 * others: first what cannot be read, then drafts.
 */
export async function articleRows(desk: OpenDesk): Promise<ArticleRow[]> {
  const byPath = new Map((await desk.articles()).map((one) => [one.path, one]));
  const rows: ArticleRow[] = [];
  // One after the other: there may be more files than a process may have open.
  for (const found of desk.folder.articles) {
    const article = byPath.get(found.path);
    const isRead = article !== undefined && !article.draft;
    const text = isRead ? "" : ((await readTextFile(found.realPath))?.text ?? "");
    rows.push(rowOf(found.path, article, text, desk));
  }
  return rows.sort(
    (a, b) => places[a.state] - places[b.state] || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  );
}

const places: Readonly<Record<ArticleRow["state"], number>> = {
  broken: 0,
  draft: 1,
  waiting: 2,
  public: 2,
  withdrawn: 2,
};

/** @param text the file of a draft, and of what is no article because of errors */
function rowOf(
  path: string,
  article: Article | undefined,
  text: string,
  { problems: all, reference, today }: OpenDesk,
): ArticleRow {
  const problems = all.get(path) ?? [];
  const errors = problems.filter(isError).length;
  const left = countLeft(text);
  const counts = { path, errors, warnings: problems.length - errors, left };
  const { title, date, unit, draft, withdrawn } = article ?? toldIn({ path, text }, reference);
  const { short, name = "" } = reference.units.byId.get(unit) ?? {};
  const state = draft
    ? "draft"
    : article === undefined
      ? "broken"
      : withdrawn
        ? "withdrawn"
        : date > today
          ? "waiting"
          : "public";
  return { ...counts, title, date, unit: short ?? name, state };
}

/** Returns what a file says of itself that is no article because of errors in it. */
function toldIn(file: SourceFile, { units }: OpenDesk["reference"]) {
  const { head } = splitFrontMatter(file);
  const textAt = (key: string) => {
    const written = head?.writtenAt([key]);
    return typeof written === "string" ? written.trim() : "";
  };
  const date = parseDay(textAt("date"));
  // People know an article by its title, even if nothing else of it can be read.
  const [, line = ""] = /^title:\s*["']?([^\n]*?[^\n"'\s])["']?\s*$/mu.exec(file.text) ?? [];
  return {
    title: textAt("title") || line || file.path,
    date: date ?? "",
    unit: units.find(textAt("unit"), date)?.id ?? "",
    draft: yesOrNoOf(textAt("draft")) ?? false,
    withdrawn: undefined,
  };
}

/** Reads and checks an article. Throws `EditRefused` when its file is gone or is not text. */
export async function openArticle(
  path: string,
  desk: OpenDesk,
  drafts: Drafts,
  cache: string,
): Promise<OpenArticle> {
  const { file } = await fileAt(path, desk);
  const { text, version } = file;
  const attached = await attachedTo(path, text, desk, cache);
  const folder = folderOf(path);
  return {
    path,
    version,
    text,
    pictures: [...desk.folder.pictures.keys()]
      .filter((picture) => folderOf(picture) === folder)
      .map((picture) => picture.slice(folder.length)),
    pdfs: pdfsBeside(path, desk),
    // A text that is too much is opened as a text.
    ...(await drafts("open", { path, text, attached }, desk.data).catch((error: unknown) => ({
      proposals: {},
      reviews: [],
      ...uncheckedBy(error),
    }))),
  };
}

/** Finds what would be wrong with an article if it were saved like this; draws its page. */
export async function checkDraft(
  path: string,
  draft: Draft,
  desk: OpenDesk,
  drafts: Drafts,
  cache: string,
): Promise<Checked> {
  const { file } = await fileAt(path, desk);
  const attached = await attachedTo(path, JSON.stringify(draft), desk, cache);
  const given = { path, draft, before: file.text, attached };
  return drafts("check", given, desk.data).catch(uncheckedBy);
}

/** Returns a draft in both forms: the text of the file, and values of the form if possible. */
export async function changedDraft(
  path: string,
  draft: Draft,
  desk: OpenDesk,
  drafts: Drafts,
): Promise<Changed> {
  const { file } = await fileAt(path, desk);
  return drafts("change", { draft, before: file.text }, desk.data).catch(refusedBy);
}

/** Writes an article. Throws `EditRefused` when its file has changed since it was opened. */
export async function saveArticle(
  path: string,
  draft: Draft,
  version: string,
  desk: OpenDesk,
  drafts: Drafts,
  { content, cache }: Pick<Options, "content" | "cache">,
): Promise<OpenArticle> {
  const { file } = await fileAt(path, desk);
  const text = await draftText(draft, file.text, desk, drafts);
  if (text !== file.text) {
    // A browser saves once more when the server ended before it could say that it had saved.
    if (file.version !== version)
      throw new EditRefused(
        409,
        "Tệp này đã được đổi ở nơi khác sau khi mở ra đây. Xin chọn giữ bản nào.",
      );
    await file.write(text);
    await rememberSave(content, path, file.text, text);
  }
  return openArticle(path, desk, drafts, cache);
}

/**
 * Puts a picture beside an article: made ready first, so that no version of the folder ever has
 * where it was taken. The same picture under the same name is written once. Throws `EditRefused`
 * for what is no usable picture.
 */
export async function addPicture(
  path: string,
  name: string,
  bytes: Uint8Array,
  desk: OpenDesk,
): Promise<AddedPicture> {
  const { found } = await fileAt(path, desk);
  const prepared = await preparePicture(bytes);
  const picture = prepared?.bytes ?? bytes;
  const measured = await measurePicture(picture);
  if (typeof measured === "string")
    throw new EditRefused(400, `“${name}” ${pictureFaults[measured]}`);
  const stem = slugOf(name.replace(/\.[^.]*$/u, "")).slice(0, 60) || "anh";
  for (let number = 1; ; number += 1) {
    const fresh = `${stem}${number === 1 ? "" : `-${number}`}.${measured.ending}`;
    const place = join(dirname(found.realPath), fresh);
    const added = { name: fresh, ...(prepared?.taken ? { taken: prepared.taken } : {}) };
    try {
      await writeFile(place, picture, { flag: "wx" });
      return added;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (Buffer.compare(await readFile(place), picture) === 0) return added;
    }
  }
}

/** Puts a PDF beside an article. Throws `EditRefused` for what a check would refuse. */
export async function attachPdf(
  path: string,
  name: string,
  bytes: Buffer,
  desk: OpenDesk,
): Promise<AddedPdf> {
  const { found } = await fileAt(path, desk);
  return addPdf(found, name, bytes);
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
  desk: OpenDesk,
  drafts: Drafts,
): Promise<void> {
  const steps = path.split("/");
  if (!steps.every(isFileName) || !/\.md$/iu.test(path))
    throw new EditRefused(404, "Không ghi được vào chỗ ấy.");
  const place = join(content, ...steps);
  const text = await draftText(draft, base, desk, drafts);
  await makeInside(content, dirname(place));
  await writeFile(place, text, { flag: "wx" }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new EditRefused(409, "Ở chỗ cũ lại có một tệp khác. Xin tải lại trang.");
  });
}

const pictureFaults: Readonly<Record<PictureFault, string>> = {
  "too-large":
    "lớn quá 50 triệu điểm ảnh, hoặc có cạnh dài quá 16.000. Xin thu nhỏ ảnh rồi thêm lại.",
  "too-narrow": "có cạnh này dài gấp hơn 50 lần cạnh kia. Xin cắt lấy phần cần xem rồi thêm lại.",
  animated: "là ảnh động. Xin lưu một khung hình thành JPG hoặc PNG rồi thêm lại.",
  heic: "là ảnh HEIC của iPhone mà máy không đọc được. Xin lưu thành JPG rồi thêm lại; để máy chụp sẵn JPG: Cài đặt > Camera > Định dạng > Tương thích nhất.",
  broken: "bị hỏng hoặc chép chưa hết. Xin lấy lại ảnh gốc.",
  none: "không phải là ảnh. Trang tin nhận ảnh JPG, PNG, WebP và AVIF.",
};

/** Returns HTML copied from Word or a page as Markdown. Throws `EditRefused`. */
export async function pastedText(html: string, desk: OpenDesk, drafts: Drafts): Promise<string> {
  return drafts("paste", { html }, desk.data).catch((error: unknown) => {
    if (!(error instanceof DraftGivenUp)) throw error;
    throw new EditRefused(
      422,
      "Đoạn vừa dán dài hoặc nhiều lớp lồng nhau quá nên không chuyển được. Xin dán chữ thuần, bằng Ctrl+Shift+V.",
    );
  });
}

/** Returns the text of the file for a draft. One written as a whole needs no work. */
export async function draftText(
  draft: Draft,
  before: string,
  desk: OpenDesk,
  drafts: Drafts,
): Promise<string> {
  if ("text" in draft) return wholeText(draft.text, before);
  return drafts("write", { draft, before }, desk.data).catch(refusedBy);
}

/** Says in place of a check that there was none. What was written can be saved all the same. */
export function uncheckedBy(error: unknown): Pick<Checked, "notes" | "attached"> {
  if (!(error instanceof DraftGivenUp)) throw error;
  const message =
    error.why === "too-much"
      ? "Bài này dài hoặc nhiều mục quá nên chưa kiểm tra ngay khi soạn được. Bài vẫn lưu được; chỗ sai nếu có sẽ hiện ra ở trang xem thử."
      : cannotEdit;
  return {
    notes: [{ code: "", severity: "warning", count: 1, message, inForm: message, line: 1 }],
    attached: [],
  };
}

function refusedBy(error: unknown): never {
  if (!(error instanceof DraftGivenUp)) throw error;
  throw new EditRefused(
    422,
    error.why === "too-much"
      ? "Bài này dài hoặc nhiều mục quá nên biểu mẫu không ghi được. Xin bấm “Sửa cả tệp”."
      : cannotEdit,
  );
}

const cannotEdit =
  "Phần đầu bài được viết theo một cách mà biểu mẫu không sửa được. Xin bấm “Sửa cả tệp”.";

/** Returns an article of the folder. Throws `EditRefused` when it is gone or is not text. */
export async function fileAt(
  path: string,
  { folder }: OpenDesk,
): Promise<{ file: TextFile; found: FoundFile }> {
  const found = folder.articles.find((one) => one.path === path);
  const file = found && (await readTextFile(found.realPath));
  if (found === undefined || file === undefined)
    throw new EditRefused(404, `Không mở được “${path}”: tệp không còn, hoặc không phải tệp chữ.`);
  return { file, found };
}
