import { readFile, stat } from "node:fs/promises";
import { articlePages } from "../../layouts/article.ts";
import { withdrawnPages } from "../../layouts/withdrawn.ts";
import type { Article } from "../../src/article.ts";
import type { Attachment } from "../../src/attachments/attachment.ts";
import { splitFrontMatter } from "../../src/content/frontmatter.ts";
import { readText, type SourceFile } from "../../src/content/source-file.ts";
import { readPictureKey, regionOf, type Size } from "../../src/cut.ts";
import { type Day, yearOf } from "../../src/day.ts";
import { editHead } from "../../src/front-matter/edit-head.ts";
import { fieldFinder } from "../../src/front-matter/problem-field.ts";
import { pagesIn } from "../../src/page.ts";
import { type ParsedArticle, type ParseResult, readArticle } from "../../src/parse.ts";
import type { Picture } from "../../src/pictures/picture.ts";
import { measurePicture } from "../../src/pictures/pictures.ts";
import { isError, type YamlPath } from "../../src/problems/problem.ts";
import type { Reference } from "../../src/reference.ts";
import { indexSite } from "../../src/site.ts";
import { keepTogether } from "../../src/text/kept-together.ts";
import type { Unit } from "../../src/unit.ts";
import { indexUnits } from "../../src/unit-index.ts";
import { dayUrl, monthUrl, yearUrl } from "../../src/urls.ts";
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
  attachments: ReadonlyMap<string, Attachment>,
): Promise<{ url: string | undefined; html: string } | undefined> {
  const readable = readableArticle(file, read, desk);
  if (readable === undefined) return undefined;
  const { article, hasDay } = readable;
  const { reference, folder, settings, logo, today, assets } = desk;
  const replacement = article.withdrawn?.replacedBy;
  const named = replacement === undefined ? article.linksTo : [...article.linksTo, replacement];
  const linked = named.flatMap((path) => {
    const found = folder.articles.find((one) => one.path === path);
    const { file: other } = (found && path !== file.path && readText(found)) || {};
    const known = other && readableArticle(other, readArticle(other, reference), desk);
    return known === undefined ? [] : known.article;
  });
  const pictures = new Map<string, Picture>();
  for (const key of article.pictures) {
    const { file: path, cut } = readPictureKey(key);
    const whole = await sizeOf(folder.pictures.get(path)?.realPath);
    if (whole === undefined) continue;
    const { width, height } = cut ? regionOf(cut, whole) : whole;
    pictures.set(key, { width, height, widths: [width], base: desk.pictureUrl(key) });
  }
  const asArticle = (one: ParsedArticle): Article => ({
    ...one,
    hash: one.path,
    listHash: one.path,
  });
  const { series } = reference;
  const units = readable.reference.units;
  const { people } = reference.people;
  const own = [asArticle(article)];
  const [articles, withdrawn] = article.withdrawn ? [[], own] : [own, []];
  const known = { settings, logo, units, people, series, assets, today };
  const all = { ...known, articles, withdrawn, pictures, attachments };
  const { site } = indexSite(all);
  // Linked articles have an address, but are no neighbours of this one.
  const articleByPath = new Map([
    ...linked.map((one) => [one.path, asArticle(one)] as const),
    ...site.articleByPath,
  ]);
  const shown = { ...site, articleByPath };
  for (const page of pagesIn(article.withdrawn ? withdrawnPages(shown) : articlePages(shown)))
    return hasDay
      ? { url: article.url, html: keepTogether(page.draw()) }
      : { url: undefined, html: keepTogether(withoutDay(page.draw(), article.date)) };
  return undefined;
}

/** What the page of a draft shows in place of what it lacks, so that nobody takes it for a fact. */
const gaps = { title: "(Chưa có tiêu đề)", date: "(Chưa có ngày)", unit: "(Chưa có đơn vị)" };

/** The unit of an article whose own cannot be found. No unit of units.yaml can have this id. */
const gapUnit: Unit = {
  id: "(chua-co)",
  name: gaps.unit,
  aliases: [],
  successors: [],
  offshoots: [],
  eras: [{ name: gaps.unit }],
  changes: [],
};

/**
 * Returns a page without the day of its article, and without the address that would have it: the
 * views want a day, and the article has none.
 */
function withoutDay(page: string, day: Day): string {
  const way = [yearUrl(yearOf(day)), monthUrl(day.slice(0, 7)), dayUrl(day)];
  const crumbs = way.map((url) => `<li><a href="${url}">[^<]*</a></li>\\s*`).join("");
  return page
    .replace(new RegExp(crumbs, "u"), `<li><span>${gaps.date}</span></li>\n`)
    .replaceAll(/<p class="(?:permalink|on-paper)">.*?<\/p>/gsu, "")
    .replace(new RegExp(`<time datetime="${day}">[^<]*</time>`, "u"), `<span>${gaps.date}</span>`);
}

/**
 * Returns an article, or what is left of it: fields with errors are left out, and those that every
 * article must have get stand-ins. Undefined when even that cannot be read.
 */
function readableArticle(
  file: SourceFile,
  { article, problems }: ParseResult,
  { reference, today }: Desk,
): Readable | undefined {
  const { head } = splitFrontMatter(file);
  if (head?.value === undefined) return undefined;
  const fieldOf = fieldFinder(head);
  const ways = problems.filter(isError).flatMap((found) => [fieldOf(found) ?? []]);
  const faulty = new Set(ways.flatMap(([key]) => key ?? []));
  if (faulty.size === 0 && article?.unit) return { article, reference, hasDay: true };
  const isMissing = (key: string) => faulty.has(key) || !(key in (head.value as object));
  // Of a list only the faulty items go; the last of them first, because those behind it move up.
  const items = new Map(
    ways.flatMap(([key, at]) => (typeof at === "number" ? [[`${key} ${at}`, [key!, at]]] : [])),
  );
  const isInItem = (key: string | number) =>
    ways.every(([one, at]) => one !== key || typeof at === "number");
  const smallest = [
    ...[...items.values()].toSorted(([, a], [, b]) => Number(b) - Number(a)),
    ...[...faulty].filter((key) => !isInItem(key)).map((key) => [key]),
  ];
  const standIns = { title: gaps.title, date: today, author: "…", unit: gapUnit.id };
  const without = (gone: readonly YamlPath[]) => {
    const text = editHead(file.text, [
      ...gone.map((at) => ({ at, value: undefined })),
      ...Object.entries(standIns)
        .filter(([key]) => isMissing(key))
        .map(([key, value]) => ({ at: [key], value })),
    ]);
    const { units, articles } = reference.units;
    const withGap = { ...reference, units: indexUnits([...units, gapUnit], articles) };
    const left = readArticle({ ...file, text }, withGap).article;
    return left && { article: left, reference: withGap, hasDay: !isMissing("date") };
  };
  for (const gone of [smallest, [...faulty].map((key) => [key])]) {
    try {
      const left = without(gone);
      if (left) return left;
    } catch {
      // Then more has to go.
    }
  }
  return undefined;
}

type Readable = {
  readonly article: ParsedArticle;
  /** What it was read against. */
  readonly reference: Reference;
  /** False when its day is only a stand-in. */
  readonly hasDay: boolean;
};

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
