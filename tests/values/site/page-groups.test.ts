import { beforeAll, expect, it } from "vitest";
import { groupsOf, keyOfGroup, kindsOfLists, pageKinds } from "../../../layouts/index.ts";
import { sharedOf } from "../../../layouts/parts/shared.ts";
import { basisOf } from "../../../scripts/site/make-site.ts";
import type { Article } from "../../../src/article.ts";
import { addDays, type Day, dayAt } from "../../../src/day.ts";
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

/** Articles of the example with one change that the sources of few groups name. */
const changes: Readonly<Record<string, (published: readonly Article[]) => readonly Article[]>> = {
  "an old article is gone": (all) => all.toSpliced(3, 1),
  "one of the middle is gone": (all) => all.toSpliced(all.length >> 1, 1),
  "the newest is gone": (all) => all.toSpliced(newestOf(all), 1),
  "one more": (all) => [
    ...all,
    altered(all[all.length >> 1]!, { path: "2024/them.md", url: "/2024/03/05/them/" }),
  ],
  "another title": changed(() => ({ title: "Đầu đề khác" })),
  "another day": changed(({ date }) => ({ date: addDays(date, 40) })),
  "another unit": changed(({ unit }, all) => ({
    unit: all.find((one) => one.unit !== unit)!.unit,
  })),
  "other tags": changed(({ tags }) => ({ tags: [...tags.slice(1), "Chủ đề mới"] })),
  "other spellings of tags in all but some": (all) =>
    all.map((one, at) =>
      at % 9 === 0 ? one : altered(one, { tags: one.tags.map((tag) => tag.toUpperCase()) }),
    ),
  "another author": changed(() => ({ authors: [{ name: "Người Viết Khác" }] })),
  "a draft": changed(() => ({ draft: true })),
  "other awards": changed(
    ({ awards: [award, ...rest] }) => ({
      awards: [{ ...award!, by: "mot-don-vi-khac", for: "thành tích khác" }, ...rest],
    }),
    ({ awards }) => awards.length > 0,
  ),
  "no awards": changed(
    () => ({ awards: [] }),
    ({ awards }) => awards.length > 0,
  ),
  "other documents": changed(
    ({ documents: [document, ...rest] }) => ({
      documents: [{ ...document!, title: "Tên văn bản khác", date: "2019-01" }, ...rest],
    }),
    ({ documents }) => documents.length > 0,
  ),
  "no documents": changed(
    () => ({ documents: [], cites: [] }),
    ({ documents }) => documents.length > 0,
  ),
  "no figures": changed(
    () => ({ figures: [] }),
    ({ figures }) => figures.length > 0,
  ),
  "no event": changed(
    () => ({ event: undefined }),
    ({ event }) => event !== undefined,
  ),
  "another event": changed(
    ({ event }) => ({ event: { ...event!, name: "Một hội nghị có tên khác hẳn" } }),
    ({ event }) => event !== undefined,
  ),
  "nobody named": changed(
    () => ({ people: [], mentions: [] }),
    ({ people, mentions }) => people.length + mentions.length > 0,
  ),
  "a correction": changed(() => ({
    corrections: [{ date: "2024-05-02" as Day, right: "Chữ đúng", kind: "đính chính" }],
  })),
};

function altered(article: Article, fields: Partial<Article>): Article {
  const hash = `khác ${article.path}`;
  const all = Object.entries({ ...fields, hash, listHash: hash }).map(([field, value]) => [
    field,
    { value, enumerable: true },
  ]);
  return Object.create(article, Object.fromEntries(all));
}

/** Changes the fields of one article of an old year, and of one in the middle. */
function changed(
  of: (article: Article, all: readonly Article[]) => Partial<Article>,
  isOne: (article: Article) => boolean = () => true,
): (published: readonly Article[]) => readonly Article[] {
  return (published) => {
    const inTime = published.toSorted((a, b) => (a.date < b.date ? -1 : 1)).filter(isOne);
    const chosen = new Set([inTime[2 % inTime.length], inTime[inTime.length >> 1]]);
    return published.map((one) => (chosen.has(one) ? altered(one, of(one, published)) : one));
  };
}

function newestOf(all: readonly Article[]): number {
  return all.reduce((best, { date }, at) => (date > all[best]!.date ? at : best), 0);
}

/** Contents before and after a change, by what has changed. */
const contents: readonly (readonly [string, () => readonly [Content, Content]])[] = [
  ...Object.entries(changes).map(([what, change]) => {
    const both = (): [Content, Content] => [
      content,
      { ...content, published: change(content.published) },
    ];
    return [what, both] as const;
  }),
  ["a later day", () => [content, { ...content, today: addDays(content.today, 40) }]],
  [
    "a later day, on which articles are no more to come",
    () => {
      const toCome = changed(() => ({ date: addDays(content.today, 9) }))(content.published);
      const before = { ...content, published: toCome };
      return [before, { ...before, today: addDays(content.today, 10) }];
    },
  ],
];

/** What a build asks of each group. */
function keysIn(site: Site, content: Content): (group: PageGroup) => string {
  const basis = basisOf(new Map(), content, site);
  return (group) => keyOfGroup(group, sharedOf(site).chrome, basis);
}

it.each(contents)("groups follow from nothing but what they say: %s", (_, contentsOf) => {
  const [before, after] = contentsOf();
  const [site, other] = [siteOf(before), siteOf(after)];
  const keyBefore = keysIn(site, before);
  const keyOf = keysIn(other, after);
  let kept = 0;
  let made = 0;
  for (const kind of pageKinds) {
    const others = new Map(groupsIn(kind, other).map((one) => [one.name, one]));
    for (const group of groupsIn(kind, site)) {
      const found = others.get(group.name);
      if (found === undefined || keyOf(found) !== keyBefore(group)) {
        made += 1;
        continue;
      }
      kept += 1;
      const keys = new Map(told(group.pages()).map(([url, key]) => [url, key]));
      const pages = [...found.pages()];
      expect(pages.map(({ url }) => url)).toEqual([...keys.keys()]);
      // What a page is made from may be more than what it shows.
      const changed = pages.filter(({ url, key }) => keys.get(url) !== key());
      const texts = changed.length === 0 ? new Map() : textsOf(group.pages());
      for (const one of changed) expect(one.draw(), one.url).toBe(texts.get(one.url));
    }
  }
  expect(made).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(10);
});

function textsOf(pages: Iterable<Page>): ReadonlyMap<string, string> {
  return new Map(Array.from(pages, ({ url, draw }) => [url, draw()]));
}

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
  const ofLists = [...kindsOfLists.keys()].flatMap((kind) => told(pagesIn(kind(site, {}))));
  expect(ofLists.length).toBeGreaterThan(100);
});
