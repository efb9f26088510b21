import type { Message } from "./message.ts";

/** Messages about the files of monthly bulletins. */
export const bulletinsMessages = {
  "bulletin-file-name": {
    severity: "error",
    vi: [
      "Tên tệp “{name}” không cho biết là bản tin của tháng nào.",
      "Đặt tên theo năm và tháng, tháng viết hai chữ số: bản tin tháng 5/2024 là bulletins/2024-05.yaml.",
      "Đổi tên tệp thành {suggestion}.",
    ],
    en: [
      "The file name “{name}” does not say which month the bulletin is of.",
      "Name it after year and month with two digits: the bulletin of May 2024 is bulletins/2024-05.yaml.",
      "Rename the file to {suggestion}.",
    ],
  },
  "bulletin-article-unknown": {
    severity: "error",
    vi: [
      "Không có bài nào ở “{value}”.",
      "Ghi đường dẫn của tệp bài, tính từ thư mục content, ví dụ 2024/hop-chi-bo/index.md.",
      "Có phải bạn muốn viết {suggestion}?",
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
      "Bài “{value}” đề ngày {date} nên không thuộc bản tin tháng {month}.",
      "Xóa dòng này, hoặc sửa lại date của bài.",
    ],
    en: [
      "The article “{value}” is dated {date}, so it is not in the bulletin of {month}.",
      "Take the line out, or correct the article's date.",
    ],
  },
  "bulletin-article-twice": {
    severity: "warning",
    vi: [
      "Bài “{value}” được ghi hai lần trong {key} (lần đầu ở dòng {line}).",
      "Mỗi bài chỉ in một lần; xóa dòng thừa.",
    ],
    en: [
      "The article “{value}” stands twice in {key} (first on line {line}).",
      "An article is printed once; delete the other line.",
    ],
  },
  "bulletin-draft": {
    severity: "warning",
    vi: [
      "Bài “{value}” còn là bài nháp nên chưa có trong bản tin tháng {month}.",
      "Khi bài đã xong thì xóa draft: true ở bài. Nếu không đăng thì xóa dòng này.",
    ],
    en: [
      "The article “{value}” is still a draft, so it is not in the bulletin of {month}.",
      "Delete draft: true when the article is ready. If it will not be published, delete this line.",
    ],
  },
  "bulletin-order-left-out": {
    severity: "error",
    vi: [
      "Bài “{value}” vừa được xếp lên đầu (order), vừa không đưa vào bản tin (leave_out).",
      "Chỉ giữ một trong hai dòng.",
    ],
    en: [
      "The article “{value}” is both put first (order) and left out (leave_out).",
      "Keep one of the two lines.",
    ],
  },
  "bulletin-picture": {
    severity: "error",
    vi: [
      "Lời mở đầu của bản tin chỉ có chữ, không đặt ảnh được (“{value}”).",
      "Xóa ảnh ở đây; ảnh của từng bài vẫn có trong bản tin.",
    ],
    en: [
      "The foreword of a bulletin cannot show a picture (“{value}”).",
      "Take it out; the bulletin shows the pictures of its articles.",
    ],
  },
} as const satisfies Record<string, Message>;
