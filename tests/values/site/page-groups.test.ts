import { beforeAll, expect, it } from "vitest";
import { groupsOf, keyOfGroup, kindsOfLists, pageKinds } from "../../../layouts/index.ts";
import { sharedOf } from "../../../layouts/parts/shared.ts";
import { basisOf } from "../../../scripts/site/make-site.ts";
import type { Article } from "../../../src/article.ts";
import { addDays, type Day, dayAt } from "../../../src/day.ts";
import { type Content, loadContent } from "../../../src/load.ts";
import { type Page, type PageGroup, pagesIn, urlsIn } from "../../../src/page.ts";
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

type Change = {
  readonly of: (article: Article) => Partial<Article>;
  /** Which articles can change so; left out for all. */
  readonly isOne?: (article: Article) => boolean;
};

/** What may change in an article, as far as lists and registers show it. */
const changes: Readonly<Record<string, Change>> = {
  "another title": { of: () => ({ title: "Đầu đề khác" }) },
  "another address": { of: ({ url }) => ({ url: url.replace(/\/$/u, "-khac/") }) },
  "another day": { of: ({ date }) => ({ date: addDays(date, 40) }) },
  "another unit": { of: () => ({ unit: "mot-don-vi-khac" }) },
  "other tags": { of: ({ tags }) => ({ tags: [...tags.slice(1), "Chủ đề mới"] }) },
  "another author": { of: () => ({ authors: [{ name: "Người Viết Khác" }] }) },
  "a draft": { of: () => ({ draft: true }) },
  "other awards": {
    of: ({ awards: [award, ...rest] }) => ({
      awards: [{ ...award!, by: "mot-don-vi-khac", for: "thành tích khác" }, ...rest],
    }),
    isOne: ({ awards }) => awards.length > 0,
  },
  "no awards": { of: () => ({ awards: [] }), isOne: ({ awards }) => awards.length > 0 },
  "other documents": {
    of: ({ documents: [document, ...rest] }) => ({
      documents: [{ ...document!, title: "Tên văn bản khác", date: "2019-01" }, ...rest],
    }),
    isOne: ({ documents }) => documents.length > 0,
  },
  "no documents": {
    of: () => ({ documents: [], cites: [] }),
    isOne: ({ documents }) => documents.length > 0,
  },
  "no figures": { of: () => ({ figures: [] }), isOne: ({ figures }) => figures.length > 0 },
  "no event": { of: () => ({ event: undefined }), isOne: ({ event }) => event !== undefined },
  "another event": {
    of: ({ event }) => ({ event: { ...event!, name: "Một hội nghị có tên khác hẳn" } }),
    isOne: ({ event }) => event !== undefined,
  },
  "nobody named": {
    of: () => ({ people: [], mentions: [] }),
    isOne: ({ people, mentions }) => people.length + mentions.length > 0,
  },
  "a correction": {
    of: () => ({
      corrections: [{ date: "2024-05-02" as Day, right: "Chữ đúng", kind: "đính chính" }],
    }),
  },
};

/** Which of some articles change, given oldest first. */
const places: Readonly<Record<string, (articles: readonly Article[]) => readonly Article[]>> = {
  "an old one and one of the middle": (all) => [all[2 % all.length]!, all[all.length >> 1]!],
  "the newest ones": (all) => all.slice(-6),
};

function altered(article: Article, fields: Partial<Article>): Article {
  const hash = `khác ${article.path}`;
  const all = Object.entries({ ...fields, hash, listHash: hash }).map(([field, value]) => [
    field,
    { value, enumerable: true },
  ]);
  return Object.create(article, Object.fromEntries(all));
}

function inTime(): Article[] {
  return content.published.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Changes some of the articles that can be changed so. */
function changed(
  { of, isOne = () => true }: Change,
  place: (articles: readonly Article[]) => readonly Article[],
): Content {
  const chosen = new Set(place(inTime().filter(isOne)));
  const published = content.published.map((one) => (chosen.has(one) ? altered(one, of(one)) : one));
  return { ...content, published };
}

/** Lets the newest articles tell of the events and figures of old ones, of each in another year. */
function toldAgain(): Content {
  const all = inTime();
  const old = all.filter(({ event, figures }) => event !== undefined || figures.length > 0);
  const newest = all.slice(-12);
  const published = content.published.map((one) => {
    const { event, unit, date, figures } = old[newest.indexOf(one)] ?? {};
    return unit === undefined
      ? one
      : altered(one, {
          event: event && { ...event, unit: event.unit ?? unit, date: event.date ?? date! },
          figures: figures!.map((figure) => ({
            ...figure,
            about: figure.about ?? unit,
            period: { from: "2031-01", to: "2031-12" } as const,
          })),
        });
  });
  return { ...content, published };
}

/** Contents before and after a change, by what has changed. */
const contents: readonly (readonly [string, () => readonly [Content, Content]])[] = [
  ...Object.entries(changes).flatMap(([what, change]) =>
    Object.entries(places).map(([where, place]) => {
      const both = (): [Content, Content] => [content, changed(change, place)];
      return [`${what} of ${where}`, both] as const;
    }),
  ),
  // One of the first is not there, one of the middle, the newest.
  ...[2, 50, -1].map((at) => {
    const both = (): [Content, Content] => [
      content,
      { ...content, published: inTime().toSpliced(at, 1) },
    ];
    return [`article ${at} is gone`, both] as const;
  }),
  // What was told of older articles later on: in a register, about one session.
  ...[0.3, 0.5, 0.7, 0.9].map((part) => {
    const older = () => inTime().slice(0, content.published.length * part);
    const both = (): [Content, Content] => [content, { ...content, published: older() }];
    return [`only the oldest ${part * 100} percent are there`, both] as const;
  }),
  ["the newest tell again what old ones tell", () => [content, toldAgain()]],
  [
    "other spellings of tags in all articles but some",
    () => {
      const published = content.published.map((one, at) =>
        at % 9 === 0 ? one : altered(one, { tags: one.tags.map((tag) => tag.toUpperCase()) }),
      );
      return [content, { ...content, published }];
    },
  ],
  ["a later day", () => [content, { ...content, today: addDays(content.today, 40) }]],
  [
    "a later day, on which articles are no more to come",
    () => {
      const toCome = { of: () => ({ date: addDays(content.today, 9) }) };
      const before = changed(toCome, (all) => all.slice(-2));
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
    const after = new Map(groupsIn(kind, other).map((one) => [one.name, one]));
    for (const group of groupsIn(kind, site)) {
      const found = after.get(group.name);
      if (found === undefined || keyOf(found) !== keyBefore(group)) {
        made += 1;
        continue;
      }
      kept += 1;
      const keys = new Map(told(group.pages()).map(([url, key]) => [url, key]));
      const pages = [...found.pages()];
      expect(pages.map(({ url }) => url)).toEqual([...keys.keys()]);
      // What a page is made from may be more than what it shows.
      const others = pages.filter(({ url, key }) => keys.get(url) !== key());
      const texts = others.length === 0 ? new Map() : textsOf(group.pages());
      for (const one of others) expect(one.draw(), one.url).toBe(texts.get(one.url));
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
    expect([...urlsIn(kind(site, {}))]).toEqual(urls(kind(site, {})));
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
