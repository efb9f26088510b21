import { timingSafeEqual } from "node:crypto";

/** What is known of a request before anything is read of it. */
export type Asking = {
  readonly method: string;
  /** The address that the asking program has. */
  readonly remote: string;
  /** The port of this server. */
  readonly port: number;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which every browser of today sends and no page can change. */
  readonly fetchSite: string | undefined;
  readonly token: string | undefined;
};

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/u;

/**
 * Says why a request may not be answered; undefined when it may. The editor changes files, so only a
 * browser on this machine may use it, on a page that this server itself has sent:
 *
 * - the address of the other end keeps other machines out;
 * - the host keeps out a page whose own name was made to lead here (DNS rebinding);
 * - origin and `Sec-Fetch-Site` keep other pages out;
 * - the token, new at each start and only in our page, keeps out whatever the browser sends by itself.
 */
export function refusalOf(asking: Asking, token: string, needsToken: boolean): string | undefined {
  const { method, remote, port, host = "", origin, fetchSite } = asking;
  if (!loopback.test(remote)) return "Trình soạn bài chỉ dùng được trên chính máy này.";
  const names = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port}`);
  if (!names.includes(host)) return `Địa chỉ không đúng. Xin mở http://localhost:${port}/_soan/`;
  if (origin !== undefined && origin !== `http://${host}`)
    return "Yêu cầu đến từ một trang khác nên không nhận.";
  const isOwn = fetchSite === undefined || fetchSite === "same-origin";
  // The page itself may be opened from the address line, or by a link in the terminal.
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
