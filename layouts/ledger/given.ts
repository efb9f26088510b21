import { formatCount, unknownCount } from "../../src/award.ts";
import { shortDay } from "../../src/day.ts";
import { type Standing, standingOf, standings, tallyOf } from "../../src/registers/award-tally.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import type { Teaser } from "../parts/teaser.ts";
import { has } from "./tally.ts";

/** A line that had more kinds of recipients to name only counts each form. */
const MOST = 3;

/**
 * Returns the newest decisions of a unit as lines of a list, newest first: "Giấy khen: 16 đảng
 * viên, 4 chi bộ". The register has each award with all that is known of it.
 */
export function newestGiven(entries: readonly RegisterEntry[], most: number): Teaser[] {
  return lastOf(entries, most).map((own) => {
    const { award, article } = own[0]!;
    const { number, date } = award.decision ?? {};
    return {
      url: article.url,
      title: titleOf(own),
      day: article.date,
      ...(number === undefined
        ? {}
        : {
            why: `Quyết định số ${number}${date === undefined ? "" : ` ngày ${shortDay(date)}`}`,
          }),
    };
  });
}

/** Goes back from the end of a list, which may be long, until there are so many decisions. */
function lastOf(entries: readonly RegisterEntry[], most: number): RegisterEntry[][] {
  const found: RegisterEntry[][] = [];
  let key: string | undefined;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at]!;
    const own = sourceOf(entry);
    if (own === key) found.at(-1)!.unshift(entry);
    else if (found.length === most) break;
    else found.push([entry]);
    key = own;
  }
  return found;
}

function sourceOf(entry: RegisterEntry): string {
  const { award, article } = entry;
  return [article.url, award.decision?.number, standingIn(entry)].join("|");
}

function standingIn(entry: RegisterEntry): Standing {
  return standings.find((standing) => has(entry, standing)) ?? standingOf(entry.award);
}

const before: Readonly<Record<Standing, string>> = {
  given: "",
  proposed: "Đề xuất ",
  revoked: "Thu hồi ",
};

function titleOf(entries: readonly RegisterEntry[]): string {
  const standing = standingIn(entries[0]!);
  const forms = [...Map.groupBy(entries, ({ award }) => award.name ?? award.form)].map(
    ([name, own]) => ({ name, own, kinds: Map.groupBy(own, ({ award }) => award.to) }),
  );
  const isShort = forms.reduce((sum, { kinds }) => sum + kinds.size, 0) <= MOST;
  const said = forms.map(({ name, own, kinds }) => {
    const amounts = isShort
      ? [...kinds].map(([to, same]) => amountOf(same, to, standing))
      : [amountOf(own, "lượt", standing)];
    return `${name}: ${amounts.join(", ")}`;
  });
  return before[standing] + said.join("; ");
}

/** Returns how many of one kind: "16 đảng viên", or no number where nobody tells it. */
function amountOf(entries: readonly RegisterEntry[], to: string, standing: Standing): string {
  const { counts, unclear } = tallyOf(entries);
  if (unclear[standing] === 0) return `${formatNumber(counts[standing])} ${to}`;
  if (counts[standing] > 0) return `trên ${formatNumber(counts[standing])} ${to}`;
  const { count } = entries[0]!.award;
  return entries.length > 1 || count === unknownCount ? to : `${formatCount(count)} ${to}`;
}
