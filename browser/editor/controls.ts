import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { EditorFacts } from "../../src/front-matter/editor-api.ts";
import type { Input } from "../../src/front-matter/field.ts";
import type { FormContext } from "./form-context.ts";
import { framingView } from "./framing.ts";
import { notesOf } from "./notes.ts";
import { type Choice, picker } from "./picker.ts";
import { dayAsWritten, dayForCalendar, idOf, itemsAt, textAt, type Way } from "./values.ts";

/** The control to type into or to pick from, by the kind of the input. */
export function control(
  input: Input,
  way: Way,
  context: FormContext,
  describedBy: string,
): TemplateResult {
  const { facts, set } = context;
  const id = idOf(way);
  const value = textAt(context.values, way);
  const isInvalid = notesOf(way, context, input.kind === "list").some(
    ({ severity }) => severity === "error",
  );
  const onInput = (event: Event) => set(way, (event.target as HTMLInputElement).value);
  switch (input.kind) {
    case "list":
      if (input.item.kind === "tag") return tagsView(way, context, describedBy);
      if (input.item.kind === "unit") return unitsView(way, context, describedBy, isInvalid);
      return linesView(way, context, describedBy, isInvalid);
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
    case "series":
      return picker({
        id,
        choices: facts.series.map((name) => ({ value: name, name, more: "", others: [] })),
        value,
        isFree: true,
        describedBy,
        isInvalid,
        pick: (picked) => set(way, picked),
      });
    case "picture":
      return pictureView(way, context, describedBy);
    case "pdf":
      return pdfView(way, context, describedBy);
    case "day":
      return dayView(way, context, describedBy, isInvalid);
    case "partialDay":
      return html`<input id=${id} type="text" autocomplete="off" aria-describedby=${describedBy || nothing}
        aria-invalid=${isInvalid || nothing} .value=${live(dayAsWritten(value))} @input=${onInput}>`;
    default:
      return html`${input.kind === "crop" ? framingView(way.slice(0, -1), context) : nothing}<input id=${id} type="text" autocomplete="off" inputmode=${inputModes[input.kind] ?? nothing}
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

/** Adds a value that is not among the choices, because it would be lost otherwise. */
function withOwn(choices: readonly string[], value: string): readonly string[] {
  return value === "" || choices.includes(value) ? choices : [...choices, value];
}

/** Returns the id of a unit, because an article may name its unit by any of its names. */
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
function linesView(
  way: Way,
  { values, set }: FormContext,
  describedBy: string,
  isInvalid: boolean,
) {
  const lines = itemsAt(values, way).map((item) => (typeof item === "string" ? item : ""));
  return html`<textarea id=${idOf(way)} class="grows" rows="2" aria-describedby=${describedBy || nothing}
    aria-invalid=${isInvalid || nothing} .value=${live(lines.join("\n"))}
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

/** A list of units, by their names; what names no unit is shown as it is written. */
function unitsView(way: Way, context: FormContext, describedBy: string, isInvalid: boolean) {
  const { facts, values, set } = context;
  const written = itemsAt(values, way).filter((item) => typeof item === "string");
  const nameOf = (one: string) =>
    facts.units.find(({ id }) => id === unitIdOf(one, facts))?.name ?? one;
  return html`<div class="tags">
    ${written.map(
      (one, at) =>
        html`<span class="tag">${nameOf(one)} <button type="button" aria-label="Bỏ đơn vị ${nameOf(one)}"
          @click=${() => set(way, written.toSpliced(at, 1))}>×</button></span>`,
    )}
    ${picker({
      id: idOf(way),
      choices: facts.units
        .filter(({ id }) => !written.some((one) => unitIdOf(one, facts) === id))
        .map(({ id, name, others, time }) => ({ value: id, name, more: time, others })),
      value: "",
      isFree: false,
      describedBy,
      isInvalid,
      pick: (picked) => {
        if (picked.trim() !== "") set(way, [...written, picked]);
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
      ${fileButton("Lấy ảnh từ máy…", pictureTypes, false, (files) => addPictures(files, way))}
    </div>
  </div>`;
}

/** A PDF of the article: which one, what readers will be told of it, and ways to change it. */
function pdfView(way: Way, context: FormContext, describedBy: string) {
  const { values, pdfs, attached, pdfUrl, set, addPdfs, detached, detach } = context;
  const id = idOf(way);
  const value = textAt(values, way);
  const known = attached.find(({ name }) => name === value);
  const gone = value === "" ? detached[id] : undefined;
  const isRead = notesOf(way, context).some(({ severity }) => severity === "error");
  const facts = known?.facts ?? (pdfs.includes(value) && !isRead ? "Đang đọc tệp…" : "");
  return html`<div class="pdf drop" @dragover=${stayHere} @drop=${(event: DragEvent) => {
    stayHere(event);
    addPdfs([...(event.dataTransfer?.files ?? [])], way);
  }}>
    <select id=${id} aria-describedby=${`${describedBy} ${id}-facts`.trim()}
      @change=${(event: Event) => set(way, (event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${value === ""}>Không kèm tệp</option>
      ${withOwn(pdfs, value).map((one) => html`<option .selected=${live(one === value)}>${one}</option>`)}
    </select>
    <p class="help" id="${id}-facts">${facts}${
      pdfs.includes(value)
        ? html` <a href=${pdfUrl(value)} target="_blank" rel="noopener">Mở tệp</a>`
        : nothing
    }</p>
    <p class="row-tools">${fileButton(
      value === "" ? "Lấy PDF từ máy…" : "Thay bằng PDF khác…",
      pdfTypes,
      false,
      (files) => addPdfs(files, way),
    )}${
      value === ""
        ? nothing
        : html`<button type="button" class="quiet" aria-label="Bỏ tệp ${value}" @click=${() => detach(way)}>Bỏ tệp</button>`
    }</p>
    ${
      gone === undefined
        ? nothing
        : html`<p class="gone" role="status">Đã bỏ tệp ${gone}; tệp vẫn nằm cạnh bài.
      <button type="button" class="quiet" @click=${() => set(way, gone)}>Lấy lại</button></p>`
    }
  </div>`;
}

/** Keeps a dragged file for this place, and not for one around it. */
function stayHere(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

export const pictureTypes =
  "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif";
export const pdfTypes = "application/pdf,.pdf";

/** A button that lets somebody choose files. */
export function fileButton(
  name: string,
  types: string,
  isMany: boolean,
  take: (files: readonly File[]) => void,
) {
  return html`<label class="button quiet">${name}<input type="file" class="unseen" ?multiple=${isMany}
    accept=${types}
    @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      take([...(input.files ?? [])]);
      input.value = "";
    }}></label>`;
}
