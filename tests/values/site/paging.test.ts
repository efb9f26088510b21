import fc from "fast-check";
import { expect, it } from "vitest";
import { pagesOfList, type Slice } from "../../../layouts/parts/paging.ts";
import { addDays, type Day, parseDay } from "../../../src/day.ts";

const listUrl = "/chu-de/hoi-nghi/";
const size = fc.integer({ min: 1, max: 25 });
const length = fc.integer({ min: 0, max: 160 });

type Item = { readonly number: number; readonly day: Day };
const start = parseDay("2019-12-20")!;
const items: readonly Item[] = Array.from({ length: 161 }, (_, number) => ({
  number,
  day: addDays(start, number),
}));

function pages(count: number, perPage: number): Slice<Item>[] {
  return pagesOfList(listUrl, items.slice(0, count), perPage, ({ day }) => day);
}

it("shows every item exactly once, newest first", () => {
  fc.assert(
    fc.property(length, size, (count, perPage) => {
      const shown = pages(count, perPage).flatMap((page) => page.items.map(({ number }) => number));
      expect(shown).toEqual(Array.from({ length: count }, (_, index) => count - 1 - index));
    }),
  );
});

it("holds N items on older pages and N to 2N − 1 on the newest, fewer only when there are no more", () => {
  fc.assert(
    fc.property(length, size, (count, perPage) => {
      const [newest, ...older] = pages(count, perPage).map((page) => page.items.length);
      expect(newest).toBeLessThan(2 * perPage);
      expect(newest).toBeGreaterThanOrEqual(Math.min(count, perPage));
      expect(older.every((held) => held === perPage)).toBe(true);
    }),
  );
});

it("never changes what an older page holds when an item comes in", () => {
  fc.assert(
    fc.property(length, size, (count, perPage) => {
      const after = new Map(pages(count + 1, perPage).map((page) => [page.url, page.items]));
      for (const page of pages(count, perPage).slice(1)) {
        expect(after.get(page.url)).toEqual(page.items);
      }
    }),
  );
});

it("touches at most three pages when an item comes in", () => {
  fc.assert(
    fc.property(length, size, (count, perPage) => {
      const before = new Map(pages(count, perPage).map((page) => [page.url, JSON.stringify(page)]));
      const changed = pages(count + 1, perPage).filter(
        (page) => before.get(page.url) !== JSON.stringify(page),
      );
      expect(changed.length).toBeLessThanOrEqual(3);
    }),
  );
});

it("keeps the newest page at the list's own address and leads from each page to the next", () => {
  fc.assert(
    fc.property(length, size, (count, perPage) => {
      const all = pages(count, perPage);
      expect(all[0]?.url).toBe(listUrl);
      expect(new Set(all.map(({ url }) => url)).size).toBe(all.length);
      for (const [index, page] of all.entries()) {
        expect(page.older?.url).toBe(all[index + 1]?.url);
        expect(page.newer?.url).toBe(all[index - 1]?.url);
      }
    }),
  );
});
