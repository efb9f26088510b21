import type { Message } from "./message.ts";

/** Messages about single characters. */
export const charactersMessages = {
  "not-utf8": {
    severity: "error",
    vi: [
      "Tệp không được lưu bằng bảng mã UTF-8.",
      "Mở tệp, chọn “Lưu thành…” (Save as) và chọn bảng mã UTF-8. Nếu chữ hiện sai (phông .VnTime, VNI) thì chuyển sang Unicode bằng bộ gõ trước.",
    ],
    en: [
      "The file is not saved as UTF-8.",
      "Open it, choose “Save as…” and pick the encoding UTF-8. Text in an old font (.VnTime, VNI) must be converted to Unicode first.",
    ],
  },
  "not-nfc": {
    severity: "warning",
    vi: [
      "Tệp có chữ Việt ở dạng tổ hợp (dấu tách rời khỏi chữ). Trang web vẫn hiện đúng vì đã được ghép lại.",
      "Nên gõ bằng Unicode dựng sẵn; trong bộ gõ, chọn bảng mã “Unicode”, không chọn “Unicode tổ hợp”.",
    ],
    en: [
      "The file holds Vietnamese letters in decomposed form (marks apart from letters). The site composes them.",
      "Type precomposed Unicode (NFC); in the input method choose “Unicode”, not “Unicode tổ hợp”.",
    ],
  },
  "invisible-character": {
    severity: "error",
    vi: [
      "Có ký tự vô hình {code} ở chỗ “{around}”, thường do dán từ Word, Zalo hoặc tệp PDF.",
      "Xóa chỗ đó và gõ lại: “{around}”.",
    ],
    en: [
      "There is an invisible character {code} at “{around}”, mostly pasted from Word, Zalo or a PDF.",
      "Delete the place and type it again: “{around}”.",
    ],
  },
  "control-character": {
    severity: "error",
    vi: [
      "Có ký tự lạ {code} không đọc được.",
      "Xóa ký tự này; nếu nó thay cho một chữ thì gõ lại chữ đó.",
    ],
    en: [
      "There is an unreadable character {code}.",
      "Delete it; where it stands for a letter, type the letter again.",
    ],
  },
  "wrong-d": {
    severity: "error",
    vi: [
      "“{value}” dùng chữ Ð của tiếng nước ngoài (U+00D0), trông giống nhưng không phải chữ Đ.",
      "Viết “{fixed}”.",
    ],
    en: [
      "“{value}” uses the foreign letter Ð (U+00D0), which only looks like Đ.",
      "Write “{fixed}”.",
    ],
  },
  "double-tone": {
    severity: "error",
    vi: ["Chữ “{value}” có hai dấu thanh.", "Gõ lại chữ này với một dấu thanh."],
    en: ["The syllable “{value}” has two tone marks.", "Type it again with one tone mark."],
  },
} as const satisfies Record<string, Message>;
