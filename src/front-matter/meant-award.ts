import { type AwardForm, awardForms, rankMeant } from "../award.ts";

/** A form of award, and the other keys that the text in its place has said too. */
type MeantForm = { readonly form: AwardForm; readonly more: readonly string[] };

/** Titles of honour, which people write without the word "danh hiệu" before them. */
const title =
  /^(?:chiến\s+sĩ|lao\s+động|tập\s+thể|chi\s+bộ|đảng\s+bộ|đảng\s+viên|tổ\s+chức|đơn\s+vị|cá\s+nhân|cơ\s+quan|gia\s+đình|anh\s+hùng|nghệ\s+nhân|nghệ\s+sĩ|nhà\s+giáo|thầy\s+thuốc)(?!\p{L})/iu;

/**
 * Returns what somebody means who writes the award's own name, rank or step as its form: `Danh
 * hiệu` and `name: "Chiến sĩ thi đua cơ sở"`. Undefined for any other text.
 */
export function formMeant(written: string): MeantForm | undefined {
  const [, years] = /^huy\s+hiệu\s+(?:đảng\s+)?(\d{2,3})\s+năm/iu.exec(written) ?? [];
  if (years !== undefined) return { form: "Huy hiệu Đảng", more: [`step: ${years}`] };
  if (title.test(written)) return { form: "Danh hiệu", more: [named(written)] };
  const form = awardForms.find((one) => startsWith(written, one));
  if (form === undefined) return undefined;
  const rest = written.slice(form.length).trim();
  if (form === "Giải") return { form, more: prizeOf(rest) };
  if (form === "Danh hiệu") return { form, more: [named(rest)] };
  const [hang = "", rank = ""] = /\s+hạng\s+(\S+)$/iu.exec(written) ?? [];
  const meant = rankMeant(rank);
  const name = meant === undefined ? written : written.slice(0, -hang.length);
  return { form, more: [named(name), ...(meant === undefined ? [] : [`rank: ${meant}`])] };
}

/** Returns whether a text goes on after some words, whatever their case. */
function startsWith(written: string, words: string): boolean {
  return written.toLowerCase().startsWith(`${words.toLowerCase()} `);
}

/** Returns the keys for what follows "Giải": its rank, its name or both. */
function prizeOf(rest: string): readonly string[] {
  const [, rank = "", name = ""] =
    /^(Đặc biệt|Xuất sắc|Khuyến khích|\S+)\s*(.*)$/iu.exec(rest) ?? [];
  const meant = rankMeant(rank);
  if (meant === undefined) return [named(`Giải ${rest}`)];
  return [`rank: ${meant}`, ...(name === "" ? [] : [named(name)])];
}

function named(name: string): string {
  const text = name.slice(0, 1).toUpperCase() + name.slice(1);
  return `name: "${text.replaceAll('"', "”")}"`;
}
