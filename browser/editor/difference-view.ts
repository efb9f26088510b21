import { html, nothing, type TemplateResult } from "lit-html";
import type { Choice, Choices, Difference, MarkedText } from "../../src/front-matter/life-api.ts";

/* Differences between two versions, beside each other, with the words that differ marked. */

/** What the two versions are called. */
export type Names = { readonly mine: string; readonly theirs: string };

/** Differences to look at. */
export function differencesView(
  differences: readonly Difference[],
  names: Names,
): TemplateResult | typeof nothing {
  if (differences.length === 0) return nothing;
  return html`${differences.map(
    ({ label, mine, theirs }) => html`<section class="difference">
      <h3>${label}</h3>
      <div class="two">${sideView(names.mine, mine)}${sideView(names.theirs, theirs)}</div>
    </section>`,
  )}`;
}

/** Differences of each of which one version, or both, is to be chosen. */
export function choicesView(
  differences: readonly Difference[],
  names: Names,
  choices: Choices,
  choose: (id: string, choice: Choice) => void,
): TemplateResult {
  return html`${differences.map(({ id, label, mine, theirs, mayBoth }, at) => {
    const radio = (choice: Choice, name: string) => html`<label class="choice">
      <input type="radio" name="chon-${id}" ?autofocus=${at === 0 && choice === "mine"} .checked=${choices[id] === choice}
        @change=${() => choose(id, choice)}> ${name}</label>`;
    return html`<fieldset class="difference">
      <legend>${label}</legend>
      <div class="two">
        <div>${radio("mine", names.mine)}${textView(mine)}</div>
        <div>${radio("theirs", names.theirs)}${textView(theirs)}</div>
      </div>
      ${mayBoth ? radio("both", "Giữ cả hai") : nothing}
    </fieldset>`;
  })}`;
}

function sideView(name: string, text: MarkedText) {
  return html`<div><p class="whose">${name}</p>${textView(text)}</div>`;
}

function textView(text: MarkedText) {
  if (text.every(({ words }) => words === "")) return html`<p class="words"><i>(không có)</i></p>`;
  return html`<p class="words">${text.map(({ words, isOther }) =>
    isOther ? html`<mark>${words}</mark>` : words,
  )}</p>`;
}
