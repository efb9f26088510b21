import { type Day, shortDay } from "../../src/day.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import { awardDay } from "../../src/registers/received.ts";
import { type RecipientGroup, recipientGroupOf } from "../../src/registers/recipients.ts";
import {
  compareCodes,
  comparePeople,
  compareText,
  formatNumber,
  nameKey,
} from "../../src/text/vietnamese.ts";
import { type Html, html } from "../parts/html.ts";
import type { Named, Shared } from "../parts/shared.ts";
import { type Recipients, recipientsOf, wordsOf } from "./answers.ts";
import { names } from "./ledger.ts";

/** Recipients of one group by their names, and how many have none. */
export type NamedGroup = Recipients & {
  readonly honours: readonly Honours[];
  /** How many names there is no room for. */
  readonly more: number;
  /** How many received without being named, as far as numbers are exact. */
  readonly nameless: number;
};

/** Those whom one article tells of, honoured by one unit. */
type Honours = {
  readonly giver: string;
  readonly url: string;
  readonly day: Day;
  readonly names: readonly Named[];
};

/** A list of more names is read by nobody; the lines of the ledger hold all of them. */
const MOST = 300;

/** Lists those who were given an award; what is proposed or withdrawn names nobody here. */
export function namedIn(entries: readonly RegisterEntry[], shared: Shared): NamedGroup[] {
  return recipientsOf(entries).flatMap((recipients) => {
    const own = entries.filter(
      ({ award, counts, unclear }) =>
        recipientGroupOf(award.to) === recipients.group && counts.given + unclear.given > 0,
    );
    if (own.length === 0) return [];
    const nameless = own.reduce(
      (sum, { counts, award }) => sum + Math.max(0, counts.given - award.recipients.length),
      0,
    );
    const all = honoursOf(own, recipients.group, shared);
    const honours = firstOf(all, MOST);
    return [{ ...recipients, honours, more: countOf(all) - countOf(honours), nameless }];
  });
}

/** Puts names under who gave the award and where it is told, newest first. */
function honoursOf(
  entries: readonly RegisterEntry[],
  group: RecipientGroup,
  shared: Shared,
): Honours[] {
  const compare = group === "person" ? comparePeople : compareText;
  const sources = Map.groupBy(
    entries.filter(({ award }) => award.recipients.length > 0),
    ({ award, article }) => `${award.by}|${article.url}`,
  );
  return [...sources.values()]
    .map((own): Honours => {
      const { award, article } = own[0]!;
      const all = own.flatMap((entry) =>
        entry.award.recipients.map((name) => shared.recipient(name, awardDay(entry))),
      );
      // What has a page is known by it.
      const unique = new Map(all.map((name) => [keyOf(name), name]));
      return {
        giver: shared.unitLink(award.by).name,
        url: article.url,
        day: article.date,
        names: [...unique.values()].sort((a, b) => compare(textOf(a), textOf(b))),
      };
    })
    .sort((a, b) => compareCodes(b.day, a.day));
}

function keyOf(name: Named): string {
  return typeof name === "string" ? nameKey(name) : name.url;
}

function textOf(name: Named): string {
  return typeof name === "string" ? name : name.name;
}

function countOf(honours: readonly Honours[]): number {
  return honours.reduce((sum, { names }) => sum + names.length, 0);
}

/** Returns as much of a list as holds at most so many names. */
function firstOf(honours: readonly Honours[], most: number): Honours[] {
  let left = most;
  return honours.flatMap((one) => {
    const kept = one.names.slice(0, left);
    left -= kept.length;
    return kept.length > 0 ? [{ ...one, names: kept }] : [];
  });
}

/** Draws who was honoured, group by group, with what each group adds up to. */
export function namedPart(
  groups: readonly NamedGroup[],
  heading: string,
  id: string,
  { withWords = true, more = false }: { withWords?: boolean; more?: Html | false } = {},
): Html | false {
  return (
    groups.length > 0 &&
    html`<section class="part named recipients" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
    ${groups.map(({ honours, more: others, nameless, ...group }) => {
      const { name } = group;
      return html`<h3>${name}</h3>
      ${withWords && wordsOf(group, html`Cộng: `)}
      ${honours.length > 0 && html`<ul>${honours.map(honoursView)}</ul>`}
      ${others > 0 && html`<p class="note">Và ${formatNumber(others)} tên khác, ghi ở từng lượt.</p>`}
      ${nameless > 0 && html`<p class="note">${honours.length > 0 ? "Ngoài ra còn" : "Có"} ${formatNumber(nameless)} lượt mà bài viết không nêu tên.</p>`}`;
    })}${more}
    </section>`
  );
}

function honoursView({ giver, url, day, names: honoured }: Honours): Html {
  return html`<li><small>${giver}, <a class="whole" href="${url}">bài ngày ${shortDay(day)}</a></small>${names(honoured)}</li>`;
}
