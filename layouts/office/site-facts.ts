import type { Article } from "../../src/article.ts";
import type { Day } from "../../src/day.ts";
import type { Site } from "../../src/site.ts";
import { type Link, type Shared, sharedOf } from "../parts/shared.ts";

/** An article, as far as the code of an office may rely on it. */
export type OfficeArticle = {
  readonly url: string;
  readonly title: string;
  /** `2024-01-31`. */
  readonly day: Day;
  /** By the name that it had on that day. */
  readonly unit: Link;
  readonly authors: readonly Link[];
  readonly tags: readonly Link[];
};

export type OfficeUnit = Link & {
  /** As in units.yaml. */
  readonly id: string;
  /** How many articles it has. */
  readonly articles: number;
};

/** What the code of an office may know of its site. It is plain data, and less than we know. */
export type OfficeSite = {
  readonly name: string;
  /** `https://ban-tin.example`, without a path. */
  readonly origin: string;
  /** The day of the build, `2024-01-31`. */
  readonly today: Day;
  /** Newest first. */
  readonly articles: readonly OfficeArticle[];
  /** In alphabetical order. */
  readonly units: readonly OfficeUnit[];
  /** In alphabetical order. */
  readonly tags: readonly (Link & { readonly articles: number })[];
};

export function officeSite(site: Site): OfficeSite {
  const shared = sharedOf(site);
  return {
    name: site.settings.name,
    origin: site.settings.origin,
    today: site.today,
    articles: site.articles.map((article) => officeArticle(article, shared)).reverse(),
    units: site.units.map(({ unit, articles }) => ({
      ...shared.unitLink(unit.id),
      id: unit.id,
      articles: articles.length,
    })),
    tags: site.tags.map(({ name, articles }) => ({
      ...shared.tagLink(name),
      articles: articles.length,
    })),
  };
}

function officeArticle(article: Article, shared: Shared): OfficeArticle {
  return {
    url: article.url,
    title: article.title,
    day: article.date,
    unit: shared.unitLinkOn(article.unit, article.date),
    authors: article.authors.map(({ name }) => shared.authorLink(name)),
    tags: article.tags.map(shared.tagLink),
  };
}
