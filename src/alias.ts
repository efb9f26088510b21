import type { Article } from "./article.ts";
import { type Finding, finding } from "./problems/finding.ts";
import { aliasPage, encodedAlias } from "./text/old-address.ts";

/** What has aliases: an article, or the notice of one that was withdrawn. */
export type Owner = Pick<Article, "path" | "url" | "title" | "aliases">;

/** An alias, and what it leads to. */
export type Moved = {
  readonly alias: string;
  /** The address of the page that leads on; undefined where only a host can do so. */
  readonly page: string | undefined;
  readonly to: { readonly name: string; readonly url: string };
};

/**
 * Lists the aliases of all articles, each once, in the order of the articles. One that differs from
 * another of the same article by case alone has no page, because some file systems would take the
 * two for one; hosts that tell them apart have a rule for each.
 */
export function movedOf(owners: readonly Owner[]): Moved[] {
  const known = new Map<string, string>();
  const written = new Set<string>();
  return owners.flatMap(({ aliases, title, url }) => {
    const to = { name: title, url };
    return aliases.flatMap((alias) => {
      const key = keyOf(alias);
      const first = known.get(key);
      if (alias === url || written.has(alias) || (first !== undefined && first !== url)) return [];
      known.set(key, url);
      written.add(alias);
      return [{ alias, page: first === undefined ? aliasPage(alias) : undefined, to }];
    });
  });
}

/**
 * Reports aliases that two articles have, and those that are pages or files of the site: some hosts
 * follow a rule before they look for a file.
 *
 * @param isTaken returns whether the site has a page or a file of its own at an address
 */
export function aliasFindings(
  articles: readonly Owner[],
  isTaken: (url: string) => boolean,
): Finding[] {
  const owners = new Map<string, Owner>();
  const found: Finding[] = [];
  for (const article of articles) {
    for (const [at, alias] of article.aliases.entries()) {
      const key = keyOf(alias);
      const other = owners.get(key);
      const add = (code: "alias-taken" | "alias-twice", args: Readonly<Record<string, string>>) =>
        found.push(finding(code, article.path, ["aliases", at], args));
      if (alias === article.url) continue;
      if (isTaken(alias.toLowerCase())) add("alias-taken", { value: alias });
      else if (other === undefined) owners.set(key, article);
      else if (other !== article) add("alias-twice", { value: alias, other: other.path });
    }
  }
  return found;
}

/**
 * Some file systems take no notice of case, so two files must not differ by it alone; a query may
 * be written with percent signs or without.
 */
function keyOf(alias: string): string {
  return encodedAlias(alias.toLowerCase()).toLowerCase();
}
