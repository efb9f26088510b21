import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { type MovedProps, movedView } from "./parts/moved.ts";

/** Pages at addresses that articles had before, for hosts that know no rules. */
export function* aliasPages({ settings: { origin }, moved }: Site): Generator<Page> {
  for (const { page: url, to } of moved) {
    if (url === undefined) continue;
    const props: MovedProps = { origin, to };
    yield page("alias", url, props, movedView);
  }
}
