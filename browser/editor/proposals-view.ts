import { html, nothing, type TemplateResult } from "lit-html";
import {
  type Field,
  type FormValue,
  type FormValues,
  isEmptyValue,
} from "../../src/front-matter/field.ts";
import type { FormContext } from "./form-context.ts";
import { sourceSentence } from "./source-sentence.ts";
import type { Editing } from "./state.ts";
import { fieldsIn } from "./values.ts";

export type Proposal = { readonly number: number; readonly value: FormValues };

/**
 * What an import found, to be accepted or rejected one by one. The writer is responsible for what
 * is accepted, so nothing is accepted automatically.
 *
 * @param settle is told the key and the number of a proposal that was accepted or rejected
 */
export function proposalsView(
  field: Field,
  proposals: readonly Proposal[],
  { values, facts, pictures, set }: FormContext,
  settle: (key: string, ...numbers: number[]) => void,
  { isSaving, opened }: Pick<Editing, "isSaving" | "opened">,
): TemplateResult {
  const { key, input, one, label } = field;
  const isList = input.kind === "list";
  // Importing takes captions out of the text, so there is no sentence to show.
  const isPictures = fieldsIn(input).some(({ input: inner }) => inner.kind === "picture");
  const name = one || label.toLowerCase();
  const nameOf = (value: string) => facts.units.find(({ id }) => id === value)?.name ?? value;
  const take = (items: readonly FormValues[]) => {
    const before = isList && Array.isArray(values[key]) ? (values[key] as FormValue[]) : [];
    set([key], isList ? [...before.filter((value) => !isEmptyValue(value)), ...items] : items[0]!);
  };
  const takeAll = () => {
    take(proposals.map(({ value }) => withoutExamples(value, pictures)));
    settle(key, ...proposals.map(({ number }) => number));
  };
  return html`<div class="offers" role="group" aria-label="Đề xuất từ tệp đã nhập: ${label}">
    <p>Tìm thấy trong tệp đã nhập. Xin so với văn bản gốc rồi mới dùng.</p>
    ${
      isList && proposals.length > 1
        ? html`<p class="row-tools"><button type="button" ?disabled=${isSaving} @click=${takeAll}>Dùng tất cả ${proposals.length} đề xuất</button></p>`
        : nothing
    }
    <ul>${proposals.map(({ number, value }, at) => {
      const item = withoutExamples(value, pictures);
      return html`<li>
        <p>${fieldsIn(input).flatMap(({ key: inner, label: words, input: of }) => {
          const text = textOf(item[inner]);
          if (text === "") return [];
          return html`<span><small>${words}:</small> ${of.kind === "unit" ? nameOf(text) : text}</span> `;
        })}</p>
        ${isPictures ? nothing : sourceView(sourceSentence(opened, value))}
        <p class="row-tools">
          <button type="button" ?disabled=${isSaving} aria-label="Dùng đề xuất ${at + 1}: ${name}" @click=${() => {
            take([item]);
            settle(key, number);
          }}>Dùng</button>
          <button type="button" class="quiet" ?disabled=${isSaving} aria-label="Bỏ đề xuất ${at + 1}: ${name}"
            @click=${() => settle(key, number)}>Bỏ</button>
        </p>
      </li>`;
    })}</ul>
  </div>`;
}

function sourceView(sentence: string | undefined) {
  return sentence === undefined
    ? html`<p class="help">Không tìm thấy câu nào trong bài có đủ những điều này.</p>`
    : html`<p class="help">Trong bài: <q>${sentence}</q></p>`;
}

/**
 * Empties the file name and description of a proposed picture that is not beside the article: a
 * caption imported without its picture has examples there.
 */
function withoutExamples(item: FormValues, pictures: readonly string[]): FormValues {
  if (typeof item.src !== "string" || pictures.includes(item.src)) return item;
  return { ...item, src: "", alt: "" };
}

function textOf(value: FormValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return Object.values(value).map(textOf).filter(Boolean).join(", ");
}
