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
      "Liên kết không dẫn thẳng tới tệp “{value}” được.",
      "Văn bản thì lưu thành PDF, đặt cạnh bài và ghi tên tệp vào file ở mục documents: bài tự có liên kết đến tệp. Tệp khác thì đặt ở nơi khác, ví dụ cổng thông tin của cơ quan, rồi viết địa chỉ đầy đủ https://…",
    ],
    en: [
      "A link cannot lead straight to the file “{value}”.",
      "Save a document as PDF beside the article, and write its name as file in documents: the article gets a link to it. Put any other file elsewhere, for example on your office's portal, and write its address https://…",
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
      "Liên kết “{value}”⟦ bắt đầu bằng “{scheme}”, không được phép⟧⟦ viết chưa đúng ở phần sau “{known}”⟧.",
      "Chỉ dùng https://…, http://…, mailto:…, tel:… hoặc địa chỉ trong trang tin.",
      "Viết hai dấu gạch chéo xuôi: “{suggestion}”.",
    ],
    en: [
      "The link “{value}”⟦ begins with “{scheme}”, which is not allowed⟧⟦ goes wrong behind “{known}”⟧.",
      "Use https://…, http://…, mailto:…, tel:… or an address of the site.",
      "Write two forward slashes: “{suggestion}”.",
    ],
  },
  "link-user-info": {
    severity: "error",
    vi: [
      "Liên kết “{value}” có dấu @ trước tên trang, nên trông như dẫn đến một nơi mà thật ra dẫn đến {host}.",
      "Xóa phần từ sau https:// đến hết dấu @. Địa chỉ thư điện tử thì viết mailto:…",
    ],
    en: [
      "The link “{value}” has an @ before its host, so it seems to lead to one place and leads to {host}.",
      "Delete all from behind https:// to the @. Write an e-mail address with mailto:…",
    ],
  },
  "link-host-odd": {
    severity: "error",
    vi: [
      "Tên trang trong liên kết “{value}”⟦ là dãy số ({number})⟧⟦ có dấu “{dot}” thừa ở cuối⟧⟦ có dấu “{backslash}” theo sau⟧⟦ viết bằng ký tự lạ, thật ra là {hidden}⟧, nên người đọc không biết liên kết dẫn đến đâu.",
      "Mở liên kết trong trình duyệt, xem đúng trang chưa rồi chép lại địa chỉ, ví dụ https://example.vn/bao-cao.",
    ],
    en: [
      "The host of the link “{value}”⟦ is a number ({number})⟧⟦ ends with “{dot}”⟧⟦ has “{backslash}” behind it⟧⟦ is written in odd characters, and really is {hidden}⟧, so readers do not know where it leads.",
      "Open it in a browser, see whether the page is the right one, and copy the address, such as https://example.vn/bao-cao.",
    ],
  },
  "link-host-imitates": {
    severity: "error",
    vi: [
      "Liên kết “{value}”⟦ trông như của {like}, nhưng thật ra thuộc trang {owner}⟧⟦ dẫn đến trang hiện ra là “{unicode}”, có ký tự không phải chữ Latinh thông thường, nên dễ nhầm với trang khác⟧.",
      "Mở liên kết trong trình duyệt, xem đúng trang chưa, rồi chép địa chỉ thật của trang cần dẫn.",
    ],
    en: [
      "The link “{value}”⟦ looks like one to {like}, but belongs to {owner}⟧⟦ leads to a site that is shown as “{unicode}”, with characters that are no common Latin letters, so it is easily taken for another⟧.",
      "Open it in a browser, see whether the page is the right one, and copy the true address of the page that you mean.",
    ],
  },
  "link-host-borrows": {
    severity: "warning",
    vi: [
      "Liên kết “{value}” mở đầu như tên của trang {like}, nhưng thật ra thuộc trang {owner}.",
      "Mở liên kết trong trình duyệt, xem đúng trang chưa. Nếu đúng thì cứ để vậy; nếu không, chép địa chỉ thật của trang cần dẫn.",
    ],
    en: [
      "The link “{value}” begins like the name of {like}, but belongs to {owner}.",
      "Open it in a browser and see whether the page is the right one. If so, leave it; otherwise copy the true address of the page that you mean.",
    ],
  },
  "link-text-other": {
    severity: "error",
    vi: [
      "Chữ của liên kết là “{value}” nhưng bấm vào thì đến {href}.",
      "Viết hai chỗ cùng một địa chỉ, hoặc thay chữ của liên kết bằng lời, ví dụ [Báo cáo quý I](…).",
    ],
    en: [
      "The text of the link is “{value}”, but it leads to {href}.",
      "Write the same address in both places, or use words for the text, such as [Báo cáo quý I](…).",
    ],
  },
} as const satisfies Record<string, Message>;
