import type { Article } from "./article.ts";
import { maxLetters } from "./limits.ts";
import { type Finding, finding } from "./problems/finding.ts";

/**
 * An alias is an address that an article had before, here or in another system, as a path from the
 * root with its query, decoded: `/tin-tuc/bai-cu/`, `/?p=123`.
 */

/** Characters that mean nothing to any host's rules, so that they need no escape in one of them. */
const stepForm = /^[\p{L}\p{M}\p{N}\-._~+,@!()=&]+$/u;
const queryForm = /^[\p{L}\p{M}\p{N}\-._~+,@!()=&%/]+$/u;

/** In bytes of UTF-8; file systems end at 255. */
const longestStep = 240;

/**
 * Returns an alias in its normal form; undefined for what is no path. A whole web address stands
 * for its path, because that is what people copy.
 */
export function readAlias(written: string): string | undefined {
  if (written.length > maxLetters.address) return undefined;
  const [, path = "", query] =
    /^(?:https?:\/\/[^/?#\s]+(?=[/?]))?([^?#]*)(?:\?([^#]*))?$/iu.exec(written) ?? [];
  const decoded = decodedPath(path === "" && query !== undefined ? "/" : path);
  const steps = decoded?.split("/") ?? [];
  const isPath =
    steps[0] === "" &&
    steps.slice(1, -1).every(isStep) &&
    (steps.at(-1) === "" || isStep(steps.at(-1)!));
  if (!isPath || steps.length < 2) return undefined;
  if (query !== undefined && !queryForm.test(query)) return undefined;
  const normal = decoded!.replace(/\/index\.html$/u, "/");
  return withSlash(normal) + (query === undefined ? "" : `?${query}`);
}

function isStep(step: string): boolean {
  return stepForm.test(step) && !step.startsWith(".") && Buffer.byteLength(step) <= longestStep;
}

function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return undefined;
  }
}

/** Ends a path with a slash unless it names a file: hosts lead from the one to the other. */
function withSlash(path: string): string {
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last === "" || last.includes(".") ? path : `${path}/`;
}

/**
 * Returns the address of the page that leads on from an alias; undefined where only a host can do
 * so: for a query, for the file of another program (`bai.aspx`), which would be sent as a download,
 * and for a folder that may be a file.
 */
export function aliasPage(alias: string): string | undefined {
  if (alias.includes("?")) return undefined;
  const steps = alias.split("/").slice(1);
  const last = steps.pop()!;
  const isFolder = steps.every((step) => !step.includes(".") && !step.startsWith("_"));
  return isFolder && (last === "" || /\.html?$/iu.test(last)) ? alias : undefined;
}

/** Returns an alias as a browser asks for it: in ASCII, with percent signs. */
export function encodedAlias(alias: string): string {
  // The query keeps the percent signs that it was written with.
  return encodeURI(alias).replaceAll("%25", "%");
}

/** What has aliases: an article, or the notice of one that was withdrawn. */
export type Owner = Pick<Article, "path" | "url" | "title" | "aliases">;

/** An alias, and what it leads to. */
export type Moved = {
  readonly alias: string;
  readonly to: { readonly name: string; readonly url: string };
};

/** Lists the aliases of all articles, each once, in the order of the articles. */
export function movedOf(owners: readonly Owner[]): Moved[] {
  const known = new Set<string>();
  return owners.flatMap(({ aliases, title, url }) => {
    const to = { name: title, url };
    return aliases.flatMap((alias) => {
      const key = keyOf(alias);
      if (alias === url || known.has(key)) return [];
      known.add(key);
      return [{ alias, to }];
    });
  });
}

/**
 * Reports aliases that two articles have, and those that are pages of the site.
 *
 * @param isPage returns whether the site has a page of its own at an address
 */
export function aliasFindings(
  articles: readonly Owner[],
  isPage: (url: string) => boolean,
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
      if (aliasPage(alias) !== undefined && isPage(key)) add("alias-taken", { value: alias });
      else if (other === undefined) owners.set(key, article);
      else if (other !== article) add("alias-twice", { value: alias, other: other.path });
    }
  }
  return found;
}

/** Some file systems take no notice of case, so two files must not differ by it alone. */
function keyOf(alias: string): string {
  return alias.toLowerCase();
}
