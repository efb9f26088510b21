import type { FormValues } from "../../src/front-matter/field.ts";
import { type Editing, isChanged } from "./state.ts";

/*
 * What is not saved yet is kept in the browser too, for when the page is loaded anew or the machine
 * goes out. It is for the file as it was opened, and goes when the file is saved.
 */

type Kept = Pick<Editing, "mode" | "body" | "text" | "settled"> & {
  readonly version: string;
  readonly values: FormValues;
};

const nameOf = (path: string) => `soan:${path}`;

export function keep(editing: Editing): void {
  const { opened, mode, values, body, text, settled } = editing;
  const kept: Kept = { version: opened.version, mode, values, body, text, settled };
  try {
    if (isChanged(editing)) localStorage.setItem(nameOf(opened.path), JSON.stringify(kept));
    else localStorage.removeItem(nameOf(opened.path));
  } catch {
    // A browser that keeps nothing, or has no room, is as good as one that was asked nothing.
  }
}

export function forget(path: string): void {
  try {
    localStorage.removeItem(nameOf(path));
  } catch {
    // As above.
  }
}

/** The article with what was left unsaved; undefined when there is nothing, or the file is another one now. */
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
