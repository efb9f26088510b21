import { choiceWord, searchFilters, yearFilter } from "../../src/text/search-text.ts";
import { type Bundle, type Filters, type Found, type Index, openIndex } from "./engine.ts";
import { planOf } from "./ranking.ts";
import { resultItem } from "./results.ts";

/*
 * The search page. The query is in the address, so that a search can be sent to somebody. Nothing
 * is loaded before the form is sent, so readers pay only for what they asked for.
 */

/** A search, as the form and the address say it. */
type Query = {
  readonly typed: string;
  readonly year: string;
  /** Everything but the words and the year, by the name of its filter. */
  readonly filters: Filters;
};

/** Results that are shown at first, and added at each press of the button. */
const pageSize = 8;

const form = one<HTMLFormElement>("form.search");
const part = one("#tim-thay");
const status = one("#tinh-trang");
const list = one("#ket-qua");
const more = one<HTMLButtonElement>("#xem-them");
const { engine, bundles } = JSON.parse(list.dataset.parts ?? "") as {
  readonly engine: string;
  readonly bundles: readonly Bundle[];
};
/** The address of the site's root: this script is in a folder just below it. */
const root = new URL("../", import.meta.url).href;
const folder = `${root}tim-kiem/muc-luc/`;
const plainTitle = document.title;
const indexes = new Map<string, Promise<Index>>();
let latest = 0;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
// Choosing a filter searches at once, unless nothing has been searched yet.
form.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "search") return;
  if (!part.hidden) ask();
});
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
  const query = new URLSearchParams(window.location.search);
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")) {
    const value = query.get(field.name) ?? "";
    if (field instanceof HTMLInputElement && field.type === "checkbox")
      field.checked = field.value === value;
    else field.value = value;
  }
  const {
    q = "",
    [yearFilter]: year = "",
    ...rest
  } = Object.fromEntries(query) as Record<string, string>;
  const known = [...form.querySelectorAll<HTMLInputElement>("[name]")].map(({ name }) => name);
  const filters = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => value !== "" && known.includes(name)),
  );
  latest += 1;
  const typed = q.trim();
  if (typed === "" && year === "" && Object.keys(filters).length === 0) {
    part.hidden = true;
    return;
  }
  document.title = (typed ? `${typed} – ` : "") + plainTitle;
  const turn = latest;
  answer({ typed, year, filters }, turn).catch((error: unknown) => {
    console.error(error);
    // Pagefind keeps a failure, and would fail again when the network is back.
    indexes.clear();
    if (turn !== latest) return;
    say("Chưa tải được mục lục tìm kiếm. Xin kiểm tra kết nối mạng rồi bấm Tìm lần nữa.");
  });
}

async function answer(query: Query, turn: number): Promise<void> {
  const isOver = () => turn !== latest;
  part.hidden = false;
  list.textContent = "";
  more.hidden = true;
  say("Đang tìm…");
  const plan = planOf(query.typed);
  if (query.typed !== "" && plan === undefined) {
    say("Xin gõ ít nhất một chữ hoặc một số.");
    return;
  }
  const index = await indexOf(query.year);
  const shown = new Map<string, HTMLElement>();
  // Results that were on the screen keep their places: what older bundles add comes below them.
  const settled = new Set<string>();
  const isSmall = bundles.reduce((sum, { articles }) => sum + articles, 0) <= smallSite;
  let thrift = isSmall || query.year !== "" ? undefined : newThrift(index);
  let lastSeen: Element | null = null;
  for (let wanted = pageSize; ; wanted += pageSize) {
    const found = await search(index, plan, query, shown, settled, wanted, isOver, thrift);
    if (found === undefined) return;
    lastSeen?.nextElementSibling?.querySelector("a")?.focus();
    sayCount(found.length, index);
    more.hidden = found.length <= wanted && !index.hasMore;
    if (more.hidden) return;
    more.textContent = found.length > wanted ? "Xem thêm kết quả" : "Tìm tiếp trong bài cũ hơn";
    await pressed(more);
    if (isOver()) return;
    if (found.length <= wanted) thrift = undefined;
    for (const { id } of found.slice(0, wanted)) settled.add(id);
    lastSeen = list.lastElementChild;
    say("Đang tìm…");
  }
}

/**
 * Loads and searches bundle by bundle, and shows the results meanwhile, until there are `wanted`
 * results, no more bundles, or the reader's allowance is spent. Returns all results, or undefined
 * when a newer search has begun.
 */
async function search(
  index: Index,
  plan: ReturnType<typeof planOf>,
  { typed, filters }: Query,
  shown: Map<string, HTMLElement>,
  settled: ReadonlySet<string>,
  wanted: number,
  isOver: () => boolean,
  thrift: Thrift | undefined,
): Promise<Found[] | undefined> {
  for (;;) {
    const all = index.loaded.length === 0 ? [] : await index.search(plan, filters);
    if (isOver()) return undefined;
    const found = [
      ...[...settled].flatMap((id) => all.find((one) => one.id === id) ?? []),
      ...all.filter(({ id }) => !settled.has(id)),
    ];
    await show(found.slice(0, wanted), typed, shown);
    if (isOver()) return undefined;
    if (found.length >= wanted || !index.hasMore) return found;
    if (thrift?.isSpent(index.loaded.length, wanted - found.length)) return found;
    index.takeMore(thrift === undefined);
  }
}

type Thrift = { readonly isSpent: (bundles: number, missing: number) => boolean };

/** What a first search may cost the reader. */
const firstCostBytes = 150_000;
/** About what showing one result costs. */
const resultCostBytes = 3_000;
/** A site with at most this many articles is searched as a whole, because that costs little. */
const smallSite = 1_000;

/**
 * Measures what a first search costs the reader, who should not pay for older years unasked. The
 * next bundle is expected to cost 1.3 times as much as the average of those before.
 */
function newThrift({ cost }: Index): Thrift {
  const before = cost();
  return {
    isSpent(bundles, missing) {
      if (bundles === 0) return false;
      const now = cost();
      const spent = before.parts === 0 ? now.all : now.all - before.all;
      const each = (now.parts - before.parts) / bundles;
      return spent + 1.3 * each + missing * resultCostBytes > firstCostBytes;
    },
  };
}

async function show(
  found: readonly Found[],
  typed: string,
  shown: Map<string, HTMLElement>,
): Promise<void> {
  const items = await Promise.all(
    found.map(async ({ id, data }) => {
      const item = shown.get(id) ?? (await itemOf(data, typed));
      shown.set(id, item);
      return item;
    }),
  );
  for (const [at, item] of items.entries()) {
    // Only what has to move is moved, because a moved element loses the focus.
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  }
  while (list.children.length > items.length) list.lastElementChild!.remove();
}

/** A result as an item of the list. The index knows the unit by a word; the form has its name. */
async function itemOf(data: Found["data"], typed: string): Promise<HTMLElement> {
  const fragment = await data();
  const choices = new Set(fragment.meta.choices?.split(" "));
  const units = [
    ...form.querySelectorAll<HTMLOptionElement>(`[name="${searchFilters.unit}"] option`),
  ];
  const unit =
    units.find(({ value }) => choices.has(choiceWord(searchFilters.unit, value)))?.text ?? "";
  return resultItem(fragment, typed, unit, root);
}

function indexOf(year: string): Promise<Index> {
  let index = indexes.get(year);
  if (index === undefined) {
    const own = year === "" ? bundles : bundles.filter((bundle) => String(bundle.year) === year);
    index = openIndex(folder, engine, own);
    indexes.set(year, index);
  }
  return index;
}

function sayCount(count: number, index: Index): void {
  const oldest = index.loaded[index.loaded.length - 1];
  const [year, month] = oldest?.name.split("-") ?? [];
  const since =
    index.hasMore && year
      ? ` trong các bài từ ${month ? `tháng ${Number(month)}/` : "năm "}${year} đến nay`
      : "";
  if (count > 0) say(`${count} kết quả${since}.`);
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
