import { escapeHtml } from "../text/escape-html.ts";
import { leftOut, quoted } from "../text/left-out.ts";
import { plainText } from "./html-tree.ts";

/*
 * Fields of a post that a site made for itself ("Trường riêng", or the extension ACF): most hold
 * settings of a theme, some hold words that readers saw.
 */

/** Fields of known extensions and themes, which hold settings or figures. */
const settings =
  /^(?:_|footnotes$|enclosure$|rank_math|td_|vc_|wpb_|fusion|avada|pyre_|sbg_|saswp_|ampforwp|essb_|ct_|eg_|rs_|mkdf|eltd|qode|cap-|om_|slide_|layout|sidebar|dsq_|syndication_|blogger_|panels_data|mfn-|brizy)|(?:views?|count|likes|rating|color|template|layout|style|class)$/iu;
/** Names of fields that hold words for readers, whatever the words look like. */
const telling =
  /sub_?title|phu_?de|nguon|source|tac_?gia|author|sapo|tom_?tat|mo_?ta|ghi_?chu|note|chu_?thich|caption|video|trich_?dan|noi_?dung|content|text/iu;

/** In UTF-16 units. Words that are longer follow the mark as text. */
const longestMark = 200;

/**
 * Returns the fields with words for readers as HTML: each named, because only its writer knows
 * where the words were on the page.
 */
export function extraFields(metas: readonly (readonly [key: string, value: string])[]): string {
  return metas
    .filter(([key, value]) => !settings.test(key) && isForReaders(key, value))
    .map(([key, value]) => {
      const words = plainText(value);
      if (words.length <= longestMark)
        return line(`trường riêng ${quoted(key)} của bài: ${quoted(words, longestMark)}`);
      const mark = line(`trường riêng ${quoted(key)} của bài; chữ của trường ở ngay dưới đây`);
      return `${mark}<div>${value}</div>`;
    })
    .map((html) => `\n\n${html}\n\n`)
    .join("");
}

function line(what: string): string {
  return `<p>${escapeHtml(leftOut(what))}</p>`;
}

function isForReaders(key: string, value: string): boolean {
  if (/^(?:[aOsbid]:\d|[[{])/u.test(value.trim())) return false;
  if (/^https?:\/\/\S+$/iu.test(value.trim())) return telling.test(key);
  const isProse = /\p{L}\S*\s+\S*\p{L}/u.test(plainText(value));
  return isProse && (telling.test(key) || /[^\p{ASCII}]/u.test(value) || value.length >= 40);
}
