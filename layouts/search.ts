import { latePage, type Page, type PageGroup, page } from "../src/page.ts";
import { suggestionsOf } from "../src/search/suggestions.ts";
import type { SearchPart, Site } from "../src/site.ts";
import {
  eachWord,
  plainOf,
  searchFilters,
  spellingOf,
  yearFilter,
} from "../src/text/search-text.ts";
import {
  archiveUrl,
  awardsUrl,
  documentsUrl,
  figuresUrl,
  officialsUrl,
  searchSuggestionsUrl,
  searchUrl,
  searchWordsUrl,
  sessionsUrl,
  tagsUrl,
  unitsUrl,
} from "../src/urls.ts";
import { type Chrome, type MenuLink, mainParts } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  /** Where there are articles too; for readers without a script these are the only ways. */
  readonly ways: readonly MenuLink[];
  readonly script: string;
  readonly stylesheet: string;
  readonly parts: readonly Part[];
  readonly attached: readonly Part[];
  readonly directory: readonly Part[];
  /** Newest first. */
  readonly years: readonly Choice[];
  readonly units: readonly Choice[];
  readonly tags: readonly Choice[];
  /** A phrase that articles have, as an example of how to ask for one. */
  readonly example: string | undefined;
};

/**
 * A part of the index as the script of the page knows it; its key is put behind the addresses of
 * its files.
 */
type Part = Pick<SearchPart, "name" | "size" | "files" | "since" | "years"> & {
  readonly key: string;
};

/** A value that the results can be narrowed down to, and how many articles have it. */
type Choice = { readonly value: string; readonly name: string; readonly count: number };

/**
 * The search page: a form that works by script, and the ways on for those without; and what the
 * script suggests, which follows from lists alone.
 */
export function searchPages(site: Site): (Page | PageGroup)[] {
  const partsOf = (isOwn: (part: SearchPart) => boolean) =>
    site.search.filter(isOwn).map(({ hash, name, size, files, since, years }): Part => {
      return { name, size, files, since, years, key: hash };
    });
  const props: Props = {
    chrome: sharedOf(site).chrome,
    ways: mainParts(site),
    script: site.assets.searchScripts[0]?.url ?? "",
    stylesheet: site.assets.searchStyle.url,
    example: exampleFor(site),
    parts: partsOf(({ articles }) => articles.length > 0),
    attached: partsOf(({ sections }) => sections !== undefined),
    directory: partsOf(({ directory }) => directory !== undefined),
    years: site.years
      .map(({ year, articles }) => ({
        value: String(year),
        name: String(year),
        count: articles.length,
      }))
      .reverse(),
    units: site.units
      .filter(({ articles }) => articles.length > 0)
      .map(({ unit, articles }) => ({ value: unit.id, name: unit.name, count: articles.length })),
    tags: site.tags.map(({ slug, name, articles }) => ({
      value: slug,
      name,
      count: articles.length,
    })),
  };
  return [
    page("search", searchUrl, props, searchView),
    { name: "words", texts: [], pages: () => suggestedBy(site) },
  ];
}

function suggestedBy(site: Site): Page[] {
  const suggestions = suggestionsOf(site);
  const titles = () => site.articles.map(({ title }) => title);
  return [
    page("search suggestions", searchSuggestionsUrl, suggestions, (all) => JSON.stringify(all)),
    latePage("search words", searchWordsUrl, titles, titles, (all) =>
      JSON.stringify(commonWords(all)),
    ),
  ];
}

/**
 * Lists the words of all titles, each as it is most often spelt, the commonest first: what a reader
 * may have meant who finds nothing.
 */
export function commonWords(titles: readonly string[]): string[] {
  // Titles have few different words, and how one is spelt takes long to say.
  const written = new Map<string, number>();
  for (const title of titles)
    eachWord(title, (word) => written.set(word, (written.get(word) ?? 0) + 1));
  const counts = new Map<string, Map<string, number>>();
  for (const [word, count] of written) {
    const spelling = spellingOf(word);
    if (/\p{N}/u.test(spelling)) continue;
    const plain = plainOf(spelling);
    const spellings = counts.get(plain) ?? new Map<string, number>();
    spellings.set(spelling, (spellings.get(spelling) ?? 0) + count);
    counts.set(plain, spellings);
  }
  const words = [...counts.values()].map((spellings) => {
    const sorted = [...spellings].sort(([, a], [, b]) => b - a);
    return { spelling: sorted[0]![0], count: sorted.reduce((sum, [, count]) => sum + count, 0) };
  });
  words.sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1));
  return words.map(({ spelling }) => spelling);
}

/** Returns the topic of two or more words that most articles are about: a search finds some. */
function exampleFor({ tags }: Site): string | undefined {
  const phrases = tags.filter(({ name }) => /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)+$/u.test(name));
  const most = Math.max(...phrases.map(({ articles }) => articles.length));
  return phrases.find(({ articles }) => articles.length === most)?.name.toLowerCase();
}

function searchView({
  chrome,
  ways,
  script,
  stylesheet,
  years,
  units,
  tags,
  example,
  ...index
}: Props): Html {
  const data = {
    ...index,
    words: searchWordsUrl.slice(1),
    suggestions: searchSuggestionsUrl.slice(1),
  };
  return frame({
    chrome,
    url: searchUrl,
    title: "Tìm kiếm",
    description: `Tìm trong mọi bài của ${chrome.name}: gõ có dấu hay không dấu đều được.`,
    script,
    stylesheet,
    main: html`<div class="search-page"><form class="search" action="${searchUrl}" role="search" aria-label="Tìm bài">
      <div class="search-head"><h1>Tìm kiếm</h1><label for="tu-khoa"><span class="unseen">Từ cần tìm, </span>có dấu hay không dấu</label></div>
      <div class="search-words"><input id="tu-khoa" type="text" inputmode="search" name="q" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="goi-y" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"><button>Tìm</button><ul id="goi-y" class="suggestions" role="listbox" aria-label="Trang có tên như vậy" hidden></ul></div>
      <details class="search-more"><summary>Lọc, sắp xếp<span id="dang-loc"></span></summary>
      <div class="search-filters">
      ${select("Năm", yearFilter, "Mọi năm", years)}
      ${select("Đơn vị", searchFilters.unit, "Mọi đơn vị", units)}
      ${select("Chủ đề", searchFilters.tag, "Mọi chủ đề", tags)}
      <p><label for="xep">Sắp xếp</label><select id="xep" name="xep"><option value="">Đúng nhất trước</option><option value="ngay">Mới nhất trước</option></select></p>
      <p class="search-check"><label><input type="checkbox" name="${searchFilters.awards}" value="co"> Có khen thưởng</label></p>
      </div>
      <p class="search-help">Muốn tìm đúng nguyên cụm từ, xin đặt trong ngoặc kép${example !== undefined && `: “${example}”`}. Không gõ từ nào mà chỉ chọn đơn vị, năm hay chủ đề cũng được.</p>
      </details>
      </form>
      <noscript><p class="notice">Trình duyệt này đang tắt JavaScript nên chưa tìm được theo từ. Xin xem bài theo các lối dưới đây.</p></noscript>
      <section id="tim-thay" aria-labelledby="ket-qua-tim" hidden>
      <h2 id="ket-qua-tim" class="unseen">Kết quả tìm kiếm</h2>
      <p id="y-khac" class="search-hint" role="status"></p>
      <p id="tinh-trang" class="search-status" role="status"></p>
      <ul id="trang-khac" class="search-hits" aria-label="Trang riêng"></ul>
      <ol id="ket-qua" class="found" data-parts="${JSON.stringify(data)}"></ol>
      <p><button id="xem-them" type="button" hidden>Xem thêm kết quả</button></p>
      ${
        index.attached.length > 0 &&
        html`<section id="trong-tep" class="part" aria-labelledby="ten-trong-tep" hidden><h2 id="ten-trong-tep">Trong tệp đính kèm</h2>
      <p id="so-tep" role="status"></p><ol id="ket-qua-tep" class="found"></ol>
      <p><button id="tim-trong-tep" type="button">Tìm thêm trong tệp đính kèm</button></p></section>`
      }
      </section>
      <section class="part search-ways" aria-labelledby="loi-khac"><h2 id="loi-khac">Các lối khác đến bài viết</h2>
      <ul class="ways">${ways.map(
        ({ name, url }) =>
          html`<li><a href="${url}"><b>${name}</b> <span>${waysBy[url]}</span></a></li>`,
      )}</ul></section></div>`,
  });
}

/** What each section of the site goes by. */
const waysBy: Readonly<Record<string, string>> = {
  [awardsUrl]: "Theo hình thức, năm, cấp khen thưởng",
  [figuresUrl]: "Theo chỉ tiêu, qua các kỳ",
  [documentsUrl]: "Theo loại, số, ký hiệu",
  [sessionsUrl]: "Theo khóa, theo đơn vị",
  [officialsUrl]: "Theo tổ chức, theo tên",
  [tagsUrl]: "Theo nội dung",
  [unitsUrl]: "Theo tổ chức đảng",
  [archiveUrl]: "Theo năm, tháng, ngày",
};

function select(label: string, name: string, all: string, choices: readonly Choice[]): Html {
  const id = `loc-${name}`;
  return html`<p><label for="${id}">${label}</label><select id="${id}" name="${name}">
    <option value="">${all}</option>
    ${choices.map(({ value, name, count }) => html`<option value="${value}">${name} (${count})</option>`)}
  </select></p>`;
}
