import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { DomUtils, Parser, parseDocument } from "htmlparser2";
import sharp from "sharp";
import { describe, expect, inject, it } from "vitest";
import { securityHeaders } from "../../../layouts/parts/policy.ts";
import { type BuiltPage, readBuiltSite, samplePages } from "../../built-site.ts";
import { deadEnds, readPage } from "./page-reading.ts";

/* What other programs make of a page: social networks, search engines, home screens. */

const site = readBuiltSite(inject("builtSite"));
const readings = site.pages.map(readPage);
const deadEnd = deadEnds(site, readings);
const home = `${site.host}${site.basePath}`;
const articles = readings.filter(({ page }) => page.kind === "article");

function metaOf(page: BuiltPage): Map<string, string> {
  const found = new Map<string, string>();
  const parser = new Parser({
    onopentag(name, { property, name: key, content }) {
      if (name === "meta" && content !== undefined) found.set(property ?? key ?? "", content);
    },
  });
  parser.end(page.html);
  return found;
}

function fileAt(address: string): string {
  return join(site.directory, address.slice(home.length));
}

describe("a shared link", () => {
  it.each(samplePages(site))(
    "of $kind $url has a title, a description and a card",
    async (page) => {
      const meta = metaOf(page);
      for (const name of ["og:title", "og:description", "og:url", "og:site_name", "og:image:alt"])
        expect(meta.get(name), name).toMatch(/\S/u);
      expect(meta.get("og:url")).toBe(home + page.url);
      expect(meta.get("twitter:card")).toBe("summary_large_image");
      const { width, height, format } = await sharp(fileAt(meta.get("og:image")!)).metadata();
      expect([width, height]).toEqual([1200, 630]);
      expect(format).toMatch(/^(?:jpeg|png)$/u);
      expect([meta.get("og:image:width"), meta.get("og:image:height")]).toEqual(["1200", "630"]);
    },
  );

  it("of an article has a card of its own", () => {
    const cards = articles.map(({ page }) => metaOf(page).get("og:image"));
    expect(new Set(cards).size).toBe(articles.length);
  });

  it("shows a card small enough for a phone", () => {
    const large = site.files
      .filter((file) => file.startsWith("the/"))
      .filter((file) => readFileSync(join(site.directory, file)).length > 150_000);
    expect(large).toEqual([]);
  });
});

const url = { type: "string", pattern: `^${home}/` };
const text = { type: "string", pattern: "\\S" };
const day = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$" };
/** A year, a month or a day: often only the year of a unit's beginning is known. */
const partialDay = { type: "string", pattern: "^\\d{4}(-\\d\\d){0,2}$" };
const instant = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT00:00:00\\+07:00$" };
const named = {
  type: "object",
  properties: { "@type": { enum: ["Organization", "Person"] }, name: text, url },
  required: ["@type", "name", "url"],
};
/** The document itself, as a file of the site. */
const encoding = {
  type: "object",
  properties: {
    "@type": { const: "LegislationObject" },
    contentUrl: url,
    encodingFormat: { const: "application/pdf" },
    contentSize: text,
  },
  required: ["@type", "contentUrl", "encodingFormat", "contentSize"],
  additionalProperties: false,
};
/** Things that have a node of their own on another page. */
const others = {
  type: "array",
  items: { type: "object", properties: { "@id": url }, required: ["@id"] },
  minItems: 1,
};
/** The properties that search engines ask of each type, with the values that schema.org allows. */
const types: Readonly<Record<string, object>> = {
  NewsArticle: {
    type: "object",
    properties: {
      "@id": url,
      url,
      mainEntityOfPage: url,
      headline: text,
      description: text,
      inLanguage: { const: "vi" },
      isAccessibleForFree: { const: true },
      datePublished: instant,
      dateModified: instant,
      image: { type: "array", items: url, minItems: 1 },
      author: { type: "array", items: named, minItems: 1 },
      publisher: named,
      sourceOrganization: named,
      keywords: { type: "array", items: text },
      about: {
        ...named,
        properties: { ...named.properties, "@type": { const: "Event" } },
        required: ["@type", "@id", "name", "url"],
      },
      mentions: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          properties: { "@type": { const: "Person" }, "@id": url, name: text, url },
          required: ["@type", "name"],
          additionalProperties: false,
        },
      },
      citation: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          properties: {
            "@type": { const: "Legislation" },
            "@id": url,
            name: text,
            url,
            legislationIdentifier: text,
            encoding,
          },
          required: ["@type", "@id", "name", "url"],
          additionalProperties: false,
        },
      },
      correction: {
        type: "array",
        items: {
          type: "object",
          properties: { "@type": { const: "CorrectionComment" }, text, datePublished: instant },
          required: ["@type", "text", "datePublished"],
          additionalProperties: false,
        },
      },
    },
    required: ["headline", "datePublished", "dateModified", "image", "author", "publisher"],
  },
  Organization: {
    type: "object",
    properties: {
      "@id": url,
      url,
      name: text,
      alternateName: { type: "array", items: text, minItems: 1 },
      foundingDate: partialDay,
      dissolutionDate: partialDay,
      parentOrganization: named,
    },
    required: ["@id", "url", "name"],
  },
  Dataset: {
    type: "object",
    properties: {
      "@id": url,
      url,
      name: text,
      description: text,
      inLanguage: { const: "vi" },
      isAccessibleForFree: { const: true },
      temporalCoverage: { type: "string", pattern: "^\\d{4}-\\d\\d/\\d{4}-\\d\\d$" },
      variableMeasured: {
        type: "object",
        properties: { "@type": { const: "PropertyValue" }, name: text, unitText: text },
        required: ["@type", "name"],
        additionalProperties: false,
      },
      creator: named,
      includedInDataCatalog: {
        type: "object",
        properties: { "@type": { const: "DataCatalog" }, url },
        required: ["@type", "url"],
      },
    },
    required: ["@id", "url", "name", "description"],
  },
  Legislation: {
    type: "object",
    properties: {
      "@id": url,
      url,
      mainEntityOfPage: url,
      sameAs: text,
      name: text,
      inLanguage: { const: "vi" },
      legislationIdentifier: text,
      legislationType: text,
      legislationDate: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$" },
      legislationPassedBy: { ...named, required: ["@type", "name"] },
      encoding,
      legislationAmends: others,
      legislationRepeals: others,
      legislationEnsuresImplementationOf: others,
    },
    required: ["@id", "url", "name"],
  },
  Event: {
    type: "object",
    properties: {
      "@id": url,
      url,
      name: text,
      startDate: day,
      endDate: day,
      eventAttendanceMode: { const: "https://schema.org/OfflineEventAttendanceMode" },
      organizer: named,
      location: {
        type: "object",
        properties: { "@type": { const: "Place" }, name: text },
        required: ["@type", "name"],
        additionalProperties: false,
      },
    },
    required: ["url", "name", "startDate", "endDate", "organizer"],
  },
  Person: {
    type: "object",
    properties: {
      "@id": url,
      url,
      name: text,
      jobTitle: { type: "array", minItems: 1, items: text },
    },
    required: ["url", "name", "jobTitle"],
  },
  PublicationIssue: {
    type: "object",
    properties: {
      "@id": url,
      url,
      name: text,
      issueNumber: { type: "string", pattern: String.raw`^\d{4}-\d\d$` },
      inLanguage: { const: "vi" },
      isAccessibleForFree: { const: true },
      datePublished: instant,
      publisher: named,
      isPartOf: {
        type: "object",
        properties: { "@type": { const: "Periodical" }, name: text },
        required: ["@type", "name"],
        additionalProperties: false,
      },
      hasPart: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          properties: { "@type": { const: "NewsArticle" }, "@id": url, headline: text, url },
          required: ["@type", "@id", "headline", "url"],
          additionalProperties: false,
        },
      },
    },
    required: ["name", "issueNumber", "datePublished", "isPartOf", "hasPart"],
  },
  BreadcrumbList: {
    type: "object",
    properties: {
      itemListElement: {
        type: "array",
        minItems: 2,
        items: {
          type: "object",
          properties: {
            "@type": { const: "ListItem" },
            position: { type: "integer", minimum: 1 },
            name: text,
            item: url,
          },
          required: ["@type", "position", "name", "item"],
          additionalProperties: false,
        },
      },
    },
    required: ["itemListElement"],
  },
  WebSite: {
    type: "object",
    properties: {
      "@id": url,
      url: { const: `${home}/` },
      name: text,
      description: text,
      inLanguage: { const: "vi" },
      publisher: named,
      potentialAction: { type: "object" },
    },
    required: ["url", "name", "publisher", "potentialAction"],
  },
};

type Node = { readonly "@type": string } & Readonly<Record<string, unknown>>;

function nodesOf(linkedData: string): Node[] {
  const parsed = JSON.parse(linkedData) as { "@context": string; "@graph": Node[] };
  expect(parsed["@context"]).toBe("https://schema.org");
  return parsed["@graph"];
}

type Named = { readonly name: string; readonly url: string };

/** What the JSON-LD of an article says of it, as far as the page shows it too. */
function saidBy(news: Node) {
  const named = (one: unknown) =>
    [one].flat().map((body) => {
      const { name, url } = body as Named;
      return [url.slice(home.length), name];
    });
  return {
    url: news.url,
    title: news.headline,
    description: news.description,
    day: String(news.datePublished).slice(0, 10),
    changed: String(news.dateModified).slice(0, 10),
    authors: named(news.author),
    unit: named(news.sourceOrganization),
    tags: news.keywords ?? [],
    card: (news.image as string[])[0],
    event: news.about === undefined ? [] : named(news.about),
    people: ((news.mentions ?? []) as Named[]).map(({ name }) => name),
    documents: named(news.citation ?? []),
  };
}

/** What a reader of an article sees of that, and what the head of its page says. */
function shownBy(page: BuiltPage): ReturnType<typeof saidBy> {
  const byline = elementsOf(page, ({ attribs }) => attribs.class === "byline");
  // What the unit is now stands beside its name of that day.
  const now = DomUtils.findAll(({ attribs }) => attribs.class === "now", byline);
  const ofNow = new Set(DomUtils.getElementsByTagName("a", now));
  const linksIn = (elements: typeof byline, part: string) =>
    DomUtils.getElementsByTagName("a", elements)
      .filter(({ attribs }) => attribs.href?.includes(part))
      .filter((link) => !ofNow.has(link))
      .map((link) => [link.attribs.href!.slice(site.basePath.length), DomUtils.textContent(link)]);
  const meta = metaOf(page);
  const day = DomUtils.getElementsByTagName("time", byline)[0]!.attribs.datetime!;
  const tags = elementsOf(page, ({ attribs }) => attribs.class === "tags");
  const beside = DomUtils.getElementsByTagName(
    "aside",
    elementsOf(page, ({ attribs }) => attribs.class === "side"),
  );
  const facts = DomUtils.findAll(({ attribs }) => attribs.class === "facts", beside);
  const people = DomUtils.findAll(({ attribs }) => attribs.class === "people", beside);
  const cited = DomUtils.getElementsByTagName("cite", beside);
  return {
    url: meta.get("og:url"),
    title: DomUtils.textContent(elementsOf(page, ({ name }) => name === "h1")),
    description: meta.get("description"),
    day,
    changed: (meta.get("article:modified_time") ?? day).slice(0, 10),
    authors: linksIn(byline, "/tac-gia/"),
    unit: linksIn(byline, "/don-vi/"),
    tags: linksIn(tags, "/chu-de/").map(([, name]) => name),
    card: meta.get("og:image"),
    event: linksIn(facts, "/hoi-nghi/").slice(0, 1),
    people: DomUtils.getElementsByTagName("b", people).map((name) => DomUtils.textContent(name)),
    documents: linksIn(cited, "/van-ban/"),
  };
}

/** Returns the steps of the breadcrumb above the page itself, as addresses and names. */
function wayOn(page: BuiltPage): string[][] {
  const crumbs = elementsOf(page, ({ attribs }) => attribs.class === "crumbs");
  return DomUtils.getElementsByTagName("a", crumbs).map((link) => [
    link.attribs.href!.slice(site.basePath.length),
    DomUtils.textContent(link),
  ]);
}

function elementsOf(page: BuiltPage, test: Parameters<typeof DomUtils.findAll>[0]) {
  return DomUtils.findAll(test, parseDocument(page.html).children);
}

describe("JSON-LD", () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const checks = Object.fromEntries(
    Object.entries(types).map(([name, schema]) => {
      const properties = {
        "@type": { const: name },
        ...(schema as { properties: object }).properties,
      };
      return [name, ajv.compile({ ...schema, properties, additionalProperties: false })];
    }),
  );

  it("of every page has only known things, with all they need and nothing else", () => {
    const wrong = readings.flatMap(({ page, linkedData }) =>
      nodesOf(linkedData).flatMap((node) => {
        const check = checks[node["@type"]];
        if (check === undefined) return [`${page.url}: ${node["@type"]}`];
        return check(node) ? [] : [`${page.url}: ${ajv.errorsText(check.errors)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("has what belongs to each kind of page", () => {
    const typesOf = (url: string) =>
      nodesOf(readings.find(({ page }) => page.url === url)!.linkedData).map(
        (node) => node["@type"],
      );
    expect(typesOf("/")).toEqual(["WebSite"]);
    expect(typesOf("/khen-thuong/")).toEqual(["BreadcrumbList"]);
    for (const { page } of articles)
      expect(typesOf(page.url)).toEqual(["NewsArticle", "BreadcrumbList"]);
  });

  it("names only addresses that are there", () => {
    const wrong = readings.flatMap(({ linkedData }) =>
      [...linkedData.matchAll(/"(?:url|item|mainEntityOfPage)":"([^"]+)"/gu)].flatMap(
        ([, address]) => deadEnd(address!, "/") ?? [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("of an article says what the page shows, and counts its breadcrumb from 1", async () => {
    for (const { page, linkedData } of articles) {
      const [news, crumbs] = nodesOf(linkedData);
      expect(saidBy(news!), page.url).toEqual(shownBy(page));
      for (const address of news!.image as string[]) {
        const { width = 0, height = 0 } = await sharp(fileAt(address)).metadata();
        // Search engines ask for 50,000 pixels.
        expect(width * height, address).toBeGreaterThan(50_000);
      }
      const list = crumbs?.itemListElement as { position: number; name: string; item: string }[];
      expect(list.map(({ position }) => position)).toEqual(list.map((_, at) => at + 1));
      expect(list.at(-1)?.item).toBe(home + page.url);
    }
  });

  it("of a document says what the page shows, and leads to others that are there", () => {
    const known = readings.flatMap(({ page, linkedData }) =>
      page.kind === "document" ? nodesOf(linkedData) : [],
    );
    const ids = new Set(known.map((node) => node["@id"]));
    const documents = readings.filter(
      ({ page, linkedData }) => page.kind === "document" && linkedData.includes("Legislation"),
    );
    expect(documents.length).toBeGreaterThan(0);
    for (const { page, linkedData } of documents) {
      const [node] = nodesOf(linkedData);
      const shown = DomUtils.textContent(elementsOf(page, ({ name }) => name === "main"));
      const { legislationPassedBy: by, legislationDate: day } = node!;
      const said = [node!.legislationIdentifier, node!.legislationType, (by as Named)?.name];
      for (const one of said) if (one !== undefined) expect(shown, page.url).toContain(one);
      if (day !== undefined) expect(page.html).toContain(`<time datetime="${day}">`);
      for (const key of Object.keys(node!)) {
        if (!Array.isArray(node![key])) continue;
        for (const one of node![key] as { "@id": string }[]) expect(ids).toContain(one["@id"]);
      }
    }
  });

  it("has the breadcrumb of the page", () => {
    for (const { page, linkedData } of readings) {
      const crumbs = nodesOf(linkedData).find((node) => node["@type"] === "BreadcrumbList");
      const list = (crumbs?.itemListElement ?? []) as { name: string; item: string }[];
      const said = list.slice(0, -1).map(({ name, item }) => [item.slice(home.length), name]);
      expect(said, page.url).toEqual(wayOn(page));
    }
  });

  it("would be found out", () => {
    const { page, linkedData } = articles[0]!;
    const [news] = nodesOf(linkedData);
    for (const [key, wrong] of Object.entries({
      headline: "Tên khác",
      datePublished: "2001-01-01T00:00:00+07:00",
      description: "Tóm tắt khác",
      author: [{ name: "Người khác", url: `${home}/tac-gia/khac/` }],
      keywords: ["Chủ đề khác"],
    }))
      expect(saidBy({ ...news!, [key]: wrong }), key).not.toEqual(shownBy(page));
    expect(checks.NewsArticle!({ ...news, headline: "" })).toBe(false);
    expect(checks.NewsArticle!({ ...news, image: [] })).toBe(false);
    expect(checks.NewsArticle!({ ...news, datePublished: "5/3/2024" })).toBe(false);
  });
});

it("the manifest names icons of the size that they have", async () => {
  const { icons, start_url, name, lang } = JSON.parse(
    readFileSync(join(site.directory, "manifest.webmanifest"), "utf8"),
  ) as { icons: { src: string; sizes: string; type: string }[] } & Record<string, string>;
  expect([start_url, lang]).toEqual(["./", "vi"]);
  expect(name).toMatch(/\S/u);
  for (const { src, sizes, type } of icons) {
    const { width, height, format } = await sharp(join(site.directory, src)).metadata();
    expect([`${width}x${height}`, `image/${format}`]).toEqual([sizes, type]);
  }
  const touch = await sharp(join(site.directory, "bieu-tuong-180.png")).metadata();
  expect([touch.width, touch.height]).toEqual([180, 180]);
});

describe("the content policy", () => {
  const policyOf = (page: BuiltPage) =>
    /http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(page.html)?.[1];

  it("lets no page run a program, but for the search page", () => {
    for (const page of site.pages) {
      const scripts = page.kind === "search" ? "'self'" : "'none'";
      expect(policyOf(page), page.url).toContain(`default-src 'self'; script-src ${scripts};`);
    }
  });

  it("is the same in the files for hosts, where it also forbids framing", () => {
    const [page] = site.pages;
    const strict = `${policyOf(page!)}; frame-ancestors 'none'`;
    const search = `${policyOf(site.pages.find(({ kind }) => kind === "search")!)}; frame-ancestors 'none'`;
    const nginx = readFileSync("docs/may-chu/nginx.conf", "utf8");
    const apache = readFileSync(join(site.directory, ".htaccess"), "utf8");
    const headers = readFileSync(join(site.directory, "_headers"), "utf8");
    for (const file of [nginx, apache]) {
      expect(file).toContain(`"${strict}"`);
      expect(file).toContain(`"${search}"`);
    }
    expect(headers).toContain(`  Content-Security-Policy: ${search}\n`);
    for (const [name, value] of securityHeaders) {
      expect(nginx).toContain(`add_header ${name} "${value}" always;`);
      expect(apache).toContain(`Header always set ${name} "${value}"`);
      expect(headers).toContain(`  ${name}: ${value}\n`);
    }
  });

  it("of hosts lets browsers keep exactly the folders whose names change with their content", () => {
    const headers = readFileSync(join(site.directory, "_headers"), "utf8");
    const lasting = [...headers.matchAll(/^\/(.+)\/\*\n {2}Cache-Control: .*immutable$/gmu)].map(
      ([, folder]) => folder!,
    );
    const nginx = readFileSync("docs/may-chu/nginx.conf", "utf8");
    expect(nginx).toContain(`~^/(${lasting.join("|")})/ `);
    for (const folder of lasting) {
      const files = site.files.filter((file) => file.startsWith(`${folder}/`));
      expect(files.length, folder).toBeGreaterThan(0);
      // The search page asks for files of the index with a query that changes with their part.
      for (const file of files) expect(file).toMatch(/[0-9a-f]{7}|^tim-kiem\/muc-luc\//u);
    }
  });
});
