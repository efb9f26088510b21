import { describe, expect, it } from "vitest";
import type { Article } from "../src/article.ts";
import type { Award } from "../src/award.ts";
import type { Day } from "../src/day.ts";
import { buildRegister, countsOf, totalsOf } from "../src/register.ts";

/** What articles tell, oldest first, and what the register makes of it. */
type Row = readonly [
  name: string,
  told: readonly (readonly [day: string, ...awards: Partial<Award>[]])[],
  given: number,
  proposed: number,
  revoked: number,
  entries: number,
];

const decided = { decision: { number: "25-QĐ/ĐUK", date: "2022-01-10" as Day } };
const undated = { decision: { number: "25-QĐ/ĐUK" } };

const rows: readonly Row[] = [
  ["nothing", [["2022-01-14"]], 0, 0, 0, 0],
  [
    "awards of every standing",
    [
      [
        "2022-01-14",
        { count: 11 },
        { count: 2, status: "công bố quyết định" },
        { count: 1, status: "đã quyết định" },
        { count: 4, status: "đề xuất" },
        { count: 3, status: "thu hồi" },
      ],
    ],
    14,
    4,
    3,
    5,
  ],
  ["proposals only", [["2022-01-14", { count: 4, status: "đề xuất" }]], 0, 4, 0, 1],
  [
    "one decision told twice",
    [
      ["2022-01-14", { ...decided, status: "đã quyết định" }],
      ["2022-02-01", decided],
    ],
    1,
    0,
    0,
    1,
  ],
  [
    "one decision told twice, its number typed otherwise",
    [
      ["2022-01-14", decided],
      ["2022-02-01", { decision: { number: "25 – QĐ/ĐUK" } }],
    ],
    1,
    0,
    0,
    1,
  ],
  [
    "one decision told three times with other counts: the newest counts",
    [
      ["2022-01-14", { ...decided, count: 10 }],
      ["2022-02-01", { ...decided, count: 12 }],
      ["2022-03-01", { ...decided, count: 11 }],
    ],
    11,
    0,
    0,
    1,
  ],
  [
    "one decision with two kinds of recipients",
    [["2022-01-14", { ...decided, to: "tập thể" }, { ...decided, to: "đảng viên", count: 31 }]],
    32,
    0,
    0,
    2,
  ],
  [
    "one decision with two lines alike, told twice",
    [
      ["2022-01-14", { ...decided, count: 5 }, { ...decided, count: 7 }],
      ["2022-02-01", { ...decided, count: 7 }, { ...decided, count: 5 }],
    ],
    12,
    0,
    0,
    2,
  ],
  [
    "the same number of two givers",
    [["2022-01-14", decided, { ...decided, by: "khac" }]],
    2,
    0,
    0,
    2,
  ],
  [
    "the same number in another term",
    [
      ["2020-01-14", undated],
      ["2025-01-14", undated],
    ],
    2,
    0,
    0,
    2,
  ],
  [
    "the same number with another date",
    [
      ["2022-01-14", decided],
      ["2022-02-01", { decision: { number: "25-QĐ/ĐUK", date: "2022-01-20" as Day } }],
    ],
    2,
    0,
    0,
    2,
  ],
  [
    "a proposal that was decided",
    [
      ["2022-01-14", { ...decided, status: "đề xuất" }],
      ["2022-02-01", decided],
    ],
    1,
    0,
    0,
    1,
  ],
  [
    "a withdrawal of all",
    [
      ["2022-01-14", { ...decided, count: 3 }],
      ["2022-06-01", { ...decided, count: 3, status: "thu hồi" }],
    ],
    0,
    0,
    3,
    1,
  ],
  [
    "a withdrawal of a part",
    [
      ["2022-01-14", { ...decided, count: 11 }],
      ["2022-06-01", { ...decided, count: 1, status: "thu hồi" }],
    ],
    10,
    0,
    1,
    1,
  ],
  [
    "two withdrawals of parts",
    [
      ["2022-01-14", { ...decided, count: 11 }],
      ["2022-06-01", { ...decided, count: 1, status: "thu hồi" }],
      ["2022-07-01", { ...decided, count: 2, status: "thu hồi" }],
    ],
    8,
    0,
    3,
    1,
  ],
  [
    "a withdrawal from some of those who were named",
    [
      ["2022-01-14", { ...decided, count: 3, recipients: ["A", "B", "C"] }],
      ["2022-06-01", { ...decided, count: 1, recipients: ["B"], status: "thu hồi" }],
    ],
    2,
    0,
    1,
    1,
  ],
  [
    "a named withdrawal told twice",
    [
      ["2022-01-14", { ...decided, count: 3, recipients: ["A", "B", "C"] }],
      ["2022-06-01", { ...decided, count: 1, recipients: ["B"], status: "thu hồi" }],
      ["2022-06-08", { ...decided, count: 1, recipients: ["B"], status: "thu hồi" }],
    ],
    2,
    0,
    1,
    1,
  ],
  [
    "a withdrawal of more than was given",
    [
      ["2022-01-14", { ...decided, count: 3 }],
      ["2022-06-01", { ...decided, count: 5, status: "thu hồi" }],
    ],
    0,
    0,
    3,
    1,
  ],
  [
    "a count that is corrected below what was withdrawn",
    [
      ["2022-01-14", { ...decided, count: 9 }],
      ["2022-06-01", { ...decided, count: 3, status: "thu hồi" }],
      ["2022-07-01", { ...decided, count: 2 }],
    ],
    0,
    0,
    2,
    1,
  ],
  [
    "a withdrawal of what was never told",
    [["2022-06-01", { ...decided, count: 2, status: "thu hồi" }]],
    0,
    0,
    2,
    1,
  ],
  [
    "one decision told twice, with names in one article only",
    [
      ["2022-01-14", { ...decided, count: 2, recipients: ["A", "B"] }],
      ["2022-02-01", { ...decided, count: 2 }],
    ],
    2,
    0,
    0,
    1,
  ],
  [
    "one decision with a line for each of two people, told twice",
    [
      ["2022-01-14", { ...decided, recipients: ["A"] }, { ...decided, recipients: ["B"] }],
      ["2022-02-01", { ...decided, recipients: ["B"] }, { ...decided, recipients: ["A"] }],
    ],
    2,
    0,
    0,
    2,
  ],
  [
    "no decision: nothing proves that two are one",
    [
      ["2022-01-14", {}],
      ["2022-01-15", {}],
    ],
    2,
    0,
    0,
    2,
  ],
];

describe("the register", () => {
  it.each(rows)("counts %s", (_name, told, given, proposed, revoked, count) => {
    const { register } = buildRegister(told.map(articleOf));
    expect(countsOf(register.entries)).toEqual({ given, proposed, revoked });
    expect(register.entries.length).toBe(count);
    const perForm = totalsOf(register.entries);
    for (const [standing, expected] of Object.entries({ given, proposed, revoked })) {
      const ofStanding = perForm.filter((total) => total.standing === standing);
      expect(ofStanding.reduce((sum, total) => sum + total.count, 0)).toBe(expected);
    }
    expect(register.years.flatMap(({ entries }) => entries).length).toBe(count);
  });

  it("keeps an award in the year in which it was first told, linked to every article", () => {
    const { register } = buildRegister([
      articleOf(["2021-12-30", decided], 0),
      articleOf(["2022-01-14", decided], 1),
    ]);
    expect(register.years.map(({ year }) => year)).toEqual([2021]);
    const [entry] = register.entries;
    expect(entry?.article.date).toBe("2022-01-14");
    expect(entry?.earlier.map(({ date }) => date)).toEqual(["2021-12-30"]);
  });

  it("keeps the names of those who still have the award apart from those who lost it", () => {
    const { register } = buildRegister([
      articleOf(["2022-01-14", { ...decided, count: 3, recipients: ["A", "B", "C"] }], 0),
      articleOf(["2022-02-01", { ...decided, count: 3 }], 1),
      articleOf(["2022-06-01", { ...decided, recipients: ["B"], status: "thu hồi" }], 2),
    ]);
    const [entry] = register.entries;
    expect(entry?.award.recipients).toEqual(["A", "C"]);
    expect(entry?.withdrawn).toEqual(["B"]);
  });

  it("says when a withdrawal takes off nothing, or more than there is", () => {
    const withdrawal = { ...decided, status: "thu hồi" } as const;
    const { findings } = buildRegister([
      articleOf(["2022-01-14", { ...decided, count: 2 }], 0),
      articleOf(["2022-06-01", { ...withdrawal, count: 3 }, { ...withdrawal, form: "Cờ" }], 1),
      articleOf(["2022-06-01", { status: "thu hồi" }], 2),
    ]);
    expect(findings.map(({ code, path, at }) => `${path} ${at.join(".")} ${code}`)).toEqual([
      "1.md awards.0.count award-withdrawal-too-large",
      "1.md awards.1 award-withdrawal-unknown",
      "2.md awards.0 award-withdrawal-unknown",
    ]);
  });

  it("says when two tellings of one decision disagree, and when two awards look alike", () => {
    const { findings } = buildRegister([
      articleOf(["2022-01-14", { ...decided, count: 11 }, { to: "tập thể" }], 0),
      articleOf(["2022-01-20", { ...decided, count: 12 }, { to: "tập thể" }], 1),
      articleOf(["2023-01-20", { to: "tập thể" }], 2),
    ]);
    expect(findings.map(({ code, path, at }) => `${path} ${at.join(".")} ${code}`)).toEqual([
      "1.md awards.0.count award-decision-differs",
      "1.md awards.1 award-look-alike",
    ]);
  });
});

function articleOf([date, ...awards]: Row[1][number], index: number): Article {
  return {
    path: `${index}.md`,
    url: `/${index}/`,
    date: date as Day,
    awards: awards.map((award) => ({
      form: "Giấy khen",
      status: "đã trao",
      by: "khoi-thu",
      to: "đảng viên",
      recipients: [],
      count: 1,
      ...award,
    })),
  } as unknown as Article;
}
