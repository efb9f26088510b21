import type { ArticleRow, EditorFacts, Note, OpenArticle } from "../../src/editor-api.ts";
import type { FormValues } from "../../src/field.ts";

/** All that the page shows. A change makes a new one. */
export type State = {
  /** Undefined until the server has said it. */
  readonly facts: EditorFacts | undefined;
  readonly rows: readonly ArticleRow[] | undefined;
  readonly search: ListSearch;
  /** Undefined while the list is shown. */
  readonly editing: Editing | undefined;
  /** A sentence at the top of the page. */
  readonly message: { readonly text: string; readonly isError: boolean } | undefined;
};

export type ListSearch = {
  readonly words: string;
  readonly only: "all" | "faulty" | "draft";
  /** How many rows are shown at the most. */
  readonly most: number;
};

/** An article in hand. */
export type Editing = {
  /** As it was opened or last saved. */
  readonly opened: OpenArticle;
  readonly mode: "form" | "file";
  readonly values: FormValues;
  readonly body: string;
  /** The whole file, for those who edit that. */
  readonly text: string;
  /** Keys whose proposals were all taken or turned down. */
  readonly settled: readonly string[];
  readonly proposals: FormValues;
  readonly pictures: readonly string[];
  readonly notes: readonly Note[];
  readonly page: string | undefined;
  readonly url: string | undefined;
  readonly isSaving: boolean;
  /** The file on the disk is another one than the one that was opened. */
  readonly isConflict: boolean;
  /** On a narrow screen only one side is seen. */
  readonly side: "write" | "look";
};

export function editingOf(opened: OpenArticle): Editing {
  const { form, text, proposals, pictures, notes, page, url } = opened;
  return {
    opened,
    mode: form ? "form" : "file",
    values: form?.values ?? {},
    body: form?.body ?? "",
    text,
    settled: [],
    proposals,
    pictures,
    notes,
    page,
    url,
    isSaving: false,
    isConflict: false,
    side: "write",
  };
}

/** True when something would be lost. */
export function isChanged({ opened, mode, values, body, text, settled }: Editing): boolean {
  if (mode === "file") return text !== opened.text;
  const { form } = opened;
  return (
    settled.length > 0 ||
    body !== form?.body ||
    JSON.stringify(values) !== JSON.stringify(form?.values)
  );
}
