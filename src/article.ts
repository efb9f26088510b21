import type { Award } from "./award.ts";
import type { BodyPart } from "./body/body.ts";
import type { Heading } from "./body/outline.ts";
import type { Framing } from "./cut.ts";
import type { Day } from "./day.ts";
import type { CitedInText, OfficialDocument } from "./document.ts";
import type { OfficialEvent } from "./event.ts";
import type { Figure } from "./figure.ts";
import type { Person } from "./person.ts";

/**
 * One article as the site knows it: checked, complete, and never changed afterwards.
 * `src/front-matter/head.ts` says what a writer may put in the front matter; this is what comes out
 * of it.
 */
export type Article = {
  /** Path of the Markdown file inside content, NFC, with forward slashes. */
  readonly path: string;
  /** `/2022/01/14/slug/` */
  readonly url: string;
  readonly title: string;
  readonly date: Day;
  readonly authors: readonly Author[];
  /** Id of the unit that the article is from. */
  readonly unit: string;
  /** Where it was written, as the dateline says: "Việt Trì". */
  readonly place?: string | undefined;
  readonly tags: readonly string[];
  /** The sapo that the writer gave, shown in bold above the text. */
  readonly lead?: string | undefined;
  /** What lists and descriptions show: the lead, otherwise the first paragraph as plain text. */
  readonly summary: string;
  readonly source?: Source | undefined;
  /** The first one is the cover. */
  readonly images: readonly ArticleImage[];
  readonly event?: OfficialEvent | undefined;
  readonly people: readonly Person[];
  /** Ids of units that it tells of besides its own. */
  readonly mentions: readonly string[];
  readonly awards: readonly Award[];
  readonly documents: readonly OfficialDocument[];
  readonly figures: readonly Figure[];
  readonly corrections: readonly Correction[];
  readonly approval?: Approval | undefined;
  /** Set where readers find a notice in place of it. */
  readonly withdrawn?: Withdrawal | undefined;
  /** Addresses that it had before; `src/text/old-address.ts` says in what form. */
  readonly aliases: readonly string[];
  /** The last day on which it leads the home page, where an editor wants it to. */
  readonly leadUntil?: Day | undefined;
  readonly draft: boolean;
  readonly body: readonly BodyPart[];
  /** The headings of the text. */
  readonly headings: readonly Heading[];
  /** How many syllables the text has. */
  readonly syllables: number;
  /** All pictures that it shows: their files, each with its cut (`pictureKey`). */
  readonly pictures: readonly string[];
  /** The files of the articles that its text leads to. */
  readonly linksTo: readonly string[];
  /** The documents that its text names. */
  readonly cites: readonly CitedInText[];
  /** A hash of all of the above: articles with one hash are alike. */
  readonly hash: string;
  /** A hash of what lists need of it: articles with one hash differ in their texts only. */
  readonly listHash: string;
};

/**
 * What needs each field while a site is built. Fields that lists, indexes and registers need of
 * every article are in memory; those that only its own page, feeds, open data and search need are
 * read from the disk when they are asked for. In a field for "many lists" thousands of articles
 * have the same texts, so equal texts are one copy in memory.
 *
 * This is the one list: what src/store keeps of an article, and how, follows from it.
 */
export const neededBy = {
  path: "lists",
  url: "lists",
  title: "lists",
  date: "many lists",
  authors: "lists",
  unit: "many lists",
  event: "lists",
  people: "lists",
  mentions: "many lists",
  tags: "many lists",
  awards: "lists",
  documents: "lists",
  figures: "lists",
  corrections: "lists",
  approval: "lists",
  withdrawn: "lists",
  aliases: "lists",
  leadUntil: "lists",
  draft: "lists",
  pictures: "lists",
  linksTo: "lists",
  cites: "lists",
  lead: "its page",
  summary: "its page",
  source: "its page",
  images: "its page",
  place: "its page",
  body: "its page",
  headings: "its page",
  syllables: "its page",
} as const satisfies Record<
  keyof Omit<Article, "hash" | "listHash">,
  "lists" | "many lists" | "its page"
>;

/**
 * A type with every key of another, optional ones included. What makes an article is held to this
 * (`satisfies Whole<…>`), so that a new field cannot be forgotten there.
 */
export type Whole<Type> = { readonly [Key in keyof Required<Type>]: Type[Key] };

/** Returns some fields of an article, as far as it has them. */
export function fieldsOf<From extends Partial<Article>, Field extends keyof From>(
  article: From,
  fields: readonly Field[],
): Pick<From, Field> {
  const known = fields.filter((field) => article[field] !== undefined);
  return Object.fromEntries(known.map((field) => [field, article[field]])) as Pick<From, Field>;
}

/** Returns the paths of the files that an article attaches. */
export function attachedBy({ documents }: Pick<Article, "documents">): string[] {
  return documents.flatMap(({ file = [] }) => file);
}

export type AuthorRole = "tin" | "ảnh" | "video";
export type Author = { readonly name: string; readonly role?: AuthorRole };

/** Where the text first appeared. */
export type Source = { readonly name: string; readonly url?: string };

export type ArticleImage = {
  /** Path of the picture's file inside content. */
  readonly file: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
} & Framing;

export type CorrectionKind = "đính chính" | "cải chính" | "bổ sung";
export type Correction = {
  readonly date: Day;
  readonly wrong?: string;
  readonly right: string;
  readonly kind: CorrectionKind;
};

/** Who read an article and agreed to its publication. */
export type Approval = {
  readonly name: string;
  readonly post?: string;
  readonly date?: Day;
};

/** Why an article was taken back, in words for readers. */
export type Withdrawal = {
  readonly date: Day;
  readonly reason: string;
  /** Path of the article in content that is to be read in its place. */
  readonly replacedBy?: string;
};
