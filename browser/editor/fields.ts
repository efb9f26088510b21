import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { ref } from "lit-html/directives/ref.js";
import {
  type Field,
  type FormValue,
  type FormValues,
  isEmptyValue,
  isLocked,
} from "../../src/front-matter/field.ts";
import { control, fileButton, pdfTypes, pictureTypes } from "./controls.ts";
import type { FormContext } from "./form-context.ts";
import { notesAt, notesOf, strayNotes } from "./notes.ts";
import { dayAsWritten, fieldsIn, idOf, itemsAt, textAt, valueAt, type Way } from "./values.ts";

/** True when a field belongs to a group as it is filled in, or holds something all the same. */
function isFor({ key, onlyWhere }: Field, group: FormValue | undefined): boolean {
  const values = (typeof group === "object" ? group : {}) as FormValues;
  if (onlyWhere === undefined || !isEmptyValue(values[key])) return true;
  return onlyWhere.values.includes(String(values[onlyWhere.key] ?? ""));
}

/** A field with its label, its help and its problems. */
export function fieldView(field: Field, way: Way, context: FormContext): TemplateResult {
  const { input, label, help, isRequired } = field;
  const id = idOf(way);
  if (isLocked(valueAt(context.values, way))) return lockedView(field, way);
  if (input.kind === "group") return groupView(field, way, context);
  if (input.kind === "list" && input.item.kind === "group") return rowsView(field, way, context);
  if (input.kind === "yesNo" && way.length === 1) {
    const isOn = textAt(context.values, way) === "true";
    return html`<div class="field tick">
      <label><input id=${id} type="checkbox" .checked=${live(isOn)}
        @change=${(event: Event) => context.set(way, (event.target as HTMLInputElement).checked ? "true" : "")}>
        ${label}</label> <span class="help">${help}</span>${notesAt(way, context)}
    </div>`;
  }
  const isTexts = input.kind === "list";
  return html`<div class="field kind-${input.kind}">
    <label for=${id}>${label}${isRequired ? html` <span class="must">bắt buộc</span>` : nothing}</label>
    ${helpOf(field) === "" ? nothing : html`<p class="help" id="${id}-help">${helpOf(field)}</p>`}
    ${control(input, way, context, describedBy(field, way, context))}
    ${notesAt(way, context, isTexts)}${way.length === 1 ? reviewsAt(field.key, context) : nothing}
  </div>`;
}

/** What an import was not sure of in a field, until the writer has looked at it; `""`: the text. */
export function reviewsAt(key: string, { reviews, review }: FormContext) {
  const own = reviews.filter(({ field = "" }) => field === key);
  if (own.length === 0) return nothing;
  return html`<ul class="notes">${own.map(
    (one) => html`<li><b>Xem lại:</b> ${one.words}
      <button type="button" class="quiet" @click=${() => review(one)}>Đã xem</button></li>`,
  )}</ul>`;
}

/** The help below the label of a field. */
function helpOf({ help, input }: Field): string {
  const isLines = input.kind === "list" && !["tag", "unit"].includes(input.item.kind);
  return [help, ...(isLines ? ["Mỗi dòng một mục."] : [])].filter(Boolean).join(" ");
}

function describedBy(field: Field, way: Way, context: FormContext): string {
  const id = idOf(way);
  const names = [
    ...(helpOf(field) === "" ? [] : [`${id}-help`]),
    ...(notesOf(way, context, field.input.kind === "list").length > 0 ? [`${id}-notes`] : []),
  ];
  return names.join(" ");
}

/** A value that no form can show; it is left as it is. */
function lockedView({ label }: Pick<Field, "label">, way: Way): TemplateResult {
  return html`<div class="field" id=${idOf(way)} tabindex="-1"><b>${label}</b>
    <p class="help">Mục này được viết theo cách mà biểu mẫu không hiện được; nó vẫn giữ nguyên. Bấm “Sửa cả tệp” ở cuối trang để sửa.</p></div>`;
}

function groupView({ input, label, help }: Field, way: Way, context: FormContext): TemplateResult {
  return html`<fieldset class="group" id=${idOf(way)}>
    ${way.length === 1 ? nothing : html`<legend>${label}</legend>`}
    ${help === "" || way.length === 1 ? nothing : html`<p class="help">${help}</p>`}
    ${notesAt(way, context)}
    <div class="fields">${fieldsIn(input).map((field) => fieldView(field, [...way, field.key], context))}</div>
  </fieldset>`;
}

/** A list of groups: a row for each, to be added, moved and removed. */
function rowsView(field: Field, way: Way, context: FormContext): TemplateResult {
  const { input, one, label } = field;
  const { values, set, removed, remove, putBack } = context;
  const gone = removed.filter((row) => idOf(row.way) === idOf(way));
  const items = itemsAt(values, way);
  const fields = fieldsIn(input);
  const adding = addingOf(fields, context);
  const isLong = fields.length > 8;
  const inside = (at: number) =>
    html`<div class="fields">${fields
      .filter((inner) => isFor(inner, items[at]))
      .map((inner) => fieldView(inner, [...way, at, inner.key], context))}</div>`;
  const swap = (a: number, b: number) => {
    const moved = [...items];
    [moved[a], moved[b]] = [moved[b]!, moved[a]!];
    set(way, moved);
  };
  const move = (name: string, from: number, to: number) =>
    html`<button type="button" class="quiet" ?disabled=${to < 0 || to >= items.length}
      aria-label="${name}: ${one} ${from + 1}" @click=${() => swap(from, to)}>${name}</button>`;
  /** What was removed is named where it was, with a way back. */
  const goneAt = (at: number) =>
    gone
      .filter((row) => Math.min(row.at, items.length) === at)
      .map(
        (
          row,
        ) => html`<p class="gone" role="status">Đã xóa ${one}: ${rowName(row.item, fields, context)}
        <button type="button" class="quiet" id="${idOf(way)}-lay-lai-${removed.indexOf(row) + 1}"
          @click=${() => putBack(row)}>Lấy lại</button></p>`,
      );
  // At least one is required, and mostly there is one: then its number and a button to remove it
  // would only take room.
  const isOnly = field.isRequired && items.length === 1;
  const rows = html`<div class="rows" id=${idOf(way)} tabindex="-1">
    ${field.isRequired ? html`<h2>${label} <span class="must">bắt buộc</span></h2>` : nothing}
    ${notesAt(way, context)}
    ${items.map((_, at) => {
      const place = [...way, at];
      return html`${goneAt(at)}<fieldset class="row" id=${idOf(place)} tabindex="-1">
        <legend class=${isOnly || isLong ? "unseen" : ""}>${capital(one)} ${at + 1}</legend>
        ${strayNotes(place, fields, context)}
        ${
          isLocked(items[at])
            ? lockedView({ label: capital(one) }, [...place, "khoa"])
            : isLong
              ? foldView(
                  items.length > 1 && isFilled(items[at]),
                  `${capital(one)} ${at + 1}`,
                  rowName(items[at]!, fields, context),
                  inside(at),
                )
              : inside(at)
        }
        ${
          isOnly
            ? nothing
            : html`<p class="row-tools">
          ${items.length > 1 ? html`${move("Lên", at, at - 1)}${move("Xuống", at, at + 1)}` : nothing}
          <button type="button" class="quiet" aria-label="Xóa: ${one} ${at + 1}"
            @click=${() => remove(way, at)}>Xóa</button>
        </p>`
        }
      </fieldset>`;
    })}
    ${goneAt(items.length)}
    <p class="row-tools">${
      adding === undefined
        ? nothing
        : fileButton(adding.button, adding.types, true, (files) => adding.add(files, way))
    }
      <button type="button" class="quiet" @click=${() => set(way, [...items, {}])}>${adding?.other ?? `Thêm ${one}`}</button></p>
  </div>`;
  if (adding === undefined) return rows;
  return html`<div class="drop" @dragover=${(event: DragEvent) => event.preventDefault()}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      adding.add([...(event.dataTransfer?.files ?? [])], way);
    }}>${rows}<p class="help">${adding.help}</p></div>`;
}

/** True for a row that holds something, but for one that a file was just put into. */
function isFilled(item: FormValue | undefined): boolean {
  return !isEmptyValue(item) && textAt(item as FormValues, ["file"]) === "";
}

/** The rows that were folded up or not when they came. */
const begun = new WeakSet<Element>();

/**
 * The fields of a long row below a line that says what is in it. Whether it begins folded up is
 * decided once; from then on only the writer opens and closes it.
 */
function foldView(isFolded: boolean, number: string, name: string, fields: TemplateResult) {
  return html`<details class="fold" ${ref((element) => {
    if (element === undefined || begun.has(element)) return;
    begun.add(element);
    (element as HTMLDetailsElement).open = !isFolded;
  })}><summary><small>${number}</small> ${name || "Mục mới"}</summary>${fields}</details>`;
}

/** Returns how files become rows of a list; undefined where they do not. */
function addingOf(fields: readonly Field[], { addPictures, addPdfs }: FormContext) {
  const has = (kind: Field["input"]["kind"]) => fields.some(({ input }) => input.kind === kind);
  if (has("picture"))
    return {
      button: "Thêm ảnh từ máy…",
      other: "Dùng ảnh đã nằm cạnh bài",
      types: pictureTypes,
      help: "Có thể kéo ảnh từ thư mục trên máy thả vào đây.",
      add: addPictures,
    };
  if (!has("pdf")) return undefined;
  return {
    button: "Thêm văn bản từ PDF…",
    other: undefined,
    types: pdfTypes,
    help: "Có thể kéo tệp PDF thả vào đây: mỗi tệp thành một văn bản, số và tên lấy theo chữ trong tệp.",
    add: addPdfs,
  };
}

/** Returns what a row is known by: its first values. */
function rowName(item: FormValue, fields: readonly Field[], { facts }: FormContext): string {
  const values = (typeof item === "object" ? item : {}) as FormValues;
  const words = fields.flatMap(({ key, input }) => {
    const value = values[key];
    if (typeof value !== "string" || value === "") return [];
    return input.kind === "unit"
      ? (facts.units.find(({ id }) => id === value)?.name ?? value)
      : dayAsWritten(value);
  });
  return words.slice(0, 5).join(", ");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the number of items in a section in words; empty for none. */
export function countIn(values: FormValues, key: string): string {
  const value = values[key];
  if (!Array.isArray(value)) return isEmptyValue(value) ? "" : "có";
  const items = value.filter((item) => !isEmptyValue(item)).length;
  return items > 0 ? `${items} mục` : "";
}
