import * as z from "zod";
import { maxLetters } from "./limits.ts";
import { append } from "./lists.ts";
import { compareCodes, slugOf } from "./text/vietnamese.ts";
import {
  type ChangeKind,
  changeKinds,
  type Era,
  endBefore,
  firstDay,
  isBeginning,
  isEnd,
  mayBeSame,
  type Unit,
  type UnitChange,
  type UnitFacts,
} from "./unit.ts";
import {
  day,
  listOf,
  nameText,
  oneOf,
  partialDay,
  partialEnd,
  refuse,
  text,
  withoutUndefined,
  yesOrNo,
} from "./yaml/schema.ts";

/* What content/units.yaml may say of a unit, and the unit that comes of it. */

const id = z.string().transform((value, context): string => {
  if (value.length <= maxLetters.name && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(value)) return value;
  return refuse(context, "bad-unit-id", { value, fixed: slugOf(value) });
});

/** A value that changes in time. Without `value` the unit has none from that day on. */
const datedValue = z.strictObject({ value: nameText.optional(), from: partialDay.optional() });

/** A name, or a list of names one after the other, each with the day from which it holds. */
const dated = z.preprocess((value, context) => {
  const several = severalIn(value);
  if (several.length > 1) {
    return refuse(context, "dated-several", severalArgs(several));
  }
  if (typeof value !== "string") return value;
  const read = nameText.safeParse(value);
  if (read.success) return [{ value: read.data }];
  for (const issue of read.error.issues) context.issues.push(issue as never);
  return z.NEVER;
}, z.array(datedValue).min(1));

/** Returns what is said of values that a unit would have at once. */
export function severalArgs(
  values: readonly string[],
): Record<"value" | "fixed" | "suggestion", string> {
  const [first = "", second = ""] = values;
  const suggestion = `[{ value: "${first}" }, { value: "${second}", from: … }]`;
  return { value: values.join(", "), fixed: first, suggestion };
}

/** Returns the values of a list that has no days, as if a unit had several at once. */
function severalIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.every((one) => typeof one === "string" && one !== "") ? value : [];
}

const change = z.strictObject({
  kind: oneOf(changeKinds),
  date: partialDay,
  decision: z
    .preprocess(
      (value) => (typeof value === "string" ? { number: value } : value),
      z.strictObject({ number: text.optional(), date: day.optional() }),
    )
    .optional(),
  article: text.optional(),
  into: listOf(nameText).optional(),
  from: listOf(nameText).optional(),
  note: text.optional(),
});

export const unitsSchema = z.array(
  z.strictObject({
    id,
    name: dated,
    short: dated.optional(),
    aliases: listOf(nameText).optional(),
    kind: dated.optional(),
    parent: dated.optional(),
    doc_code: dated.optional(),
    outside: yesOrNo.optional(),
    valid_from: partialDay.optional(),
    valid_to: partialEnd.optional(),
    successors: listOf(nameText).optional(),
    changes: listOf(change).optional(),
  }),
);

/** One unit as it is written in units.yaml. */
export type UnitRow = z.output<typeof unitsSchema>[number];

/** Makes the units of all rows, which may say something of each other. */
export function unitsOf(rows: readonly UnitRow[]): Unit[] {
  const implied = impliedChanges(rows);
  return rows.map((row) => unitOf(row, implied.get(row.id) ?? []));
}

/** What another unit says of one: that it was made from that one, or took it in. */
type Implied = { readonly into: string; readonly kind: ChangeKind; readonly date: string };

/**
 * Finds what the changes of units say of others. A merger is written down once, where it is best
 * known: with the units that ended, or with the one that took them in.
 */
function impliedChanges(rows: readonly UnitRow[]): Map<string, Implied[]> {
  const found = new Map<string, Implied[]>();
  for (const { id: into, changes = [] } of rows) {
    for (const { kind, date, from = [] } of changes) {
      for (const other of from) {
        if (other === into) continue;
        append(found, other, { into, kind, date });
      }
    }
  }
  return found;
}

function unitOf(row: UnitRow, implied: readonly Implied[]): Unit {
  const { id, aliases = [], outside } = row;
  const changes = (row.changes ?? [])
    .map(
      ({ into = [], from = [], decision, ...change }): UnitChange =>
        withoutUndefined({
          ...change,
          decision: decision && withoutUndefined(decision),
          into,
          from,
        }) as UnitChange,
    )
    .toSorted((a, b) => compareCodes(firstDay(a.date), firstDay(b.date)));
  const end =
    changes.find((change) => isEnd(change, id)) ?? implied.find(({ kind }) => takesAll(kind));
  const validTo = row.valid_to ?? (end && endBefore(end.date));
  // Of a unit that goes on, others may be split off; when it ends, they are its heirs.
  const isAtEnd = (date: string) =>
    validTo !== undefined && (mayBeSame(validTo, date) || mayBeSame(validTo, endBefore(date)));
  const successors = new Set(row.successors);
  const offshoots = new Set<string>();
  for (const change of changes) {
    const ids = change.kind === "chuyển về" ? [] : change.into;
    const heirs = isEnd(change, id) ? successors : offshoots;
    for (const other of ids) if (other !== id) heirs.add(other);
  }
  for (const { into, kind, date } of implied)
    (takesAll(kind) || isAtEnd(date) ? successors : offshoots).add(into);
  const eras = erasOf(row);
  const { from: _from, ...facts } = eras.at(-1)!;
  return withoutUndefined({
    ...facts,
    id,
    aliases,
    validFrom: row.valid_from ?? changes.find(isBeginning)?.date,
    validTo,
    successors: [...successors],
    offshoots: [...offshoots.difference(successors)],
    outside: outside || undefined,
    eras,
    changes,
  }) as Unit;
}

/** Returns whether nothing is left of a unit that another one took in by such a change. */
export function takesAll(kind: ChangeKind): boolean {
  return kind === "sáp nhập" || kind === "hợp nhất";
}

const keys = {
  name: "name",
  short: "short",
  kind: "kind",
  parent: "parent",
  doc_code: "docCode",
} as const;
/** The keys of units.yaml whose values may change in time. */
export const datedKeys = Object.keys(keys) as (keyof typeof keys)[];

/** Puts the dated values of all keys together: a new era begins where any of them changes. */
function erasOf(row: UnitRow): Era[] {
  type Start = {
    readonly from: string;
    readonly key: (typeof keys)[keyof typeof keys];
    readonly value: string | undefined;
  };
  const first: Partial<Record<keyof UnitFacts, string>> = {};
  const starts: Start[] = [];
  for (const [written, key] of Object.entries(keys)) {
    for (const [at, { value, from }] of (row[written as keyof typeof keys] ?? []).entries()) {
      if (at === 0 || from === undefined) {
        if (value !== undefined) first[key] ??= value;
      } else starts.push({ from, key, value });
    }
  }
  const eras: Era[] = [withoutUndefined({ ...first, name: first.name ?? row.id }) as Era];
  for (const { from, key, value } of starts.toSorted((a, b) =>
    compareCodes(firstDay(a.from), firstDay(b.from)),
  )) {
    const before = eras.at(-1)!;
    const isNew = before.from === undefined || firstDay(before.from) !== firstDay(from);
    const era = withoutUndefined({
      ...before,
      from,
      [key]: key === "name" ? (value ?? before.name) : value,
    }) as Era;
    if (isNew) eras.push(era);
    else eras[eras.length - 1] = era;
  }
  return eras;
}
