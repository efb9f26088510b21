import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/article.ts";
import type { Day } from "../../../src/day.ts";
import { relatedOf } from "../../../src/related.ts";

type Facts = {
  readonly day?: string;
  readonly unit?: string;
  readonly tags?: readonly string[];
  readonly documents?: readonly { readonly number?: string; readonly date?: string }[];
  readonly awards?: readonly { readonly form: string; readonly by: string }[];
  readonly session?: string;
};

/**
 * Returns an article of which only these facts matter. Its path is a letter: `a`, `b` … in the
 * order of a row.
 */
function articleOf(facts: Facts, at: number): Article {
  const {
    day = "2024-01-01",
    unit = `đơn vị ${at}`,
    tags = [],
    documents = [],
    awards = [],
  } = facts;
  const path = String.fromCharCode(97 + at);
  return { path, date: day as Day, unit, tags, documents, awards } as unknown as Article;
}

/** Returns the paths that one of some articles points to, most alike first, and why. */
const pointsTo = (told: readonly Facts[], at: number) => {
  const articles = told.map(articleOf);
  const related = relatedOf(articles, (article) => told[articles.indexOf(article)]!.session);
  return related(at < 0 ? articles.length + at : at).map(({ article, reason }) =>
    [article.path, ...Object.values(reason)].join(" "),
  );
};

const nothing: Facts = {};
const cites = (number: string, date?: string): Facts => ({
  documents: [{ number, ...(date === undefined ? {} : { date }) }],
});
const tagged = (...tags: string[]): Facts => ({ tags });
const khen = { form: "Giấy khen", by: "khoi" };

/**
 * Articles, oldest first, and the ones that the last points to. The article right before the last
 * has nothing in common with it.
 */
const rows: readonly (readonly [
  name: string,
  told: readonly Facts[],
  related: readonly string[],
])[] = [
  ["nothing in common", [tagged("Một"), nothing, tagged("Hai")], []],
  [
    "a tag, however it is typed",
    [tagged("Đảng viên"), nothing, tagged("đảng viên")],
    ["a tag đảng viên"],
  ],
  [
    "a document, however it is typed",
    [cites("21 – KL/TW"), nothing, cites("21-KL/TW")],
    ["a document 21-KL/TW"],
  ],
  [
    "a document of Trung ương by any of its abbreviations",
    [cites("04-NQ/T.Ư"), cites("04‑NQ/TƯ"), nothing, cites("04-NQ/TW")],
    ["a document 04-NQ/TW", "b document 04-NQ/TW"],
  ],
  [
    "a document of Ban Tổ chức Trung ương by any of its abbreviations",
    [cites("31 – HD/BTCTƯ".normalize("NFD")), nothing, cites("31-HD/BTCTW")],
    ["a document 31-HD/BTCTW"],
  ],
  [
    "no document of Tỉnh ủy for one of Trung ương",
    [cites("04-NQ/TU"), nothing, cites("04-NQ/TƯ")],
    [],
  ],
  ["no document by a bare number", [cites("21-KL"), nothing, cites("21-KL")], []],
  [
    "no document of another day",
    [cites("21-KL/TW", "2021-10-25"), cites("21-KL/TW"), nothing, cites("21-KL/TW", "2016-01-01")],
    ["b document 21-KL/TW"],
  ],
  ["a unit", [{ unit: "x" }, nothing, { unit: "x" }], ["a unit"]],
  [
    "an award of the same form and giver",
    [{ awards: [khen] }, nothing, { awards: [khen, khen] }],
    ["a award Giấy khen"],
  ],
  [
    "no award of another giver",
    [{ awards: [khen] }, nothing, { awards: [{ ...khen, by: "xa" }] }],
    [],
  ],
  ["nothing that has a link of its own", [tagged("Một"), tagged("Một")], []],
  [
    "a document before a tag before an award before a unit",
    [
      { unit: "x" },
      { awards: [khen] },
      tagged("Một"),
      cites("21-KL/TW"),
      nothing,
      { unit: "x", awards: [khen], tags: ["Một"], documents: [{ number: "21-KL/TW" }] },
    ],
    ["d document 21-KL/TW", "c tag Một", "b award Giấy khen"],
  ],
  [
    "a rare tag before a common one",
    [
      tagged("Hiếm"),
      tagged("Quen"),
      tagged("Quen"),
      tagged("Quen"),
      nothing,
      tagged("Hiếm", "Quen"),
    ],
    ["a tag Hiếm", "b tag Quen", "c tag Quen"],
  ],
  [
    "no tag that most articles have",
    [
      ...Array<Facts>(40).fill(tagged("Quen")),
      tagged("Quen", "Hiếm"),
      nothing,
      tagged("Quen", "Hiếm"),
    ],
    ["\x89 tag Hiếm"],
  ],
  [
    "what has more in common, with the best reason",
    [tagged("Một"), { ...tagged("Một"), unit: "x" }, nothing, { ...tagged("Một"), unit: "x" }],
    ["b tag Một", "a tag Một"],
  ],
  [
    "what is nearer in time",
    [
      { ...tagged("Một"), day: "2022-01-01" },
      { ...tagged("Một"), day: "2023-12-20" },
      { ...tagged("Một"), day: "2023-11-01" },
      nothing,
      tagged("Một"),
    ],
    ["b tag Một", "c tag Một", "a tag Một"],
  ],
  [
    "those with one reason behind each other, the newest first",
    [
      { ...tagged("Một", "Hai"), ...cites("21-KL/TW"), day: "2019-01-01" },
      { ...tagged("Ba", "Bốn", "Năm"), day: "2020-01-01" },
      { ...cites("21-KL/TW"), day: "2021-01-01" },
      nothing,
      { ...tagged("Một", "Hai", "Ba", "Bốn", "Năm"), ...cites("21-KL/TW") },
    ],
    ["c document 21-KL/TW", "a document 21-KL/TW", "b tag Ba"],
  ],
  [
    "the newest of those alike, then by path",
    [
      { ...tagged("Một"), day: "2020-01-01" },
      { ...tagged("Một"), day: "2021-01-01" },
      { ...tagged("Một"), day: "2021-01-01" },
      { ...tagged("Một"), day: "2021-01-01" },
      nothing,
      tagged("Một"),
    ],
    ["b tag Một", "c tag Một", "d tag Một"],
  ],
  [
    "one that has a rare thing in common though newer ones have a common one",
    [
      { ...tagged("Một"), documents: [{ number: "21-KL/TW" }] },
      ...Array<Facts>(20).fill(tagged("Một")),
      { ...tagged("Một"), documents: [{ number: "21-KL/TW" }] },
    ],
    ["a document 21-KL/TW", "n tag Một", "o tag Một"],
  ],
];

/** Articles, oldest first, and the ones that the first points to: later ones of its day. */
const rowsOfDay: readonly (readonly [
  name: string,
  told: readonly Facts[],
  related: readonly string[],
])[] = [
  ["later ones of one day", [tagged("Một"), nothing, tagged("Một")], ["c tag Một"]],
  ["none of a later day", [tagged("Một"), nothing, { ...tagged("Một"), day: "2024-01-02" }], []],
  ["none right after it, which has a link of its own", [tagged("Một"), tagged("Một")], []],
  [
    "none of its session, which has a list of its own",
    [
      { ...tagged("Một"), session: "s" },
      nothing,
      { ...tagged("Một"), session: "s" },
      { ...tagged("Một"), session: "t" },
    ],
    ["d tag Một"],
  ],
];

describe("related articles", () => {
  it.each(rows)("%s", (_name, told, related) => {
    expect(pointsTo(told, -1)).toEqual(related);
  });

  it.each(rowsOfDay)("%s", (_name, told, related) => {
    expect(pointsTo(told, 0)).toEqual(related);
  });

  const facts: fc.Arbitrary<Facts> = fc.record({
    day: fc.constantFrom("2020-02-29", "2023-01-01", "2023-12-01", "2024-01-01"),
    unit: fc.constantFrom("x", "y", "z"),
    tags: fc.uniqueArray(fc.constantFrom("Một", "Hai", "Ba", "Bốn"), { maxLength: 3 }),
    documents: fc.array(fc.record({ number: fc.constantFrom("1-A/B", "2-A/B", "3-A") }), {
      maxLength: 2,
    }),
    awards: fc.array(fc.constantFrom(khen, { ...khen, by: "xa" }), { maxLength: 2 }),
  });

  it("of older days stay as they are when a newer article comes", () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 40 }), (told) => {
        const articles = told.toSorted((a, b) => a.day!.localeCompare(b.day!)).map(articleOf);
        const older = articles.findIndex(({ date }) => date === articles.at(-1)!.date);
        const before = articles.slice(0, older);
        expect(before.map((_, at) => relatedOf(articles)(at))).toEqual(
          before.map((_, at) => relatedOf(before)(at)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("at most three, none of a later day, none of them right before or after", () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 40 }), (told) => {
        const articles = told.toSorted((a, b) => a.day!.localeCompare(b.day!)).map(articleOf);
        for (const [at, related] of articles.map((_, at) => relatedOf(articles)(at)).entries()) {
          const places = related.map(({ article }) => articles.indexOf(article));
          expect(new Set(places).size).toBe(places.length);
          expect(places.length).toBeLessThanOrEqual(3);
          expect(places.every((place) => Math.abs(place - at) > 1)).toBe(true);
          expect(related.every(({ article }) => article.date <= articles[at]!.date)).toBe(true);
        }
      }),
    );
  });

  it("are found without looking at all articles of a topic", () => {
    // All are equally alike, so a comparison reads the paths; these reads are counted.
    const looksAmong = (count: number) => {
      let looks = 0;
      const counted = (article: Article): Article =>
        Object.defineProperty(article, "path", {
          get() {
            looks += 1;
            return "a";
          },
        });
      const many = Array.from({ length: count }, (_, at) =>
        counted(articleOf({ unit: "x", tags: ["Một"] }, at)),
      );
      const related = relatedOf(many);
      for (const at of many.keys()) related(at);
      return looks;
    };
    const [some, twice] = [looksAmong(1_000), looksAmong(2_000)];
    expect(some).toBeGreaterThan(1_000);
    expect(twice).toBeLessThan(2.1 * some);
  });
});
