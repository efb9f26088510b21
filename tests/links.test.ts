import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, inject, it } from "vitest";
import { dayAt } from "../src/day.ts";
import { loadContent } from "../src/load.ts";
import { type BuiltPage, now, pageKinds, readBuiltSite } from "./built-site.ts";

const site = readBuiltSite(inject("builtSite"));
const files = new Set(site.files);

/** What the tests below look at in a page, gathered in one pass. */
type Reading = {
  readonly page: BuiltPage;
  /** Every address in the page, as written. */
  readonly addresses: readonly string[];
  readonly ids: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  /** Elements and attributes that no page may have. */
  readonly forbidden: readonly string[];
};

const addressAttributes = ["href", "src", "action", "poster", "data", "cite"];
const forbiddenElements = new Set(["script", "iframe", "object", "embed", "base", "style"]);

function read(page: BuiltPage): Reading {
  const addresses: string[] = [];
  const ids: string[] = [];
  const counts = new Map<string, number>();
  const forbidden: string[] = [];
  let title = "";
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
      if (forbiddenElements.has(name)) forbidden.push(`<${name}>`);
      for (const attribute of Object.keys(attributes)) {
        if (attribute === "style" || attribute.startsWith("on"))
          forbidden.push(`<${name} ${attribute}>`);
      }
    },
    ontext(text) {
      if (inTitle) title += text;
    },
    onclosetag(name) {
      if (name === "title") inTitle = false;
    },
  });
  parser.end(page.html);
  return { page, addresses, ids, counts, title, description, canonical, forbidden };
}

const readings = site.pages.map(read);
const idsByFile = new Map(readings.map(({ page, ids }) => [page.file, new Set(ids)]));

/** Undefined for a link that leads somewhere on the site, or leaves it; else what is wrong. */
function deadEnd(address: string, fromUrl: string): string | undefined {
  const target = URL.parse(address, `${site.host}${site.basePath}${fromUrl}`);
  if (target === null) return `${address} is no address`;
  if (/^(?:mailto|tel):$/u.test(target.protocol)) return undefined;
  if (target.origin !== site.host) return undefined;
  if (!target.pathname.startsWith(`${site.basePath}/`)) return `${address} is not below the site`;
  const path = decodeURIComponent(target.pathname.slice(site.basePath.length + 1));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(file)) return `${address} leads to no file`;
  const fragment = decodeURIComponent(target.hash.slice(1));
  if (fragment !== "" && !idsByFile.get(file)?.has(fragment))
    return `${address} leads to no place on its page`;
  return undefined;
}

describe("links", () => {
  it("are found at all", () => {
    expect(readings.length).toBeGreaterThan(30);
    expect(deadEnd("/khong-co/", "/")).toBe("/khong-co/ leads to no file");
    expect(deadEnd("#khong-co", "/")).toBe("#khong-co leads to no place on its page");
  });

  it("of every page lead to a file, and to a place that is there", () => {
    const dead = readings.flatMap(({ page, addresses }) =>
      addresses.flatMap((address) => {
        const wrong = deadEnd(address, page.url);
        return wrong === undefined ? [] : [`${page.url}: ${wrong}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it("of feeds, sitemaps, robots.txt and the stylesheet lead to a file", () => {
    const dead = site.files
      .filter((file) => /\.(?:xml|txt|css)$/u.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(site.directory, file), "utf8").replaceAll("&amp;", "&");
        const found = text.matchAll(
          /(?:href=(?:"|&quot;)|src=(?:"|&quot;)|<loc>\s*|<id>\s*(?=http)|Sitemap: |url\("?)(?<address>[^"'&<)\s]+)/gu,
        );
        return [...found].flatMap(({ groups }) => {
          const wrong = deadEnd(groups!.address!, `/${file}`);
          return wrong === undefined ? [] : [`${file}: ${wrong}`];
        });
      });
    expect(dead).toEqual([]);
  });

  it("leave no page that no other page leads to", () => {
    const reached = new Set(
      readings.flatMap(({ page, addresses }) =>
        addresses
          .map((address) => URL.parse(address, `${site.host}${site.basePath}${page.url}`))
          // A page names itself as its canonical address; that leads nobody there.
          .filter((target) => target?.pathname !== `${site.basePath}${page.url}`)
          .map((target) => target?.pathname),
      ),
    );
    const lonely = site.pages.filter(
      ({ kind, url }) => kind !== "not found" && !reached.has(`${site.basePath}${url}`),
    );
    expect(lonely.map(({ url }) => url)).toEqual([]);
  });

  it("leave no picture, font or stylesheet that no page uses", () => {
    const used = new Set<string>();
    const use = (address: string, from: string) => {
      const target = URL.parse(address, `${site.host}${site.basePath}${from}`);
      used.add(target?.pathname.slice(site.basePath.length + 1) ?? "");
    };
    for (const { page, addresses } of readings)
      for (const address of addresses) use(address, page.url);
    for (const file of site.files.filter((name) => name.endsWith(".css"))) {
      const css = readFileSync(join(site.directory, file), "utf8");
      for (const { groups } of css.matchAll(/url\("?(?<address>[^")]+)/gu))
        use(groups!.address!, `/${file}`);
    }
    const assets = site.files.filter((file) => !/\.(?:html|xml|txt)$/u.test(file));
    expect(assets.filter((file) => !used.has(file))).toEqual([]);
  });
});

it("the real content has a page of every kind", () => {
  const present = new Set(site.pages.map(({ kind }) => kind));
  expect(pageKinds.filter((kind) => !present.has(kind))).toEqual([]);
});

describe("every page", () => {
  it("has one h1, a title, a description and its own address", () => {
    const wrong = readings.flatMap(({ page, counts, title, description, canonical }) => [
      ...(counts.get("h1") === 1 ? [] : [`${page.url} has ${counts.get("h1") ?? 0} h1`]),
      ...(counts.get("title") === 1 && title.trim() !== "" ? [] : [`${page.url} has no title`]),
      ...(counts.get("main") === 1 ? [] : [`${page.url} has no main part`]),
      ...(description.trim() === "" ? [`${page.url} has no description`] : []),
      ...(canonical === `${site.host}${site.basePath}${page.url}`
        ? []
        : [`${page.url} calls itself ${canonical}`]),
    ]);
    expect(wrong).toEqual([]);
  });

  it("has a title of its own", () => {
    const byTitle = Map.groupBy(readings, ({ title }) => title);
    const shared = [...byTitle].filter(([, pages]) => pages.length > 1);
    expect(shared.map(([title, pages]) => [title, pages.map(({ page }) => page.url)])).toEqual([]);
  });

  it("uses an id once", () => {
    const twice = readings.filter(({ ids }) => new Set(ids).size !== ids.length);
    expect(twice.map(({ page }) => page.url)).toEqual([]);
  });

  it("has no script, no frame and no style of its own", () => {
    const wrong = readings.flatMap(({ page, forbidden }) =>
      forbidden.map((found) => `${page.url}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });

  it("shows nothing that a program left behind", () => {
    const leftovers = /\bundefined\b|\[object \p{L}+\]|\bNaN\b|\0|\{\{/u;
    const wrong = site.pages.filter(({ html }) => leftovers.test(html));
    expect(wrong.map(({ url, html }) => `${url}: ${leftovers.exec(html)?.[0]}`)).toEqual([]);
  });
});

describe("what is not published", () => {
  it("appears nowhere: no address, no title, no picture", async () => {
    const today = dayAt(now)!;
    const content = await loadContent({ content: "content", drafts: false, today });
    const texts = site.files
      .filter((file) => /\.(?:html|xml|txt)$/u.test(file))
      .map((file) => [file, readFileSync(join(site.directory, file), "utf8")] as const);
    const publishedTitles = new Set(content.published.map(({ title }) => title));
    for (const { url, title } of content.unpublished) {
      expect(existsSync(join(site.directory, url))).toBe(false);
      const found = texts.filter(
        ([, text]) => text.includes(url) || (!publishedTitles.has(title) && text.includes(title)),
      );
      expect(found.map(([file]) => file)).toEqual([]);
    }
    const shown = new Set(content.pictures.map(({ path }) => path));
    const folders = new Set(
      site.files.filter((file) => file.startsWith("anh/")).map((file) => file.split("/")[1]),
    );
    expect(folders.size).toBeLessThanOrEqual(shown.size);
  });
});

it("every published article has its page, and there is no other", async () => {
  const content = await loadContent({ content: "content", drafts: false, today: dayAt(now)! });
  const articles = site.pages.filter(({ kind }) => kind === "article").map(({ url }) => url);
  expect(articles.toSorted()).toEqual(content.published.map(({ url }) => url).toSorted());
});
