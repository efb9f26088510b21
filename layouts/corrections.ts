import type { Correction } from "../src/article.ts";
import { type Day, shortDay, yearOf } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { CorrectionEntry, Site } from "../src/site.ts";
import { runs } from "../src/text/runs.ts";
import { correctionsUrl } from "../src/urls.ts";
import { type FeedLink, followLine } from "./feeds/follow.ts";
import type { Chrome } from "./parts/chrome.ts";
import { correctionAnchors, correctionName, correctionText } from "./parts/correction.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { LIST_SIZE, type Neighbour, pagedTitle, pagesOfList, pagingNav } from "./parts/paging.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly way: readonly Link[];
  readonly here: string;
  readonly feed?: FeedLink;
  readonly span?: string;
  readonly items: readonly Item[];
  readonly older?: Neighbour;
  readonly newer?: Neighbour;
};

type Item = {
  readonly correction: Correction;
  readonly article: Link & { readonly day: Day };
};

/** Everything that was published wrong and put right, newest first: readers may know it, and the law asks for it. */
export function correctionsPages(site: Site): Page[] {
  const { chrome } = sharedOf(site);
  const { corrections } = site;
  const self: Link = { name: "Đính chính", url: correctionsUrl };
  const dayOf = ({ correction }: CorrectionEntry) => correction.date;
  return pagesOfList(correctionsUrl, corrections, LIST_SIZE, dayOf).map((slice) => {
    const { url, number, span, items, older, newer } = slice;
    const props: Props = {
      chrome,
      url,
      title: pagedTitle("Đính chính", slice),
      description: "Những chỗ đã đăng sai và nay được sửa.",
      way: number === undefined ? [] : [self],
      here: number === undefined ? self.name : `Trang ${number}`,
      ...(corrections.length > 0 ? { feed: { name: self.name, of: correctionsUrl } } : {}),
      ...(older || newer ? { span } : {}),
      items: items.map(itemOf),
      ...(older ? { older } : {}),
      ...(newer ? { newer } : {}),
    };
    return page("corrections", url, props, correctionsView);
  });
}

function itemOf({ correction, article, number }: CorrectionEntry): Item {
  const url = `${article.url}#${correctionAnchors(article.corrections)[number - 1]}`;
  return { correction, article: { name: article.title, url, day: article.date } };
}

function correctionsView(props: Props): Html {
  const { chrome, description, feed, span, items } = props;
  const years = runs(items, ({ correction }) => yearOf(correction.date));
  return frame({
    ...props,
    main: html`<header class="page-head"><h1>Đính chính</h1>
      <p class="intro">${description}${chrome.contact.email && html` Thấy chỗ sai, xin báo về <a href="mailto:${chrome.contact.email}">${chrome.contact.email}</a>.`}</p>
      ${feed && followLine(feed)}</header>
      ${items.length === 0 && html`<p class="empty">Chưa có đính chính nào.</p>`}
      ${span && html`<p class="span-line">Các đính chính ${span}</p>`}
      ${years.map(
        ([year, ofYear]) =>
          html`<section class="period" aria-labelledby="nam-${year}"><h2 id="nam-${year}" class="period-name">Năm ${year}</h2>
          <ol class="corrected">${ofYear.map(item)}</ol></section>`,
      )}
      ${pagingNav(props)}`,
  });
}

function item({ correction, article }: Item): Html {
  return html`<li><h3><a href="${article.url}">${article.name}</a></h3>
    <p class="story-line"><time datetime="${correction.date}">${shortDay(correction.date)}</time><span>${correctionName(correction)} bài ngày ${shortDay(article.day)}</span></p>
    ${correctionText(correction)}</li>`;
}
