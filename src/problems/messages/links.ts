import type { Message } from "./message.ts";

/** Messages about links. */
export const linksMessages = {
  "link-not-read": {
    severity: "error",
    vi: [
      "Máy không nhận ra ảnh hay liên kết ở “{value}”, nên chỗ này sẽ hiện nguyên như chữ.",
      "Viết liền dấu ] với dấu (, và bỏ dấu cách trong địa chỉ. Tên tệp có dấu cách thì đổi tên, ví dụ hoi-nghi.jpg.",
    ],
    en: [
      "“{value}” is not understood as a picture or link, so it would show as text.",
      "Write ] and ( side by side, and no space in the address. Rename a file with spaces, for example hoi-nghi.jpg.",
    ],
  },
  "link-to-file": {
    severity: "error",
    vi: [
      "Trang tin chỉ đăng bài viết và ảnh, không đăng tệp “{value}”.",
      "Đặt tệp ở nơi khác, ví dụ cổng thông tin của cơ quan, rồi viết địa chỉ đầy đủ https://…",
    ],
    en: [
      "The site publishes articles and pictures only, not the file “{value}”.",
      "Put the file elsewhere, for example on your office's portal, and write its address https://…",
    ],
  },
  "link-missing": {
    severity: "error",
    vi: [
      "Liên kết “{value}” không dẫn tới đâu.",
      "Sửa địa chỉ: tên tệp .md của bài khác, một trang của trang tin như /khen-thuong/, hoặc https://…",
      "Có phải bạn muốn viết “{suggestion}”?",
    ],
    en: [
      "The link “{value}” leads nowhere.",
      "Write another article's .md file, a page of the site such as /khen-thuong/, or https://…",
      "Did you mean “{suggestion}”?",
    ],
  },
  "link-unpublished": {
    severity: "error",
    vi: [
      "Liên kết “{value}” dẫn tới một bài chưa đăng.",
      "Bỏ liên kết, hoặc chờ đến khi bài kia được đăng.",
    ],
    en: [
      "The link “{value}” leads to an article that is not published yet.",
      "Remove it, or wait until the other article is published.",
    ],
  },
  "link-scheme": {
    severity: "error",
    vi: [
      "Liên kết “{value}” bắt đầu bằng “{scheme}”, không được phép.",
      "Chỉ dùng https, http, mailto, tel hoặc địa chỉ trong trang tin.",
    ],
    en: [
      "The link “{value}” begins with “{scheme}”, which is not allowed.",
      "Use https, http, mailto, tel or an address of the site.",
    ],
  },
} as const satisfies Record<string, Message>;
