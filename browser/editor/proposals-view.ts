import { html, type TemplateResult } from "lit-html";
import {
  type Field,
  type FormValue,
  type FormValues,
  isEmptyValue,
} from "../../src/front-matter/field.ts";
import type { FormContext } from "./form-context.ts";
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
  settle: (key: string, number: number) => void,
  isSaving: boolean,
): TemplateResult {
  const { key, input, one, label } = field;
  const isList = input.kind === "list";
  const name = one || label.toLowerCase();
  const nameOf = (value: string) => facts.units.find(({ id }) => id === value)?.name ?? value;
  const take = (item: FormValues) => {
    const before = isList && Array.isArray(values[key]) ? (values[key] as FormValue[]) : [];
    set([key], isList ? [...before.filter((value) => !isEmptyValue(value)), item] : item);
  };
  return html`<div class="offers" role="group" aria-label="Đề xuất từ tệp đã nhập: ${label}">
    <p>Tìm thấy trong tệp đã nhập. Xin so với văn bản gốc rồi mới dùng.</p>
    <ul>${proposals.map(({ number, value }, at) => {
      const item = withoutExamples(value, pictures);
      return html`<li>
        <p>${fieldsIn(input).flatMap(({ key: inner, label: words, input: of }) => {
          const text = textOf(item[inner]);
          if (text === "") return [];
          return html`<span><small>${words}:</small> ${of.kind === "unit" ? nameOf(text) : text}</span> `;
        })}</p>
        <p class="row-tools">
          <button type="button" ?disabled=${isSaving} aria-label="Dùng đề xuất ${at + 1}: ${name}" @click=${() => {
            take(item);
            settle(key, number);
          }}>Dùng</button>
          <button type="button" class="quiet" ?disabled=${isSaving} aria-label="Bỏ đề xuất ${at + 1}: ${name}"
            @click=${() => settle(key, number)}>Bỏ</button>
        </p>
      </li>`;
    })}</ul>
  </div>`;
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
