import { html, nothing } from "lit-html";
import type { Note } from "../../src/front-matter/editor-api.ts";
import type { Field } from "../../src/front-matter/field.ts";
import type { FormContext } from "./form-context.ts";
import { idOf, type Way } from "./values.ts";

/** Returns the notes on a place itself; when `isWhole`, also those on all that is in it. */
export function notesOf(way: Way, { notes }: FormContext, isWhole = false): readonly Note[] {
  return notes.filter(
    ({ field }) =>
      field !== undefined && isSameWay(isWhole ? field.slice(0, way.length) : field, way),
  );
}

function isSameWay(a: Way, b: Way): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}

/** The notes on a place as a list, below its field. */
export function notesAt(way: Way, context: FormContext, isWhole = false) {
  return noteList(notesOf(way, context, isWhole), `${idOf(way)}-notes`);
}

/** The notes on a row as a list, with those on keys of it that have no field. */
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
      html`<li class=${note.severity}><b>${note.severity === "error" ? "Lỗi" : "Cảnh báo"}:</b> ${note.inForm}</li>`,
  )}</ul>`;
}
