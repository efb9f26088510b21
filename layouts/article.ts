import type { Article } from "../src/article.ts";
import type { BodyPart } from "../src/body.ts";
import { type Page, page } from "../src/page.ts";
import { pictureUrl } from "../src/picture.ts";
import type { Site } from "../src/site.ts";
import { type ArticleProps, articleView, type Piece } from "./article-view.ts";
import { rowsOfArticle } from "./ledger.ts";
import type { Shot } from "./picture.ts";
import { type Link, pictureOf, type Shared, sharedOf } from "./shared.ts";

/** How many earlier articles on the same topic an article points to. */
const RELATED_SIZE = 3;

/** The articles. Each points back in time to others of its topic, so a new one changes only the page before it. */
export function articlePages(site: Site): Page[] {
  const shared = sharedOf(site);
  const { articles } = site;
  const latest = new Map<string, Article[]>();
  const titles = new Set<string>();
  return articles.map((article, at) => {
    const previous = articles[at - 1];
    const next = articles[at + 1];
    const related = relatedTo(article, latest, previous);
    const props: ArticleProps = {
      ...ownProps(article, site, shared),
      recurs: titles.has(article.title),
      ...(related
        ? {
            related: {
              tag: shared.tagLink(related.tag),
              items: related.articles.map(shared.rowOf),
            },
          }
        : {}),
      ...(previous ? { previous: linkTo(previous) } : {}),
      ...(next ? { next: linkTo(next) } : {}),
    };
    titles.add(article.title);
    return page("article", article.url, props, articleView);
  });
}

/** What an article holds, be it on its page or in a feed. */
export type ArticleContent = Pick<
  ArticleProps,
  "lead" | "card" | "cover" | "body" | "shots" | "figures" | "awards" | "documents" | "corrections"
>;

export function articleContent(article: Article, site: Site, shared: Shared): ArticleContent {
  const { lead, figures, documents, corrections } = article;
  const { cover, shots } = shotsOf(article, site);
  return {
    ...(lead === undefined ? {} : { lead }),
    card: cardFor(article, cover, shared),
    ...(cover ? { cover } : {}),
    body: piecesOf(article, site),
    shots,
    figures,
    awards: rowsOfArticle(article, shared),
    documents,
    corrections,
  };
}

function ownProps(article: Article, site: Site, shared: Shared) {
  const { url, title, summary, date, draft, source, event, people } = article;
  return {
    ...articleContent(article, site, shared),
    chrome: shared.chrome,
    url,
    title,
    summary,
    day: date,
    draft,
    way: shared.wayToDay(date),
    authors: article.authors.map((author) =>
      author.role === undefined
        ? shared.authorLink(author.name)
        : { ...shared.authorLink(author.name), role: author.role },
    ),
    unit: shared.unitLink(article.unit),
    ...(source ? { source } : {}),
    ...(event ? { event } : {}),
    people,
    tags: article.tags.map(shared.tagLink),
  };
}

/** An old article has no card of its own: then its picture will do, and without one that of the site. */
function cardFor(article: Article, cover: Shot | undefined, { cards }: Shared): string {
  const widest = cover?.picture.widths.at(-1);
  return (
    cards.byArticle.get(article)?.url ??
    (cover && widest ? pictureUrl(cover.picture, widest, "jpg") : cards.site.url)
  );
}

/** The cover stands above the text and the rest below it, each unless the text itself shows it. */
function shotsOf({ images, body }: Article, site: Site): { cover?: Shot; shots: readonly Shot[] } {
  if (images.length === 0) return { shots: none };
  const inText = new Set(body.flatMap((part) => (isShownWhole(part) ? [part.file] : [])));
  let cover: Shot | undefined;
  const shots: Shot[] = [];
  for (const [index, { file, ...words }] of images.entries()) {
    const picture = inText.has(file) ? undefined : pictureOf(site, file);
    if (picture === undefined) continue;
    if (index === 0) cover = { picture, ...words };
    else shots.push({ picture, ...words });
  }
  return cover ? { cover, shots } : { shots };
}

/** A picture inside a sentence has no room for its caption, so it comes again where there is room. */
function isShownWhole(part: BodyPart): part is Extract<BodyPart, { kind: "picture" }> {
  return part.kind === "picture" && (part.block || !(part.caption || part.credit));
}

const none: readonly never[] = [];

function piecesOf({ body }: Article, site: Site): readonly Piece[] {
  // Most texts are one piece of HTML, which needs no copy.
  if (body.every((part) => part.kind === "html")) return body;
  return body.flatMap((part): Piece | readonly Piece[] => {
    if (part.kind === "html") return part;
    if (part.kind === "articleUrl") {
      const target = site.articleByPath.get(part.path);
      return { kind: "url", url: target ? target.url + part.fragment : "" };
    }
    const { kind, file, block, ...words } = part;
    const picture = pictureOf(site, file);
    return picture ? { kind, block, shot: { picture, ...words } } : none;
  });
}

/** The articles before this one on its first topic, newest first; the one just before has a link of its own. */
function relatedTo(
  article: Article,
  latest: Map<string, Article[]>,
  previous: Article | undefined,
): { tag: string; articles: readonly Article[] } | undefined {
  const [tag] = article.tags;
  const before = tag === undefined ? none : (latest.get(tag) ?? none);
  for (const own of article.tags) {
    latest.set(own, [article, ...(latest.get(own) ?? none).slice(0, RELATED_SIZE)]);
  }
  const articles = before.filter((one) => one !== previous).slice(0, RELATED_SIZE);
  return tag === undefined || articles.length === 0 ? undefined : { tag, articles };
}

function linkTo({ title, url }: Article): Link {
  return { name: title, url };
}
