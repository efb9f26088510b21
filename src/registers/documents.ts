import type { Article } from "../article.ts";
import type { Decision } from "../award.ts";
import { type Day, type PartialDay, partialDayText } from "../day.ts";
import {
  type CitedInText,
  type DocumentRelation,
  documentRelations,
  type OfficialDocument,
} from "../document.ts";
import { type Finding, finding } from "../problems/finding.ts";
import { citedDocuments } from "../text/cited-numbers.ts";
import {
  figureOf,
  isBareNumber,
  isPartyNumber,
  issuerMark,
  kindOfNumber,
  kindOfTitle,
  numberKey,
} from "../text/document-number.ts";
import { compareCodes, fold, slugOf } from "../text/vietnamese.ts";
import { firstDay, type UnitChange, unitOn } from "../unit.ts";
import type { UnitIndex } from "../unit-index.ts";
import { addressesOf, type DocumentPage, slugWithin } from "./document-addresses.ts";

/**
 * The register of documents: every one that an article cites, or by which an award was given or
 * withdrawn or a unit changed, each once.
 */
export type DocumentRegister = {
  /** In order of the days on which they are first told of. */
  readonly entries: readonly DocumentEntry[];
  /** Every address that a document has or had, each once. */
  readonly pages: readonly DocumentPage<DocumentEntry>[];
  /** By path of the article, in the order of its `documents`. */
  readonly ofArticle: ReadonlyMap<string, readonly DocumentEntry[]>;
  /** The documents that those of an article amend, replace or implement, by its path. */
  readonly related: ReadonlyMap<string, readonly RelatedDocument[]>;
  /**
   * The decisions that the awards of an article name, and those on units that it tells of, by its
   * path and the key of the number.
   */
  readonly decisions: ReadonlyMap<string, ReadonlyMap<string, DocumentEntry>>;
  /** The decision on each change of a unit that has one with a number. */
  readonly ofChange: ReadonlyMap<UnitChange, DocumentEntry>;
  /** By the slug of the whole number, oldest first. */
  readonly byNumber: ReadonlyMap<string, readonly DocumentEntry[]>;
  /** By kind and figure, for texts that say no more: "Chỉ thị 05". */
  readonly byFigure: ReadonlyMap<string, readonly DocumentEntry[]>;
  /** The ids of a unit and of all units above it on a day. */
  readonly lineage: UnitIndex["lineage"];
};

export type DocumentEntry = {
  readonly url: string;
  /** The slug that it shares with other documents of its number. */
  readonly slug: string;
  readonly number?: string;
  readonly kind?: string;
  /**
   * Every kind that it is or may have been listed under, as articles were added; an empty text for
   * none. It goes on to be in each of these lists, so none of their addresses ends.
   */
  readonly kinds: readonly string[];
  readonly title?: string;
  /** As the newest article that names it does, and the unit that is meant. */
  readonly issuer?: string;
  readonly unit?: string;
  readonly date?: PartialDay;
  /** Where the document itself is on the web. */
  readonly source?: string;
  /** The day of the first article that cites it, otherwise of the change that it decides. */
  readonly since: Day;
  /** Oldest first; each article once. Empty where only content/units.yaml names it. */
  readonly citations: readonly DocumentCitation[];
  /** The changes of units that it decides. */
  readonly changes: readonly ChangedUnit[];
  /** What it does to others, and what others do to it. */
  readonly does: Readonly<Record<DocumentRelation, readonly DocumentTarget[]>>;
  readonly undergoes: Readonly<Record<DocumentRelation, readonly DocumentEntry[]>>;
};

/** A document that another one in the list of an article, at the place `at`, names as `written`. */
export type RelatedDocument = {
  readonly at: number;
  readonly written: string;
  readonly entry: DocumentEntry;
};

/** A change of a unit, given by its id. */
export type ChangedUnit = { readonly unit: string; readonly change: UnitChange };

/** An article that cites a document, and what the article does with it. */
export type DocumentCitation = { readonly article: Article; readonly relations: readonly string[] };

/** A document that another one names; `entry` is missing where no article lists it. */
export type DocumentTarget = { readonly written: string; readonly entry?: DocumentEntry };

/** Numbers begin anew with each term, which is five years. */
const TERM = 5;
/**
 * Years between two documents of one number that are rather one document with a wrong date: a term
 * needs longer to come to the same number again.
 */
const DOUBTFUL = 2;

/** What one article, or one change of a unit, says of one document. */
type Told = {
  /** Missing where content/units.yaml alone tells of it. */
  readonly article?: Article;
  /** Of the article, otherwise of the document or of what it decides. */
  readonly day: Day;
  /** Place among the documents of the article; undefined for a decision. */
  readonly at?: number;
  readonly changed?: ChangedUnit;
  readonly document: OfficialDocument;
  readonly slug: string;
  /** The unit that issued it, as far as it is known. */
  readonly unit?: string | undefined;
  /** The unit that gave the awards of a decision, which has mostly made the decision too. */
  readonly giver?: string;
};

/** A document while its articles are gathered. */
export type Draft = {
  readonly slug: string;
  readonly year?: number;
  readonly unit?: string | undefined;
  readonly told: Told[];
};

/**
 * Builds the register from articles given oldest first.
 *
 * The same number comes again in each term, so a number alone proves nothing. What articles say of
 * one number is one document for each year of issue that they give, and for each unit that issued
 * one in that year. Where an article gives no year, it means the newest document of the number that
 * was issued before it, by at most five years; all that is left is one document of unknown year.
 * So it does not matter in which order or in how many articles things are told, and a later article
 * can only part documents, never make one of two.
 *
 * Limits: two documents of one unit, year and number count as one (different days are reported); a
 * document that is cited for longer than a term needs its year in those articles. The decision on a
 * change of a unit is told of like one of an article of its day.
 */
export function buildDocuments(
  articles: readonly Article[],
  units: UnitIndex,
): { documents: DocumentRegister; findings: Finding[] } {
  const byMark = unitsByMark(units);
  const told = [
    ...articles.flatMap((article) => toldBy(article, units)),
    ...toldByUnits(articles, units),
  ].sort((a, b) => compareCodes(a.day, b.day));
  const groups = Map.groupBy(told, ({ slug }) => slug);
  const drafts = [...groups.values()].filter((group) => !isBareGroup(group)).flatMap(draftsOf);
  const bare = [...groups.values()].filter(isBareGroup).flat();
  const left = joinBare(bare, drafts, byMark);
  for (const group of Map.groupBy(left, ({ slug }) => slug).values())
    drafts.push(...draftsOf(group));

  const order = new Map(told.map((one, at) => [one, at]));
  for (const draft of drafts) draft.told.sort((a, b) => order.get(a)! - order.get(b)!);
  drafts.sort((a, b) => order.get(a.told[0]!)! - order.get(b.told[0]!)!);

  const { urls, pagesFor } = addressesOf(drafts, aliasesOf(drafts));
  const made = new Map(
    drafts.map((draft) => [draft, newEntry(draft, urls.get(draft)!, units, byMark)]),
  );
  const related = new Map<string, RelatedDocument[]>();
  const pages = pagesFor((draft) => made.get(draft)!);
  const register = { ...indexEntries(made, pages, units), related };
  return {
    documents: register,
    findings: [...relate(made, register, related), ...dateFindings(drafts)],
  };
}

/**
 * Finds the document that a text names; undefined unless exactly one fits. A figure alone says
 * little, so where the article does not list the document, the only one known must also be of the
 * article's term, and come from its unit or one above it as far as that is known.
 */
export function documentFor(
  cited: CitedInText,
  { path, date, unit }: Pick<Article, "path" | "date" | "unit">,
  { ofArticle, decisions, byNumber, byFigure, lineage }: DocumentRegister,
): DocumentEntry | undefined {
  const { number, kind = "", year } = cited;
  const isBare = isBareNumber(number);
  const slug = isBare ? "" : slugOf(number);
  const fits = (entry: DocumentEntry) =>
    (isBare
      ? entry.kind === kind && figureOf(entry.number ?? "") === number
      : entry.slug === slug && (kind === "" || (entry.kind ?? kind) === kind)) &&
    (year === undefined || entry.date === undefined || yearIn(entry.date) === year);
  const own = new Set(
    [...(ofArticle.get(path) ?? []), ...(decisions.get(path)?.values() ?? [])].filter(fits),
  );
  if (own.size > 0) return only([...own]);
  const known = isBare ? byFigure.get(`${kind}|${number}`) : byNumber.get(slug);
  const fitting = (known ?? []).filter(fits);
  if (isBare) {
    const sole = only(fitting.filter((entry) => (entry.date ?? "") <= date));
    if (sole?.date === undefined || !isWithinTerm(sole.date, date)) return undefined;
    return sole.unit === undefined || lineage(unit, date).has(sole.unit) ? sole : undefined;
  }
  const ofYear = fitting.filter((entry) => entry.date !== undefined);
  if (year !== undefined && ofYear.length > 0) return only(ofYear);
  const near = newestBefore(ofYear, ({ date = "" }) => date, date);
  if (near.length > 0) return only(near);
  return only(fitting.filter((entry) => entry.date === undefined));
}

/** Finds the decision of an award, or on its withdrawal, that an article tells of. */
export function decisionFor(
  number: string | undefined,
  { path }: Pick<Article, "path">,
  { decisions }: DocumentRegister,
): DocumentEntry | undefined {
  return number === undefined ? undefined : decisions.get(path)?.get(numberKey(number));
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Returns the newest of what was issued by a day and at most a term before it; equals stay. */
function newestBefore<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => PartialDay,
  day: PartialDay,
): Item[] {
  const open = items.filter((item) => isWithinTerm(dateOf(item), day));
  const newest = open.map(dateOf).reduce((a, b) => (a > b ? a : b), "");
  return open.filter((item) => dateOf(item) === newest);
}

/** Returns whether a date is not after a day, and at most a term before it. */
function isWithinTerm(date: PartialDay, day: PartialDay): boolean {
  return date <= day && yearIn(day) - yearIn(date) <= TERM;
}

function yearIn(date: PartialDay): number {
  return Number(date.slice(0, 4));
}

function unitsByMark({ units }: UnitIndex): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, eras } of units) {
    for (const mark of new Set(eras.map(({ docCode }) => fold(docCode ?? "")))) {
      if (marks.has(mark)) twice.add(mark);
      marks.set(mark, id);
    }
  }
  twice.add("");
  for (const mark of twice) marks.delete(mark);
  return marks;
}

/** A body that acts for a unit: its documents are those of the unit. */
const ofUnit = /^(?:ban thường vụ|ban chấp hành)\s+/iu;

function unitOf(
  { issuer, date }: OfficialDocument,
  article: Article,
  units: UnitIndex,
): string | undefined {
  if (issuer === undefined) return undefined;
  const day = date === undefined ? article.date : firstDay(date);
  return (units.find(issuer, day) ?? units.find(issuer.replace(ofUnit, ""), day))?.id;
}

/** Returns what an article says of documents: of those it lists, and of those that awarded. */
function toldBy(article: Article, units: UnitIndex): Told[] {
  if (article.documents.length === 0 && article.awards.length === 0) return [];
  const listed = article.documents.map((document, at): Told => {
    const unit = unitOf(document, article, units);
    return { article, day: article.date, at, document, unit, slug: slugFor(document, unit) };
  });
  const decisions = new Map<string, Told>();
  for (const { decision, revocation, status, by: giver } of article.awards) {
    // What is only proposed has no decision yet.
    for (const one of status === "đề xuất" ? [] : [decision, revocation]) {
      const document = documentOf(one);
      if (document === undefined) continue;
      const slug = slugFor(document, undefined);
      if (!decisions.has(slug))
        decisions.set(slug, { article, day: article.date, document, slug, giver });
    }
  }
  return [...listed, ...decisions.values()];
}

/** Returns what units.yaml says of the decisions by which units changed. */
function toldByUnits(articles: readonly Article[], { units }: UnitIndex): Told[] {
  const changed = units.flatMap(({ id, changes }) =>
    changes.map((change): ChangedUnit => ({ unit: id, change })),
  );
  const paths = new Set(changed.map(({ change }) => change.article));
  const known = new Map(
    articles.filter(({ path }) => paths.has(path)).map((article) => [article.path, article]),
  );
  return changed.flatMap((one): Told | readonly Told[] => {
    const { decision, date, article: path = "" } = one.change;
    const document = documentOf(decision);
    if (document === undefined) return [];
    const article = known.get(path);
    const day = article?.date ?? decision?.date ?? firstDay(date);
    const told = { day, changed: one, document, slug: slugFor(document, undefined) };
    return article === undefined ? told : { ...told, article };
  });
}

/** Returns a decision as a document; a bare number says too little of it. */
function documentOf(decision: Decision | undefined): OfficialDocument | undefined {
  const { number, date } = decision ?? {};
  if (number === undefined || isBareNumber(number)) return undefined;
  const kind = kindOfNumber(number) ?? "Quyết định";
  return { number, kind, ...(date === undefined ? {} : { date }) };
}

/** Returns the slug that a document has by all that names it; years come in only where needed. */
function slugFor(document: OfficialDocument, unit: string | undefined): string {
  const { number, title = "", issuer = "", date } = document;
  if (number !== undefined && !isBareNumber(number)) return slugWithin(numberKey(number));
  const kind = kindOf(document) ?? "";
  const name =
    number === undefined
      ? [kindOfTitle(title) === kind ? "" : kind, title, issuer]
      : [kind || title, figureOf(number), unit ?? issuer, date?.slice(0, 4) ?? ""];
  return slugWithin(name.join(" ").trim());
}

function kindOf({ kind, number, title }: OfficialDocument): string | undefined {
  return kind ?? (number && kindOfNumber(number)) ?? (title && kindOfTitle(title)) ?? undefined;
}

/**
 * Returns the kinds that a document may have by what one article says of it, whatever others say of
 * its number and title.
 */
function kindsToldBy({ kind, number, title }: OfficialDocument): string[] {
  if (kind !== undefined) return [kind];
  const known = [number && kindOfNumber(number), title && kindOfTitle(title)].filter((one) => one);
  return known.length > 0 ? (known as string[]) : [""];
}

/** Returns whether all that is told under a slug has but a figure for a number. */
function isBareGroup(group: readonly Told[]): boolean {
  return group.every(({ document: { number } }) => number !== undefined && isBareNumber(number));
}

/** Parts what is told under one slug into documents. */
function draftsOf(group: readonly Told[]): Draft[] {
  const dated = group.filter(({ document }) => document.date !== undefined);
  const byYear = Map.groupBy(dated, ({ document }) => yearIn(document.date!));
  const drafts = [...byYear].flatMap(([year, ofYear]) => byUnit(ofYear, year));
  const left: Told[] = [];
  const units = new Set(group.map(({ unit }) => unit).filter((unit) => unit !== undefined));
  // Found once: the articles that join below give no date, so none of these changes.
  const dates = new Map(drafts.map((draft) => [draft, dateOf(draft)!]));
  for (const told of group) {
    if (told.document.date !== undefined) continue;
    const { article, day, unit } = told;
    // Where several units have the number, nobody knows whose a document without a unit is.
    const isOpen = (draft: Draft) =>
      units.size > 1 && unit !== undefined ? draft.unit === unit : areOfOne(draft.unit, unit);
    const open = drafts.filter(isOpen);
    const near = newestBefore(open, (draft) => dates.get(draft)!, day);
    const own = near.find((draft) => draft.unit === (unit ?? article?.unit)) ?? near[0];
    if (own) own.told.push(told);
    else left.push(told);
  }
  return [...drafts, ...byUnit(left)];
}

function areOfOne(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/**
 * Makes a document for each unit that is told to have issued one. Who says nothing of that means
 * the unit's own, otherwise the one that was told of first.
 */
function byUnit(told: readonly Told[], year?: number): Draft[] {
  if (told.length === 0) return [];
  const slug = told[0]!.slug;
  const units = [...new Set(told.map(({ unit }) => unit))].filter((unit) => unit !== undefined);
  const drafts = (units.length === 0 ? [undefined] : units).map(
    (unit): Draft => ({ slug, unit, told: [], ...(year === undefined ? {} : { year }) }),
  );
  for (const one of told) {
    const unit = one.unit ?? one.giver ?? one.article?.unit;
    (drafts.find((draft) => draft.unit === unit) ?? drafts[0]!).told.push(one);
  }
  return drafts;
}

/** Returns the most exact date of a document; of equal ones that of the newest article. */
function dateOf({ told }: Draft): PartialDay | undefined {
  let best: PartialDay | undefined;
  for (const { document } of told) {
    if (document.date !== undefined && document.date.length >= (best?.length ?? 0))
      best = document.date;
  }
  return best;
}

/**
 * Adds what is told of a figure alone to the document that has the whole number: it must be of the
 * same kind, year and unit. Returns what no such document is known for.
 */
function joinBare(
  bare: readonly Told[],
  drafts: readonly Draft[],
  byMark: ReadonlyMap<string, string>,
): readonly Told[] {
  if (bare.length === 0) return bare;
  const known = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { number } = draft.told[0]!.document;
    if (number === undefined || draft.year === undefined) continue;
    const unit = draft.unit ?? byMark.get(fold(issuerMark(number) ?? ""));
    const kind = draft.told
      .map(({ document }) => kindOf(document))
      .find((one) => one !== undefined);
    const key = [kind, figureOf(number), unit, draft.year].join("|");
    known.set(key, [...(known.get(key) ?? []), draft]);
  }
  const left: Told[] = [];
  for (const told of bare) {
    const { number = "", date } = told.document;
    const key = [kindOf(told.document), figureOf(number), told.unit, date && yearIn(date)];
    const draft = told.unit === undefined ? undefined : only(known.get(key.join("|")) ?? []);
    if (draft === undefined) left.push(told);
    else draft.told.push(told);
  }
  return left;
}

/**
 * Returns other slugs that lead to a document, each pair once. What was told of a figure alone had
 * an address before an article gave the whole number. That has the id of the unit in it, but the
 * name as written for as long as units.yaml did not know it.
 */
function aliasesOf(drafts: readonly Draft[]): (readonly [slug: string, draft: Draft])[] {
  return drafts.flatMap((draft) => {
    const slugs = new Set<string>();
    for (const { document, slug, unit } of draft.told) {
      if (document.number === undefined || !isBareNumber(document.number)) continue;
      slugs.add(slug);
      if (unit !== undefined) slugs.add(slugFor(document, undefined));
    }
    slugs.delete(draft.slug);
    return [...slugs].map((slug) => [slug, draft] as const);
  });
}

/** An entry whose relations are still to come. */
type OpenEntry = DocumentEntry & {
  readonly does: Record<DocumentRelation, DocumentTarget[]>;
  readonly undergoes: Record<DocumentRelation, DocumentEntry[]>;
};

function newEntry(
  draft: Draft,
  url: string,
  units: UnitIndex,
  byMark: ReadonlyMap<string, string>,
): OpenEntry {
  const { told, slug } = draft;
  /** Returns what the newest article says that says anything of it. */
  const newest = <Value>(of: (document: OfficialDocument) => Value | undefined) =>
    told.map(({ document }) => of(document)).findLast((value) => value !== undefined);
  const whole = newest(({ number }) =>
    number === undefined || isBareNumber(number) ? undefined : number,
  );
  const number = whole ?? newest(({ number }) => number);
  const title = newest(({ title }) => title);
  const issuer = newest(({ issuer }) => issuer);
  const unit =
    draft.unit ??
    (issuer === undefined
      ? (byMark.get(fold(issuerMark(number ?? "") ?? "")) ??
        told.find(({ giver }) => giver !== undefined)?.giver)
      : undefined);
  const date = dateOf(draft);
  const known = unit === undefined ? undefined : units.byId.get(unit);
  const day = date === undefined ? told[0]!.day : firstDay(date);
  const name = issuer ?? (known && unitOn(known, day).name);
  const kind = newest(({ kind }) => kind) ?? kindOf({ ...some({ number, title }) });
  return {
    url,
    slug,
    ...some({ number: number && shownNumber(number), kind, title, issuer: name, unit }),
    kinds: [...new Set(told.flatMap(({ document }) => kindsToldBy(document)))],
    ...some({ date, source: newest(({ url }) => url) }),
    since: told[0]!.day,
    citations: citationsOf(told),
    changes: told.flatMap(({ changed }) => changed ?? []),
    does: { amends: [], replaces: [], implements: [] },
    undergoes: { amends: [], replaces: [], implements: [] },
  };
}

/** Returns the properties that have a value. */
function some<Values extends object>(
  values: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as never;
}

/** Returns a number as it is printed: `100 – KL/TW` has neither blanks nor a long dash. */
function shownNumber(number: string): string {
  return number.replaceAll(/\s+/gu, "").replaceAll(/\p{Pd}/gu, "-");
}

function citationsOf(told: readonly Told[]): DocumentCitation[] {
  return [...Map.groupBy(told, ({ article }) => article)].flatMap(([article, own]) => {
    if (article === undefined) return [];
    const relations = own.map(({ document }) => document.relation);
    return { article, relations: [...new Set(relations.filter((one) => one !== undefined))] };
  });
}

function indexEntries(
  made: ReadonlyMap<Draft, OpenEntry>,
  pages: readonly DocumentPage<DocumentEntry>[],
  { lineage }: UnitIndex,
): Omit<DocumentRegister, "related"> {
  const ofArticle = new Map<string, DocumentEntry[]>();
  const decisions = new Map<string, Map<string, DocumentEntry>>();
  const ofChange = new Map<UnitChange, DocumentEntry>();
  const byNumber = new Map<string, DocumentEntry[]>();
  const byFigure = new Map<string, DocumentEntry[]>();
  for (const [{ told }, entry] of made) {
    for (const { article, at, changed, document } of told) {
      if (changed !== undefined) ofChange.set(changed.change, entry);
      if (article === undefined) continue;
      if (at !== undefined) listOf(ofArticle, article.path)[at] = entry;
      else {
        const own = decisions.get(article.path) ?? new Map<string, DocumentEntry>();
        decisions.set(article.path, own.set(numberKey(document.number!), entry));
      }
    }
    const { number, kind, slug } = entry;
    if (number === undefined) continue;
    if (!isBareNumber(number)) listOf(byNumber, slug).push(entry);
    if (kind !== undefined) listOf(byFigure, `${kind}|${figureOf(number)}`).push(entry);
  }
  const entries = [...made.values()];
  return { entries, pages, ofArticle, decisions, ofChange, byNumber, byFigure, lineage };
}

function listOf<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Connects documents with those that they amend, replace and implement. */
function relate(
  made: ReadonlyMap<Draft, OpenEntry>,
  register: DocumentRegister,
  related: Map<string, RelatedDocument[]>,
): Finding[] {
  const open = new Map<DocumentEntry, OpenEntry>([...made.values()].map((entry) => [entry, entry]));
  const findings: Finding[] = [];
  for (const [{ told }, entry] of made) {
    for (const one of told) {
      const { article } = one;
      if (article === undefined) continue;
      for (const relation of documentRelations) {
        for (const [index, written] of (one.document[relation] ?? []).entries()) {
          const target = targetOf(written, { ...one, article }, register);
          const report = (code: Finding["code"], args: Readonly<Record<string, string>>) =>
            findings.push(
              finding(code, article.path, ["documents", one.at!, relation, index], args),
            );
          if (target === entry) {
            report("document-relation-self", { value: written });
            continue;
          }
          if (target === undefined) report("document-relation-unknown", { value: written });
          else if (isLater(target.date, entry.date))
            report("document-relation-later", {
              value: written,
              date: partialDayText(entry.date!),
              otherDate: partialDayText(target.date!),
            });
          if (target !== undefined)
            listOf(related, article.path).push({ at: one.at!, written, entry: target });
          connect(entry, relation, written, target && open.get(target)!);
        }
      }
    }
  }
  return findings;
}

function connect(
  entry: OpenEntry,
  relation: DocumentRelation,
  written: string,
  target: OpenEntry | undefined,
): void {
  const known = entry.does[relation];
  const isKnown = known.some((one) =>
    target === undefined ? fold(one.written) === fold(written) : one.entry === target,
  );
  if (isKnown) return;
  known.push(target === undefined ? { written } : { written, entry: target });
  target?.undergoes[relation].push(entry);
}

/** Returns whether one date is surely after another; a year and a day of it are not. */
function isLater(a: PartialDay | undefined, b: PartialDay | undefined): boolean {
  return a !== undefined && b !== undefined && a > b && !a.startsWith(b);
}

/** Finds the document that another names: in the same list first, then in the whole register. */
function targetOf(
  written: string,
  { article, document, unit = article.unit }: Told & { readonly article: Article },
  register: DocumentRegister,
): DocumentEntry | undefined {
  const listed = register.ofArticle.get(article.path) ?? [];
  const key = numberKey(written);
  const at = article.documents.findIndex(
    ({ number, title }) =>
      (number !== undefined && numberKey(number) === key) ||
      (title !== undefined && fold(title) === fold(written)),
  );
  if (at !== -1) return listed[at];
  const [named] = citedDocuments(written);
  if (named === undefined) return undefined;
  const { number, kind, year } = named;
  const cited = {
    number: isBareNumber(number) ? figureOf(number) : numberKey(number),
    ...some({ kind, year }),
  };
  const day = (document.date?.length === 10 ? document.date : article.date) as Article["date"];
  return documentFor(cited, { path: article.path, date: day, unit }, register);
}

/** Finds documents of one number whose dates can hardly all be right. */
function dateFindings(drafts: readonly Draft[]): Finding[] {
  const findings: Finding[] = [];
  const report = (told: Told, other: Told) =>
    findings.push(
      finding("document-date-differs", told.article!.path, ["documents", told.at!, "date"], {
        number: told.document.number!,
        date: partialDayText(told.document.date!),
        other: other.article!.path,
        otherDate: partialDayText(other.document.date!),
      }),
    );
  const sure = ({ told }: Draft) =>
    told.filter(
      ({ at, document: { number, date } }) =>
        at !== undefined && number !== undefined && !isBareNumber(number) && date !== undefined,
    );
  const bySlug = Map.groupBy(drafts, ({ slug }) => slug);
  for (const draft of drafts) {
    const [first, ...others] = sure(draft);
    if (first === undefined) continue;
    for (const other of others) {
      const [a, b] = [first.document.date!, other.document.date!];
      if (!a.startsWith(b) && !b.startsWith(a)) report(other, first);
    }
    if (!isPartyNumber(first.document.number!)) continue;
    const near = bySlug.get(draft.slug)!.find((other) => {
      const isOther = other !== draft && other.year !== draft.year;
      const years = Math.abs((other.year ?? 0) - (draft.year ?? 0));
      return (
        isOther && years <= DOUBTFUL && areOfOne(other.unit, draft.unit) && isBefore(other, draft)
      );
    });
    const [known] = near ? sure(near) : [];
    if (known !== undefined) report(first, known);
  }
  return findings;
}

/** Returns whether one document was told of before another. */
function isBefore(a: Draft, b: Draft): boolean {
  const [one, other] = [a.told[0]!, b.told[0]!];
  const byDay = compareCodes(one.day, other.day);
  return byDay < 0 || (byDay === 0 && (one.article?.path ?? "") < (other.article?.path ?? ""));
}
