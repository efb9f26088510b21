import { type Post, postsInOrder } from "../src/person.ts";
import { officeRank } from "../src/registers/office-rank.ts";
import type { UnitOfficial } from "../src/registers/officials.ts";
import type { Site } from "../src/site.ts";
import { lastDay } from "../src/unit.ts";
import { officialUrl } from "../src/urls.ts";
import { type PostShown, postShown } from "./official.ts";
import { type Html, html } from "./parts/html.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

/** An office holder with the posts that are in one unit. */
type OfficialLine = Link & { readonly posts: readonly (PostShown & { isOver: boolean })[] };

/** The office holders of a unit: those in office today, and those who have left it. */
export type UnitOffices = {
  readonly now: readonly OfficialLine[];
  readonly former: readonly OfficialLine[];
};

/** At most this many former office holders are shown; a longer list is folded. */
const FEW_FORMER = 6;

/**
 * Returns the office holders of a unit, as plain data: in order of their offices, as papers name
 * them, then of given names. For whoever has left, all offices count, otherwise those of now.
 */
export function officesOf(id: string, site: Site): UnitOffices {
  const shared = sharedOf(site);
  const own = site.officials.byUnit.get(id) ?? [];
  const line = ({ official, posts }: UnitOfficial): OfficialLine => ({
    name: official.name,
    url: officialUrl(official.id),
    posts: postsInOrder(posts).map((post) => ({
      ...postShown(post, shared),
      isOver: areOver([post], site),
    })),
  });
  const rank = ({ posts }: UnitOfficial): number => {
    const held = posts.filter((post) => !areOver([post], site));
    return officeRank(held.length > 0 ? held : posts);
  };
  const inOrder = own
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
  const [former, now] = [true, false].map((isFormer) =>
    inOrder.filter(({ posts }) => areOver(posts, site) === isFormer).map(line),
  );
  return { now: now!, former: former! };
}

/** Returns whether nobody holds any of these posts today: their time is over, or their unit is. */
export function areOver(posts: readonly Post[], { unitById, today }: Site): boolean {
  return posts.every(
    ({ unit, to }) =>
      (to !== undefined && lastDay(to) < today) ||
      (unit !== undefined && (unitById.get(unit)?.isEnded ?? false)),
  );
}

/** Those in office, then the others under a heading of their own. */
export function officesView({ now, former }: UnitOffices): Html {
  const title = "Đã thôi giữ chức vụ";
  const list = former.length > 0 && officialList(former);
  return html`${now.length > 0 && officialList(now, true)}${
    former.length > FEW_FORMER
      ? html`<details class="folded"><summary><b>${title}</b>: ${former.length} người</summary>${list}</details>`
      : list && html`<h3>${title}</h3>${list}`
  }`;
}

/**
 * Office holders with their posts in the unit.
 *
 * @param isNow whether they hold one, so that those which they left must be told from it
 */
function officialList(officials: readonly OfficialLine[], isNow = false): Html {
  return html`<ul class="people">${officials.map(
    ({ name, url, posts }) =>
      html`<li><a href="${url}"><b>${name}</b></a>${posts.map(({ post, time, isOver }) => html`<span>${isNow && isOver && "nguyên "}${post}${time && ` (${time})`}</span>`)}</li>`,
  )}</ul>`;
}
