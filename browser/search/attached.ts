import type { TitleRow } from "../../src/text/search-text.ts";
import type { Found } from "./matching.ts";
import type { IndexReader, Part } from "./part.ts";
import { type Limits, newSearch, type Query } from "./reading.ts";
import { fileItem } from "./results.ts";

/*
 * What is written in attached files, in a list of its own below the articles. Only a section that
 * surely has every word is shown, and of each file the best one.
 */

/** Files that are shown at first, and added at each press of the button. */
const pageSize = 3;
/** A section has as many words as some articles, so fewer may be read unasked. */
const limits: Limits = { costBytes: 8_000, smallSize: 48 };
/** In bytes. When the articles have cost more, the files are read only if the reader asks. */
const mostBefore = 25_000;

export type AttachedSearch = {
  /**
   * Searches in attached files and shows what is found.
   *
   * @returns how many files have all words, as far as they were read
   */
  readonly ask: (query: Query, isOver: () => boolean) => Promise<number>;
  readonly clear: () => void;
  /** Puts the list above that of the articles where none of these has all words. */
  readonly putFirst: (isFirst: boolean) => void;
};

/**
 * @param parts of the attached files, newest first
 * @param articles what tells of the articles, above which the files may come
 */
export function attachedSearch(
  reader: IndexReader,
  parts: readonly Part[],
  root: string,
  articles: Element,
): AttachedSearch | undefined {
  const place = document.querySelector<HTMLElement>("#trong-tep");
  const list = document.querySelector<HTMLElement>("#ket-qua-tep");
  const status = document.querySelector<HTMLElement>("#so-tep");
  const more = document.querySelector<HTMLButtonElement>("#tim-trong-tep");
  if (!place || !list || !status || !more) return undefined;
  const home = place.nextSibling;
  const clear = () => {
    place.hidden = true;
    more.hidden = true;
    list.textContent = "";
    status.textContent = "";
  };
  return {
    clear,
    putFirst(isFirst) {
      if (isFirst) articles.before(place);
      else place.parentElement!.insertBefore(place, home);
    },
    async ask(query, isOver) {
      clear();
      const { words } = query;
      if (words === undefined) return 0;
      const search = newSearch(reader, parts, query, limits);
      let wanted = pageSize;
      let shown = 0;
      const show = async () => {
        const own = await bestOfEach(search.found(), reader);
        if (isOver()) return;
        shown = own.length;
        list.replaceChildren(
          ...own.slice(0, wanted).map(({ found, row }) => {
            return itemOf(found, () => fileItem(row, words, root, found.part.key));
          }),
        );
        const isAll = search.unread().length === 0;
        status.textContent =
          shown > 0
            ? `${shown} tệp có đủ các từ này${isAll ? "" : ", trong những tệp mới nhất"}.`
            : search.lastRead() === undefined
              ? ""
              : "Chưa thấy trong những tệp mới nhất.";
        more.hidden = isAll && shown <= wanted;
        more.textContent =
          shown > wanted
            ? "Xem thêm tệp"
            : `Tìm trong tệp đính kèm${search.lastRead() === undefined ? "" : " cũ hơn"}`;
        place.hidden = shown === 0 && more.hidden;
      };
      const items = new WeakMap<Found, HTMLElement>();
      const itemOf = (found: Found, make: () => HTMLElement) => {
        const item = items.get(found) ?? make();
        items.set(found, item);
        return item;
      };
      const read = () => search.until(wanted, async () => {}, isOver);
      more.onclick = async () => {
        const last = list.lastElementChild;
        if (shown > wanted || shown > 0) wanted += pageSize;
        status.textContent = "Đang tìm…";
        try {
          await read();
          if (isOver()) return;
          await show();
        } catch (error) {
          console.error(error);
          status.textContent = "Chưa tải được. Xin kiểm tra kết nối mạng rồi bấm lần nữa.";
        }
        const next = last === null ? list.firstElementChild : last.nextElementSibling;
        next?.querySelector("a")?.focus();
      };
      if (reader.bytes() <= mostBefore) await read();
      if (!isOver()) await show();
      return shown;
    },
  };
}

/** Returns the best section of each file that surely has all words, best first. */
async function bestOfEach(
  all: readonly Found[],
  reader: IndexReader,
): Promise<readonly { readonly found: Found; readonly row: TitleRow }[]> {
  const sure = all.filter(({ isSure }) => isSure).slice(0, 60);
  const rows = await Promise.all(sure.map(({ part, place }) => reader.row(part, place)));
  const byFile = new Map<string, { found: Found; row: TitleRow }>();
  for (const [at, found] of sure.entries()) {
    const row = rows[at]!;
    const [file = ""] = row[4] ?? [];
    if (!byFile.has(file)) byFile.set(file, { found, row });
  }
  return [...byFile.values()];
}
