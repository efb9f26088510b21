import type { Changed, OpenArticle, Settled } from "../../src/front-matter/editor-api.ts";
import {
  type FormValue,
  type FormValues,
  isEmptyValue,
  rowKey,
} from "../../src/front-matter/field.ts";
import { checkSoon, draftOf, stopChecking } from "./checking.ts";
import { forget } from "./keepsake.ts";
import { Refused, server } from "./server.ts";
import { type Editing, editingOf, isChanged, type RemovedRow } from "./state.ts";
import { current, edit, telling, update } from "./store.ts";
import { asTyped, isSameForm } from "./values.ts";

/* Saves from the page to the file. If that fails, what was written stays on the page. */

/** Saves the open article if it has changed; a conflict or a missing file is shown on the page. */
export async function save(): Promise<void> {
  const { editing } = current();
  if (
    editing === undefined ||
    editing.isSaving ||
    editing.isConflict ||
    editing.isGone ||
    !isChanged(editing)
  )
    return;
  const { path, version } = editing.opened;
  edit({ isSaving: true });
  await telling(async () => {
    try {
      const saved = await server.save(path, draftOf(editing), version);
      const now = current().editing;
      if (now?.opened.path !== path) return;
      const isAsSent =
        now.values === editing.values && now.body === editing.body && now.text === editing.text;
      const { pictures, pdfs, attached, notes, page, url } = saved;
      // The file has no such rows any more; one that is put back is a new one.
      const removed = now.removed.map(asNew);
      const files = { pictures, pdfs, attached };
      const rest = {
        opened: saved,
        settled: {},
        reviews: reviewsAfter(editing, now, saved),
        ...files,
        notes,
        page,
        url,
        removed,
      };
      edit({ ...rest, ...shownAfter(now, saved) }, path);
      update({ rows: undefined, message: undefined });
      forget(path);
      if (!isAsSent) checkSoon();
    } catch (error) {
      if (!(error instanceof Refused) || !(error.isConflict || error.isGone)) throw error;
      edit(error.isGone ? { isGone: true } : { isConflict: true }, path);
    } finally {
      edit({ isSaving: false }, path);
    }
  });
}

/** Returns the reviews that are left after a save: some may have been looked at meanwhile. */
function reviewsAfter(sent: Editing, now: Editing, saved: OpenArticle): Editing["reviews"] {
  return now.reviews === sent.reviews ? saved.reviews : now.reviews;
}

/** Writes a file again that somebody moved or deleted while it was open here. */
export async function restore(): Promise<void> {
  const { editing } = current();
  if (editing === undefined) return;
  const { path, text } = editing.opened;
  const saved = await server.restore(path, draftOf(editing), text);
  forget(path);
  edit({ ...editingOf(saved), side: editing.side }, path);
}

/** Returns what the page holds after a save: the same as was typed, and no longer changed. */
function shownAfter(now: Editing, { form, text }: OpenArticle): Partial<Editing> {
  const isSameText = now.text.trim() === text.trim();
  if (now.mode === "form" && form !== undefined)
    return { values: asTyped(form.values, now.values) as FormValues, text };
  if (form === undefined || !isSameText || now.opened.form !== undefined)
    return { mode: "file", text: isSameText ? text : now.text };
  // The front matter could not be shown as a form before, and now can.
  return { mode: "form", values: form.values, body: form.body, text, aside: "" };
}

/** Ends a conflict with another change to the file: takes theirs, or writes ours over it. */
export async function resolveConflict(keep: "theirs" | "ours"): Promise<void> {
  const { editing } = current();
  if (editing === undefined) return;
  const fresh = await server.open(editing.opened.path);
  stopChecking();
  if (keep === "theirs") {
    forget(editing.opened.path);
    update({ editing: editingOf(fresh) });
  } else if (editing.mode === "form" && fresh.form === undefined)
    edit({ ...editingOf(fresh), aside: asText(editing) });
  else {
    // Rows are identified by their places in the file that was opened; in another file all are new.
    const isSame = isSameForm(listsOf(editing.opened.form?.values), listsOf(fresh.form?.values));
    const values = isSame ? editing.values : withoutRows(editing.values);
    const { version, proposals } = fresh;
    const opened = { ...editing.opened, version, proposals };
    const settled = settledIn(fresh, editing);
    const ours = { ...editing, opened, values, settled, removed: editing.removed.map(asNew) };
    // Nothing was changed here but proposals, and those are gone from the file too.
    if (!isChanged(ours)) return update({ editing: editingOf(fresh) });
    edit({ ...ours, isConflict: false });
    await save();
  }
}

/** Returns which proposals of a file are settled in the form, which was made of an earlier one. */
function settledIn({ proposals }: OpenArticle, { opened, settled }: Editing): Settled {
  const found = Object.entries(settled).map(([key, numbers]) => {
    const gone = new Set(numbers.map((number) => JSON.stringify(opened.proposals[key]?.[number])));
    const offers = proposals[key] ?? [];
    const same = offers.flatMap((one, number) => (gone.has(JSON.stringify(one)) ? [number] : []));
    return [key, same] as const;
  });
  return Object.fromEntries(found.filter(([, numbers]) => numbers.length > 0));
}

/** Switches between form and file, and takes along what has been written. */
export async function changeMode(mode: Editing["mode"]): Promise<void> {
  const { editing } = current();
  if (editing === undefined || editing.mode === mode) return;
  const { path } = editing.opened;
  let changed: Changed;
  try {
    changed = await server.change(path, draftOf(editing));
  } catch (error) {
    if (!(error instanceof Refused) || mode === "form") throw error;
    // What was written does not fit into the file, which is opened as it is with that text beside.
    const fresh = await server.open(path);
    edit({ ...editingOf(fresh), mode, aside: asText(editing) }, path);
    return;
  }
  const { text, form } = changed;
  if (mode === "file") edit({ mode, text }, path);
  else if (form === undefined)
    throw new Refused({ message: "Phần đầu bài chưa đọc được nên chưa hiện thành biểu mẫu." });
  else {
    // A form identifies its rows by their places in the file, so the file must be saved first.
    await save();
    const now = current().editing;
    if (now === undefined || now.opened.path !== path || isChanged(now)) return;
    const { values, body } = now.opened.form ?? form;
    edit({ mode, values, body, aside: "" }, path);
  }
  checkSoon();
}

/** Returns all that a form holds as plain lines. */
function asText({ values, body }: Editing): string {
  const form = current().facts?.form ?? [];
  const lines = form.flatMap(({ key, label }) =>
    isEmptyValue(values[key]) ? [] : [`${label}: ${plain(values[key]!)}`],
  );
  return `${lines.join("\n")}\n\n${body}`;
}

function plain(value: FormValue): string {
  if (typeof value === "string") return value;
  const parts = Object.entries(value).filter(([key, one]) => key !== rowKey && !isEmptyValue(one));
  return parts.map(([, one]) => plain(one)).join(Array.isArray(value) ? "; " : ", ");
}

function asNew(row: RemovedRow): RemovedRow {
  return typeof row.item === "object" && !Array.isArray(row.item)
    ? { ...row, item: withoutRows(row.item as FormValues) }
    : row;
}

function listsOf(values: FormValues = {}): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value)));
}

function withoutRows(group: FormValues): FormValues {
  const strip = (value: FormValue): FormValue => {
    if (typeof value === "string") return value;
    return Array.isArray(value) ? value.map(strip) : withoutRows(value as FormValues);
  };
  return Object.fromEntries(
    Object.entries(group).flatMap(([key, one]) => (key === rowKey ? [] : [[key, strip(one)]])),
  );
}
