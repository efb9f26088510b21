import { type Piece, piece } from "../parts/article-view.ts";
import { type Html, html, trustedHtml } from "../parts/html.ts";
import type { Shot } from "../parts/picture.ts";

/**
 * The text of an article among others: every tag of it is looked at once more. Our own renderer has
 * written the tags, so none has a `<` or `>` in an attribute.
 */
const tags = /<[^>]+>/gu;
/** The links beside headings, which lead to the heading itself. */
const anchors = /<a class="anchor"[^>]*><\/a>/gu;

/** Draws a picture: as a figure of its own, or inside a sentence. */
export type DrawPicture = (shot: Shot, isFigure: boolean) => Html;

/**
 * Draws a text below a heading of level 2, on a page that has other texts: its headings are a level
 * lower, and its anchors begin with a prefix of their own.
 */
export function textAmongOthers(
  body: readonly Piece[],
  prefix: string,
  picture: DrawPicture,
): Html {
  return trustedHtml(
    drawn(body, picture).replaceAll(tags, (tag) =>
      tag
        .replace(/^(<\/?h)([1-6])/u, (_whole, start: string, level: string) => {
          return `${start}${Math.min(6, Number(level) + 1)}`;
        })
        .replaceAll(/ (id|aria-labelledby)="/gu, (whole) => `${whole}${prefix}-`)
        .replace(' href="#', ` href="#${prefix}-`),
    ),
  );
}

/**
 * Draws a text for a book: as XHTML, every address in full.
 *
 * @param addressOf returns where a link to a page of the site leads in the book
 */
export function textInBook(
  body: readonly Piece[],
  picture: DrawPicture,
  addressOf: (url: string) => string,
): Html {
  return inBook(drawn(body, picture), addressOf);
}

/** Turns HTML of our own into XHTML for a book. */
export function inBook(text: string, addressOf: (url: string) => string): Html {
  return trustedHtml(
    text.replaceAll(tags, (tag) =>
      tag
        .replace(/^<(br|hr|img|wbr|col)\b([^>]*?)\s*\/?>$/u, "<$1$2/>")
        .replace(/ href="(\/(?!\/)[^"]*)"/u, (_whole, url: string) => {
          return ` href="${addressOf(url)}"`;
        }),
    ),
  );
}

function drawn(body: readonly Piece[], picture: DrawPicture): string {
  return body
    .map((part) => (part.kind === "picture" ? picture(part.shot, part.block) : piece(part)))
    .map((part) => String(html`${part}`))
    .join("")
    .replaceAll(anchors, "");
}
