import type { FormValues } from "../../src/front-matter/field.ts";
import { type Editing, isChanged } from "./state.ts";

/*
 * Keeps unsaved changes in the browser too, in case the page is reloaded or the machine loses
 * power. They belong to the file as it was opened, and are deleted when the file is saved.
 */

type Kept = Pick<Editing, "mode" | "body" | "text" | "settled" | "reviews"> & {
  readonly version: string;
  readonly values: FormValues;
};

const nameOf = (path: string) => `soan:${path}`;

/** Keeps the unsaved changes of an article in the browser; without any, deletes what was kept. */
export function keep(editing: Editing): void {
  const { opened, mode, values, body, text, settled, reviews } = editing;
  const kept: Kept = { version: opened.version, mode, values, body, text, settled, reviews };
  try {
    if (isChanged(editing)) localStorage.setItem(nameOf(opened.path), JSON.stringify(kept));
    else localStorage.removeItem(nameOf(opened.path));
  } catch {
    // The copy is only a safety net: where the browser refuses it or is full, editing goes on.
  }
}

/** Deletes what was kept of an article. */
export function forget(path: string): void {
  try {
    localStorage.removeItem(nameOf(path));
  } catch {
    // As above.
  }
}

/**
 * Returns the article with the changes that were left unsaved; undefined when there are none, or
 * when the file has changed since.
 */
export function withKept(editing: Editing): Editing | undefined {
  const { opened } = editing;
  try {
    const written = localStorage.getItem(nameOf(opened.path));
    if (written === null) return undefined;
    const { version, ...kept } = JSON.parse(written) as Kept;
    const again = { ...editing, ...kept };
    const isUsable = version === opened.version && (kept.mode === "file" || opened.form);
    return isUsable && isChanged(again) ? again : undefined;
  } catch {
    return undefined;
  }
}
