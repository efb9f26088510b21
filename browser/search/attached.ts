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
/** Sections of which the file is looked up: of a long report many may have the words. */
const mostSections = 60;

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
  if (place === null) return undefined;
  const [, status, list, last] = place.children as unknown as [Element, Element, Element, Element];
  const more = last.firstElementChild as HTMLButtonElement;
  const home = place.parentElement!;
  const clear = () => {
    place.hidden = true;
    list.textContent = "";
  };
  return {
    clear,
    putFirst: (isFirst) => (isFirst ? articles.before(place) : home.append(place)),
    async ask(query, isOver) {
      clear();
      const { words } = query;
      if (words === undefined) return 0;
      const search = newSearch(reader, parts, query, limits);
      const shown = new Set<string>();
      const step = async (mayRead: boolean) => {
        const wanted = shown.size + pageSize;
        if (mayRead) await search.until(wanted, async () => {}, isOver);
        const sure = search.found().filter(({ isSure }) => isSure);
        const best = sure.slice(0, mostSections);
        const rows = await Promise.all(best.map((one) => reader.row(one.part, one.place)));
        if (isOver()) return;
        const files = new Set<string>();
        for (const [at, row] of rows.entries()) {
          const [file] = row[4]!;
          files.add(file);
          if (shown.has(file) || shown.size >= wanted) continue;
          shown.add(file);
          list.append(fileItem(row, words, root, best[at]!.part.key));
        }
        const isAll = search.unread().length === 0;
        const where = isAll ? "" : ", trong những tệp mới nhất";
        status.textContent = files.size > 0 ? `${files.size} tệp có đủ các từ này${where}.` : "";
        more.hidden = isAll && files.size === shown.size;
        place.hidden = files.size === 0 && more.hidden;
      };
      more.onclick = async () => {
        const before = list.children.length;
        try {
          await step(true);
          list.children[before]?.querySelector("a")?.focus();
        } catch {
          status.textContent = "Chưa tải được. Xin kiểm tra kết nối mạng rồi bấm lần nữa.";
        }
      };
      await step(reader.bytes() <= mostBefore);
      return shown.size;
    },
  };
}
