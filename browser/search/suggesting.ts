import { plainWords, type Suggestion } from "../../src/text/search-text.ts";

/*
 * What has a page of its own, suggested while somebody types: a combobox with a list of options as
 * the ARIA Authoring Practices have it. The list lies over the page, so nothing moves. Where
 * none is chosen, what was typed is searched for, as without it.
 */

/** Options that are shown: more hide what was found, and are not read on a phone. */
const mostShown = 6;

type Entry = {
  readonly suggestion: Suggestion;
  /** Each name as words, and the same without blanks. */
  readonly names: readonly (readonly string[])[];
  readonly joined: readonly string[];
};

/**
 * Loads the list and suggests what begins so, from now on.
 *
 * @param box the list that the field controls
 * @param address of the suggestions, below the root
 */
export async function startSuggesting(
  field: HTMLInputElement,
  box: HTMLElement,
  root: string,
  address: string,
): Promise<void> {
  const response = await fetch(root + address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const entries = ((await response.json()) as readonly Suggestion[]).map(entryOf);
  /** Place of the option that Enter opens; -1 when it searches. */
  let chosen = -1;
  const close = () => {
    box.hidden = true;
    box.textContent = "";
    choose(-1);
    field.setAttribute("aria-expanded", "false");
  };
  const choose = (at: number) => {
    box.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = at;
    const option = box.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };
  const open = () => {
    close();
    const found = suggested(entries, field.value);
    box.append(...found.map(({ suggestion }, at) => optionOf(suggestion, at, root)));
    box.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(!box.hidden));
  };
  field.addEventListener("input", open);
  field.addEventListener("blur", close);
  field.form?.addEventListener("submit", close);
  field.addEventListener("keydown", (event) => {
    // Telex and VNI programs of a system put letters together; Enter then ends a word.
    if (event.isComposing) return;
    if (event.key === "Escape" && !box.hidden) close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (box.hidden) open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const { length } = box.children;
      // Behind the last option, and before the first, is the field itself.
      if (length > 0) choose(((chosen + 1 + step + length + 1) % (length + 1)) - 1);
    } else if (event.key === "Enter" && chosen !== -1) follow(box.children[chosen]!);
    else return;
    event.preventDefault();
  });
  // The field would lose the focus before the click, and the list go.
  box.addEventListener("pointerdown", (event) => event.preventDefault());
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", ({ target }) => {
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    if (option) follow(option);
  });
  if (document.activeElement === field && field.value !== "") open();
}

function follow(option: Element): void {
  window.location.href = (option as HTMLElement).dataset.url!;
}

function optionOf([url, name, kind]: Suggestion, at: number, root: string): HTMLElement {
  const option = document.createElement("li");
  option.id = `goi-y-${at}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.url = new URL(url.replace(/^\//u, ""), root).href;
  const note = document.createElement("span");
  note.textContent = kind;
  option.append(name, " ", note);
  return option;
}

function entryOf(suggestion: Suggestion): Entry {
  const [, name, , ...others] = suggestion;
  const names = [name, ...others].map(plainWords);
  return { suggestion, names, joined: names.map((words) => words.join("")) };
}

/**
 * Returns what is suggested for a text: names that begin so come first, then names that have the
 * words anywhere. The last word may be unfinished, and blanks may be missing.
 */
function suggested(entries: readonly Entry[], typed: string): readonly Entry[] {
  const words = plainWords(typed);
  const joined = words.join("");
  if (joined.length < 2) return [];
  const begins: Entry[] = [];
  const others: Entry[] = [];
  for (const entry of entries) {
    if (entry.joined.some((name) => name.startsWith(joined))) begins.push(entry);
    else if (entry.names.some((name) => hasWords(name, words))) others.push(entry);
  }
  return [...begins, ...others].slice(0, mostShown);
}

function hasWords(name: readonly string[], words: readonly string[]): boolean {
  return words.every((word, at) =>
    name.some((own) => (at === words.length - 1 ? own.startsWith(word) : own === word)),
  );
}
