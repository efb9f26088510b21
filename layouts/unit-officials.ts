import type { UnitOfficial } from "../src/registers/officials.ts";
import { officialUrl } from "../src/urls.ts";
import { type PostShown, postShown } from "./official.ts";
import { type Html, html } from "./parts/html.ts";
import type { Link, Shared } from "./parts/shared.ts";

/** An office holder with the posts that are in one unit. */
export type OfficialLine = Link & { readonly posts: readonly PostShown[] };

/** Returns the office holders of a unit, as plain data. */
export function officialLines(own: readonly UnitOfficial[], shared: Shared): OfficialLine[] {
  return own.map(({ official, posts }) => ({
    name: official.name,
    url: officialUrl(official.id),
    posts: posts.map((post) => postShown(post, shared)),
  }));
}

/** The office holders of a unit as a list. */
export function officialList(officials: readonly OfficialLine[]): Html {
  return html`<ul class="people">${officials.map(
    ({ name, url, posts }) =>
      html`<li><a href="${url}"><b>${name}</b></a>${posts.map(({ post, time }) => html`<span>${post}${time && ` (${time})`}</span>`)}</li>`,
  )}</ul>`;
}
