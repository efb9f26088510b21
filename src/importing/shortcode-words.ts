import { escapeHtml } from "../text/escape-html.ts";
import { plainText } from "./html-tree.ts";

/*
 * Many extensions of WordPress keep words and addresses in the attributes of their codes:
 * `[su_spoiler title="Xem thêm"]`, `[pdf-embedder url="https://…/v.pdf"]`.
 */

/** What readers see of the attributes of a shortcode. */
export type ShortcodeWords = {
  readonly texts: readonly string[];
  readonly addresses: readonly string[];
};

const textKeys =
  /^(?:title|heading|sub_?title|sub_?heading|headline|caption|description|question|answer|quote|cite|button_text|btn_text|text|label|content|name|author)$/u;
/** These also hold words for a program, as in `text="dark"`. */
const doubtfulKeys = /^(?:text|label|content|name|author)$/u;

/** Reads the attributes of a shortcode for what is meant for readers. */
export function shortcodeWords(attributes: string): ShortcodeWords {
  const texts: string[] = [];
  const addresses: string[] = [];
  for (const { 1: key = "", 2: double, 3: single, 4: bare } of attributes.matchAll(
    /([a-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/giu,
  )) {
    const value = plainText(double ?? single ?? bare ?? "");
    const address = addressIn(value);
    // The picture behind the words is found elsewhere.
    if (/^(?:background|bg)_image$/u.test(key)) continue;
    if (address !== undefined) addresses.push(address);
    else if (textKeys.test(key) && isProse(value, doubtfulKeys.test(key))) texts.push(value);
  }
  return { texts: [...new Set(texts)], addresses: [...new Set(addresses)] };
}

/** Returns the address that a value is; WPBakery writes `url:https%3A%2F%2F…|title:…`. */
function addressIn(value: string): string | undefined {
  if (/^https?:\/\/[^\s<>"]+$/iu.test(value)) return value;
  const [, encoded] = /^url:(https?%3A[^|]+)/iu.exec(value) ?? [];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function isProse(value: string, isDoubtful: boolean): boolean {
  // A tab may be named by a letter or a year; a digit alone is a switch.
  if (!/\p{L}|\d{2}/u.test(value)) return false;
  return !isDoubtful || /\s|[^\p{ASCII}]|^\p{Lu}\p{Ll}/u.test(value);
}

const picture = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#].*)?$/iu;

/** Returns the HTML that shows words and addresses, a block for each. */
export function wordsHtml({ texts, addresses }: ShortcodeWords): string {
  const [text = "", ...more] = texts;
  const [address = ""] = addresses;
  // A button, or a picture and its caption.
  if (text !== "" && more.length === 0 && addresses.length === 1)
    return picture.test(address)
      ? `\n\n<figure><img src="${escapeHtml(address)}" alt=""><figcaption>${escapeHtml(text)}</figcaption></figure>\n\n`
      : `\n\n<p><a href="${escapeHtml(address)}">${escapeHtml(text)}</a></p>\n\n`;
  return [
    ...texts.map((text) => `<p><strong>${escapeHtml(text)}</strong></p>`),
    ...addresses.map((address) =>
      picture.test(address)
        ? `<figure><img src="${escapeHtml(address)}" alt=""></figure>`
        : `<iframe src="${escapeHtml(address)}"></iframe>`,
    ),
  ]
    .map((html) => `\n\n${html}\n\n`)
    .join("");
}
