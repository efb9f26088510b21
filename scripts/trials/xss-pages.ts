import { siteCards, sitePages } from "../../layouts/index.ts";
import { withBasePath } from "../../layouts/parts/base-path.ts";
import type { Article } from "../../src/article.ts";
import { noAssets } from "../../src/assets/assets.ts";
import type { SourceFile } from "../../src/content/source-file.ts";
import type { Day } from "../../src/day.ts";
import { parseArticle, readArticle } from "../../src/parse.ts";
import { type Reference, readReference } from "../../src/reference.ts";
import { searchRecord } from "../../src/search/search-record.ts";
import { readSettings } from "../../src/settings.ts";
import { indexSite, type Site } from "../../src/site.ts";
import { keepTogether } from "../../src/text/kept-together.ts";
import { homeUrl, jsonFeedUrl } from "../../src/urls.ts";
import { infested, ownHost } from "./xss-places.ts";

/** Something that the program makes of a content folder with vectors in it. */
export type Drawn = {
  readonly name: string;
  readonly kind: "page" | "xml" | "json" | "csv";
  readonly text: string;
};

export type DrawnSite = {
  readonly drawn: readonly Drawn[];
  readonly placed: number;
  readonly refused: number;
};

/**
 * Draws all that is made of some vectors: pages and feeds, open data, cards, and what the search
 * index is told. What is published has no error; the preview shows articles with errors too, so
 * their pages are drawn as well. The pages come without their content policy, which would hide
 * what gets past everything else.
 */
export function drawVectors(vectors: readonly string[], number: number): DrawnSite {
  const { data, articles, pictures, placed, refused } = infested(vectors, number);
  const { reference } = readReference({ files: data, pictures });
  const settings = readSettings(data.get("site.yaml")).value;
  if (settings === undefined) throw new Error("site.yaml of this trial has an error.");
  const siteOf = (read: typeof readArticle): Site => {
    const all = articlesOf(articles, reference, read);
    const { shown = [], withdrawn = [] } = Object.groupBy(all, (one) =>
      one.withdrawn === undefined ? "shown" : "withdrawn",
    );
    const { site } = indexSite({
      settings,
      units: reference.units,
      series: reference.series,
      people: reference.people.people,
      articles: shown,
      withdrawn,
      pictures: new Map([...pictures].map((path) => [path, picture])),
      assets: noAssets,
      today: "2024-06-30" as Day,
    });
    return { ...site, search: [] };
  };
  const draw = (site: Site, kinds: readonly Drawn["kind"][]): Drawn[] =>
    Array.from(sitePages(site)).flatMap((page) => {
      const kind = kindOf(page.url);
      if (kind === undefined || !kinds.includes(kind)) return [];
      const text = withBasePath(keepTogether(page.draw()), settings.basePath);
      return { name: page.url, kind, text: kind === "page" ? withoutPolicy(text) : text };
    });
  const shown = siteOf(readArticle);
  const drawn = [
    ...draw(shown, ["page", "json", "csv"]),
    ...shown.articles.map(
      (one): Drawn => ({
        name: `search index: ${one.path}`,
        kind: "json",
        text: JSON.stringify(searchRecord(one, shown).row),
      }),
    ),
    ...siteCards(shown).map(({ svg }): Drawn => ({ name: "card", kind: "xml", text: svg })),
    // A letter that XML cannot have is an error, so only what is published is in feeds.
    ...draw(siteOf(parseArticle), ["xml"]),
  ];
  return { drawn: [...drawn, ...drawn.flatMap(entriesOf)], placed, refused };
}

function articlesOf(
  files: readonly SourceFile[],
  reference: Reference,
  read: typeof readArticle,
): Article[] {
  return files.flatMap((file) => {
    const { article } = read(file, reference);
    return article === undefined ? [] : { ...article, hash: file.path, listHash: file.path };
  });
}

const picture = { width: 640, height: 480, widths: [320, 640], base: "/anh/0/" };

function kindOf(url: string): Drawn["kind"] | undefined {
  if (url.endsWith("/") || url.endsWith(".html")) return "page";
  if (/\.(?:xml|opml)$/u.test(url)) return "xml";
  if (/\.(?:json|webmanifest)$/u.test(url)) return "json";
  return url.endsWith(".csv") ? "csv" : undefined;
}

const policy = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/u;

function withoutPolicy(text: string): string {
  if (!policy.test(text)) throw new Error("A page names no content policy.");
  // Nor may a page that leads on to another leave before it is looked at.
  return text.replace(policy, "").replace(/<meta http-equiv="refresh"[^>]*>/u, "");
}

/**
 * Returns the entries of the site's JSON feed as pages: a feed reader shows them as they are. Their
 * pictures are those of the site.
 */
function entriesOf({ name, text }: Drawn): Drawn[] {
  if (name !== jsonFeedUrl(homeUrl)) return [];
  const { items } = JSON.parse(text) as { items: readonly { content_html: string }[] };
  return items.map(({ content_html }, at) => ({
    name: `${name} #${at}`,
    kind: "page",
    text: content_html.replaceAll(ownHost, ""),
  }));
}
