import {
  lostQuery,
  searchFilters,
  wordsOfAddress,
  yearFilter,
} from "../../src/text/search-text.ts";
import { type Filters, type Found, matches } from "./matching.ts";
import { newIndexReader, type Part } from "./part.ts";
import { readWords, type Words } from "./query.ts";
import { directHit, resultItem } from "./results.ts";
import { meantBy } from "./spelling.ts";

/*
 * The search page. The query is in the address, so that a search can be sent to somebody. Nothing
 * is loaded before the form is sent, so readers pay only for what they asked for.
 */

/** A search, as the form and the address say it. */
type Query = {
  readonly typed: string;
  readonly words: Words | undefined;
  readonly year: string;
  /** Everything but the words and the year, by the name of its filter. */
  readonly filters: Filters;
  /** Whether the newest comes first, and not what fits best. */
  readonly isByDay: boolean;
};

/** Results that are shown at first, and added at each press of the button. */
const pageSize = 8;
/** Pages other than articles that are named above the results. */
const mostHits = 4;

const form = one<HTMLFormElement>("form.search");
const choosing = one<HTMLDetailsElement>("form.search details");
const part = one("#tim-thay");
const status = one("#tinh-trang");
const hint = one("#y-khac");
const hits = one("#trang-khac");
const list = one("#ket-qua");
const more = one<HTMLButtonElement>("#xem-them");
const { parts, directory, words } = JSON.parse(list.dataset.parts ?? "") as {
  readonly parts: readonly Part[];
  readonly directory: readonly Part[];
  /** Address of the words of all titles, below the site's root. */
  readonly words: string;
};
/** The address of the site's root: this script is in a folder just below it. */
const root = new URL("../", import.meta.url).href;
const reader = newIndexReader(`${root}tim-kiem/muc-luc/`);
const plainTitle = document.title;
let latest = 0;

choosing.open = window.matchMedia("(min-width: 40rem)").matches;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
// A choice searches at once, with words or without.
form.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "search") return;
  ask();
});
// The reader comes from an address that leads nowhere; that page has no script to read it.
if (window.location.search === `?${lostQuery}`) {
  const words = wordsOfAddress(document.referrer);
  history.replaceState(null, "", `?q=${encodeURIComponent(words)}`);
}
window.addEventListener("popstate", showAddress);
showAddress();

function ask(): void {
  const fields = [...new FormData(form)].filter(([, value]) => String(value).trim() !== "");
  const query = new URLSearchParams(
    fields.map(([name, value]): [string, string] => [name, String(value).trim()]),
  );
  history.pushState(null, "", String(query) === "" ? window.location.pathname : `?${query}`);
  showAddress();
}

/** Fills in the form from the address, and searches. */
function showAddress(): void {
  const address = new URLSearchParams(window.location.search);
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")) {
    const value = address.get(field.name) ?? "";
    if (field instanceof HTMLInputElement && field.type === "checkbox")
      field.checked = field.value === value;
    else field.value = value;
  }
  const query = queryOf(address);
  const chosen = Object.keys(query.filters).length + (query.year === "" ? 0 : 1);
  one("#dang-loc").textContent = chosen === 0 ? "" : ` (đang chọn ${chosen})`;
  latest += 1;
  if (query.typed === "" && chosen === 0) {
    part.hidden = true;
    return;
  }
  document.title = (query.typed ? `${query.typed} – ` : "") + plainTitle;
  const turn = latest;
  answer(query, turn).catch((error: unknown) => {
    console.error(error);
    if (turn !== latest) return;
    say("Chưa tải được mục lục tìm kiếm. Xin kiểm tra kết nối mạng rồi bấm Tìm lần nữa.");
  });
}

function queryOf(address: URLSearchParams): Query {
  const typed = (address.get("q") ?? "").trim();
  const filters: Record<string, string> = {};
  for (const name of Object.values(searchFilters)) {
    const value = address.get(name) ?? "";
    if (value !== "") filters[name] = value;
  }
  const year = address.get(yearFilter) ?? "";
  const isByDay = address.get("xep") === "ngay";
  return { typed, words: readWords(typed), year, filters, isByDay };
}

async function answer(query: Query, turn: number): Promise<void> {
  const isOver = () => turn !== latest;
  part.hidden = false;
  list.textContent = "";
  hits.textContent = "";
  hint.textContent = "";
  more.hidden = true;
  say("Đang tìm…");
  if (query.typed !== "" && query.words === undefined) {
    say("Xin gõ ít nhất một chữ hoặc một số.");
    return;
  }
  const elsewhere = directHits(query, isOver);
  const search = newSearch(query);
  await search.until(pageSize, () => show(search.best(pageSize), query), isOver);
  if (isOver()) return;
  await elsewhere;
  if (isOver()) return;
  if (search.found().length === 0) {
    const meant = query.words && meantBy(query.words.words, await titleWords());
    if (isOver()) return;
    if (meant !== undefined) return instead(query, meant, turn);
  }
  await showAll(search, query, isOver);
}

/** Searches for what was probably meant, says so, and lets the reader insist. */
async function instead(query: Query, meant: string, turn: number): Promise<void> {
  const address = new URLSearchParams(window.location.search);
  address.set("q", meant);
  const link = document.createElement("a");
  link.href = `?${address}`;
  link.textContent = meant;
  hint.append(`Không có bài nào với “${query.typed}”. Có phải `, link, "?");
  const other: Query = { ...query, words: readWords(meant) };
  const search = newSearch(other);
  const isOver = () => turn !== latest;
  await search.until(pageSize, () => show(search.best(pageSize), other), isOver);
  if (isOver()) return;
  await directHits(other, isOver);
  if (!isOver()) await showAll(search, other, isOver);
}

/** Says how many there are, and shows more each time the reader asks for it. */
async function showAll(search: Search, query: Query, isOver: () => boolean): Promise<void> {
  for (let wanted = pageSize; ; wanted += pageSize) {
    const lastSeen = wanted === pageSize ? null : list.lastElementChild;
    if (wanted > pageSize) {
      say("Đang tìm…");
      await search.until(wanted, () => Promise.resolve(), isOver);
      if (isOver()) return;
    }
    await show(search.best(wanted), query);
    if (isOver()) return;
    lastSeen?.nextElementSibling?.querySelector("a")?.focus();
    const { length } = search.found();
    sayCount(search, query);
    more.hidden = length <= wanted && search.unread().length === 0;
    if (more.hidden) return;
    more.textContent = length > wanted ? "Xem thêm kết quả" : "Tìm tiếp trong bài cũ hơn";
    await pressed(more);
    if (isOver()) return;
    search.settle(wanted);
  }
}

/** A search that reads part after part, newest first. */
type Search = {
  /**
   * Reads until enough is found, all is read, or the reader has paid enough for a first answer.
   * Calls `step` after each part.
   */
  readonly until: (
    wanted: number,
    step: () => Promise<unknown>,
    isOver: () => boolean,
  ) => Promise<void>;
  /** Returns everything found so far, best first, behind what was settled. */
  readonly found: () => readonly Found[];
  readonly best: (count: number) => readonly Found[];
  /** Keeps the first results where they are: what older parts add comes below them. */
  readonly settle: (count: number) => void;
  readonly unread: () => readonly Part[];
};

/** Bytes of index files that a first search may cost the reader. */
const firstCostBytes = 40_000;
/** A site with at most this many articles is searched as a whole, because that costs little. */
const smallSite = 1_000;

function newSearch({ words, filters, year, isByDay }: Query): Search {
  const own =
    year === "" ? parts : parts.filter((one) => one.years.some(([y]) => String(y) === year));
  const isSmall = parts.reduce((sum, { size }) => sum + size, 0) <= smallSite;
  let settled: readonly Found[] = [];
  let all: Found[] = [];
  let read = 0;
  let asked = 0;
  const order = (a: Found, b: Found) =>
    (isByDay ? 0 : b.score - a.score) ||
    own.indexOf(a.part) - own.indexOf(b.part) ||
    b.place - a.place;
  const found = () => {
    const whole = all.filter(({ isWhole }) => isWhole);
    const kept = new Set(settled);
    const rest = (whole.length > 0 || settled.length > 0 ? whole : all).filter(
      (one) => !kept.has(one),
    );
    return [...settled, ...rest.sort(order)];
  };
  return {
    found,
    best: (count) => found().slice(0, count),
    settle(count) {
      settled = found().slice(0, count);
    },
    unread: () => own.slice(read),
    async until(wanted, step, isOver) {
      const before = reader.bytes();
      // A reader who asks to go on wants to know, so all may be read; in growing steps, because a
      // search for something rare should not wait for one part after the other.
      asked += 1;
      const mayReadAll = isSmall || asked > 1 || year !== "";
      for (let count = 1; read < own.length; count = Math.min(count * 2, 6)) {
        if (all.filter(({ isWhole }) => isWhole).length >= wanted) return;
        if (!mayReadAll && reader.bytes() - before > firstCostBytes) return;
        const next = own.slice(read, read + count);
        const answers = await Promise.all(
          next.map((one) => matches(reader, one, words, filters, year)),
        );
        if (isOver()) return;
        all = all.concat(...answers);
        read += next.length;
        await step();
        if (isOver()) return;
      }
    },
  };
}

const items = new WeakMap<Found, HTMLElement>();

async function show(found: readonly Found[], { words }: Query): Promise<void> {
  const turn = latest;
  const shown = await Promise.all(found.map((one) => itemOf(one, words)));
  if (turn !== latest) return;
  for (const [at, item] of shown.entries()) {
    // Only what has to move is moved, because a moved element loses the focus.
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  }
  while (list.children.length > shown.length) list.lastElementChild!.remove();
}

/** A result as an item of the list. The index knows the unit by its id; the form has its name. */
async function itemOf(found: Found, words: Words | undefined): Promise<HTMLElement> {
  const known = items.get(found);
  if (known) return known;
  const row = await reader.row(found.part, found.place);
  const made = items.get(found) ?? resultItem(row, unitNames.get(row[2]) ?? "", words, root);
  items.set(found, made);
  return made;
}

const unitNames = new Map(
  [...form.querySelectorAll<HTMLOptionElement>(`[name="${searchFilters.unit}"] option`)].map(
    // Behind the name is the number of articles.
    (option): [string, string] => [option.value, option.text.replace(/ \(\d+\)$/u, "")],
  ),
);

/** A word that more pages have says too little of any: then the whole name must be typed. */
const fewHits = 12;

/** Lists the documents, units, people and topics that are called so. */
async function directHits({ words, filters, year }: Query, isOver: () => boolean): Promise<void> {
  if (words === undefined || year !== "" || Object.keys(filters).length > 0) return;
  const found = (
    await Promise.all(directory.map((one) => matches(reader, one, words, {}, "")))
  ).flat();
  const whole = found.filter(({ isWhole }) => isWhole);
  const best = whole.sort((a, b) => b.score - a.score || a.place - b.place).slice(0, 40);
  const rows = await Promise.all(best.map((one) => reader.row(one.part, one.place)));
  if (isOver()) return;
  const typed = plainWords(words);
  const meant =
    whole.length <= fewHits
      ? rows
      : rows.filter(([, name]) => plainWords(readWords(name)) === typed);
  hits.textContent = "";
  hits.append(...meant.slice(0, mostHits).map((row) => directHit(row, words, root)));
}

function plainWords(words: Words | undefined): string {
  return words?.words.map(({ plain }) => plain).join(" ") ?? "";
}

let knownWords: Promise<readonly string[]> | undefined;

/** Loads the words of all titles, which are needed only when nothing was found. */
function titleWords(): Promise<readonly string[]> {
  knownWords ??= fetch(root + words).then((response) => response.json());
  // Without them there is no suggestion, and next time they are asked for again.
  return knownWords.catch(() => {
    knownWords = undefined;
    return [];
  });
}

function sayCount(search: Search, { words, isByDay }: Query): void {
  const found = search.found();
  const unread = search.unread();
  const last = unread[0];
  const read = parts[parts.indexOf(last!) - 1];
  const since = last && read ? ` trong các bài từ năm ${read.years[0]![0]} đến nay` : "";
  const isPartial = found.length > 0 && !found[0]!.isWhole;
  if (isPartial) say(`Chưa có bài nào có đủ các từ${since}. ${found.length} bài có gần đủ:`);
  else if (found.length > 0)
    say(
      `${found.length} kết quả${since}${words === undefined || isByDay ? ", mới nhất trước" : ""}.`,
    );
  else if (since !== "") say(`Chưa thấy bài nào${since}.`);
  else say("Không tìm thấy bài nào. Xin thử ít từ hơn, hoặc bỏ bớt điều kiện lọc.");
}

function say(text: string): void {
  status.textContent = text;
}

function pressed(button: HTMLButtonElement): Promise<void> {
  return new Promise((resolve) => {
    button.onclick = () => resolve();
  });
}

function one<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}
