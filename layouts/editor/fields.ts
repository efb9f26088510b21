import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { EditorFacts, Note } from "../../src/editor-api.ts";
import type { Field, FormValue, FormValues, Input } from "../../src/field.ts";
import { type Choice, picker } from "./picker.ts";
import {
  dayAsWritten,
  dayForCalendar,
  fieldsIn,
  idOf,
  isEmpty,
  itemsAt,
  textAt,
  type Way,
} from "./values.ts";

/** What the fields of a form need to know of what is around them. */
export type FormContext = {
  readonly facts: EditorFacts;
  readonly values: FormValues;
  readonly notes: readonly Note[];
  /** The pictures beside the article. */
  readonly pictures: readonly string[];
  readonly pictureUrl: (name: string) => string;
  readonly set: (way: Way, value: FormValue) => void;
  /** Puts files beside the article, and what they are called into the list at a place. */
  readonly addPictures: (files: readonly File[], way: Way) => void;
};

/** A field with its name, its help and what is wrong with it. */
export function fieldView(field: Field, way: Way, context: FormContext): TemplateResult {
  const { input, label, help, isRequired } = field;
  const id = idOf(way);
  if (input.kind === "group") return groupView(field, way, context);
  if (input.kind === "list" && input.item.kind === "group") return rowsView(field, way, context);
  if (input.kind === "yesNo" && way.length === 1) {
    const isOn = /^(?:true|có)$/iu.test(textAt(context.values, way));
    return html`<div class="field tick">
      <label><input id=${id} type="checkbox" .checked=${live(isOn)}
        @change=${(event: Event) => context.set(way, (event.target as HTMLInputElement).checked ? "true" : "")}>
        ${label}</label> <span class="help">${help}</span>${notesAt(way, context)}
    </div>`;
  }
  return html`<div class="field kind-${input.kind}">
    <label for=${id}>${label}${isRequired ? html` <span class="must">bắt buộc</span>` : nothing}</label>
    ${help === "" ? nothing : html`<p class="help" id="${id}-help">${help}${input.kind === "list" && input.item.kind === "line" ? " Mỗi dòng một mục." : ""}</p>`}
    ${control(input, way, context, describedBy(field, way, context))}
    ${notesAt(way, context)}
  </div>`;
}

function describedBy({ help }: Field, way: Way, context: FormContext): string {
  const id = idOf(way);
  const names = [
    ...(help === "" ? [] : [`${id}-help`]),
    ...(notesOf(way, context).length > 0 ? [`${id}-notes`] : []),
  ];
  return names.join(" ");
}

function control(
  input: Input,
  way: Way,
  context: FormContext,
  describedBy: string,
): TemplateResult {
  const { facts, set } = context;
  const id = idOf(way);
  const value = textAt(context.values, way);
  const isInvalid = notesOf(way, context).some(({ severity }) => severity === "error");
  const onInput = (event: Event) => set(way, (event.target as HTMLInputElement).value);
  switch (input.kind) {
    case "list":
      return input.item.kind === "tag"
        ? tagsView(way, context, describedBy)
        : linesView(way, context, describedBy);
    case "prose":
      return html`<textarea id=${id} rows="2" class="grows" aria-describedby=${describedBy || nothing}
        aria-invalid=${isInvalid || nothing} .value=${live(value)} @input=${onInput}></textarea>`;
    case "choice":
      return html`<select id=${id} aria-describedby=${describedBy || nothing}
        aria-invalid=${isInvalid || nothing} @change=${onInput}>
        <option value="" ?selected=${value === ""}></option>
        ${withOwn(input.choices, value).map((one) => html`<option .selected=${live(one === value)}>${one}</option>`)}
      </select>`;
    case "yesNo":
      return html`<select id=${id} aria-describedby=${describedBy || nothing} @change=${onInput}>
        ${[
          ["", "không rõ"],
          ["true", "có"],
          ["false", "không"],
        ].map(
          ([one, name]) =>
            html`<option value=${one!} .selected=${live(one === value)}>${name}</option>`,
        )}
      </select>`;
    case "unit":
      return picker({
        id,
        choices: facts.units.map(
          ({ id: unit, name, others, time }): Choice => ({
            value: unit,
            name,
            more: time,
            others,
          }),
        ),
        value: unitIdOf(value, facts),
        isFree: false,
        describedBy,
        isInvalid,
        pick: (picked) => set(way, picked),
      });
    case "picture":
      return pictureView(way, context, describedBy);
    case "day":
      return dayView(way, context, describedBy, isInvalid);
    default:
      return html`<input id=${id} type="text" autocomplete="off" inputmode=${inputModes[input.kind] ?? nothing}
        aria-describedby=${describedBy || nothing} aria-invalid=${isInvalid || nothing}
        .value=${live(value)} @input=${onInput}>`;
  }
}

const inputModes: Readonly<Record<string, string>> = {
  whole: "numeric",
  year: "numeric",
  decimal: "decimal",
  address: "url",
};

/** A word that is no choice is shown all the same, or else it would be lost. */
function withOwn(choices: readonly string[], value: string): readonly string[] {
  return value === "" || choices.includes(value) ? choices : [...choices, value];
}

/** An article may name its unit by any of its names. */
function unitIdOf(written: string, { units }: EditorFacts): string {
  const found = units.find(
    ({ id, name, others }) => id === written || name === written || others.includes(written),
  );
  return found?.id ?? written;
}

function dayView(way: Way, { values, set }: FormContext, describedBy: string, isInvalid: boolean) {
  const id = idOf(way);
  const value = textAt(values, way);
  const openCalendar = (event: Event) => {
    const calendar = (event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement;
    calendar.showPicker();
  };
  return html`<div class="day">
    <input id=${id} type="text" autocomplete="off" placeholder="31/1/2024" aria-describedby=${describedBy || nothing}
      aria-invalid=${isInvalid || nothing} .value=${live(dayAsWritten(value))}
      @input=${(event: Event) => set(way, (event.target as HTMLInputElement).value)}>
    <button type="button" class="quiet" aria-label="Chọn ngày trên lịch" @click=${openCalendar}>Lịch</button>
    <input type="date" tabindex="-1" aria-hidden="true" .value=${live(dayForCalendar(value))}
      @change=${(event: Event) => set(way, dayAsWritten((event.target as HTMLInputElement).value))}>
  </div>`;
}

/** A list of short texts, one on each line. */
function linesView(way: Way, { values, set }: FormContext, describedBy: string) {
  const lines = itemsAt(values, way).map((item) => (typeof item === "string" ? item : ""));
  return html`<textarea id=${idOf(way)} class="grows" rows="2" aria-describedby=${describedBy || nothing}
    .value=${live(lines.join("\n"))}
    @input=${(event: Event) => {
      const { value } = event.target as HTMLTextAreaElement;
      set(way, value === "" ? [] : value.split("\n"));
    }}></textarea>`;
}

function tagsView(way: Way, { facts, values, set }: FormContext, describedBy: string) {
  const tags = itemsAt(values, way).filter((tag) => typeof tag === "string");
  const left = facts.tags.filter((tag) => !tags.includes(tag));
  return html`<div class="tags">
    ${tags.map(
      (tag, at) =>
        html`<span class="tag">${tag} <button type="button" aria-label="Bỏ chủ đề ${tag}"
          @click=${() => set(way, tags.toSpliced(at, 1))}>×</button></span>`,
    )}
    ${picker({
      id: idOf(way),
      choices: left.map((tag) => ({ value: tag, name: tag, more: "", others: [] })),
      value: "",
      isFree: true,
      describedBy,
      isInvalid: false,
      pick: (picked) => {
        const fresh = picked
          .split(",")
          .map((tag) => tag.trim())
          .filter((tag) => tag !== "" && !tags.includes(tag));
        set(way, [...tags, ...fresh]);
      },
    })}
  </div>`;
}

function pictureView(way: Way, context: FormContext, describedBy: string) {
  const { values, pictures, pictureUrl, set, addPictures } = context;
  const value = textAt(values, way);
  const isThere = pictures.includes(value);
  return html`<div class="picture">
    ${isThere ? html`<img src=${pictureUrl(value)} alt="">` : nothing}
    <div>
      <select id=${idOf(way)} aria-describedby=${describedBy || nothing}
        @change=${(event: Event) => set(way, (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${value === ""}>Chọn ảnh…</option>
        ${withOwn(pictures, value).map((one) => html`<option .selected=${live(one === value)}>${one}</option>`)}
      </select>
      ${fileButton("Lấy ảnh từ máy…", false, (files) => addPictures(files, way))}
    </div>
  </div>`;
}

/** A button that lets somebody choose picture files. */
function fileButton(name: string, isMany: boolean, take: (files: readonly File[]) => void) {
  return html`<label class="button quiet">${name}<input type="file" class="unseen" ?multiple=${isMany}
    accept="image/jpeg,image/png,image/webp,image/avif"
    @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      take([...(input.files ?? [])]);
      input.value = "";
    }}></label>`;
}

function groupView({ input, label, help }: Field, way: Way, context: FormContext): TemplateResult {
  return html`<fieldset class="group" id=${idOf(way)}>
    ${way.length === 1 ? nothing : html`<legend>${label}</legend>`}
    ${help === "" || way.length === 1 ? nothing : html`<p class="help">${help}</p>`}
    ${notesAt(way, context)}
    <div class="fields">${fieldsIn(input).map((field) => fieldView(field, [...way, field.key], context))}</div>
  </fieldset>`;
}

/** A list of groups: a row for each, to be added, moved and taken away. */
function rowsView(field: Field, way: Way, context: FormContext): TemplateResult {
  const { input, one, label } = field;
  const { values, set, addPictures } = context;
  const items = itemsAt(values, way);
  const fields = fieldsIn(input);
  const isPictures = fields.some(({ input: inner }) => inner.kind === "picture");
  const swap = (a: number, b: number) => {
    const moved = [...items];
    [moved[a], moved[b]] = [moved[b]!, moved[a]!];
    set(way, moved);
  };
  const move = (name: string, from: number, to: number) =>
    html`<button type="button" class="quiet" ?disabled=${to < 0 || to >= items.length}
      aria-label="${name}: ${one} ${from + 1}" @click=${() => swap(from, to)}>${name}</button>`;
  // One must be there, and mostly there is one: then a number and a way to take it away only stand around.
  const isOnly = field.isRequired && items.length === 1;
  const rows = html`<div class="rows" id=${idOf(way)} tabindex="-1">
    ${field.isRequired ? html`<h2>${label} <span class="must">bắt buộc</span></h2>` : nothing}
    ${notesAt(way, context)}
    ${items.map((_, at) => {
      const place = [...way, at];
      return html`<fieldset class="row" id=${idOf(place)}>
        <legend class=${isOnly ? "unseen" : ""}>${capital(one)} ${at + 1}</legend>
        ${strayNotes(place, fields, context)}
        <div class="fields">${fields.map((inner) => fieldView(inner, [...place, inner.key], context))}</div>
        ${
          isOnly
            ? nothing
            : html`<p class="row-tools">
          ${items.length > 1 ? html`${move("Lên", at, at - 1)}${move("Xuống", at, at + 1)}` : nothing}
          <button type="button" class="quiet" aria-label="Xóa: ${one} ${at + 1}"
            @click=${() => set(way, items.toSpliced(at, 1))}>Xóa</button>
        </p>`
        }
      </fieldset>`;
    })}
    <p>${
      isPictures
        ? fileButton("Thêm ảnh từ máy…", true, (files) => addPictures(files, way))
        : nothing
    }
      <button type="button" class="quiet" @click=${() => set(way, [...items, {}])}>Thêm ${one}</button></p>
  </div>`;
  if (!isPictures) return rows;
  return html`<div class="drop" @dragover=${(event: DragEvent) => event.preventDefault()}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      addPictures([...(event.dataTransfer?.files ?? [])], way);
    }}>${rows}<p class="help">Có thể kéo ảnh từ thư mục trên máy thả vào đây.</p></div>`;
}

function notesOf(way: Way, { notes }: FormContext): readonly Note[] {
  return notes.filter(({ field }) => field !== undefined && isSameWay(field, way));
}

function isSameWay(a: Way, b: Way): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}

/** What is wrong at a place itself. */
function notesAt(way: Way, context: FormContext) {
  return noteList(notesOf(way, context), `${idOf(way)}-notes`);
}

/** The same for a row, with what is about keys that have no field. */
function strayNotes(way: Way, fields: readonly Field[], { notes }: FormContext) {
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

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How many items a section holds, in words; empty for none. */
export function countIn(values: FormValues, way: Way): string {
  const items = itemsAt(values, way).filter((item) => !isEmpty(item)).length;
  if (items > 0) return String(items);
  return isEmpty(values[String(way[0])]) || Array.isArray(values[String(way[0])]) ? "" : "có";
}
