import { beforeAll, expect, it } from "vitest";
import { groupsOf, kindsOfLists, pageKinds } from "../../../layouts/index.ts";
import type { Article } from "../../../src/article.ts";
import { keyOf } from "../../../src/cache/key.ts";
import { dayAt } from "../../../src/day.ts";
import { type Content, loadContent } from "../../../src/load.ts";
import { type Page, type PageGroup, pagesIn } from "../../../src/page.ts";
import type { Site } from "../../../src/site.ts";
import { now } from "../../built-site.ts";
import { siteOf } from "../../checking.ts";
import { temporaryFolder } from "../../content.ts";

/*
 * A build does not make the pages of a group while the site and the texts that the group names are
 * as they were. So the texts of all other articles may be what they like.
 */

let content: Content;
let site: Site;

beforeAll(async () => {
  content = await loadContent({
    content: "content",
    cache: temporaryFolder(),
    drafts: false,
    today: dayAt(now)!,
  });
  site = siteOf(content);
});

/** What only the own page of an article shows, all of it changed. */
const otherTexts: { readonly [Field in keyof Article]?: unknown } = {
  lead: "Sapo khác.",
  summary: "Tóm tắt khác.",
  source: { name: "Báo khác" },
  images: [],
  place: "Nơi khác",
  body: [{ kind: "html", html: "<p>Văn bản khác.</p>" }],
  headings: [],
  syllables: 1,
  hash: "khac",
};

function siteBut(texts: readonly Article[]): Site {
  const kept = new Set(texts.map(({ path }) => path));
  const other = (article: Article): Article =>
    kept.has(article.path)
      ? article
      : Object.create(
          article,
          Object.fromEntries(
            Object.entries(otherTexts).map(([field, value]) => [
              field,
              { value, enumerable: true },
            ]),
          ),
        );
  return siteOf({
    ...content,
    published: content.published.map(other),
    withdrawn: content.withdrawn.map(other),
  });
}

const groupsIn = (kind: (typeof pageKinds)[number], of: Site): readonly PageGroup[] =>
  [...groupsOf(kind, of)].filter((one): one is PageGroup => "pages" in one);

const told = (pages: Iterable<Page>) => Array.from(pages, ({ url, key }) => [url, key()]);

it.each(pageKinds.map((kind) => [kind.name, kind] as const))(
  "groups of %s follow from the texts that they name",
  (_, kind) => {
    const groups = groupsIn(kind, site);
    // One in some is enough where there is a group for each month.
    for (const [at, { name, texts, pages }] of groups.entries()) {
      if (at % 5 > 0 && /^\d{4}-\d\d$/u.test(name)) continue;
      const other = groupsIn(kind, siteBut(texts)).find((one) => one.name === name);
      expect(told(other!.pages())).toEqual(told(pages()));
    }
  },
);

it("groups that say what they follow from follow from nothing else", () => {
  const { published } = content;
  // What every page has around its content stays: there are others of each kind.
  const fewer = [3, 11, 29, 47].map((at) =>
    siteOf({ ...content, published: published.toSpliced(at, 1) }),
  );
  let same = 0;
  for (const kind of pageKinds) {
    const groups = groupsIn(kind, site).filter(({ sources }) => sources !== undefined);
    for (const other of groups.length === 0 ? [] : fewer) {
      const others = new Map(groupsIn(kind, other).map((one) => [one.name, one]));
      for (const { name, sources, pages } of groups) {
        const found = others.get(name);
        if (found === undefined || keyOf(found.sources!()) !== keyOf(sources!())) continue;
        same += 1;
        expect(told(found.pages())).toEqual(told(pages()));
      }
    }
  }
  expect(same).toBeGreaterThan(50);
});

it("no two groups of a kind have one name, and together they are all pages of it", () => {
  for (const kind of pageKinds) {
    const names = groupsIn(kind, site).map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    const urls = (some: Iterable<Page | PageGroup>) => Array.from(pagesIn(some), ({ url }) => url);
    expect(urls(groupsOf(kind, site))).toEqual(urls(kind(site, {})));
  }
});

it("the texts that were changed are seen where they are shown", () => {
  const keys = (of: Site) => pageKinds.flatMap((kind) => told(pagesIn(kind(of, {}))));
  const before = new Map(keys(site) as [string, string][]);
  const changed = keys(siteBut([])).filter(([url, key]) => before.get(url!) !== key);
  expect(changed.length).toBeGreaterThan(site.articles.length);
  const ofLists = [...kindsOfLists].flatMap((kind) => told(pagesIn(kind(site, {}))));
  expect(ofLists.length).toBeGreaterThan(100);
});
