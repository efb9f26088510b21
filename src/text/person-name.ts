import { bareName } from "./form-of-address.ts";

/** The commonest family names, which hardly begin anything but the name of a person. */
const familyNames = new Set(
  "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Đào Trương Lương Lưu Tạ Phùng Tô Vương Quách Tăng Kiều Nghiêm Doãn Khuất Khổng Tống Nông Triệu Giàng Thào Sùng Đàm Đồng".split(
    " ",
  ),
);
/** Family names that begin names of places too: `Hà Nội`, `Cao Bằng`. */
const placeNames = new Set("Hà Cao Lâm Thái Ninh Mai Châu Chu La Vi Kim Thạch".split(" "));

/** Returns whether a text can hardly be anything but the name of one person. */
function isPersonName(text: string): boolean {
  const syllables = bareName(text.trim()).name.split(/\s+/u);
  const [family = ""] = syllables;
  if (syllables.length < 2 || syllables.length > 6) return false;
  if (!syllables.every((one) => /^\p{Lu}\p{Ll}*$/u.test(one))) return false;
  return familyNames.has(family) || (placeNames.has(family) && syllables.length > 2);
}

/** Returns the people whom one text names; none unless each of them is one for certain. */
export function peopleIn(text: string): readonly string[] {
  const parts = text.split(/\s*[,;]\s*|\s+(?:và|&|cùng|với)\s+/u).filter((part) => part !== "");
  if (parts.length < 2 || !parts.every(isPersonName)) return [];
  return parts.map((part) => bareName(part.trim()).name);
}
