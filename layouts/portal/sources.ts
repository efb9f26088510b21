import { awardTitle, formatCount } from "../../src/award.ts";
import { type Day, dayAt, shortDay } from "../../src/day.ts";
import { type Page, page } from "../../src/page.ts";
import type { JoinedAward } from "../../src/portal/joined-award.ts";
import type { Portal } from "../../src/portal/portal.ts";
import type { Published } from "../../src/portal/published.ts";
import { reportOf } from "../../src/problems/problem.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { dataUrl, sourcesUrl } from "../../src/urls.ts";
import type { Chrome } from "../parts/chrome.ts";
import { facts } from "../parts/facts.ts";
import { frame } from "../parts/frame.ts";
import { type Html, html } from "../parts/html.ts";
import { jumpList } from "../parts/jumps.ts";
import type { Link } from "../parts/shared.ts";
import { countingOf } from "./awards.ts";
import { portalChrome, siteName } from "./portal-chrome.ts";
import { doubtText } from "./portal-ledger.ts";

/** A site, and what was found there. */
type Source = Link & {
  readonly id: string;
  readonly data: string;
  readonly publisher: string;
  readonly read?: Day;
  readonly failed?: { readonly since: Day; readonly why: string };
  readonly program?: string;
  readonly commit?: string;
  readonly counts: readonly (readonly [string, number])[];
  readonly leftOut: number;
  readonly newColumns: readonly string[];
  readonly problems: readonly string[];
};

/** An award that is not certain, with the articles that tell of it. */
type Open = {
  readonly what: string;
  readonly why?: string;
  readonly tellers: readonly (Link & { readonly day: Day })[];
};

type Props = {
  readonly chrome: Chrome;
  readonly sources: readonly Source[];
  readonly counting: readonly string[];
  readonly doubtful: readonly Open[];
  readonly alike: readonly Open[];
  /** How many there is no room for. */
  readonly more: number;
};

/** A longer list is read by nobody; the open data has all. */
const MOST = 100;
/** With more than this, the others are folded away. */
const FEW = 8;

/** The sites that a portal reads: when, what, and what could not be used. */
export function sourcePages(portal: Portal): Page[] {
  const { entries, alike } = portal.awards;
  const doubtful = entries.filter(({ doubt }) => doubt !== undefined);
  const props: Props = {
    chrome: portalChrome(portal),
    sources: portal.sites.map(sourceOf),
    counting: countingOf(portal),
    doubtful: doubtful
      .slice(-MOST)
      .reverse()
      .map((one) => openOf([one], portal)),
    alike: alike
      .slice(-MOST)
      .reverse()
      .map((some) => openOf(some, portal)),
    more: Math.max(0, doubtful.length - MOST) + Math.max(0, alike.length - MOST),
  };
  return [page("sources", sourcesUrl, props, sourcesView)];
}

function sourceOf(one: Published): Source {
  const { site, base, publisher, copy, rows, leftOut, newColumns, problems } = one;
  const { readAt, failed, release } = copy;
  return {
    id: site.id,
    name: site.name,
    url: `${base}/`,
    data: base + dataUrl,
    publisher,
    ...(readAt === undefined ? {} : { read: dayAt(readAt)! }),
    ...(failed === undefined ? {} : { failed: { since: dayAt(failed.at)!, why: failed.why } }),
    ...(release === undefined ? {} : { program: release.program }),
    ...(release?.commit === undefined ? {} : { commit: release.commit.slice(0, 8) }),
    counts: [
      ["bài", rows.articles.length],
      ["dòng khen thưởng", rows.awards.length],
      ["dòng số liệu", rows.figures.length],
      ["đơn vị", rows.units.length],
    ],
    leftOut,
    newColumns,
    problems: problems.map((found) => reportOf(found, "vi").message),
  };
}

function openOf(entries: readonly JoinedAward[], portal: Portal): Open {
  const [{ award, giver }] = entries as [JoinedAward];
  const number = award.decision?.number;
  const why = doubtText(entries[0]!, portal);
  return {
    what: `${giver.name}: ${awardTitle(award)} cho ${award.to}, ${formatCount(award.count)}${
      number === undefined ? "" : `, quyết định số ${number}`
    }`,
    ...(why === undefined ? {} : { why }),
    tellers: entries.flatMap(({ sources }) =>
      sources.map(({ site, url, day }) => ({ name: siteName(portal, site), url, day })),
    ),
  };
}

function sourcesView(props: Props): Html {
  const { chrome, sources, counting, doubtful, alike, more } = props;
  const parts = [
    { name: "Các trang", url: "#cac-trang" },
    { name: "Cách đếm", url: "#cach-dem" },
    ...(doubtful.length > 0 ? [{ name: "Nêu khác nhau", url: "#khac-nhau" }] : []),
    ...(alike.length > 0 ? [{ name: "Có thể trùng", url: "#co-the-trung" }] : []),
  ];
  return frame({
    chrome,
    url: sourcesUrl,
    title: "Nguồn",
    description: "Những trang mà cổng này đọc: đọc khi nào, có những gì, chỗ nào chưa dùng được.",
    way: [],
    main: html`<header class="page-head"><h1>Nguồn</h1>
      <p class="intro">Cổng này đọc dữ liệu mở của ${formatNumber(sources.length)} trang dưới đây và dẫn đến bài viết ở đúng trang ấy. Cổng không có bài của riêng mình.</p>${jumpList(parts)}</header>
      <section class="part" aria-labelledby="cac-trang"><h2 id="cac-trang">Đọc từ đâu</h2>
      <div class="register">${sources.map(sourcePart)}</div></section>
      <section class="part" aria-labelledby="cach-dem"><h2 id="cach-dem">Khen thưởng được đếm thế nào</h2>
      <div class="prose"><ul>${counting.map((one) => html`<li>${one}</li>`)}</ul></div></section>
      ${openPart("khac-nhau", "Các trang nêu khác nhau", doubtful)}
      ${openPart("co-the-trung", "Có thể trùng, chưa đủ căn cứ để ghép", alike)}
      ${more > 0 && html`<p class="note">Còn ${formatNumber(more)} lượt như vậy trong <a href="${dataUrl}">Dữ liệu mở</a>.</p>`}`,
  });
}

function sourcePart(source: Source): Html {
  const { id, name, url, data, publisher, read, failed, program, commit, counts } = source;
  const has = counts
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${formatNumber(count)} ${what}`);
  return html`<section class="part" aria-labelledby="trang-${id}"><h3 id="trang-${id}"><a href="${url}">${name}</a></h3>
    ${facts([
      ["Cơ quan chủ quản", publisher],
      ["Có", has.join(", ") || "chưa có gì"],
      ["Đọc ngày", read ? shortDay(read) : "khi dựng cổng, từ thư mục"],
      [
        "Phiên bản",
        program && html`${program}${commit && html`, nội dung <code>${commit}</code>`}`,
      ],
      [
        "Dữ liệu",
        html`<a href="${data}">Dữ liệu mở của trang<span class="unseen">: ${name}</span></a>`,
      ],
    ])}
    ${failed && html`<p class="note"><b>Từ ngày ${shortDay(failed.since)} chưa đọc lại được</b> (${failed.why}), nên dùng bản đã đọc trước đó.</p>`}
    ${source.newColumns.length > 0 && html`<p class="note">Trang dùng bản chương trình mới hơn; cổng chưa dùng các cột: ${source.newColumns.join("; ")}.</p>`}
    ${source.leftOut > 0 && html`<p class="note">${formatNumber(source.leftOut)} dòng bị bỏ ra.</p>`}
    ${source.problems.length > 0 && html`<details class="folded"><summary>Lý do bỏ ra (${formatNumber(source.problems.length)})</summary><ul>${source.problems.map((one) => html`<li>${one}</li>`)}</ul></details>`}
  </section>`;
}

function openPart(id: string, heading: string, list: readonly Open[]): Html | false {
  return (
    list.length > 0 &&
    html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
    ${openList(list.slice(0, FEW))}
    ${list.length > FEW && html`<details class="folded"><summary>${formatNumber(list.length - FEW)} lượt khác</summary>${openList(list.slice(FEW))}</details>`}</section>`
  );
}

function openList(list: readonly Open[]): Html {
  return html`<div class="prose"><ul>${list.map(
    ({ what, why, tellers }) =>
      html`<li>${what}${why !== undefined && html`; ${why}`}. Nguồn: ${tellers.map(({ name, url, day }, at) => html`${at > 0 && "; "}<a href="${url}">${name}, ${shortDay(day)}</a>`)}.</li>`,
  )}</ul></div>`;
}
