/**
 * Returns whether a word can be a Vietnamese syllable: an onset, a vowel that the language has, a
 * final, and at most one tone. Both the old and the new places of tone marks count. (Đoàn Thiện
 * Thuật, Ngữ âm tiếng Việt.)
 */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize("NFD");
  const marks = parts.match(tone)?.length ?? 0;
  return marks <= 1 && form.test(parts.replaceAll(tone, "").normalize("NFC"));
}

const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu;

const onsets = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]";
const vowels = [
  "iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu",
  "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|ue|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê",
  "[aăâeêioôơuưy]",
].join("|");
const finals = "ch|ng|nh|[cmnpt]";
const form = new RegExp(`^(?:${onsets})?(?:${vowels})(?:${finals})?$`, "u");
