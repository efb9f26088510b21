import { html, nothing, type TemplateResult } from "lit-html";
import type { SentArticle } from "../../src/front-matter/sending-api.ts";

/** What became of the open article since it was sent, with all that its editor wrote. */
export function cameBackView(sent: SentArticle | undefined): TemplateResult | typeof nothing {
  if (sent === undefined || sent.state === "published") return nothing;
  const { state, remarks, link } = sent;
  const place =
    link === undefined
      ? nothing
      : html` <a href=${link} target="_blank" rel="noopener noreferrer">Mở nơi duyệt bài</a>`;
  if (state === "waiting")
    return html`<p class="came-back help">Bài đã gửi, đang chờ duyệt.${place}</p>`;
  return html`<section class="came-back" aria-label="Góp ý của người duyệt">
    <p><b>${state === "returned" ? "Bài được trả lại." : "Có góp ý."}</b>
      Xin sửa bài rồi bấm “Gửi bài” lần nữa.${place}</p>
    ${remarks.map(({ by, words }) => html`<p class="remark">${by === "" ? nothing : html`<b>${by}:</b> `}${words}</p>`)}
  </section>`;
}
