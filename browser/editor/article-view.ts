import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { live } from "lit-html/directives/live.js";
import { ref } from "lit-html/directives/ref.js";
import type { EditorFacts, Note } from "../../src/front-matter/editor-api.ts";
import { type Field, isEmptyValue } from "../../src/front-matter/field.ts";
import type { SentArticle } from "../../src/front-matter/sending-api.ts";
import { cameBackView } from "./came-back-view.ts";
import { describingView } from "./describing.ts";
import { countIn, fieldView, reviewsAt } from "./fields.ts";
import type { FormContext } from "./form-context.ts";
import { lifeTools } from "./life-view.ts";
import { showPage } from "./page-frame.ts";
import { proposalsView, type Settle } from "./proposals-view.ts";
import { type Editing, isChanged, openProposals, rareKeys, rarePart } from "./state.ts";
import { bodyId, chooseInText, type TextBox, textBox } from "./text-box.ts";
import { unfold } from "./unfolding.ts";
import {
  dayAsWritten,
  dayForCalendar,
  idOf,
  inForm,
  itemsAt,
  nameOf,
  textAt,
  type Way,
} from "./values.ts";

export type ArticleActions = Pick<
  FormContext,
  "set" | "addPictures" | "addPdfs" | "detach" | "review" | "remove" | "putBack"
> &
  Pick<TextBox, "pasted" | "setPlain" | "setFormat" | "setGallery" | "tell"> & {
    readonly setBody: (body: string) => void;
    readonly setText: (text: string) => void;
    readonly setMode: (mode: Editing["mode"]) => Promise<void>;
    readonly setSide: (side: Editing["side"]) => void;
    readonly setDescribing: (next: Editing["describing"]) => void;
    readonly settle: Settle;
    readonly setPart: (key: string, isOpen: boolean) => void;
    readonly save: () => void;
    readonly send: () => void;
    /** Ends a conflict with somebody else's change to the file: keeps their text, or ours. */
    readonly resolve: (keep: "theirs" | "ours") => void;
    /** Puts both texts of a conflict together, field by field. */
    readonly join: () => void;
    readonly restore: () => void;
    readonly pictureUrl: (name: string) => string;
    readonly pdfUrl: (name: string) => string;
  };

/** The open article: the form and the page that it makes, side by side. */
export function articleView(
  editing: Editing,
  facts: EditorFacts,
  sent: SentArticle | undefined,
  isPlain: boolean,
  actions: ArticleActions,
): TemplateResult {
  const { opened, mode, values, notes, url, side, isSaving } = editing;
  const title = textAt(values, ["title"]) || opened.path;
  const changed = isChanged(editing);
  const shown = notes.map((note) =>
    note.field === undefined ? note : { ...note, field: inForm(facts.form, values, note.field) },
  );
  return html`<header class="bar">
      <a href="#/" class="back">← Các bài</a>
      <h1>${title}</h1>
      ${leftView(leftOf(editing, facts.form))}
      <p class="saved" role="status">${isSaving ? "Đang lưu…" : changed ? "Chưa lưu" : "Đã lưu"}</p>
      <button type="button" class="main" ?disabled=${isSaving || !changed} @click=${actions.save}>Lưu <kbd>Ctrl+S</kbd></button>
      <button type="button" ?disabled=${isSaving} @click=${actions.send}>Gửi bài</button>
    </header>
    <nav class="sides" aria-label="Soạn hoặc xem">${(["write", "look"] as const).map(
      (
        one,
      ) => html`<button type="button" aria-pressed=${side === one} @click=${() => actions.setSide(one)}>
        ${one === "write" ? "Soạn" : "Xem thử"}</button>`,
    )}</nav>
    ${editing.aside === "" ? nothing : asideView(editing.aside)}
    <main class="desk side-${side}">
      <div class="write">
        ${whereView({ ...editing, notes: shown }, facts, sent, actions)}
        ${cameBackView(sent)}
        ${mode === "form" ? formView({ ...editing, notes: shown }, facts, isPlain, actions) : fileView(editing, actions)}
      </div>
      <section class="look" aria-label="Xem thử">
        <p class="help">${
          editing.page === undefined
            ? "Bài xem thử hiện ra khi phần đầu bài đọc được."
            : html`${notes.some(({ severity }) => severity === "error") ? "Bài đang soạn, còn lỗi nên chưa đăng được." : "Bài khi đăng."} ${
                url === undefined
                  ? nothing
                  : html`<a href=${url} target="_blank" rel="noopener">Mở trang xem thử của bản đã lưu</a>`
              }`
        }</p>
        ${keyed(
          opened.path,
          html`<iframe title="Bài khi đăng" sandbox="allow-same-origin" ${ref((frame) => showPage(frame, editing.page))}></iframe>`,
        )}
      </section>
    </main>`;
}

/** The fields above the text: what every article has, and whether it is published. */
const firstKeys: readonly string[] = ["title", "date", "unit", "author", "summary", "draft"];

/** How much is left to do in an article. */
type Left = {
  readonly offers: number;
  readonly reviews: number;
  readonly errors: number;
  readonly warnings: number;
};

function leftOf(editing: Editing, form: readonly Field[]): Left {
  const { notes, reviews, mode } = editing;
  const numberOf = (wanted: Note["severity"]) =>
    notes.reduce((sum, { severity, count }) => sum + (severity === wanted ? count : 0), 0);
  const offers =
    mode === "file"
      ? 0
      : form.reduce((sum, { key }) => sum + openProposals(editing, key).length, 0);
  const [errors, warnings] = [numberOf("error"), numberOf("warning")];
  return { offers, reviews: reviews.length, errors, warnings };
}

/** Returns in words what is left to do; empty for nothing. */
function leftInWords({ offers, reviews, errors, warnings }: Left): string {
  return [
    ...(offers > 0 ? [`${offers} đề xuất`] : []),
    ...(reviews > 0 ? [`${reviews} điều cần xem lại`] : []),
    ...(errors > 0 ? [`${errors} lỗi`] : []),
    ...(warnings > 0 ? [`${warnings} cảnh báo`] : []),
  ].join(", ");
}

/** What is left, in the bar that stays in sight; leads to the next of it. */
function leftView(left: Left) {
  const words = leftInWords(left);
  if (words === "") return nothing;
  return html`<button type="button" class="quiet left-to-do" title="Tới chỗ tiếp theo" @click=${showNext}>
    <span>${words}</span> <span aria-hidden="true">↓</span><span class="unseen">: tới chỗ tiếp theo</span></button>`;
}

/** Moves the focus to the next offer, review or problem; from the last of them to the first. */
function showNext(): void {
  const all = [
    ...document.querySelectorAll<HTMLElement>(".write .offers > ul > li, .write .notes > li"),
  ];
  const from = last?.isConnected ? last : undefined;
  const next =
    all.find(
      (one) =>
        from !== undefined &&
        one !== from &&
        from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
    ) ?? all[0];
  last = next;
  if (next === undefined) {
    const summary = document.querySelector<HTMLDetailsElement>("details.summary");
    summary?.setAttribute("open", "");
    summary?.scrollIntoView({ block: "center" });
    return;
  }
  unfold(next);
  next.tabIndex = -1;
  next.scrollIntoView({ block: "center" });
  next.focus({ preventScroll: true });
}

/** What was shown last. */
let last: HTMLElement | undefined;

function formView(
  editing: Editing,
  facts: EditorFacts,
  isPlain: boolean,
  actions: ArticleActions,
): TemplateResult {
  const { values, notes, pictures, pdfs, attached, body, opened } = editing;
  const { reviews, removed, detached } = editing;
  const files = { pictures, pdfs, attached };
  const changes = { reviews, removed, detached };
  const context: FormContext = { facts, values, notes, ...files, ...changes, ...actions };
  const { form } = facts;
  const isSection = ({ input, isRequired }: Field) =>
    !isRequired &&
    (input.kind === "group" || (input.kind === "list" && input.item.kind === "group"));
  const fieldsOf = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const field = form.find((one) => one.key === key);
      return field === undefined ? [] : fieldView(field, [key], context);
    });
  const shown = itemsAt(values, ["images"]).map((image) => ({
    src: typeof image === "object" ? textAt(image as never, ["src"]) : "",
    alt: typeof image === "object" ? textAt(image as never, ["alt"]) : "",
  }));
  return html`${editing.describing ? describingView(editing.describing, context, actions.setDescribing) : nothing}<form @submit=${(event: Event) => event.preventDefault()}>
    <div class="fields top">${fieldsOf(firstKeys)}</div>
    ${reviewsAt("", context)}
    ${textBox({
      ...actions,
      path: opened.path,
      body,
      isPlain,
      format: editing.format,
      gallery: editing.gallery,
      pictures: shown.filter(({ src }) => src !== ""),
      set: actions.setBody,
    })}
    <div class="fields top after">${form
      .filter((field) => !isSection(field) && !firstKeys.includes(field.key))
      .filter(({ key }) => !rareKeys.includes(key))
      .map((field) => fieldView(field, [field.key], context))}</div>
    ${form.filter(isSection).map((field) => sectionView(field, editing, context, actions))}
    <details class="section" id="phan-${rarePart}" .open=${live(editing.parts.has(rarePart))}
      @toggle=${(event: Event) => actions.setPart(rarePart, (event.target as HTMLDetailsElement).open)}>
      <summary><h2>Thêm</h2> <span class="help">${form
        .filter(({ key }) => rareKeys.includes(key))
        .map(({ label }) => label)
        .join(", ")}</span></summary>
      <div class="fields top">${fieldsOf(rareKeys)}</div>
    </details>
    <p class="file-mode">${opened.path}
      <button type="button" class="quiet" @click=${() => void actions.setMode("file")}>Sửa cả tệp</button></p>
    ${lifeTools()}
  </form>`;
}

/**
 * A part of the form that most articles do not need. It never closes by itself while somebody is in
 * it.
 */
function sectionView(
  field: Field,
  editing: Editing,
  context: FormContext,
  { settle, setPart }: ArticleActions,
): TemplateResult {
  const { key, label, help } = field;
  const count = countIn(context.values, key);
  const proposals = openProposals(editing, key);
  const hasErrors = context.notes.some(
    ({ field: way, severity }) => way?.[0] === key && severity === "error",
  );
  return html`<details class="section" .open=${live(editing.parts.has(key))} id="phan-${key}"
    @toggle=${(event: Event) => setPart(key, (event.target as HTMLDetailsElement).open)}>
    <summary><h2>${label}</h2>
      ${count === "" ? nothing : html`<span class="count">${count}</span>`}
      ${hasErrors ? html`<span class="count error">có lỗi</span>` : nothing}
      ${proposals.length === 0 ? nothing : html`<span class="count offer">${proposals.length} đề xuất</span>`}
    </summary>
    ${help === "" ? nothing : html`<p class="help">${help}</p>`}
    ${reviewsAt(key, context)}
    ${proposals.length === 0 ? nothing : proposalsView(field, proposals, context, settle, editing)}
    ${fieldView(field, [key], context)}
  </details>`;
}

/** The whole file, for a front matter that no form can show and for writers who prefer the file. */
function fileView({ opened, text, isSaving }: Editing, actions: ArticleActions): TemplateResult {
  const { setText, setMode } = actions;
  return html`<div class="field">
    <label for="ca-tep">Cả tệp ${opened.path}</label>
    <p class="help">${
      opened.form
        ? "Phần giữa hai dòng --- là phần đầu bài."
        : "Phần đầu bài chưa đọc được nên chưa hiện thành biểu mẫu. Sửa lỗi nêu ở trên rồi lưu, biểu mẫu sẽ hiện ra."
    }</p>
    <p><button type="button" class="quiet" ?disabled=${isSaving} @click=${() => void setMode("form")}>Về biểu mẫu</button></p>
    <textarea id="ca-tep" class="file" rows="32" spellcheck="false" .value=${live(text)}
      @input=${(event: Event) => setText((event.target as HTMLTextAreaElement).value)}></textarea>
  </div>`;
}

/**
 * Says where the writer is with the article: its state, what is left to do, and what is wrong. As
 * long as anything is left, nothing here is green.
 */
function whereView(
  editing: Editing,
  facts: EditorFacts,
  sent: SentArticle | undefined,
  actions: ArticleActions,
) {
  const { notes, reviews, mode } = editing;
  const { form } = facts;
  const todo = leftOf(editing, form);
  const { errors } = todo;
  const counts = leftInWords(todo);
  const isDone = counts === "";
  const left = isDone
    ? "Không có lỗi, không có cảnh báo."
    : `Còn ${counts}.${errors > 0 ? " Bài còn lỗi thì chưa đăng được." : ""}`;
  const words = `${stateOf(editing, facts, sent, errors > 0)} ${left}`.trim();
  // A screen reader says this aloud when it changes, wherever the focus is.
  const said = html`<p class="unseen" role="status">${words}</p>`;
  const kind = errors > 0 ? "bad" : isDone ? "good" : "warn";
  const offered =
    mode === "file" ? [] : form.filter(({ key }) => openProposals(editing, key).length > 0);
  if (isDone) return html`<p class="summary good">${words}</p>${said}`;
  return html`${said}<details class="summary ${kind}" ?open=${mode === "file" && errors > 0}>
    <summary>${words}</summary>
    <ol>${notes.map(
      (note) => html`<li class=${note.severity}>
        <button type="button" @click=${() => show(note, mode, actions)}>${placeOf(note, form, mode)}</button>
        <p>${mode === "file" ? note.message : note.inForm}${mode === "file" ? html` <span class="code">[${note.code}]</span>` : nothing}</p>
        ${note.isOfSite ? html`<p class="help">So với các bài khác, theo bản đã lưu.</p>` : nothing}
      </li>`,
    )}${offered.map(
      ({ key, label }) => html`<li>
        <button type="button" @click=${() => showPart(key, actions)}>${label}</button>
        <p>${openProposals(editing, key).length} đề xuất chờ bạn dùng hoặc bỏ.</p></li>`,
    )}${
      mode === "file"
        ? reviews.map(({ words: one }) => html`<li><p>Xem lại: ${one}</p></li>`)
        : reviews.map(
            ({ field, words: one }) => html`<li>
        <button type="button" @click=${() => showPart(field ?? "", actions)}>${field ? nameOf(form, [field]) : "Nội dung"}</button>
        <p>Xem lại: ${one}</p></li>`,
          )
    }</ol>
  </details>`;
}

/** Returns in words whether, and from when, readers see the article. */
function stateOf(
  { mode, values }: Editing,
  { today }: EditorFacts,
  sent: SentArticle | undefined,
  hasErrors: boolean,
): string {
  if (mode === "file") return "";
  const day = dayForCalendar(textAt(values, ["date"]));
  if (!isEmptyValue(values.withdrawn)) return "Bài đã rút.";
  if (textAt(values, ["draft"]) === "true") return "Bài nháp, chưa đăng.";
  if (hasErrors || day === "") return "";
  if (day > today) return `Bài chờ đến ngày ${dayAsWritten(day)}.`;
  // While it waits for the editor of the office, the line below says so.
  return sent === undefined || sent.state === "published"
    ? `Bài đăng ngày ${dayAsWritten(day)}.`
    : "";
}

function showPart(key: string, { setPart }: ArticleActions): void {
  setPart(key, true);
  const place = document.getElementById(`phan-${key}`) ?? document.getElementById(idOf([key]));
  (place ?? document.getElementById(bodyId))?.scrollIntoView({ block: "center" });
  (place?.querySelector("summary") ?? place ?? document.getElementById(bodyId))?.focus();
}

function placeOf({ field, offset, line }: Note, form: readonly Field[], mode: Editing["mode"]) {
  if (mode === "file") return `Dòng ${line}`;
  if (field !== undefined) return nameOf(form, field);
  return offset === undefined ? `Tệp, dòng ${line}` : "Nội dung";
}

/** Moves the focus to what a note is about: its field, its place in the text, or its line. */
export function show(
  note: Note,
  mode: Editing["mode"],
  { setMode, setPart }: Pick<ArticleActions, "setMode" | "setPart">,
): void {
  const { field, offset, line } = note;
  const control = mode === "form" && field ? nearest(field) : null;
  if (control !== null) {
    setPart(String(field![0]), true);
    unfold(control);
    control.scrollIntoView({ block: "center" });
    control.focus();
  } else if (mode === "form" && offset !== undefined) chooseInText(offset);
  else
    void Promise.resolve(mode === "file" ? undefined : setMode("file")).then(() => {
      if (document.getElementById("ca-tep")) choose("ca-tep", offsetOfLine("ca-tep", line));
    });
}

function nearest(way: Way): HTMLElement | null {
  for (let length = way.length; length > 0; length -= 1) {
    const found = document.getElementById(idOf(way.slice(0, length)));
    if (found) return found;
  }
  return null;
}

function choose(id: string, from: number): void {
  const box = document.getElementById(id) as HTMLTextAreaElement;
  const end = box.value.indexOf("\n", from);
  box.focus();
  box.setSelectionRange(from, end === -1 ? box.value.length : end);
  // A browser scrolls to a selection only when somebody types.
  const line = box.value.slice(0, from).split("\n").length;
  box.scrollTop = (line / box.value.split("\n").length) * box.scrollHeight - box.clientHeight / 2;
  box.scrollIntoView({ block: "center" });
}

function offsetOfLine(id: string, line: number): number {
  const { value } = document.getElementById(id) as HTMLTextAreaElement;
  return value
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
}

/** What the writer must decide before the article can be saved; undefined for nothing. */
export function decisionView(
  { isConflict, isGone }: Editing,
  { resolve, join, restore }: ArticleActions,
): TemplateResult | undefined {
  if (isGone)
    return html`<div class="message bad" role="alert">
      <p>Tệp của bài này không còn ở chỗ cũ: có lẽ nó vừa được đổi tên, chuyển đi hoặc xóa.</p>
      <p class="row-tools"><button type="button" @click=${restore}>Ghi lại vào chỗ cũ</button></p>
    </div>`;
  if (!isConflict) return undefined;
  return html`<div class="message bad" role="alert">
    <p>Tệp của bài này đã được đổi ở nơi khác (một cửa sổ khác hoặc một chương trình khác) sau khi mở ra đây.</p>
    <p class="row-tools"><button type="button" class="main" @click=${join}>Ghép hai bản</button>
      <button type="button" @click=${() => resolve("ours")}>Giữ bản đang soạn</button>
      <button type="button" @click=${() => {
        if (window.confirm("Bỏ những gì đang soạn ở đây và lấy bản trong tệp?")) resolve("theirs");
      }}>Lấy bản trong tệp</button></p>
  </div>`;
}

/**
 * What was written in the form and does not fit into the file as it is now. It is shown to be
 * copied by hand, so that nothing is lost.
 */
function asideView(text: string): TemplateResult {
  return html`<section class="message" aria-labelledby="de-rieng"><div>
    <h2 id="de-rieng">Những gì bạn đã viết trong biểu mẫu</h2>
    <p>Tệp này giờ không đưa vào biểu mẫu được. Xin chép những chỗ cần giữ vào tệp ở dưới.</p>
    <textarea readonly rows="12" aria-labelledby="de-rieng" .value=${text}></textarea></div>
  </section>`;
}
