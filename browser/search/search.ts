import {
  lostQuery,
  searchFilters,
  wordsOfAddress,
  yearFilter,
} from "../../src/text/search-text.ts";
import type { AttachedSearch } from "./attached.ts";
import { pagesCalled } from "./direct-hits.ts";
import type { Found } from "./matching.ts";
import { IndexReplaced, newIndexReader, type Part } from "./part.ts";
import { mostWords, readWords, type Words } from "./query.ts";
import { newSearch, type Query, type Search } from "./reading.ts";
import { dayText, directHit, resultItem, withExcerpt } from "./results.ts";

/*
 * The search page. The query is in the address, so that a search can be sent to somebody. Nothing
 * is loaded before the form is sent, so readers pay only for what they asked for.
 */

/** Results that are shown at first, and added at each press of the button. */
const pageSize = 8;
/** Pages other than articles that are named above the results. */
const mostHits = 4;

const form = one<HTMLFormElement>("form.search");
const field = one<HTMLInputElement>("#tu-khoa");
const choosing = one<HTMLDetailsElement>("form.search details");
const part = one("#tim-thay");
const status = one("#tinh-trang");
const hint = one("#y-khac");
const hits = one("#trang-khac");
const list = one("#ket-qua");
const more = one<HTMLButtonElement>("#xem-them");
const { parts, attached, directory, words, suggestions } = JSON.parse(list.dataset.parts ?? "") as {
  readonly parts: readonly Part[];
  readonly attached: readonly Part[];
  readonly directory: readonly Part[];
  /** Addresses below the site's root: the words of all titles, and what is suggested. */
  readonly words: string;
  readonly suggestions: string;
};
/** The address of the site's root: this script is in a folder just below it. */
const root = new URL("../", import.meta.url).href;
const reader = newIndexReader(`${root}tim-kiem/muc-luc/`);
/** Undefined until files are searched, and on a site where no article attaches one. */
let inFiles: AttachedSearch | undefined;
const plainTitle = document.title;
let latest = 0;
/** The query of the address that is shown. */
let shown: string | undefined;

choosing.open = window.matchMedia("(min-width: 64rem)").matches;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
// A choice searches at once, with words or without.
form.addEventListener("change", ({ target }) => {
  if (target !== field) ask();
});
// What is suggested while somebody types is loaded when they begin.
if (document.activeElement === field) suggest();
else field.addEventListener("focus", suggest, { once: true });
// The reader comes from an address that leads nowhere; that page has no script to read it.
if (window.location.search === `?${lostQuery}`) {
  const words = wordsOfAddress(document.referrer);
  history.replaceState(null, "", `?q=${encodeURIComponent(words)}`);
}
// A link to a place in the page comes here too, and asks for nothing.
window.addEventListener("popstate", () => {
  if (window.location.search !== shown) showAddress();
});
showAddress();

function ask(): void {
  const fields = [...new FormData(form)].filter(([, value]) => String(value).trim() !== "");
  const query = new URLSearchParams(
    fields.map(([name, value]): [string, string] => [name, String(value).trim()]),
  );
  const asked = String(query) === "" ? "" : `?${query}`;
  // A second press of the button tries again, but is no step to go back.
  if (asked !== window.location.search)
    history.pushState(null, "", asked === "" ? window.location.pathname : asked);
  showAddress();
}

/** Without suggestions the field is one to type in, so a failure here is none of the search. */
function suggest(): void {
  import("./suggesting.ts")
    .then(({ startSuggesting }) => startSuggesting(field, one("#goi-y"), root, suggestions))
    .catch((error: unknown) => console.error(error));
}

/** Fills in the form from the address, and searches. */
function showAddress(): void {
  shown = window.location.search;
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
  document.title = (query.typed ? `${query.typed} – ` : "") + plainTitle;
  if (query.typed === "" && chosen === 0) {
    latest += 1;
    part.hidden = true;
    return;
  }
  inTurn((isOver) => answer(query, isOver));
}

/** Does what was asked last, and says so when it fails; what was asked before is over. */
function inTurn(act: (isOver: () => boolean) => Promise<void>): void {
  latest += 1;
  const turn = latest;
  act(() => turn !== latest).catch((error: unknown) => {
    if (turn !== latest) return;
    console.error(error);
    more.hidden = true;
    if (error instanceof IndexReplaced) say("Trang tin vừa có bài mới. Xin tải lại trang này.");
    else say("Chưa tải được mục lục tìm kiếm. Xin kiểm tra kết nối mạng rồi bấm Tìm lần nữa.");
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

async function answer(query: Query, isOver: () => boolean): Promise<void> {
  part.hidden = false;
  list.textContent = "";
  hits.textContent = "";
  hint.textContent = "";
  more.hidden = true;
  inFiles?.clear();
  say("Đang tìm…");
  if (query.typed !== "" && query.words === undefined) {
    say("Xin gõ ít nhất một chữ hoặc một số.");
    return;
  }
  if (query.words?.isCut) hint.append(`Chỉ tìm theo ${mostWords} từ đầu.`);
  const elsewhere = directHits(query, isOver);
  const search = await firstResults(query, isOver);
  if (isOver()) return;
  await elsewhere;
  if (isOver()) return;
  // What an attached file says as it was typed was no slip.
  const isInFile = !search.hasSure() && (await askFiles(query, search, isOver)) > 0;
  const other = isInFile ? undefined : await instead(query, search, isOver);
  if (isOver()) return;
  if (other !== undefined || search.hasSure())
    void askFiles(other?.query ?? query, other?.search ?? search, isOver);
  await showAll(other?.search ?? search, other?.query ?? query, isOver, isInFile);
}

/**
 * Searches in attached files. Without them the articles are an answer all the same, so a failure
 * here is none of the search.
 */
async function askFiles(query: Query, search: Search, isOver: () => boolean): Promise<number> {
  if (attached.length === 0) return 0;
  try {
    const { attachedSearch } = await import("./attached.ts");
    if (isOver()) return 0;
    inFiles ??= attachedSearch(reader, attached, root, status);
    inFiles?.putFirst(!search.hasSure());
    return (await inFiles?.ask(query, isOver)) ?? 0;
  } catch (error) {
    console.error(error);
    return 0;
  }
}

/** Searches until there is a first answer, and shows what is found meanwhile. */
async function firstResults(query: Query, isOver: () => boolean): Promise<Search> {
  const search = newSearch(reader, parts, query);
  await search.until(pageSize, () => show(search.best(pageSize), query, isOver), isOver);
  return search;
}

/**
 * Searches for what was probably meant when no article has all words, and says so. While there are
 * older parts to read, the words may be there: then this is only offered beside what was found, and
 * where nothing was found the reader may insist.
 */
async function instead(
  query: Query,
  search: Search,
  isOver: () => boolean,
): Promise<{ readonly query: Query; readonly search: Search } | undefined> {
  if (query.words === undefined || search.hasWhole()) return undefined;
  const meant = await meantInstead(query.typed, query.words, search);
  if (meant === undefined || isOver()) return undefined;
  const other: Query = { ...query, typed: meant, words: readWords(meant) };
  const found = newSearch(reader, parts, other);
  await found.until(pageSize, () => Promise.resolve(), isOver);
  if (isOver() || !found.hasWhole()) return undefined;
  const address = new URLSearchParams(window.location.search);
  address.set("q", meant);
  const link = document.createElement("a");
  link.href = `?${address}`;
  link.textContent = meant;
  const since = sinceText(search);
  const isInstead = since === "" || search.found().length === 0;
  if (!isInstead) {
    hint.append("Có phải ", link, "?");
    return undefined;
  }
  const none = since === "" ? "Không có" : "Chưa thấy";
  hint.append(`${none} bài nào với “${query.typed}”${since}. Dưới đây tìm theo `, link, ".");
  if (since !== "") hint.append(" ", insistButton(query, search));
  await directHits(other, isOver);
  return { query: other, search: found };
}

/** Makes the button that goes on with a search for which another was put. */
function insistButton(query: Query, search: Search): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `Tìm “${query.typed}” trong bài cũ hơn`;
  button.onclick = () =>
    inTurn(async (isOver) => {
      for (const place of [list, hits, hint]) place.textContent = "";
      more.hidden = true;
      say("Đang tìm…");
      await search.until(pageSize, () => show(search.best(pageSize), query, isOver), isOver);
      if (isOver()) return;
      // The button is gone, and with it the focus.
      (list.querySelector("a") ?? one("#tu-khoa")).focus();
      await showAll(search, query, isOver);
    });
  return button;
}

/** Says how many there are, and shows more each time the reader asks for it. */
async function showAll(
  search: Search,
  query: Query,
  isOver: () => boolean,
  isInFile = false,
): Promise<void> {
  for (let wanted = pageSize; ; wanted += pageSize) {
    const lastSeen = wanted === pageSize ? null : list.lastElementChild;
    if (wanted > pageSize) {
      say("Đang tìm…");
      await search.until(wanted, () => Promise.resolve(), isOver);
      if (isOver()) return;
    }
    await show(search.best(wanted), query, isOver);
    if (isOver()) return;
    for (const item of Array.from(list.children)) withExcerpt(item);
    lastSeen?.nextElementSibling?.querySelector("a")?.focus();
    const { length } = search.found();
    sayCount(search, query, isInFile);
    more.hidden = length <= wanted && search.unread().length === 0;
    if (more.hidden) return;
    more.textContent = length > wanted ? "Xem thêm kết quả" : "Tìm tiếp trong bài cũ hơn";
    await pressed(more);
    if (isOver()) return;
    search.settle(wanted);
  }
}

const items = new WeakMap<Found, HTMLElement>();

async function show(
  found: readonly Found[],
  { words }: Query,
  isOver: () => boolean,
): Promise<void> {
  const own = await Promise.all(found.map((one) => itemOf(one, words)));
  if (isOver()) return;
  for (const [at, item] of own.entries()) {
    // Only what has to move is moved, because a moved element loses the focus.
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  }
  while (list.children.length > own.length) list.lastElementChild!.remove();
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

/**
 * Lists the registers, units, people, topics and documents that are called so. Without them the
 * articles are an answer all the same, so a failure here is none of the search.
 */
async function directHits({ words, filters, year }: Query, isOver: () => boolean): Promise<void> {
  if (words === undefined || year !== "" || Object.keys(filters).length > 0) return;
  try {
    const rows = await pagesCalled(reader, directory, words);
    if (isOver()) return;
    hits.textContent = "";
    hits.append(...rows.slice(0, mostHits).map((row) => directHit(row, words, root)));
  } catch (error) {
    console.error(error);
  }
}

/**
 * Returns what was probably meant. How to find that is loaded when it is needed, and without it
 * there is no suggestion.
 */
async function meantInstead(
  typed: string,
  query: Words,
  search: Search,
): Promise<string | undefined> {
  try {
    const [{ meantBy }, known] = await Promise.all([import("./spelling.ts"), titleWords()]);
    return await meantBy(typed, query, search, known);
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

let knownWords: Promise<readonly string[]> | undefined;

/** Loads the words of all titles, which are needed only when nothing was found. */
function titleWords(): Promise<readonly string[]> {
  knownWords ??= fetch(root + words).then((response) => {
    if (!response.ok) throw new Error(`${words}: ${response.status}`);
    return response.json();
  });
  // Without them there is no suggestion, and next time they are asked for again.
  return knownWords.catch(() => {
    knownWords = undefined;
    return [];
  });
}

function sayCount(search: Search, { words, isByDay }: Query, isInFile: boolean): void {
  const found = search.found();
  const since = sinceText(search);
  if (found.length > 0 && !search.hasSure())
    say(`Chưa có bài nào có đủ các từ như đã gõ${since}. ${found.length} bài gần đúng:`);
  else if (found.length > 0)
    say(
      `${found.length} kết quả${since}${words === undefined || isByDay ? ", mới nhất trước" : ""}.`,
    );
  else if (since !== "") say(`Chưa thấy bài nào${since}.`);
  else if (isInFile) say("Không bài nào có các từ này.");
  else say("Không tìm thấy bài nào. Xin thử ít từ hơn, hoặc bỏ bớt điều kiện lọc.");
}

/** Says which articles were searched; empty when all were. */
function sinceText(search: Search): string {
  const read = search.lastRead();
  return search.unread().length === 0 || read === undefined
    ? ""
    : ` trong các bài từ ngày ${dayText(read.since)} đến nay`;
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
