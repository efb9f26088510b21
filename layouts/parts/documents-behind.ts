import { type Article, attachedBy } from "../../src/article.ts";
import { decisionFor, documentFor } from "../../src/registers/cited-document.ts";
import type { Site } from "../../src/site.ts";

/** Returns what a page shows of the documents that an article lists, names or decides awards by. */
export function documentsBehind(article: Article, site: Site) {
  const { documents, attachments } = site;
  const { path, cites } = article;
  return {
    listed: documents.ofArticle.get(path)?.map(({ url, kind }) => ({ url, kind })),
    files: attachedBy(article).map((file) => attachments.get(file)),
    related: documents.related.get(path)?.map(({ at, written, entry }) => [at, written, entry.url]),
    cited: cites.map((one) => documentFor(one, article, documents)?.url),
    decisions: decisionsBehind(article, site),
  };
}

/** Returns the addresses of the decisions by which an article says that awards were given. */
export function decisionsBehind(article: Article, { documents }: Site): (string | undefined)[] {
  return article.awards.flatMap(({ by, decision, revocation }) =>
    [decision, revocation].map((one) => decisionFor(one?.number, by, article, documents)?.url),
  );
}
