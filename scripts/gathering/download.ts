import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { isPrivate, PrivateAddress, publicLookup } from "./host-address.ts";

/** What a host said of a file the last time, so that it need not send the file again. */
export type Validators = { readonly etag?: string; readonly lastModified?: string };

export type Downloaded =
  | ({ readonly kind: "file"; readonly bytes: Buffer } & Validators)
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "none";
      readonly why: string;
      /** Whether it would be asked for with `allowLocal`. */
      readonly needsLocal?: true;
    };

export type DownloadLimits = {
  /** In bytes, as they are when unpacked. */
  readonly mostBytes: number;
  /** A host that has not sent all of a file within this time counts as down. */
  readonly limitMs: number;
  /** Whether addresses of this machine and its network, and plain http, may be asked too. */
  readonly allowLocal: boolean;
};

const mostRedirects = 5;

/**
 * Fetches a file of a site, unless it is as it was the last time. A redirect is followed as long as
 * it stays on the same host and does not give up https.
 */
export async function download(
  address: string,
  known: Validators,
  limits: DownloadLimits,
): Promise<Downloaded> {
  const none = (why: string) => ({ kind: "none", why }) as const;
  const signal = AbortSignal.timeout(limits.limitMs);
  let next = new URL(address);
  try {
    for (let count = 0; count <= mostRedirects; count += 1) {
      if (!limits.allowLocal && next.protocol !== "https:")
        return { ...none("địa chỉ không dùng https"), needsLocal: true };
      const response = await ask(next, known, limits, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && statusCode !== 304) {
        response.destroy();
        const target = URL.parse(headers.location ?? "", next);
        if (target === null) return none(`máy chủ trả lời ${statusCode}`);
        if (target.host !== next.host) return none(`chuyển sang ${target.host}`);
        if (!/^https?:$/u.test(target.protocol)) return none(`chuyển sang ${target.protocol}`);
        next = target;
        continue;
      }
      if (statusCode === 304) {
        response.destroy();
        return { kind: "unchanged" };
      }
      if (statusCode !== 200) {
        response.destroy();
        return none(`máy chủ trả lời ${statusCode}`);
      }
      const bytes = await bodyOf(response, limits.mostBytes);
      if (bytes === undefined)
        return none(`tệp lớn quá ${formatNumber(Math.floor(limits.mostBytes / 1_000_000))} MB`);
      const { etag, "last-modified": lastModified } = headers;
      return {
        kind: "file",
        bytes,
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { lastModified }),
      };
    }
    return none("chuyển hướng quá nhiều lần");
  } catch (error) {
    const why = none(reasonOf(error, signal.aborted, limits.limitMs));
    return error instanceof PrivateAddress ? { ...why, needsLocal: true } : why;
  }
}

function ask(
  url: URL,
  { etag, lastModified }: Validators,
  { allowLocal }: DownloadLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replaceAll(/^\[|\]$/gu, "");
  // The system asks no name server for the number of a machine.
  if (!allowLocal && isIP(host) !== 0 && isPrivate(host)) throw new PrivateAddress(host);
  const headers = {
    Accept: "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": "ban-tin-portal",
    ...(etag === undefined ? {} : { "If-None-Match": etag }),
    ...(lastModified === undefined ? {} : { "If-Modified-Since": lastModified }),
  };
  const options = {
    headers,
    signal,
    agent: false,
    ...(allowLocal ? {} : { lookup: publicLookup }),
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    send(url, options, resolve).on("error", reject).end();
  });
}

/** Returns all bytes of an answer, unpacked; undefined when there are more than may be. */
async function bodyOf(response: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const isPacked = /^(?:x-)?gzip$/iu.test(response.headers["content-encoding"] ?? "");
  const body: Readable = isPacked ? response.pipe(createGunzip()) : response;
  // A pipe does not pass on that its source has broken off.
  if (isPacked) response.on("error", (error) => body.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += (chunk as Buffer).length;
      if (length > most) return undefined;
      chunks.push(chunk as Buffer);
    }
  } finally {
    response.destroy();
  }
  if (!response.complete) throw new Error("đứt giữa chừng");
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown, isLate: boolean, limitMs: number): string {
  if (isLate) return `không gửi xong trong ${formatNumber(limitMs / 1000)} giây`;
  if (error instanceof PrivateAddress) return `địa chỉ nội bộ ${error.message}`;
  const { code, message } = error as NodeJS.ErrnoException;
  return `không kết nối được (${code ?? message})`;
}
