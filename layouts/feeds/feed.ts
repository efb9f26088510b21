import type { Attachment } from "../../src/attachments/attachment.ts";
import type { Day } from "../../src/day.ts";
import type { Content } from "./feed-content.ts";

/** A feed, whatever its format: news in the order in which readers want it, newest first. */
export type Feed = {
  readonly origin: string;
  /** The feed's own address. */
  readonly url: string;
  /** The page whose news the feed brings. */
  readonly of: string;
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  readonly icon: string;
  readonly updated: Day;
  readonly entries: readonly Entry[];
};

/** Returns the whole address of an entry. */
export function addressOf({ url }: Pick<Entry, "url">, origin: string): string {
  return url.startsWith("/") ? origin + url : url;
}

export type Entry = {
  /**
   * Root-relative, or of a page of another site; with the origin before it, it identifies the entry
   * for good.
   */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly published: Day;
  /** The day of the article, or of its latest correction. */
  readonly updated: Day;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Address of a picture. */
  readonly picture?: string;
  /** Files that it brings. */
  readonly files?: readonly Attachment[];
  readonly content: Content;
};
