import type { OpenArticle } from "../../src/front-matter/editor-api.ts";
import type { FormValues } from "../../src/front-matter/field.ts";
import { ask } from "./server.ts";
import { type Editing, editingOf, isChanged } from "./state.ts";

/*
 * Keeps unsaved changes, in case the page is reloaded or the machine loses power: in the browser,
 * and beside the repository by the server. The browser knows them by the address of the preview,
 * whose port may be another the next time. They are deleted when the file is saved.
 */

type Kept = Pick<Editing, "mode" | "body" | "text" | "settled" | "reviews"> & {
  /** The file as it was opened. */
  readonly version: string;
  readonly base: string;
  readonly values: FormValues;
};

const nameOf = (path: string) => `soan:${path}`;
/** The articles of which the server has a copy. */
const onServer = new Set<string>();

/**
 * Keeps the unsaved changes of an article; without any, deletes what was kept. Returns false where
 * neither the browser nor the server could.
 */
export async function keep(editing: Editing): Promise<boolean> {
  const { opened, mode, values, body, text, settled, reviews } = editing;
  const { path, version, text: base } = opened;
  if (!isChanged(editing)) {
    forget(path);
    return true;
  }
  const kept: Kept = { version, base, mode, values, body, text, settled, reviews };
  const written = JSON.stringify(kept);
  let isInBrowser = true;
  try {
    localStorage.setItem(nameOf(path), written);
  } catch {
    isInBrowser = false;
  }
  onServer.add(path);
  return (await tellServer("giu", path, written)) || isInBrowser;
}

/** Deletes what was kept of an article. */
export function forget(path: string): void {
  try {
    localStorage.removeItem(nameOf(path));
  } catch {
    // The browser keeps nothing.
  }
  if (onServer.delete(path)) void tellServer("bo", path, "");
}

let last: Promise<unknown> = Promise.resolve();

/** Tells the server, after what it was told before; returns whether it has done so. */
function tellServer(what: "giu" | "bo", path: string, body: string): Promise<boolean> {
  const told = last.then(() =>
    ask(what, { path }, { method: "POST", body }).then(
      () => true,
      () => false,
    ),
  );
  last = told;
  return told;
}

/** Unsaved changes of an earlier time. */
export type Found = {
  /** The article with these changes. */
  readonly editing: Editing;
  /** The file has changed since, so that the two have to be put together. */
  readonly isOlder: boolean;
  /** Only the server had them: they may be of another window. */
  readonly isFromServer: boolean;
};

/**
 * Finds the changes that were left unsaved; undefined when there are none.
 *
 * @param formOf returns the form of an earlier text of the file
 */
export async function findKept(
  editing: Editing,
  formOf: (text: string) => Promise<OpenArticle["form"]>,
): Promise<Found | undefined> {
  const { opened } = editing;
  const inBrowser = readLocal(opened.path);
  const written = inBrowser ?? (await onServerOf(opened.path));
  const isFromServer = inBrowser === undefined;
  try {
    const { version, base = "", ...kept } = JSON.parse(written) as Kept;
    const isOlder = version !== opened.version;
    // It was saved after all.
    if (!isChanged({ ...editing, ...kept })) return undefined;
    if (isOlder && base === "") return undefined;
    const before = isOlder ? await formOf(base) : opened.form;
    if (kept.mode === "form" && before === undefined) return undefined;
    const { form: _now, ...rest } = opened;
    const then = isOlder
      ? editingOf({ ...rest, ...(before ? { form: before } : {}), version, text: base })
      : editing;
    const again = { ...then, ...kept, isConflict: isOlder };
    if (!isChanged(again)) return undefined;
    onServer.add(opened.path);
    return { editing: again, isOlder, isFromServer };
  } catch {
    return undefined;
  }
}

function readLocal(path: string): string | undefined {
  try {
    return localStorage.getItem(nameOf(path)) ?? undefined;
  } catch {
    return undefined;
  }
}

async function onServerOf(path: string): Promise<string> {
  return ask<{ kept: string }>("giu", { path }, {}).then(
    ({ kept }) => kept,
    () => "",
  );
}
