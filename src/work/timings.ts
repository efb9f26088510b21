/**
 * What a build spends its time on. Some phases run beside others, so their sum may be more than the
 * whole.
 */
const phases = [
  "find",
  "read",
  "pictures",
  "attachments",
  "index",
  "pages",
  "keys",
  "draw",
  "write",
  "search",
  "cards",
  "books",
  "publish",
] as const;
type Phase = (typeof phases)[number];

const spent = new Map<Phase, number>();

/** Adds the milliseconds since a moment to the time of a phase. */
function addTime(phase: Phase, since: number): void {
  spent.set(phase, (spent.get(phase) ?? 0) + performance.now() - since);
}

/** Measures a piece of work, which may be asynchronous, and returns what it returns. */
export function timed<Value>(phase: Phase, work: () => Value): Value {
  const since = performance.now();
  const value = work();
  if (value instanceof Promise) return value.finally(() => addTime(phase, since)) as Value;
  addTime(phase, since);
  return value;
}

/** Measures how long it takes to make each of some values, one after the other, and yields them. */
export function* timedEach<Value>(phase: Phase, values: Iterable<Value>): Generator<Value> {
  const iterator = values[Symbol.iterator]();
  for (;;) {
    const { done, value } = timed(phase, () => iterator.next());
    if (done) return;
    yield value;
  }
}

/** Returns the milliseconds spent in each phase since the program began. */
export function timings(): Readonly<Record<Phase, number>> {
  return Object.fromEntries(
    phases.map((phase) => [phase, Math.round(spent.get(phase) ?? 0)]),
  ) as Record<Phase, number>;
}
