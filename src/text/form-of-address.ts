/*
 * "Đồng chí Nguyễn Văn A, Bí thư Chi bộ": what politeness puts before a name and what office puts
 * behind it. "Ông" is a family name too (Ông Cao Thắng), so with a capital letter it counts only
 * where at least three syllables follow.
 */

const comrade = /^(?:đồng\s+chí|đ\s?[/.]\s?c(?:hí)?|đc)(?:\s*[.:]\s*|\s+)(?=\p{L})/iu;
const lowerCase = /^(?:ông|bà|anh|chị)\s+(?=\p{Lu})/u;
const upperCase = /^(?:Ông|Bà)\s+(?=\p{Lu}\p{L}*\s+\S+\s+\S)/u;

const postForm =
  /^(?:nguyên\s+)?(?:(?:\p{L}+\s+)?(?:ủy|uỷ)\s+viên|bí\s+thư|phó\s|trưởng\s|(?:chủ|phó chủ)\s+tịch|giám\s+đốc|chánh\s|thường\s+trực|hiệu\s+trưởng)/iu;

/** Returns whether a text is the name of an office: "Phó Bí thư Chi bộ". */
export function isPost(text: string): boolean {
  return postForm.test(text);
}

/** A name alone, and what was written around it; empty where there was nothing. */
export type BareName = { readonly name: string; readonly title: string; readonly post: string };

/** Parts the name of somebody from a form of address before it and offices behind it. */
export function bareName(written: string): BareName {
  const [start, , post = ""] =
    /^(.*?)(\s*[,;(]\s*|\s+[-–]\s+)(.*)$/su.exec(written)?.slice(1) ?? [];
  const named = start !== undefined && isPost(post) ? start : written;
  const name = named.replace(comrade, "").replace(lowerCase, "").replace(upperCase, "");
  return {
    name,
    title: named.slice(0, named.length - name.length).trim(),
    post: named === written ? "" : post.replace(/\)$/u, ""),
  };
}
