import { type Moved, movedOf, type Owner } from "./alias.ts";
import type { Article, Correction, Withdrawal } from "./article.ts";
import type { Assets } from "./assets/assets.ts";
import type { AttachedText } from "./attachments/attached-text.ts";
import type { Attachment } from "./attachments/attachment.ts";
import type { BulletinFile } from "./bulletin.ts";
import { nothingRecalled, type Recalled } from "./cache/recalled.ts";
import { type Day, monthOf, yearOf } from "./day.ts";
import type { Figure } from "./figure.ts";
import { append } from "./lists.ts";
import type { Logo } from "./logo.ts";
import { indexPeople } from "./people.ts";
import type { Official } from "./person.ts";
import type { Picture } from "./pictures/picture.ts";
import { type Finding, finding } from "./problems/finding.ts";
import { ownNames } from "./registers/award-recipient.ts";
import { buildRegister, type Register } from "./registers/awards.ts";
import { type Bulletin, bulletinsOf } from "./registers/bulletins.ts";
import type { DocumentRegister } from "./registers/document-entry.ts";
import { buildDocuments } from "./registers/documents.ts";
import {
  buildFigures,
  type FigureRegister,
  factsOfSeries,
  type SeriesFacts,
  seriesFinder,
} from "./registers/figures.ts";
import { mentionsByUnit } from "./registers/mentions.ts";
import { buildOfficials, type OfficialRegister } from "./registers/officials.ts";
import { awardsReceived, type Received } from "./registers/received.ts";
import { buildSessions, type SessionRegister } from "./registers/sessions.ts";
import { unitsByName } from "./registers/unit-of-recipient.ts";
import type { SeriesIndex } from "./series.ts";
import type { Settings } from "./settings.ts";
import { runs } from "./text/runs.ts";
import type { TitleRow } from "./text/search-text.ts";
import { compareCodes, comparePeople, compareText, slugOf } from "./text/vietnamese.ts";
import { hasEnded, lastDay, type Unit, unitAsOf, unitOn } from "./unit.ts";
import { presentHeirs, type UnitIndex, unitsAbove } from "./unit-index.ts";
import { placeUrl } from "./urls.ts";
import { lazily, lazyFields } from "./work/once.ts";

/** All that the pages are made from. Every list of articles runs from the oldest to the newest. */
export type Site = {
  readonly settings: Settings;
  readonly logo?: Logo;
  readonly articles: readonly Article[];
  /** In alphabetical order. */
  readonly tags: readonly Group[];
  /** In order of given names. */
  readonly authors: readonly Group[];
  /** Every unit of units.yaml, in alphabetical order. */
  readonly units: readonly UnitEntry[];
  /** In the order of units.yaml. */
  readonly unitById: ReadonlyMap<string, UnitEntry>;
  /** Oldest first; only years, months and days that have an article. */
  readonly years: readonly YearEntry[];
  readonly register: Register;
  readonly figures: FigureRegister;
  /** What is told of each series of the register, which need not be made where this is recalled. */
  readonly seriesFacts: readonly SeriesFacts[];
  /** Finds them for a figure; undefined where no address can be made from its name. */
  readonly seriesOf: (figure: Figure) => SeriesFacts | undefined;
  /** What each unit received, by its id; a unit without an award is not there. */
  readonly received: ReadonlyMap<string, readonly Received[]>;
  readonly documents: DocumentRegister;
  readonly sessions: SessionRegister;
  readonly officials: OfficialRegister;
  /** Which registers have an entry: that alone is known without all articles. */
  readonly hasEntries: Presence;
  /** By unit, the articles of other units that mention it, oldest first. */
  readonly mentionedIn: ReadonlyMap<string, readonly Article[]>;
  /** The bulletins of all months that are over, oldest first. */
  readonly bulletins: readonly Bulletin[];
  /** In order of their days, oldest first. */
  readonly corrections: readonly CorrectionEntry[];
  /** What was taken back, by the path of its file, in order of the days on which it was. */
  readonly withdrawn: ReadonlyMap<string, WithdrawnEntry>;
  /** The addresses of the past, and the articles that are elsewhere now. */
  readonly moved: readonly Moved[];
  /** The day of the build. Only what is called new by the calendar may depend on it. */
  readonly today: Day;
  /** By the path of the file in content. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** By the path of the file in content. */
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** What there is to search in attachments, by the same path. */
  readonly attachedTexts: ReadonlyMap<string, AttachedText>;
  readonly articleByPath: ReadonlyMap<string, Article>;
  readonly assets: Assets;
  /**
   * The parts of the search index: of articles and of attached files, each newest first, then the
   * directory; none for a check.
   */
  readonly search: readonly SearchPart[];
};

export type Presence = Readonly<
  Record<"awards" | "figures" | "documents" | "sessions" | "officials" | "bulletins", boolean>
>;

/** A section of an attached file, as the search index knows it. */
export type AttachedSection = {
  /** Day of the article that attached the file first. */
  readonly date: Day;
  /** Where its text is. */
  readonly kept: string;
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly row: TitleRow;
  readonly unit: string;
  readonly tags: readonly string[];
};

/** A part of the search index, which a browser can read without the others. */
export type SearchPart = {
  /** `2010-2014-0a1b2c`, `2023-0a1b2c` …; the name of its folder, and a hash of its numbers. */
  readonly name: string;
  /** Oldest first. */
  readonly articles: readonly Article[];
  /** How many entries it has. */
  readonly size: number;
  /** Which piece of the directory it is, where it has no articles but other things with a page. */
  readonly directory?: number;
  /** The sections of attached files that it has, oldest first, where it has those. */
  readonly sections?: readonly AttachedSection[];
  /** How many files its words are cut into. */
  readonly files: number;
  /** Day of its first article; empty where it has none. */
  readonly since: string;
  /** The years of its articles, and the place of the first article of each. */
  readonly years: readonly (readonly [year: number, first: number])[];
  /** A hash of all that is in it. */
  readonly hash: string;
};

/** A correction with the article that has it. */
export type CorrectionEntry = {
  readonly correction: Correction;
  readonly article: Article;
  /** Its place among the corrections of the article, from 1. */
  readonly number: number;
};

/** An article that was taken back. No more of it is known here, so that no list can show more. */
export type WithdrawnEntry = {
  readonly url: string;
  /** The day of the article. */
  readonly published: Day;
  readonly withdrawal: Withdrawal;
};

/** Articles that share a tag or an author. Spellings that fold alike are one group. */
export type Group = {
  readonly slug: string;
  /** The commonest spelling. */
  readonly name: string;
  readonly articles: readonly Article[];
};

export type UnitEntry = {
  /** With the facts of today, or of its end. */
  readonly unit: Unit;
  readonly isEnded: boolean;
  /** From the top of the tree down to the parent; of a unit that has ended, on its last day. */
  readonly ancestors: readonly Unit[];
  /** Those right below it, at the same time. */
  readonly children: readonly Unit[];
  /** Those that were once right below it. */
  readonly formerChildren: readonly Unit[];
  /** Those that it carries on, or that it was split off from. */
  readonly predecessors: readonly Unit[];
  readonly articles: readonly Article[];
};

export type YearEntry = {
  readonly year: number;
  readonly articles: readonly Article[];
  readonly months: readonly MonthEntry[];
};
export type MonthEntry = {
  readonly month: string;
  readonly articles: readonly Article[];
  readonly days: readonly DayEntry[];
};
export type DayEntry = { readonly day: Day; readonly articles: readonly Article[] };

export type SiteParts = {
  readonly settings: Settings;
  /** Left out where the name of the site is alone. */
  readonly logo?: Logo | undefined;
  readonly units: UnitIndex;
  readonly series: SeriesIndex;
  /** The office holders of people.yaml. */
  readonly people: readonly Official[];
  /** The articles to publish, in any order. */
  readonly articles: readonly Article[];
  /** Articles that are withdrawn, in any order; left out where none is shown. */
  readonly withdrawn?: readonly Article[];
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Left out where no page leads to one. */
  readonly attachments?: ReadonlyMap<string, Attachment>;
  readonly attachedTexts?: ReadonlyMap<string, AttachedText>;
  readonly assets: Assets;
  readonly today: Day;
  /** What editors want of single bulletins; left out where none is shown. */
  readonly bulletins?: readonly BulletinFile[];
  /** Whether a month that is not over has a bulletin too. */
  readonly withOpenMonths?: boolean;
  /** Cuts the site into the parts of its search index; left out where nobody searches. */
  readonly searchOf?: (site: Site) => readonly SearchPart[];
  /** Recalls what was made for a site of the same lists. */
  readonly recall?: Recalled["recall"];
};

/**
 * Puts articles in their order. The lists and registers of the site are made when they are first
 * asked for, each in one pass: Eleventy's own collections would look through all articles for each
 * tag, and after the edit of one text a build needs few of them.
 */
export function indexSite(parts: SiteParts): { site: Site; findings: () => Finding[] } {
  const { settings, units, people, pictures, assets, today, withdrawn = [] } = parts;
  const { recall = nothingRecalled.recall } = parts;
  const inOrder = inOrderOfDays(parts.articles);
  const tags = groupBySlug(inOrder, ({ tags }) => tags);
  const authors = lazily(() =>
    groupBySlug(inOrder, ({ authors }) => authors.map(({ name }) => name)),
  );
  // Lists and articles show one spelling of a tag, the commonest.
  const articles = tags.areAlike
    ? inOrder
    : inOrder.map((article) => withCommonTags(article, tags.nameOf));
  const awards = lazily(() =>
    buildRegister(articles, {
      unitOfRecipient: unitsByName(units.units),
      namesOfId: ownNames(indexPeople(people)),
    }),
  );
  const figures = lazily(() => buildFigures(articles, parts.series));
  const documents = lazily(() => buildDocuments(articles, units));
  const sessions = lazily(() => buildSessions(articles));
  const site: Site = lazyFields<Site>({
    settings: () => settings,
    ...(parts.logo ? { logo: () => parts.logo! } : {}),
    articles: () => articles,
    tags: () => groupsOf(tags, articles).sort((a, b) => compareText(a.name, b.name)),
    authors: () => groupsOf(authors(), articles).sort((a, b) => comparePeople(a.name, b.name)),
    units: () => indexByUnit(units, articles, today),
    unitById: () => {
      const entryOf = new Map(site.units.map((entry) => [entry.unit.id, entry]));
      return new Map(units.units.map(({ id }) => [id, entryOf.get(id)!]));
    },
    years: () => indexByDate(articles),
    register: () => awards().register,
    figures: () => figures().register,
    seriesFacts: () => recall("series", () => factsOfSeries(site.figures)),
    seriesOf: () => seriesFinder(site.seriesFacts, parts.series),
    received: () => awardsReceived(awards().register),
    documents: () => documents().documents,
    sessions: () => sessions().register,
    officials: () => buildOfficials(people, articles, () => awards().register.entries),
    hasEntries: () => recall("entries", () => presenceIn(site)),
    mentionedIn: () => mentionsByUnit(articles),
    bulletins: () =>
      bulletinsOf({
        articles,
        units,
        files: parts.bulletins ?? [],
        today,
        withOpenMonths: parts.withOpenMonths ?? false,
      }),
    corrections: () => correctionsOf(articles),
    withdrawn: () => withdrawnOf(withdrawn),
    moved: () => movedOf([...articles, ...withdrawn.map(asNotice)]),
    today: () => today,
    pictures: () => pictures,
    attachments: () => parts.attachments ?? new Map(),
    attachedTexts: () => parts.attachedTexts ?? new Map(),
    articleByPath: () => new Map(articles.map((article) => [article.path, article])),
    assets: () => assets,
    search: () => parts.searchOf?.(site) ?? [],
  });
  const findings = () => [
    ...spellingFindings(inOrder, tags, "tag-spelling", "tags", ({ tags }) => tags),
    ...spellingFindings(inOrder, authors(), "author-spelling", "author", ({ authors }) =>
      authors.map(({ name }) => name),
    ),
    ...awards().findings,
    ...figures().findings,
    ...documents().findings,
    ...sessions().findings,
  ];
  return { site, findings };
}

function presenceIn(site: Site): Presence {
  return {
    awards: site.register.entries.length > 0,
    figures: site.figures.series.some(({ hasPage }) => hasPage),
    documents: site.documents.entries.length > 0,
    sessions: site.sessions.sessions.length > 0,
    officials: site.officials.officials.length > 0,
    bulletins: site.bulletins.length > 0,
  };
}

/** Sorts articles by day and path. They mostly come by path, so those of one day are in order. */
function inOrderOfDays(articles: readonly Article[]): readonly Article[] {
  const ofDays = [...Map.groupBy(articles, ({ date }) => date)];
  return ofDays
    .sort(([a], [b]) => compareCodes(a, b))
    .flatMap(([, ofDay]) => ofDay.sort((a, b) => compareCodes(a.path, b.path)));
}

/**
 * Returns what a unit is called; one that is not known goes by its id.
 *
 * @param day the day whose name is meant; left out for the name of now
 */
export function unitName(id: string, site: Pick<Site, "unitById">, day?: Day): string {
  return factsOf(id, site, day)?.name ?? id;
}

/** Returns the short name of a unit on a day or now, for lists, which have little room. */
export function shortUnitName(id: string, site: Pick<Site, "unitById">, day?: Day): string {
  const facts = factsOf(id, site, day);
  return facts?.short ?? facts?.name ?? id;
}

/** Returns the units that an ended one has become; none for one that goes on. */
export function heirsNow(unit: Unit, { unitById }: Pick<Site, "unitById">): Unit[] {
  const isEnded = ({ id }: Unit) => unitById.get(id)?.isEnded ?? false;
  return presentHeirs(unit, { get: (id) => unitById.get(id)?.unit }, isEnded);
}

function factsOf(id: string, { unitById }: Pick<Site, "unitById">, day: Day | undefined) {
  const unit = unitById.get(id)?.unit;
  return unit && day !== undefined ? unitOn(unit, day) : unit;
}

/** Reports articles with one address: each but the first, which keeps it. */
export function sameAddressFindings(articles: readonly Article[]): Finding[] {
  const owners = new Map<string, string>();
  const found: Finding[] = [];
  for (const { path, url } of articles) {
    const other = owners.get(url);
    if (other === undefined) owners.set(url, path);
    else found.push(finding("same-address", path, [], { url, other }));
  }
  return found;
}

/**
 * Lists all corrections in order of their days. The sort is stable: those of one day stay in the
 * order of their articles.
 */
function correctionsOf(articles: readonly Article[]): CorrectionEntry[] {
  return articles
    .flatMap((article) =>
      article.corrections.map((correction, at) => ({ correction, article, number: at + 1 })),
    )
    .sort((a, b) => compareCodes(a.correction.date, b.correction.date));
}

function withdrawnOf(articles: readonly Article[]): Map<string, WithdrawnEntry> {
  const inOrder = articles.toSorted(
    (a, b) =>
      compareCodes(a.withdrawn!.date, b.withdrawn!.date) ||
      compareCodes(a.date, b.date) ||
      compareCodes(a.path, b.path),
  );
  return new Map(
    inOrder.map(({ path, url, date, withdrawn }) => [
      path,
      { url, published: date, withdrawal: withdrawn! },
    ]),
  );
}

/** Returns what may be shown of a withdrawn article to those who ask for an old address of it. */
function asNotice({ path, url, aliases }: Article): Owner {
  return { path, url, aliases, title: "Bài đã được rút" };
}

/**
 * Returns where a link to an article leads: to the place in it that is meant, or to the notice in
 * its place, which has none of its headings. Empty where readers find neither.
 */
export function linkedUrl(
  { path, fragment }: { readonly path: string; readonly fragment: string },
  { articleByPath, withdrawn }: Pick<Site, "articleByPath" | "withdrawn">,
): string {
  const article = articleByPath.get(path);
  if (article !== undefined) return placeUrl(article.url, fragment);
  return withdrawn.get(path)?.url ?? "";
}

type Grouping = {
  /** The indexes of the articles of each group in the list of all, by slug. */
  readonly members: ReadonlyMap<string, readonly number[]>;
  /** The commonest spelling, by slug. */
  readonly names: ReadonlyMap<string, string>;
  /** Returns the commonest spelling of what an article wrote. */
  readonly nameOf: (written: string) => string;
  /** Whether nothing is spelt in two ways. */
  readonly areAlike: boolean;
};

function groupBySlug(
  articles: readonly Article[],
  namesOf: (article: Article) => readonly string[],
): Grouping {
  const slugs = new Map<string, string>();
  const members = new Map<string, number[]>();
  const uses = new Map<string, number>();
  for (const [at, article] of articles.entries()) {
    for (const name of namesOf(article)) {
      uses.set(name, (uses.get(name) ?? 0) + 1);
      let slug = slugs.get(name);
      if (slug === undefined) {
        slug = slugOf(name);
        slugs.set(name, slug);
      }
      const group = members.get(slug);
      if (group === undefined) members.set(slug, [at]);
      else if (group.at(-1) !== at) group.push(at);
    }
  }
  const common = new Map<string, string>();
  for (const [name, slug] of slugs) {
    const best = common.get(slug);
    const more = best === undefined ? 1 : uses.get(name)! - uses.get(best)!;
    if (more > 0 || (more === 0 && name < best!)) common.set(slug, name);
  }
  return {
    members,
    names: common,
    nameOf: (written) => common.get(slugs.get(written) ?? "") ?? written,
    areAlike: slugs.size === common.size,
  };
}

function groupsOf({ members, names }: Grouping, articles: readonly Article[]): Group[] {
  return [...members].map(([slug, places]) => ({
    slug,
    name: names.get(slug)!,
    articles: places.map((at) => articles[at]!),
  }));
}

function withCommonTags(article: Article, nameOf: (tag: string) => string): Article {
  if (article.tags.every((tag) => nameOf(tag) === tag)) return article;
  const tags = [...new Set(article.tags.map(nameOf))];
  // A copy would read the text from the disk, which few pages need.
  return Object.create(article, { tags: { value: tags, enumerable: true } });
}

function spellingFindings(
  articles: readonly Article[],
  { nameOf, areAlike }: Grouping,
  code: "tag-spelling" | "author-spelling",
  key: string,
  namesOf: (article: Article) => readonly string[],
): Finding[] {
  const found: Finding[] = [];
  if (areAlike) return found;
  for (const article of articles) {
    for (const [index, value] of namesOf(article).entries()) {
      const common = nameOf(value);
      if (common !== value)
        found.push(finding(code, article.path, [key, index], { value, common }));
    }
  }
  return found;
}

function indexByUnit({ units }: UnitIndex, articles: readonly Article[], today: Day): UnitEntry[] {
  const ofUnit = new Map<string, Article[]>(units.map(({ id }) => [id, []]));
  for (const article of articles) ofUnit.get(article.unit)?.push(article);
  const byName = units
    .map((unit) => unitAsOf(unit, today))
    .toSorted((a, b) => compareText(a.name, b.name));
  const byId = new Map(byName.map((unit) => [unit.id, unit]));
  const below = new Map<string, Set<Unit>>();
  const predecessors = new Map<string, Unit[]>();
  for (const unit of byName) {
    for (const { parent } of unit.eras) {
      if (parent === undefined) continue;
      const known = below.get(parent);
      if (known) known.add(unit);
      else below.set(parent, new Set([unit]));
    }
    for (const id of [...unit.successors, ...unit.offshoots]) {
      append(predecessors, id, unit);
    }
  }
  return byName.map((unit) => {
    const { id, validTo } = unit;
    const isEnded = hasEnded(unit, today);
    const day = validTo !== undefined && isEnded ? lastDay(validTo) : today;
    const all = [...(below.get(id) ?? [])];
    const children = all.filter(
      (child) => !hasEnded(child, day) && unitOn(child, day).parent === id,
    );
    const isBelow = new Set(children);
    return {
      unit,
      isEnded,
      ancestors: unitsAbove(id, byId, isEnded ? day : undefined).reverse(),
      children,
      formerChildren: all.filter((child) => !isBelow.has(child)),
      predecessors: predecessors.get(id) ?? [],
      articles: ofUnit.get(id) ?? [],
    };
  });
}

/** Cuts articles in time order into years, months and days. */
function indexByDate(articles: readonly Article[]): YearEntry[] {
  return runs(articles, ({ date }) => yearOf(date)).map(([year, ofYear]) => ({
    year,
    articles: ofYear,
    months: runs(ofYear, ({ date }) => monthOf(date)).map(([month, ofMonth]) => ({
      month,
      articles: ofMonth,
      days: runs(ofMonth, ({ date }) => date).map(([day, ofDay]) => ({ day, articles: ofDay })),
    })),
  }));
}
