import type { Day } from "./day.ts";
import { partialDayText } from "./day.ts";
import { maxTold, maxUnitLevels } from "./limits.ts";
import { type Problem, problem, type YamlPath } from "./problems/problem.ts";
import { compareCodes } from "./text/vietnamese.ts";
import {
  dayAfter,
  endBefore,
  firstDay,
  isBeginning,
  isEnd,
  lastDay,
  mayBeSame,
  timeOf,
  type Unit,
  unitOn,
} from "./unit.ts";
import { datedKeys, severalArgs, takesAll, type UnitRow } from "./unit-file.ts";
import { type Naming, type UnitIndex, unitsAbove } from "./unit-index.ts";
import type { YamlTree } from "./yaml/yaml.ts";

/** A day before all others: that of the first values, which have no `from`. */
const beginning = "0000-01-01" as Day;

/** One row with the unit made from it, and where it is in the list. */
type Entry = { readonly at: number; readonly row: UnitRow; readonly unit: Unit };

/** What the checks of one unit need of the whole file. */
type File = { readonly index: UnitIndex; readonly tree: YamlTree; readonly isDated: boolean };

/** Finds what is wrong with units that are each as the schema wants them. */
export function unitsProblems(
  rows: readonly UnitRow[],
  index: UnitIndex,
  tree: YamlTree,
): Problem[] {
  const entries = rows.map((row, at): Entry => ({ at, row, unit: index.units[at]! }));
  const file = { index, tree, isDated: index.units.some(({ eras }) => eras.length > 1) };
  return [
    ...entries.flatMap((entry) => [
      ...datedProblems(entry, file),
      ...lifeProblems(entry, file),
      ...parentProblems(entry, file),
      ...heirProblems(entry, file),
      ...changeProblems(entry, file),
    ]),
    ...idProblems(entries, tree),
    ...unknownUnits(entries, file),
    ...nameProblems(entries, file),
    ...heirCircles(entries, file),
  ];
}

function idProblems(entries: readonly Entry[], tree: YamlTree): Problem[] {
  const known = new Set<string>();
  return entries.flatMap(({ at, unit: { id } }) => {
    if (known.has(id)) return [problem("unit-id-twice", tree.placeOf([at, "id"]), { value: id })];
    known.add(id);
    return [];
  });
}

/** Finds ids that no unit has, wherever a unit names another. */
function unknownUnits(entries: readonly Entry[], { index, tree }: File): Problem[] {
  const found: Problem[] = [];
  for (const { at, row } of entries) {
    const named: (readonly [path: YamlPath, id: string | undefined])[] = [
      ...(row.parent ?? []).map(({ value }, n) => [[at, "parent", n, "value"], value] as const),
      ...(row.successors ?? []).map((id) => [[at, "successors"], id] as const),
      ...(row.changes ?? []).flatMap(({ into = [], from = [] }, n) => [
        ...into.map((id) => [[at, "changes", n, "into"], id] as const),
        ...from.map((id) => [[at, "changes", n, "from"], id] as const),
      ]),
    ];
    for (const [path, id] of named) {
      if (id === undefined || index.byId.has(id)) continue;
      const key = String(path.at(-1));
      const ids = idsIn(id, index);
      if (ids.length > 1 && key === "value") {
        found.push(
          problem("dated-several", tree.placeOf(path), { key: "parent", ...severalArgs(ids) }),
        );
        continue;
      }
      if (ids.length > 1) {
        const args = {
          key,
          value: id,
          fixed: ids.join(", "),
          suggestion: `${key}: [${ids.join(", ")}]`,
        };
        found.push(problem("names-joined", tree.placeOf(path), args));
        continue;
      }
      // A word is looked for only where it will be told.
      const suggestion = found.length < maxTold ? (index.suggest(id) ?? "") : "";
      found.push(problem("unknown-unit", tree.placeOf(path), { value: id, suggestion }));
    }
  }
  return found;
}

/** Returns the units that one text in place of a list names, by their ids where they are known. */
function idsIn(written: string, { find }: UnitIndex): readonly string[] {
  const parts = (form: RegExp) =>
    written
      .split(form)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const named = parts(/[,;]|\s(?:và|&)\s/u);
  const ids = named.map((part) => find(part)?.id);
  // The name of one unit may hold "và".
  return ids.every((id) => id !== undefined) ? ids : parts(/[,;]/u);
}

/** Finds values whose times are not one after the other. */
function datedProblems({ at, row, unit }: Entry, { tree }: File): Problem[] {
  const found: Problem[] = [];
  for (const key of datedKeys) {
    const values = row[key] ?? [];
    for (const [n, { value, from }] of values.entries()) {
      const place = tree.placeOf([at, key, n]);
      if (key === "name" && value === undefined)
        found.push(problem("missing-key-in", place, { key: "value", parent: key }));
      if (n === 0) {
        if (from !== undefined) found.push(problem("dated-first", place, { key, value: from }));
        continue;
      }
      if (from === undefined) {
        found.push(problem("dated-later", place, { key, value: value ?? "" }));
        continue;
      }
      const before = values[n - 1]!.from;
      if (before !== undefined && firstDay(from) <= firstDay(before))
        found.push(problem("dated-order", place, { key, value: from, before }));
      const { validFrom = from, validTo = from } = unit;
      if (firstDay(from) > lastDay(validTo) || lastDay(from) < firstDay(validFrom)) {
        const args = { key, value: from, unit: unit.name, time: timeOf(unit) };
        found.push(problem("dated-outside", place, args));
      }
    }
  }
  return found;
}

function lifeProblems({ at, unit }: Entry, { tree }: File): Problem[] {
  const { id, validFrom, validTo } = unit;
  if (validFrom === undefined || validTo === undefined) return [];
  if (lastDay(validTo) >= firstDay(validFrom)) return [];
  const args = { value: id, from: partialDayText(validFrom), to: partialDayText(validTo) };
  return [problem("unit-ends-first", tree.placeOf([at, "valid_to"]), args)];
}

/** Finds parents that cannot be, and those that were not there at the time. */
function parentProblems(entry: Entry, file: File): Problem[] {
  const { at, row, unit } = entry;
  const { index, tree } = file;
  const found: Problem[] = [];
  const parents = row.parent ?? [];
  for (const [n, { value }] of parents.entries()) {
    const parent = value === undefined ? undefined : index.byId.get(value);
    if (parent === undefined) continue;
    const place = tree.placeOf([at, "parent", n, "value"]);
    const outside = unit.outside ? unit : parent.outside && parent;
    if (outside) found.push(problem("unit-outside-tree", place, { value: outside.name }));
    else if (
      parent.id !== unit.id &&
      isMissed(parent, unit, parents[n]?.from, parents[n + 1]?.from)
    )
      found.push(
        problem("unit-parent-absent", place, {
          value: unit.name,
          parent: parent.name,
          time: timeOf(parent),
        }),
      );
  }
  // The tree of now, and that of each day on which this unit came under another one: a circle was
  // closed by one of its units.
  const days = file.isDated
    ? [beginning, ...parents.flatMap(({ from }) => (from === undefined ? [] : [firstDay(from)]))]
    : [];
  for (const day of [undefined, ...days]) {
    const above = unitsAbove(unit.id, index.byId, day);
    const top = above.at(-1) ?? unit;
    const place = tree.placeOf([at, "parent"]);
    if ((day === undefined ? top : unitOn(top, day)).parent === unit.id) {
      return [...found, problem("unit-circle", place, { value: unit.id })];
    }
    if (above.length === maxUnitLevels) {
      const args = { value: unit.id, most: String(maxUnitLevels) };
      return [...found, problem("unit-too-deep", place, args)];
    }
  }
  return found;
}

/**
 * Returns whether a unit was surely under its parent when that one was not there. A year alone
 * proves little: of two units founded in 2010, either may be the older one.
 *
 * @param from when the unit came under this parent, where that was later than its own beginning
 * @param until when it came under another one
 */
function isMissed(parent: Unit, unit: Unit, from: string | undefined, until?: string): boolean {
  const { validFrom: begins, validTo: ends } = parent;
  const start = from ?? unit.validFrom;
  if (begins !== undefined && start !== undefined && lastDay(start) < firstDay(begins)) return true;
  if (ends === undefined) return false;
  if (until !== undefined) return firstDay(until) > dayAfter(ends);
  return unit.validTo === undefined || firstDay(unit.validTo) > lastDay(ends);
}

/** Finds heirs that were not there when the unit ended. */
function heirProblems({ at, row, unit }: Entry, { index, tree }: File): Problem[] {
  const { validTo } = unit;
  if (validTo === undefined) return [];
  const next = dayAfter(validTo);
  return unit.successors.flatMap((id) => {
    const heir = index.byId.get(id);
    if (heir === undefined) return [];
    const isLate = heir.validFrom !== undefined && firstDay(heir.validFrom) > next;
    const isGone = heir.validTo !== undefined && lastDay(heir.validTo) < next;
    if (!isLate && !isGone) return [];
    const args = {
      value: unit.name,
      to: partialDayText(validTo),
      other: heir.name,
      time: timeOf(heir),
    };
    return [problem("unit-heir-absent", placeOfHeirs(at, row, tree), args)];
  });
}

function placeOfHeirs(at: number, row: UnitRow, tree: YamlTree) {
  return tree.placeOf([at, row.successors === undefined ? "changes" : "successors"]);
}

/** Finds units that are, by their heirs, heirs of themselves: a depth-first search. */
function heirCircles(entries: readonly Entry[], { index, tree }: File): Problem[] {
  const found: Problem[] = [];
  const state = new Map<string, "open" | "done">();
  const byId = new Map(entries.map((entry) => [entry.unit.id, entry]));
  for (const { unit: start } of entries) {
    const way: { readonly id: string; readonly left: string[] }[] = [];
    const visit = (id: string) => {
      state.set(id, "open");
      way.push({ id, left: [...(index.byId.get(id)?.successors ?? [])] });
    };
    if (!state.has(start.id)) visit(start.id);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const next = here.left.pop();
      if (next === undefined) {
        state.set(here.id, "done");
        way.pop();
      } else if (state.get(next) === "open") {
        const { at, row } = byId.get(here.id)!;
        const args = { value: here.id, other: next };
        found.push(problem("unit-heir-circle", placeOfHeirs(at, row, tree), args));
      } else if (!state.has(next) && byId.has(next)) {
        visit(next);
      }
    }
  }
  return found;
}

/** Finds changes that say something else than the dated facts, or something that no fact says. */
function changeProblems({ at, row, unit }: Entry, { index, tree }: File): Problem[] {
  const firstEnd = unit.changes.find((change) => isEnd(change, unit.id));
  return (row.changes ?? []).flatMap((change, n) => {
    const { kind, date, into = [], from = [] } = change;
    const place = tree.placeOf([at, "changes", n]);
    const unproved = (key: string) => [
      problem("change-unproved", place, { kind, date: partialDayText(date), key }),
    ];
    const disagrees = (key: string, value: string) => [
      problem("change-disagrees", place, { kind, date: partialDayText(date), key, value }),
    ];
    const begunAt = (key: "name" | "short" | "kind" | "parent") =>
      (row[key] ?? []).find((one) => one.from !== undefined && mayBeSame(one.from, date));
    if (kind === "đổi tên" && !begunAt("name") && !begunAt("short")) return unproved("name");
    if (kind === "nâng cấp" && !begunAt("kind")) return unproved("kind");
    if (kind === "chuyển về") {
      const parent = begunAt("parent");
      if (parent === undefined) return unproved("parent");
      const isOther = into.length > 0 && !into.includes(parent.value ?? "");
      return isOther ? disagrees("parent", parent.value ?? "") : [];
    }
    const isOfOthers = kind === "sáp nhập" || kind === "hợp nhất" || kind === "chia tách";
    if (isOfOthers && into.length + from.length === 0) return unproved("into/from");
    if (isOfOthers && from.length > 0 && isEnd(change, unit.id))
      return [problem("change-both-ways", place, { kind, date: partialDayText(date) })];
    const endsAgain = (name: string, to: string) => [
      problem("unit-ends-twice", place, {
        value: name,
        to: partialDayText(to),
        kind,
        date: partialDayText(date),
      }),
    ];
    if (takesAll(kind)) {
      const ended = from
        .flatMap((id) => (id === unit.id ? [] : (index.byId.get(id) ?? [])))
        .find(({ validTo }) => validTo !== undefined && !mayEndBy(validTo, date));
      if (ended !== undefined) return endsAgain(ended.name, ended.validTo!);
    }
    if (isEnd(change, unit.id)) {
      if (firstEnd !== undefined && !mayBeSame(firstEnd.date, date))
        return endsAgain(unit.name, endBefore(firstEnd.date));
      const { validTo } = unit;
      if (validTo && !mayEndBy(validTo, date)) return disagrees("valid_to", validTo);
      const { successors = into } = row;
      if (!into.every((id) => successors.includes(id)))
        return disagrees("successors", successors.join(", "));
    }
    const { validFrom } = unit;
    if (isBeginning(change) && validFrom && !mayBeSame(validFrom, date))
      return disagrees("valid_from", validFrom);
    return [];
  });
}

/** Returns whether a unit that is there until a time may have ended by a change of a date. */
function mayEndBy(validTo: string, date: string): boolean {
  return mayBeSame(validTo, date) || mayBeSame(validTo, endBefore(date));
}

/** Finds names that two units have at one time; one after the other they may. */
function nameProblems(entries: readonly Entry[], { index, tree }: File): Problem[] {
  const places = new Map(entries.map((entry) => [entry.unit, entry]));
  const found: Problem[] = [];
  for (const all of index.namings.values()) {
    if (all.length === 1) continue;
    const inTime = all.toSorted((a, b) => compareCodes(a.from ?? "", b.from ?? ""));
    let holder = inTime[0]!;
    const told = new Set<string>();
    for (const one of inTime.slice(1)) {
      const isFree = holder.until !== undefined && (one.from ?? "") >= holder.until;
      if (!isFree && one.unit.id !== holder.unit.id) {
        const pair = [holder, one].map((naming) => writtenName(naming, places.get(naming.unit)!));
        // What is only another name of a unit is the likelier mistake; of equals it is the later.
        const [first, second] = pair.toSorted(
          (a, b) => Number(a.isAlias) - Number(b.isAlias) || a.at - b.at,
        ) as [WrittenName, WrittenName];
        const place = tree.placeOf(second.path);
        const key = `${place.line}:${place.column}`;
        const args = {
          value: second.name,
          unit: second.id,
          other: first.id,
          line: String(tree.placeOf(first.path).line),
        };
        if (!told.has(key)) found.push(problem("unit-name-twice", place, args));
        told.add(key);
      }
      const isLonger = holder.until !== undefined && (one.until ?? "9") > holder.until;
      if (isFree || isLonger) holder = one;
    }
  }
  return found;
}

/** A name of a unit, and where it is written. */
type WrittenName = {
  readonly name: string;
  readonly id: string;
  readonly at: number;
  readonly path: YamlPath;
  readonly isAlias: boolean;
};

function writtenName({ name, unit: { id } }: Naming, { at, row }: Entry): WrittenName {
  const alias = row.aliases?.indexOf(name) ?? -1;
  const dated = (["name", "short"] as const).flatMap((key) =>
    (row[key] ?? []).flatMap(({ value }, n) =>
      value === name ? [[at, key, n, "value"] as YamlPath] : [],
    ),
  )[0];
  const isAlias = dated === undefined && alias !== -1;
  const path = dated ?? (isAlias ? [at, "aliases", alias] : [at, "id"]);
  return { name, id, at, path, isAlias };
}
