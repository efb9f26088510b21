import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { live } from "lit-html/directives/live.js";
import { ref } from "lit-html/directives/ref.js";
import type { FormContext } from "./form-context.ts";
import { framingView } from "./framing.ts";
import type { Describing } from "./state.ts";
import { itemsAt, placeOf, textAt, type Way } from "./values.ts";

const list: Way = ["images"];

/**
 * Asks what one of the new pictures shows. The form behind has the same fields, so a writer who
 * stops here goes on there.
 */
export function describingView(
  { names, at }: Describing,
  context: FormContext,
  set: (next: Describing | undefined) => void,
): TemplateResult | typeof nothing {
  const name = names[at];
  const place = name === undefined ? -1 : placeOf(name, itemsAt(context.values, list));
  if (name === undefined || place === -1) return nothing;
  const way = [...list, place];
  const isLast = at === names.length - 1;
  const turn = (to: number) => set({ names, at: to });
  const field = (key: "caption" | "alt") => (event: Event) =>
    context.set([...way, key], (event.target as HTMLTextAreaElement).value);
  return html`<dialog class="describing" aria-labelledby="anh-moi" ${ref(openModal)}
    @cancel=${(event: Event) => {
      event.preventDefault();
      set(undefined);
    }}>${keyed(
      name,
      html`<form @submit=${(event: Event) => {
        event.preventDefault();
        if (isLast) set(undefined);
        else turn(at + 1);
      }}>
      <h2 id="anh-moi">Ảnh ${at + 1}/${names.length} <small>${name}</small></h2>
      <img src=${context.pictureUrl(name)} alt="">
      <div class="field"><label for="anh-moi-loi-duoi">Lời dưới ảnh</label>
        <p class="help" id="anh-moi-loi-duoi-help">Nói đây là việc gì: ai, ở đâu, khi nào.</p>
        <input id="anh-moi-loi-duoi" type="text" autocomplete="off" aria-describedby="anh-moi anh-moi-loi-duoi-help"
          .value=${live(textAt(context.values, [...way, "caption"]))} @input=${field("caption")} ${ref(focusOnce)}></div>
      <div class="field"><label for="anh-moi-loi-ta">Lời tả ảnh</label>
        <p class="help" id="anh-moi-loi-ta-help">Tả cho người không nhìn thấy ảnh: trong ảnh có ai, có gì, đang làm gì.</p>
        <input id="anh-moi-loi-ta" type="text" autocomplete="off" aria-describedby="anh-moi-loi-ta-help"
          .value=${live(textAt(context.values, [...way, "alt"]))} @input=${field("alt")}></div>
      ${framingView(way, context)}
      <p class="row-tools">
        <button type="submit" class="main">${isLast ? "Xong" : "Tiếp"}</button>
        ${at === 0 ? nothing : html`<button type="button" class="quiet" @click=${() => turn(at - 1)}>Ảnh trước</button>`}
        <button type="button" class="quiet" @click=${() => set(undefined)}>Để sau</button>
      </p></form>`,
    )}</dialog>`;
}

/** Shows a dialogue above the page, which keeps the keyboard in it. */
function openModal(element: Element | undefined): void {
  const dialog = element as HTMLDialogElement | undefined;
  // Drawn before it is in the page.
  if (dialog && !dialog.open) queueMicrotask(() => dialog.isConnected && dialog.showModal());
}

/** The fields that have had the focus; each picture has one of its own. */
const begun = new WeakSet<Element>();

function focusOnce(element: Element | undefined): void {
  if (element === undefined || begun.has(element)) return;
  begun.add(element);
  queueMicrotask(() => queueMicrotask(() => (element as HTMLElement).focus()));
}
