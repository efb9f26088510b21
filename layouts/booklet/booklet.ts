import { type Article, type Author, attachedBy, type Correction } from "../../src/article.ts";
import type { Attachment } from "../../src/attachments/attachment.ts";
import type { BodyPart } from "../../src/body/body.ts";
import { type Day, dayNumber, monthNumber } from "../../src/day.ts";
import type { OfficialDocument } from "../../src/document.ts";
import { buildRegister, type RegisterEntry } from "../../src/registers/awards.ts";
import type { Bulletin } from "../../src/registers/bulletins.ts";
import { yearIn } from "../../src/registers/document-terms.ts";
import { linkedUrl, type Site } from "../../src/site.ts";
import { figureOf, isBareNumber, kindOfTitle, numberKey } from "../../src/text/document-number.ts";
import { fold } from "../../src/text/vietnamese.ts";
import { articleContent, piecesOf } from "../article.ts";
import { type LedgerRow, rowOfEntry } from "../ledger/ledger.ts";
import type { Piece } from "../parts/article-view.ts";
import type { FigureLine } from "../parts/figure-table.ts";
import type { Shot } from "../parts/picture.ts";
import { type Shared, waiting } from "../parts/shared.ts";
import { sourcesOf } from "../parts/sources.ts";
import type { Waits } from "../parts/teaser.ts";

/** The booklet of one month, whether it becomes a page or a book for e-readers. */
export type Booklet = {
  /** `2024-05` */
  readonly month: string;
  /** "Bản tin tháng 5 năm 2024" */
  readonly name: string;
  /** What its editor calls it. */
  readonly title?: string;
  readonly foreword: readonly Piece[];
  readonly chapters: readonly Chapter[];
  /** The articles that it only names. */
  readonly others: readonly Mention[];
  /** The awards that articles of the month tell of, each once. */
  readonly awards: readonly LedgerRow[];
  readonly figures: readonly { readonly from: Mention; readonly figures: readonly FigureLine[] }[];
  readonly documents: readonly BookletDocument[];
  /** The last day on which something in it changed. */
  readonly changed: Day;
};

/** A document that articles of the month cite. */
export type BookletDocument = Omit<OfficialDocument, "file"> & {
  /** The document itself, and the whole address of the article that brings it. */
  readonly attachment?: Attachment;
  readonly broughtBy?: string;
};

/** An article as the booklet names it. */
export type Mention = {
  /** Names its chapter, on the page as in the book: the month has no other of this day and name. */
  readonly anchor: string;
  readonly url: string;
  readonly title: string;
  readonly day: Day;
  readonly unit: string;
  readonly waits?: Waits;
};

/** An article in full. */
export type Chapter = Mention & {
  readonly authors: readonly Pick<Author, "name" | "role">[];
  readonly source?: string;
  readonly lead?: string;
  readonly cover?: Shot;
  readonly body: readonly Piece[];
  readonly corrections: readonly Correction[];
};

/** Returns what the booklet of a month is called: "Bản tin tháng 5 năm 2024". */
function bookletName(month: string): string {
  return `Bản tin tháng ${monthNumber(month)} năm ${month.slice(0, 4)}`;
}

/** Returns all that a booklet is made from, or hashes of it; as plain data. */
export function bookletFrom(bulletin: Bulletin, site: Site, shared: Shared): unknown {
  const { month, title, foreword, inFull, others, changed } = bulletin;
  return {
    month,
    title,
    foreword: forewordPieces(foreword, site),
    inFull: inFull.map(shared.textFrom),
    others: others.map(shared.textFrom),
    // Articles of one decision are one line, with the names of the day that only one of them has.
    awards: awardsOf([...inFull, ...others], site, shared),
    files: [...inFull, ...others].flatMap(attachedBy).map((file) => site.attachments.get(file)),
    changed,
  };
}

/** Returns what a booklet follows from besides the data files: the articles of its month. */
export function bulletinFrom(bulletin: Bulletin, site: Site): unknown {
  const { month, foreword } = bulletin;
  return [forewordPieces(foreword, site), sourcesOf(site).ofMonth(month)];
}

export function bookletOf(bulletin: Bulletin, site: Site, shared: Shared): Booklet {
  const { month, title, inFull, others, changed } = bulletin;
  const all = [...inFull, ...others];
  return {
    month,
    name: bookletName(month),
    ...(title === undefined ? {} : { title }),
    foreword: forewordPieces(bulletin.foreword, site),
    chapters: inFull.map((article) => chapterOf(article, site, shared)),
    others: others.map((article) => mentionOf(article, shared)),
    awards: awardsOf(all, site, shared),
    figures: all
      .filter(({ figures }) => figures.length > 0)
      .map((article) => ({
        from: mentionOf(article, shared),
        figures: figureLines(article, shared),
      })),
    documents: documentsOf(all, site),
    changed,
  };
}

/** The awards that articles tell of, each once; office holders by their names. */
function awardsOf(articles: readonly Article[], site: Site, shared: Shared): LedgerRow[] {
  const { honoured, nameOf } = site.officials;
  const inTime = articles.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const { entries } = buildRegister(inTime, {
    // Whether somebody else has the name too may change after the month.
    namesOfId: (written) => honoured(written) && [nameOf(written)],
  }).register;
  const plain: Shared = { ...shared, recipient: shared.recipientInBooklet, presenter: nameOf };
  return entries.map((entry) => awardRow(entry, plain));
}

/** An award, without a link to its decision: later articles may part one document into two. */
function awardRow(entry: RegisterEntry, shared: Shared): LedgerRow {
  const {
    decisionUrl: _decisionUrl,
    revocationUrl: _revocationUrl,
    withdrawals,
    ...row
  } = rowOfEntry(entry, shared);
  return {
    ...row,
    ...(withdrawals === undefined
      ? {}
      : { withdrawals: withdrawals.map(({ revocationUrl: _url, ...one }) => one) }),
  };
}

/** The figures of an article, without links to series: those have a page only when others come. */
function figureLines({ figures, date }: Article, shared: Shared): FigureLine[] {
  return figures.map((figure) => ({
    ...figure,
    ...(figure.about ? { ofUnit: shared.unitLinkOn(figure.about, date) } : {}),
  }));
}

function mentionOf(article: Article, shared: Shared): Mention {
  const { url, title, date } = article;
  const day = String(dayNumber(date)).padStart(2, "0");
  return {
    anchor: `bai-${day}-${url.split("/").at(-2)}`,
    url,
    title,
    day: date,
    unit: shared.unitLinkOn(article.unit, date).name,
    ...waiting(shared.waits(article)),
  };
}

function chapterOf(article: Article, site: Site, shared: Shared): Chapter {
  const { lead, source, cover, corrections } = articleContent(article, site, shared);
  return {
    ...mentionOf(article, shared),
    authors: article.authors,
    ...(source === undefined ? {} : { source: source.name }),
    ...(lead === undefined ? {} : { lead }),
    ...(cover === undefined ? {} : { cover }),
    // A number that a later article makes known must not become a link in a closed month.
    body: piecesOf(article, site, () => undefined),
    corrections,
  };
}

/**
 * The text of a foreword, whose links to articles become addresses; it has no pictures, and numbers
 * of documents stay text.
 */
function forewordPieces(parts: readonly BodyPart[], site: Site): Piece[] {
  return parts.flatMap((part): Piece[] => {
    if (part.kind === "html") return [part];
    if (part.kind !== "articleUrl") return [];
    return [{ kind: "url", url: linkedUrl(part, site) }];
  });
}

/** Lists the documents that articles cite, each once; how one article relates to it is not said. */
function documentsOf(
  articles: readonly Article[],
  { attachments, settings }: Site,
): BookletDocument[] {
  const all = articles.flatMap(({ documents, url }) =>
    documents.map(({ relation: _relation, file = "", ...document }): BookletDocument => {
      const attachment = attachments.get(file);
      if (attachment === undefined) return document;
      return { ...document, attachment, broughtBy: settings.origin + url };
    }),
  );
  const newest = new Map<string, number>();
  for (const document of all) {
    const { date } = document;
    const name = nameKey(document);
    if (date !== undefined) newest.set(name, Math.max(yearIn(date), newest.get(name) ?? 0));
  }
  const found = new Map<string, BookletDocument>();
  for (const document of all) {
    const name = nameKey(document);
    // Who gives no year means the newest.
    const year = document.date === undefined ? newest.get(name) : yearIn(document.date);
    const key = `${name} ${year}`;
    const known = found.get(key);
    // One article often says less of it than another.
    found.set(key, known === undefined ? document : { ...document, ...known });
  }
  return [...found.values()];
}

/**
 * Returns a key of what a document is called. A whole number has the mark of its issuer, whom
 * people write in several ways; figures alone and titles are alike in many kinds and bodies.
 */
function nameKey({ number, kind, title = "", issuer = "" }: BookletDocument): string {
  if (number === undefined) return JSON.stringify([fold(title), fold(issuer)]);
  if (!isBareNumber(number)) return numberKey(number);
  return JSON.stringify([figureOf(number), fold(kind ?? kindOfTitle(title) ?? ""), fold(issuer)]);
}
