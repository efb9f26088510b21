/*
 * What the form editor's server and its page send each other about the life of an article: what
 * others published, conflicts, earlier versions, and articles that are deleted, moved or copied.
 * Imports nothing but types, so that both can load it.
 */

/** What is new on the server of the office. */
export type UpdateNews = {
  /** False where the folder has no server to ask. */
  readonly hasServer: boolean;
  /** How many articles are new there, and how many were changed. */
  readonly added: number;
  readonly changed: number;
  /** How many other files differ: pictures, lists. */
  readonly others: number;
  /** The files of which the writer has yet to choose. */
  readonly waiting: readonly WaitingFile[];
};

/** A file that the writer and somebody else changed. */
export type WaitingFile = {
  /** Path from the top of the repository. */
  readonly path: string;
  readonly title: string;
  /** Who changed it on the server, and when. */
  readonly by: string;
  readonly day: string;
};

/** What an update did, in sentences. */
export type Updated = { readonly lines: readonly string[] };

/** A text of which the words that differ from another are marked. */
export type MarkedText = readonly { readonly words: string; readonly isOther: boolean }[];

/** Something that two people changed, or that differs between two versions. */
export type Difference = {
  /** The key of the field, or of the place in the text. */
  readonly id: string;
  /** The name of the field. */
  readonly label: string;
  /** Empty where there is nothing. */
  readonly mine: MarkedText;
  readonly theirs: MarkedText;
  /** Whether both can be kept, one after the other. */
  readonly mayBoth: boolean;
};

export type Choice = "mine" | "theirs" | "both";
/** By the ids of differences. */
export type Choices = { readonly [id: string]: Choice };

/** The conflict of one file, to be shown. */
export type Conflict = {
  readonly path: string;
  readonly title: string;
  readonly by: string;
  readonly day: string;
  /**
   * `fields` of an article; `whole` for one of two texts; `picture` and `file` for one of two
   * files; `gone-there` and `gone-here` where one of the two has deleted it.
   */
  readonly kind: "fields" | "whole" | "picture" | "file" | "gone-there" | "gone-here";
  readonly differences: readonly Difference[];
  /** The two pictures, as addresses that hold their bytes. */
  readonly pictures?: { readonly mine: string; readonly theirs: string };
  /** Hash of the writer's file, so that what is chosen is what was seen. */
  readonly version: string;
};

/** Two versions of an open article put together. */
export type Joined = {
  /** The text of the file by the choices so far. */
  readonly text: string;
  /** Hash of the file on the disk that it was put together with. */
  readonly version: string;
  readonly differences: readonly Difference[];
};

/** An earlier version of an article. */
export type Version = {
  readonly id: string;
  /** In ISO 8601. */
  readonly time: string;
  readonly by: string;
  /** Where it comes from: the server, a save on this machine, before an update, sent for review. */
  readonly kind: "published" | "saved" | "before-update" | "sent";
  /** What it changed: "Sửa tiêu đề, 2 khen thưởng". */
  readonly words: string;
};

/** One version to look at, and how it differs from the article as it is now. */
export type ShownVersion = {
  readonly text: string;
  /** Left out when it has no page. */
  readonly page?: string;
  /** The earlier version is `theirs`, the one of now is `mine`. */
  readonly differences: readonly Difference[];
};

/** What somebody who deletes, moves or copies an article should know. */
export type ArticleLife = {
  /** Readers have seen it, or its address is recorded. */
  readonly isPublished: boolean;
  /** Its folder or file name: the last part of its address. */
  readonly slug: string;
  /** The slug that its title would give. */
  readonly slugOfTitle: string;
  readonly address: string;
  /** The files that only this article uses. */
  readonly files: readonly string[];
  /** How many other articles link to it. */
  readonly linkedFrom: number;
  readonly hasVersions: boolean;
};

/** An article that was deleted and can be taken back. */
export type DeletedArticle = {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** In ISO 8601. */
  readonly time: string;
};
