import type {
  ArticleRow,
  AttachedPdf,
  EditorFacts,
  NewArticleWish,
  Note,
  OpenArticle,
  Review,
  Settled,
} from "../../src/front-matter/editor-api.ts";
import { type FormValue, type FormValues, isEmptyValue } from "../../src/front-matter/field.ts";
import type { GalleryDraft } from "./gallery-maker.ts";
import type { Life } from "./life-state.ts";
import type { Sending, SentStates } from "./sending-state.ts";
import { plainFormat, type TextFormat } from "./text-box.ts";
import { isSameForm, type Way } from "./values.ts";

/** All that the page shows. A change makes a new state. */
export type State = {
  /** Undefined until the server has sent them. */
  readonly facts: EditorFacts | undefined;
  readonly rows: readonly ArticleRow[] | undefined;
  readonly search: ListSearch;
  /** A new article as far as it has been filled in. */
  readonly wish: NewArticleWish;
  /** The text is shown in a plain field, with its Markdown. */
  readonly isPlain: boolean;
  /** Undefined while the list is shown. */
  readonly editing: Editing | undefined;
  /** News of the server, deleted articles, and the dialog that is open. */
  readonly life: Life;
  /** The dialog for sending; undefined while it is closed. */
  readonly sending: Sending | undefined;
  /** What became of articles that were sent; empty until the server has been asked. */
  readonly sent: SentStates;
  /** Sentences at the top of the page. */
  readonly message:
    | {
        readonly lines: readonly string[];
        readonly isError: boolean;
        /** Takes back what the message tells of. */
        readonly undo?: () => void;
      }
    | undefined;
};

export type ListSearch = {
  readonly words: string;
  readonly only: "all" | "faulty" | "draft" | "left";
  /** At most this many rows are shown. */
  readonly most: number;
};

/** The open article. */
export type Editing = {
  /** As it was opened or last saved. */
  readonly opened: OpenArticle;
  readonly mode: "form" | "file";
  readonly values: FormValues;
  readonly body: string;
  /** The whole file, for those who edit that. */
  readonly text: string;
  /** The proposals that were accepted or rejected since the article was opened. */
  readonly settled: Settled;
  /** The parts of the form that are open. */
  readonly parts: ReadonlySet<string>;
  readonly pictures: readonly string[];
  /** The PDFs beside the article, and what is known of those that it attaches. */
  readonly pdfs: readonly string[];
  readonly attached: readonly AttachedPdf[];
  readonly notes: readonly Note[];
  readonly page: string | undefined;
  readonly url: string | undefined;
  readonly isSaving: boolean;
  /** The file on the disk has changed since it was opened. */
  readonly isConflict: boolean;
  /** The file no longer exists. */
  readonly isGone: boolean;
  /** What the program was not sure of and nobody has looked at yet. */
  readonly reviews: readonly Review[];
  /** The rows that were removed since the article was opened, in the order of their places. */
  readonly removed: readonly RemovedRow[];
  /** The PDFs that were taken from their fields since the article was opened, by the field's id. */
  readonly detached: Readonly<Record<string, string>>;
  /** What was written in the form and does not fit into the file; shown beside it. */
  readonly aside: string;
  /** What the text is where the caret is in it. */
  readonly format: TextFormat;
  /** The gallery that is being put together. */
  readonly gallery: GalleryDraft | undefined;
  /** The new pictures of which the writer is being asked. */
  readonly describing: Describing | undefined;
  /** A narrow screen shows only this side. */
  readonly side: "write" | "look";
};

/** Pictures that came at once, of which the writer is asked one after the other. */
export type Describing = {
  readonly names: readonly string[];
  /** Which of them is shown. */
  readonly at: number;
};

/** A row that was removed from a list, and can be put back before the one that is there now. */
export type RemovedRow = { readonly way: Way; readonly at: number; readonly item: FormValue };

/** The fields that few articles need, in a part of their own below the text. */
export const rareKeys: readonly string[] = ["place", "aliases", "lead_until"];
/** The name of that part among those that are open. */
export const rarePart = "them";

/** Returns an article as it is right after opening: nothing changed, filled parts unfolded. */
export function editingOf(opened: OpenArticle): Editing {
  const { form, text, pictures, pdfs, attached, notes, page, url, proposals } = opened;
  const values = form?.values ?? {};
  const filled = Object.keys(values).filter((key) => !isEmptyValue(values[key]));
  const noted = notes.flatMap(({ field }) => (field ? [String(field[0])] : []));
  return {
    opened,
    mode: form ? "form" : "file",
    values,
    body: form?.body ?? "",
    text,
    settled: {},
    parts: new Set([
      ...filled,
      ...noted,
      ...Object.keys(proposals),
      ...(rareKeys.some((key) => filled.includes(key) || noted.includes(key)) ? [rarePart] : []),
    ]),
    pictures,
    pdfs,
    attached,
    notes,
    page,
    url,
    isSaving: false,
    isConflict: false,
    isGone: false,
    reviews: opened.reviews,
    removed: [],
    detached: {},
    aside: "",
    format: plainFormat,
    gallery: undefined,
    describing: undefined,
    side: "write",
  };
}

/** Returns the proposals for a key that are not settled yet, each with its number. */
export function openProposals(
  { opened, settled }: Editing,
  key: string,
): readonly { readonly number: number; readonly value: FormValues }[] {
  const gone = settled[key] ?? [];
  return (opened.proposals[key] ?? []).flatMap((value, number) =>
    gone.includes(number) ? [] : [{ number, value }],
  );
}

/** True when there are unsaved changes. */
export function isChanged({
  opened,
  mode,
  values,
  body,
  text,
  settled,
  reviews,
}: Editing): boolean {
  if (mode === "file") return text !== opened.text;
  const { form } = opened;
  return (
    Object.keys(settled).length > 0 ||
    reviews !== opened.reviews ||
    body.trim() !== (form?.body ?? "").trim() ||
    !isSameForm(values, form?.values)
  );
}
