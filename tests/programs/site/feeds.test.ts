import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "@rowanmanning/feed-parser";
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from "feedsmith";
import { describe, expect, inject, it } from "vitest";
import { build as buildSite } from "../../../scripts/build.ts";
import type { Day } from "../../../src/day.ts";
import { readBuiltSite } from "../../built-site.ts";
import { article, base, temporaryFolder, writeFiles } from "../../content.ts";
import { deadEnds, readPage } from "./page-reading.ts";

/* Feeds as two feed readers from other projects understand them. */

const site = readBuiltSite(inject("builtSite"));
const deadEnd = deadEnds(site, site.pages.map(readPage));
const home = `${site.host}${site.basePath}`;

/** What a feed says, whatever its format. */
type Told = {
  readonly title: string | undefined;
  readonly self: string | undefined;
  readonly page: string | undefined;
  readonly updated?: number;
  readonly entries: readonly {
    readonly id: string | undefined;
    readonly url: string | undefined;
    readonly title: string | undefined;
    readonly summary: string | undefined;
    readonly content: string | undefined;
    readonly published: number;
    readonly authors: readonly (string | undefined)[];
    readonly tags: readonly (string | undefined)[];
  }[];
};

function read(file: string, directory = site.directory): string {
  return readFileSync(join(directory, file), "utf8");
}

function atom(text: string): Told {
  const feed = parseAtomFeed(text);
  const link = (links: typeof feed.links, rel: string) =>
    links?.find((one) => one.rel === rel)?.href;
  return {
    title: feed.title?.value,
    self: link(feed.links, "self"),
    page: link(feed.links, "alternate"),
    updated: Date.parse(feed.updated ?? ""),
    entries: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      url: link(entry.links, "alternate"),
      title: entry.title?.value,
      summary: entry.summary?.value,
      content: entry.content?.value?.trim(),
      published: Date.parse(entry.published ?? ""),
      authors: (entry.authors ?? []).map(({ name }) => name),
      tags: (entry.categories ?? []).map(({ term }) => term),
    })),
  };
}

function rss(text: string): Told {
  const feed = parseRssFeed(text);
  return {
    title: feed.title,
    self: feed.atom?.links?.[0]?.href,
    page: feed.link,
    updated: Date.parse(feed.lastBuildDate ?? ""),
    entries: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      url: item.link,
      title: item.title,
      summary: item.description,
      content: item.content?.encoded?.trim(),
      published: Date.parse(item.pubDate ?? ""),
      authors: item.dc?.creators ?? [],
      tags: (item.categories ?? []).map(({ name }) => name),
    })),
  };
}

function json(text: string): Told {
  const feed = parseJsonFeed(text);
  return {
    title: feed.title,
    self: feed.feed_url,
    page: feed.home_page_url,
    entries: (feed.items ?? []).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content: item.content_html?.trim(),
      published: Date.parse(item.date_published ?? ""),
      authors: (item.authors ?? []).map(({ name }) => name),
      tags: item.tags ?? [],
    })),
  };
}

const folders = site.files
  .filter((file) => file.endsWith("feed.xml"))
  .map((file) => file.slice(0, -"feed.xml".length));

it("there are feeds of the site, awards, corrections, topics and units", () => {
  for (const folder of ["", "khen-thuong/", "cai-chinh/"]) expect(folders).toContain(folder);
  expect(folders.filter((folder) => folder.startsWith("chu-de/")).length).toBeGreaterThan(3);
  expect(folders.filter((folder) => folder.startsWith("don-vi/")).length).toBeGreaterThan(3);
});

describe.each(folders)("the feed of /%s", (folder) => {
  const told = atom(read(`${folder}feed.xml`));

  it("says the same in every format", () => {
    const { updated: _updated, ...rest } = told;
    expect(rss(read(`${folder}rss.xml`))).toEqual({ ...told, self: `${home}/${folder}rss.xml` });
    expect(json(read(`${folder}feed.json`))).toEqual({
      ...rest,
      self: `${home}/${folder}feed.json`,
    });
    expect(told.self).toBe(`${home}/${folder}feed.xml`);
    expect(told.page).toBe(`${home}/${folder}`);
  });

  it("is understood alike by another reader", () => {
    for (const file of ["feed.xml", "rss.xml"]) {
      const { title, items } = parseFeed(read(folder + file)).toJSON();
      expect(title).toBe(told.title);
      expect(items.map(({ id, title, content }) => [id, title, content?.trim()])).toEqual(
        told.entries.map(({ id, title, content }) => [id, title, content]),
      );
    }
  });

  it("is sorted newest first, names each entry once, and leads only to what is there", () => {
    const { entries } = told;
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const days = entries.map(({ published }) => published);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(told.updated).toBeGreaterThanOrEqual(days[0]!);
    for (const { url = "", content = "" } of entries) {
      expect(deadEnd(url, "/")).toBeUndefined();
      const addresses = [...content.matchAll(/ (?:href|src)="([^"]*)"/gu)].map(([, one]) => one!);
      for (const address of addresses) {
        expect(address).toMatch(/^(?:https?:|mailto:|tel:)/u);
        expect(deadEnd(address, "/")).toBeUndefined();
      }
    }
  });
});

it.each([
  ["title", /(?<=<item>\s*<title>)/u, "x"],
  ["text", "<content:encoded>", "<content:encoded>x"],
  ["day", /(?<=<pubDate>)[^<]*/u, "Tue, 05 Mar 2019 00:00:00 +0700"],
  ["author", "<dc:creator>", "<dc:creator>x"],
  ["topic", "<category>", "<category>x"],
])("another %s in one format would be seen", (_what, from, to) => {
  const text = read("rss.xml");
  expect(rss(text.replace(from, to)).entries).not.toEqual(atom(read("feed.xml")).entries);
  expect(rss(text).entries).toEqual(atom(read("feed.xml")).entries);
});

it("an entry holds the whole article: lead, pictures, text, figures, awards, documents, corrections", () => {
  const entries = folders.flatMap((folder) => atom(read(`${folder}feed.xml`)).entries);
  const whole = (part: RegExp) => entries.some(({ content = "" }) => part.test(content));
  for (const part of [
    /<figure><img src="https:[^"]+\.jpg" width="\d+" height="\d+" alt="[^"]+">/u,
    /<caption>Đã khen thưởng<\/caption>/u,
    /<h2[^>]*>Số liệu<\/h2>/u,
    /<h2[^>]*>Văn bản được nhắc đến<\/h2>/u,
    /<h2[^>]*>Đính chính<\/h2>/u,
  ])
    expect(whole(part), String(part)).toBe(true);
});

it("the list of feeds can be taken over by a feed reader, and names every feed", () => {
  const { body } = parseOpml(read("nguon-tin.opml"));
  const feeds = (body?.outlines ?? []).flatMap(({ outlines = [] }) => outlines);
  const listed = feeds.map(({ xmlUrl = "" }) => xmlUrl.slice(home.length + 1));
  expect(listed.toSorted()).toEqual(folders.map((folder) => `${folder}feed.xml`).toSorted());
  for (const { htmlUrl = "" } of feeds) expect(deadEnd(htmlUrl, "/")).toBeUndefined();
});

/** One cache for all builds, because it is not what is tested here. */
const cache = temporaryFolder();

async function build(files: Record<string, string>, today = "2024-06-30"): Promise<string> {
  const folder = temporaryFolder();
  const [content, output] = [join(folder, "content"), join(folder, "_site")];
  writeFiles(content, files);
  const options = { content, output, cache, drafts: false, today: today as Day };
  const { problems } = await buildSite(options);
  expect(problems).toEqual([]);
  return output;
}

describe("when something changes", async () => {
  const corrected = article(
    `corrections:
  - { date: 2024-04-01, wrong: "Có 48 người", right: "Có 84 người", kind: đính chính }
  - { date: 2024-03-09, right: "Thêm tên hai thôn", kind: bổ sung }`,
    "Xem [đầu bài](#muc-dau) và [trang chủ](/).\n\n## Đầu\n\nNội dung.",
  );
  const directory = await build({
    ...base,
    "bai.md": corrected,
    "cu.md": article().replace("03-05", "03-04"),
  });

  it("a correction moves the day of the entry and of the feed, not its id", () => {
    const feed = parseAtomFeed(read("feed.xml", directory));
    expect(feed.updated).toBe("2024-04-01T00:00:00+07:00");
    expect(feed.entries?.map(({ id, published, updated }) => [id, published, updated])).toEqual([
      [
        "https://thu.example/2024/03/05/bai/",
        "2024-03-05T00:00:00+07:00",
        "2024-04-01T00:00:00+07:00",
      ],
      [
        "https://thu.example/2024/03/04/cu/",
        "2024-03-04T00:00:00+07:00",
        "2024-03-04T00:00:00+07:00",
      ],
    ]);
    expect(read("rss.xml", directory)).toContain(
      "<pubDate>Tue, 05 Mar 2024 00:00:00 +0700</pubDate>",
    );
  });

  it("corrections are listed by their own days, on their page and in their feed", () => {
    const { entries } = atom(read("cai-chinh/feed.xml", directory));
    expect(entries.map(({ id, title }) => [id, title])).toEqual([
      ["https://thu.example/2024/03/05/bai/#dinh-chinh-2024-04-01", "Đính chính: Bài thử"],
      ["https://thu.example/2024/03/05/bai/#dinh-chinh-2024-03-09", "Bổ sung: Bài thử"],
    ]);
    const html = read("cai-chinh/index.html", directory);
    expect(html.indexOf("Có 84 người")).toBeLessThan(html.indexOf("Thêm tên hai thôn"));
    expect(html).toContain("<s>Có <no-break>48 người</no-break></s>");
    expect(read("2024/03/05/bai/index.html", directory)).toContain('id="dinh-chinh-2024-03-09"');
  });

  it("a link within the article leads to the article, wherever it is read", () => {
    const [entry] = atom(read("feed.xml", directory)).entries;
    expect(entry?.content).toContain('href="https://thu.example/2024/03/05/bai/#muc-dau"');
    expect(entry?.content).toContain('href="https://thu.example/"');
  });
});

describe("the news sitemap", () => {
  const files = {
    ...base,
    "nay.md": article(),
    "qua.md": article().replace("03-05", "03-04"),
    "kia.md": article().replace("03-05", "03-03"),
  };
  const listed = (directory: string) =>
    [...read("sitemap-tin-moi.xml", directory).matchAll(/<loc>([^<]+)/gu)].map(([, url]) => url);

  it.each([
    ["2024-03-05", ["https://thu.example/2024/03/05/nay/", "https://thu.example/2024/03/04/qua/"]],
    ["2024-03-06", ["https://thu.example/2024/03/05/nay/"]],
    ["2024-03-07", []],
  ])("on %s", async (today, expected) => {
    const directory = await build(files, today);
    expect(listed(directory)).toEqual(expected);
    expect(read("sitemap.xml", directory)).toContain("sitemap-tin-moi.xml");
  });

  it("says name, language, day and title", async () => {
    const text = read("sitemap-tin-moi.xml", await build(files, "2024-03-05"));
    for (const part of [
      "<news:name>Bản tin thử</news:name>",
      "<news:language>vi</news:language>",
      "<news:publication_date>2024-03-05T00:00:00+07:00</news:publication_date>",
      "<news:title>Bài thử</news:title>",
    ])
      expect(text).toContain(part);
  });
});
