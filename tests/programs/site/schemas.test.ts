import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { readBuiltSite } from "../../built-site.ts";
import { temporaryFolder, writeFiles } from "../../content.ts";
import { faultsBySchema } from "../../data-reading.ts";
import { relaxNgFaults } from "./nu-checker.ts";

/*
 * Feeds and sitemaps as their specifications describe them. The schemas in schemas/ are written
 * from the specifications, not from what the site has; each file that is spoilt must be found.
 */

const site = readBuiltSite(inject("builtSite"));
const home = `${site.host}${site.basePath}/`;
const read = (file: string) => readFileSync(join(site.directory, file), "utf8");
const filesOf = (name: RegExp) => site.files.filter((file) => name.test(file));

type Spoilt = readonly [what: string, from: string | RegExp, to: string];

/** Ways to spoil the first file of each schema. */
const schemas: readonly (readonly [schema: string, files: RegExp, spoilt: readonly Spoilt[]])[] = [
  [
    "atom",
    /(?:^|\/)feed\.xml$/u,
    [
      ["no-id", /<id>[^<]*<\/id>/u, ""],
      ["no-time", /<updated>[^<]*<\/updated>/u, ""],
      ["no-zone", "+07:00</updated>", "</updated>"],
      ["two-titles", "<subtitle>", "<title>x</title><subtitle>"],
      ["no-author", /(?<=<entry>.*?)<author><name>[^<]*<\/name><\/author>/su, ""],
      ["relative-link", /(?<=<link rel="alternate"[^>]*href=")[^"]*/u, "/bai/"],
      ["html-in-text", 'type="html"', 'type="xhtml"'],
      ["unknown", "<subtitle>", "<description>x</description><subtitle>"],
      ["bare-ampersand", "<title>", "<title>&"],
    ],
  ],
  [
    "rss",
    /(?:^|\/)rss\.xml$/u,
    [
      ["no-link", /<link>[^<]*<\/link>/u, ""],
      ["iso-day", /<pubDate>[^<]*/u, "<pubDate>2024-03-05T00:00:00+07:00"],
      ["no-version", ' version="2.0"', ""],
      ["relative-link", /(?<=<item>.*?<link>)[^<]*/su, "/bai/"],
      ["author-without-address", "<dc:creator>", "<author>x</author><dc:creator>"],
    ],
  ],
  [
    "sitemap",
    /^sitemap.*\.xml$/u,
    [
      ["relative", /<loc>[^<]*/u, "<loc>/bai/"],
      ["with-marks", /<loc>[^<]*/u, "<loc>https://ban-tin.example/đ/"],
      ["bad-day", /<url>|<sitemap>/u, "$&<lastmod>5/3/2024</lastmod>"],
      ["empty-place", /<loc>[^<]*<\/loc>/u, ""],
      ["other-space", "sitemap/0.9", "sitemap/0.8"],
    ],
  ],
  [
    "opml",
    /\.opml$/u,
    [
      ["no-text", / text="[^"]*"/u, ""],
      ["no-address", / xmlUrl="[^"]*"/u, ""],
      ["no-body", /<body>.*<\/body>/su, ""],
    ],
  ],
];

it.each(schemas)(
  "every file fits the schema %s, and no spoilt one does",
  async (schema, name, spoilt) => {
    const files = filesOf(name);
    expect(files.length).toBeGreaterThan(0);
    const text = read(files[0]!);
    const folder = temporaryFolder();
    const wrong = Object.fromEntries(
      spoilt.map(([what, from, to]) => [`${what}.xml`, text.replace(from, to)]),
    );
    for (const [what, one] of Object.entries(wrong)) expect(one, what).not.toBe(text);
    writeFiles(folder, wrong);
    const faults = await relaxNgFaults(join(import.meta.dirname, `schemas/${schema}.rnc`), [
      ...files.map((file) => join(site.directory, file)),
      ...Object.keys(wrong).map((file) => join(folder, file)),
    ]);
    const isSpoilt = (fault: string) => fault.startsWith(`${folder}/`);
    expect(faults.filter((fault) => !isSpoilt(fault))).toEqual([]);
    const found = faults.map((fault) => fault.slice(folder.length + 1).split(":")[0]!);
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(wrong).toSorted());
  },
);

describe("a sitemap", () => {
  it.each(filesOf(/^sitemap.*\.xml$/u))(
    "%s keeps to the limits, and to addresses of its host",
    (file) => {
      const addresses = [...read(file).matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, one]) => one!);
      expect(addresses.length).toBeLessThanOrEqual(50_000);
      expect(statSync(join(site.directory, file)).size).toBeLessThanOrEqual(50 * 2 ** 20);
      for (const address of addresses) {
        expect(address.startsWith(home)).toBe(true);
        // As a browser writes it: nothing is left to escape.
        expect(new URL(address.replaceAll("&amp;", "&")).href).toBe(address);
      }
    },
  );
});

const text = { type: "string", pattern: "\\S" };
const address = { type: "string", format: "uri", pattern: "^https?://" };
const instant = {
  type: "string",
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d)$",
};
const author = {
  type: "object",
  properties: { name: text, url: address, avatar: address },
  minProperties: 1,
  additionalProperties: false,
};
const attachment = {
  type: "object",
  properties: { url: address, mime_type: text, title: text, size_in_bytes: { type: "integer" } },
  required: ["url", "mime_type"],
  additionalProperties: false,
};

/** JSON Feed 1.1. */
const jsonFeed = {
  type: "object",
  properties: {
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    user_comment: text,
    next_url: address,
    icon: address,
    favicon: address,
    authors: { type: "array", items: author, minItems: 1 },
    language: { type: "string", pattern: "^[a-z]{2,3}(?:-[A-Z]{2})?$" },
    expired: { type: "boolean" },
    items: {
      type: "array",
      items: {
        type: "object",
        properties: {
          id: text,
          url: address,
          external_url: address,
          title: text,
          content_html: { type: "string" },
          content_text: { type: "string" },
          summary: text,
          image: address,
          banner_image: address,
          date_published: instant,
          date_modified: instant,
          authors: { type: "array", items: author, minItems: 1 },
          tags: { type: "array", items: text },
          language: text,
          attachments: { type: "array", items: attachment },
        },
        required: ["id"],
        anyOf: [{ required: ["content_html"] }, { required: ["content_text"] }],
        additionalProperties: false,
      },
    },
  },
  required: ["version", "title", "items"],
  additionalProperties: false,
};

/** The members of a web app manifest that browsers know. */
const manifest = {
  type: "object",
  properties: {
    name: text,
    short_name: text,
    description: text,
    lang: { const: "vi" },
    dir: { enum: ["ltr", "auto"] },
    id: text,
    start_url: text,
    scope: text,
    display: { enum: ["browser", "minimal-ui", "standalone", "fullscreen"] },
    background_color: { type: "string", pattern: "^#[0-9a-f]{6}$" },
    theme_color: { type: "string", pattern: "^#[0-9a-f]{6}$" },
    icons: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: {
          src: text,
          sizes: { type: "string", pattern: "^(?:any|\\d+x\\d+)$" },
          type: { type: "string", pattern: "^image/" },
          purpose: { enum: ["any", "maskable", "monochrome"] },
        },
        required: ["src", "sizes", "type"],
        additionalProperties: false,
      },
    },
  },
  required: ["name", "icons", "start_url", "display"],
  additionalProperties: false,
};

describe.each([
  [
    "a JSON feed",
    /(?:^|\/)feed\.json$/u,
    jsonFeed,
    { version: "1", title: "", items: [{}], more: 1 },
  ],
  ["a manifest", /\.webmanifest$/u, manifest, { name: "", icons: [], display: "tab", more: 1 }],
] as const)("%s", (_what, name, schema, wrong) => {
  it.each(filesOf(name))("%s fits the schema", (file) => {
    expect(faultsBySchema(schema, JSON.parse(read(file)))).toEqual([]);
  });

  it.each(Object.entries(wrong))("does not when %s is wrong", (key, value) => {
    const right = JSON.parse(read(filesOf(name)[0]!)) as object;
    expect(faultsBySchema(schema, { ...right, [key]: value })).not.toEqual([]);
  });
});

describe("robots.txt", () => {
  /** RFC 9309: groups of rules for agents, and sitemaps; a line that is no such is no rule. */
  const line = /^(?:|#.*|User-agent: [\w*-]+|(?:Allow|Disallow): \/\S*|Sitemap: https?:\/\/\S+)$/u;

  it("has only lines that crawlers know, forbids nothing, and names the sitemap", () => {
    const lines = read("robots.txt").split("\n");
    expect(lines.filter((one) => !line.test(one))).toEqual([]);
    expect(lines[0]).toBe("User-agent: *");
    expect(lines.filter((one) => one.startsWith("Disallow"))).toEqual([]);
    expect(lines).toContain(`Sitemap: ${home}sitemap.xml`);
  });

  it.each(["User-agent:", "Disallow: *.html", "Sitemap: /sitemap.xml", "Allow /"])(
    "would not hold %s for a rule",
    (wrong) => expect(line.test(wrong)).toBe(false),
  );
});
