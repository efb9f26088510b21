import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { GalleryPicture } from "./gallery-text.ts";

/** A gallery that somebody puts together. */
export type GalleryDraft = {
  /** Every picture of the article, in the order of the gallery, and whether it is in it. */
  readonly pictures: readonly (GalleryPicture & { readonly isIn: boolean })[];
  readonly caption: string;
  /** The gallery in the text that this one takes the place of. */
  readonly replaces?: { readonly from: number; readonly to: number; readonly text: string };
};

/** The form that puts pictures together. */
export function galleryMaker(
  draft: GalleryDraft,
  pictureUrl: (name: string) => string,
  set: (draft: GalleryDraft | undefined) => void,
  done: () => void,
): TemplateResult {
  const { pictures, caption, replaces } = draft;
  const count = pictures.filter(({ isIn }) => isIn).length;
  const move = (from: number, to: number) => {
    const next = [...pictures];
    next.splice(to, 0, ...next.splice(from, 1));
    set({ ...draft, pictures: next });
  };
  const choose = (at: number, isIn: boolean) =>
    set({ ...draft, pictures: pictures.with(at, { ...pictures[at]!, isIn }) });
  const arrow = (name: string, at: number, to: number) =>
    html`<button type="button" class="quiet" ?disabled=${to < 0 || to >= pictures.length}
      aria-label="${name} trong bộ ảnh: ảnh ${at + 1}" @click=${() => move(at, to)}>${name}</button>`;
  return html`<fieldset class="maker">
    <legend>${replaces ? "Sửa bộ ảnh" : "Bộ ảnh mới"}</legend>
    <p class="help">Đánh dấu ít nhất hai ảnh. Ảnh hiện theo thứ tự ở đây, lời dưới từng ảnh lấy ở mục Ảnh.</p>
    <ol>${pictures.map(({ src, alt, isIn }, at) => {
      return html`<li>
        <label><input type="checkbox" .checked=${live(isIn)}
          @change=${() => choose(at, !isIn)}>
          <img src=${pictureUrl(src)} alt=""> <span>${alt || src}</span></label>
        <span>${arrow("Lên", at, at - 1)} ${arrow("Xuống", at, at + 1)}</span>
      </li>`;
    })}</ol>
    <div class="field"><label for="loi-bo-anh">Lời chung dưới bộ ảnh</label>
      <input id="loi-bo-anh" type="text" autocomplete="off" .value=${live(caption)}
        @input=${(event: Event) => set({ ...draft, caption: (event.target as HTMLInputElement).value })}></div>
    <p class="row-tools">
      <button type="button" class="main" ?disabled=${count < 2} @click=${done}>${replaces ? "Sửa trong bài" : "Chèn vào bài"}</button>
      <button type="button" class="quiet" @click=${() => set(undefined)}>Thôi</button>
    </p>
  </fieldset>`;
}
