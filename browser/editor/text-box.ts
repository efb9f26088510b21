import type { EditorView } from "@codemirror/view";
import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { live } from "lit-html/directives/live.js";
import { ref } from "lit-html/directives/ref.js";
import { type GalleryDraft, galleryMaker } from "./gallery-maker.ts";
import { galleryAt, galleryText, placeNow } from "./gallery-text.ts";
import { type LineKind, lineKindAt, toggleLines } from "./line-marks.ts";
import { isMarked, type MarkKind, toggleMark } from "./marking.ts";
import { bodyKey, lookAt } from "./page-frame.ts";
import { differenceOf, edited, type TextChange, type TextEdit } from "./text-edit.ts";
import { doEdit, showText, writtenText } from "./written-text.ts";

/*
 * The text of an article with its buttons, in one of two fields: as it will look, or in a plain one
 * with its Markdown. What a button does to the text is the same in both.
 */

export const bodyId = "noi-dung";

export type TextBox = {
  /** Path of the article; another article begins with nothing to undo. */
  readonly path: string;
  readonly body: string;
  readonly isPlain: boolean;
  readonly pictures: readonly { readonly src: string; readonly alt: string }[];
  readonly pictureUrl: (name: string) => string;
  /** The gallery that somebody puts together; undefined when nobody does. */
  readonly gallery: GalleryDraft | undefined;
  readonly setGallery: (gallery: GalleryDraft | undefined) => void;
  readonly set: (body: string) => void;
  /** What the text is where the caret is, as far as a button makes it so. */
  readonly format: TextFormat;
  readonly setFormat: (format: TextFormat) => void;
  readonly setPlain: (isPlain: boolean) => void;
  /** Tells the writer why nothing was done. */
  readonly tell: (words: string) => void;
  /** Turns HTML copied from Word or a web page into Markdown. */
  readonly pasted: (html: string) => Promise<string>;
};

export type TextFormat = {
  readonly isStrong: boolean;
  readonly isEmphasis: boolean;
  readonly line: LineKind | undefined;
};
export const plainFormat: TextFormat = { isStrong: false, isEmphasis: false, line: undefined };

export function textBox(given: TextBox): TemplateResult {
  const { path, body, isPlain, pictures, setPlain, format } = given;
  const tool = (name: string, label: string, work: Work, isOn?: boolean) =>
    html`<button type="button" class="quiet" title=${label} @mousedown=${stay}
      aria-pressed=${isOn ?? nothing} @click=${() => does(work, given)}>${name}</button>`;
  const atPlain = (event: Event) => {
    lookAtPlain(event);
    tellFormat(given);
  };
  const lineTool = (name: string, label: string, kind: LineKind) =>
    tool(name, label, lines(kind), format.line === kind);
  return html`<div class="field body">
    <label for=${isPlain ? bodyId : nothing} id="${bodyId}-ten" @click=${() => isPlain || view?.focus()}>Nội dung <span class="must">bắt buộc</span></label>
    <p class="help" id="${bodyId}-help">${
      isPlain
        ? "Cách một dòng trống là sang đoạn mới. Chép từ Word sang được, đề mục và danh sách giữ nguyên."
        : "Gõ như trong Word: Enter là sang đoạn mới, Shift+Enter là xuống dòng. Chép từ Word sang được, đề mục và danh sách giữ nguyên."
    }</p>
    <div class="tools" role="toolbar" aria-label="Định dạng nội dung">
      ${tool("Đậm", "Chữ đậm (Ctrl+B)", marking("strong"), format.isStrong)}
      ${tool("Nghiêng", "Chữ nghiêng (Ctrl+I)", marking("emphasis"), format.isEmphasis)}
      ${lineTool("Đề mục", "Đề mục", "heading")}
      ${lineTool("Danh sách", "Danh sách", "bullets")}
      ${lineTool("1. 2. 3.", "Danh sách có số", "numbers")}
      ${lineTool("Trích dẫn", "Trích dẫn", "quote")}
      ${tool("Liên kết", "Liên kết", link)}
      ${tool("Chú thích", "Chú thích cuối bài", footnote)}
      ${
        pictures.length === 0
          ? ""
          : html`<select aria-label="Chèn ảnh vào nội dung" @change=${(event: Event) => {
              const choice = event.target as HTMLSelectElement;
              const picture = pictures[choice.selectedIndex - 1];
              choice.selectedIndex = 0;
              if (picture) insert(`\n\n![${picture.alt}](${picture.src})\n\n`);
            }}><option>Chèn ảnh…</option>${pictures.map(({ src }) => html`<option>${src}</option>`)}</select>
            ${
              pictures.length < 2
                ? ""
                : html`<button type="button" class="quiet" aria-expanded=${given.gallery !== undefined} @mousedown=${stay}
                    @click=${() => given.setGallery(given.gallery ? undefined : beginGallery(given))}>Bộ ảnh…</button>`
            }`
      }
      <button type="button" class="quiet marks" aria-pressed=${isPlain} @click=${() => setPlain(!isPlain)}>Xem dấu Markdown</button>
    </div>
    ${
      given.gallery === undefined
        ? nothing
        : galleryMaker(given.gallery, given.pictureUrl, given.setGallery, () => putGallery(given))
    }
    ${
      isPlain
        ? html`<textarea id=${bodyId} rows="18" spellcheck="true" lang="vi" aria-describedby="${bodyId}-help" .value=${live(body)}
            @input=${(event: Event) => given.set((event.target as HTMLTextAreaElement).value)}
            @keydown=${(event: KeyboardEvent) => press(event, given)}
            @keyup=${atPlain} @click=${atPlain}
            @paste=${(event: ClipboardEvent) => paste(event, given)}></textarea>`
        : keyed(path, html`<div class="written" ${ref((element) => show(element, given))}></div>`)
    }
  </div>`;
}

/** Shows in the preview the line of the text that somebody works at. */
function lookAtLine(text: string, at: number): void {
  const end = text.indexOf("\n", at);
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, end === -1 ? text.length : end);
  lookAt({ key: bodyKey, words: line });
}

let view: EditorView | undefined;

function show(element: Element | undefined, given: TextBox): void {
  if (element === undefined) return;
  if (view?.dom.parentElement === element) {
    showText(view, given.body);
    return;
  }
  view?.destroy();
  view = writtenText(element, {
    text: given.body,
    set: given.set,
    paste: (event) => paste(event, given),
    press: (event) => press(event, given),
    moved(text, at) {
      lookAtLine(text, at);
      tellFormat(given);
    },
    attributes: {
      id: bodyId,
      lang: "vi",
      spellcheck: "true",
      "aria-labelledby": `${bodyId}-ten`,
      "aria-describedby": `${bodyId}-help`,
    },
  });
}

/** The field that shows the text now; both can be asked and changed in the same way. */
type TextField = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly change: (edit: TextEdit) => void;
};

function field(): TextField {
  const plain = document.getElementById(bodyId);
  if (plain instanceof HTMLTextAreaElement) {
    const { value: text, selectionStart: from, selectionEnd: to } = plain;
    return { text, from, to, change: (edit) => changePlain(plain, edit) };
  }
  const written = view!;
  const { from, to } = written.state.selection.main;
  return {
    text: written.state.sliceDoc(),
    from,
    to,
    change(edit) {
      doEdit(written, edit);
      written.focus();
    },
  };
}

/** Changes a plain field in a way that Ctrl+Z undoes. */
function changePlain(target: HTMLTextAreaElement, { changes, from, to }: TextEdit): void {
  const one = differenceOf(target.value, edited(target.value, changes));
  target.focus();
  if (one !== undefined) {
    target.setSelectionRange(one.from, one.to);
    const command = one.insert === "" ? "delete" : "insertText";
    if (!document.execCommand(command, false, one.insert)) {
      target.setRangeText(one.insert, one.from, one.to, "end");
      target.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }
  target.setSelectionRange(from, to);
}

/** Moves the focus to a place in the text and chooses the rest of its line. */
export function chooseInText(from: number): void {
  const { text, change } = field();
  const end = text.indexOf("\n", from);
  change({ changes: [], from, to: end === -1 ? text.length : end });
  const plain = document.getElementById(bodyId);
  plain?.scrollIntoView({ block: "center" });
  if (!(plain instanceof HTMLTextAreaElement)) return;
  // A browser scrolls to a selection only when somebody types.
  const line = text.slice(0, from).split("\n").length;
  plain.scrollTop = (line / text.split("\n").length) * plain.scrollHeight - plain.clientHeight / 2;
}

/** Returns an edit of a text, or words for the writer why there is none. */
type Work = (text: string, from: number, to: number) => TextEdit | string;

function does(work: Work, given: TextBox): void {
  const { tell } = given;
  const { text, from, to, change } = field();
  const done = work(text, from, to);
  if (typeof done === "string") tell(done);
  else change(done);
  tellFormat(given);
}

let waiting = 0;

/** Tells what the text is where the caret is, once for many keys: all of it is read for that. */
function tellFormat({ setFormat }: TextBox): void {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    if (document.getElementById(bodyId) === null) return;
    const { text, from, to } = field();
    setFormat({
      isStrong: isMarked(text, from, to, "strong"),
      isEmphasis: isMarked(text, from, to, "emphasis"),
      line: lineKindAt(text, from, to),
    });
  }, 60);
}

function marking(kind: MarkKind): Work {
  const words = kind === "strong" ? "in đậm" : "in nghiêng";
  return (text, from, to) =>
    toggleMark(text, from, to, kind) ??
    `Chỗ đang chọn không ${words} được. Xin chọn trọn chữ, đừng chỉ chọn dấu câu hay chỗ trống.`;
}

function lines(kind: LineKind): Work {
  return (text, from, to) => toggleLines(text, from, to, kind);
}

function link(text: string, from: number, to: number): TextEdit {
  // A link may not hold an empty line, nor a blank at its ends.
  const chosen = text.slice(from, to).split("\n")[0]!.trim() || "chữ để bấm";
  const start = from + /^\s*/u.exec(text.slice(from, to))![0].length;
  const end = text.startsWith(chosen, start) && from < to ? start + chosen.length : from;
  const address = "https://";
  const insert = `[${chosen}](${address})`;
  const place = start + chosen.length + 3;
  return {
    changes: [{ from: start, to: Math.max(start, end), insert }],
    from: place,
    to: place + address.length,
  };
}

function footnote(text: string, from: number, to: number): TextEdit {
  let number = 1;
  while (text.includes(`[^${number}]`)) number += 1;
  // The number comes after what it explains, and not in place of it.
  const at = from + text.slice(from, to).trimEnd().length;
  const note = "Nội dung chú thích.";
  const gap = text.endsWith("\n\n") || text === "" ? "" : text.endsWith("\n") ? "\n" : "\n\n";
  const changes: readonly TextChange[] = [
    { from: at, to: at, insert: `[^${number}]` },
    { from: text.length, to: text.length, insert: `${gap}[^${number}]: ${note}` },
  ];
  const end = edited(text, changes).length;
  return { changes, from: end - note.length, to: end };
}

function insert(words: string): void {
  const { from, to, change } = field();
  const place = from + words.length;
  change({ changes: [{ from, to, insert: words }], from: place, to: place });
}

/** Begins with the gallery that the caret is in, or with the pictures that are nowhere yet. */
function beginGallery({ pictures }: TextBox): GalleryDraft {
  const { text, from } = field();
  const found = galleryAt(text, from);
  const old = found?.pictures ?? [];
  const others = pictures.filter(({ src }) => !old.some((one) => one.src === src));
  const draft = {
    pictures: [
      ...old.map((one) => ({ ...one, isIn: true })),
      ...others.map((one) => ({ ...one, isIn: false })),
    ],
  };
  if (found === undefined) return { ...draft, caption: "" };
  const replaces = { from: found.from, to: found.to, text: text.slice(found.from, found.to) };
  return { ...draft, caption: found.caption, replaces };
}

function putGallery({ gallery, setGallery }: TextBox): void {
  if (gallery === undefined) return;
  const { pictures, caption, replaces } = gallery;
  const words = galleryText(
    pictures.filter(({ isIn }) => isIn),
    caption,
  );
  const { text, change } = field();
  // The text may have been changed meanwhile.
  const from = replaces === undefined ? -1 : placeNow(text, replaces);
  setGallery(undefined);
  if (replaces === undefined || from === -1) insert(`\n\n${words}\n\n`);
  else {
    const to = from + replaces.text.length;
    const end = from + words.length;
    change({ changes: [{ from, to, insert: words }], from: end, to: end });
  }
}

function lookAtPlain(event: Event): void {
  const { value, selectionStart } = event.target as HTMLTextAreaElement;
  lookAtLine(value, selectionStart);
}

/** Leaves the focus, and with it what is selected, in the text. */
function stay(event: Event): void {
  event.preventDefault();
}

function press(event: KeyboardEvent, given: TextBox): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false;
  const kind = ({ b: "strong", i: "emphasis" } as const)[event.key.toLowerCase()];
  if (kind === undefined) return false;
  event.preventDefault();
  does(marking(kind), given);
  return true;
}

function paste(event: ClipboardEvent, { pasted }: TextBox): boolean {
  const copied = event.clipboardData?.getData("text/html") ?? "";
  // A few words without blocks are pasted as plain text.
  if (!/<(?:p|h\d|li|table|div|br)\b/iu.test(copied)) return false;
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  event.preventDefault();
  void pasted(copied)
    .catch(() => plain.replaceAll(/\r?\n/gu, "\n\n"))
    .then(insert);
  return true;
}
