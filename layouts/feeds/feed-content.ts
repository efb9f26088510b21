import type { Correction } from "../../src/article.ts";
import { shortDay } from "../../src/day.ts";
import { pictureUrl } from "../../src/pictures/picture.ts";
import type { ArticleContent } from "../article.ts";
import { type LedgerRow, ledger } from "../ledger/ledger.ts";
import { type CitedLine, documents, piece } from "../parts/article-view.ts";
import { corrections, correctionText } from "../parts/correction.ts";
import { figuresTable } from "../parts/figure-table.ts";
import { type Html, html } from "../parts/html.ts";
import type { Shot } from "../parts/picture.ts";
import { type WithdrawalProps, withdrawalText } from "../parts/withdrawal.ts";

/** What an entry of a feed holds. */
export type Content =
  | { readonly kind: "article"; readonly url: string; readonly article: ArticleContent }
  | { readonly kind: "awards"; readonly url: string; readonly rows: readonly LedgerRow[] }
  | {
      readonly kind: "documents";
      readonly url: string;
      readonly documents: readonly CitedLine[];
    }
  | {
      readonly kind: "correction";
      readonly url: string;
      readonly title: string;
      readonly correction: Correction;
    }
  /** An article of another site, of which no more than this is known. */
  | { readonly kind: "summary"; readonly url: string; readonly text: string; readonly site: string }
  | ({ readonly kind: "withdrawal"; readonly url: string } & WithdrawalProps);

const drawn = new WeakMap<Content, string>();

/**
 * Returns the HTML of an entry, every address in full, because it is read far from this site. An
 * article is in about six feeds of three formats, so its text is memoized.
 */
export function contentText(content: Content, origin: string): string {
  let text = drawn.get(content);
  if (text === undefined) {
    text = String(view(content))
      .replaceAll(/ (href|src)="\/(?!\/)/gu, (_whole, name: string) => ` ${name}="${origin}/`)
      .replaceAll(' href="#', ` href="${origin}${content.url}#`);
    drawn.set(content, text);
  }
  return text;
}

function view(content: Content): Html {
  if (content.kind === "article") return article(content.article);
  const { url } = content;
  if (content.kind === "awards")
    return html`${ledger(content.rows)}<p><a href="${url}">Đọc bài viết</a></p>`;
  if (content.kind === "documents")
    return html`${documents(content)}<p><a href="${url}">Đọc bài viết</a></p>`;
  if (content.kind === "summary")
    return html`<p>${content.text}</p><p><a href="${url}">Đọc bài viết trên trang ${content.site}</a></p>`;
  if (content.kind === "withdrawal") return withdrawalText(content);
  const { correction, title } = content;
  return html`${correctionText(correction)}<p>Bài viết: <a href="${url}">${title}</a>, sửa ngày ${shortDay(correction.date)}.</p>`;
}

/** A whole article as feed readers show it, without our stylesheet. */
function article(content: ArticleContent): Html {
  const { lead, cover, body, shots, awards } = content;
  return html`${lead && html`<p><b>${lead}</b></p>`}
    ${cover && plainFigure(cover)}
    ${body.map((part) => (part.kind === "picture" ? plainFigure(part.shot) : piece(part)))}
    ${shots.map(plainFigure)}
    ${figuresTable(content)}
    ${awards.length > 0 && html`<h2>Khen thưởng</h2>${ledger(awards)}`}
    ${documents(content)}
    ${corrections(content.corrections)}`;
}

/**
 * Draws a picture as one file in a size that any reader shows; feed readers know little of several.
 */
function plainFigure({ picture, alt, caption, credit }: Shot): Html {
  const width = picture.widths.findLast((one) => one <= 960) ?? picture.widths[0]!;
  const height = Math.round((picture.height * width) / picture.width);
  return html`<figure><img src="${pictureUrl(picture, width, "jpg")}" width="${width}" height="${height}" alt="${alt}">${
    (caption || credit) &&
    html`<figcaption>${caption}${credit && html` (Ảnh: ${credit})`}</figcaption>`
  }</figure>`;
}
