import { randomBytes } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isFileName } from "../../src/content/file-name.ts";
import { folderOf } from "../../src/content/folder-of.ts";
import { readPictureKey } from "../../src/cut.ts";
import { titleIn } from "../../src/front-matter/differences.ts";
import type { DeletedArticle } from "../../src/front-matter/life-api.ts";
import { makeInside } from "../writing/creating.ts";
import type { OpenDesk } from "./desk.ts";
import { EditRefused } from "./edit-refused.ts";

/*
 * Deletes articles that nobody has seen, so that they can be taken back: the file, and the files
 * that only it uses, go into a folder of their own.
 */

const factsName = "bai.json";
const filesName = "tep";

/**
 * Returns the paths of the pictures and PDFs beside an article that no other article names. In a
 * folder of its own, all of them are the article's.
 */
export async function ownFiles(path: string, desk: OpenDesk): Promise<string[]> {
  const { folder } = desk;
  const place = folderOf(path);
  const used = await picturesOfOthers(path, desk);
  const beside = [...folder.pictures.keys(), ...folder.attachments.keys()].filter(
    (one) => folderOf(one) === place && !used.has(one),
  );
  const others = folder.articles.filter((one) => folderOf(one.path) === place && one.path !== path);
  if (others.length === 0) return place === "" ? [] : beside;
  const read = (realPath: string) => readFile(realPath, "utf8").catch(() => "");
  const own = await read(folder.articles.find((one) => one.path === path)?.realPath ?? "");
  const texts = await Promise.all(others.map(({ realPath }) => read(realPath)));
  const nameOf = (one: string) => one.slice(place.length);
  return beside.filter(
    (one) => own.includes(nameOf(one)) && !texts.some((text) => text.includes(nameOf(one))),
  );
}

/**
 * Deletes an article and its own files. They are copied first, so that at every moment they are in
 * one of the two places.
 *
 * @param bin the folder that keeps what was deleted
 */
export async function removeArticle(
  path: string,
  content: string,
  bin: string,
  desk: OpenDesk,
  now = new Date(),
): Promise<void> {
  const paths = [path, ...(await ownFiles(path, desk))];
  const text = await readFile(join(content, path), "utf8");
  const time = now.toISOString();
  const id = `${time.replaceAll(/\D/gu, "")}-${randomBytes(4).toString("hex")}`;
  const making = join(bin, `.${id}`);
  for (const one of paths) {
    const to = join(making, filesName, one);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(content, one), to);
  }
  const facts: DeletedArticle = { id, path, title: titleIn(text) ?? path, time };
  await writeFile(join(making, factsName), JSON.stringify(facts));
  await rename(making, join(bin, id));
  for (const one of paths) await rm(join(content, one), { force: true });
  // The folder goes too, unless something else is in it.
  if (dirname(path) !== ".") await rmdir(join(content, dirname(path))).catch(() => {});
}

/** Returns the articles that were deleted, the last one first. */
export async function deletedArticles(bin: string): Promise<DeletedArticle[]> {
  const names = await readdir(bin).catch(() => []);
  const found: DeletedArticle[] = [];
  for (const name of names.filter((one) => !one.startsWith(".")).toSorted()) {
    const text = await readFile(join(bin, name, factsName), "utf8").catch(() => "");
    try {
      found.push({ ...(JSON.parse(text) as DeletedArticle), id: name });
    } catch {
      // Somebody has put something else there.
    }
  }
  return found.toReversed();
}

/**
 * Puts a deleted article back with its files, and returns its path. Throws `EditRefused` when
 * something else is in its place.
 */
export async function takeBack(id: string, content: string, bin: string): Promise<string> {
  const facts = (await deletedArticles(bin)).find((one) => one.id === id);
  if (facts === undefined || !facts.path.split("/").every(isFileName))
    throw new EditRefused(404, "Không còn bài này để lấy lại.");
  const from = join(bin, id, filesName);
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1));
  for (const path of paths) {
    const [kept, there] = await Promise.all([
      readFile(join(from, path)),
      readFile(join(content, path)).catch(() => undefined),
    ]);
    if (there !== undefined && !there.equals(kept))
      throw new EditRefused(
        409,
        `Ở chỗ cũ giờ có một tệp khác (${path}). Xin đổi địa chỉ bài ấy trước, rồi lấy lại.`,
      );
  }
  for (const path of paths) {
    await makeInside(content, dirname(join(content, path)));
    await copyFile(join(from, path), join(content, path));
  }
  await rm(join(bin, id), { recursive: true, force: true });
  return facts.path;
}

/** Returns the paths of the pictures that other articles use. */
async function picturesOfOthers(path: string, desk: OpenDesk): Promise<ReadonlySet<string>> {
  const articles = await desk.articles();
  const keys = articles.filter((one) => one.path !== path).flatMap(({ pictures }) => pictures);
  return new Set(keys.map((key) => readPictureKey(key).file));
}
