import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import type { BuiltPage, BuiltSite } from "../../built-site.ts";

/** What the tests look at in a page, gathered in one pass. */
export type PageReading = {
  readonly page: BuiltPage;
  /** Every address in the page, as written. */
  readonly addresses: readonly string[];
  readonly ids: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  /** The JSON-LD of the page, as text. */
  readonly linkedData: string;
  /** Elements and attributes that no page may have. */
  readonly forbidden: readonly string[];
};

const addressAttributes = ["href", "src", "action", "poster", "data", "cite"];
const forbiddenElements = new Set(["iframe", "object", "embed", "base", "style"]);

export function readPage(page: BuiltPage): PageReading {
  const addresses: string[] = [];
  const ids: string[] = [];
  const counts = new Map<string, number>();
  const forbidden: string[] = [];
  let title = "";
  let inData = false;
  let linkedData = "";
  let inTitle = false;
  let description = "";
  let canonical = "";
  const parser = new Parser({
    onopentag(name, attributes) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      inTitle = name === "title";
      if (attributes.id !== undefined) ids.push(attributes.id);
      for (const attribute of addressAttributes) {
        const address = attributes[attribute];
        if (address !== undefined) addresses.push(address);
      }
      for (const candidate of attributes.srcset?.split(",") ?? [])
        addresses.push(candidate.trim().split(/\s+/u)[0]!);
      if (name === "link" && attributes.rel === "canonical") canonical += attributes.href ?? "";
      if (name === "meta" && attributes.name === "description")
        description += attributes.content ?? "";
      if (name === "meta" && /^og:(?:image|url)$/u.test(attributes.property ?? ""))
        addresses.push(attributes.content ?? "");
      if (name === "script" ? !isAllowed(page, attributes) : forbiddenElements.has(name))
        forbidden.push(`<${name}>`);
      inData = name === "script" && attributes.type === "application/ld+json";
      for (const attribute of Object.keys(attributes)) {
        if (attribute === "style" || attribute.startsWith("on"))
          forbidden.push(`<${name} ${attribute}>`);
      }
    },
    ontext(text) {
      if (inTitle) title += text;
      if (inData) linkedData += text;
    },
    onclosetag(name) {
      if (name === "title") inTitle = false;
      inData = false;
    },
  });
  parser.end(page.html);
  return { page, addresses, ids, counts, title, description, canonical, forbidden, linkedData };
}

/** Returns whether a script may be there: data that no browser runs, or that of the search page. */
function isAllowed(page: BuiltPage, { type, src }: Readonly<Record<string, string>>): boolean {
  if (src === undefined) return type === "application/ld+json";
  return page.kind === "search";
}

/**
 * Returns a function that says why an address on a page of the site leads nowhere. It returns
 * undefined for an address that leads somewhere, or off the site.
 */
export function deadEnds(
  { host, basePath, files }: BuiltSite,
  readings: readonly PageReading[],
): (address: string, fromUrl: string) => string | undefined {
  const known = new Set(files);
  const idsByFile = new Map(readings.map(({ page, ids }) => [page.file, new Set(ids)]));
  return (address, fromUrl) => {
    const target = URL.parse(address, `${host}${basePath}${fromUrl}`);
    if (target === null) return `${address} is no address`;
    if (/^(?:mailto|tel):$/u.test(target.protocol)) return undefined;
    if (target.origin !== host) return undefined;
    if (!target.pathname.startsWith(`${basePath}/`)) return `${address} is not below the site`;
    const path = decodeURIComponent(target.pathname.slice(basePath.length + 1));
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!known.has(file)) return `${address} leads to no file`;
    const fragment = decodeURIComponent(target.hash.slice(1));
    if (fragment !== "" && !idsByFile.get(file)?.has(fragment))
      return `${address} leads to no place on its page`;
    return undefined;
  };
}

/** Returns `page: what is wrong` for every link of a page that leads nowhere. */
export function deadLinksOfPages(site: BuiltSite, readings: readonly PageReading[]): string[] {
  const deadEnd = deadEnds(site, readings);
  return readings.flatMap(({ page, addresses }) =>
    addresses.flatMap((address) => {
      const wrong = deadEnd(address, page.url);
      return wrong === undefined ? [] : [`${page.url}: ${wrong}`];
    }),
  );
}

const addressInText =
  /(?:href=(?:"|&quot;)|src=(?:"|&quot;)|<loc>\s*|<id>\s*(?=http)|Sitemap: |url\("?)(?<address>[^"'&<)\s]+)/gu;

/** Returns `file: what is wrong` for dead links of feeds, sitemaps, robots.txt and stylesheet. */
export function deadLinksOfOtherFiles(site: BuiltSite, readings: readonly PageReading[]): string[] {
  const deadEnd = deadEnds(site, readings);
  return site.files
    .filter((file) => /\.(?:xml|opml|txt|css)$/u.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(site.directory, file), "utf8").replaceAll("&amp;", "&");
      return [...text.matchAll(addressInText)].flatMap(({ groups }) => {
        const wrong = deadEnd(groups!.address!, `/${file}`);
        return wrong === undefined ? [] : [`${file}: ${wrong}`];
      });
    });
}
