import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { ref } from "lit-html/directives/ref.js";
import type { Note } from "../../src/front-matter/editor-api.ts";
import type { Sendable, SendFailure, SentNow } from "../../src/front-matter/sending-api.ts";
import { showPage } from "./page-frame.ts";
import type { Pages, Sending } from "./sending-state.ts";
import { bytesInWords, countWords, fileWords, kindWords } from "./sending-words.ts";

export type SendingActions = {
  readonly change: (part: Partial<Sending>) => void;
  readonly choose: (path: string, isChosen: boolean) => void;
  readonly send: (isDirect: boolean) => void;
  readonly signIn: () => void;
  readonly again: () => void;
  readonly stop: () => void;
  readonly close: () => void;
  /** Has the pages of an article shown, before and after. */
  readonly showPages: (path: string) => void;
  readonly copy: (link: string) => Promise<void>;
};

/** The dialog in which articles are sent: what goes, what it will look like, what came of it. */
export function sendingView(
  sending: Sending,
  actions: SendingActions,
  showNote: (path: string, note: Note) => void,
): TemplateResult {
  const { isBusy, plan, failure, sent, chosen } = sending;
  const isDone = sent.length > 0 && failure === undefined && isBusy === undefined;
  return html`<dialog class="sending" aria-labelledby="gui-dau" ${ref(open)}
      @close=${actions.close}>
    <header>
      <h2 id="gui-dau" tabindex="-1" autofocus>${sending.only === undefined ? "Gửi nhiều bài" : "Gửi bài"}</h2>
      <button type="button" class="quiet" aria-label="Đóng" @click=${actions.close}>×</button>
    </header>
    <p role="status" class="help">${statusOf(sending)}</p>
    ${
      sending.isForgotten
        ? html`<p class="help">Máy này chưa có kho nhớ mã truy cập, nên lần sau xin ghi lại mã.</p>`
        : nothing
    }
    ${sent.length > 0 ? sentView(sent, actions) : nothing}
    ${failure === undefined ? nothing : failureView(failure, sending, actions)}
    ${
      isDone || plan === undefined
        ? nothing
        : plan.articles.length + plan.shared.length === 0
          ? html`<p>Không có gì mới để gửi: trên máy chủ đã có đúng những gì ở máy này.</p>`
          : planView(sending, actions, showNote)
    }
    <footer class="row-tools">
      ${isBusy === undefined ? nothing : html`<button type="button" @click=${actions.stop}>Dừng</button>`}
      ${
        isDone || chosen.size + sending.shared.size === 0 || plan === undefined
          ? nothing
          : html`<button form="gui-gi" class="main" value="review" ?disabled=${isBusy !== undefined || blockOf(sending) !== ""}>Gửi cho người duyệt</button>
            ${plan.mayPublish ? html`<button form="gui-gi" value="direct" ?disabled=${isBusy !== undefined || blockOf(sending) !== ""}>Đăng ngay</button>` : nothing}`
      }
      <button type="button" class="quiet" @click=${actions.close}>${isDone ? "Xong" : "Đóng"}</button>
    </footer>
  </dialog>`;
}

function open(element: Element | undefined): void {
  if (element instanceof HTMLDialogElement && !element.open && element.isConnected)
    element.showModal();
  else if (element instanceof HTMLDialogElement && !element.open)
    // It is not on the page until everything is drawn.
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
}

function statusOf({ isBusy, plan, chosen, shared, sent, failure }: Sending): string {
  if (isBusy === "looking") return "Đang hỏi máy chủ của cơ quan…";
  if (isBusy === "sending") return "Đang kiểm tra và gửi…";
  if (sent.length > 0 && failure === undefined) return "Đã gửi xong.";
  if (plan === undefined) return "";
  const articles = plan.articles.filter(({ path }) => chosen.has(path));
  const files = plan.shared.filter(({ path }) => shared.has(path));
  if (articles.length + files.length === 0) return "";
  const to = plan.server === "" ? "" : ` tới ${plan.server}`;
  return `Sẽ gửi${to}: ${countWords(
    articles,
    files.map(({ bytes }) => bytes),
  )}.`;
}

/** Returns why what is chosen cannot be sent; empty when it can. */
function blockOf({ plan, chosen }: Sending): string {
  const articles = (plan?.articles ?? []).filter(({ path }) => chosen.has(path));
  if (articles.some(({ isConflict }) => isConflict))
    return "Có bài đã được người khác sửa trên máy chủ.";
  return articles.some(({ notes }) => notes.some(({ severity }) => severity === "error"))
    ? "Có bài còn lỗi. Xin sửa xong rồi gửi."
    : "";
}

function planView(
  sending: Sending,
  actions: SendingActions,
  showNote: (path: string, note: Note) => void,
) {
  const { plan, only, note, shared, chosen } = sending;
  const block = blockOf(sending);
  return html`<form id="gui-gi" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    actions.send((event.submitter as HTMLButtonElement | null)?.value === "direct");
  }}>
    ${
      plan!.articles.length > 0
        ? nothing
        : html`<p>${only === undefined ? "Không có bài nào mới để gửi." : "Bài này không có gì mới để gửi."}</p>`
    }
    <ul class="to-send">${plan!.articles.map((article) => articleView(article, sending, actions, showNote))}</ul>
    ${
      plan!.shared.length === 0
        ? nothing
        : html`<fieldset><legend>Tệp dùng chung</legend>
        <p class="help">Những tệp này nhiều bài cùng dùng. Chỉ đánh dấu khi bạn cố ý sửa tệp.</p>
        ${plan!.shared.map(
          ({
            path,
            bytes,
            isConflict,
            isNeeded,
          }) => html`<label class="choice"><input type="checkbox"
            .checked=${live(shared.has(path))} ?disabled=${isConflict}
            @change=${(event: Event) => {
              const isIn = (event.target as HTMLInputElement).checked;
              actions.change({
                shared: new Set(
                  isIn ? [...shared, path] : [...shared].filter((one) => one !== path),
                ),
              });
            }}> ${path} <small>${bytesInWords(bytes)}${
              isConflict
                ? ", người khác đã sửa trên máy chủ: xin bấm “Cập nhật” trước"
                : isNeeded
                  ? ", bài gửi đi cần đến"
                  : ""
            }</small></label>`,
        )}</fieldset>`
    }
    ${
      chosen.size + shared.size === 0 || (only !== undefined && plan!.articles[0]?.isSent)
        ? nothing
        : html`<div class="field"><label for="gui-loi-nhan">Lời nhắn cho người duyệt</label>
          <textarea id="gui-loi-nhan" class="grows" rows="2" maxlength="10000" .value=${live(note)}
            @input=${(event: Event) => actions.change({ note: (event.target as HTMLTextAreaElement).value })}></textarea></div>`
    }
    ${block === "" ? nothing : html`<p class="blocked">${block}</p>`}
  </form>`;
}

function articleView(
  article: Sendable,
  { only, chosen, ready, pages }: Sending,
  actions: SendingActions,
  showNote: (path: string, note: Note) => void,
) {
  const { path, title, kind, files, notes, left, isDraft, isConflict, isSent, movedFrom } = article;
  const isIn = chosen.has(path);
  const facts = [kindWords[kind], ...fileWords(files)].join(", ");
  const head = html`<b>${title}</b> <small>${facts}</small>`;
  return html`<li>
    ${
      only === undefined
        ? html`<label class="choice"><input type="checkbox" .checked=${live(isIn)} ?disabled=${isSent}
          @change=${(event: Event) => actions.choose(path, (event.target as HTMLInputElement).checked)}> <span>${head}</span></label>`
        : html`<p>${head}</p>`
    }
    ${movedFrom === undefined ? nothing : html`<p class="help">Trước ở ${movedFrom}.</p>`}
    ${isSent ? html`<p class="help">Đã gửi, đang chờ duyệt; từ đó tới nay không có gì mới.</p>` : nothing}
    ${
      isConflict
        ? html`<p class="blocked">Người khác đã sửa bài này trên máy chủ. Xin bấm “Cập nhật” ở danh sách bài trước, rồi gửi.</p>`
        : nothing
    }
    ${left > 0 ? html`<p class="help">Còn ${left} đề xuất hoặc điều cần xem lại, chưa dùng mà cũng chưa bỏ.</p>` : nothing}
    ${
      notes.length === 0
        ? nothing
        : html`<ul class="notes">${notes.map(
            (
              note,
            ) => html`<li class=${note.severity}><b>${note.severity === "error" ? "Lỗi" : "Cảnh báo"}:</b>
            ${note.inForm} <button type="button" @click=${() => showNote(path, note)}>Tới chỗ ấy</button></li>`,
          )}</ul>`
    }
    ${
      isDraft && isIn
        ? html`<fieldset><legend>Bài còn là bản nháp</legend>
        ${(
          [
            [true, "Bài đã xong: bỏ dấu bản nháp rồi gửi"],
            [false, "Cứ gửi là bản nháp; duyệt xong người đọc vẫn chưa thấy"],
          ] as const
        ).map(
          ([
            value,
            words,
          ]) => html`<label class="choice"><input type="radio" required name="nhap-${path}"
            .checked=${live(ready.get(path) === value)}
            @change=${() => actions.change({ ready: new Map([...ready, [path, value]]) })}> ${words}</label>`,
        )}</fieldset>`
        : nothing
    }
    ${pagesView(article, shownPages(pages.get(path), ready.get(path)), only !== undefined, actions)}
  </li>`;
}

/** A draft that is sent as ready is shown without its mark. */
function shownPages(pages: Pages | undefined, isReady: boolean | undefined): Pages | undefined {
  return isReady && pages?.afterReady !== undefined ? { ...pages, after: pages.afterReady } : pages;
}

/** The pages before and after: side by side where there is room. */
function pagesView(
  { path, kind }: Sendable,
  pages: Pages | undefined,
  isOpen: boolean,
  { showPages }: SendingActions,
) {
  const frame = (name: string, page: string | undefined, none: string) => html`<figure>
      <figcaption>${name}</figcaption>
      ${
        page === undefined
          ? html`<p class="help">${none}</p>`
          : html`<iframe title=${name} sandbox="allow-same-origin" ${ref((element) => showPage(element, page))}></iframe>`
      }
    </figure>`;
  return html`<details class="pages" ?open=${isOpen} @toggle=${(event: Event) => {
    if ((event.target as HTMLDetailsElement).open && pages === undefined) showPages(path);
  }}><summary>Trước và sau, như người đọc thấy</summary>
    ${
      pages === undefined
        ? html`<p role="status" class="help">Đang mở…</p>`
        : html`<div class="pair">
      ${frame("Trên trang tin bây giờ", pages.before, kind === "new" ? "Chưa có bài này." : "Chưa có trang để xem.")}
      ${frame("Khi bài gửi được đăng", pages.after, kind === "deleted" ? "Không còn bài này." : "Chưa có trang để xem.")}
    </div>`
    }
  </details>`;
}

function sentView(sent: readonly SentNow[], { copy }: SendingActions) {
  return html`<ul class="sent-now">${sent.map(
    ({ titles, branch, isUpdate, isPublished, link }) => html`<li>
      <p><b>${titles.join("; ") || "Tệp dùng chung"}</b>: ${
        isPublished
          ? "đã gửi thẳng lên trang tin; máy chủ dựng xong trang là người đọc thấy."
          : isUpdate
            ? "đã gửi bản mới, vào đúng chỗ bài gửi lần trước."
            : "đã gửi, đang chờ duyệt."
      }</p>
      ${
        isPublished
          ? nothing
          : link === undefined
            ? html`<p>Xin chuyển tên này cho người duyệt để tìm ra bài: <code>${branch}</code></p>
              <p class="row-tools">${copyButton(branch, "Chép tên", copy)}</p>`
            : html`<p>Xin chuyển liên kết này cho người duyệt; ở đó có cả bài lẫn chỗ góp ý.</p>
              <p><a href=${link} target="_blank" rel="noopener noreferrer">${link}</a></p>
              <p class="row-tools">${copyButton(link, "Chép liên kết", copy)}</p>`
      }</li>`,
  )}</ul>`;
}

function copyButton(text: string, words: string, copy: SendingActions["copy"]) {
  return html`<button type="button" @click=${(event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    void copy(text).then(
      () => {
        button.textContent = "Đã chép";
      },
      () => {
        button.textContent = "Xin bôi đen rồi chép";
      },
    );
  }}>${words}</button>`;
}

function failureView(failure: SendFailure, sending: Sending, actions: SendingActions) {
  const { account, by, isBusy, isDirect } = sending;
  const { change, signIn, send, again } = actions;
  const line = (
    id: string,
    label: string,
    value: string,
    set: (value: string) => void,
    more: {
      readonly type?: string;
      readonly autocomplete: "username" | "current-password" | "name" | "email";
      readonly isRequired?: boolean;
    },
  ) => html`<div class="field"><label for=${id}>${label}</label>
      <input id=${id} type=${more.type ?? "text"} autocomplete=${more.autocomplete} ?required=${more.isRequired ?? true} .value=${live(value)}
        @input=${(event: Event) => set((event.target as HTMLInputElement).value)}></div>`;
  return html`<section class="failed" aria-label="Chưa gửi được">
    <p role="alert"><b>${failure.what}</b> ${failure.todo} Không mất gì: bài vẫn nguyên trên máy này.</p>
    ${
      failure.asks === "sign-in"
        ? html`<form class="fields top" @submit=${(event: Event) => {
            event.preventDefault();
            signIn();
          }}>
          ${line("gui-ten", "Tên tài khoản", account.user, (user) => change({ account: { ...account, user } }), { autocomplete: "username" })}
          ${line("gui-ma", "Mã truy cập", account.password, (password) => change({ account: { ...account, password } }), { type: "password", autocomplete: "current-password" })}
          <p class="help">Mã truy cập lấy ở trang cài đặt tài khoản trên máy chủ, có quyền ghi vào kho. Mã chỉ được nhớ tới khi tắt npm start.</p>
          <label class="choice"><input type="checkbox" .checked=${live(account.isKept)}
            @change=${(event: Event) => change({ account: { ...account, isKept: (event.target as HTMLInputElement).checked } })}> Nhờ máy nhớ cho những lần sau (máy dùng riêng)</label>
          <p><button class="main" ?disabled=${isBusy !== undefined}>Đăng nhập</button></p>
        </form>`
        : failure.asks === "name"
          ? html`<form class="fields top" @submit=${(event: Event) => {
              event.preventDefault();
              send(isDirect);
            }}>
          ${line("gui-ho-ten", "Họ và tên", by.name, (name) => change({ by: { ...by, name } }), { autocomplete: "name" })}
          ${line("gui-thu", "Thư điện tử (không bắt buộc)", by.email, (email) => change({ by: { ...by, email } }), { type: "email", autocomplete: "email", isRequired: false })}
          <p><button class="main" ?disabled=${isBusy !== undefined}>Ghi tên và gửi</button></p>
        </form>`
          : sending.plan === undefined
            ? html`<p class="row-tools"><button type="button" ?disabled=${isBusy !== undefined} @click=${again}>Thử lại</button></p>`
            : nothing
    }
  </section>`;
}
