/*
 * "Đồng chí Nguyễn Văn A": what politeness puts before a name. "Ông" is a family name too (Ông Cao
 * Thắng), so with a capital letter it counts only where at least three syllables follow.
 */

const comrade = /^(?:đồng\s+chí|đ\s?[/.]\s?c(?:hí)?|đc)(?:\s*[.:]\s*|\s+)(?=\p{L})/iu;
const lowerCase = /^(?:ông|bà|anh|chị)\s+(?=\p{Lu})/u;
const upperCase = /^(?:Ông|Bà)\s+(?=\p{Lu}\p{L}*\s+\S+\s+\S)/u;

/** Returns the name of somebody without a form of address; a text that has none as it is. */
export function withoutTitle(name: string): string {
  return name.replace(comrade, "").replace(lowerCase, "").replace(upperCase, "");
}
