import type { IncomingMessage } from "node:http";
import type { Middleware } from "../../.eleventy.ts";

/** Where a request comes from, and the host that it was sent to. */
export type Asked = {
  /** The IP address of the requesting program. */
  readonly remote: string;
  /** The port of this server. */
  readonly port: number;
  readonly host: string | undefined;
};

export function askedOf({ socket, headers }: IncomingMessage): Asked {
  const { remoteAddress = "", localPort = 0 } = socket;
  return { remote: remoteAddress, port: localPort, host: headers.host };
}

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/u;

/**
 * True for a request from this machine that was sent to it by its own name. The remote address
 * keeps other machines out. The host keeps out foreign pages whose own name was made to lead here
 * (DNS rebinding).
 */
export function isFromHere({ remote, port, host = "" }: Asked): boolean {
  const names = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port}`);
  return loopback.test(remote) && (names.includes(host) || (port === 80 && host === "localhost"));
}

/**
 * Refuses requests from other machines: a preview shows drafts, which only their writer may see,
 * and Eleventy's server listens to the whole network.
 */
export const onlyFromHere: Middleware = (request, response, next) => {
  if (isFromHere(askedOf(request))) return next();
  response.writeHead(403, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(Buffer.from("Trang xem thử chỉ mở được trên chính máy đang chạy nó.\n"));
};
