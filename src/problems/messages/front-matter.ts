import type { Message } from "./message.ts";

/** Messages about the front matter as a whole. */
export const frontMatterMessages = {
  "empty-file": {
    severity: "error",
    vi: ["Tệp này trống.", "Viết bài theo mẫu trong hướng dẫn, hoặc xóa tệp."],
    en: [
      "This file is empty.",
      "Write an article as the writer's guide shows, or delete the file.",
    ],
  },
  "front-matter-late": {
    severity: "error",
    vi: [
      "Phần đầu bài bắt đầu ở dòng {line}, trong khi phải bắt đầu ngay từ dòng 1.",
      "Xóa mọi thứ phía trên dòng --- ấy, kể cả dòng trống.",
    ],
    en: [
      "The front matter begins on line {line}; it must begin on line 1.",
      "Delete everything above that line ---, blank lines too.",
    ],
  },
  "no-front-matter": {
    severity: "error",
    vi: [
      "Bài không bắt đầu bằng dòng ---.",
      "Dòng đầu tiên của tệp phải là ---, rồi đến title, date, author, unit, rồi một dòng --- nữa.",
    ],
    en: [
      "The article does not begin with a line ---.",
      "The first line must be ---, then title, date, author and unit, then another line ---.",
    ],
  },
  "front-matter-language": {
    severity: "error",
    vi: [
      "Dòng đầu là “{value}”, chỉ được phép là ---.",
      "Viết đúng ba dấu gạch ngang --- và không có gì khác trên dòng này.",
    ],
    en: [
      "The first line is “{value}”; only --- is allowed.",
      "Write exactly three hyphens --- and nothing else on this line.",
    ],
  },
  "front-matter-open": {
    severity: "error",
    vi: ["Phần đầu bài chưa được đóng lại.", "Thêm một dòng --- ở giữa phần đầu bài và nội dung."],
    en: [
      "The front matter is never closed.",
      "Add a line --- between the front matter and the text.",
    ],
  },
  "front-matter-close": {
    severity: "error",
    vi: ["Dòng đóng phần đầu bài là “{value}”.", "Dòng này chỉ gồm ba dấu gạch ngang: ---"],
    en: [
      "The line that closes the front matter is “{value}”.",
      "The line must be three hyphens only: ---",
    ],
  },
  "head-too-large": {
    severity: "error",
    vi: [
      "Phần đầu bài dài {size} ký tự, trong khi tối đa là {most}.",
      "Chuyển phần dài vào nội dung bài, bên dưới dòng --- thứ hai, hoặc chia thành nhiều bài.",
    ],
    en: [
      "The front matter has {size} characters, where {most} are the most.",
      "Move what is long into the text, below the second line ---, or split the article.",
    ],
  },
} as const satisfies Record<string, Message>;
