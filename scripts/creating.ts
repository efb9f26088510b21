import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { yearOf } from "../src/day.ts";
import { type NewArticle, newArticleText } from "../src/new-article.ts";

/**
 * Makes the folder and the file of a new article. What is there already stays as it is.
 *
 * @param name of the folder
 * @returns the path of the file, or of what is there in its place
 */
export async function createArticle(
  content: string,
  article: NewArticle,
  name: string,
): Promise<{ path: string; isTaken: boolean }> {
  const folder = join(content, String(yearOf(article.date)), name);
  const taken = takenBy(folder);
  if (taken !== undefined) return { path: taken, isTaken: true };
  await mkdir(folder, { recursive: true });
  const path = join(folder, "index.md");
  await writeFile(path, newArticleText(article), { flag: "wx" });
  return { path, isTaken: false };
}

/** The article or folder that already has the address that one in this folder would have. */
export function takenBy(folder: string): string | undefined {
  return [folder, `${folder}.md`].find((path) => existsSync(path));
}
