import { LayoutFault, placedFault } from "../../src/layout-fault.ts";
import { type Page, page } from "../../src/page.ts";
import type { Site } from "../../src/site.ts";
import type { Chrome } from "../parts/chrome.ts";
import { frame } from "../parts/frame.ts";
import { Html, html, trustedHtml } from "../parts/html.ts";
import { sharedOf } from "../parts/shared.ts";
import type { OfficeSite } from "./site-facts.ts";
import { excerptOf } from "./views.ts";

/** A page of an office. Head, menu and foot are those of all pages; the title is its heading. */
export type OwnPage = {
  /** Lower-case letters, digits and hyphens between slashes: `/lich-truc/`. */
  readonly url: string;
  readonly title: string;
  /** A sentence for search engines and social networks. */
  readonly description: string;
  /** What is below the heading, made by the tag `html`. */
  readonly main: Html;
};

/** A file of an office, for programs: `/lich-truc.ics`. */
export type OwnFile = { readonly url: string; readonly text: string };

/** Makes the pages of one kind of an office. */
export type OwnPages = (site: OfficeSite) => Iterable<OwnPage | OwnFile>;

/** What one file of an office has made, with the file, which a message on a clash names. */
export type MadePage = { readonly made: OwnPage | OwnFile; readonly path: string };

const pageAddress = /^\/(?:[a-z\d]+(?:-[a-z\d]+)*\/)+$/u;
const fileAddress =
  /^\/(?:[a-z\d]+(?:-[a-z\d]+)*\/)*[a-z\d]+(?:-[a-z\d]+)*\.(?:csv|ics|json|txt|xml)$/u;

/** Has a file of an office make its pages, and checks them. Throws `LayoutFault`. */
export function madePages(
  make: (site: OfficeSite) => unknown,
  site: OfficeSite,
  path: string,
  folder: string,
): MadePage[] {
  let list: unknown[];
  try {
    const made = make(site);
    if (made === null || typeof made !== "object" || !(Symbol.iterator in made))
      throw new LayoutFault("no-pages", excerptOf(made), path);
    list = [...(made as Iterable<unknown>)];
  } catch (error) {
    throw placedFault(error, "threw", path, folder);
  }
  return list.map((one) => ({ made: checked(one, path), path }));
}

function checked(one: unknown, path: string): OwnPage | OwnFile {
  const made = Object(one) as Partial<OwnPage & OwnFile>;
  const { url, title, description, main, text } = made;
  if (typeof url !== "string") throw new LayoutFault("bad-page", "url", path);
  if (text !== undefined) {
    if (typeof text !== "string") throw new LayoutFault("bad-page", `${url}: text`, path);
    if (!fileAddress.test(url)) throw new LayoutFault("bad-address", url, path);
    return { url, text };
  }
  if (!pageAddress.test(url)) throw new LayoutFault("bad-address", url, path);
  for (const [key, value] of Object.entries({ title, description }))
    if (typeof value !== "string" || value.trim() === "")
      throw new LayoutFault("bad-page", `${url}: ${key}`, path);
  if (!(main instanceof Html))
    throw new LayoutFault("not-html", `${url}: main = ${excerptOf(main)}`, path);
  return { url, title: title!, description: description!, main };
}

/** Puts what an office has made into the frame of the site. */
export function* framedPages(made: readonly MadePage[], site: Site): Generator<Page> {
  const { chrome } = sharedOf(site);
  for (const { made: one } of made) {
    if ("text" in one) yield page("own file", one.url, one.text, (text) => text);
    else {
      const { main, ...facts } = one;
      yield page("own", one.url, { chrome, ...facts, main: String(main) }, ownView);
    }
  }
}

type Props = Omit<OwnPage, "main"> & { readonly chrome: Chrome; readonly main: string };

function ownView({ chrome, url, title, description, main }: Props): Html {
  return frame({
    chrome,
    url,
    title,
    description,
    way: [],
    main: html`<header class="page-head"><h1>${title}</h1></header>
      <div class="prose">${trustedHtml(main)}</div>`,
  });
}
