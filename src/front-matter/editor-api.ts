import type { Field, FormValues } from "./field.ts";

/*
 * What the form editor's server and its page in the browser send each other. Imports nothing but
 * types, so that both can load it.
 */

/** Sent once, when the page opens. */
export type EditorFacts = {
  readonly form: readonly Field[];
  readonly units: readonly UnitFacts[];
  /** The topics and authors of the site, the commonest first. */
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** The names of figures: those of figures.yaml, then others that are in use. */
  readonly series: readonly string[];
  readonly today: string;
  /** The name that this machine's git knows; empty when it knows none. */
  readonly me: string;
};

export type UnitFacts = {
  readonly id: string;
  readonly name: string;
  /** Short name, former and other names, to find the unit by. */
  readonly others: readonly string[];
  /** When the unit existed, in words; empty for a unit without dates. */
  readonly time: string;
};

/** An article in the list. */
export type ArticleRow = {
  readonly path: string;
  readonly title: string;
  /** Empty when it cannot be read. */
  readonly date: string;
  readonly unit: string;
  readonly state: "public" | "waiting" | "draft" | "withdrawn" | "broken";
  readonly errors: number;
  readonly warnings: number;
  /** How many proposals and reviews of an import are left in a draft. */
  readonly left: number;
};

/**
 * An article as it is being written: as a form, or as the text of the file when no form can be made
 * of it.
 */
export type Draft =
  | {
      readonly values: FormValues;
      readonly body: string;
      readonly settled: Settled;
      /** The words of the reviews that nobody has looked at yet. */
      readonly reviews: readonly string[];
    }
  | { readonly text: string };

/**
 * The proposals that were accepted or rejected: by key, their indexes in the order they came in.
 */
export type Settled = { readonly [key: string]: readonly number[] };

export type OpenArticle = {
  readonly path: string;
  /** The git blob id of the bytes of the file. */
  readonly version: string;
  readonly text: string;
  /** Left out when no form can be made of the text. */
  readonly form?: { readonly values: FormValues; readonly body: string };
  /** What an import found and the writer should look at, by key; always lists. */
  readonly proposals: { readonly [key: string]: readonly FormValues[] };
  /** What an import was not sure of and nobody has looked at yet. */
  readonly reviews: readonly Review[];
  /** The pictures beside the article, by name. */
  readonly pictures: readonly string[];
  /** The PDFs beside the article, by name. */
  readonly pdfs: readonly string[];
} & Checked;

/** A draft turned from a form into the text of the file, or the other way round. */
export type Changed = {
  readonly text: string;
  /** Left out when no form can be made of the text. */
  readonly form?: { readonly values: FormValues; readonly body: string };
};

/** What is wrong with an article, and what it will look like. */
export type Checked = {
  readonly notes: readonly Note[];
  /** The page; left out while there is none. */
  readonly page?: string;
  /** Address of the page in the preview. */
  readonly url?: string;
  /** The PDFs beside the article that it may attach, as far as they can be read. */
  readonly attached: readonly AttachedPdf[];
};

/** A PDF that an article attaches. */
export type AttachedPdf = {
  readonly name: string;
  /** What readers will be told of it: "PDF, 3 trang, 120 kB". */
  readonly facts: string;
};

/** A picture that was put beside an article, and when it was taken if its camera said so. */
export type AddedPicture = { readonly name: string; readonly taken?: string };

/** A PDF that was put beside an article, and what its first page says of the document. */
export type AddedPdf = {
  readonly name: string;
  readonly document: {
    readonly number?: string;
    readonly kind?: string;
    readonly title?: string;
    readonly date?: string;
  };
};

/** A problem as it is shown in the editor. */
export type Note = {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** How many problems it stands for: one, unless it counts those that are not told. */
  readonly count: number;
  /** What is wrong and what to do, for a writer who sees the file. */
  readonly message: string;
  /** What is wrong and what to do, for a writer who sees the form. */
  readonly inForm: string;
  /** Line in the file. */
  readonly line: number;
  /** The way to the field that it is about. */
  readonly field?: readonly (string | number)[];
  /** Offset in the text below the front matter, in UTF-16 units. */
  readonly offset?: number;
  /** True when it is about the site as a whole, as of the last build. */
  readonly isOfSite?: boolean;
};

export type NewArticleWish = {
  readonly title: string;
  readonly date: string;
  readonly unit: string;
  /** One name, or several with commas between them. */
  readonly author: string;
};

/** A draft that was made from a file of another program. */
export type Imported = { readonly path: string };

/** Something that an import was not sure of, and the writer should look at. */
export type Review = {
  /** One sentence. */
  readonly words: string;
  /** The key of the field that it is about; left out for the text. */
  readonly field?: string;
};

/** Why something could not be done, in one sentence for the writer. */
export type Refusal = {
  readonly message: string;
  /** True when the file has changed since it was opened. */
  readonly isConflict?: boolean;
  /** True when the file no longer exists. */
  readonly isGone?: boolean;
};

/** The header of every request that asks for more than the page itself. */
export const tokenHeader = "x-soan-khoa";
/** Address of the editor on the server of this machine. Never a part of the site. */
export const editorFolder = "/_soan/";
