import { html, type TemplateResult } from "lit-html";
import type { Field, FormValue, FormValues } from "../../src/field.ts";
import type { FormContext } from "./form-context.ts";
import { fieldsIn, isEmpty } from "./values.ts";

/**
 * What an import found, to be looked at one by one: whoever takes it answers for it, so nothing is
 * taken by itself.
 *
 * @param settle is told the key and what is left to be looked at
 */
export function proposalsView(
  field: Field,
  proposed: FormValue,
  { values, facts, pictures, set }: FormContext,
  settle: (key: string, left: readonly FormValue[]) => void,
): TemplateResult {
  const { key, input, one } = field;
  const isList = input.kind === "list";
  const items = (isList ? (proposed as readonly FormValues[]) : [proposed as FormValues]).map(
    (item) => withoutExamples(item, pictures),
  );
  const nameOf = (value: string) => facts.units.find(({ id }) => id === value)?.name ?? value;
  const take = (item: FormValues) => {
    const before = isList && Array.isArray(values[key]) ? (values[key] as FormValue[]) : [];
    set([key], isList ? [...before.filter((value) => !isEmpty(value)), item] : item);
  };
  return html`<div class="offers" role="group" aria-label="Đề xuất từ tệp đã nhập">
    <p>Tìm thấy trong tệp đã nhập. Xin so với văn bản gốc rồi mới dùng.</p>
    <ul>${items.map(
      (item, at) => html`<li>
        <p>${fieldsIn(input).flatMap(({ key: inner, label, input: of }) => {
          const value = textOf(item[inner]);
          if (value === "") return [];
          return html`<span><small>${label}:</small> ${of.kind === "unit" ? nameOf(value) : value}</span> `;
        })}</p>
        <p class="row-tools">
          <button type="button" aria-label="Dùng đề xuất ${at + 1}: ${one}" @click=${() => {
            take(item);
            settle(key, items.toSpliced(at, 1));
          }}>Dùng</button>
          <button type="button" class="quiet" aria-label="Bỏ đề xuất ${at + 1}: ${one}"
            @click=${() => settle(key, items.toSpliced(at, 1))}>Bỏ</button>
        </p>
      </li>`,
    )}</ul>
  </div>`;
}

/** A caption that came without its picture has an example in place of the file's name and of the words. */
function withoutExamples(item: FormValues, pictures: readonly string[]): FormValues {
  if (typeof item.src !== "string" || pictures.includes(item.src)) return item;
  return { ...item, src: "", alt: "" };
}

function textOf(value: FormValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return Object.values(value).map(textOf).filter(Boolean).join(", ");
}
