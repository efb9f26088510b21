/**
 * Matches the year in which somebody was born who may be alive: `sinh năm 1985`, `SN 1985`,
 * `sinh ngày 5/3/1985`, `năm sinh: 1985`.
 *
 * "Sinh" is the second half of many words (học sinh, hy sinh, phát sinh …), so what is before it
 * counts: nothing, a comma, a name, or a word for a person. Years before 1930 are history, and so
 * is a life of which the same sentence tells the end.
 */
export const birthYear = new RegExp(
  [
    // "SN" alone is also a house number.
    String.raw`(?<![\p{L}\d])SN\s*[:.]?\s*YEAR(?!\s*(?:đường|phố|ngõ))`,
    String.raw`(?<![\p{L}\d])(?:[Nn]ăm|[Nn]gày) sinh\s*[:：]?\s*DAYYEAR`,
    String.raw`(?<=(?:^|[\n,;:(|*"“–-])\s*|(?<![\p{L}\d])(?:ông|bà|anh|chị|em|cháu|bác|cô|chú|đều|cùng|người|[Đđ]ồng chí)\s)[Ss]inh\s(?:năm\s|ngày\s)?\s*DAYYEAR`,
    String.raw`(?<=\p{Lu}\p{Ll}+\s(?!COMPOUND)\p{Lu}\p{L}*\s)sinh\s(?:năm\s|ngày\s)?\s*DAYYEAR`,
  ]
    .join("|")
    .replaceAll(
      "DAY",
      String.raw`(?:\d{1,2}\s*(?:[-/.]|\s?tháng\s?)\s*\d{1,2}\s*(?:[-/.]|,?\s?năm\s?)\s*)?`,
    )
    .replaceAll(
      "YEAR",
      String.raw`(?:19[3-9]\d|20[01]\d)(?!\d)(?![^.\n]{0,80}(?:hy sinh|từ trần|qua đời|mất năm|mất ngày))`,
    )
    .replaceAll("COMPOUND", "(?:Học|Vệ|Tuyển|Phát|Hy)\\s"),
  "gu",
);

/** Matches a part of whatever `birthYear` matches, at a small part of its cost. */
export const numberBehindBirth = /(?:[Ss]inh|SN)(?:[\s:：.]|năm|ngày)*\d/u;

/** Hides the end of a year, as reports are kept. */
export function withoutYear(text: string): string {
  return text.replace(/\d{2}$/u, "…");
}
