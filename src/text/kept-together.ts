/*
 * What a line should not part: "số 3", "ngày 5", "tháng 3", "40 năm", "18,6 km", "48-QĐ/ĐUM",
 * "2017–2021". Characters that do not break would do it too, but they would be copied into other
 * texts and found by no search there. So these are put into an element, and the text stays as it
 * is.
 */

/** The element, which the stylesheet does not let break. */
const open = "<no-break>";
const close = "</no-break>";

/** A longer run may not fit into a line of a heading on a phone, in UTF-16 units. */
const LONGEST = 16;

/** A word that says which number follows: "số 3", "tháng 3", "khóa XIX". */
const counter =
  "(?:[Ss]ố|[Nn]gày|[Mm]ùng|[Tt]háng|[Qq]uý|[Nn]ăm|[Kk]ỳ|[Kk]h(?:óa|oá)|[Tt]hứ|[Ll]ần|[Đđ]ợt|[Hh]ạng|[Đđ]iều|[Kk]hoản|[Mm]ục|[Tt]rang|[Tt]ập|[Tt]ổ|[Cc]ụm)";
const behindCounter = String.raw`(?<=(?<![\p{L}\p{M}])(?<counter>${counter}[ \n]))`;
/** `21-KL/TW`, `30/2020/NĐ-CP`, `1436/QĐ-UBND`. */
const documentNumber = String.raw`\d{1,5}(?:/\d{4})?(?:[-‐‑–/]\p{Lu}[\p{L}\d.&]*)+(?<!\.)`;
const date = String.raw`\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?(?![\d/])`;
/** Long enough for a line of its own; browsers keep it whole, but not two of them. */
const fullDate = String.raw`\d{1,2}[/.]\d{1,2}[/.]\d{4}(?![\d/])`;
/** "10–12/6/2030", "28/2–1/3/2025" */
const days = String.raw`\d{1,2}(?:[/.]\d{1,2})?[–-]\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?(?![\d/])`;
const span = String.raw`\d+[–-]\d+(?![\d/])`;
const number = String.raw`\d+(?:[.,]\d+)*`;
const roman = String.raw`[IVX]+(?![\p{L}\d])`;
/** What is counted; not a word that goes on with the sentence. */
const counted = String.raw`(?:[%‰]|(?!(?:và|của|là|có|được|đã|trong|với|cho|từ|đến|do|tại|về|thì|mà|nên|sẽ|để|khi|như|hoặc|hay|ở|vào|theo|so|nhưng|cũng|này|đó)(?![\p{L}\p{M}]))\p{Ll}[\p{L}\p{M}]*[²³]?)`;

/**
 * A run from its figure on, with the word before it. A date that no word is before is no number of
 * what is behind it; browsers keep it together by themselves.
 */
const run = new RegExp(
  [
    `(?<range>${days})`,
    fullDate,
    `${behindCounter}(?:${[documentNumber, date, span, number, roman].join("|")})`,
    `(?<own>${documentNumber}|${span})`,
    date,
    `(?<many>${number}[ \\n]${counted})`,
    number,
  ].join("|"),
  "uy",
);
const inWord = /(?<=[\p{L}\p{M}\d])/uy;
/** Begins an element whose text is drawn as it is, or may hold no element. */
const verbatim = /<(?:svg|pre|code|select|textarea)(?=[\s>])/y;

/**
 * Returns a page with those runs of its main part, each in an element that keeps it in one line;
 * what is no page stays as it is. Everything that is written passes here, so it goes by single
 * characters and looks closer at figures only.
 */
export function keepTogether(page: string): string {
  const start = page.indexOf("<main");
  if (start === -1) return page;
  const end = page.lastIndexOf("</main>");
  return page.slice(0, start) + inHtml(page.slice(start, end)) + page.slice(end);
}

function inHtml(html: string): string {
  let result = "";
  /** Up to where the result is made. */
  let done = 0;
  for (let at = 0; at < html.length; at += 1) {
    const character = html.charCodeAt(at);
    if (character === 0x3c /* < */) at = endOfTag(html, at);
    else if (mayBegin(character)) {
      run.lastIndex = at;
      const found = run.exec(html);
      if (found === null) continue;
      const to = run.lastIndex;
      const { counter = "", range, own, many } = found.groups as Partial<Record<string, string>>;
      const from = at - counter.length;
      const figure = at;
      at = to - 1;
      if (counter === "" && (range ?? own ?? many) === undefined) continue;
      inWord.lastIndex = from;
      if (from < done || to - from > LONGEST || inWord.test(html)) continue;
      const pair = from - "nhiệm ".length;
      if (pair >= done && /^nhiệm[ \n]kỳ[ \n]$/u.test(html.slice(pair, figure))) {
        // All three would be too long for a headline on a phone: the word stays whole instead.
        result += `${html.slice(done, pair)}${open}${html.slice(pair, figure - 1)}${close}`;
        result += `${html.slice(figure - 1, figure)}${open}${html.slice(figure, to)}${close}`;
        done = to;
        continue;
      }
      result += `${html.slice(done, from)}${open}${html.slice(from, to)}${close}`;
      done = to;
    }
  }
  return done === 0 ? html : result + html.slice(done);
}

/** Returns whether a run may begin with a character, but for the word before it. */
function mayBegin(character: number): boolean {
  return (
    (character >= 0x30 && character <= 0x39) ||
    character === 0x49 /* I */ ||
    character === 0x56 /* V */ ||
    character === 0x58 /* X */
  );
}

/** Returns where the last character of a tag is; of a verbatim element, that of its last tag. */
function endOfTag(html: string, start: number): number {
  verbatim.lastIndex = start;
  const end = verbatim.test(html)
    ? html.indexOf(`</${html.slice(start + 1, verbatim.lastIndex)}>`, start)
    : start;
  const last = end === -1 ? -1 : html.indexOf(">", end);
  return last === -1 ? html.length : last;
}
