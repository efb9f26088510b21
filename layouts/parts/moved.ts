import { type Html, html, trustedHtml } from "./html.ts";
import { contentPolicy } from "./policy.ts";
import type { Link } from "./shared.ts";

/** An address of the past. */
export type MovedProps = {
  readonly origin: string;
  readonly to: Link;
};

/**
 * A page that leads on to where an article is now, at once and without a script. There may be
 * thousands, and nobody reads them, so they bring nothing of the frame of other pages.
 */
export function movedView({ origin, to }: MovedProps): Html {
  return html`<!doctype html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${trustedHtml(contentPolicy(false))}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${to.name}</title>
    <meta name="robots" content="noindex">
    <link rel="canonical" href="${origin + to.url}">
    <meta http-equiv="refresh" content="0; url=${to.url}">
    </head>
    <body>
    <main><h1>${to.name}</h1>
    <p>Trang này đã chuyển sang địa chỉ mới: <a href="${to.url}">${to.name}</a></p></main>
    </body>
    </html>
    `;
}
