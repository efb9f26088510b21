import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, inject, it } from "vitest";
import { isHidden, readBuiltSite } from "../../built-site.ts";

const site = readBuiltSite(inject("builtSite"));
type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

/**
 * Reads XML. Throws on what an XML reader would refuse: tags that do not match, a bare `&`, or two
 * roots.
 */
function readXml(text: string): Element {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu.test(text)) throw new Error("a bare &");
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [top];
  let closed = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Element = { name, attributes, children: [], text: "" };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(part) {
        open.at(-1)!.text += part;
      },
      onclosetag(name, isImplied) {
        open.pop();
        if (!isImplied) closed += 1;
        else if (!text.slice(parser.startIndex, parser.endIndex + 1).endsWith("/>"))
          throw new Error(`<${name}> is not closed`);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (closed !== text.split("</").length - 1) throw new Error("closed what was not open");
  const [root, second] = top.children;
  if (root === undefined || second !== undefined || top.text.trim() !== "")
    throw new Error("not exactly one root");
  return root;
}

/** Finds all elements of a name below an element. */
function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

function textOf(element: Element, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? "";
}

const xmlFiles = site.files
  .filter((file) => file.endsWith(".xml"))
  .map((file) => ({ file, root: () => readXml(readFileSync(join(site.directory, file), "utf8")) }));
const feeds = xmlFiles.filter(({ file }) => file.endsWith("feed.xml"));
const sitemaps = xmlFiles.filter(({ file }) => file.startsWith("sitemap"));
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/u;
const home = `${site.host}${site.basePath}/`;

it("the reader of XML refuses what is not well-formed", () => {
  for (const bad of [
    "<a><b></a></b>",
    "<a>&</a>",
    "<a/><b/>",
    "<a>",
    "text",
    "<a><b></a>",
    "<a></b></a>",
  ])
    expect(() => readXml(bad), bad).toThrow();
  expect(readXml('<a x="1"><b/><c>&amp;</c></a>').children.length).toBe(2);
});

describe("feeds", () => {
  it("are there for the site, tags and units", () => {
    const names = feeds.map(({ file }) => file);
    expect(names).toContain("feed.xml");
    expect(names.some((file) => file.startsWith("chu-de/"))).toBe(true);
    expect(names.some((file) => file.startsWith("don-vi/"))).toBe(true);
  });

  it.each(feeds)("$file is Atom with absolute addresses", ({ root }) => {
    const feed = root();
    expect(feed.name).toBe("feed");
    expect(feed.attributes.xmlns).toBe("http://www.w3.org/2005/Atom");
    expect(textOf(feed, "title")).not.toBe("");
    expect(textOf(feed, "id")).toMatch(/^(?:https?:|urn:|tag:)/u);
    expect(textOf(feed, "updated")).toMatch(instant);
    for (const { attributes } of all(feed, "link"))
      expect(attributes.href?.startsWith(home), attributes.href).toBe(true);
    const entries = all(feed, "entry");
    const ids = entries.map((entry) => textOf(entry, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of entries) {
      expect(textOf(entry, "title")).not.toBe("");
      expect(textOf(entry, "updated")).toMatch(instant);
      // A relative address in an entry would lead to the site of the feed reader.
      for (const { text } of [...all(entry, "content"), ...all(entry, "summary")])
        expect(text).not.toMatch(/\s(?:href|src)="(?!https?:|mailto:|tel:)/u);
    }
  });
});

describe("sitemaps", () => {
  it("begin at an index that leads to every other one", () => {
    const index = sitemaps.find(({ file }) => file === "sitemap.xml")!.root();
    expect(index.name).toBe("sitemapindex");
    const listed = all(index, "loc").map(({ text }) => text.trim().slice(home.length));
    const others = sitemaps.map(({ file }) => file).filter((file) => file !== "sitemap.xml");
    expect(listed.toSorted()).toEqual(others.toSorted());
  });

  it("list every page once, with its full address, and no page that is not to be found", () => {
    const listed = sitemaps
      .filter(({ file }) => file !== "sitemap.xml")
      .flatMap(({ root }) => all(root(), "loc").map(({ text }) => text.trim()));
    const pages = site.pages
      .filter(({ kind }) => !isHidden(kind))
      .map(({ url }) => `${home}${url.slice(1)}`);
    expect(listed.toSorted()).toEqual(pages.toSorted());
  });

  it.each(sitemaps)("$file dates what it dates in full", ({ root }) => {
    for (const { text } of all(root(), "lastmod"))
      expect(text.trim()).toMatch(/^\d{4}-\d\d-\d\d(?:T\S+)?$/u);
  });
});
