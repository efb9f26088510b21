import { existsSync, readFileSync } from "node:fs";
import { mkdir, realpath, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { type Day, parseDay, yearOf } from "../../src/day.ts";
import { articleForm } from "../../src/front-matter/article-form.ts";
import { type NewArticle, newArticleText } from "../../src/front-matter/new-article.ts";
import { WrongUse } from "../cli/option.ts";

/**
 * Makes the folder and the file of a new article. Nothing is overwritten. An article with the title
 * of another but a different day, as reports of regular meetings have, gets a number.
 *
 * @param name of the folder
 * @returns the path of the new file, or of what is already in its place
 */
export async function createArticle(
  content: string,
  article: NewArticle,
  name: string,
): Promise<{ path: string; isTaken: boolean }> {
  const first = join(content, String(yearOf(article.date)), name);
  const { folder, taken } = placeFor(first, article.date);
  if (taken !== undefined) return { path: taken, isTaken: true };
  await makeInside(content, folder);
  const path = join(folder, "index.md");
  return writeFile(path, newArticleText(article), { flag: "wx" }).then(
    () => ({ path, isTaken: false }),
    (error: unknown) => {
      // Made by somebody else since the look above.
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return { path, isTaken: true };
      throw error;
    },
  );
}

/**
 * Finds a folder for an article whose name others may have already. Beside articles of other days
 * it gets the next free number. One of the same day is most likely the same article, and is
 * returned as `taken`.
 *
 * @param first the folder without a number
 */
function placeFor(
  first: string,
  date: Day | undefined,
): { readonly folder: string; readonly taken: string | undefined } {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? first : `${first}-${number}`;
    const taken = takenBy(folder);
    const other = taken === undefined ? undefined : dayOf(taken);
    const isAnother = date !== undefined && other !== undefined && other !== date;
    if (!isAnother) return { folder, taken };
  }
}

/** Returns the path that already has the address that an article in this folder would have. */
export function takenBy(folder: string): string | undefined {
  return [folder, `${folder}.md`].find((path) => existsSync(path));
}

function dayOf(path: string): Day | undefined {
  try {
    const text = readFileSync(path.endsWith(".md") ? path : join(path, "index.md"), "utf8");
    const { date } = articleForm(text.replaceAll("\r\n", "\n"))?.values ?? {};
    return typeof date === "string" ? parseDay(date) : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a folder below the content folder. Throws `WrongUse` where a link would lead out of it. */
export async function makeInside(content: string, folder: string): Promise<void> {
  const root = await realpath(content);
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const real = await realpath(there);
  if (real !== root && !real.startsWith(root + sep))
    throw new WrongUse(
      `“${there}” là liên kết dẫn ra ngoài thư mục nội dung, nên không tạo bài ở đó.`,
    );
  await mkdir(folder, { recursive: true });
}
