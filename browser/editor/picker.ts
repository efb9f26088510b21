import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { fold } from "../../src/text/vietnamese.ts";

/** Something to pick; found by its name, other names or id, typed with marks or without. */
export type Choice = {
  readonly value: string;
  readonly name: string;
  /** Shown in small letters after the name. */
  readonly more: string;
  readonly others: readonly string[];
};

type Picker = {
  readonly id: string;
  readonly choices: readonly Choice[];
  /** The value picked now; empty for none. */
  readonly value: string;
  /** Any text may be picked, not only one of the choices. */
  readonly isFree: boolean;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly pick: (value: string) => void;
};

/** The one picker that is open, the words typed into it if any, and the index of the active row. */
let open:
  | { readonly id: string; readonly words: string | undefined; readonly at: number }
  | undefined;
let redraw = () => {};

/** @param draw draws the page again */
export function setRedraw(draw: () => void): void {
  redraw = draw;
}

/** The list shows at most this many choices. */
const most = 12;

/** A text field with a list below it: the combobox of the ARIA Authoring Practices. */
export function picker(given: Picker): TemplateResult {
  const { id, choices, value, isFree, describedBy, isInvalid } = given;
  const isOpen = open?.id === id;
  const typed = isOpen ? open!.words : undefined;
  const found = isOpen ? rowsFor(choices, typed ?? "", isFree) : [];
  const known = choices.find((choice) => choice.value === value);
  const shown = typed ?? known?.name ?? value;
  const active = isOpen ? found[open!.at] : undefined;
  const change = (words: string | undefined, at = words === undefined ? -1 : 0) => {
    open = { id, words, at };
    redraw();
  };
  const close = () => {
    open = undefined;
    redraw();
  };
  const pick = (picked: string) => {
    open = undefined;
    given.pick(picked);
  };
  const leave = () => {
    if (!isOpen) return;
    const words = typed?.trim();
    if (words === undefined || words === (known?.name ?? value)) return close();
    // Leaving the field picks only an exact match, or the one choice that is left.
    const exact = found.find(({ name }) => fold(name) === fold(words));
    const only = found.length === 1 && words !== "" ? found[0] : undefined;
    // Other words stay as they were typed, and the check says what is wrong with them.
    pick((exact ?? only)?.value ?? words);
  };
  const onKey = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return change(undefined);
      const step = key === "ArrowDown" ? 1 : -1;
      change(typed, Math.max(-1, Math.min(found.length - 1, open!.at + step)));
    } else if (key === "Enter" && isOpen) {
      event.preventDefault();
      if (active) pick(active.value);
      else leave();
    } else if (key === "Escape" && isOpen) {
      event.stopPropagation();
      close();
    }
  };
  return html`<div class="picker">
    <input id=${id} type="text" role="combobox" autocomplete="off" aria-autocomplete="list"
      aria-expanded=${isOpen && found.length > 0} aria-controls="${id}-list"
      aria-activedescendant=${active ? `${id}-${open!.at}` : nothing}
      aria-describedby=${describedBy || nothing} aria-invalid=${isInvalid || nothing}
      .value=${live(shown)}
      @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
      @click=${() => isOpen || change(undefined)}
      @input=${(event: InputEvent) => change((event.target as HTMLInputElement).value)}
      @keydown=${onKey} @blur=${leave}>
    <ul id="${id}-list" role="listbox" ?hidden=${!isOpen || found.length === 0}>${found.map(
      (choice, at) =>
        html`<li id="${id}-${at}" role="option" aria-selected=${at === open?.at}
          @mousedown=${(event: MouseEvent) => {
            event.preventDefault();
            pick(choice.value);
          }}>${choice.name}${choice.more && html` <small>${choice.more}</small>`}</li>`,
    )}</ul>
  </div>`;
}

/**
 * Returns the choices found. Where any text may be picked, what was typed comes last and is marked
 * as new, so that nobody creates by mistake what exists already.
 */
function rowsFor(choices: readonly Choice[], words: string, isFree: boolean): readonly Choice[] {
  const found = search(choices, words);
  const own = words.trim();
  const isThere = found.some(({ name }) => fold(name) === fold(own));
  if (!isFree || own === "" || isThere) return found;
  return [...found, { value: own, name: own, more: "mới", others: [] }];
}

/** Finds choices: those that begin with the words come first, then those with them anywhere. */
function search(choices: readonly Choice[], words: string): Choice[] {
  const key = fold(words).trim();
  if (key === "") return choices.slice(0, most);
  const names = (choice: Choice) => [choice.name, ...choice.others, choice.value].map(fold);
  const ranked = choices.flatMap((choice) => {
    const all = names(choice);
    const isFirst = all.some((name) => name.startsWith(key));
    const parts = key.split(/\s+/u);
    const isIn = all.some((name) => parts.every((part) => name.includes(part)));
    return isFirst || isIn ? [{ choice, rank: isFirst ? 0 : 1 }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ choice }) => choice);
}
