import { compose } from "../text/compose.ts";
import { withoutPercent } from "../text/percent.ts";

/**
 * Returns what different spellings of one address share: no scheme, no `www.`, no slash at the end,
 * letters as they are meant. Of a query only the number of a page stays, `?p=12`.
 */
export function addressKey(address: string): string {
  const plain = address
    .trim()
    .replace(/^https?:/iu, "")
    .replace(/^\/\//u, "")
    .replace(/#.*$/su, "");
  const [path = "", query = ""] = plain.split("?");
  const number = /(?:^|&)((?:p|page_id|id)=\d+)(?:&|$)/u.exec(query)?.[1];
  const decoded = compose(withoutPercent(path))
    .toLowerCase()
    .replace(/^www\./u, "")
    .replace(/\/(?:index\.(?:html?|php))?$/u, "");
  return number === undefined ? decoded : `${decoded}?${number}`;
}

/** Returns the host of an address on the web, without `www.`; undefined for any other. */
export function hostOf(url: string | undefined | null): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:]+)/iu.exec(url ?? "")?.[1];
}
