import { keepTogether } from "../../src/text/kept-together.ts";
import { withBasePath } from "./base-path.ts";
import { forPreview } from "./policy.ts";

/** What holds for all pages of a site, wherever they are shown. */
export type Surroundings = {
  /** The path that the site is below; empty for one that has a host to itself. */
  readonly basePath: string;
  readonly isPreview: boolean;
};

/** Returns the text of a page as it is written, from what its view drew. */
export function finished(drawn: string, { basePath, isPreview }: Surroundings): string {
  const text = withBasePath(keepTogether(drawn), basePath);
  return isPreview ? forPreview(text) : text;
}
