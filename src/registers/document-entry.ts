import type { Article } from "../article.ts";
import type { Day, PartialDay } from "../day.ts";
import type { DocumentRelation, OfficialDocument } from "../document.ts";
import { isBareNumber, issuerMark } from "../text/document-number.ts";
import { fold } from "../text/vietnamese.ts";
import { firstDay, type UnitChange, unitOn } from "../unit.ts";
import type { UnitIndex } from "../unit-index.ts";
import type { DocumentPage } from "./document-addresses.ts";
import { type Draft, dateOf } from "./document-identity.ts";
import { type ChangedUnit, kindOf, kindsToldBy, type Told } from "./told-documents.ts";

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
   * path and the key of the number, alone and with the unit that gave the award.
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
  /** Path in content of the document itself, as the newest article has it that attaches one. */
  readonly file?: string;
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

/** An article that cites a document, and what the article does with it. */
export type DocumentCitation = { readonly article: Article; readonly relations: readonly string[] };

/** A document that another one names; `entry` is missing where no article lists it. */
export type DocumentTarget = { readonly written: string; readonly entry?: DocumentEntry };

/** An entry whose relations are still to come. */
export type OpenEntry = DocumentEntry & {
  readonly does: Record<DocumentRelation, DocumentTarget[]>;
  readonly undergoes: Record<DocumentRelation, DocumentEntry[]>;
};

export function newEntry(
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
    ...some({ date, source: newest(({ url }) => url), file: newest(({ file }) => file) }),
    since: told[0]!.day,
    citations: citationsOf(told),
    changes: told.flatMap(({ changed }) => changed ?? []),
    does: { amends: [], replaces: [], implements: [] },
    undergoes: { amends: [], replaces: [], implements: [] },
  };
}

/** Returns the properties that have a value. */
export function some<Values extends object>(
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
