import type { BuiltSite } from "../built-site.ts";

/** Returns the addresses that readers meet most: home page, longest article, lists and search. */
export function frequentPages({ pages }: BuiltSite): string[] {
  const article = pages
    .filter(({ kind }) => kind === "article")
    .reduce((a, b) => (b.html.length > a.html.length ? b : a)).url;
  return ["/", article, "/chu-de/hoi-nghi/", "/khen-thuong/", "/tim-kiem/"];
}
