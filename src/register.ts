import type { Article } from "./article.ts";
import type { Award } from "./award.ts";

/** The register of awards: every award line of every published article, each counted once. */
export type Register = {
  /** Oldest first. */
  readonly entries: readonly RegisterEntry[];
  /** Oldest first; only years with an entry. */
  readonly years: readonly { readonly year: number; readonly entries: readonly RegisterEntry[] }[];
  /** Entries that a unit gave or proposed, by unit id. */
  readonly byGiver: ReadonlyMap<string, readonly RegisterEntry[]>;
};

export type RegisterEntry = {
  /** As told by the newest article. */
  readonly award: Award;
  /** The year of the article that first told of it. */
  readonly year: number;
  /** The newest article that tells of it. */
  readonly article: Article;
  /** Earlier articles on the same award: the same decision, form and recipients. Counted once. */
  readonly earlier: readonly Article[];
};

/** Given, proposed and revoked are never added together. */
export type Standing = "given" | "proposed" | "revoked";

export function standingOf(award: Award): Standing {
  if (award.status === "đề xuất") return "proposed";
  return award.status === "thu hồi" ? "revoked" : "given";
}

export type AwardTotal = {
  readonly form: string;
  readonly to: string;
  readonly standing: Standing;
  readonly count: number;
};
