import { type Award, type AwardCount, unknownCount } from "../award.ts";
import type { Day } from "../day.ts";
import { type Bound, bounds } from "../quantity.ts";
import type { Standing, Tally } from "../registers/award-tally.ts";
import { nameKey } from "../text/vietnamese.ts";
import { withoutUndefined } from "../yaml/schema.ts";
import type { PortalUnit, PortalUnits } from "./portal-unit.ts";
import type { Published } from "./published.ts";
import type { PublishedAward } from "./published-rows.ts";

/** An award as one site tells of it, which has counted each of its own once already. */
export type ToldAward = Tally & {
  readonly site: string;
  readonly award: Award;
  readonly giver: PortalUnit;
  /** Whether the list of units says who gave it, and not the name alone. */
  readonly isGiverListed: boolean;
  /** Whether it is the site of the office that gave it. */
  readonly isOwn: boolean;
  readonly standing: Standing;
  /** What its recipients have in common however they are written. */
  readonly names: ReadonlySet<string>;
  /** The year of the site's register. */
  readonly year: number;
  /** The newest article of the site on it, and its day. */
  readonly url: string;
  readonly day: Day;
};

/** Returns the awards that a site tells of, in the order of its data. */
export function toldAwards(published: Published, units: PortalUnits): ToldAward[] {
  const { site, publisher, rows } = published;
  const owner = nameKey(publisher);
  const own = new Set(
    rows.units
      .filter(({ name, short_name: short, aliases }) =>
        [name, ...(short === null ? [] : [short]), ...aliases].some(
          (one) => nameKey(one) === owner,
        ),
      )
      .map(({ id }) => id),
  );
  return rows.awards.map((row) => {
    const { unit, isListed } = units.told(site.id, row.giver_id, row.giver_name);
    return {
      site: site.id,
      award: awardOf(row, unit.key),
      giver: unit,
      isGiverListed: isListed,
      isOwn: own.has(row.giver_id) || nameKey(row.giver_name) === owner,
      standing: row.standing,
      names: new Set(row.recipients.map(nameKey)),
      year: row.year,
      url: row.article_url,
      day: row.article_date as Day,
      ...tallyOfRow(row),
    };
  });
}

function awardOf(row: PublishedAward, by: string): Award {
  const { step, step_to: stepTo, year_from: from, year_to: to } = row;
  const decision = withoutUndefined({
    number: row.decision_number ?? undefined,
    date: (row.decision_date as Day | null) ?? undefined,
  });
  return withoutUndefined({
    form: row.form,
    name: row.name ?? undefined,
    rank: row.rank ?? undefined,
    status: row.status,
    by,
    body: row.body ?? undefined,
    presentedBy: [],
    to: row.to,
    recipients: row.recipients,
    count: row.count === null ? readCount(row.count_text) : { value: row.count },
    for: row.for ?? undefined,
    years: from === null || to === null ? undefined : { from, to },
    consecutive: row.consecutive ?? undefined,
    step: step === null ? undefined : { from: step, to: stepTo ?? step },
    occasion: row.occasion ?? undefined,
    posthumous: row.posthumous || undefined,
    early: row.early || undefined,
    decision: Object.keys(decision).length > 0 ? decision : undefined,
    doubt: row.doubt ?? undefined,
  }) as Award;
}

/** Reads a number as open data writes it: `khoảng 30`, `30–35`, `không rõ`. */
function readCount(text: string): AwardCount {
  const [, bound, first = "", last] =
    /^(?:(\p{L}[\p{L} ]*) )?([\d.,]+)(?:–([\d.,]+))?$/u.exec(text) ?? [];
  const [value, to] = [first, last ?? first].map((digits) =>
    Number(digits.replaceAll(".", "").replace(",", ".")),
  );
  const isKnown = bound === undefined || (bounds as readonly string[]).includes(bound);
  if (first === "" || !isKnown || !Number.isFinite(value) || !Number.isFinite(to))
    return unknownCount;
  return {
    value: value!,
    ...(last === undefined ? {} : { to: to! }),
    ...(bound === undefined ? {} : { bound: bound as Bound }),
  };
}

/** Returns what a row adds to each total, as the register of its site counts it. */
function tallyOfRow(row: PublishedAward): Tally {
  const { standing, given, proposed, revoked } = row;
  const unclear = { given: 0, proposed: 0, revoked: 0 };
  const isVague = row.revocation_counts.includes("");
  if (isVague) unclear.revoked = 1;
  if (!row.is_count_exact || (isVague && standing !== "revoked")) unclear[standing] = 1;
  return { counts: { given, proposed, revoked }, unclear };
}
