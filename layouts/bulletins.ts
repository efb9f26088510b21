import { type Day, monthNumber } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { Bulletin } from "../src/registers/bulletins.ts";
import type { Site } from "../src/site.ts";
import { runs } from "../src/text/runs.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { bulletinBookUrl, bulletinsUrl, bulletinUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type PageOfList, pageOfList, pagesOfList, pagingNav } from "./parts/paging.ts";
import { sharedOf } from "./parts/shared.ts";

/** Three years at least, as each has twelve. */
const BULLETINS_SIZE = 36;

type Props = PageOfList & {
  readonly chrome: Chrome;
  readonly stylesheet: string;
  readonly years: readonly Year[];
};
type Year = { readonly year: string; readonly bulletins: readonly Entry[] };
type Entry = { readonly month: string; readonly title?: string; readonly count: number };

/** The list of all bulletins, newest first, by year. */
export function bulletinsPages(site: Site): Page[] {
  const { chrome } = sharedOf(site);
  const list = { url: bulletinsUrl, title: "Bản tin tháng", way: [], here: "Bản tin tháng" };
  const firstDay = ({ month }: Bulletin) => `${month}-01` as Day;
  return pagesOfList(bulletinsUrl, site.bulletins, BULLETINS_SIZE, firstDay).map((slice) => {
    const props: Props = {
      chrome,
      stylesheet: site.assets.bookletStyle.url,
      ...pageOfList(list, slice),
      years: runs(slice.items, ({ month }) => month.slice(0, 4)).map(([year, ofYear]) => ({
        year,
        bulletins: ofYear.map(entryOf),
      })),
    };
    return page("bulletins", slice.url, props, bulletinsView);
  });
}

/** A bulletin that the editor gave no title is known by its first article. */
function entryOf({ month, title: own, inFull, others }: Bulletin): Entry {
  const count = inFull.length + others.length;
  const title = own ?? inFull[0]?.title;
  return { month, ...(title === undefined ? {} : { title }), count };
}

function bulletinsView(props: Props): Html {
  const { chrome, years, span } = props;
  return frame({
    ...props,
    description: `Bản tin từng tháng của ${chrome.name}, để in và đọc tại buổi sinh hoạt chi bộ.`,
    main: html`<header class="page-head"><h1>Bản tin tháng</h1>
      <p class="intro">Mỗi tháng một tập: các bài theo thứ tự đọc, khen thưởng, số liệu và văn bản được nhắc đến; để in trên giấy A4 hoặc đọc trên máy đọc sách tại buổi sinh hoạt chi bộ. Bản tin của mỗi tháng ra vào ngày đầu tháng sau.</p></header>
      ${years.length === 0 && html`<p class="empty">Chưa có bản tin nào.</p>`}
      ${span && html`<p class="span-line">Các tập ${span}</p>`}
      ${years.map(
        ({ year, bulletins }) =>
          html`<section class="part" aria-labelledby="nam-${year}"><h2 id="nam-${year}">Năm ${year}</h2>
          <ol class="bulletins">${bulletins.map(entry)}</ol></section>`,
      )}
      ${pagingNav(props)}`,
  });
}

function entry({ month, title, count }: Entry): Html {
  const name = `Tháng ${monthNumber(month)}`;
  return html`<li><a href="${bulletinUrl(month)}"><b>${name}.</b>${title !== undefined && html` ${title}`}</a>
    <span class="bulletin-line">${formatNumber(count)} bài · <a href="${bulletinBookUrl(month)}" type="application/epub+zip">EPUB<span class="unseen"> tháng ${monthNumber(month)} năm ${month.slice(0, 4)}</span></a></span></li>`;
}
