import type { Note } from "./editor-api.ts";

/*
 * What the form editor's server and its page send each other about articles that go to the editor
 * of the office. Imports nothing but types, so that both can load it.
 */

/** Why something could not be sent, for the writer. Nothing is lost by any of it. */
export type SendFailure = {
  readonly code: string;
  /** What happened. */
  readonly what: string;
  /** What the writer can do. */
  readonly todo: string;
  /** What the writer is asked for, so that it works the next time. */
  readonly asks?: "sign-in" | "name";
};

/** What could be sent now, or why that is not known. */
export type SendPlan =
  | {
      readonly articles: readonly Sendable[];
      readonly shared: readonly SharedFile[];
      /** The name of the server; empty for a folder of this machine. */
      readonly server: string;
      /** The office lets writers publish without a review. */
      readonly mayPublish: boolean;
    }
  | { readonly failure: SendFailure };

/** An article that differs from what the server has. */
export type Sendable = {
  readonly path: string;
  readonly title: string;
  readonly kind: SendKind;
  /** Where it was before it was moved. */
  readonly movedFrom?: string;
  readonly files: readonly SendFile[];
  /** What is wrong with it on the site as it will be; nothing is sent while there is an error. */
  readonly notes: readonly Note[];
  /** How many proposals and reviews of an import nobody has looked at. */
  readonly left: number;
  readonly isDraft: boolean;
  /** Somebody else has changed it on the server since it was last brought here. */
  readonly isConflict: boolean;
  /** It was sent as it is and waits. */
  readonly isSent: boolean;
  /** A hash of all that would be sent of it. */
  readonly version: string;
  /** The pages as readers see them; only where the plan was asked for one article. */
  readonly before?: string;
  readonly after?: string;
  /** The page of a draft as it will be once it is sent as ready. */
  readonly afterReady?: string;
};

export type SendKind = "new" | "changed" | "deleted" | "moved";

export type SendFile = {
  readonly name: string;
  readonly kind: "article" | "picture" | "pdf" | "other";
  readonly change: "new" | "changed" | "deleted";
  /** 0 for one that is deleted. */
  readonly bytes: number;
};

/** A data file that several articles use, and that differs from what the server has. */
export type SharedFile = {
  readonly path: string;
  readonly change: SendFile["change"];
  readonly bytes: number;
  readonly isConflict: boolean;
  /** It goes along, unless the writer says otherwise: articles to be sent are wrong without it. */
  readonly isNeeded: boolean;
};

export type SendWish = {
  /** Each article by path, with the version that the writer has seen. */
  readonly articles: readonly { readonly path: string; readonly version: string }[];
  /** Paths of the shared files that go along. */
  readonly shared: readonly string[];
  /** Paths of the drafts that are to be ready from now on. */
  readonly ready: readonly string[];
  /** Words to the editor; may be empty. */
  readonly note: string;
  /** Publish at once, without a review. */
  readonly isDirect: boolean;
  /** Who sends it, where this machine does not know yet. */
  readonly by?: { readonly name: string; readonly email: string };
};

export type SendResult =
  | { readonly sent: readonly SentNow[] }
  | { readonly failure: SendFailure; readonly sent: readonly SentNow[] };

/** A submission that has just reached the server. */
export type SentNow = {
  readonly titles: readonly string[];
  /** What the server calls it: `bai/hop-chi-bo`. */
  readonly branch: string;
  /** It updates what was sent before. */
  readonly isUpdate: boolean;
  readonly isPublished: boolean;
  /** The page at which the editor looks at it; left out where the host is unknown. */
  readonly link?: string;
};

/** What became of an article that was sent. */
export type SentArticle = {
  readonly path: string;
  readonly state: "waiting" | "remarks" | "published" | "returned";
  readonly branch: string;
  /** When it was sent last, in ISO 8601. */
  readonly when: string;
  readonly link?: string;
  /** What the editor wrote. */
  readonly remarks: readonly { readonly by: string; readonly words: string }[];
};

export type SentList = {
  readonly articles: readonly SentArticle[];
  /** Why the server could not be asked; the states are then those of the last time. */
  readonly failure?: SendFailure;
};

export type SignInWish = {
  readonly user: string;
  readonly password: string;
  /** Git's own store for passwords keeps it beyond the end of the preview. */
  readonly isKept: boolean;
};

export type SignInResult = { readonly isKept: boolean } | { readonly failure: SendFailure };
