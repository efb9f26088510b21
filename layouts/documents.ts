import { yearOf } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { DocumentEntry } from "../src/registers/document-entry.ts";
import type { Site } from "../src/site.ts";
import { runs } from "../src/text/runs.ts";
import { compareText, formatNumber, slugOf } from "../src/text/vietnamese.ts";
import { documentKindUrl, documentsUrl } from "../src/urls.ts";
import { type FeedLink, followLine } from "./feeds/follow.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type DocumentLine, documentLine, lineOf } from "./parts/document-line.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import {
  LEDGER_SIZE,
  type ListName,
  type PageOfList,
  pageOfList,
  pagesOfList,
  pagingNav,
} from "./parts/paging.ts";
import { sharedOf } from "./parts/shared.ts";

type Props = PageOfList & {
  readonly chrome: Chrome;
  readonly heading: string;
  readonly description: string;
  readonly feed?: FeedLink;
  readonly years: readonly { readonly year: number; readonly lines: readonly DocumentLine[] }[];
  /** On the newest page only, because they change with each document. */
  readonly total?: number;
  readonly kinds?: readonly Counted[];
};

/** What documents are listed under that say nothing of their kind. */
const noKind = "Loại khác";

/**
 * The register of documents: those that articles list, and by kind all of them; each where it was
 * first cited. Decisions that only awards and units name would hide the others, so they are under
 * their kind.
 */
export function documentsPages(site: Site): Page[] {
  const { chrome } = sharedOf(site);
  const { entries, ofArticle } = site.documents;
  const listed = new Set([...ofArticle.values()].flat());
  const cited = entries.filter((entry) => listed.has(entry));
  const kinds = kindsOf(entries);
  const here = "Văn bản";
  const all = pagesOf(
    site,
    { url: documentsUrl, title: here, way: [], here },
    "Văn bản được nhắc đến",
    cited,
    {
      chrome,
      description: "Các văn bản mà bài viết trên trang này nhắc đến, và những bài nhắc đến chúng.",
      ...(site.articles.some(({ documents }) => documents.length > 0)
        ? { feed: { name: here, of: documentsUrl } }
        : {}),
    },
    {
      total: cited.length,
      // A list of what only once was of a kind is still there, for those who kept its address.
      kinds: kinds
        .map(({ name, url, count }) => ({ name, url, count }))
        .filter(({ count }) => count > 0),
    },
  );
  const byKind = kinds.flatMap(({ name, url, entries }) =>
    pagesOf(
      site,
      { url, title: `Văn bản: ${name}`, way: [{ name: here, url: documentsUrl }], here: name },
      name,
      entries,
      { chrome, description: `Văn bản loại ${name} mà bài viết trên trang này nhắc đến.` },
      { total: entries.length },
    ),
  );
  return [...all, ...byKind];
}

type Kind = {
  readonly name: string;
  readonly url: string;
  readonly entries: readonly DocumentEntry[];
  /** How many are of the kind by what is known of them now. */
  readonly count: number;
};

function kindsOf(entries: readonly DocumentEntry[]): Kind[] {
  const slugFor = (kind: string) => slugOf(kind) || slugOf(noKind);
  const names = new Map<string, string>();
  const lists = new Map<string, Set<DocumentEntry>>();
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const own = slugFor(entry.kind ?? "");
    counts.set(own, (counts.get(own) ?? 0) + 1);
    for (const kind of [entry.kind ?? "", ...entry.kinds]) {
      const slug = slugFor(kind);
      if (!names.has(slug)) names.set(slug, kind || noKind);
      lists.set(slug, (lists.get(slug) ?? new Set()).add(entry));
    }
  }
  return [...lists]
    .map(([slug, list]) => ({
      name: names.get(slug)!,
      url: documentKindUrl(slug),
      entries: [...list],
      count: counts.get(slug) ?? 0,
    }))
    .sort((a, b) => compareText(a.name, b.name));
}

function pagesOf(
  site: Site,
  list: ListName,
  heading: string,
  entries: readonly DocumentEntry[],
  around: Pick<Props, "chrome" | "description" | "feed">,
  onNewest: Pick<Props, "total" | "kinds">,
): Page[] {
  return pagesOfList(list.url, entries, LEDGER_SIZE, ({ since }) => since).map((slice) => {
    const props: Props = {
      ...around,
      ...pageOfList(list, slice),
      heading,
      years: runs(slice.items, ({ since }) => yearOf(since)).map(([year, own]) => ({
        year,
        lines: own.map((entry) => lineOf(entry, site)),
      })),
      ...(slice.number === undefined ? onNewest : {}),
    };
    return page("documents", slice.url, props, documentsView);
  });
}

function documentsView(props: Props): Html {
  const { heading, description, feed, span, years, total = 0, kinds = [] } = props;
  const unlisted = kinds.reduce((sum, { count }) => sum + count, 0) - total;
  return frame({
    ...props,
    description: span === undefined ? description : `${description} Trang này: ${span}.`,
    main: html`<header class="page-head"><h1>${heading}</h1>
      ${props.total !== undefined && html`<p class="intro">${formatNumber(total)} văn bản, xếp theo ngày có bài đầu tiên nhắc đến, mới nhất ở trên.</p>`}
      ${feed && followLine(feed)}</header>
      ${props.total === 0 && kinds.length === 0 && html`<p class="empty">Chưa có văn bản nào.</p>`}
      ${
        kinds.length > 0 &&
        html`<section class="part" aria-labelledby="theo-loai"><h2 id="theo-loai">Theo loại văn bản</h2>${countedNames(kinds)}
        ${unlisted > 0 && html`<p class="note">Tính cả ${formatNumber(unlisted)} quyết định về khen thưởng và về đơn vị: danh sách dưới đây không có, xin xem ở loại Quyết định.</p>`}</section>`
      }
      ${span && html`<p class="span-line">Các văn bản được nhắc đến lần đầu ${span}</p>`}
      ${years.map(
        ({ year, lines }) =>
          html`<section class="period" aria-labelledby="nam-${year}"><h2 id="nam-${year}" class="period-name">Nhắc đến lần đầu năm ${year}</h2>
          <ol class="papers">${lines.map(documentLine)}</ol></section>`,
      )}
      ${pagingNav(props)}`,
  });
}
