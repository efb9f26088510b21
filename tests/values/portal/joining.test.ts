import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JoinedAwards, joinAwards } from "../../../src/portal/joined-award.ts";
import { distinctSites } from "../../../src/portal/portal.ts";
import { unitsOver } from "../../../src/portal/portal-unit.ts";
import type { Published } from "../../../src/portal/published.ts";
import type { PublishedAward } from "../../../src/portal/published-rows.ts";
import { toldAwards } from "../../../src/portal/told-award.ts";
import { tallyOf } from "../../../src/registers/award-tally.ts";
import type { Unit } from "../../../src/unit.ts";
import { publishedSite } from "./site-copy.ts";

/** Awards that several sites tell of: which are one, and what is counted. */

const khoi: Unit = {
  id: "khoi",
  name: "Đảng ủy Khối Mẫu",
  aliases: [],
  eras: [{ name: "Đảng ủy Khối Mẫu" }],
  changes: [],
  successors: [],
  offshoots: [],
};

function joined(sites: readonly Published[], listed: readonly Unit[] = [khoi]): JoinedAwards {
  const distinct = distinctSites(sites).sites;
  const units = unitsOver(distinct, listed);
  return joinAwards(distinct.flatMap((site) => toldAwards(site, units)));
}

type Lines = readonly Partial<PublishedAward>[];

const own = "Đảng ủy Khối Mẫu";
const units = [{}];
const many = (count: number): Partial<PublishedAward> => ({
  given: count,
  count,
  count_text: String(count),
});
const rough = (text: string): Partial<PublishedAward> => ({
  given: 0,
  count: null,
  count_text: text,
  is_count_exact: false,
});
const proposed: Partial<PublishedAward> = {
  status: "đề xuất",
  standing: "proposed",
  given: 0,
  proposed: 11,
};
const noNumber = { decision_number: null };
const noDate = { decision_date: null };

/** Site `a` is that of the giver, site `b` is not. */
function ofTwo(a: Lines, b: Lines, listed?: readonly Unit[]): JoinedAwards {
  const sites = [
    publishedSite("a", { awards: a, units }, own),
    publishedSite("b", { awards: b, units }),
  ];
  return joined(sites, listed);
}

describe("two lines of two sites", () => {
  it.each<
    readonly [what: string, a: Lines, b: Lines, given: number, unclear: number, lines: number]
  >([
    ["are one award", [{}], [{}], 11, 0, 1],
    [
      "are one whatever the number looks like",
      [{}],
      [{ decision_number: "12 – QĐ/ĐUK" }],
      11,
      0,
      1,
    ],
    ["are two of two numbers", [{}], [{ decision_number: "13-QĐ/ĐUK" }], 22, 0, 2],
    ["are two of two terms", [{}], [{ decision_date: "2019-03-01" }], 22, 0, 2],
    ["are two of two forms", [{}], [{ form: "Bằng khen" }], 22, 0, 2],
    ["are two of two kinds of recipients", [{}], [{ to: "chi bộ" }], 22, 0, 2],
    ["are two of two ranks", [{ rank: "Nhất" }], [{ rank: "Nhì" }], 22, 0, 2],
    ["are two of two givers", [{}], [{ giver_id: "x", giver_name: "Khác" }], 22, 0, 2],
    ["are one where one names nobody", [{ recipients: ["A"] }], [{}], 11, 0, 1],
    ["are two of other people", [{ recipients: ["A"] }], [{ recipients: ["B"] }], 22, 0, 2],
    ["are one when one gives no day", [{}], [noDate], 11, 0, 1],
    ["are two a year apart", [noDate], [{ ...noDate, article_date: "2019-03-01" }], 22, 0, 2],
    ["are two without a number", [noNumber], [noNumber], 22, 0, 2],
    [
      "are one without a number, of the same people on the same day",
      [{ ...noNumber, ...many(2), recipients: ["An", "Bình"] }],
      [{ ...noNumber, ...many(2), recipients: ["Bình", "An"] }],
      2,
      0,
      1,
    ],
    [
      "are two without a number and a day",
      [{ ...noNumber, ...noDate, ...many(1), recipients: ["An"] }],
      [{ ...noNumber, ...noDate, ...many(1), recipients: ["An"] }],
      2,
      0,
      2,
    ],
    ["count as the giver's site has it", [many(11)], [many(12)], 11, 0, 1],
    ["count exactly where one is rough", [rough("khoảng 10")], [many(11)], 11, 0, 1],
    [
      "count as the giver says where the other cannot mean it",
      [many(11)],
      [rough("khoảng 90")],
      11,
      0,
      1,
    ],
    ["are unclear where both are", [rough("không rõ")], [rough("khoảng 10")], 0, 1, 1],
    ["are given where one only proposed it", [{}], [proposed], 11, 0, 1],
    [
      "are given as many as were, whatever the giver's site had proposed",
      [{ ...proposed, ...many(12), given: 0, proposed: 12 }],
      [many(11)],
      11,
      0,
      1,
    ],
  ])("%s", (_, a, b, given, unclear, lines) => {
    const { entries } = ofTwo(a, b);
    const sum = tallyOf(entries);
    expect([sum.counts.given, sum.unclear.given, entries.length]).toEqual([given, unclear, lines]);
  });

  it("tell where both articles are, that of the giver first", () => {
    const [entry] = ofTwo([{}], [{}]).entries;
    expect(entry!.sources.map(({ url }) => url)).toEqual([
      "https://a.example/2024/03/05/bai/",
      "https://b.example/2024/03/05/bai/",
    ]);
  });

  it("that contradict each other add nothing where neither site is the giver's", () => {
    const sites = ["b", "c"].map((id, at) => publishedSite(id, { awards: [many(11 + at)], units }));
    const { entries } = joined(sites);
    expect(tallyOf(entries)).toMatchObject({ counts: { given: 0 }, unclear: { given: 1 } });
    expect(entries[0]!.doubt).toEqual({ kind: "differs", isCounted: false });
  });

  it("that contradict each other add nothing where both sites are the giver's", () => {
    const sites = ["b", "c"].map((id, at) =>
      publishedSite(id, { awards: [many(11 + at)], units }, own),
    );
    const { entries } = joined(sites);
    expect(tallyOf(entries)).toMatchObject({ counts: { given: 0 }, unclear: { given: 1 } });
    expect(entries[0]!.doubt).toEqual({ kind: "differs", isCounted: false });
  });

  it("that nobody can match count as the giver's site has them", () => {
    const { entries } = ofTwo([many(3), many(4)], [many(5), many(6)]);
    expect(tallyOf(entries).counts.given).toBe(7);
    expect(entries.map(({ doubt }) => doubt?.kind)).toEqual(["mixed", "mixed"]);
  });

  it("are matched by what they say where a decision has several", () => {
    const { entries } = ofTwo([many(3), many(4)], [many(4), many(3)]);
    expect(entries.map(({ counts, sources }) => [counts.given, sources.length])).toEqual([
      [3, 2],
      [4, 2],
    ]);
  });

  it.each([
    ["number and day", [{}], 1],
    ["no day", [noDate], 2],
    ["a number that is a figure alone", [{ decision_number: "12" }], 2],
  ] as const)("of a giver known by name alone, with %s", (_, lines, count) => {
    const b = lines.map((line) => ({ ...line, giver_id: "dang-uy-khoi" }));
    expect(ofTwo(lines, b, []).entries).toHaveLength(count);
  });
});

it("what could not be compared is counted, and what looks alike is listed", () => {
  const { unnumbered, alike, told } = ofTwo([noNumber, {}], [noNumber]);
  expect([unnumbered, alike.length, told]).toEqual([2, 1, 3]);
});

it("a proposal is never counted as given, nor a withdrawal", () => {
  const revoked: Partial<PublishedAward> = { standing: "revoked", status: "thu hồi", given: 0 };
  const { counts } = tallyOf(
    ofTwo([proposed, { ...revoked, revoked: 11, decision_number: "9-QĐ/ĐUK" }], []).entries,
  );
  expect(counts).toEqual({ given: 0, proposed: 11, revoked: 11 });
});

describe("the totals of a portal", () => {
  const line = fc.record({
    decision_number: fc.constantFrom("12-QĐ/ĐUK", "13-QĐ/ĐUK", null),
    decision_date: fc.constantFrom("2024-03-01", "2024-03-02", null),
    article_date: fc.constantFrom("2024-03-05", "2024-04-01", "2022-03-05"),
    giver_id: fc.constantFrom("khoi", "khac"),
    to: fc.constantFrom("đảng viên", "chi bộ"),
    recipients: fc.subarray(["An", "Bình", "Cúc"]),
    number: fc.constantFrom(1, 2, 3),
    isRough: fc.boolean(),
  });
  type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;
  const rowOf = ({ number, isRough, ...row }: Line): Partial<PublishedAward> => ({
    ...row,
    ...(isRough ? rough(`khoảng ${number}`) : many(number)),
  });
  const sites = fc
    .array(fc.tuple(fc.array(line, { maxLength: 5 }), fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.map(([lines, isOwner], at) =>
        publishedSite(`s${at}`, { awards: lines.map(rowOf), units }, isOwner ? own : undefined),
      ),
    );
  const totals = (some: readonly Published[]) => {
    const { entries, unnumbered } = joined(some);
    return { sum: tallyOf(entries), lines: entries.length, unnumbered };
  };

  it("are the same in any order of the sites", () => {
    fc.assert(
      fc.property(
        sites.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(totals(shuffled)).toEqual(totals(all));
        },
      ),
    );
  });

  it("are the same when a site is there twice", () => {
    fc.assert(
      fc.property(sites, (all) => {
        const again = all.map((one) => ({ ...one, site: { ...one.site, id: `${one.site.id}-2` } }));
        expect(totals([...all, ...again])).toEqual(totals(all));
      }),
    );
  });

  it("of one site are those of its own register", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const rows = lines.map(rowOf);
        const { sum } = totals([publishedSite("a", { awards: rows, units })]);
        const exact = rows.filter(({ count }) => count !== null);
        expect(sum.counts.given).toBe(exact.reduce((all, { given }) => all + given!, 0));
        expect(sum.unclear.given).toBe(rows.length - exact.length);
      }),
    );
  });

  it("are never more than the sites say together", () => {
    fc.assert(
      fc.property(sites, (all) => {
        const each = all.map((one) => totals([one]).sum.counts.given);
        const most = each.reduce((sum, one) => sum + one, 0);
        expect(totals(all).sum.counts.given).toBeLessThanOrEqual(most);
      }),
    );
  });
});
