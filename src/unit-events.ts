import type { Day } from "./day.ts";
import { append } from "./lists.ts";
import { compareCodes } from "./text/vietnamese.ts";
import {
  type ChangeKind,
  dayAfter,
  type Era,
  firstDay,
  isBeginning,
  isEnd,
  mayBeSame,
  type Unit,
  type UnitChange,
  type UnitFacts,
} from "./unit.ts";

/**
 * Something that happened to a unit, as its page tells it. Most are changes that units.yaml names;
 * the others follow from dated facts, or from what is said of another unit.
 */
export type UnitEvent = {
  readonly kind: EventKind;
  /** From when it holds: a year, a month or a day. */
  readonly date: string;
  /** What is different since. */
  readonly facts: readonly FactChange[];
  /** Ids of the units that this one became, or that were split off from it. */
  readonly into: readonly string[];
  /** Ids of the units that this one came from, or took in. */
  readonly from: readonly string[];
  /** Who says so, where somebody does. */
  readonly change?: UnitChange;
};

/** Besides the kinds that a writer names: another kind of unit, and what others did. */
export type EventKind = ChangeKind | "đổi loại" | "tiếp nhận" | "tách ra";

export type FactChange = {
  readonly key: keyof UnitFacts;
  readonly before?: string;
  readonly after?: string;
};

/** Kinds that tell from the other side what another unit's events tell already. */
export const mirrored: ReadonlySet<EventKind> = new Set<EventKind>(["tiếp nhận", "tách ra"]);

/** What units say of another one. */
type Said = { readonly of: Unit; readonly change?: UnitChange };
type Sayings = {
  /** Changes of others that they came from it, or took it in. */
  readonly from: ReadonlyMap<string, readonly Said[]>;
  /** Others that went into it, with the change where there is one. */
  readonly into: ReadonlyMap<string, readonly Said[]>;
};

/** Makes the function that returns what happened to a unit, oldest first. */
export function newTimeline(units: readonly Unit[]): (unit: Unit) => UnitEvent[] {
  const from = new Map<string, Said[]>();
  const into = new Map<string, Said[]>();
  for (const unit of units) {
    const told = new Set<string>();
    for (const change of unit.changes) {
      for (const id of change.from) append(from, id, { of: unit, change });
      if (change.kind === "chuyển về") continue;
      for (const id of change.into) {
        told.add(id);
        append(into, id, { of: unit, change });
      }
    }
    for (const id of unit.successors) if (!told.has(id)) append(into, id, { of: unit });
  }
  return (unit) => eventsOf(unit, { from, into });
}

function eventsOf(unit: Unit, sayings: Sayings): UnitEvent[] {
  const { id, validFrom, validTo, eras } = unit;
  const open = new Set(eras.slice(1));
  const events: UnitEvent[] = unit.changes.map((change) => {
    const { kind, date, into, from } = change;
    const ofDate = unit.changes.filter((other) => mayBeSame(other.date, date));
    const own = eras.slice(1).filter((era) => mayBeSame(era.from!, date));
    for (const era of own) open.delete(era);
    // Of several changes at one time each tells what it is about, and the first tells the rest.
    const tells = ({ key }: FactChange) =>
      (ofDate.find((other) => other.kind === kindsOfFacts[key]) ?? ofDate[0]) === change;
    return {
      kind,
      date,
      facts: own.flatMap((era) => factChanges(eras, era)).filter(tells),
      into: kind === "chuyển về" ? [] : into.filter((other) => other !== id),
      from: from.filter((other) => other !== id),
      change,
    };
  });
  for (const era of open) {
    const facts = factChanges(eras, era);
    if (facts.length > 0) events.push({ ...bare(kindOf(facts), era.from!), facts });
  }
  const saidFrom = (sayings.from.get(id) ?? []).filter(({ of }) => of.id !== id);
  for (const { of, change } of saidFrom) {
    const { kind, date } = change!;
    const ends = unit.successors.includes(of.id);
    if (ends && events.some((event) => isEnd(event, id) && event.into.includes(of.id))) continue;
    events.push({ ...bare(ends ? kind : "tách ra", date), into: [of.id], change: change! });
  }
  if (validFrom !== undefined && !events.some((event) => event.change && isBeginning(event)))
    events.push(bare("thành lập", validFrom));
  const hasEnd = events.some(
    (event) => isEnd(event, id) || event.into.some((one) => unit.successors.includes(one)),
  );
  if (validTo !== undefined && !hasEnd)
    events.push({ ...bare("kết thúc", beginAfter(validTo)), into: unit.successors });
  return withIncoming(unit, events, sayings).sort((a, b) =>
    compareCodes(firstDay(a.date), firstDay(b.date)),
  );
}

/** Adds the units that went into one: to its beginning, or as an event of their own. */
function withIncoming(unit: Unit, events: UnitEvent[], sayings: Sayings): UnitEvent[] {
  for (const { of, change } of sayings.into.get(unit.id) ?? []) {
    if (of.id === unit.id || events.some(({ from }) => from.includes(of.id))) continue;
    const date = change?.date ?? (of.validTo === undefined ? undefined : beginAfter(of.validTo));
    if (date === undefined) continue;
    const at = events.findIndex(
      (event) => mayBeSame(event.date, date) && (isBeginning(event) || event.kind === "tiếp nhận"),
    );
    const known = events[at];
    const said = change === undefined ? {} : { change };
    if (known === undefined) events.push({ ...bare("tiếp nhận", date), from: [of.id], ...said });
    else events[at] = { ...said, ...known, from: [...known.from, of.id] };
  }
  return events;
}

function bare(kind: EventKind, date: string): UnitEvent {
  return { kind, date, facts: [], into: [], from: [] };
}

/** Returns when something is over that lasted until a date: the reverse of `endBefore`. */
function beginAfter(date: string): string {
  return date.length === 10 ? dayAfter(date) : date;
}

/** The kind of change that is about each fact. */
const kindsOfFacts: Readonly<Record<keyof UnitFacts, ChangeKind>> = {
  name: "đổi tên",
  short: "đổi tên",
  docCode: "đổi tên",
  kind: "nâng cấp",
  parent: "chuyển về",
};

const factKeys = ["name", "short", "kind", "parent", "docCode"] as const;

function factChanges(eras: readonly Era[], era: Era): FactChange[] {
  const last = eras[eras.indexOf(era) - 1]!;
  return factKeys
    .filter((key) => last[key] !== era[key])
    .map((key) => ({
      key,
      ...(last[key] === undefined ? {} : { before: last[key] }),
      ...(era[key] === undefined ? {} : { after: era[key] }),
    }));
}

function kindOf(facts: readonly FactChange[]): EventKind {
  const keys = new Set(facts.map(({ key }) => key));
  if (keys.has("name")) return "đổi tên";
  if (keys.has("parent")) return "chuyển về";
  return keys.has("kind") ? "đổi loại" : "đổi tên";
}

/** The tree of a day on which it changed. */
export type TreeDay = {
  readonly day: Day;
  /** Ids of the units that changed; those that ended are in no tree. */
  readonly changed: ReadonlySet<string>;
  readonly tops: readonly TreeNode[];
  /** Whether branches without a change are left out, because the tree is large. */
  readonly isPart: boolean;
};

export type TreeNode = {
  readonly unit: Unit;
  readonly children: readonly TreeNode[];
  /** How many units right below it are left out. */
  readonly hidden: number;
};

/** A larger tree is shown only where it changed: the days of all changes would be too much. */
const largestTree = 500;

type Transition = { readonly day: Day; readonly unit: Unit; readonly isDay: boolean };

/**
 * Yields the tree of each day on which it changed, oldest first, up to a day. Only changes whose
 * day is known make one. The tree is carried on from day to day, so that a unit costs little unless
 * it changes.
 */
export function* treesThrough(units: readonly Unit[], today: Day): Generator<TreeDay> {
  const inTree = units.filter(({ outside }) => !outside);
  const alive = new Set<string>();
  const parents = new Map<string, string>();
  const below = new Map<string, Set<Unit>>();
  const byId = new Map(inTree.map((unit) => [unit.id, unit]));
  const leave = (unit: Unit) => {
    alive.delete(unit.id);
    below.get(parents.get(unit.id) ?? "")?.delete(unit);
    parents.delete(unit.id);
  };
  const enter = (unit: Unit, parent: string | undefined) => {
    alive.add(unit.id);
    if (parent === undefined) return;
    parents.set(unit.id, parent);
    const siblings = below.get(parent);
    if (siblings) siblings.add(unit);
    else below.set(parent, new Set([unit]));
  };
  const childrenOf = (id: string) => [...(below.get(id) ?? [])];
  for (const unit of inTree) if (unit.validFrom === undefined) enter(unit, unit.eras[0]!.parent);
  const transitions = inTree.flatMap(transitionsOf).filter(({ day }) => day <= today);
  for (const [day, ofDay] of Map.groupBy(
    transitions.sort((a, b) => compareCodes(a.day, b.day)),
    (transition) => transition.day,
  )) {
    const changed = new Set<string>();
    for (const { unit, isDay } of ofDay) {
      leave(unit);
      const { validFrom, validTo } = unit;
      const isThere =
        (validFrom === undefined || firstDay(validFrom) <= day) &&
        (validTo === undefined || day < dayAfter(validTo));
      if (isThere) enter(unit, eraOn(unit, day).parent);
      if (isDay) changed.add(unit.id);
    }
    if (changed.size === 0) continue;
    const isPart = alive.size > largestTree;
    const shown = isPart ? withAbove(changed, parents) : undefined;
    const nodeOf = (unit: Unit, level: number): TreeNode => {
      const all = level > 20 ? [] : childrenOf(unit.id).filter(({ id }) => alive.has(id));
      const own = shown === undefined ? all : all.filter(({ id }) => shown.has(id));
      return {
        unit,
        children: own.map((child) => nodeOf(child, level + 1)),
        hidden: all.length - own.length,
      };
    };
    const isTop = (id: string) => !alive.has(parents.get(id) ?? "");
    const tops = [...(shown ?? alive)].filter((id) => alive.has(id) && isTop(id));
    yield { day, changed, isPart, tops: tops.map((id) => nodeOf(byId.get(id)!, 0)) };
  }
}

/** Adds to some units all that are above them. */
function withAbove(ids: ReadonlySet<string>, parents: ReadonlyMap<string, string>): Set<string> {
  const all = new Set<string>();
  for (let id of ids) {
    for (let next: string | undefined = id; next !== undefined && !all.has(next); ) {
      all.add(next);
      id = next;
      next = parents.get(id);
    }
  }
  return all;
}

function eraOn({ eras }: Unit, day: Day): Era {
  return eras.findLast(({ from }) => from === undefined || firstDay(from) <= day)!;
}

function transitionsOf(unit: Unit): Transition[] {
  const { validFrom, validTo, eras, changes } = unit;
  const found = new Map<Day, boolean>();
  const add = (date: string, day: Day) => {
    found.set(day, found.get(day) || date.length === 10);
  };
  if (validFrom !== undefined) add(validFrom, firstDay(validFrom));
  for (const { from } of eras) if (from !== undefined) add(from, firstDay(from));
  // An event may change nothing in the tree but what is told of it: a merger into this unit.
  for (const { date } of changes) if (date.length === 10) add(date, date as Day);
  if (validTo !== undefined) add(validTo, dayAfter(validTo));
  return [...found].map(([day, isDay]) => ({ day, unit, isDay }));
}
