import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { ref } from "lit-html/directives/ref.js";
import type { Conflict, Version } from "../../src/front-matter/life-api.ts";
import { choicesView, differencesView } from "./difference-view.ts";
import {
  applyChoices,
  bringIn,
  chooseOne,
  closePanel,
  deleteArticle,
  duplicate,
  moveArticle,
  restoreVersion,
  setPanelText,
  showConflict,
  showLife,
  showVersion,
  showVersions,
  takeBack,
  withdrawArticle,
} from "./life.ts";
import type { Life, Panel } from "./life-state.ts";
import { showPage } from "./page-frame.ts";
import { telling } from "./store.ts";
import { dayAsWritten } from "./values.ts";

/* The life of articles on the page: news above the list, tools below an article, and a dialog. */

/** Something is being done with an article as a whole; a second click must not do it again. */
let isDoing = false;

const doing = (work: () => Promise<void>) => async () => {
  if (isDoing) return;
  isDoing = true;
  await telling(work);
  isDoing = false;
};

/**
 * What is new on the server, in the bar of the list. Where nothing is, nothing is said: only the
 * button is there, in the same place, so that it keeps the focus.
 */
export function newsView({ news, isUpdating }: Life): TemplateResult | typeof nothing {
  if (news === undefined) return nothing;
  if (!news.hasServer)
    return html`<p class="saved">Chỉ trên máy này; lưu vào thư mục nội dung.</p>`;
  const parts = [
    ...(news.added > 0 ? [`${news.added} bài mới`] : []),
    ...(news.changed > 0 ? [`${news.changed} bài được sửa`] : []),
  ];
  const isNews = news.added + news.changed + news.others > 0;
  const words =
    parts.length > 0
      ? `Có ${parts.join(", ")} trên máy chủ.`
      : isNews
        ? "Trên máy chủ có tệp mới."
        : "";
  return html`<p class="saved" role="status">${isUpdating ? "Đang cập nhật…" : words}</p>
    <button type="button" id="cap-nhat" class=${isNews ? "main" : ""} aria-disabled=${isUpdating} @click=${() => {
      if (!isUpdating) void bringIn();
    }}>Cập nhật</button>`;
}

/** What waits for a choice; above the list. */
export function waitingView({ news }: Life): TemplateResult | typeof nothing {
  if (news === undefined || news.waiting.length === 0) return nothing;
  return html`<section class="news" aria-label="Chờ chọn">
    <p><b>Cần chọn:</b> cả hai bên cùng sửa, tệp trên máy này còn giữ nguyên.</p>
    <ul>${news.waiting.map(
      ({ path, title, by, day }) => html`<li>
        <button type="button" @click=${doing(() => showConflict(path))}>Xem hai bản: ${title}</button>
        <span class="help">${by} sửa ngày ${dayAsWritten(day)}</span></li>`,
    )}</ul>
  </section>`;
}

/** The articles that were deleted; below the list. */
export function deletedView({ deleted }: Life): TemplateResult | typeof nothing {
  if (deleted.length === 0) return nothing;
  return html`<details class="section deleted"><summary><h2>Bài đã xóa</h2>
      <span class="count">${deleted.length}</span></summary>
    <ul>${deleted.map(
      ({ id, title, time }) => html`<li>${title} <span class="help">xóa ${timeInWords(time)}</span>
        <button type="button" class="quiet" aria-label="Lấy lại bài ${title}" @click=${doing(() => takeBack(id))}>Lấy lại</button></li>`,
    )}</ul>
  </details>`;
}

/** What can be done with an article as a whole; below its form. */
export function lifeTools(): TemplateResult {
  return html`<p class="row-tools life-tools" role="group" aria-label="Cả bài">
    <button type="button" class="quiet" @click=${doing(showVersions)}>Các bản trước</button>
    <button type="button" class="quiet" @click=${doing(duplicate)}>Nhân đôi</button>
    <button type="button" class="quiet" @click=${doing(() => showLife("move"))}>Đổi địa chỉ</button>
    <button type="button" class="quiet" @click=${doing(() => showLife("delete"))}>Xóa bài</button></p>`;
}

/**
 * The dialog that is open, if any.
 *
 * @param trouble what went wrong last; the dialog is above all else on the page
 */
export function panelView(
  { panel }: Life,
  today: string,
  trouble: readonly string[],
): TemplateResult {
  return html`<dialog class="panel" aria-labelledby="hop-ten" ${ref((element) =>
    setOpen(element as HTMLDialogElement | undefined, panel !== undefined),
  )} @close=${() => {
    if (panel !== undefined) closePanel();
  }}>${panel === undefined ? nothing : html`${contentView(panel, today)}${trouble.map((line) => html`<p class="message bad" role="alert">${line}</p>`)}`}</dialog>`;
}

function setOpen(dialog: HTMLDialogElement | undefined, isOpen: boolean): void {
  if (dialog === undefined || dialog.open === isOpen) return;
  // The element is drawn before what is in it, where the focus goes.
  queueMicrotask(() => {
    if (!dialog.isConnected || dialog.open === isOpen) return;
    if (isOpen) dialog.showModal();
    else dialog.close();
  });
}

function contentView(panel: Panel, today: string): TemplateResult {
  switch (panel.kind) {
    case "conflict":
      return conflictView(panel);
    case "join":
      return joinView(panel);
    case "versions":
      return versionsView(panel);
    case "delete":
      return deleteView(panel, today);
    case "move":
      return moveView(panel);
  }
}

function headView(title: string) {
  return html`<header><h2 id="hop-ten">${title}</h2>
    <button type="button" class="quiet" aria-label="Đóng" @click=${closePanel}>×</button></header>`;
}

function useView(left: number) {
  return html`<p class="row-tools"><button type="button" class="main" ?disabled=${left > 0} @click=${doing(applyChoices)}>Dùng kết quả này</button>
    <button type="button" class="quiet" @click=${closePanel}>Để sau</button>
    <span role="status">${left > 0 ? `Còn ${left} chỗ chưa chọn.` : ""}</span></p>`;
}

const wholeChoices: Readonly<
  Record<Exclude<Conflict["kind"], "fields">, readonly [string, string, string]>
> = {
  whole: ["Hai bản khác nhau nhiều nên phải chọn một bản.", "Bản của tôi", "Bản trên máy chủ"],
  picture: ["Ảnh này hai bên cùng thay. Xin chọn một ảnh.", "Ảnh của tôi", "Ảnh trên máy chủ"],
  file: ["Tệp này hai bên cùng thay. Xin chọn một tệp.", "Tệp của tôi", "Tệp trên máy chủ"],
  "gone-there": [
    "Tệp này đã được xóa trên máy chủ, còn ở máy này thì vừa được sửa.",
    "Giữ bản của tôi",
    "Xóa theo máy chủ",
  ],
  "gone-here": [
    "Tệp này đã được xóa ở máy này, còn trên máy chủ thì vừa được sửa.",
    "Vẫn xóa",
    "Lấy bản trên máy chủ",
  ],
};

function conflictView({ conflict, choices }: Extract<Panel, { kind: "conflict" }>): TemplateResult {
  const { title, by, day, kind, differences, pictures } = conflict;
  const names = { mine: "Của tôi", theirs: `Của ${by}, ${dayAsWritten(day)}` };
  if (kind === "fields") {
    const left = differences.filter(({ id }) => choices[id] === undefined).length;
    return html`${headView(title)}
      <p>Những chỗ chỉ một bên sửa đã được ghép sẵn. Còn những chỗ sau, xin chọn:</p>
      ${choicesView(differences, names, choices, chooseOne)}${useView(left)}`;
  }
  const [words, mine, theirs] = wholeChoices[kind];
  const radio = (choice: "mine" | "theirs", name: string, picture: string | undefined) =>
    html`<div><label class="choice"><input type="radio" name="chon-all" ?autofocus=${choice === "mine"} .checked=${choices.all === choice}
      @change=${() => chooseOne("all", choice)}> ${name}</label>${
        picture === undefined ? nothing : html`<img src=${picture} alt="">`
      }</div>`;
  return html`${headView(title)}
    <p>${words} ${by} sửa ngày ${dayAsWritten(day)}.</p>
    <fieldset class="difference"><legend>Chọn</legend>
      <div class="two">${radio("mine", mine, pictures?.mine)}${radio("theirs", theirs, pictures?.theirs)}</div></fieldset>
    ${differencesView(differences, names)}${useView(choices.all === undefined ? 1 : 0)}`;
}

function joinView({ joined, choices }: Extract<Panel, { kind: "join" }>): TemplateResult {
  const names = { mine: "Đang soạn ở đây", theirs: "Trong tệp" };
  const left = joined.differences.filter(({ id }) => choices[id] === undefined).length;
  return html`${headView("Ghép hai bản")}
    <p>Những chỗ chỉ một bên sửa đã được ghép sẵn. Còn những chỗ sau, xin chọn:</p>
    ${choicesView(joined.differences, names, choices, chooseOne)}${useView(left)}`;
}

const origins: Readonly<Record<Version["kind"], string>> = {
  published: "đã lên máy chủ",
  saved: "lưu trên máy này",
  "before-update": "trước khi cập nhật",
  sent: "đã gửi duyệt",
};

function versionsView({ versions, shown }: Extract<Panel, { kind: "versions" }>): TemplateResult {
  if (shown !== undefined) {
    const { version, content } = shown;
    const names = { mine: "Bây giờ", theirs: "Bản cũ" };
    return html`${headView(`Bản lúc ${timeInWords(version.time)}`)}
      ${
        content.differences.length === 0
          ? html`<p>Bản này giống bài bây giờ.</p>`
          : differencesView(content.differences, names)
      }
      ${
        content.page === undefined
          ? nothing
          : html`<iframe title="Bản cũ khi đăng" sandbox="allow-same-origin" ${ref((frame) => showPage(frame, content.page))}></iframe>`
      }
      <p class="row-tools"><button type="button" class="main" ?disabled=${content.differences.length === 0}
        @click=${doing(() => restoreVersion(content.text))}>Lấy lại bản này</button>
        <button type="button" class="quiet" @click=${doing(showVersions)}>← Các bản trước</button></p>`;
  }
  return html`${headView("Các bản trước")}
    ${
      versions === undefined
        ? html`<p role="status">Đang tìm các bản trước…</p>`
        : versions.length === 0
          ? html`<p>Bài này chưa có bản nào trước. Mỗi lần lưu, chương trình giữ lại một bản.</p>`
          : html`<ul class="versions">${versions.map(
              (
                version,
              ) => html`<li><button type="button" @click=${doing(() => showVersion(version))}>${timeInWords(version.time)}</button>
          <div>${version.words}<p class="help">${version.by === "" ? "" : `${version.by}, `}${origins[version.kind]}</p></div></li>`,
            )}</ul>`
    }`;
}

function deleteView(
  { life, reason }: Extract<Panel, { kind: "delete" }>,
  today: string,
): TemplateResult {
  if (!life.isPublished)
    return html`${headView("Xóa bài")}
      <p>Bài này chưa đăng nên xóa được. ${
        life.files.length === 0
          ? nothing
          : html`${life.files.length} tệp ảnh, PDF chỉ bài này dùng cũng được cất đi.`
      } Cần thì lấy lại ở mục “Bài đã xóa”, dưới danh sách bài.</p>
      ${linkedView(life.linkedFrom)}
      <p class="row-tools"><button type="button" class="main" @click=${doing(deleteArticle)}>Xóa bài này</button>
        <button type="button" class="quiet" @click=${closePanel}>Không xóa</button></p>`;
  return html`${headView("Rút bài")}
    <p>Bài đã đăng thì không xóa hẳn, vì người đọc đã có đường dẫn tới nó. Rút bài là thay bài bằng một
      thông báo ngắn, ở đúng địa chỉ cũ.</p>
    <div class="field"><label for="hop-ly-do">Lý do rút <span class="must">bắt buộc</span></label>
      <textarea id="hop-ly-do" rows="2" .value=${live(reason)}
        @input=${(event: Event) => setPanelText((event.target as HTMLTextAreaElement).value)}></textarea></div>
    <p class="row-tools"><button type="button" class="main" ?disabled=${reason.trim() === ""}
      @click=${doing(() => withdrawArticle(today))}>Rút bài từ ngày ${dayAsWritten(today)}</button>
      <button type="button" class="quiet" @click=${closePanel}>Không rút</button></p>`;
}

function linkedView(count: number) {
  return count === 0 ? nothing : html`<p>Có ${count} bài khác dẫn tới bài này.</p>`;
}

function moveView({ life, slug }: Extract<Panel, { kind: "move" }>): TemplateResult {
  const { address, isPublished, linkedFrom } = life;
  const start = address.replace(/[^/]+\/$/u, "");
  return html`${headView("Đổi địa chỉ")}
    <div class="field"><label for="hop-dia-chi">Phần cuối của địa chỉ</label>
      <input id="hop-dia-chi" type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
        aria-describedby="hop-dia-chi-help" .value=${live(slug)}
        @input=${(event: Event) => setPanelText((event.target as HTMLInputElement).value)}>
      <p class="help" id="hop-dia-chi-help">${address === "" ? "" : `Bây giờ: ${address}. Sau khi đổi: ${start}${slug}/`}</p></div>
    <p>${
      isPublished
        ? "Bài đã đăng: địa chỉ cũ được giữ lại và tự dẫn sang địa chỉ mới."
        : "Bài chưa đăng nên địa chỉ cũ không cần giữ."
    } Ảnh và tệp đi theo bài. ${linkedFrom > 0 ? `Đường dẫn trong ${linkedFrom} bài khác được sửa theo.` : ""}</p>
    <p class="row-tools"><button type="button" class="main" ?disabled=${slug.trim() === "" || slug === life.slug}
      @click=${doing(moveArticle)}>Đổi địa chỉ</button>
      <button type="button" class="quiet" @click=${closePanel}>Không đổi</button></p>`;
}

const clock = new Intl.DateTimeFormat("vi", { hour: "2-digit", minute: "2-digit" });

/** Returns a moment as people say it: `9:05 ngày 5/3/2024`. */
function timeInWords(time: string): string {
  const moment = new Date(time);
  const day = `${moment.getDate()}/${moment.getMonth() + 1}/${moment.getFullYear()}`;
  return `${clock.format(moment)} ngày ${day}`;
}
