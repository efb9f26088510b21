import type { Correction } from "../src/article.ts";
import { type Day, shortDay, yearOf } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { CorrectionEntry, Site, WithdrawnEntry } from "../src/site.ts";
import { runs } from "../src/text/runs.ts";
import { correctionsUrl } from "../src/urls.ts";
import { type FeedLink, followLine } from "./feeds/follow.ts";
import type { Chrome } from "./parts/chrome.ts";
import { correctionName, correctionText, correctionUrl } from "./parts/correction.ts";
import { type Erratum, errataOf } from "./parts/errata.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { LIST_SIZE, type PageOfList, pageOfList, pagesOfList, pagingNav } from "./parts/paging.ts";
import { type Link, sharedOf } from "./parts/shared.ts";
import { replacementOf, type WithdrawalProps, withdrawalText } from "./parts/withdrawal.ts";

type Props = PageOfList & {
  readonly chrome: Chrome;
  readonly description: string;
  readonly feed?: FeedLink;
  readonly items: readonly Item[];
};

type Item = { readonly date: Day } & (
  | {
      readonly kind: "correction";
      readonly correction: Correction;
      readonly article: Link & { readonly day: Day };
    }
  | ({ readonly kind: "withdrawal"; readonly article: Link } & WithdrawalProps)
);

/**
 * Everything that was published wrong and put right or taken back, newest first: readers may know
 * it, and the law asks for it.
 */
export function correctionsPages(site: Site): Page[] {
  const { chrome } = sharedOf(site);
  const errata = errataOf(site);
  const name = "Đính chính";
  const list = { url: correctionsUrl, title: name, way: [], here: name };
  return pagesOfList(correctionsUrl, errata, LIST_SIZE, ({ date }) => date).map((slice) => {
    const props: Props = {
      chrome,
      ...pageOfList(list, slice),
      description: "Những chỗ đã đăng sai nay được sửa, và những bài đã rút.",
      ...(errata.length > 0 ? { feed: { name, of: correctionsUrl } } : {}),
      items: slice.items.map((one) => itemOf(one, site)),
    };
    return page("corrections", slice.url, props, correctionsView);
  });
}

function itemOf(erratum: Erratum, site: Site): Item {
  const { date } = erratum;
  return erratum.kind === "correction"
    ? { date, kind: "correction", ...correctionOf(erratum.entry) }
    : { date, kind: "withdrawal", ...withdrawalOf(erratum.entry, site) };
}

function correctionOf(entry: CorrectionEntry) {
  const { correction, article } = entry;
  const url = correctionUrl(entry);
  return { correction, article: { name: article.title, url, day: article.date } };
}

function withdrawalOf({ url, published, withdrawal }: WithdrawnEntry, site: Site) {
  const name = `Bài đăng ngày ${shortDay(published)}, đã được rút`;
  return { article: { name, url }, withdrawal, ...replacementOf(withdrawal, site) };
}

function correctionsView(props: Props): Html {
  const { chrome, description, feed, span, items } = props;
  const years = runs(items, ({ date }) => yearOf(date));
  return frame({
    ...props,
    main: html`<header class="page-head"><h1>Đính chính</h1>
      <p class="intro">${description}${chrome.contact.email && html` Thấy chỗ sai, xin báo về <a href="mailto:${chrome.contact.email}">${chrome.contact.email}</a>.`}</p></header>
      ${items.length === 0 && html`<p class="empty">Chưa có đính chính nào.</p>`}
      ${span && html`<p class="span-line">Các đính chính ${span}</p>`}
      ${years.map(
        ([year, ofYear]) =>
          html`<section class="period" aria-labelledby="nam-${year}"><h2 id="nam-${year}" class="period-name">Năm ${year}</h2>
          <ol class="corrected">${ofYear.map(item)}</ol></section>`,
      )}
      ${pagingNav(props)}
      ${feed && followLine(feed)}`,
  });
}

function item(one: Item): Html {
  if (one.kind === "withdrawal")
    return html`<li><h3><a href="${one.article.url}">${one.article.name}</a></h3>
    <p class="story-line"><time datetime="${one.date}">${shortDay(one.date)}</time><span>Rút bài</span></p>
    ${withdrawalText(one)}</li>`;
  const { correction, article } = one;
  return html`<li><h3><a href="${article.url}">${article.name}</a></h3>
    <p class="story-line"><time datetime="${correction.date}">${shortDay(correction.date)}</time><span>${correctionName(correction)} bài ngày ${shortDay(article.day)}</span></p>
    ${correctionText(correction)}</li>`;
}
