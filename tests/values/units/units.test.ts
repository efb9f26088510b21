import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, parseDay } from "../../../src/day.ts";
import { existsOn, hasEnded, type Unit, unitAsOf, unitOn } from "../../../src/unit.ts";
import { newTimeline, type TreeNode, treesThrough } from "../../../src/unit-events.ts";
import { presentHeirs, type UnitIndex, unitsAbove } from "../../../src/unit-index.ts";
import { readUnits } from "../../../src/units.ts";
import { heirOf, newOrder, provinceId, unitsOf2025 } from "./year-2025.ts";

const day = (text: string): Day => parseDay(text)!;

function read(text: string): UnitIndex {
  const { value, problems } = readUnits({ path: "units.yaml", text });
  expect(problems).toEqual([]);
  return value;
}

function codes(text: string): string[] {
  return readUnits({ path: "units.yaml", text }).problems.map(({ code }) => code);
}

describe("a unit through time", () => {
  const { byId, find } = read(`
- id: tinh
  name: Tỉnh mẫu
- id: a
  name: [{ value: Chi bộ A }, { value: Đảng bộ A, from: 2020-05 }]
  short: [{ value: A }, { from: 2022 }]
  kind: [{ value: chi bộ }, { value: đảng bộ cơ sở, from: 2020-05-01 }]
  parent: [{}, { value: tinh, from: 2021-01-01 }, { from: 2023-02-03 }]
  valid_from: 2010
  changes:
    - { kind: kết thúc, date: 2024-01-01, into: b }
- id: b
  name: Chi bộ A
  changes: [{ kind: hợp nhất, date: 2024-01-01, from: [a, c], decision: 12-QĐ/TM }]
- id: c
  name: Chi bộ C
- { id: bao, name: Báo mẫu, outside: true }
`);

  it.each([
    ["2009-12-31", "Chi bộ A", "A", "chi bộ", undefined],
    ["2020-04-30", "Chi bộ A", "A", "chi bộ", undefined],
    ["2020-05-01", "Đảng bộ A", "A", "đảng bộ cơ sở", undefined],
    ["2021-12-31", "Đảng bộ A", "A", "đảng bộ cơ sở", "tinh"],
    ["2022-01-01", "Đảng bộ A", undefined, "đảng bộ cơ sở", "tinh"],
    ["2023-02-03", "Đảng bộ A", undefined, "đảng bộ cơ sở", undefined],
  ])("has the facts of %s", (on, ...facts) => {
    const { name, short, kind, parent } = unitOn(byId.get("a")!, day(on));
    expect([name, short, kind, parent]).toEqual(facts);
  });

  it("ends and begins by changes that are written once", () => {
    const { validTo, successors, name } = byId.get("a")!;
    expect([validTo, successors, name]).toEqual(["2023-12-31", ["b"], "Đảng bộ A"]);
    expect(byId.get("b")!.validFrom).toBe("2024-01-01");
    expect(byId.get("c")).toMatchObject({ validTo: "2023-12-31", successors: ["b"] });
  });

  it.each([
    ["Chi bộ A", "2015-01-01", "a"],
    ["chi bo a", "2024-01-01", "b"],
    // Nobody had the name: the one that has it now is meant.
    ["Chi bộ A", "2021-01-01", "b"],
    ["Chi bộ A", undefined, "b"],
    ["Đảng bộ A", undefined, "a"],
    ["Báo mẫu", "1990-01-01", "bao"],
  ])("“%s” on %s is %s", (name, on, id) => {
    expect(find(name, on === undefined ? undefined : day(on))?.id).toBe(id);
  });

  it("has a name of another unit at another time without a warning", () => {
    expect(
      codes("- { id: a, name: X, valid_to: 2020 }\n- { id: b, name: X, valid_from: 2021 }"),
    ).toEqual([]);
    expect(
      codes("- { id: a, name: X, valid_to: 2020 }\n- { id: b, name: X, valid_from: 2020 }"),
    ).toEqual(["unit-name-twice"]);
  });

  it("tells each event once on each page that it concerns", () => {
    const eventsOf = newTimeline([...byId.values()]);
    const told = (id: string) => eventsOf(byId.get(id)!).map(({ kind, date }) => `${date} ${kind}`);
    expect(told("a")).toEqual([
      "2010 thành lập",
      "2020-05-01 đổi tên",
      "2021-01-01 chuyển về",
      "2022 đổi tên",
      "2023-02-03 chuyển về",
      "2024-01-01 kết thúc",
    ]);
    expect(told("b")).toEqual(["2024-01-01 hợp nhất"]);
    expect(told("c")).toEqual(["2024-01-01 hợp nhất"]);
  });
});

describe("the changes of 2025", () => {
  const { units, byId } = read(unitsOf2025());
  const after = day(newOrder);
  const living = (on: Day, prefix: RegExp) =>
    units.filter((unit) => prefix.test(unit.id) && existsOn(unit, on));
  const tinh = /^tinh-\d+$/u;

  it("make 34 provinces of 63, and end districts and blocs", () => {
    const before = addDays(after, -1);
    expect(living(before, tinh)).toHaveLength(63);
    expect(living(after, tinh)).toHaveLength(34);
    expect(living(before, /^huyen-/u)).toHaveLength(63);
    expect(living(after, /^huyen-/u)).toHaveLength(0);
    expect(living(day("2025-02-28"), /^khoi-/u)).toHaveLength(126);
    expect(living(day("2025-03-01"), /^khoi-/u)).toHaveLength(0);
    expect(living(after, /^uy-ban-/u)).toHaveLength(34);
  });

  it("say what a province was called, and what it is now", () => {
    const first = byId.get(provinceId(1))!;
    expect(unitOn(first, day("2025-06-30")).name).toBe("Đảng bộ tỉnh mẫu 1");
    expect(unitOn(first, after).name).toBe("Đảng bộ thành phố mẫu 1");
    const [merged] = [...heirOf].find(([from, to]) => from !== to && to === 1)!;
    const isEnded = (unit: Unit) => hasEnded(unit, after);
    const heirs = presentHeirs(byId.get(provinceId(merged))!, byId, isEnded);
    expect(heirs.map(({ name }) => name)).toEqual(["Đảng bộ thành phố mẫu 1"]);
    // A bloc of a province that was merged away has ended twice over.
    const ofBloc = presentHeirs(byId.get(`khoi-co-quan-${merged}`)!, byId, isEnded);
    expect(ofBloc.map(({ id }) => id)).toEqual(["cac-co-quan-dang-1", "uy-ban-1"]);
  });

  it("put communes below their new province on the day itself", () => {
    const [merged] = [...heirOf].find(([from, to]) => from !== to)!;
    const above = (on: Day) => unitsAbove(`xa-${merged}`, byId, on).map(({ id }) => id);
    expect(above(addDays(after, -1))).toEqual([`huyen-${merged}`, `tinh-${merged}`, "trung-uong"]);
    expect(above(after)).toEqual([provinceId(heirOf.get(merged)!), "trung-uong"]);
  });

  it("show the tree of both days", () => {
    const days = [...treesThrough(units, day("2025-12-31"))];
    expect(days.map((one) => one.day)).toEqual(["2025-03-01", newOrder]);
    const [trungUong] = days[1]!.tops;
    expect(trungUong!.unit.id).toBe("trung-uong");
    expect(trungUong!.children.filter(({ unit }) => tinh.test(unit.id))).toHaveLength(34);
  });
});

/** Units whose parents come before them in the list, so that there is no circle at any time. */
const someUnits = fc
  .array(
    fc.record({
      begins: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      lasts: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      steps: fc.array(
        fc.record({
          after: fc.integer({ min: 1, max: 15 }),
          name: fc.integer({ min: 0, max: 3 }),
          parent: fc.option(fc.nat(100), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((units) =>
    units.map((unit, at) => {
      let on = unit.begins ?? 0;
      const steps = unit.steps.map((step, n) => {
        on += n === 0 ? 0 : step.after;
        return {
          ...step,
          on,
          parent: at === 0 || step.parent === undefined ? undefined : step.parent % at,
        };
      });
      const ends = unit.lasts === undefined ? undefined : on + unit.lasts;
      return { ...unit, at, steps, ends };
    }),
  );
type Made = typeof someUnits extends fc.Arbitrary<infer Value> ? Value : never;

const start = day("2020-01-01");
const dayOf = (number: number) => addDays(start, number);

function yamlOf(units: Made): string {
  return units
    .map(({ at, begins, ends, steps }) => {
      const list = (value: (step: Made[number]["steps"][number]) => string | undefined) =>
        steps
          .map((step, n) => {
            const known = value(step);
            const parts = [
              ...(known === undefined ? [] : [`value: ${known}`]),
              ...(n === 0 ? [] : [`from: ${dayOf(step.on)}`]),
            ];
            return `{ ${parts.join(", ")} }`;
          })
          .join(", ");
      return [
        `- id: u${at}`,
        `  name: [${list(({ name }) => `Tên ${at} ${name}`)}]`,
        `  parent: [${list(({ parent }) => (parent === undefined ? undefined : `u${parent}`))}]`,
        ...(begins === undefined ? [] : [`  valid_from: ${dayOf(begins)}`]),
        ...(ends === undefined ? [] : [`  valid_to: ${dayOf(ends)}`]),
      ].join("\n");
    })
    .join("\n");
}

describe("any units", () => {
  const probes = Array.from({ length: 110 }, (_, number) => number - 2);

  it("have on each day the facts that a plain search finds", () => {
    fc.assert(
      fc.property(someUnits, (made) => {
        const { byId } = readUnits({ path: "units.yaml", text: yamlOf(made) }).value;
        for (const { at, steps } of made) {
          for (const number of probes) {
            const step = steps.filter((one, n) => n === 0 || one.on <= number).at(-1)!;
            const { name, parent } = unitOn(byId.get(`u${at}`)!, dayOf(number));
            expect([name, parent]).toEqual([
              `Tên ${at} ${step.name}`,
              step.parent === undefined ? undefined : `u${step.parent}`,
            ]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("stand in the tree of each day once, below the parent of that day", () => {
    fc.assert(
      fc.property(someUnits, (made) => {
        const { units } = readUnits({ path: "units.yaml", text: yamlOf(made) }).value;
        for (const { day: on, tops } of treesThrough(units, dayOf(200))) {
          const alive = new Set(units.filter((unit) => existsOn(unit, on)).map(({ id }) => id));
          const expected = units
            .filter(({ id }) => alive.has(id))
            .map((unit) => {
              const { parent } = unitOn(unit, on);
              return `${unit.id} < ${parent !== undefined && alive.has(parent) ? parent : ""}`;
            });
          const found: string[] = [];
          const walk = (nodes: readonly TreeNode[], parent: string) => {
            for (const { unit, children } of nodes) {
              found.push(`${unit.id} < ${parent}`);
              walk(children, unit.id);
            }
          };
          walk(tops, "");
          expect(found.sort()).toEqual(expected.sort());
        }
      }),
      { numRuns: 40 },
    );
  });

  it("have the facts of now as their own, and never a circle above them", () => {
    fc.assert(
      fc.property(someUnits, fc.nat(110), (made, number) => {
        const { units, byId } = readUnits({ path: "units.yaml", text: yamlOf(made) }).value;
        const on = dayOf(number);
        for (const unit of units) {
          const above = unitsAbove(unit.id, byId, on).map(({ id }) => id);
          expect(new Set([unit.id, ...above]).size).toBe(above.length + 1);
          if (existsOn(unit, on)) expect(unitAsOf(unit, on).name).toBe(unitOn(unit, on).name);
        }
      }),
      { numRuns: 40 },
    );
  });
});
