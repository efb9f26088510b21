import { copyFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { readAddressRecord } from "../../src/address-record.ts";
import { relinked } from "../../src/body/relinked.ts";
import { isArticleFile, isBulletinPath } from "../../src/content/content-folder.ts";
import { folderOf } from "../../src/content/folder-of.ts";
import { type Day, yearOf } from "../../src/day.ts";
import { articleForm } from "../../src/front-matter/article-form.ts";
import { canEditHead, editHead } from "../../src/front-matter/edit-head.ts";
import { folderName } from "../../src/front-matter/new-article.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import { makeInside, takenBy } from "../writing/creating.ts";
import { readTextFile, type TextFile } from "../writing/text-file.ts";
import type { OpenDesk } from "./desk.ts";
import { EditRefused } from "./edit-refused.ts";

/* Gives an article another address, and makes a new article of one. */

/** The part of a file's or a folder's name that is no part of the address. */
const dayInFront = /^\d{4}-\d{2}-\d{2}[-_ ]+(?=.)/u;

/** Returns the last part of an article's address. */
export function slugIn(path: string): string {
  return slugOf(nameIn(path).replace(dayInFront, ""));
}

function nameIn(path: string): string {
  const steps = path.replace(/\.md$/iu, "").split("/");
  const last = steps.at(-1)!;
  return last.toLowerCase() === "index" && steps.length > 1 ? steps.at(-2)! : last;
}

/** Returns how many other articles link to one. */
export async function linksTo(path: string, desk: OpenDesk): Promise<number> {
  const articles = await desk.articles();
  return articles.filter((one) => one.path !== path && one.linksTo.includes(path)).length;
}

/** Returns whether an article's address is in the record of those that were published. */
export function isRecorded(path: string, { folder }: OpenDesk): boolean {
  return readAddressRecord(folder.addresses).value.some(({ owner }) => owner === path);
}

/**
 * Gives an article another address: its folder, or its file, gets another name, and links to it
 * follow. The old address leads on where readers know it. Returns the new path. Throws
 * `EditRefused`.
 *
 * @param isKnown whether readers know the old address
 */
export async function moveArticle(
  path: string,
  wish: string,
  isKnown: boolean,
  content: string,
  desk: OpenDesk,
): Promise<string> {
  const slug = folderName(wish);
  if (slug === "") throw new EditRefused(400, "Địa chỉ cần có chữ cái hoặc chữ số.");
  if (slug === slugIn(path)) throw new EditRefused(400, "Địa chỉ mới giống địa chỉ cũ.");
  const [day = ""] = dayInFront.exec(nameIn(path)) ?? [];
  const isInFolder = basename(path).toLowerCase() === "index.md" && dirname(path) !== ".";
  const from = isInFolder ? dirname(path) : path;
  const to = join(dirname(from), `${day}${slug}${isInFolder ? "" : ".md"}`).replaceAll("\\", "/");
  const isShared = desk.folder.articles.some(
    (one) => one.path !== path && isInFolder && one.path.startsWith(`${from}/`),
  );
  if (isShared)
    throw new EditRefused(
      409,
      "Trong thư mục của bài này còn bài khác, nên không đổi địa chỉ ở đây được. Xin nhờ người phụ trách kỹ thuật.",
    );
  const taken = takenBy(join(content, to.replace(/\.md$/u, "")));
  if (taken !== undefined)
    throw new EditRefused(409, `Địa chỉ “${slug}” đã có bài khác dùng. Xin chọn chữ khác.`);
  const moved = (one: string) =>
    one === from || one.startsWith(`${from}/`) ? to + one.slice(from.length) : one;
  const old = (await desk.articles()).find((one) => one.path === path)?.url;
  const fresh = old?.replace(/[^/]+\/$/u, `${slug}/`);
  // An alias that is the article's own address means nothing, so it can come first.
  if (isKnown && old !== undefined) await addAlias(join(content, path), old);
  const texts = await linkedTexts(desk);
  await rename(join(content, from), join(content, to));
  const moves = {
    path: moved,
    address: (address: string) => (address === old && fresh !== undefined ? fresh : address),
  };
  for (const one of texts) {
    const place = moved(one);
    const file = await readTextFile(join(content, place));
    if (file === undefined) continue;
    const text = isArticleFile(one)
      ? relinked(file.text, one, place, moves)
      : withPath(file.text, path, moved(path));
    if (text !== file.text) await file.write(text);
  }
  return moved(path);
}

async function addAlias(realPath: string, address: string): Promise<void> {
  const file = await readTextFile(realPath);
  const known = file && articleForm(file.text)?.values.aliases;
  if (file === undefined || !canEditHead(file.text))
    throw new EditRefused(422, `Phần đầu bài chưa đọc được. Xin sửa lỗi trước, rồi đổi địa chỉ.`);
  const aliases = Array.isArray(known) ? known.map(String) : [];
  if (aliases.includes(address)) return;
  await file.write(editHead(file.text, [{ at: ["aliases"], value: [...aliases, address] }]));
}

/** Returns the files that may name an article. */
async function linkedTexts({ folder }: OpenDesk): Promise<string[]> {
  const lists = [...folder.data.keys()].filter(
    (name) => isBulletinPath(name) || name === "units.yaml",
  );
  // A list that several sites share lies elsewhere, and names no file of this one by its path here.
  const own = lists.filter((name) => name !== "units.yaml" || folder.unitsPath === "units.yaml");
  return [...folder.articles.map(({ path }) => path), ...own];
}

/** Exchanges the path of an article in a data file, in any of the ways it can be written. */
function withPath(text: string, from: string, to: string): string {
  const forms = (path: string) => {
    const whole = path.replace(/\.md$/u, "");
    return [path, whole.replace(/\/index$/u, ""), `${whole.replace(/\/index$/u, "")}/`];
  };
  const after = forms(to);
  return forms(from).reduce(
    (all, form, at) =>
      all.replaceAll(
        new RegExp(`(?<=^|[\\s"'\\[,])${RegExp.escape(form)}(?=$|[\\s"'\\],])`, "gmu"),
        () => after[at]!,
      ),
    text,
  );
}

/**
 * Makes a new draft of an article: everything but what belongs to the other's past. Pictures and
 * PDFs beside it that it names are copied. Returns the path of the new one. Throws `EditRefused`.
 */
export async function duplicateArticle(
  path: string,
  today: Day,
  content: string,
  desk: OpenDesk,
): Promise<string> {
  const found = desk.folder.articles.find((one) => one.path === path);
  const file: TextFile | undefined = found && (await readTextFile(found.realPath));
  if (file === undefined) throw new EditRefused(404, "Không còn bài này.");
  const before = articleForm(file.text)?.values.title;
  if (before === undefined)
    throw new EditRefused(422, "Phần đầu bài chưa đọc được. Xin sửa lỗi trước, rồi nhân đôi.");
  const title = `${String(before).trim()} (bản sao)`;
  const stem = `${yearOf(today)}/${folderName(title) || "ban-sao"}`;
  let folder = stem;
  for (let number = 2; takenBy(join(content, folder)) !== undefined; number += 1)
    folder = `${stem}-${number}`;
  const fresh = `${folder}/index.md`;
  const place = folderOf(path);
  const beside = [...desk.folder.pictures.values(), ...desk.folder.attachments.values()].filter(
    (one) => one.path.startsWith(place) && file.text.includes(one.path.slice(place.length)),
  );
  const copied = new Map(
    beside.map((one) => [one.path, `${folder}/${one.path.slice(place.length)}`]),
  );
  const text = editHead(file.text, [
    { at: ["title"], value: title },
    { at: ["date"], value: today },
    ...["aliases", "corrections", "withdrawn", "lead_until"].map((key) => ({
      at: [key],
      value: undefined,
    })),
    { at: ["draft"], value: true },
  ]);
  const linked = relinked(text, path, fresh, {
    path: (one) => copied.get(one) ?? one,
    address: (address) => address,
  });
  for (const one of beside) {
    const to = join(content, copied.get(one.path)!);
    await makeInside(content, dirname(to));
    await copyFile(one.realPath, to);
  }
  await makeInside(content, join(content, folder));
  // Last, so that the article is never there without its pictures.
  await writeFile(join(content, fresh), linked, { flag: "wx" });
  return fresh;
}
