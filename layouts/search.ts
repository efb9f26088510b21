import { type Page, page } from "../src/page.ts";
import { engineHash } from "../src/search/search.ts";
import type { SearchBundle, Site } from "../src/site.ts";
import { searchFilters, yearFilter } from "../src/text/search-text.ts";
import { searchUrl, tagsUrl, unitsUrl, yearUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  readonly script: string;
  readonly bundles: readonly Bundle[];
  /** Newest first. */
  readonly years: readonly Link[];
  readonly units: readonly Choice[];
  readonly tags: readonly Choice[];
};

/**
 * A part of the index as the script of the page knows it; its key is put behind the addresses of
 * its files.
 */
type Bundle = Pick<SearchBundle, "name" | "year"> & {
  readonly key: string;
  readonly articles: number;
};

/** A value that the results can be narrowed down to. */
type Choice = { readonly value: string; readonly name: string };

/** The search page: a form that works by script, and the ways on for those without. */
export function searchPages(site: Site): Page[] {
  const props: Props = {
    chrome: sharedOf(site).chrome,
    script: site.assets.searchScript.url,
    bundles: site.search.map(({ name, year, hash, articles }) => ({
      name,
      year,
      key: hash,
      articles: articles.length,
    })),
    years: site.years.map(({ year }) => ({ name: String(year), url: yearUrl(year) })).reverse(),
    units: site.units
      .filter(({ articles }) => articles.length > 0)
      .map(({ unit }) => ({ value: unit.id, name: unit.name })),
    tags: site.tags.map(({ slug, name }) => ({ value: slug, name })),
  };
  return [page("search", searchUrl, props, searchView)];
}

function searchView({ chrome, script, bundles, years, units, tags }: Props): Html {
  const yearChoices = years.map(({ name }) => ({ value: name, name }));
  return frame({
    chrome,
    url: searchUrl,
    title: "Tìm kiếm",
    description: `Tìm trong mọi bài của ${chrome.name}: gõ có dấu hay không dấu đều được.`,
    way: [],
    script,
    main: html`<header class="page-head"><h1>Tìm kiếm</h1>
      <p class="intro">Gõ có dấu hay không dấu đều được. Muốn tìm đúng nguyên cụm từ, xin đặt trong ngoặc kép.</p></header>
      <form class="search" action="${searchUrl}" role="search" aria-label="Tìm bài">
      <p class="search-words"><label for="tu-khoa">Từ cần tìm</label><input id="tu-khoa" type="search" name="q" autocomplete="off" enterkeyhint="search"><button>Tìm</button></p>
      <div class="search-filters">
      ${select("Năm", yearFilter, "Mọi năm", yearChoices)}
      ${select("Đơn vị", searchFilters.unit, "Mọi đơn vị", units)}
      ${select("Chủ đề", searchFilters.tag, "Mọi chủ đề", tags)}
      <p class="search-check"><label><input type="checkbox" name="${searchFilters.awards}" value="co"> Có khen thưởng</label></p>
      </div>
      </form>
      <noscript><p class="notice">Trình duyệt này đang tắt JavaScript nên chưa tìm được theo từ. Xin xem bài theo các lối dưới đây.</p></noscript>
      <section id="tim-thay" aria-labelledby="ket-qua-tim" hidden>
      <h2 id="ket-qua-tim" class="unseen">Kết quả tìm kiếm</h2>
      <p id="tinh-trang" class="search-status" role="status"></p>
      <ol id="ket-qua" class="found" data-parts="${JSON.stringify({ engine: engineHash, bundles })}"></ol>
      <p><button id="xem-them" type="button" hidden>Xem thêm kết quả</button></p>
      </section>
      <section class="part" aria-labelledby="loi-khac"><h2 id="loi-khac">Các lối khác đến bài viết</h2>
      <ul class="ways">
      <li><a href="${tagsUrl}"><b>Chủ đề</b> <span>Theo nội dung</span></a></li>
      <li><a href="${unitsUrl}"><b>Đơn vị</b> <span>Theo tổ chức đảng</span></a></li>
      ${years.map(({ name, url }) => html`<li><a href="${url}"><b>Năm ${name}</b> <span>Theo tháng, ngày</span></a></li>`)}
      </ul></section>`,
  });
}

function select(label: string, name: string, all: string, choices: readonly Choice[]): Html {
  const id = `loc-${name}`;
  return html`<p><label for="${id}">${label}</label><select id="${id}" name="${name}">
    <option value="">${all}</option>
    ${choices.map(({ value, name }) => html`<option value="${value}">${name}</option>`)}
  </select></p>`;
}
