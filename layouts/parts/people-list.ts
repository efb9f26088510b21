import { officialUrl } from "../../src/urls.ts";
import { type Html, html } from "./html.ts";

/** A person as lists show one; those with an id have a page. */
export type PersonShown = {
  readonly id?: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly role?: string;
};

/** People with their posts, and what each did. */
export function peopleList(people: readonly PersonShown[]): Html {
  return html`<ul class="people">${people.map(
    ({ id, name, posts, role }) =>
      html`<li><b>${id === undefined ? name : html`<a href="${officialUrl(id)}">${name}</a>`}</b>${posts.length > 0 && html`<span>${posts.join(", ")}</span>`}${role && html`<span class="role">${role}</span>`}</li>`,
  )}</ul>`;
}
