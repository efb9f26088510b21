import type { Day } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import { type Counts, countsOf, type RegisterEntry } from "../src/registers/awards.ts";
import type { Site } from "../src/site.ts";
import { runs } from "../src/text/runs.ts";
import { awardsUrl, awardYearUrl } from "../src/urls.ts";
import { type FeedLink, followLine } from "./feeds/follow.ts";
import { type Givers, giversOf, giversPart } from "./ledger/givers.ts";
import { type LedgerRow, ledger, ledgerRows } from "./ledger/ledger.ts";
import { cells, heads, type Totals, totalsFor, totalsTable } from "./ledger/totals.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type Neighbours, neighbourSentence, yearNeighbours } from "./parts/neighbours.ts";
import {
  LEDGER_SIZE,
  type PageOfList,
  pageOfList,
  pagesOfList,
  pagingNav,
  type Slice,
} from "./parts/paging.ts";
import { sharedOf } from "./parts/shared.ts";
import { scrolling } from "./parts/table.ts";

type Props = Neighbours &
  PageOfList & {
    readonly chrome: Chrome;
    readonly heading: string;
    readonly description: string;
    readonly feed?: FeedLink;
    /** Whether it is the register of one year, whose heading says that year already. */
    readonly isOneYear: boolean;
    readonly groups: readonly YearGroup[];
    /** On the newest page only, because they change with each award. */
    readonly years?: readonly YearSum[];
    readonly givers?: Givers;
    readonly totals?: Totals;
  };

type YearGroup = { readonly year: number; readonly rows: readonly LedgerRow[] };
type YearSum = { readonly year: number; readonly counts: Counts };

/** The register of awards: all of them, and year by year. */
export function awardsPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const rowOf = ledgerRows(shared);
  const { entries, years } = site.register;
  const register = { url: awardsUrl, title: "Sổ khen thưởng", way: [], here: "Khen thưởng" };
  const all = sliced(awardsUrl, entries, (slice, isNewest) => ({
    chrome: shared.chrome,
    ...pageOfList(register, slice),
    groups: yearGroups(slice.items, rowOf),
    heading: "Sổ khen thưởng",
    isOneYear: false,
    description: "Ai đã khen thưởng ai, hình thức nào, bao nhiêu, vì thành tích gì.",
    ...(entries.length > 0 ? { feed: { name: "Khen thưởng", of: awardsUrl } } : {}),
    ...(isNewest
      ? {
          years: years.map(({ year, entries }) => ({ year, counts: countsOf(entries) })).reverse(),
          givers: giversOf(entries, shared),
          totals: totalsFor(entries),
        }
      : {}),
  }));
  const byYear = years.flatMap(({ year, entries }, index) => {
    const url = awardYearUrl(year);
    const heading = `Khen thưởng năm ${year}`;
    const way = [{ name: "Khen thưởng", url: awardsUrl }];
    const list = { url, title: heading, way, here: `Năm ${year}` };
    return sliced(url, entries, (slice, isNewest) => ({
      chrome: shared.chrome,
      ...pageOfList(list, slice),
      groups: yearGroups(slice.items, rowOf),
      heading,
      isOneYear: true,
      description: `Các lượt khen thưởng được đưa tin trong năm ${year}.`,
      ...(isNewest
        ? {
            givers: giversOf(entries, shared),
            totals: totalsFor(entries),
            ...yearNeighbours(years, index, awardYearUrl),
          }
        : {}),
    }));
  });
  return [...all, ...byYear];
}

function sliced(
  url: string,
  entries: readonly RegisterEntry[],
  propsOf: (slice: Slice<RegisterEntry>, isNewest: boolean) => Props,
): Page[] {
  return pagesOfList(url, entries, LEDGER_SIZE, firstDay).map((slice) =>
    page("awards", slice.url, propsOf(slice, slice.number === undefined), awardsView),
  );
}

/** Returns the day on which an award was first told of, which gives the register its order. */
function firstDay({ article, earlier }: RegisterEntry): Day {
  return (earlier[0] ?? article).date;
}

function yearGroups(
  entries: readonly RegisterEntry[],
  rowOf: (entry: RegisterEntry) => LedgerRow,
): YearGroup[] {
  return runs(entries, ({ year }) => year).map(([year, ofYear]) => ({
    year,
    rows: ofYear.map(rowOf),
  }));
}

function awardsView(props: Props): Html {
  const { heading, description, span, groups, years, givers, totals } = props;
  return frame({
    ...props,
    main: html`<header class="page-head"><h1>${heading}</h1><p class="intro">${description}${neighbourSentence(props)}</p>${props.feed && followLine(props.feed)}</header>
      ${groups.length === 0 && html`<p class="empty">Chưa có lượt khen thưởng nào.</p>`}
      ${totals && totals.rows.length > 0 && summary(totals, years, givers)}
      ${span && html`<p class="span-line">Các lượt khen thưởng ${span}</p>`}
      ${groups.map(
        ({ year, rows }) =>
          html`<section class="part ledger-year" aria-labelledby="nam-${year}"><h2 id="nam-${year}">${
            props.isOneYear ? "Từng lượt" : html`Năm ${year}`
          }</h2>${ledger(rows)}</section>`,
      )}
      ${pagingNav(props)}`,
  });
}

/** What the register adds up to: by year, by giver, by form. */
function summary(
  totals: Totals,
  years: readonly YearSum[] | undefined,
  givers: Givers | undefined,
): Html {
  return html`<div class="register">
    <div>${years && yearChart(years)}${givers && giversPart(givers)}</div>
    <section class="part" aria-labelledby="tong-hop"><h2 id="tong-hop">Theo hình thức và đối tượng</h2>${totalsTable(totals, "Số lượt theo hình thức và đối tượng", true)}</section>
    </div>`;
}

/** A table whose rows carry their own bars: the chart and its figures are one. */
function yearChart(years: readonly YearSum[]): Html {
  const most = Math.max(1, ...years.map(({ counts }) => Math.max(counts.given, counts.proposed)));
  const withdrawn = years.some(({ counts }) => counts.revoked > 0);
  return html`<section class="part" aria-labelledby="theo-nam"><h2 id="theo-nam">Theo năm</h2>
    ${scrolling(
      "Số lượt theo năm",
      html`<table class="chart">
    <caption class="unseen">Số lượt theo năm</caption>
    <thead><tr><th scope="col">Năm</th><td></td>${heads(withdrawn)}</tr></thead>
    <tbody>${years.map(
      ({ year, counts }) => html`<tr>
        <th scope="row"><a href="${awardYearUrl(year)}">${year}</a></th>
        <td class="bar">${bars(counts, most)}</td>
        ${cells(counts, withdrawn)}
        </tr>`,
    )}</tbody>
    </table>`,
    )}
    </section>`;
}

function bars({ given, proposed }: Counts, most: number): Html {
  const width = (count: number) => Math.round((count / most) * 1000) / 10;
  return html`<svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="given" width="${width(given)}" height="13"/><rect class="proposed" y="15" width="${width(proposed)}" height="5"/></svg>`;
}
