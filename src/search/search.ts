import type { Article } from "../article.ts";
import { recipeOf } from "../cache/code-hash.ts";
import { keyOf } from "../cache/key.ts";
import { inProject } from "../cache/project.ts";
import { nothingRecalled, type Recalled } from "../cache/recalled.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import { type Day, dayNumber, monthOf, yearOf } from "../day.ts";
import { type SearchPart, type Site, unitName } from "../site.ts";
import { runs } from "../text/runs.ts";
import { attachedSections } from "./attached.ts";
import { directoryPieces } from "./directory.ts";

const recipe = recipeOf(
  [
    "src/search/attached.ts",
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

type Most = {
  /** Most entries in one part, because it is made anew as a whole when one of them changes. */
  readonly inPart: number;
  /**
   * A stretch of the calendar may be one part of the index while it has at most this many entries
   * and the newest one is in it: each new one rewrites the files of that part, so they should be
   * few.
   */
  readonly inOpenPart: number;
};
const ofArticles: Most = { inPart: 4_096, inOpenPart: 96 };
/** A section has as many words as four articles, if it is full. */
const ofSections: Most = { inPart: 1_024, inOpenPart: 32 };

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
export function searchParts(site: Site, { recall }: Recalled = nothingRecalled): SearchPart[] {
  return [
    ...articleParts(site, recall),
    ...attachedParts(site),
    ...recall("search directory", () => directoryParts(site)),
  ];
}

function articleParts(site: Site, recall: Recalled["recall"]): SearchPart[] {
  return cut("tat-ca", site.articles, ofArticles)
    .map(({ name, items }, at, { length }): SearchPart => {
      const isNewest = at === length - 1;
      const files = filesFor(
        items.length / (isNewest ? articlesInFile.newest : articlesInFile.older),
      );
      // A recalled value follows from what lists need of articles; hashes tell of their texts.
      const texts = keyOf(items.map(({ hash }) => hash));
      return {
        articles: items,
        size: items.length,
        files,
        ...recall(`search ${name} ${texts}`, () => ({
          name: numbered(
            name,
            files,
            items.map(({ url }) => url),
          ),
          since: items[0]!.date,
          years: firstOfYears(items),
          hash: hashOfParts([recipe, String(files), ...articleHashes(items, site)]),
        })),
      };
    })
    .reverse();
}

/**
 * Returns the parts that have what is written in attached files. They are apart from those of the
 * articles, so that a report of a hundred pages makes no search for an article dearer.
 */
function attachedParts(site: Site): SearchPart[] {
  return cut("tep", attachedSections(site), ofSections)
    .map(({ name, items }): SearchPart => {
      const length = items.reduce((sum, one) => sum + one.length, 0);
      const files = filesFor(length / textInFile);
      return {
        name: numbered(
          name === "tep" ? name : `tep-${name}`,
          files,
          items.map(({ row: [, , , , file] }) => String(file)),
        ),
        articles: [],
        sections: items,
        size: items.length,
        files,
        since: items[0]!.date,
        years: firstOfYears(items),
        hash: hashOfParts([recipe, String(files), JSON.stringify(items)]),
      };
    })
    .reverse();
}

/**
 * Returns a name of a folder that says which articles have which number in it, and which of its
 * files has a word. A page that was open while the site was published asks for files of the old
 * numbers, and must not read them from new files: it would show another article than was found.
 */
function numbered(name: string, files: number, entries: readonly string[]): string {
  return `${name}-${hashOfParts([String(files), ...entries]).slice(0, 6)}`;
}

/** Returns the parts that have everything with a page but articles. */
function directoryParts(site: Site): SearchPart[] {
  return directoryPieces(site).map(({ name, entries }, directory) => {
    const files = filesFor(entries.length / namesInFile);
    const records = entries.map(({ row, names }) => JSON.stringify([row, names]));
    return {
      name: numbered(
        name,
        files,
        entries.map(({ row: [url] }) => url),
      ),
      articles: [],
      directory,
      size: entries.length,
      files,
      since: "",
      years: [],
      hash: hashOfParts([recipe, String(files), ...records]),
    };
  });
}

type Cut<Item> = {
  readonly name: string;
  readonly items: readonly Item[];
};

type Dated = { readonly date: Day };

function cut<Item extends Dated>(name: string, items: readonly Item[], most: Most): Cut<Item>[] {
  return items.length === 0 ? [] : cutAt(name, items, most, 0, items.at(-1)!.date);
}

function cutAt<Item extends Dated>(
  name: string,
  items: readonly Item[],
  most: Most,
  level: number,
  newest: Day,
): Cut<Item>[] {
  const isOpen = items.at(-1)!.date === newest;
  if (items.length <= (isOpen ? most.inOpenPart : most.inPart)) return [{ name, items }];
  const stretch = stretches[level];
  if (stretch === undefined) {
    // Thousands in ten days: then their number cuts them.
    return Array.from({ length: Math.ceil(items.length / most.inPart) }, (_, at) => ({
      name: `${name}-${at + 1}`,
      items: items.slice(at * most.inPart, (at + 1) * most.inPart),
    }));
  }
  // A day has many articles: its stretch is worked out once for all of them.
  const days = runs(items, ({ date }) => date);
  return runs(days, ([day]) => stretch(day)).flatMap(([inner, within]) => {
    const some = within.flatMap(([, ofDay]) => ofDay);
    return cutAt(inner, some, most, level + 1, newest);
  });
}

/**
 * Entries for each file: then a file of usual news has a few kB when compressed. All files of the
 * newest part are written anew for each new article, so they are fewer.
 */
const articlesInFile = { newest: 8, older: 6 };
const namesInFile = 64;
/** The same for texts of attached files, in UTF-16 units. */
const textInFile = 24_000;

/** @param share how many files there would be with the wanted size */
function filesFor(share: number): number {
  return Math.max(1, Math.ceil(share));
}

/** Returns for each year in a part the place of its first article. */
function firstOfYears(articles: readonly Dated[]): SearchPart["years"] {
  const years = new Map<number, number>();
  for (const [at, { date }] of articles.entries())
    if (!years.has(yearOf(date))) years.set(yearOf(date), at);
  return [...years];
}

/** Returns hashes of all that records are made from, so that no text has to be read for them. */
function articleHashes(articles: readonly Article[], site: Site): string[] {
  return articles.map((article) => {
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
}
