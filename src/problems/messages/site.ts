import type { Message } from "./message.ts";

/** Messages about what shows only when all articles are known. */
export const siteMessages = {
  "same-address": {
    severity: "error",
    vi: [
      "Bài này có cùng địa chỉ {url} với {other}.",
      "Đổi tên tệp (hoặc thư mục) của một trong hai bài. Chữ hoa, chữ thường và dấu không làm địa chỉ khác đi.",
    ],
    en: [
      "This article has the same address {url} as {other}.",
      "Rename one of the files (or folders). Case and diacritics do not make addresses differ.",
    ],
  },
  "date-far-ahead": {
    severity: "warning",
    vi: ["Bài đề ngày {value}: còn hơn một năm nữa mới được đăng.", "Kiểm tra lại năm ở date."],
    en: [
      "The article is dated {value}, more than a year ahead, so it will not be published for long.",
      "Check the year in date.",
    ],
  },
  "correction-ahead": {
    severity: "warning",
    vi: ["Đính chính đề ngày {value}, sau hôm nay.", "Ghi ở date ngày sửa bài."],
    en: [
      "The correction is dated {value}, after today.",
      "Give the day of the correction in date.",
    ],
  },
  "lead-twice": {
    severity: "warning",
    vi: [
      "Bài này đứng đầu trang chủ đến hết {value}, nhưng từ ngày {date} bài {other} cũng vậy; bài mới hơn đứng đầu.",
      "Giữ lead_until ở một bài, hoặc ghi ở bài này một ngày trước {date}.",
    ],
    en: [
      "This article leads the home page until {value}, but from {date} on {other} does so too; the newer one leads.",
      "Keep lead_until in one of them, or give a day before {date} here.",
    ],
  },
  "approval-missing": {
    severity: "error",
    vi: [
      "Bài này chưa có người duyệt, trong khi bài từ ngày {value} đều phải duyệt.",
      "Duyệt rồi thì ghi tên người duyệt: approved_by: Họ Tên. Chưa duyệt thì để nháp: draft: true.",
    ],
    en: [
      "Nobody has approved this article, where all from {value} on need it.",
      "Once somebody has, give the name: approved_by: Full Name. Until then keep it a draft: draft: true.",
    ],
  },
  "approval-own": {
    severity: "warning",
    vi: [
      "Bài này do {value} viết và cũng chỉ {value} duyệt.",
      "Nhờ người khác đọc lại, rồi ghi tên người ấy ở approved_by.",
    ],
    en: [
      "This article is by {value}, and nobody but {value} has approved it.",
      "Have somebody else read it, and give that name in approved_by.",
    ],
  },
  "tag-spelling": {
    severity: "warning",
    vi: ["Chủ đề “{value}” trùng với “{common}”, là cách viết phổ biến hơn.", "Viết “{common}”."],
    en: [
      "The tag “{value}” is the same as “{common}”, the commoner spelling.",
      "Write “{common}”.",
    ],
  },
  "author-spelling": {
    severity: "warning",
    vi: [
      "Tác giả “{value}” trùng địa chỉ với “{common}”, là cách viết phổ biến hơn.",
      "Viết “{common}”; nếu là hai người khác nhau, thêm chữ để phân biệt.",
    ],
    en: [
      "The author “{value}” has the same address as “{common}”, the commoner spelling.",
      "Write “{common}”; if they are two people, add a word to tell them apart.",
    ],
  },
} as const satisfies Record<string, Message>;
