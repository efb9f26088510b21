import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/article.ts";
import type { Award, AwardCount } from "../../../src/award.ts";
import type { ByName } from "../../../src/by-name.ts";
import type { Day } from "../../../src/day.ts";
import { indexPeople } from "../../../src/people.ts";
import type { Draft } from "../../../src/registers/award-accounts.ts";
import { ownNames } from "../../../src/registers/award-recipient.ts";
import { countsOf, type Standing, tallyOf } from "../../../src/registers/award-tally.ts";
import { buildRegister, namesWithdrawn, totalsOf } from "../../../src/registers/awards.ts";

/** An award as a row tells of it: a number stands for itself. */
type Told = Partial<Omit<Award, "count">> & { readonly count?: number | AwardCount };

/** What articles tell, oldest first, and what the register makes of it. */
type Row = readonly [
  name: string,
  told: readonly (readonly [day: string, ...awards: Told[]])[],
  given: number,
  proposed: number,
  revoked: number,
  entries: number,
];

const decided = { decision: { number: "25-QĐ/ĐUK", date: "2022-01-10" as Day } };
const onDay = { decision: { date: "2022-01-10" as Day } };
const withdrawn = { status: "thu hồi" } as const;
const about30: AwardCount = { value: 30, bound: "khoảng" };
const prize = { ...decided, form: "Giải" } as const;
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
    "a withdrawal from one who was named before, and from another",
    [
      ["2022-01-14", { ...decided, count: 3, recipients: ["A", "B", "C"] }],
      ["2022-06-01", { ...decided, count: 1, recipients: ["B"], status: "thu hồi" }],
      ["2022-06-08", { ...decided, count: 2, recipients: ["B", "C"], status: "thu hồi" }],
    ],
    1,
    0,
    2,
    1,
  ],
  [
    "names that differ by a mark only are two people",
    [
      ["2022-01-14", { ...decided, count: 2, recipients: ["Hùng", "Hưng"] }],
      ["2022-06-01", { ...decided, count: 1, recipients: ["Hưng"], status: "thu hồi" }],
      ["2022-07-01", { ...decided, count: 1, recipients: ["Hùng"], status: "thu hồi" }],
    ],
    0,
    0,
    2,
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
    "one decision with prizes of two ranks, told twice",
    [
      ["2022-01-14", { ...prize, rank: "Nhất" }, { ...prize, rank: "Nhì", count: 2 }],
      ["2022-02-01", { ...prize, rank: "Nhì", count: 2 }, { ...prize, rank: "Nhất" }],
    ],
    3,
    0,
    0,
    2,
  ],
  [
    "one decision with badges of two ranges of steps",
    [
      [
        "2022-01-14",
        { ...decided, step: { from: 30, to: 45 }, count: 9 },
        { ...decided, step: { from: 50, to: 75 }, count: 4 },
      ],
    ],
    13,
    0,
    0,
    2,
  ],
  [
    "one decision with two awards that have names of their own",
    [
      ["2022-01-14", { ...decided, name: "Lao động tiên tiến", count: 5 }],
      ["2022-02-01", { ...decided, name: "Chiến sĩ thi đua", count: 5 }],
    ],
    10,
    0,
    0,
    2,
  ],
  [
    "one award, whose occasion only the first article has",
    [
      ["2022-01-14", { ...decided, occasion: "đợt 3/2", count: 5 }],
      ["2022-02-01", { ...decided, count: 5 }],
    ],
    5,
    0,
    0,
    1,
  ],
  [
    "one decision on two occasions",
    [
      ["2022-01-14", { ...decided, occasion: "đợt 3/2" }],
      ["2022-02-01", { ...decided, occasion: "Đợt 19/5" }],
    ],
    2,
    0,
    0,
    2,
  ],
  [
    "a line for the living and one for the dead, in another order",
    [
      ["2022-01-14", { ...decided, posthumous: true }, decided],
      ["2022-02-01", decided, { ...decided, posthumous: true }],
    ],
    2,
    0,
    0,
    2,
  ],
  ["nothing, and says so", [["2022-01-14", { count: 0 }]], 0, 0, 0, 1],
  [
    "no number that is not exact",
    [["2022-01-14", { count: about30 }, { count: "không rõ" }, { count: 4 }]],
    4,
    0,
    0,
    3,
  ],
  [
    "the number that a later article knows exactly",
    [
      ["2022-01-14", { ...decided, count: about30 }],
      ["2022-02-01", { ...decided, count: 31 }],
    ],
    31,
    0,
    0,
    1,
  ],
  [
    "the number that a later article no longer knows exactly",
    [
      ["2022-01-14", { ...decided, count: 31 }],
      ["2022-02-01", { ...decided, count: about30 }],
      ["2022-03-01", { ...decided, count: "không rõ" }],
    ],
    31,
    0,
    0,
    1,
  ],
  [
    "a withdrawal of one from a number that is not exact",
    [
      ["2022-01-14", { ...decided, count: about30 }],
      ["2022-06-01", { ...decided, count: 1, status: "thu hồi" }],
    ],
    0,
    0,
    1,
    1,
  ],
  [
    "a withdrawal without a number",
    [
      ["2022-01-14", { ...decided, count: 11 }],
      ["2022-06-01", { ...decided, count: "không rõ", status: "thu hồi" }],
    ],
    0,
    0,
    0,
    1,
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
      const sum = perForm.reduce((sum, { counts }) => sum + counts[standing as Standing], 0);
      expect(sum).toBe(expected);
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

  it("adds up by form and kind of recipient, however that is spelt", () => {
    const { register } = buildRegister([
      articleOf(["2022-01-14", { count: 3, to: "Đảng viên" }, { count: 2, form: "Cờ" }], 0),
      articleOf(["2022-06-01", { count: 4, to: "đảng viên", status: "đề xuất" }], 1),
    ]);
    const unclear = { given: 0, proposed: 0, revoked: 0 };
    expect(totalsOf(register.entries)).toEqual([
      {
        form: "Giấy khen",
        to: "Đảng viên",
        counts: { given: 3, proposed: 4, revoked: 0 },
        unclear,
      },
      { form: "Cờ", to: "đảng viên", counts: { given: 2, proposed: 0, revoked: 0 }, unclear },
    ]);
  });

  it.each<readonly [what: string, told: Row[1], given: number, left: string[], gone: string[]]>([
    [
      "an id, then the name",
      [
        ["2022-01-14", { ...decided, recipients: ["chi-a"] }],
        ["2022-02-01", { ...decided, recipients: ["A"] }],
      ],
      1,
      ["chi-a"],
      [],
    ],
    [
      "another name, then the id",
      [
        ["2022-01-14", { ...decided, recipients: ["A B", "B"], count: 2 }],
        ["2022-02-01", { ...decided, recipients: ["B", "chi-a"], count: 2 }],
      ],
      2,
      ["B", "chi-a"],
      [],
    ],
    [
      "an id, then the withdrawal by name, told twice",
      [
        ["2022-01-14", { ...decided, recipients: ["chi-a", "B"], count: 2 }],
        ["2022-06-01", { ...decided, ...withdrawn, recipients: ["A"] }],
        ["2022-06-02", { ...decided, ...withdrawn, recipients: ["chi-a"] }],
      ],
      1,
      ["B"],
      ["chi-a"],
    ],
    [
      "a name, then the withdrawal by id",
      [
        ["2022-01-14", { ...decided, recipients: ["A", "B"], count: 2 }],
        ["2022-06-01", { ...decided, ...withdrawn, recipients: ["chi-a"] }],
      ],
      1,
      ["B"],
      ["chi-a"],
    ],
    [
      "a name that two office holders have",
      [
        ["2022-01-14", { ...decided, recipients: ["chi-c"] }],
        ["2022-02-01", { ...decided, recipients: ["C"] }],
      ],
      2,
      ["chi-c", "C"],
      [],
    ],
  ])("knows an office holder by id and by name: %s", (_what, told, given, left, gone) => {
    const { entries } = buildRegister(told.map(articleOf), { namesOfId }).register;
    expect(countsOf(entries).given).toBe(given);
    expect(entries.flatMap(({ award }) => award.recipients)).toEqual(left);
    expect(entries.flatMap(namesWithdrawn)).toEqual(gone);
  });

  it("keeps the names of those who still have the award apart from those who lost it", () => {
    const { register } = buildRegister([
      articleOf(["2022-01-14", { ...decided, count: 3, recipients: ["A", "B", "C"] }], 0),
      articleOf(["2022-02-01", { ...decided, count: 3 }], 1),
      articleOf(["2022-06-01", { ...decided, recipients: ["B"], status: "thu hồi" }], 2),
    ]);
    const [entry] = register.entries;
    expect(entry?.award.recipients).toEqual(["A", "C"]);
    expect(entry && namesWithdrawn(entry)).toEqual(["B"]);
  });

  /** Pairs of awards in two articles, some days apart, and what is reported of the second. */
  const doubts: readonly (readonly [
    name: string,
    first: Told,
    second: Told,
    days: number,
    code: string | undefined,
  ])[] = [
    [
      "other counts by one decision",
      decided,
      { ...decided, count: 2 },
      9,
      "award-decision-differs",
    ],
    ["the same without a decision", {}, {}, 9, "award-look-alike"],
    ["the same in another month", {}, {}, 40, undefined],
    ["the decision in one only", decided, {}, 9, "award-look-alike"],
    ["the decision in the other only", {}, decided, 9, "award-look-alike"],
    ["announced, then given", { status: "công bố quyết định" }, {}, 9, "award-look-alike"],
    ["proposed, then given", { status: "đề xuất" }, {}, 9, undefined],
    ["another occasion", { occasion: "đợt 3/2" }, { occasion: "đợt 19/5" }, 9, undefined],
    ["an occasion in one only", { occasion: "đợt 3/2" }, {}, 9, "award-look-alike"],
    ["another rank", { rank: "Nhất" }, { rank: "Nhì" }, 9, undefined],
    ["another name", { name: "A" }, { name: "B" }, 9, undefined],
    ["one of them for the dead", { posthumous: true }, {}, 9, undefined],
    [
      "numbers that nobody knows",
      { count: "không rõ" },
      { count: "không rõ" },
      9,
      "award-look-alike",
    ],
    [
      "a rough number that fits",
      { ...decided, count: about30 },
      { ...decided, count: 31 },
      9,
      undefined,
    ],
    [
      "a rough number that does not fit",
      { ...decided, count: about30 },
      { ...decided, count: 51 },
      9,
      "award-decision-differs",
    ],
    [
      "withdrawn from a number that nobody knows",
      { ...decided, count: "không rõ" },
      { ...decided, ...withdrawn, count: 9 },
      9,
      undefined,
    ],
    ["another reason", { for: "thành tích 2021" }, { for: "dân vận khéo" }, 9, undefined],
    ["a reason in one only", { for: "thành tích 2021" }, {}, 9, "award-look-alike"],
    ["other people", { recipients: ["A"] }, { recipients: ["B"] }, 9, undefined],
    ["the same date of decision", onDay, onDay, 40, "award-look-alike"],
    ["another date of decision", onDay, { decision: { date: "2022-01-11" as Day } }, 9, undefined],
    ["another kind of recipient", decided, { ...decided, to: "tập thể" }, 9, "award-same-decision"],
    ["another kind, without a decision", {}, { to: "tập thể" }, 9, undefined],
    ["a part withdrawn", { ...decided, count: 3 }, { ...decided, ...withdrawn }, 9, undefined],
    [
      "more withdrawn than given",
      decided,
      { ...decided, ...withdrawn, count: 2 },
      9,
      "award-withdrawal-too-large",
    ],
    [
      "withdrawn from somebody else",
      { ...decided, recipients: ["A"] },
      { ...decided, ...withdrawn, recipients: ["B"] },
      9,
      "award-withdrawal-unknown",
    ],
    ["withdrawn without a decision", {}, withdrawn, 9, "award-withdrawal-unknown"],
  ];

  it.each(doubts)(
    "reports of two awards in two articles: %s",
    (_name, first, second, days, code) => {
      const later = new Date(Date.UTC(2022, 0, 14 + days)).toISOString().slice(0, 10);
      const { findings } = buildRegister([
        articleOf(["2022-01-14", first], 0),
        articleOf([later, second], 1),
      ]);
      expect(findings.map((found) => `${found.path} ${found.code}`)).toEqual(
        code === undefined ? [] : [`1.md ${code}`],
      );
    },
  );

  it("reports a second withdrawal without names, which may be the first told again", () => {
    const { findings } = buildRegister([
      articleOf(["2022-01-14", { ...decided, count: 3 }], 0),
      articleOf(["2022-06-01", { ...decided, ...withdrawn }], 1),
      articleOf(["2022-06-08", { ...decided, ...withdrawn }], 2),
    ]);
    expect(findings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "2.md award-withdrawal-again",
    ]);
  });

  const by41 = { ...withdrawn, revocation: { number: "41-QĐ/ĐUK" } };
  const by55 = { ...withdrawn, revocation: { number: "55-QĐ/ĐUK" } };

  it.each<
    readonly [
      what: string,
      first: Told,
      second: Told,
      withdrawals: readonly (readonly [number: string | undefined, count: number, names: string])[],
      codes: readonly string[],
    ]
  >([
    [
      "by two decisions",
      { ...by41, count: 2 },
      { ...by55, count: 3 },
      [
        ["41-QĐ/ĐUK", 2, ""],
        ["55-QĐ/ĐUK", 3, ""],
      ],
      [],
    ],
    [
      "by one decision, told again",
      { ...by41, count: 2 },
      { ...by41, count: 2 },
      [["41-QĐ/ĐUK", 4, ""]],
      ["award-withdrawal-again"],
    ],
    [
      "by a decision that one article does not name",
      { ...withdrawn, count: 2 },
      { ...by55, count: 3 },
      [
        [undefined, 2, ""],
        ["55-QĐ/ĐUK", 3, ""],
      ],
      ["award-withdrawal-again"],
    ],
    [
      "from one whom both articles name",
      { ...withdrawn, recipients: ["A"] },
      { ...by41, recipients: ["A", "B"], count: 2 },
      [["41-QĐ/ĐUK", 2, "A, B"]],
      [],
    ],
    [
      "from some whom an earlier article names, by another decision",
      { ...by41, recipients: ["A"] },
      { ...by55, recipients: ["A", "B"], count: 2 },
      [
        ["41-QĐ/ĐUK", 1, "A"],
        ["55-QĐ/ĐUK", 1, "B"],
      ],
      [],
    ],
    [
      "more by the second than was left",
      { ...by41, count: 9 },
      { ...by55, count: 3 },
      [
        ["41-QĐ/ĐUK", 9, ""],
        ["55-QĐ/ĐUK", 1, ""],
      ],
      ["award-withdrawal-too-large"],
    ],
  ])("keeps what each decision withdrew: %s", (_what, first, second, withdrawals, codes) => {
    const { register, findings } = buildRegister([
      articleOf(["2022-01-14", { ...decided, count: 10 }], 0),
      articleOf(["2022-06-01", { ...decided, ...first }], 1),
      articleOf(["2022-07-01", { ...decided, ...second }], 2),
    ]);
    const [entry] = register.entries;
    expect(
      entry?.withdrawals.map(({ revocation, count, names }) => [
        revocation?.number,
        count,
        names.join(", "),
      ]),
    ).toEqual(withdrawals);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  it("counts what has no exact number beside the sums", () => {
    const { register } = buildRegister([
      articleOf(["2022-01-14", { count: about30 }, { count: "không rõ", status: "đề xuất" }], 0),
      articleOf(["2022-03-14", { ...decided, count: 5 }], 1),
      articleOf(["2022-06-01", { ...decided, ...withdrawn, count: "không rõ" }], 2),
    ]);
    expect(tallyOf(register.entries)).toEqual({
      counts: { given: 0, proposed: 0, revoked: 0 },
      unclear: { given: 2, proposed: 1, revoked: 1 },
    });
  });

  it("keeps who handed an award over, and by which decision a part was withdrawn", () => {
    const revocation = { number: "60-QĐ/ĐUK" };
    const { register } = buildRegister([
      articleOf(["2022-01-14", { ...decided, count: 3, presentedBy: ["Người Trao"] }], 0),
      articleOf(["2022-02-01", { ...decided, count: 3 }], 1),
      articleOf(["2022-06-01", { ...decided, ...withdrawn, revocation }], 2),
    ]);
    expect(register.entries[0]?.award).toMatchObject({
      status: "đã trao",
      presentedBy: ["Người Trao"],
    });
    expect(register.entries[0]?.withdrawals).toMatchObject([{ revocation, count: 1 }]);
  });

  it("lists an award under its form, and under the last year of its merit", () => {
    const { register } = buildRegister([
      articleOf(["2022-01-14", { years: { from: 2017, to: 2021 } }, { form: "Cờ" }], 0),
      articleOf(["2022-06-01", { years: { from: 2020, to: 2020 } }], 1),
    ]);
    expect(register.meritYears.map(({ year, entries }) => [year, entries.length])).toEqual([
      [2020, 1],
      [2021, 1],
    ]);
    expect(register.byForm.get("Giấy khen")?.length).toBe(2);
    expect(register.byForm.get("Cờ")?.length).toBe(1);
  });

  it("adds up what is not withdrawn and told once, as anyone would", () => {
    fc.assert(
      fc.property(singleAwards, (awards) => {
        const { register } = buildRegister([articleOf(["2022-01-14", ...awards], 0)]);
        const naive = { given: 0, proposed: 0, revoked: 0 };
        for (const { count = 1, status } of awards) {
          if (typeof count === "number")
            naive[status === "đề xuất" ? "proposed" : "given"] += count;
        }
        expect(countsOf(register.entries)).toEqual(naive);
      }),
    );
  });

  it("comes to the same sums without the lines that have no exact number", () => {
    fc.assert(
      fc.property(singleAwards, (awards) => {
        const exact = awards.filter(
          ({ count }) => typeof count !== "object" && count !== "không rõ",
        );
        const sums = [awards, exact].map((own) =>
          countsOf(buildRegister([articleOf(["2022-01-14", ...own], 0)]).register.entries),
        );
        expect(sums[0]).toEqual(sums[1]);
      }),
    );
  });

  it("comes to the same however the awards of a day are split among articles", () => {
    fc.assert(
      fc.property(singleAwards, fc.array(fc.nat(3)), (awards, places) => {
        const parts = Map.groupBy(awards, (award) => places[awards.indexOf(award)] ?? 0);
        const together = buildRegister([articleOf(["2022-01-14", ...awards], 0)]).register;
        const apart = buildRegister(
          [...parts.values()].map((own, at) => articleOf(["2022-01-14", ...own], at)),
        ).register;
        expect(tallyOf(apart.entries)).toEqual(tallyOf(together.entries));
        const named = ({ entries }: typeof apart) =>
          entries.map(({ award }) => JSON.stringify(award)).toSorted();
        expect(named(apart)).toEqual(named(together));
      }),
    );
  });

  it("finds the same by its index as by comparing each award with each", () => {
    fc.assert(
      fc.property(smallYears, (told) => {
        const articles = told.map(articleOf);
        const { register, findings } = buildRegister(articles, { namesOfId });
        const plain = buildRegister(articles, { namesOfId, newIndex: plainList });
        expect(register.entries).toEqual(plain.register.entries);
        expect(findings).toEqual(plain.findings);
      }),
      { numRuns: 500 },
    );
  });
});

/** Two office holders; a name that is also that of another is not their own. */
const namesOfId = ownNames(
  indexPeople([
    { id: "chi-a", name: "A", aliases: ["A B"], posts: [] },
    { id: "anh-c", name: "C", aliases: [], posts: [] },
    { id: "chi-c", name: "C", aliases: [], posts: [] },
  ]),
);

/** An index that does not sort out anything. */
function plainList(): ByName<Draft> {
  const all: Draft[] = [];
  return {
    add: (draft) => void (all.includes(draft) || all.push(draft)),
    listsFor: () => [all],
  };
}

const anyAward: fc.Arbitrary<Told> = fc.record(
  {
    status: fc.constantFrom("đã trao", "thu hồi", "đề xuất"),
    to: fc.constantFrom("đảng viên", "tập thể"),
    recipients: fc.subarray(["A", "B", "C", "D", "chi-a"]),
    count: fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom<AwardCount>(about30, "không rõ"),
    ),
    occasion: fc.constantFrom("đợt 3/2", "đợt 19/5"),
    rank: fc.constantFrom("Nhất", "Nhì"),
    decision: fc.constantFrom(
      decided.decision,
      undated.decision,
      { number: "25-QĐ/ĐUK", date: "2022-02-10" as Day },
      onDay.decision,
    ),
  },
  { requiredKeys: [] },
);

/** Awards that are told once: each has a decision of its own. */
const singleAwards: fc.Arbitrary<readonly Told[]> = fc
  .array(
    fc.record(
      {
        status: fc.constantFrom("đã trao", "đề xuất"),
        form: fc.constantFrom("Giấy khen", "Giải"),
        rank: fc.constantFrom("Nhất", "Nhì"),
        occasion: fc.constantFrom("đợt 3/2", "đợt 19/5"),
        count: fc.oneof(
          fc.nat(2_000),
          fc.constantFrom<AwardCount>(about30, "không rõ", { value: 30, to: 35 }),
        ),
      },
      { requiredKeys: ["count"] },
    ),
    { maxLength: 12 },
  )
  .map((awards) =>
    awards.map((award, at) => ({ ...award, decision: { number: `${at + 1}-QĐ/ĐUK` } }) as Told),
  );

/** Some articles, oldest first, of which many tell of the same awards. */
const smallYears: fc.Arbitrary<readonly Row[1][number][]> = fc
  .array(fc.tuple(fc.constantFrom(0, 9, 20, 200, 400), fc.array(anyAward, { maxLength: 4 })), {
    maxLength: 7,
  })
  .map((articles) => {
    let day = Date.UTC(2022, 0, 1);
    return articles.map(([gap, awards]) => {
      day += gap * 86_400_000;
      return [new Date(day).toISOString().slice(0, 10), ...awards] as const;
    });
  });

function articleOf([date, ...awards]: Row[1][number], index: number): Article {
  return {
    path: `${index}.md`,
    url: `/${index}/`,
    date: date as Day,
    awards: awards.map(({ count = 1, ...award }) => ({
      form: "Giấy khen",
      status: "đã trao",
      by: "khoi-thu",
      to: "đảng viên",
      recipients: [],
      presentedBy: [],
      ...award,
      count: typeof count === "number" ? { value: count } : count,
    })),
  } as unknown as Article;
}
