import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targetText } from "../../../layouts/parts/figure-words.ts";
import type { Article } from "../../../src/article.ts";
import { agree, type Figure } from "../../../src/figure.ts";
import { readPeriod } from "../../../src/period.ts";
import type { Bound, Quantity } from "../../../src/quantity.ts";
import { buildFigures, factsOfSeries, seriesFinder } from "../../../src/registers/figures.ts";
import { indexSeries, type Series } from "../../../src/series.ts";
import { slugOf } from "../../../src/text/vietnamese.ts";
import { madeSite } from "../../checking.ts";
import { article, base, type Files, folderOf, temporaryFolder } from "../../content.ts";

const names = [
  "Hội viên",
  "Hội viên mới",
  "hội viên mới",
  "Kết nạp hội viên",
  "Chi bộ họp đủ",
  "Đơn thư",
];
const registered: readonly Series[] = [
  { id: "hoi-vien", name: "Hội viên mới", aliases: ["Kết nạp hội viên"], unit: "người" },
];

const figures: fc.Arbitrary<Figure> = fc.record(
  {
    name: fc.constantFrom(...names),
    value: fc.oneof(
      fc.nat(9).map((value) => ({ value })),
      fc.nat(9).map((value) => ({ value, bound: "khoảng" as const })),
    ),
    unit: fc.constantFrom("người", "%"),
    kind: fc.constantFrom("kết quả" as const, "chỉ tiêu" as const),
    period: fc.constantFrom("2021", "2022", "quý I/2022").map((text) => readPeriod(text)!),
    about: fc.constantFrom("a", "b"),
  },
  { requiredKeys: ["name", "value"] },
) as fc.Arbitrary<Figure>;

const articleLists = fc
  .array(fc.tuple(fc.constantFrom("a", "b"), fc.array(figures, { maxLength: 4 })), { maxLength: 8 })
  .map((told) =>
    told.map(
      ([unit, own], at) =>
        ({
          path: `${at}.md`,
          url: `/${at}/`,
          title: `Bài ${at}`,
          date: `2023-01-0${at + 1}`,
          unit,
          figures: own,
        }) as unknown as Article,
    ),
  );

describe("the register of figures", () => {
  it("has what a plain grouping of all figures has", () => {
    fc.assert(
      fc.property(articleLists, fc.boolean(), (articles, isRegistered) => {
        const index = indexSeries(isRegistered ? registered : []);
        const { register } = buildFigures(articles, index);
        const flat = articles.flatMap((one) =>
          one.figures.map((figure) => {
            const own = index.find(figure.name);
            const measure = figure.unit ?? own?.unit;
            return {
              id:
                own?.id ??
                (isRegistered && figure.name === "Hội viên"
                  ? "hoi-vien--khac"
                  : slugOf(figure.name)),
              key: [figure.about ?? one.unit, measure, JSON.stringify(figure.period)].join(" "),
              told: { figure, article: one },
            };
          }),
        );
        for (const series of register.series) {
          const own = flat.filter(({ id, told }) => id === series.id && told.figure.period);
          expect(series.points.length).toBe(new Set(own.map(({ key }) => key)).size);
          expect(series.hasPage).toBe(series.points.length > (series.registered ? 0 : 1));
          const held = series.points.flatMap(({ result, target }) =>
            [result, target].flatMap((told) =>
              told ? [...told.articles, ...told.others.map((other) => other.article)] : [],
            ),
          );
          expect(new Set(held)).toEqual(new Set(own.map(({ told }) => told.article)));
        }
        const factsOf = seriesFinder(factsOfSeries(register), index);
        for (const { told } of flat) {
          const series = register.seriesOf(told.figure);
          expect(series?.strands.length).toBeGreaterThanOrEqual(told.figure.period ? 1 : 0);
          // Without the register, articles find the same.
          const facts = factsOf(told.figure);
          expect(series).toEqual(facts && expect.objectContaining(facts));
        }
      }),
    );
  });

  it("finds what looking back through every earlier article finds", () => {
    const values = fc.oneof(
      fc.integer({ min: 38, max: 44 }).map((value) => ({ value })),
      fc.integer({ min: 38, max: 44 }).map((value) => ({ value, bound: "khoảng" as const })),
    );
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), (told) => {
        const articles = told.map(
          (value, at) =>
            ({
              path: `${at}.md`,
              unit: "a",
              figures: [{ name: "Đơn thư", value, period: readPeriod("2021") }],
            }) as unknown as Article,
        );
        const { findings } = buildFigures(articles, indexSeries([]));
        const naive = told.flatMap((value, at) => {
          const other = told.findLastIndex(
            (one, place) => place < at && !agree(one, value, undefined),
          );
          return other < 0 ? [] : [[`${at}.md`, `${other}.md`]];
        });
        expect(findings.map(({ path, other }) => [path, other?.path])).toEqual(naive);
      }),
    );
  });

  it("only adds to its points when there are more articles", () => {
    fc.assert(
      fc.property(articleLists, fc.nat(8), (articles, count) => {
        const of = (some: readonly Article[]) =>
          new Map(
            buildFigures(some, indexSeries(registered)).register.series.map((one) => [one.id, one]),
          );
        const all = of(articles);
        for (const [id, { points, hasPage }] of of(articles.slice(0, count))) {
          const later = all.get(id)!;
          if (hasPage) expect(later.hasPage).toBe(true);
          const names = (some: typeof points) =>
            some.map(({ strand, period }) => [strand.unit, strand.measure, period]);
          expect(names(later.points).slice(0, points.length)).toEqual(names(points));
        }
      }),
    );
  });
});

const cache = temporaryFolder();
const series = `- id: hoi-vien
  name: Hội viên mới
  aliases: [Kết nạp hội viên]
  unit: người
  better: tăng
  note: Đếm theo quyết định.
`;

/** Returns an article of a day with these figures. */
function telling(day: string, ...figures: readonly string[]): string {
  return article(
    `figures:\n${figures.map((one) => `  - { ${one} }\n`).join("")}`.trimEnd(),
  ).replace("2024-03-05", day);
}

async function pagesOf(files: Files): Promise<ReadonlyMap<string, string>> {
  const { site } = await madeSite(folderOf({ ...base, ...files }), { cache });
  return new Map([...site.pages()].map((page) => [page.url, page.draw()]));
}

/** Returns a page as somebody reads it, without marks, each blank one space. */
async function textOf(url: string, files: Files): Promise<string> {
  const page = (await pagesOf(files)).get(url) ?? "<main";
  return page
    .split("<main")[1]!
    .replaceAll(/<span class="unseen">[^<]*<\/span>/gu, "")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ");
}

const three: Files = {
  "figures.yaml": series,
  "a.md": telling("2024-01-05", "name: Hội viên mới, value: 40, year: 2021"),
  "b.md": telling(
    "2024-01-06",
    "name: Kết nạp hội viên, value: 52, year: 2022",
    "name: Hội viên mới, value: 50, year: 2022, kind: chỉ tiêu",
    "name: Hội viên mới, value: 45-50, year: 2022, about: chi-bo-mot",
  ),
};

describe("a result and its target", () => {
  it.each([
    ["52", "50", "tăng", "vượt 2"],
    ["8", "10", "giảm", "đạt, thấp hơn 2"],
    ["8", "10", undefined, "thấp hơn 2"],
    ["8", "dưới 10", undefined, "đạt"],
    ["10", "dưới 10", undefined, "chưa đạt"],
    ["12,5", "dưới 10", "giảm", "chưa đạt, cao hơn 2,5"],
    ["10", "nhiều nhất 10", undefined, "đạt"],
    ["10", "ít nhất 10", "tăng", "đạt"],
    ["8", "trên 10", undefined, "chưa đạt, thiếu 2"],
    ["12", "10-15", undefined, "đạt"],
    ["9", "10-15", "tăng", "chưa đạt"],
    ["16", "10-15", "tăng", ""],
    ["16", "10-15", "giảm", "chưa đạt"],
    ["9", "10-15", undefined, ""],
    ["8", "khoảng 10", "tăng", ""],
    ["8", "gần 10", "tăng", ""],
    ["trên 8", "10", "tăng", ""],
  ] as const)("%s, aimed at %s, better is %s: “%s”", (result, target, better, words) => {
    const now = { value: quantityOf(result), measure: "người" };
    expect(targetText(now, quantityOf(target), better)).toBe(words);
  });

  function quantityOf(text: string): Quantity {
    const [, bound, value = "", to] = /^(\D+ )?([\d,]+)(?:-(\d+))?$/u.exec(text)!;
    return {
      value: Number(value.replace(",", ".")),
      ...(bound ? { bound: bound.trim() as Bound } : {}),
      ...(to ? { to: Number(to) } : {}),
    };
  }
});

describe("the page of a series", () => {
  const rows: readonly (readonly [what: string, files: Files, says: readonly string[]])[] = [
    [
      "the newest result, its change and its target",
      three,
      [
        "52 người (2022)",
        "tăng 12 người so với 2021; vượt 2 người so với chỉ tiêu 50",
        "Càng cao càng tốt.",
      ],
    ],
    ["a range as a range", three, ["45–50"]],
    [
      "whether a target that says its own way is met",
      {
        ...three,
        "c.md": telling(
          "2024-01-07",
          "name: Hội viên mới, value: 9, year: 2023",
          "name: Hội viên mới, value: dưới 10, year: 2023, kind: chỉ tiêu",
        ),
      },
      ["đạt chỉ tiêu dưới 10", "dưới 10 đạt"],
    ],
    [
      "what articles contradict, and where",
      { ...three, "c.md": telling("2024-01-07", "name: Hội viên mới, value: 41, year: 2021") },
      ["2021 41 – Bài 5/1/2024 nêu 40 người 7/1/2024", "52 người (2022)"],
    ],
    [
      "articles that agree as one",
      { ...three, "c.md": telling("2024-01-07", "name: Hội viên mới, value: gần 41, year: 2021") },
      ["2021 40 – 7/1/2024 , 5/1/2024"],
    ],
    [
      "the target of the next year",
      {
        ...three,
        "c.md": telling("2024-01-07", "name: Hội viên mới, value: 60, year: 2023, kind: chỉ tiêu"),
      },
      ["chỉ tiêu 2023: 60 người"],
    ],
  ];

  it.each(rows)("tells %s", async (_, files, says) => {
    const text = await textOf("/so-lieu/hoi-vien/", files);
    for (const one of says) expect(text).toContain(one);
  });

  it("keeps the address that the series had before it was registered", async () => {
    const two: Files = {
      ...three,
      "c.md": telling("2024-01-07", "name: Hội viên mới, value: 30, year: 2020"),
    };
    const { "figures.yaml": _, ...without } = two;
    expect((await pagesOf(without)).has("/so-lieu/hoi-vien-moi/")).toBe(true);
    expect(await textOf("/so-lieu/hoi-vien-moi/", two)).toContain("nay nằm ở trang Hội viên mới");
    expect((await pagesOf(two)).get("/sitemap-muc-luc.xml")).not.toContain("hoi-vien-moi");
  });

  it("keeps that address where the registered series makes one point of two", async () => {
    const files: Files = {
      "figures.yaml": series,
      "a.md": telling("2024-01-05", "name: Kết nạp hội viên, value: 40, year: 2021"),
      "b.md": telling("2024-01-06", "name: Kết nạp hội viên, value: 40, unit: người, year: 2021"),
    };
    const { "figures.yaml": _, ...without } = files;
    expect((await pagesOf(without)).has("/so-lieu/ket-nap-hoi-vien/")).toBe(true);
    expect((await pagesOf(files)).has("/so-lieu/ket-nap-hoi-vien/")).toBe(true);
  });

  it("is not shared with a figure whose name only looks like the id", async () => {
    const pages = await pagesOf({
      ...three,
      "c.md": telling(
        "2024-01-07",
        "name: Hội viên, value: 901, year: 2021",
        "name: Hội viên, value: 902, year: 2022",
      ),
    });
    const [own, other] = ["/so-lieu/hoi-vien/", "/so-lieu/hoi-vien--khac/"];
    expect(pages.get(own)).not.toContain("902");
    expect(pages.get(other)).toContain("902");
    expect(pages.get("/2024/01/07/c/")).toContain(`href="${other}"`);
  });

  it("keeps its own address when its name is registered beside that id", async () => {
    const also = `${series}- { id: tong-hoi-vien, name: Hội viên }\n`;
    const told = telling(
      "2024-01-07",
      "name: Hội viên, value: 901, year: 2021",
      "name: Hội viên, value: 902, year: 2022",
    );
    const pages = await pagesOf({ ...three, "figures.yaml": also, "c.md": told });
    expect(pages.get("/so-lieu/hoi-vien/")).not.toContain("902");
    expect(pages.get("/so-lieu/hoi-vien--khac/")).toContain("/so-lieu/tong-hoi-vien/");
  });

  it("is there from two points on where the series is not registered", async () => {
    const once = { "a.md": telling("2024-01-05", "name: Đơn thư, value: 4, year: 2021") };
    const twice = { ...once, "b.md": telling("2024-01-06", "name: Đơn thư, value: 3, year: 2022") };
    const again = { ...once, "b.md": telling("2024-01-06", "name: Đơn thư, value: 4, year: 2021") };
    const timeless = { ...once, "b.md": telling("2024-01-06", "name: Đơn thư, value: 4") };
    expect((await pagesOf(once)).has("/so-lieu/don-thu/")).toBe(false);
    expect((await pagesOf(again)).has("/so-lieu/don-thu/")).toBe(false);
    expect((await pagesOf(timeless)).has("/so-lieu/don-thu/")).toBe(false);
    expect((await pagesOf(twice)).has("/so-lieu/don-thu/")).toBe(true);
    for (const page of ["/2024/01/05/a/", "/2024/01/06/b/"])
      expect((await pagesOf(twice)).get(page)).toContain('href="/so-lieu/don-thu/"');
  });

  it("has its own chart for quarters, and none where nothing can be compared", async () => {
    const quarters = ["I", "II", "III"].map(
      (quarter) => `name: Hội viên mới, value: 9, period: quý ${quarter}/2023`,
    );
    const page = async (files: Files) => (await pagesOf(files)).get("/so-lieu/hoi-vien/")!;
    expect((await page(three)).split('class="trend"').length - 1).toBe(1);
    const both = await page({ ...three, "c.md": telling("2024-01-07", ...quarters) });
    expect(both.split('class="trend"').length - 1).toBe(2);
    const { "b.md": _, ...one } = three;
    expect(await page(one)).not.toContain('class="trend"');
  });

  it("goes over to older pages that never change", async () => {
    const many = (count: number): Files =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `${String(at).padStart(3, "0")}.md`,
          telling(
            "2024-01-05",
            `name: Đơn thư, value: 4, period: tháng ${(at % 12) + 1}/${2000 + Math.floor(at / 12)}`,
          ),
        ]),
      );
    const before = await pagesOf(many(100));
    const after = await pagesOf(many(149));
    expect([...before.keys()].filter((url) => url.startsWith("/so-lieu/don-thu/"))).toEqual([
      "/so-lieu/don-thu/",
      "/so-lieu/don-thu/trang/1/",
    ]);
    const older = "/so-lieu/don-thu/trang/1/";
    expect(after.get(older)).toBe(before.get(older));
  });
});

describe("the sum of years on the page of a unit", () => {
  const of = (unit: string, value: string, year: number, date = "2023-05-01") =>
    telling(date, `name: Hội viên mới, value: ${value}, year: ${year}`).replace("khoi-thu", unit);
  const sum = series.replace("better", "sum: true\n  better");
  const years: Files = {
    "figures.yaml": sum,
    "a.md": of("chi-bo-mot", "1000", 2020),
    "b.md": of("chi-bo-mot", "250", 2021),
    "c.md": of("khoi-thu", "40", 2022),
    "d.md": of("khoi-thu", "2", 2023, "2024-01-05"),
  };
  const own = "cộng 2 năm có số liệu từ 2022 đến 2023: 42 người";
  const inLine =
    "tính cả đơn vị tiền thân, kế tục, cộng 4 năm có số liệu từ 2020 đến 2023: 1.292 người";

  it.each<readonly [string, Files, readonly string[]]>([
    ["is told alone and along the line", years, [own, inLine]],
    ["is not made of what figures.yaml does not add up", { ...years, "figures.yaml": series }, []],
    ["is not made of percentages", { ...years, "figures.yaml": sum.replace("người", '"%"') }, []],
    [
      "leaves rough numbers out, and says so",
      { ...years, "c.md": of("khoi-thu", "gần 40", 2022) },
      ["cộng 3 năm có số liệu từ 2020 đến 2023: 1.252 người (chưa cộng 2022 vì"],
    ],
    [
      "is told of one grade where a year has another",
      {
        ...years,
        "e.md": telling("2024-05-01", "name: Hội viên mới, value: 7, year: 2021, cumulative: true"),
      },
      [own, inLine],
    ],
    [
      "counts no year of two units of the line",
      { ...years, "e.md": of("chi-bo-mot", "5", 2022) },
      [own],
    ],
    [
      "counts no part of a year",
      {
        ...years,
        "e.md": telling("2023-05-01", "name: Hội viên mới, value: 9, period: quý I/2021"),
      },
      [own, inLine],
    ],
  ])("%s", async (_, files, sums) => {
    const text = await textOf("/don-vi/khoi-thu/", files);
    for (const one of sums) expect(text).toContain(one);
    if (!sums.includes(own)) expect(text).not.toContain("cộng 2 năm có số liệu từ 2022");
    if (!sums.includes(inLine)) expect(text).not.toContain("cộng 4 năm");
  });

  it("leaves out a year that one of two predecessors does not state", async () => {
    const text = await textOf("/don-vi/khoi-thu/", {
      ...years,
      "units.yaml": `${base["units.yaml"]}- id: chi-bo-hai
  name: Chi bộ Hai
  parent: khoi-thu
  valid_to: 2023-06
  successors: [khoi-thu]
`,
      "e.md": of("chi-bo-hai", "30", 2020),
    });
    expect(text).toContain("cộng 3 năm có số liệu từ 2020 đến 2023: 1.072 người (chưa cộng 2021");
  });

  it("is on the page of an heir that has no figures of its own", async () => {
    const text = await textOf("/don-vi/khoi-thu/", {
      "figures.yaml": sum,
      "a.md": of("chi-bo-mot", "1000", 2020),
      "b.md": of("chi-bo-mot", "250", 2021),
    });
    expect(text).toContain("kế tục, cộng 2 năm có số liệu từ 2020 đến 2021: 1.250 người");
  });
});

describe("the page of all figures", () => {
  it("begins with the registered series", async () => {
    const files = {
      ...three,
      "c.md": telling(
        "2024-01-07",
        "name: Đơn thư, value: 4, year: 2021",
        "name: Đơn thư, value: 3, year: 2022",
      ),
    };
    const text = await textOf("/so-lieu/", files);
    const places = [
      "Hội viên mới",
      "52 người (2022)",
      "Số liệu khác",
      "Đơn thư (2)",
      "Theo đơn vị",
    ];
    const found = places.map((place) => text.indexOf(place));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).not.toContain(-1);
  });

  it("says so when there is none", async () => {
    expect(await textOf("/so-lieu/", { "a.md": article() })).toContain("Chưa có số liệu nào.");
  });
});
