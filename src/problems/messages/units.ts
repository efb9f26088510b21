import type { Message } from "./message.ts";

/** Messages about units. */
export const unitsMessages = {
  "unit-not-valid": {
    severity: "warning",
    vi: [
      "Vào ngày đăng bài, đơn vị “{value}” không hoạt động ({from} – {to}).",
      "Kiểm tra lại unit và date; đơn vị kế tục: {successors}.",
    ],
    en: [
      "On the article's date the unit “{value}” did not exist ({from} – {to}).",
      "Check unit and date; successors: {successors}.",
    ],
  },
  "bad-unit-id": {
    severity: "error",
    vi: [
      "Mã đơn vị “{value}” có ký tự không dùng được trong địa chỉ.",
      "Viết chữ thường không dấu, nối bằng gạch ngang: {fixed}",
    ],
    en: [
      "The unit id “{value}” holds characters that cannot stand in an address.",
      "Write lower-case ASCII with hyphens: {fixed}",
    ],
  },
  "unit-id-twice": {
    severity: "error",
    vi: ["Mã đơn vị “{value}” xuất hiện hai lần.", "Mỗi đơn vị có một id riêng."],
    en: ["The unit id “{value}” appears twice.", "Give each unit an id of its own."],
  },
  "unit-name-twice": {
    severity: "warning",
    vi: [
      "Tên “{value}” cũng là tên của đơn vị “{other}”.",
      "Trong bài viết, gọi hai đơn vị này bằng id.",
    ],
    en: [
      "The name “{value}” also belongs to the unit “{other}”.",
      "Call the two by their ids in articles.",
    ],
  },
  "unit-circle": {
    severity: "error",
    vi: [
      "Theo các dòng parent, đơn vị “{value}” là cấp trên của chính nó.",
      "Sửa lại parent để cây đơn vị không thành vòng.",
    ],
    en: [
      "The unit “{value}” stands below itself.",
      "Correct parent so that the tree has no circle.",
    ],
  },
  "unit-too-deep": {
    severity: "error",
    vi: [
      "Theo các dòng parent, trên đơn vị “{value}” có từ {most} cấp trở lên.",
      "Kiểm tra lại parent: ghi đúng đơn vị cấp trên trực tiếp.",
    ],
    en: [
      "There are {most} or more levels above the unit “{value}”.",
      "Check parent: it is the unit directly above.",
    ],
  },
} as const satisfies Record<string, Message>;
