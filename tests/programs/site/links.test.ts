import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import * as z from "zod";
import { pageKinds } from "../../../layouts/index.ts";
import { dayAt } from "../../../src/day.ts";
import { loadContent } from "../../../src/load.ts";
import { isHidden, now, pagesOfKind, readBuiltSite } from "../../built-site.ts";
import { siteOf } from "../../checking.ts";
import { temporaryFolder } from "../../content.ts";
import { exampleContent } from "../../example-content.ts";
import { deadEnds, deadLinksOfOtherFiles, deadLinksOfPages, readPage } from "./page-reading.ts";

const site = readBuiltSite(inject("builtSite"));

const readings = site.pages.map(readPage);
const deadEnd = deadEnds(site, readings);

describe("links", () => {
  it("are found at all", () => {
    expect(readings.length).toBeGreaterThan(30);
    expect(deadEnd("/khong-co/", "/")).toBe("/khong-co/ leads to no file");
    expect(deadEnd("#khong-co", "/")).toBe("#khong-co leads to no place on its page");
  });

  it("of every page lead to a file, and to a place that is there", () => {
    expect(deadLinksOfPages(site, readings)).toEqual([]);
  });

  it("of feeds, sitemaps, robots.txt and the stylesheet lead to a file", () => {
    expect(deadLinksOfOtherFiles(site, readings)).toEqual([]);
  });

  it("leave no page that no other page leads to", () => {
    const reached = new Set(
      readings.flatMap(({ page, addresses }) =>
        addresses
          .map((address) => URL.parse(address, `${site.host}${site.basePath}${page.url}`))
          // A page names itself as its canonical address, which leads no reader there.
          .filter((target) => target?.pathname !== `${site.basePath}${page.url}`)
          .map((target) => target?.pathname),
      ),
    );
    const lonely = site.pages.filter(
      // A signpost is where something was before; who kept the address finds it.
      ({ kind, url }) =>
        !isHidden(kind) && kind !== "signpost" && !reached.has(`${site.basePath}${url}`),
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
    // A script loads others when they are needed.
    for (const file of site.files.filter((name) => name.endsWith(".js"))) {
      const script = readFileSync(join(site.directory, file), "utf8");
      for (const { groups } of script.matchAll(/["'`](?<address>\.\/[^"'`]+\.js)["'`]/gu))
        use(groups!.address!, `/${file}`);
    }
    const manifest = z
      .object({ icons: z.array(z.object({ src: z.string() })) })
      .parse(JSON.parse(readFileSync(join(site.directory, "manifest.webmanifest"), "utf8")));
    for (const { src } of manifest.icons) use(src, "/manifest.webmanifest");
    // The script of the search page loads the index, and the host reads the header files.
    const assets = site.files.filter(
      (file) =>
        !/\.(?:html|xml|txt)$/u.test(file) &&
        !file.startsWith("tim-kiem/") &&
        !file.endsWith(".htaccess") &&
        !["_headers", "_redirects", "_nginx-redirects.conf"].includes(file),
    );
    expect(assets.filter((file) => !used.has(file))).toEqual([]);
  });
});

it("the example has a page of every kind", async () => {
  const content = await loadContent({
    content: exampleContent,
    cache: temporaryFolder(),
    drafts: false,
    today: dayAt(now)!,
  });
  const real = siteOf(content);
  const without = pageKinds.filter((pagesOf) => [...pagesOf(real, {})].length === 0);
  // The editor is there only when the office has a repository for it; its own tests turn it on.
  expect(without.map(({ name }) => name)).toEqual(["webEditorPages"]);
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

  it("has no frame, no style of its own, and no script but that of the search page", () => {
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
    const content = await loadContent({
      content: exampleContent,
      cache: temporaryFolder(),
      drafts: false,
      today,
    });
    const texts = site.files
      .filter((file) => /\.(?:html|xml|txt|json|csv)$/u.test(file))
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
  const content = await loadContent({
    content: exampleContent,
    cache: temporaryFolder(),
    drafts: false,
    today: dayAt(now)!,
  });
  const articles = pagesOfKind(site, "article").map(({ url }) => url);
  expect(articles.toSorted()).toEqual(content.published.map(({ url }) => url).toSorted());
});
