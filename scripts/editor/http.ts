import type { IncomingMessage, ServerResponse } from "node:http";
import type { Refusal } from "../../src/front-matter/editor-api.ts";
import { send } from "../preview/visit.ts";
import { EditRefused } from "./edit-refused.ts";

/* Requests and responses of the editor's server. */

/**
 * The content policy: only the editor's own script may run. The page of the draft in its frame has
 * none.
 */
const policyWith = (styleNonce: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${styleNonce === "" ? "" : ` 'nonce-${styleNonce}'`}`,
    "img-src 'self' blob: data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/**
 * Sends a response of the editor; the headers of the guard are set already.
 *
 * @param styleNonce of the stylesheet that the text field adds to the page
 */
export function sendOwn(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  styleNonce = "",
): true {
  response.setHeader("Content-Security-Policy", policyWith(styleNonce));
  return send(response, status, type, body);
}

/** Returns the JSON body of a refusal; 404 says that the file is gone, 409 that it has changed. */
export function refused(message: string, status = 0): string {
  const why = { 404: { isGone: true }, 409: { isConflict: true } }[status];
  const refusal: Refusal = { message, ...why };
  return JSON.stringify(refusal);
}

/**
 * Reads the body of a request. Throws `EditRefused` with status 413 when it is too large.
 *
 * @param most bytes
 */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > most) throw new EditRefused(413, `Tệp lớn quá ${most / 1e6} MB.`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
