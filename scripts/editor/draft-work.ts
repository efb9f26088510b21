import { splitFrontMatter } from "../../src/content/frontmatter.ts";
import { articleForm, CannotEdit, editArticle } from "../../src/front-matter/article-form.ts";
import type { Changed, Checked, Draft, OpenArticle } from "../../src/front-matter/editor-api.ts";
import { ImportRefused } from "../../src/importing/imported-document.ts";
import { pastedMarkdown } from "../../src/importing/pasted-html.ts";
import { countLeft, proposalsIn, withoutProposals } from "../../src/importing/proposals.ts";
import { reviewsIn, withReviews } from "../../src/importing/reviews.ts";
import { readArticle } from "../../src/parse.ts";
import { compose } from "../../src/text/compose.ts";
import { yesOrNoOf } from "../../src/text/yes-or-no.ts";
import type { Attached } from "./attaching.ts";
import { checked } from "./checking.ts";
import type { Desk } from "./desk.ts";

/*
 * What the editor works out from a text that somebody is writing. A text can be made so that this
 * takes minutes, so it runs in a thread of its own; see draft-thread.ts.
 */

/** Every kind of work by its name: what it is given besides the desk, and what comes out. */
export type DraftWork = {
  /** Reads a file into a form, with what is wrong with it. */
  readonly open: (given: { path: string; text: string; attached: Attached }) => Promise<Opened>;
  /** Finds what would be wrong with a file if it were saved like this; draws its page. */
  readonly check: (given: {
    path: string;
    draft: Draft;
    before: string;
    attached: Attached;
  }) => Promise<Checked>;
  /** Returns a draft in both forms: the text of the file, and values of the form if possible. */
  readonly change: (given: { draft: Draft; before: string }) => Promise<Changed>;
  /** Returns the text of the file for a draft. Throws `CannotEdit`. */
  readonly write: (given: { draft: Draft; before: string }) => Promise<string>;
  /** Reads an article that is to be sent: what is wrong with it, its page, what it leads to. */
  readonly weigh: (given: { path: string; text: string; attached: Attached }) => Promise<Weighed>;
  /** Returns HTML copied from Word or a page as Markdown. */
  readonly paste: (given: { html: string }) => Promise<string>;
};

export type Opened = Pick<OpenArticle, "form" | "proposals" | "reviews"> & Checked;

/** An article that is to be sent. */
export type Weighed = Checked & {
  /** Empty when it has none that can be read. */
  readonly title: string;
  readonly isDraft: boolean;
  /** The articles that its text leads to. */
  readonly linksTo: readonly string[];
  /** How many proposals and reviews of an import are left. */
  readonly left: number;
};

export type Work = keyof DraftWork;
export type Given<Kind extends Work> = Parameters<DraftWork[Kind]>[0];
export type Done<Kind extends Work> = Awaited<ReturnType<DraftWork[Kind]>>;

export function draftWork(desk: Desk): DraftWork {
  return {
    async open({ path, text, attached }) {
      const form = articleForm(text);
      return {
        ...(form ? { form } : {}),
        proposals: proposalsIn(text),
        reviews: reviewsIn(text),
        ...(await checked(path, text, desk, attached)),
      };
    },
    check: ({ path, draft, before, attached }) =>
      checked(path, textOf(draft, before), desk, attached),
    async change({ draft, before }) {
      const text = textOf(draft, before);
      const form = articleForm(text);
      return { text, ...(form ? { form } : {}) };
    },
    write: async ({ draft, before }) => textOf(draft, before),
    async weigh({ path, text, attached }) {
      const file = { path, text: compose(text) };
      const { head } = splitFrontMatter(file);
      const written = (key: string) => String(head?.writtenAt([key]) ?? "").trim();
      return {
        ...(await checked(path, text, desk, attached)),
        title: written("title"),
        isDraft: yesOrNoOf(written("draft")) ?? false,
        linksTo: readArticle(file, desk.reference).article?.linksTo ?? [],
        left: countLeft(text),
      };
    },
    paste: async ({ html }) => pastedMarkdown(html),
  };
}

function textOf(draft: Draft, before: string): string {
  if ("text" in draft) return wholeText(draft.text, before);
  return withReviews(withoutProposals(editArticle(before, draft), draft.settled), draft.reviews);
}

/** Returns a text that was written as a whole; it is clean already when nobody changed it. */
export function wholeText(written: string, before: string): string {
  const text = written.replaceAll(/\r\n?/gu, "\n");
  return text === before ? before : compose(text);
}

/** Why work was given up, as far as the program knows what that means. */
export type GivenUp = "cannot-edit" | "too-much";

/** Returns why work was given up; undefined for a fault of the program. */
export function givenUp(error: unknown): GivenUp | undefined {
  if (error instanceof CannotEdit) return "cannot-edit";
  // Nested too deeply, as found by its reader or by a full stack of calls.
  const isDeep = error instanceof ImportRefused || error instanceof RangeError;
  return isDeep ? "too-much" : undefined;
}
