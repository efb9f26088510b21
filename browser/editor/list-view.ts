import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { ArticleRow, EditorFacts, NewArticleWish } from "../../src/front-matter/editor-api.ts";
import type { SentArticle } from "../../src/front-matter/sending-api.ts";
import { fold } from "../../src/text/vietnamese.ts";
import type { Life } from "./life-state.ts";
import { deletedView, newsView, waitingView } from "./life-view.ts";
import { picker } from "./picker.ts";
import type { SentStates } from "./sending-state.ts";
import { stateWords } from "./sending-words.ts";
import type { ListSearch } from "./state.ts";
import { dayAsWritten } from "./values.ts";

export type ListActions = {
  readonly setSearch: (search: Partial<ListSearch>) => void;
  readonly setWish: (wish: Partial<NewArticleWish>) => void;
  readonly create: () => void;
  readonly importFile: (file: File) => void;
  readonly send: () => void;
};

const states = {
  public: "",
  waiting: "chờ ngày đăng",
  draft: "bài nháp",
  withdrawn: "đã rút",
  broken: "",
} as const;

/** All articles, to find and open one, and the ways to begin a new one. */
export function listView(
  rows: readonly ArticleRow[] | undefined,
  search: ListSearch,
  wish: NewArticleWish,
  facts: EditorFacts | undefined,
  life: Life,
  sent: SentStates,
  actions: ListActions,
): TemplateResult {
  return html`<header class="bar"><h1>Soạn bài</h1>
      ${newsView(life)}
      <button type="button" @click=${actions.send}>Gửi nhiều bài</button>
      <a href="/" target="_blank" rel="noopener">Mở trang xem thử</a></header>
    <main class="list">
      ${waitingView(life)}
      ${facts ? beginView(wish, facts, actions) : nothing}
      <section aria-labelledby="cac-bai">
        <h2 id="cac-bai">Các bài</h2>
        ${rows === undefined ? html`<p role="status">Đang đọc các bài…</p>` : rowsView(rows, search, sent, actions)}
        ${deletedView(life)}
      </section>
    </main>`;
}

const must = html`<span class="must">bắt buộc</span>`;

function beginView(wish: NewArticleWish, facts: EditorFacts, actions: ListActions) {
  const { setWish, create, importFile } = actions;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) importFile(file);
  };
  const line = (key: "title" | "date" | "author", label: string, help = "") =>
    html`<div class="field"><label for="moi-${key}">${label} ${must}</label>
      <input id="moi-${key}" type="text" autocomplete="off" .value=${live(key === "date" ? dayAsWritten(wish[key]) : wish[key])}
        aria-describedby=${help === "" ? nothing : `moi-${key}-help`}
        @input=${(event: Event) => setWish({ [key]: (event.target as HTMLInputElement).value })}>
      ${help === "" ? nothing : html`<p class="help" id="moi-${key}-help">${help}</p>`}</div>`;
  return html`<section class="begin" aria-labelledby="bai-moi">
    <h2 id="bai-moi">Bài mới</h2>
    <div class="drop file-drop" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${drop}>
      <p><b>Đã có bài trong Word?</b> Kéo tệp .docx thả vào đây, hoặc
        <label class="button">chọn tệp…<input type="file" class="unseen" accept=".docx,.html,.htm,.txt"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            const file = input.files?.[0];
            if (file) importFile(file);
            input.value = "";
          }}></label></p>
      <p class="help">Chữ và ảnh được chuyển sang. Khen thưởng, số liệu, nhân sự tìm thấy thì hiện thành đề xuất để bạn xem lại.</p>
    </div>
    <details class="section"><summary><h3>Viết từ đầu</h3></summary>
      <form class="fields top" @submit=${(event: Event) => {
        event.preventDefault();
        create();
      }}>
        ${line("title", "Tiêu đề")}
        ${line("date", "Ngày", "Ví dụ 31/1/2024.")}
        <div class="field"><label for="moi-unit">Đơn vị ${must}</label>${picker({
          id: "moi-unit",
          choices: facts.units.map(({ id, name, time, others }) => ({
            value: id,
            name,
            more: time,
            others,
          })),
          value: wish.unit,
          isFree: false,
          describedBy: "",
          isInvalid: false,
          pick: (unit) => setWish({ unit }),
        })}</div>
        ${line("author", "Người viết", "Nhiều người thì ngăn bằng dấu phẩy.")}
        <p><button class="main">Tạo bài</button></p>
      </form>
    </details>
  </section>`;
}

function rowsView(
  rows: readonly ArticleRow[],
  search: ListSearch,
  sent: SentStates,
  { setSearch }: ListActions,
) {
  const { words, only, most } = search;
  const keys = fold(words).split(/\s+/u).filter(Boolean);
  const isIn = ({ errors, warnings, state, left }: ArticleRow, part: ListSearch["only"]) =>
    part === "all" ||
    (part === "faulty" && (errors + warnings > 0 || state === "broken")) ||
    (part === "left" && left > 0) ||
    (part === "draft" && (state === "draft" || state === "waiting"));
  const found = rows.filter((row) => {
    if (!isIn(row, only)) return false;
    const { title, unit, path, date } = row;
    const text = fold(`${title} ${unit} ${path} ${dayAsWritten(date)}`);
    return keys.every((key) => text.includes(key));
  });
  const choices = [
    ["all", "Tất cả"],
    ["faulty", "Có lỗi hoặc cảnh báo"],
    ["draft", "Chưa đăng"],
    ["left", "Cần xem"],
  ] as const;
  return html`<div class="filters">
      <div class="field"><label for="tim">Tìm bài</label>
        <input id="tim" type="search" autocomplete="off" .value=${live(words)}
          @input=${(event: Event) => setSearch({ words: (event.target as HTMLInputElement).value, most: 60 })}></div>
      <div role="group" aria-label="Lọc">${choices.map(
        ([value, name]) =>
          html`<button type="button" class="quiet" aria-pressed=${only === value} @click=${() => setSearch({ only: value, most: 60 })}>${name}
            <span class="number">${rows.filter((row) => isIn(row, value)).length}</span></button>`,
      )}</div>
    </div>
    <p class="help" role="status">${found.length === rows.length ? `${rows.length} bài` : `${found.length} trong ${rows.length} bài`}</p>
    <ul class="articles">${found.slice(0, most).map(
      ({ path, title, date, unit, state, errors, warnings, left }) => html`<li>
        <time>${dayAsWritten(date)}</time>
        <div><a href="#/bai/${encodeURIComponent(path)}">${title}</a>
          <p>${unit}${states[state] && html` <span class="count">${states[state]}</span>`}
            ${errors > 0 || state === "broken" ? html`<span class="count error">${errors > 0 ? `${errors} lỗi` : "chưa đọc được"}</span>` : nothing}
            ${left > 0 ? html`<span class="count offer">còn ${left} mục cần xem</span>` : nothing}
            ${warnings > 0 ? html`<span class="count warn">${warnings} cảnh báo</span>` : nothing}
            ${sentView(sent.get(path))}</p></div>
      </li>`,
    )}</ul>
    ${found.length > most ? html`<p><button type="button" @click=${() => setSearch({ most: most + 200 })}>Xem thêm</button></p>` : nothing}`;
}

/** What became of an article that was sent; a link leads to where the editor looks at it. */
function sentView(sent: SentArticle | undefined) {
  if (sent === undefined) return nothing;
  const words = stateWords(sent);
  const kind = sent.state === "waiting" || sent.state === "published" ? "" : "warn";
  const isOpen = sent.link !== undefined && sent.state !== "published";
  return html`<span class="count ${kind}">${
    isOpen
      ? html`<a href=${sent.link!} target="_blank" rel="noopener noreferrer">${words}</a>`
      : words
  }</span>`;
}
