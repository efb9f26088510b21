/** What to keep of a conflict; `both` only where both can be kept. */
export type Kept = "mine" | "theirs" | "both";

/** What both changed, and not in the same way. */
export type FieldConflict = {
  /** The key of the front matter, `body-1` and so on for places of the text, `all` for the file. */
  readonly id: string;
  /** The lines as they are written; empty for what is not there. */
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  /** Whether both can be kept, one after the other. */
  readonly mayBoth: boolean;
};
