import { awardForms } from "../award.ts";
import { monthNumber, partialDayText } from "../day.ts";
import { newestPost } from "../person.ts";
import { committeeTitle, withUnit } from "../registers/session-name.ts";
import { type Site, unitName } from "../site.ts";
import { documentHit, eachWord, type TitleRow } from "../text/search-text.ts";
import { slugOf } from "../text/vietnamese.ts";
import { namesOf } from "../unit.ts";
import {
  accessibilityUrl,
  archiveUrl,
  authorUrl,
  awardFormUrl,
  awardGiversUrl,
  awardsUrl,
  awardYearUrl,
  bulletinsUrl,
  bulletinUrl,
  correctionsUrl,
  dataUrl,
  documentKindUrl,
  documentsUrl,
  feedsUrl,
  figuresUrl,
  officialsUrl,
  officialUrl,
  seriesUrl,
  sessionsUrl,
  sessionUrl,
  tagsUrl,
  tagUrl,
  unitsUrl,
  unitUrl,
} from "../urls.ts";
import { onceFor } from "../work/once.ts";
import type { SearchRecord } from "./search-record.ts";

/** What has a page of its own besides articles. */
export type DirectoryEntry = {
  readonly row: TitleRow;
  /** Every name that a reader may type for it. */
  readonly names: readonly string[];
  /** Of two of a kind, the one with more is asked for more often. */
  readonly weight: number;
  /** What tells a document from others of its kind and number: day and issuer. */
  readonly apart?: string;
};

/**
 * Lists what has a page of its own besides articles. A search shows these above the articles; of
 * those that fit alike the first here: the shortest names, because a name that is nothing but what
 * was typed is what was meant, and of these a register before a single thing that is in it.
 */
export const directoryOf = onceFor((site: Site): readonly DirectoryEntry[] =>
  allEntries(site)
    .map((own) => ({ own, length: Math.min(...own.names.map(wordCount)) }))
    .sort((a, b) => a.length - b.length)
    .map(({ own }) => own),
);

/** Entries that are one part of the search index, and what that is called. */
export type DirectoryPiece = { readonly name: string; readonly entries: readonly DirectoryEntry[] };

/**
 * Cuts the directory into pieces: what an article hardly ever brings, then the documents, those
 * that are told of last before the others. So a new document makes only one small piece anew.
 */
export const directoryPieces = onceFor((site: Site): readonly DirectoryPiece[] => {
  const all = directoryOf(site);
  const documents = all.filter(({ row }) => row[2] === documentHit);
  const others = all.filter(({ row }) => row[2] !== documentHit);
  // Documents are in the order in which they were told of first, by their weight.
  const pieces = Map.groupBy(documents, ({ weight }) => pieceOf(weight, documents.length));
  const newest = [...pieces].sort(([a], [b]) => b - a);
  return [
    ...Array.from({ length: Math.ceil(others.length / inFullPiece) }, (_, at) => ({
      name: at === 0 ? "danh-ba" : `danh-ba-${at + 1}`,
      entries: others.slice(at * inFullPiece, (at + 1) * inFullPiece),
    })),
    ...newest.map(([first, entries]) => ({ name: `van-ban-${first + 1}`, entries })),
  ];
});

/** Documents in a piece to which none is added any more. */
const inFullPiece = 4_096;
/** At most this many documents are in the newest piece; then they go over to the one before. */
const inOpenPiece = 128;

/** Returns the place of the first document in the piece of one, in the order of being told of. */
function pieceOf(place: number, count: number): number {
  const full = count - (count % inFullPiece);
  if (place < full) return place - (place % inFullPiece);
  const settled = count - (count % inOpenPiece);
  return place < settled ? full : settled;
}

/** Returns what the search index is told of an entry. */
export function directoryRecord({ row, names }: DirectoryEntry): SearchRecord {
  return {
    text: { title: names.join("\n"), body: "", facts: "" },
    row,
    unit: "",
    tags: [],
    hasAwards: false,
  };
}

function allEntries(site: Site): readonly DirectoryEntry[] {
  return [
    ...registers(site),
    ...awardLists(site),
    ...site.figures.series
      .filter(({ hasPage }) => hasPage)
      .map(({ id, name }) => entry(seriesUrl(id), name, "Số liệu")),
    ...documentKinds(site),
    ...site.tags.map(({ slug, name, articles }) =>
      entry(tagUrl(slug), name, "Chủ đề", { weight: articles.length }),
    ),
    ...site.units.map(({ unit, articles }) => {
      const more = { others: namesOf(unit), weight: articles.length };
      return entry(unitUrl(unit.id), unit.name, "Đơn vị", more);
    }),
    ...site.officials.entries.map(({ official, articles }) => {
      const { id, name, aliases } = official;
      const note = newestPost(official, site.today) ?? "";
      const more = { others: aliases, note, weight: articles.length };
      return entry(officialUrl(id), name, "Cán bộ", more);
    }),
    ...site.authors.map(({ slug, name, articles }) =>
      entry(authorUrl(slug), name, "Tác giả", { weight: articles.length }),
    ),
    // A single session has the name of the articles that tell of it, which are found anyway.
    ...site.sessions.committees.map((committee) => {
      const name = withUnit(committeeTitle(committee), unitName(committee.unit, site, site.today));
      const weight = committee.numbered.length + committee.others.length;
      const more = { others: [`Hội nghị ${name}`], weight };
      return entry(sessionUrl(committee.address), name, "Các kỳ hội nghị", more);
    }),
    // The newest is asked for most.
    ...site.bulletins.map(({ month }, weight) => {
      const name = `Bản tin tháng ${monthNumber(month)}/${month.slice(0, 4)}`;
      return entry(bulletinUrl(month), name, "Bản tin tháng", { weight });
    }),
    ...documents(site),
  ];
}

/** Lists the documents; numbers begin anew each year, so alike ones are told apart. */
function documents({ documents: { entries } }: Site): DirectoryEntry[] {
  const alike = Map.groupBy(entries, nameOf);
  return entries.map((one, weight) => {
    const { url, kind, number, title = "", date, issuer } = one;
    const others = [number === undefined ? "" : `${kind ?? ""} ${number}`, title];
    const name = nameOf(one);
    const isAlone = alike.get(name)!.length === 1;
    const apart = isAlone ? "" : joined([date && partialDayText(date), issuer]);
    const note = joined([title === name ? "" : title, apart]);
    return { ...entry(url, name, documentHit, { others, note, weight }), ...(apart && { apart }) };
  });
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(", ");
}

/** Lists the front pages of all registers that have an entry, and other ways through a site. */
function registers(site: Site): DirectoryEntry[] {
  const { register, figures, documents, sessions, officials, bulletins } = site;
  const pages = [
    [awardsUrl, "Sổ khen thưởng", ["Khen thưởng"], register.entries.length],
    [awardGiversUrl, "Đơn vị tặng thưởng", ["Đơn vị khen thưởng"], register.entries.length],
    [figuresUrl, "Số liệu", [], figures.series.filter(({ hasPage }) => hasPage).length],
    [documentsUrl, "Văn bản", [], documents.entries.length],
    [sessionsUrl, "Hội nghị", ["Lịch hội nghị"], sessions.sessions.length],
    [officialsUrl, "Cán bộ", [], officials.entries.length],
    [unitsUrl, "Đơn vị", [], 1],
    [tagsUrl, "Chủ đề", [], 1],
    [archiveUrl, "Lưu trữ", [], 1],
    [bulletinsUrl, "Bản tin tháng", ["Bản tin"], bulletins.length],
    [correctionsUrl, "Đính chính", ["Cải chính"], 1],
    [feedsUrl, "Theo dõi tin mới", ["Nguồn tin", "RSS"], 1],
    [dataUrl, "Dữ liệu mở", [], 1],
    [accessibilityUrl, "Trợ năng", ["Cỡ chữ, tương phản"], 1],
  ] as const;
  return pages.flatMap(([url, name, names, count]) =>
    count === 0 ? [] : [entry(url, name, "Mục", { others: names })],
  );
}

/** Lists the awards of each form and of each year, the newest year first. */
function awardLists({ register }: Site): DirectoryEntry[] {
  const kind = "Sổ khen thưởng";
  // What has no form is called like the register as a whole, which is there already.
  const forms = awardForms.filter((form) => form !== "Khen thưởng" && register.byForm.has(form));
  const ofForms = forms.map((form) => entry(awardFormUrl(form), form, kind));
  const ofYears = register.years
    .toReversed()
    .map(({ year }) => entry(awardYearUrl(year), `Khen thưởng năm ${year}`, kind));
  const ofFormYears = forms.flatMap((form) =>
    [...new Set(register.byForm.get(form)!.map(({ year }) => year))]
      .sort((a, b) => b - a)
      .map((year) => entry(awardFormUrl(form, year), `${form} năm ${year}`, kind)),
  );
  return [...ofForms, ...ofYears, ...ofFormYears];
}

function documentKinds({ documents }: Site): DirectoryEntry[] {
  const kinds = new Map(
    documents.entries.flatMap(({ kind }): [string, string][] =>
      kind === undefined || slugOf(kind) === "" ? [] : [[slugOf(kind), kind]],
    ),
  );
  return [...kinds].map(([slug, kind]) => entry(documentKindUrl(slug), kind, "Loại văn bản"));
}

function wordCount(name: string): number {
  let count = 0;
  eachWord(name, () => {
    count += 1;
  });
  return count === 0 ? Number.POSITIVE_INFINITY : count;
}

/** Returns what a document is called in a list: by its number, or by its title. */
export function nameOf(document: {
  readonly kind?: string | undefined;
  readonly number?: string | undefined;
  readonly title?: string | undefined;
}): string {
  const { kind = "", number, title = "" } = document;
  if (number !== undefined) return `${kind || "Văn bản"} số ${number}`;
  return title || kind;
}

type More = {
  readonly others?: readonly string[];
  /** What tells it from others of its name. */
  readonly note?: string;
  readonly weight?: number;
};

function entry(
  url: string,
  name: string,
  kind: string,
  { others = [], note = "", weight = 0 }: More = {},
): DirectoryEntry {
  const names = [...new Set([name, ...others])].filter((one) => one !== "");
  return { row: [url, name, kind, note === name ? "" : note], names, weight };
}
