import { type Day, shortDay } from "../../src/day.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import { awardDay } from "../../src/registers/received.ts";
import {
  groupNames,
  type RecipientGroup,
  recipientGroupOf,
  recipientGroups,
} from "../../src/registers/recipients.ts";
import { comparePeople, compareText, formatNumber, nameKey } from "../../src/text/vietnamese.ts";
import { type Html, html } from "../parts/html.ts";
import type { Named, Shared } from "../parts/shared.ts";

/** Recipients of one group by their names, and how many have none. */
export type NamedGroup = {
  readonly group: RecipientGroup;
  readonly items: readonly NamedItem[];
  /** How many names there is no room for. */
  readonly more: number;
  /** How many received without being named, as far as numbers are exact. */
  readonly nameless: number;
};

type NamedItem = {
  readonly name: Named;
  readonly told: readonly { readonly giver: string; readonly url: string; readonly day: Day }[];
};

/** A list of more names is read by nobody; the lines of the ledger hold all of them. */
const MOST = 300;

/** Lists those who were given an award; what is proposed or withdrawn names nobody here. */
export function namedIn(entries: readonly RegisterEntry[], shared: Shared): NamedGroup[] {
  const given = entries.filter(({ counts, unclear }) => counts.given > 0 || unclear.given > 0);
  const groups = Map.groupBy(given, ({ award }) => recipientGroupOf(award.to));
  return recipientGroups.flatMap((group) => {
    const own = groups.get(group);
    if (own === undefined) return [];
    const items = itemsOf(own, shared);
    const compare = group === "person" ? comparePeople : compareText;
    items.sort((a, b) => compare(textOf(a.name), textOf(b.name)));
    const nameless = own.reduce(
      (sum, { counts, award }) => sum + Math.max(0, counts.given - award.recipients.length),
      0,
    );
    const more = Math.max(0, items.length - MOST);
    return [{ group, items: items.slice(0, MOST), more, nameless }];
  });
}

function itemsOf(entries: readonly RegisterEntry[], shared: Shared): NamedItem[] {
  const items = new Map<string, { name: Named; told: NamedItem["told"][number][] }>();
  for (const entry of entries) {
    const { award, article } = entry;
    const told = {
      giver: shared.unitLink(award.by).name,
      url: article.url,
      day: article.date,
    };
    for (const written of award.recipients) {
      const name = shared.recipient(written, awardDay(entry));
      // Two people may share a name; what has a page is known by it.
      const key = typeof name === "string" ? `${nameKey(name)}|${told.giver}` : name.url;
      const item = items.get(key);
      if (item === undefined) items.set(key, { name, told: [told] });
      else if (!item.told.some(({ url }) => url === told.url)) item.told.push(told);
    }
  }
  return [...items.values()];
}

function textOf(name: Named): string {
  return typeof name === "string" ? name : name.name;
}

/** Draws the lists of names; nothing where nobody is named. */
export function namedPart(
  groups: readonly NamedGroup[],
  heading: string,
  id: string,
): Html | false {
  if (groups.every(({ items }) => items.length === 0)) return false;
  return html`<section class="part named" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
    ${groups.map(
      ({ group, items, more, nameless }) => html`<h3>${groupNames[group]}</h3>
      ${items.length > 0 && html`<ul>${items.map(item)}</ul>`}
      ${more > 0 && html`<p class="note">Và ${formatNumber(more)} tên khác, ghi ở từng lượt.</p>`}
      ${nameless > 0 && html`<p class="note">${items.length > 0 ? "Ngoài ra còn" : "Có"} ${formatNumber(nameless)} lượt mà bài viết không nêu tên.</p>`}`,
    )}
    </section>`;
}

function item({ name, told }: NamedItem): Html {
  return html`<li>${typeof name === "string" ? name : html`<a href="${name.url}">${name.name}</a>`}<small>${told.map(
    ({ giver, url, day }, at) =>
      html`${at > 0 && "; "}${giver}, <a class="whole" href="${url}">bài ngày ${shortDay(day)}</a>`,
  )}</small></li>`;
}
