import { html, nothing, type TemplateResult } from "lit-html";
import {
  type Field,
  type FormValue,
  type FormValues,
  isEmptyValue,
} from "../../src/front-matter/field.ts";
import type { FormContext } from "./form-context.ts";
import { sourceSentence, usedParts } from "./source-sentence.ts";
import type { Editing } from "./state.ts";
import { dayAsWritten, fieldsIn } from "./values.ts";

/**
 * Settles the proposals of a key with some numbers.
 *
 * @param taken what was put into the form; left out when they were rejected
 */
export type Settle = (
  key: string,
  numbers: readonly number[],
  taken?: readonly FormValues[],
) => void;

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
  settle: Settle,
  { isSaving, opened }: Pick<Editing, "isSaving" | "opened">,
): TemplateResult {
  const { key, input, one, label } = field;
  const isList = input.kind === "list";
  // Importing takes captions out of the text, so there is no sentence to show.
  const isPictures = fieldsIn(input).some(({ input: inner }) => inner.kind === "picture");
  const name = one || label.toLowerCase();
  const nameOf = (value: string) => facts.units.find(({ id }) => id === value)?.name ?? value;
  const rowsOf = (item: FormValues): readonly OfferRow[] =>
    fieldsIn(input).flatMap(({ key: inner, label: words, input: of }) => {
      const text = textOf(item[inner]);
      if (text === "") return [];
      return { label: words, text: of.kind === "unit" ? nameOf(text) : text };
    });
  const take = (items: readonly FormValues[]) => {
    const before = isList && Array.isArray(values[key]) ? (values[key] as FormValue[]) : [];
    set([key], isList ? [...before.filter((value) => !isEmptyValue(value)), ...items] : items[0]!);
    return items;
  };
  const takeAll = () =>
    settle(
      key,
      proposals.map(({ number }) => number),
      take(proposals.map(({ value }) => withoutExamples(value, pictures))),
    );
  return html`<div class="offers" role="group" aria-label="Đề xuất từ tệp đã nhập: ${label}">
    <p>Tìm thấy trong tệp đã nhập. Xin so với văn bản gốc rồi mới dùng.</p>
    ${
      isList && proposals.length > 1
        ? html`<p class="row-tools"><button type="button" ?disabled=${isSaving} @click=${takeAll}>Dùng tất cả ${proposals.length} đề xuất</button></p>`
        : nothing
    }
    <ul>${proposals.map(({ number, value }, at) => {
      const item = withoutExamples(value, pictures);
      const shown = rowsOf(item);
      const sentence = isPictures ? undefined : sourceSentence(opened, value);
      // Two offers of one sentence are told apart by what is not the same in both.
      const others = proposals.filter(
        (other) =>
          other.value !== value &&
          sentence !== undefined &&
          sourceSentence(opened, other.value) === sentence,
      );
      const isAlike = (row: OfferRow) =>
        others.every(({ value: other }) => rowsOf(other).some(({ text }) => text === row.text));
      return html`<li>
        ${isPictures ? nothing : sourceView(sentence, shown)}
        <dl>${shown.map(
          (row) =>
            html`<div><dt>${row.label}</dt><dd>${isAlike(row) ? unbroken(row.text) : html`<b>${unbroken(row.text)}</b>`}</dd></div>`,
        )}</dl>
        <p class="row-tools">
          <button type="button" ?disabled=${isSaving} aria-label="Dùng đề xuất ${at + 1}: ${name}" @click=${() => {
            settle(key, [number], take([item]));
          }}>Dùng</button>
          <button type="button" class="quiet" ?disabled=${isSaving} aria-label="Bỏ đề xuất ${at + 1}: ${name}"
            @click=${() => settle(key, [number])}>Bỏ</button>
        </p>
      </li>`;
    })}</ul>
  </div>`;
}

/** A value of an offer in words. */
type OfferRow = { readonly label: string; readonly text: string };

/** The sentence that an offer was taken from, with the words that were taken marked. */
function sourceView(sentence: string | undefined, shown: readonly OfferRow[]) {
  if (sentence === undefined)
    return html`<p class="help">Không tìm thấy câu nào trong bài có đủ những điều này.</p>`;
  const parts = usedParts(
    sentence,
    shown.map(({ text }) => text),
  );
  return html`<p>Trong bài: <q>${parts.map(({ text, isUsed }) => (isUsed ? html`<mark>${text}</mark>` : text))}</q></p>`;
}

/** Keeps the number of a document and a date on one line. */
function unbroken(text: string) {
  return text
    .split(/(\S*\d[-/]\S+|\S+[-/]\S*\d\S*)/u)
    .map((part, at) => (at % 2 === 1 ? html`<span class="unbroken">${part}</span>` : part));
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
  if (typeof value === "string") return dayAsWritten(value);
  return Object.values(value).map(textOf).filter(Boolean).join(", ");
}
