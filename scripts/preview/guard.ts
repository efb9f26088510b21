import type { IncomingMessage } from "node:http";

/** What is known of a request before anything is done for it. */
export type Asking = {
  /** The IP address of the requesting program. */
  readonly remote: string;
  /** The port of this server. */
  readonly port: number;
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-*`, which every current browser sends and no page can change. */
  readonly site: string | undefined;
  readonly mode: string | undefined;
  readonly dest: string | undefined;
};

export function askingOf({ socket, method = "", headers }: IncomingMessage): Asking {
  const { remoteAddress = "", localPort = 0 } = socket;
  const told = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value.join() : value;
  };
  return {
    remote: remoteAddress,
    port: localPort,
    method,
    host: headers.host,
    origin: headers.origin,
    site: told("sec-fetch-site"),
    mode: told("sec-fetch-mode"),
    dest: told("sec-fetch-dest"),
  };
}

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/u;

/**
 * Returns why a request is refused, in words for a writer; undefined when it is allowed. It looks
 * at no file, so that nobody learns from a refusal whether there is one.
 *
 * - The remote address keeps other machines out.
 * - The host keeps out foreign pages whose own name was made to lead here (DNS rebinding).
 * - `Origin` and `Sec-Fetch-Site` keep out other pages, with all that they can make a browser send:
 *   pictures, scripts, frames, forms.
 *
 * Only a link may lead here from elsewhere, from a mail or a chat: a page that fills a tab of its
 * own tells nothing to the one it was opened from (`Cross-Origin-Opener-Policy`).
 *
 * @param takesLinks true for the address of a page of the site
 */
export function refusalOf(asking: Asking, takesLinks: boolean): string | undefined {
  const { remote, port, method, host = "", origin, site, mode, dest } = asking;
  const names = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port}`);
  const isOurs = names.includes(host) || (port === 80 && host === "localhost");
  if (!loopback.test(remote) || !isOurs)
    return `Trang xem thử chỉ mở được trên chính máy đang chạy nó, ở http://localhost:${port}/`;
  const isLink = takesLinks && method === "GET" && mode === "navigate" && dest === "document";
  const isOwnSite = site === undefined || site === "same-origin" || site === "none";
  if ((origin === undefined || origin === `http://${host}`) && (isOwnSite || isLink))
    return undefined;
  return "Yêu cầu đến từ một trang khác nên không nhận.";
}

/**
 * Sent with every response. The frame of the editor shows pictures and fonts of this server, so its
 * own pages may use it; nobody else may show it, read it or keep hold of its window.
 */
export const guardHeaders: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "frame-ancestors 'self'",
  // The editor in /admin/ signs in with a window that it opens itself.
  "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "SAMEORIGIN",
};
