import { timingSafeEqual } from "node:crypto";
import { type Asked, isFromHere } from "../preview/loopback.ts";

/** What is known of a request before its body is read. */
export type Asking = Asked & {
  readonly method: string;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which every current browser sends and no page can change. */
  readonly fetchSite: string | undefined;
  readonly token: string | undefined;
};

/**
 * Returns why a request is refused; undefined when it is allowed. The editor changes files, so only
 * a browser on this machine may use it, on a page that this server itself has sent:
 *
 * - remote address and host keep out other machines and DNS rebinding (`isFromHere`);
 * - origin and `Sec-Fetch-Site` keep out other pages;
 * - the token, new at each start and only in our page, keeps out requests that the browser sends by
 *   itself.
 */
export function refusalOf(asking: Asking, token: string, needsToken: boolean): string | undefined {
  const { method, port, host = "", origin, fetchSite } = asking;
  if (!isFromHere(asking))
    return `Trình soạn bài chỉ dùng được trên chính máy này, ở http://localhost:${port}/_soan/`;
  if (origin !== undefined && origin !== `http://${host}`)
    return "Yêu cầu đến từ một trang khác nên không nhận.";
  const isOwn = fetchSite === undefined || fetchSite === "same-origin";
  // The page itself may be opened from the address bar, or by a link in the terminal.
  if (!isOwn && (needsToken || fetchSite !== "none"))
    return "Yêu cầu đến từ một trang khác nên không nhận.";
  if (!needsToken) return method === "GET" ? undefined : "Địa chỉ này chỉ để xem.";
  return isSame(asking.token ?? "", token)
    ? undefined
    : "Trình soạn bài vừa khởi động lại. Xin tải lại trang này.";
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
