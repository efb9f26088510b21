import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";

/*
 * The text of an article, in a plain field and not in an editor program. A plain field works best
 * with screen readers and with the input methods of Vietnamese (Telex, VNI: keyboard programs that
 * take letters back and put others there).
 */

export const bodyId = "noi-dung";

export type MarkdownBox = {
  readonly body: string;
  readonly pictures: readonly { readonly src: string; readonly alt: string }[];
  readonly set: (body: string) => void;
  /** Turns HTML copied from Word or a web page into Markdown. */
  readonly pasted: (html: string) => Promise<string>;
};

export function markdownBox({ body, pictures, set, pasted }: MarkdownBox): TemplateResult {
  const tool = (name: string, label: string, change: (box: HTMLTextAreaElement) => void) =>
    html`<button type="button" class="quiet" title=${label} @click=${() => change(box())}>${name}</button>`;
  return html`<div class="field body">
    <label for=${bodyId}>Nội dung <span class="must">bắt buộc</span></label>
    <p class="help">Cách một dòng trống là sang đoạn mới. Chép từ Word sang được, đề mục và danh sách giữ nguyên.</p>
    <div class="tools" role="toolbar" aria-label="Định dạng nội dung">
      ${tool("Đậm", "Chữ đậm (Ctrl+B)", (at) => around(at, "**", "**", "chữ đậm"))}
      ${tool("Nghiêng", "Chữ nghiêng (Ctrl+I)", (at) => around(at, "*", "*", "chữ nghiêng"))}
      ${tool("Đề mục", "Đề mục", (at) => lines(at, () => "## "))}
      ${tool("Danh sách", "Danh sách", (at) => lines(at, () => "- "))}
      ${tool("1. 2. 3.", "Danh sách có số", (at) => lines(at, (number) => `${number}. `))}
      ${tool("Trích dẫn", "Trích dẫn", (at) => lines(at, () => "> "))}
      ${tool("Liên kết", "Liên kết", (at) => around(at, "[", "](https://)", "chữ để bấm"))}
      ${tool("Chú thích", "Chú thích cuối bài", footnote)}
      ${
        pictures.length === 0
          ? ""
          : html`<select aria-label="Chèn ảnh vào nội dung" @change=${(event: Event) => {
              const choice = event.target as HTMLSelectElement;
              const picture = pictures[choice.selectedIndex - 1];
              choice.selectedIndex = 0;
              if (picture) insert(box(), `\n\n![${picture.alt}](${picture.src})\n\n`);
            }}><option>Chèn ảnh…</option>${pictures.map(({ src }) => html`<option>${src}</option>`)}</select>`
      }
    </div>
    <textarea id=${bodyId} rows="18" spellcheck="true" lang="vi" .value=${live(body)}
      @input=${(event: Event) => set((event.target as HTMLTextAreaElement).value)}
      @keydown=${onKey}
      @paste=${(event: ClipboardEvent) => void onPaste(event, pasted)}></textarea>
  </div>`;
}

function box(): HTMLTextAreaElement {
  return document.getElementById(bodyId) as HTMLTextAreaElement;
}

function onKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const mark = { b: "**", i: "*" }[event.key];
  if (mark === undefined) return;
  event.preventDefault();
  around(event.target as HTMLTextAreaElement, mark, mark, mark === "*" ? "chữ nghiêng" : "chữ đậm");
}

async function onPaste(event: ClipboardEvent, pasted: MarkdownBox["pasted"]): Promise<void> {
  const copied = event.clipboardData?.getData("text/html") ?? "";
  // A few words without blocks are pasted as plain text.
  if (!/<(?:p|h\d|li|table|div|br)\b/iu.test(copied)) return;
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  event.preventDefault();
  const target = event.target as HTMLTextAreaElement;
  insert(target, await pasted(copied).catch(() => plain.replaceAll(/\r?\n/gu, "\n\n")));
}

/** Replaces the selection with a text, in a way that Ctrl+Z undoes. */
function insert(target: HTMLTextAreaElement, text: string): void {
  target.focus();
  const isDone = document.execCommand("insertText", false, text);
  if (isDone) return;
  target.setRangeText(text, target.selectionStart, target.selectionEnd, "end");
  target.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Puts marks around the selection, or around example words when nothing is selected. */
function around(target: HTMLTextAreaElement, before: string, after: string, example: string): void {
  const { selectionStart: from, selectionEnd: to, value } = target;
  const chosen = value.slice(from, to) || example;
  insert(target, before + chosen + after);
  target.setSelectionRange(from + before.length, from + before.length + chosen.length);
}

/** Puts a mark before each selected line. */
function lines(target: HTMLTextAreaElement, markOf: (number: number) => string): void {
  const { value } = target;
  const from = value.lastIndexOf("\n", target.selectionStart - 1) + 1;
  const end = value.indexOf("\n", target.selectionEnd);
  target.setSelectionRange(from, end === -1 ? value.length : end);
  const chosen = value.slice(from, end === -1 ? value.length : end).split("\n");
  insert(target, chosen.map((line, at) => markOf(at + 1) + line).join("\n"));
}

function footnote(target: HTMLTextAreaElement): void {
  const { value } = target;
  let number = 1;
  while (value.includes(`[^${number}]`)) number += 1;
  insert(target, `[^${number}]`);
  target.setSelectionRange(target.value.length, target.value.length);
  const note = "Nội dung chú thích.";
  insert(target, `${target.value.endsWith("\n") ? "\n" : "\n\n"}[^${number}]: ${note}`);
  target.setSelectionRange(target.value.length - note.length, target.value.length);
}
