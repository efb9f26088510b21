import { html, nothing } from "lit-html";
import type { Note } from "../../src/editor-api.ts";
import type { Field } from "../../src/field.ts";
import type { FormContext } from "./form-context.ts";
import { idOf, type Way } from "./values.ts";

/** What is said of a place itself. */
export function notesOf(way: Way, { notes }: FormContext): readonly Note[] {
  return notes.filter(({ field }) => field !== undefined && isSameWay(field, way));
}

function isSameWay(a: Way, b: Way): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}

/** What is wrong at a place itself. */
export function notesAt(way: Way, context: FormContext) {
  return noteList(notesOf(way, context), `${idOf(way)}-notes`);
}

/** The same for a row, with what is about keys that have no field. */
export function strayNotes(way: Way, fields: readonly Field[], { notes }: FormContext) {
  const own = notes.filter(
    ({ field = [] }) =>
      isSameWay(field.slice(0, way.length), way) &&
      !fields.some(({ key }) => key === field[way.length]),
  );
  return noteList(own, `${idOf(way)}-notes`);
}

function noteList(notes: readonly Note[], id: string) {
  if (notes.length === 0) return nothing;
  return html`<ul class="notes" id=${id}>${notes.map(
    (note) =>
      html`<li class=${note.severity}><b>${note.severity === "error" ? "Lỗi" : "Cảnh báo"}:</b> ${wordsOf(note)}</li>`,
  )}</ul>`;
}

/** What is wrong and what to do. In a form nobody has to know how a missing line would have to begin. */
export function wordsOf({ code, field, message, hint }: Note): string {
  const isUnfilled = code === "missing-key" || code === "missing-key-in" || code === "empty-value";
  return isUnfilled && field !== undefined ? "Ô này chưa điền." : `${message} ${hint}`;
}
