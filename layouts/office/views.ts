import { LayoutFault, placedFault } from "../../src/layout-fault.ts";
import { Html } from "../parts/html.ts";
import type { Link } from "../parts/shared.ts";
import type { OfficeArticle, OfficeSite } from "./site-facts.ts";

/** What is below the text of an article, with what the program would show there. */
export type ArticleFoot = (
  article: OfficeArticle & {
    /** The whole address, `https://…`. */
    readonly address: string;
    /** The units that it tells of besides its own. */
    readonly mentions: readonly Link[];
    readonly usual: Html;
  },
) => Html;

/** A block of the home page, below the news. The program shows nothing there. */
export type HomeBlock = (site: OfficeSite) => Html;

/** The views of an office that the program calls, by the names of their files. */
export type OfficeViews = {
  readonly "article-foot"?: ArticleFoot;
  readonly "home-block"?: HomeBlock;
};

/** The names of the views that an office may replace. A file of another name makes pages. */
export const viewNames: ReadonlySet<string> = new Set<keyof OfficeViews>([
  "article-foot",
  "home-block",
]);

/** Returns a view that throws `LayoutFault`, with its place, when it fails or draws no HTML. */
export function guarded<Facts>(
  view: (facts: Facts) => unknown,
  path: string,
  folder: string,
): (facts: Facts) => Html {
  return (facts) => {
    let drawn: unknown;
    try {
      drawn = view(facts);
    } catch (error) {
      throw placedFault(error, "threw", path, folder);
    }
    if (drawn instanceof Html) return drawn;
    throw new LayoutFault("not-html", excerptOf(drawn), path);
  };
}

/** Returns a value as people recognise it, in a few letters. */
export function excerptOf(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
