import type { Message } from "./message.ts";

/** Messages about the files of monthly bulletins. */
export const bulletinsMessages = {
  "bulletin-file-name": {
    severity: "error",
    vi: [
      "Tên tệp “{name}” không cho biết là bản tin của tháng nào.",
      "Đặt tên theo năm và tháng: bản tin tháng 5 năm 2024 là bulletins/2024-05.yaml.",
    ],
    en: [
      "The file name “{name}” does not say which month the bulletin is of.",
      "Name it after year and month: the bulletin of May 2024 is bulletins/2024-05.yaml.",
    ],
  },
  "bulletin-article-unknown": {
    severity: "error",
    vi: [
      "Không có bài nào ở “{value}”.",
      "Ghi đường dẫn của tệp bài viết tính từ thư mục nội dung, ví dụ 2024/hop-chi-bo/index.md.",
      "Có phải là {suggestion}?",
    ],
    en: [
      "There is no article at “{value}”.",
      "Write the path of the article's file from the content folder, for example 2024/hop-chi-bo/index.md.",
      "Did you mean {suggestion}?",
    ],
  },
  "bulletin-other-month": {
    severity: "error",
    vi: [
      "Bài “{value}” đề ngày {date}, không thuộc bản tin tháng {month}.",
      "Bỏ dòng này, hoặc sửa lại date của bài.",
    ],
    en: [
      "The article “{value}” is dated {date}, so it is not in the bulletin of {month}.",
      "Take the line out, or correct the article's date.",
    ],
  },
  "bulletin-order-left-out": {
    severity: "error",
    vi: [
      "Bài “{value}” vừa được xếp lên đầu (order), vừa bị bỏ ra (leave_out).",
      "Giữ lại một trong hai dòng.",
    ],
    en: [
      "The article “{value}” is both put first (order) and left out (leave_out).",
      "Keep one of the two lines.",
    ],
  },
  "bulletin-picture": {
    severity: "error",
    vi: [
      "Lời mở đầu của bản tin không dùng được ảnh (“{value}”).",
      "Bỏ ảnh ở đây; ảnh của từng bài vẫn có trong bản tin.",
    ],
    en: [
      "The foreword of a bulletin cannot show a picture (“{value}”).",
      "Take it out; the bulletin shows the pictures of its articles.",
    ],
  },
} as const satisfies Record<string, Message>;
