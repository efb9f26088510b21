import type { Message } from "./message.ts";

/** Messages about addresses that readers may have kept. */
export const addressesMessages = {
  "bad-alias": {
    severity: "error",
    vi: [
      "“{value}” không phải một địa chỉ cũ viết đúng cách.",
      "Chép phần sau tên trang, bắt đầu bằng dấu /, ví dụ /tin-tuc/hop-chi-bo.html hoặc /?p=123. Bỏ dấu cách, dấu # và phần sau dấu #.",
    ],
    en: [
      "“{value}” is not an old address in its right form.",
      "Copy what follows the name of the site, from its slash on, such as /tin-tuc/hop-chi-bo.html or /?p=123. Leave out spaces, # and what follows it.",
    ],
  },
  "alias-taken": {
    severity: "error",
    vi: [
      "Địa chỉ cũ “{value}” đang là địa chỉ của một trang khác trên trang tin.",
      "Xóa dòng này: mỗi địa chỉ chỉ dẫn đến một nơi.",
    ],
    en: [
      "The old address “{value}” is that of another page of the site.",
      "Delete the line: an address leads to one place only.",
    ],
  },
  "alias-twice": {
    severity: "error",
    vi: [
      "Địa chỉ cũ “{value}” đã ghi ở bài {other}.",
      "Xem trước đây địa chỉ ấy là của bài nào, rồi xóa dòng này ở bài kia.",
    ],
    en: [
      "The article {other} has the old address “{value}” too.",
      "See which article was there, and delete the line in the other one.",
    ],
  },
} as const satisfies Record<string, Message>;
