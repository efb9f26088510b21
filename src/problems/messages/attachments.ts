import type { Message } from "./message.ts";

/** Messages about files that articles attach. */
export const attachmentMessages = {
  "pdf-missing": {
    severity: "error",
    vi: [
      "Không tìm thấy tệp PDF “{value}”.",
      "Đặt tệp cạnh bài viết và viết đúng tên, kể cả đuôi .pdf. Tệp Word thì lưu thành PDF trước.",
      "Có phải bạn muốn viết “{suggestion}”? Chữ hoa, chữ thường và đuôi tệp phải đúng như tên tệp.",
    ],
    en: [
      "There is no PDF “{value}”.",
      "Put the file beside the article and write its name exactly, .pdf included. Save a Word file as PDF first.",
      "Did you mean “{suggestion}”? Case and ending must be those of the file.",
    ],
  },
  "pdf-elsewhere": {
    severity: "error",
    vi: [
      "Tệp “{value}” không nằm trong thư mục nội dung.",
      "Chép tệp vào thư mục của bài rồi chỉ viết tên tệp: {fixed}. Văn bản ở trang khác thì ghi địa chỉ vào url.",
    ],
    en: [
      "The file “{value}” is not in the content folder.",
      "Copy it into the article's folder and write its name only: {fixed}. For a document on another site write its address as url.",
    ],
  },
  "pdf-not-pdf": {
    severity: "error",
    vi: [
      "Tệp “{value}” có đuôi .pdf nhưng bên trong không phải là PDF.",
      "Mở tệp gốc bằng chương trình đã soạn ra nó (ví dụ Word), chọn Lưu dưới dạng PDF. Chỉ đổi đuôi tệp thì chưa thành PDF.",
    ],
    en: [
      "The file “{value}” ends in .pdf, but it is no PDF.",
      "Open the original in the program that wrote it (such as Word) and save it as PDF. Another ending alone does not make one.",
    ],
  },
  "pdf-unreadable": {
    severity: "error",
    vi: [
      "Máy không đọc được tệp PDF “{value}”: tệp hỏng, hoặc được ghi theo cách lạ nên không kiểm tra được.",
      "Mở tệp, chọn In rồi in ra PDF (Microsoft Print to PDF, Save as PDF), và dùng tệp mới.",
    ],
    en: [
      "The PDF “{value}” cannot be read: it is damaged, or written in an unusual way that cannot be checked.",
      "Open it, print it to PDF (Microsoft Print to PDF, Save as PDF), and use the new file.",
    ],
  },
  "pdf-too-large": {
    severity: "error",
    vi: [
      "Tệp PDF “{value}” nặng {size} MB, quá mức {most} MB, nên người dùng điện thoại khó tải về.",
      "Lưu lại ở cỡ nhỏ hơn (khi chụp bản giấy: 200 dpi, đen trắng), hoặc lưu thẳng từ Word thành PDF.",
    ],
    en: [
      "The PDF “{value}” has {size} MB, above the limit of {most} MB; people on phones can hardly fetch it.",
      "Save it smaller (a scan: 200 dpi, black and white), or save it as PDF right from Word.",
    ],
  },
  "pdf-encrypted": {
    severity: "error",
    vi: [
      "Tệp PDF “{value}” bị khóa: có mật khẩu, hoặc cấm in, cấm sao chép.",
      "Lưu lại từ bản gốc mà không đặt khóa. Tệp bị khóa thì chương trình đọc cho người khiếm thị và máy tìm kiếm không đọc được.",
    ],
    en: [
      "The PDF “{value}” is locked: it has a password, or forbids printing or copying.",
      "Save it from the original without a lock. Screen readers and search engines cannot read a locked file.",
    ],
  },
  "pdf-active": {
    severity: "error",
    vi: [
      "Tệp PDF “{value}” có {name}, có thể gây hại cho máy của người đọc.",
      "Mở tệp, chọn In rồi in ra PDF (Microsoft Print to PDF, Save as PDF): tệp mới chỉ còn chữ và hình.",
    ],
    en: [
      "The PDF “{value}” has something that acts ({name}) and may harm the computers of readers.",
      "Open it and print it to PDF (Microsoft Print to PDF, Save as PDF): the new file has text and pictures only.",
    ],
  },
  "pdf-without-text": {
    severity: "warning",
    vi: [
      "Tệp PDF “{value}” là bản chụp, không có chữ: người nghe bằng chương trình đọc không nghe được gì, máy tìm kiếm không tìm được gì.",
      "Dùng bản lưu thẳng từ Word thành PDF. Chỉ có bản giấy thì nhận dạng chữ (OCR tiếng Việt) khi chụp.",
    ],
    en: [
      "The PDF “{value}” is a scan without text: people who listen to it hear nothing, and search finds nothing.",
      "Use a file saved as PDF right from Word. If there is only paper, have its text recognised (OCR) when scanning.",
    ],
  },
  "pdf-unused": {
    severity: "warning",
    vi: [
      "Không bài nào kèm tệp PDF “{value}”, nên người đọc không thấy tệp này.",
      "Ghi tên tệp vào file của một văn bản trong documents, hoặc xóa tệp.",
    ],
    en: [
      "No article attaches the PDF “{value}”, so readers never see it.",
      "Write its name as file of a document in documents, or delete it.",
    ],
  },
} as const satisfies Record<string, Message>;
