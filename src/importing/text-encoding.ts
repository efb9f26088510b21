/**
 * Decodes a text: with a byte order mark, as UTF-8, in the encoding that a page names, or in what
 * Windows used in Viet Nam before. One broken byte does not make it another encoding: it becomes
 * U+FFFD, and the rest stays as it is.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const unicode = new TextDecoder("utf-8").decode(bytes);
  const broken = countOf(unicode, /\ufffd/gu);
  if (broken === 0 || broken * 4 <= countOf(unicode, /[^\0-\x7f\ufffd]/gu)) return unicode;
  // Some pages name it behind a kilobyte of scripts.
  const start = Buffer.from(bytes.subarray(0, 200_000)).toString("latin1");
  const [, named = ""] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start) ?? [];
  const label = named === "" || /utf-?8/iu.test(named) ? "windows-1252" : named;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** How many bytes of a text could not be read; the text has U+FFFD in their place. */
export function brokenIn(text: string): number {
  return countOf(text, /\ufffd/gu);
}

function countOf(text: string, form: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(form)) count += 1;
  return count;
}
