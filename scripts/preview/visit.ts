import type { IncomingMessage, ServerResponse } from "node:http";
import type { Address } from "./address.ts";

/** A request that the guard has let through, and whose address could be read. */
export type Visit = {
  readonly method: "GET" | "HEAD" | "POST";
  readonly address: Address;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

/**
 * Answers a visit, or returns false when it is another handler's. What it throws becomes a response
 * that names no path and no line of the program.
 */
export type Handler = (visit: Visit) => boolean | Promise<boolean>;

/** Sends a whole response; Node leaves the body out when only the head was asked for. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
): true {
  const bytes = Buffer.from(body);
  response.writeHead(status, { "Content-Type": type, "Content-Length": bytes.length });
  response.end(bytes);
  return true;
}

/** Sends a browser to another address of this server. */
export function redirect(response: ServerResponse, path: string): true {
  response.writeHead(302, { Location: path.split("/").map(encodeURIComponent).join("/") });
  response.end();
  return true;
}
