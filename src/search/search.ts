import type { Article } from "../article.ts";
import { recipeOf } from "../cache/code-hash.ts";
import { inProject } from "../cache/project.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import { type Day, dayNumber, monthOf, yearOf } from "../day.ts";
import { type SearchPart, type Site, unitName } from "../site.ts";
import { directoryOf } from "./directory.ts";

const recipe = recipeOf(
  [
    "src/search/directory.ts",
    "src/search/index-part.ts",
    "src/search/search-record.ts",
    "src/search/search-thread.ts",
    "src/award.ts",
    "src/event.ts",
    "src/quantity.ts",
    "src/text/document-number.ts",
    "src/text/search-text.ts",
    "src/text/escape-html.ts",
    "src/text/vietnamese.ts",
    "src/day.ts",
    "src/cut.ts",
    "src/pictures/picture.ts",
    "src/urls.ts",
  ].map(inProject),
  [],
);

/** Most articles in one part, because it is made anew as a whole when one of them changes. */
const maxInPart = 4_096;
/**
 * A stretch of the calendar may be one part of the index while it has at most this many articles
 * and the newest article is in it: each new article rewrites the files of that part, so they should
 * be few.
 */
const maxInOpenPart = 128;

/** Stretches of the calendar, each cut into those of the next: what names the one of a day. */
const stretches: readonly ((day: Day) => string)[] = [
  (day) => yearsAround(day, 10),
  (day) => yearsAround(day, 5),
  (day) => String(yearOf(day)),
  (day) => `${yearOf(day)}-quy-${Math.ceil(Number(monthOf(day).slice(5)) / 3)}`,
  monthOf,
  // Thirds of a month; the 31st belongs to the last.
  (day) => `${monthOf(day)}-tu-${[1, 11, 21][Math.min(2, Math.floor((dayNumber(day) - 1) / 10))]}`,
];

function yearsAround(day: Day, count: number): string {
  const first = Math.floor(yearOf(day) / count) * count;
  return `${first}-${first + count - 1}`;
}

/**
 * Cuts the articles into parts of the index, newest first: thirds of months and months where news
 * is made, years and decades where nothing changes any more, like the levels of a log-structured
 * merge tree. So a new article makes only one small part anew, and a search for something old reads
 * few parts.
 */
export function searchParts(site: Site): SearchPart[] {
  if (site.articles.length === 0) return directoryParts(site);
  const newest = site.articles.at(-1)!.date;
  const parts = cut("tat-ca", site.articles, 0, newest).map(
    ({ name, articles }): SearchPart => ({
      name: numbered(name, articles),
      articles,
      size: articles.length,
      files: filesFor(articles.length, articlesInFile),
      since: articles[0]!.date,
      years: firstOfYears(articles),
      hash: partHash(articles, site),
    }),
  );
  return [...parts.reverse(), ...directoryParts(site)];
}

/**
 * Returns a name of a folder that says which articles have which number in it. A page that was open
 * while the site was published asks for files of the old numbers, and must not read them from new
 * files: it would show another article than was found.
 */
function numbered(name: string, entries: readonly { readonly url: string }[]): string {
  return `${name}-${hashOfParts(entries.map(({ url }) => url)).slice(0, 6)}`;
}

/** Most entries in one part of the directory, because a place in it is a number of 16 bits. */
const maxInDirectory = 32_768;

/** Returns the parts that have everything with a page but articles; nearly always there is one. */
function directoryParts(site: Site): SearchPart[] {
  const records = directoryOf(site);
  return Array.from({ length: Math.ceil(records.length / maxInDirectory) }, (_, at) => {
    const from = at * maxInDirectory;
    const own = records.slice(from, from + maxInDirectory);
    return {
      name: numbered(
        at === 0 ? "danh-ba" : `danh-ba-${at + 1}`,
        own.map(({ row: [url] }) => ({ url })),
      ),
      articles: [],
      directory: [from, from + own.length] as const,
      size: own.length,
      files: filesFor(own.length, namesInFile),
      since: "",
      years: [],
      hash: hashOfParts([recipe, JSON.stringify(own)]),
    };
  });
}

type Cut = {
  readonly name: string;
  readonly articles: readonly Article[];
};

function cut(name: string, articles: readonly Article[], level: number, newest: Day): Cut[] {
  const isOpen = articles.at(-1)!.date === newest;
  if (articles.length <= (isOpen ? maxInOpenPart : maxInPart)) return [{ name, articles }];
  const stretch = stretches[level];
  if (stretch === undefined) {
    // Thousands of articles in ten days: then their number cuts them.
    return Array.from({ length: Math.ceil(articles.length / maxInPart) }, (_, at) => ({
      name: `${name}-${at + 1}`,
      articles: articles.slice(at * maxInPart, (at + 1) * maxInPart),
    }));
  }
  const within = Map.groupBy(articles, ({ date }) => stretch(date));
  return [...within].flatMap(([inner, some]) => cut(inner, some, level + 1, newest));
}

/** Entries for each file: then a file of usual news has a few kB when compressed. */
const articlesInFile = 8;
const namesInFile = 128;

function filesFor(entries: number, inFile: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, entries / inFile)));
}

/** Returns for each year in a part the place of its first article. */
function firstOfYears(articles: readonly Article[]): SearchPart["years"] {
  const years = new Map<number, number>();
  for (const [at, { date }] of articles.entries())
    if (!years.has(yearOf(date))) years.set(yearOf(date), at);
  return [...years];
}

/** Returns a hash of all that the records are made from, so that no text has to be read for it. */
function partHash(articles: readonly Article[], site: Site): string {
  const made = articles.map((article) => {
    const { hash, tags, unit, date, event, mentions, figures, awards, pictures: shown } = article;
    const givers = awards.flatMap(({ by, proposedBy, decision }) => {
      const ids = proposedBy === undefined ? [by] : [by, proposedBy];
      return ids.map((id) => unitName(id, site, decision?.date ?? date));
    });
    const people = awards.flatMap(({ recipients, presentedBy }) =>
      [...recipients, ...presentedBy].map((name) => site.officials.honoured(name)?.name),
    );
    const others = [event?.unit, ...mentions, ...figures.map(({ about }) => about)];
    const told = others.map((id) => id && unitName(id, site, date));
    const names = [unitName(unit, site, date), ...told, ...givers];
    const bases = shown.map((file) => site.pictures.get(file)?.base);
    return JSON.stringify([hash, tags, names, people, bases]);
  });
  return hashOfParts([recipe, ...made]);
}
