import { readFile, stat } from "node:fs/promises";
import { articlePages } from "../../layouts/article.ts";
import { withdrawnPages } from "../../layouts/withdrawn.ts";
import type { Article } from "../../src/article.ts";
import { splitFrontMatter } from "../../src/content/frontmatter.ts";
import { readText, type SourceFile } from "../../src/content/source-file.ts";
import { editHead } from "../../src/front-matter/edit-head.ts";
import { fieldFinder } from "../../src/front-matter/problem-field.ts";
import { type ParsedArticle, type ParseResult, readArticle } from "../../src/parse.ts";
import type { Picture } from "../../src/pictures/picture.ts";
import { measurePicture } from "../../src/pictures/pictures.ts";
import { isError } from "../../src/problems/problem.ts";
import { indexSite } from "../../src/site.ts";
import { keepTogether } from "../../src/text/kept-together.ts";
import type { Desk } from "./desk.ts";

/*
 * The page of an article that is being written, drawn by the same views as the site, for a site of
 * only this article.
 */

/** Returns the page of a draft; undefined when so much is wrong that there is nothing to show. */
export async function draftPage(
  file: SourceFile,
  read: ParseResult,
  desk: Desk,
): Promise<{ url: string; html: string } | undefined> {
  const article = readableArticle(file, read, desk);
  if (article === undefined) return undefined;
  const { reference, folder, settings, today, assets } = desk;
  const linked = article.linksTo.flatMap((path) => {
    const found = folder.articles.find((one) => one.path === path);
    const { file: other } = (found && path !== file.path && readText(found)) || {};
    return (other && readableArticle(other, readArticle(other, reference), desk)) ?? [];
  });
  const pictures = new Map<string, Picture>();
  for (const path of article.pictures) {
    const size = await sizeOf(folder.pictures.get(path)?.realPath);
    if (size) pictures.set(path, { ...size, widths: [size.width], base: desk.pictureUrl(path) });
  }
  const asArticle = (one: ParsedArticle): Article => ({ ...one, hash: one.path });
  const { units, series } = reference;
  const { people } = reference.people;
  const own = [asArticle(article)];
  const [articles, withdrawn] = article.withdrawn ? [[], own] : [own, []];
  const all = { settings, units, people, series, articles, withdrawn, pictures, assets, today };
  const { site } = indexSite(all);
  // Linked articles have an address, but are no neighbours of this one.
  const articleByPath = new Map([
    ...linked.map((one) => [one.path, asArticle(one)] as const),
    ...site.articleByPath,
  ]);
  const shown = { ...site, articleByPath };
  for (const page of article.withdrawn ? withdrawnPages(shown) : articlePages(shown))
    return { url: article.url, html: keepTogether(page.draw()) };
  return undefined;
}

/**
 * Returns an article, or what is left of it: fields with errors are left out, and those that every
 * article must have get stand-ins. Undefined when even that cannot be read.
 */
function readableArticle(
  file: SourceFile,
  { article, problems }: ParseResult,
  { reference, today }: Desk,
): ParsedArticle | undefined {
  const { head } = splitFrontMatter(file);
  const [anyUnit] = reference.units.units;
  if (head?.value === undefined || anyUnit === undefined) return undefined;
  const fieldOf = fieldFinder(head);
  const faulty = new Set(problems.filter(isError).flatMap((found) => fieldOf(found)?.[0] ?? []));
  if (faulty.size === 0 && article?.unit) return article;
  const standIns = { title: "(Chưa có tiêu đề)", date: today, author: "…", unit: anyUnit.id };
  try {
    const text = editHead(file.text, [
      ...[...faulty].map((key) => ({ at: [key], value: undefined })),
      ...Object.entries(standIns)
        .filter(([key]) => faulty.has(key) || !(key in (head.value as object)))
        .map(([key, value]) => ({ at: [key], value })),
    ]);
    return readArticle({ ...file, text }, reference).article;
  } catch {
    return undefined;
  }
}

type Size = { readonly width: number; readonly height: number };
const sizes = new Map<string, Size | undefined>();

/**
 * Returns the size of a picture, memoized for each state of its file, because a page is drawn at
 * every pause in typing.
 */
async function sizeOf(realPath: string | undefined): Promise<Size | undefined> {
  if (realPath === undefined) return undefined;
  const found = await stat(realPath).catch(() => undefined);
  if (found === undefined) return undefined;
  const state = `${realPath} ${found.mtimeMs} ${found.size}`;
  if (!sizes.has(state)) {
    const measured = await measurePicture(await readFile(realPath));
    sizes.set(state, typeof measured === "string" ? undefined : measured);
  }
  return sizes.get(state);
}
