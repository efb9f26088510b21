import { type Award, exactCount, unknownCount } from "../award.ts";
import { type Day, daysBetween } from "../day.ts";
import { append } from "../lists.ts";
import { agree, decisionKey, gradeOf, mayBeOne } from "../registers/award-accounts.ts";
import type { Tally } from "../registers/award-tally.ts";
import { isBareNumber } from "../text/document-number.ts";
import { compareCodes, fold } from "../text/vietnamese.ts";
import { connected } from "./connected.ts";
import type { PortalUnit } from "./portal-unit.ts";
import type { ToldAward } from "./told-award.ts";

/** An award of a portal, counted once however many sites tell of it. */
export type JoinedAward = Tally & {
  readonly award: Award;
  readonly giver: PortalUnit;
  /** The year in which a site first told of it. */
  readonly year: number;
  /** The day of the first of the articles below. */
  readonly day: Day;
  /** The newest article of each site that tells of it; first the one whose words are shown. */
  readonly sources: readonly AwardSource[];
  /** What is not certain about it; left out where all sites agree. */
  readonly doubt?: JoinDoubt;
};

export type AwardSource = Pick<ToldAward, "site" | "url" | "day"> & {
  /** How many were given as this site has it. */
  readonly count: Award["count"];
};

/**
 * Why the sum of an award is not simply what its sites say: they differ (`differs`), or nobody can
 * tell which lines of one site are which of another (`mixed`). The numbers are then those of the
 * site of the giver (`isCounted`), or none.
 */
export type JoinDoubt = { readonly kind: "differs" | "mixed"; readonly isCounted: boolean };

/** What became of the awards of all sites. */
export type JoinedAwards = {
  /** Oldest first. */
  readonly entries: readonly JoinedAward[];
  /** How many lines the sites have in all. */
  readonly told: number;
  /** How many awards have no decision number, and so could be compared with none of other sites. */
  readonly unnumbered: number;
  /** Awards of different sites that look alike, and that nothing proves to be one. */
  readonly alike: readonly (readonly JoinedAward[])[];
};

/** Decision 8: a number comes again in each term. */
const mostDays = 366;

/**
 * Counts awards that several sites tell of once.
 *
 * Two lines of different sites are one award when giver, decision number, form, kind of recipient
 * and grade agree, as in the register of one site, and besides the day of the decision; names,
 * where both have them, have one in common. Where the giver is known by its name alone, both must
 * give the day. Without a number, only lines that name all of the same recipients on the same day
 * of decision are one. Nothing depends on the order of the sites.
 */
export function joinAwards(told: readonly ToldAward[]): JoinedAwards {
  const lines = told.toSorted((a, b) => compareCodes(a.site, b.site));
  const groups = new Map<string, ToldAward[]>();
  const alone: ToldAward[] = [];
  for (const line of lines) {
    const key = joinKey(line);
    if (key === undefined) alone.push(line);
    else append(groups, key, line);
  }
  const joined = [...groups.values()].flatMap((group) =>
    sitesOf(group) === 1 ? group.map(single) : classesOf(group).flatMap(joinClass),
  );
  const entries = [...alone.map(single), ...joined].sort(
    (a, b) => compareCodes(a.day, b.day) || compareCodes(a.sources[0]!.url, b.sources[0]!.url),
  );
  const isOpen = ({ award, sources }: JoinedAward) =>
    award.decision?.number === undefined && sources.length === 1;
  return {
    entries,
    told: lines.length,
    unnumbered: entries.filter((one) => one.counts.given + one.unclear.given > 0 && isOpen(one))
      .length,
    alike: alikeAmong(entries),
  };
}

/** Returns what lines of one award have in common; undefined where nothing could prove it. */
function joinKey({ award, isGiverListed, names }: ToldAward): string | undefined {
  const { decision, by, form, to, recipients } = award;
  if (decision?.number !== undefined)
    return isBareNumber(decision.number) && !isGiverListed ? undefined : decisionKey(award);
  const count = exactCount(award);
  const isWhole = recipients.length > 0 && count === recipients.length;
  if (decision?.date === undefined || !isWhole) return undefined;
  const all = [...names].sort().join(";");
  return ["", decision.date, by, form, fold(to), gradeOf(award), count, all].join("|");
}

/** Parts the lines of one number by the day of the decision. */
function classesOf(group: readonly ToldAward[]): ToldAward[][] {
  const byDate = Map.groupBy(group, ({ award }) => award.decision?.date ?? "");
  const dateless = byDate.get("") ?? [];
  byDate.delete("");
  const dated = [...byDate.values()];
  if (dateless.length === 0) return dated;
  const [only, ...others] = dated;
  const all = [...(only ?? []), ...dateless];
  const days = all.map(({ day }) => day).sort();
  const isNear = daysBetween(days[0]!, days.at(-1)!) <= mostDays;
  if (others.length === 0 && isNear && all.every((one) => one.isGiverListed)) return [all];
  return [...dated, ...dateless.map((one) => [one])];
}

/** Joins lines that may all be of one decision. */
function joinClass(lines: readonly ToldAward[]): JoinedAward[] {
  // A line without names may be any of the others.
  const parts = lines.some(({ names }) => names.size === 0)
    ? [lines]
    : connected(lines, ({ names }) => names);
  return parts.flatMap(joinPart);
}

function joinPart(lines: readonly ToldAward[]): JoinedAward[] {
  if (sitesOf(lines) === 1) return lines.map(single);
  if (isOneEach(lines) && areOne(lines)) return [merged(lines)];
  // Lines of a decision that say the same in every detail are told apart by these.
  const same = [...Map.groupBy(lines, detailsOf).values()];
  const isPair = (some: readonly ToldAward[]) => sitesOf(some) > 1 && isOneEach(some);
  const pairs = same.filter(isPair);
  const rest = same.filter((some) => !isPair(some)).flat();
  const joined = pairs.map(merged);
  if (rest.length === 0) return joined;
  if (sitesOf(rest) === 1) return [...joined, ...rest.map(single)];
  if (isOneEach(rest) && areOne(rest)) return [...joined, merged(rest)];
  return [...joined, ...mixed(rest)];
}

function sitesOf(lines: readonly ToldAward[]): number {
  return new Set(lines.map(({ site }) => site)).size;
}

function isOneEach(lines: readonly ToldAward[]): boolean {
  return sitesOf(lines) === lines.length;
}

function areOne(lines: readonly ToldAward[]): boolean {
  return lines.every((one, at) =>
    lines.slice(at + 1).every((other) => mayBeOne(one.award, other.award)),
  );
}

function detailsOf({ award, names, counts }: ToldAward): string {
  const { name = "", occasion = "", posthumous, early, count } = award;
  const all = [...names].sort();
  return JSON.stringify([fold(name), fold(occasion), posthumous, early, count, counts, all]);
}

function single(line: ToldAward): JoinedAward {
  return entryOf([line], line, line);
}

/** Puts lines of one award together, one of each site. */
function merged(lines: readonly ToldAward[]): JoinedAward {
  // What was given is no proposal any more, also where a site has not told it yet.
  const decided = lines.filter(({ standing }) => standing !== "proposed");
  const said = decided.length > 0 ? decided : lines;
  const shown = shownOf(said);
  const isAgreed = said.every((one, at) => said.slice(at + 1).every((other) => agrees(one, other)));
  if (isAgreed) return entryOf(lines, shown, said.find(isExact) ?? shown);
  const own = said.filter(({ isOwn }) => isOwn);
  const isCounted = own.length === 1;
  return {
    ...entryOf(lines, isCounted ? own[0]! : shown, isCounted ? own[0]! : unclear(shown)),
    doubt: { kind: "differs", isCounted },
  };
}

/**
 * Returns what is left of lines that nobody can match: those of the giver's own site, and otherwise
 * one award of a number that is not known.
 */
function mixed(lines: readonly ToldAward[]): JoinedAward[] {
  const owners = new Set(lines.filter(({ isOwn }) => isOwn).map(({ site }) => site));
  const [owner, ...others] = owners;
  if (owner === undefined || others.length > 0) {
    const shown = shownOf(lines);
    const entry = entryOf(lines, shown, unclear(shown));
    const award = { ...shown.award, count: unknownCount, recipients: [] } as const;
    return [{ ...entry, award, doubt: { kind: "mixed", isCounted: false } }];
  }
  const own = lines.filter(({ site }) => site === owner);
  const apart = lines.filter(({ site }) => site !== owner);
  const doubt = { kind: "mixed", isCounted: true } as const;
  return own.map((line) => ({ ...entryOf([line, ...apart], line, line), doubt }));
}

/** Returns the line whose words are shown: of the giver's own site, otherwise the newest. */
function shownOf(lines: readonly ToldAward[]): ToldAward {
  const own = lines.filter(({ isOwn }) => isOwn);
  return (own.length > 0 ? own : lines).reduce((best, one) => (one.day > best.day ? one : best));
}

function isExact({ award, unclear }: ToldAward): boolean {
  return exactCount(award) !== undefined && unclear.revoked === 0;
}

/** Returns whether two lines may both be right about their numbers. */
function agrees(one: ToldAward, other: ToldAward): boolean {
  if (!agree(one.award.count, other.award.count)) return false;
  return !(isExact(one) && isExact(other)) || sameCounts(one, other);
}

function sameCounts({ counts: a }: Tally, { counts: b }: Tally): boolean {
  return a.given === b.given && a.proposed === b.proposed && a.revoked === b.revoked;
}

function unclear({ standing }: ToldAward): Tally {
  const none = { given: 0, proposed: 0, revoked: 0 };
  return { counts: none, unclear: { ...none, [standing]: 1 } };
}

/**
 * @param shown the line whose words are shown
 * @param counted what is added to the sums
 */
function entryOf(lines: readonly ToldAward[], shown: ToldAward, counted: Tally): JoinedAward {
  const inOrder = [shown, ...lines.filter((one) => one !== shown)];
  const named = inOrder.find(({ award }) => award.recipients.length > 0) ?? shown;
  const dated = inOrder.find(({ award }) => award.decision?.date !== undefined) ?? shown;
  const { award } = shown;
  const decision = { ...award.decision, ...dated.award.decision };
  const exact = inOrder.find((line) => line.counts === counted.counts) ?? shown;
  const sources = new Map(
    inOrder.map(({ site, url, day, award: { count } }) => [
      `${site} ${url}`,
      { site, url, day, count },
    ]),
  );
  return {
    award: {
      ...award,
      count: exact.award.count,
      recipients: named.award.recipients,
      ...(Object.keys(decision).length > 0 ? { decision } : {}),
    },
    giver: shown.giver,
    year: Math.min(...lines.map(({ year }) => year)),
    day: lines.reduce((first, { day }) => (day < first ? day : first), shown.day),
    sources: [...sources.values()],
    counts: counted.counts,
    unclear: counted.unclear,
  };
}

/** Finds awards of one year that are alike, told by different sites, where a number is missing. */
function alikeAmong(entries: readonly JoinedAward[]): (readonly JoinedAward[])[] {
  const given = entries.filter(({ counts, unclear }) => counts.given + unclear.given > 0);
  const groups = Map.groupBy(given, ({ award, year }) =>
    [year, award.by, award.form, fold(award.to), gradeOf(award), JSON.stringify(award.count)].join(
      "|",
    ),
  );
  return [...groups.values()].filter((some) => {
    const numbers = some.map(({ award }) => award.decision?.number);
    // Something else kept lines of one decision from being joined.
    const byDecision = Map.groupBy(some, ({ award }) => decisionKey(award)).values();
    const isOpen = numbers.includes(undefined) || [...byDecision].some((own) => tellers(own) > 1);
    return some.length > 1 && tellers(some) > 1 && isOpen && !isAllOneEntry(some);
  });
}

function tellers(entries: readonly JoinedAward[]): number {
  return new Set(entries.flatMap(({ sources }) => sources.map(({ site }) => site))).size;
}

/** Returns whether all that is alike is one award that was joined, and lines of the same sites. */
function isAllOneEntry(entries: readonly JoinedAward[]): boolean {
  return entries.every(({ sources }) => sources.length > 1);
}
