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
      "Ở đây có ký tự vô hình {code}⟦, tại “{suggestion}”⟧, thường do dán từ Word, Zalo hoặc tệp PDF.",
      "Xóa ký tự ấy.",
      "Xóa chỗ đó và gõ lại: “{suggestion}”⟦ (hoặc “{apart}”, nếu đó là chỗ của dấu cách)⟧.",
    ],
    en: [
      "There is an invisible character {code} here⟦, at “{suggestion}”⟧, mostly pasted from Word, Zalo or a PDF.",
      "Delete it.",
      "Delete the place and type it again: “{suggestion}”⟦ (or “{apart}”, if a space should be there)⟧.",
    ],
  },
  "invisible-entity": {
    severity: "error",
    vi: [
      "Người đọc sẽ không thấy “{value}” mà nhận một ký tự vô hình ({code}), nên tìm chữ này không ra.",
      "Xóa “{value}”.",
    ],
    en: [
      "Readers do not see “{value}” but get an invisible character ({code}), and no search finds the word.",
      "Delete “{value}”.",
    ],
  },
  "mixed-letters": {
    severity: "error",
    vi: [
      "Chữ “{value}” trộn hai bảng chữ cái: “{letter}” ({code}) trông giống nhưng không phải chữ của ta.",
      "Xóa cả chữ này và gõ lại.",
      "Viết “{suggestion}”.",
    ],
    en: [
      "“{value}” mixes two alphabets: “{letter}” ({code}) is not the Latin letter that it looks like.",
      "Delete the word and type it again.",
      "Write “{suggestion}”.",
    ],
  },
  "look-alike-word": {
    severity: "error",
    vi: [
      "“{value}” trông như “{suggestion}” nhưng gõ bằng bảng chữ cái khác: “{letter}” là {code}.",
      "Nếu muốn viết “{suggestion}” thì gõ lại. Nếu đúng là chữ nước ngoài thì đặt trong ngoặc: «{value}».",
    ],
    en: [
      "“{value}” looks like “{suggestion}” but is in another alphabet: “{letter}” is {code}.",
      "To write “{suggestion}”, type it again. A word that is meant to be foreign goes between marks: «{value}».",
    ],
  },
  "odd-letter": {
    severity: "error",
    vi: [
      "Trong “{value}” có ký tự hiếm “{letter}” ({code}), dễ bị đọc nhầm thành chữ khác.",
      "Xóa cả chữ này và gõ lại. Phiên âm thì đặt giữa hai dấu gạch chéo trong bài, ví dụ /ˈvjɛt/.",
      "Viết “{suggestion}”.",
    ],
    en: [
      "“{value}” has the rare character “{letter}” ({code}), which is easily taken for another.",
      "Delete the word and type it again. Phonetics go between strokes in the text, as in /ˈvjɛt/.",
      "Write “{suggestion}”.",
    ],
  },
  "styled-letters": {
    severity: "error",
    vi: [
      "“{value}” dùng ký tự đặc biệt ({code}) chỉ trông giống chữ hoặc dấu thông thường, nên tìm kiếm không ra và phần mềm đọc màn hình đọc sai.",
      "Gõ lại bằng bàn phím.",
      "Viết “{suggestion}”, gõ bằng bàn phím.⟦ Muốn chữ đậm trong bài thì đặt giữa hai dấu {bold}.⟧",
    ],
    en: [
      "“{value}” is written with styled characters ({code}), which no search finds and screen readers misread.",
      "Type it in ordinary letters.",
      "Write “{suggestion}”.⟦ For bold type in the text put it between two {bold}.⟧",
    ],
  },
  "stacked-marks": {
    severity: "error",
    vi: [
      "Chữ “{value}” mang dấu không có trong chữ viết nào ({code}), hoặc nhiều dấu chồng lên nhau.",
      "Xóa cả chữ này và gõ lại.",
    ],
    en: [
      "“{value}” carries a mark that no orthography has there ({code}), or too many of them.",
      "Delete the word and type it again.",
    ],
  },
  "odd-blank": {
    severity: "error",
    vi: [
      "Có dấu cách lạ ({code})⟦ ở “{value}”⟧, trông như dấu cách thường nhưng tìm kiếm không nhận ra.",
      "Xóa dấu cách này và gõ lại bằng phím cách.",
    ],
    en: [
      "There is an unusual blank ({code})⟦ at “{value}”⟧, which looks like a space but is none to a search.",
      "Delete it and type it again with the space bar.",
    ],
  },
  "odd-hyphen": {
    severity: "warning",
    vi: [
      "Dấu gạch nối ở “{value}” là dấu riêng của Word ({code}), nên tìm kiếm không ra và số văn bản không được nhận biết.",
      "Gõ lại bằng dấu - của bàn phím: “{suggestion}”.",
    ],
    en: [
      "The hyphen in “{value}” is one of Word's own ({code}), so no search finds it and no document number is recognized by it.",
      "Type it again with the - of the keyboard: “{suggestion}”.",
    ],
  },
  "text-turns": {
    severity: "error",
    vi: [
      "Chữ “{value}” viết từ phải sang trái ({code}), nên làm đảo thứ tự chữ và số quanh nó.",
      "Trong bài, đừng để số đứng ngay sau chữ ấy. Ở tiêu đề, tên và chủ đề thì phiên âm ra chữ Việt.",
    ],
    en: [
      "“{value}” runs from right to left ({code}) and changes the order of letters and digits around it.",
      "In the text, let no digit come right after it. In titles, names and tags, write it in Latin letters.",
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
      "“{value}” dùng chữ “{letter}” của tiếng nước ngoài ({code}), trông giống nhưng không phải chữ Đ.",
      "Viết “{fixed}”.",
    ],
    en: [
      "“{value}” uses the foreign letter “{letter}” ({code}), which only looks like Đ.",
      "Write “{fixed}”.",
    ],
  },
  "double-tone": {
    severity: "error",
    vi: ["Chữ “{value}” có hai dấu thanh.", "Gõ lại chữ này với một dấu thanh."],
    en: ["The syllable “{value}” has two tone marks.", "Type it again with one tone mark."],
  },
} as const satisfies Record<string, Message>;
