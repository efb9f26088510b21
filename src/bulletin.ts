import * as z from "zod";
import type { Abbreviations } from "./abbreviations.ts";
import { type BodyPart, renderBody } from "./body/body.ts";
import type { SiteLink } from "./body/links.ts";
import { isBulletinPath } from "./content/content-folder.ts";
import type { SourceFile } from "./content/source-file.ts";
import { type Day, daysInMonth, monthNumber, monthOf, partialDayText, shortDay } from "./day.ts";
import { maxItems, maxLetters, maxTold } from "./limits.ts";
import { fileStart, isError, type Place, type Problem, problem } from "./problems/problem.ts";
import { type Nearest, nearestOf } from "./text/nearest.ts";
import { check } from "./yaml/check.ts";
import { listOf, text, textUpTo, withoutUndefined } from "./yaml/schema.ts";
import { parseYaml, type YamlTree } from "./yaml/yaml.ts";

/**
 * What an editor wants of the bulletin of one month, from `content/bulletins/2024-05.yaml`. A month
 * without a file has a bulletin all the same, made by rule.
 */
export type BulletinFile = {
  /** Path of the file in content. */
  readonly path: string;
  /** `2024-05` */
  readonly month: string;
  readonly title?: string;
  readonly foreword: readonly BodyPart[];
  /** The articles that come first, by their paths in content, in this order. */
  readonly order: readonly string[];
  readonly leaveOut: readonly string[];
  /** The links of the foreword, to be checked when all pages are known. */
  readonly links: readonly SiteLink[];
};

const schema = z.strictObject({
  title: text.optional(),
  foreword: textUpTo(maxLetters.foreword).optional(),
  order: listOf(text, maxItems.bulletin).optional(),
  leave_out: listOf(text, maxItems.bulletin).optional(),
});

/** Returns the last day of a month given as `2024-05`. */
export function lastDayOf(month: string): Day {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), monthNumber(month))}` as Day;
}

/** What is known of the articles that a bulletin may name. */
export type Nameable = {
  /** Returns whether content has an article file at a path. */
  readonly isFile: (path: string) => boolean;
  /** The articles that could be read, published or not. */
  readonly articles: readonly Named[];
};

type Named = { readonly path: string; readonly date: Day; readonly draft: boolean };

/** Reads the files of bulletins, in order of month. */
export function readBulletins(
  files: ReadonlyMap<string, SourceFile>,
  abbreviations: Abbreviations,
  nameable: Nameable,
): { value: readonly BulletinFile[]; problems: readonly Problem[] } {
  const value: BulletinFile[] = [];
  const problems: Problem[] = [];
  const found = [...files.values()].filter(({ path }) => isBulletinPath(path));
  if (found.length === 0) return { value, problems };
  const finder = finderOf(nameable);
  for (const file of found) {
    const name = file.path.slice(file.path.indexOf("/") + 1);
    const month = /^(\d{4}-(?:0[1-9]|1[0-2]))\.yaml$/u.exec(name)?.[1];
    if (month === undefined) {
      const suggestion = rightName(name);
      problems.push(problem("bulletin-file-name", fileStart(file.path), { name, suggestion }));
      continue;
    }
    const tree = parseYaml(file.text, file);
    const { value: head, problems: ofHead } = check(schema, tree);
    problems.push(...ofHead);
    if (head === undefined || ofHead.some(isError)) continue;
    const order = articlesOf(head.order ?? [], "order", month, tree, finder);
    const leaveOut = articlesOf(head.leave_out ?? [], "leave_out", month, tree, finder);
    problems.push(...order.problems, ...leaveOut.problems);
    for (const [path, at] of leaveOut.places)
      if (order.places.has(path))
        problems.push(problem("bulletin-order-left-out", at, { value: path }));
    if (head.foreword?.includes("\n") && !tree.isBlock(["foreword"]))
      problems.push(problem("text-without-bar", tree.placeOf(["foreword"]), { key: "foreword" }));
    const foreword = forewordOf(head.foreword, file, tree, abbreviations);
    problems.push(...foreword.problems);
    value.push(
      withoutUndefined({
        path: file.path,
        month,
        title: head.title,
        foreword: foreword.parts,
        order: [...order.places.keys()],
        leaveOut: [...leaveOut.places.keys()],
        links: foreword.links,
      }) as BulletinFile,
    );
  }
  return { value: value.sort((a, b) => (a.month < b.month ? -1 : 1)), problems };
}

/** Returns what a file should be called whose name tells year and month in another way. */
function rightName(name: string): string {
  const [, year, month, monthFirst, yearLast] =
    /(?<!\d)(?:(\d{4})[-_. ]?(\d{1,2})|(\d{1,2})[-_. ](\d{4}))(?!\d)/u.exec(name) ?? [];
  const number = Number(month ?? monthFirst);
  if (!(number >= 1 && number <= 12)) return "";
  return `${year ?? yearLast}-${String(number).padStart(2, "0")}.yaml`;
}

type Finder = {
  /** Returns the path of the article that a writer means. */
  readonly find: (written: string) => string | undefined;
  readonly known: (path: string) => Named | undefined;
  /** Returns the likeliest path for one that leads nowhere; empty when none is near. */
  readonly suggest: (written: string) => string;
};

function finderOf({ isFile, articles }: Nameable): Finder {
  const known = new Map(articles.map((article) => [article.path, article]));
  let nearest: Nearest | undefined;
  return {
    // An article with pictures is a folder to its writer.
    find: (written) =>
      [written, `${written}.md`, `${written.replace(/\/$/u, "")}/index.md`].find(isFile),
    known: (path) => known.get(path),
    suggest(written) {
      nearest ??= nearestOf(known.keys());
      return nearest(written) ?? "";
    },
  };
}

/** Finds the articles that a list names, each once with its first place. */
function articlesOf(
  written: readonly string[],
  key: string,
  month: string,
  tree: YamlTree,
  finder: Finder,
): { places: ReadonlyMap<string, Place>; problems: readonly Problem[] } {
  const places = new Map<string, Place>();
  const problems: Problem[] = [];
  let missing = 0;
  for (const [index, value] of written.entries()) {
    const place = tree.placeOf([key, index]);
    const path = finder.find(value);
    if (path === undefined) {
      missing += 1;
      // A path is looked for only where it will be told.
      const suggestion = missing > maxTold ? "" : finder.suggest(value);
      problems.push(problem("bulletin-article-unknown", place, { value, suggestion }));
      continue;
    }
    const first = places.get(path);
    if (first !== undefined) {
      const args = { value, key, line: String(first.line) };
      problems.push(problem("bulletin-article-twice", place, args));
      continue;
    }
    // Of an article that could not be read nothing is known, and its own problems are told.
    const { date, draft = false } = finder.known(path) ?? {};
    if (date !== undefined && monthOf(date) !== month) {
      const args = { value, date: shortDay(date), month: partialDayText(month) };
      problems.push(problem("bulletin-other-month", place, args));
      continue;
    }
    if (draft && key === "order")
      problems.push(problem("bulletin-draft", place, { value, month: partialDayText(month) }));
    places.set(path, place);
  }
  return { places, problems };
}

function forewordOf(
  written: string | undefined,
  file: SourceFile,
  tree: YamlTree,
  abbreviations: Abbreviations,
): { parts: readonly BodyPart[]; links: readonly SiteLink[]; problems: readonly Problem[] } {
  if (written === undefined) return { parts: [], links: [], problems: [] };
  const placeOf = blockPlaces(written, file, tree.placeOf(["foreword"]));
  const { parts, links, problems } = renderBody({ path: file.path, text: written }, written, 0, {
    // It is read by all units, so only what means one thing everywhere is explained.
    unit: "",
    abbreviations,
    captionOf: () => undefined,
    findPicture: (src, place) => problem("bulletin-picture", place, { value: src }),
  });
  return {
    parts,
    links: links.map((link) => ({ ...link, place: placeOf(link.place) })),
    problems: problems.map((one) => ({ ...one, ...placeOf(one) })),
  };
}

/**
 * Makes a function from a place in a text of several lines to its place in the file. Only a block
 * (`|`) has the same lines in both; of any other text the beginning is told.
 */
function blockPlaces(written: string, file: SourceFile, start: Place): (place: Place) => Place {
  const lines = file.text.split("\n");
  const isBlock = lines[start.line - 1]?.slice(start.column - 1).startsWith("|") ?? false;
  const first = written.split("\n", 1)[0]!;
  const at = isBlock ? lines.findIndex((line, row) => row >= start.line && line.trim() !== "") : -1;
  const indent = at === -1 ? -1 : lines[at]!.indexOf(first);
  if (indent === -1) return () => start;
  return ({ line, column }) => ({ path: file.path, line: at + line, column: column + indent });
}
