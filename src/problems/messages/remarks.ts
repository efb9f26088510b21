import type { Message } from "./message.ts";

/** Messages about what an editor would point out in an article that is otherwise in order. */
export const remarksMessages = {
  "template-left": {
    severity: "warning",
    vi: ["Còn sót chỗ trống của mẫu: “{value}”.", "Thay bằng nội dung thật, hoặc xóa đi."],
    en: ["A gap of a template is left: “{value}”.", "Put in what it stands for, or delete it."],
  },
  "placeholder-left": {
    severity: "warning",
    vi: [
      "Còn chỗ chưa viết xong: “{value}”.",
      "Viết nốt hoặc xóa chỗ này. Cho đến khi viết xong, bài cần có dòng draft: true để chưa đăng.",
    ],
    en: [
      "Something is still to be written: “{value}”.",
      "Write it or delete the place. Until then, the article needs draft: true.",
    ],
  },
  "import-left-out": {
    severity: "warning",
    vi: [
      "Khi nhập bài, máy chưa lấy được: {value}.",
      "Mở tệp gốc, đưa vào bài những gì cần đăng rồi xóa cả dấu ngoặc vuông này. Nếu không cần thì chỉ xóa.",
    ],
    en: [
      "The import could not bring over: {value}.",
      "Open the source, put into the article what it needs and delete this mark. If nothing is needed, just delete it.",
    ],
  },
  "phone-number": {
    severity: "warning",
    vi: [
      "Bài có số điện thoại di động ({value}).",
      "Số riêng của một người không nên đăng công khai; hãy xóa, hoặc thay bằng số của cơ quan.",
    ],
    en: [
      "The article holds a mobile phone number ({value}).",
      "A private number should not be public; delete it or give the office's number.",
    ],
  },
  "citizen-id": {
    severity: "warning",
    vi: [
      "Bài có số giống số căn cước hoặc chứng minh nhân dân ({value}).",
      "Số giấy tờ tùy thân là dữ liệu cá nhân; hãy xóa khỏi bài.",
    ],
    en: [
      "The article holds a number like that of a citizen's ID ({value}).",
      "It is personal data; delete it.",
    ],
  },
  "birth-year": {
    severity: "warning",
    vi: [
      "Bài có năm sinh của một người ({value}).",
      "Ngày sinh, năm sinh là dữ liệu cá nhân; nếu không thật cần thì hãy xóa khỏi bài.",
    ],
    en: [
      "The article holds somebody's year of birth ({value}).",
      "It is personal data; delete it unless it is really needed.",
    ],
  },
  "party-card-number": {
    severity: "warning",
    vi: [
      "Bài có số thẻ đảng viên ({value}).",
      "Số thẻ đảng viên là dữ liệu cá nhân; hãy xóa khỏi bài.",
    ],
    en: [
      "The article holds the number of a Party card ({value}).",
      "It is personal data; delete it.",
    ],
  },
  "legacy-font": {
    severity: "warning",
    vi: [
      "Chữ gõ bằng phông cũ {font}, người đọc sẽ thấy ký tự lạ: “{value}”.",
      "Có lẽ là: “{suggestion}”. Xin đọc lại rồi chép thay, hoặc chuyển cả đoạn sang Unicode bằng bộ gõ.",
    ],
    en: [
      "Text typed for an old {font} font, which readers see as strange characters: “{value}”.",
      "It probably says: “{suggestion}”. Read it over and put it in, or convert the passage to Unicode.",
    ],
  },
  "award-parts-differ": {
    severity: "error",
    vi: [
      "Tổng số khen thưởng không khớp: bài viết {total}, nhưng các phần cộng lại là {sum} ({parts}).",
      "Xem lại văn bản gốc rồi sửa số sai. Nếu các phần chưa phải là tất cả thì viết “trong đó có” thay cho “gồm”.",
    ],
    en: [
      "The total of awards does not agree: the text says {total}, its parts make {sum} ({parts}).",
      "Correct the wrong number by the document. Where the parts are not all, write “trong đó có” in place of “gồm”.",
    ],
  },
  "title-number-alone": {
    severity: "warning",
    vi: [
      "Số {value} ở tiêu đề không có trong bài và cũng không có trong các khóa ở đầu bài.",
      "Xem số nào đúng rồi sửa cho thống nhất.",
    ],
    en: [
      "The number {value} of the title is neither in the text nor in the front matter.",
      "See which number is right and make them agree.",
    ],
  },
  "summary-repeated": {
    severity: "warning",
    vi: [
      "Đoạn đầu của bài nhắc lại tóm tắt (summary), nên người đọc thấy hai lần một đoạn.",
      "Xóa đoạn đầu trong bài, hoặc xóa khóa summary: khi đó đoạn đầu tự thành tóm tắt.",
    ],
    en: [
      "The first paragraph repeats the summary, so readers see it twice.",
      "Delete the paragraph, or the summary: the first paragraph then serves as one.",
    ],
  },
  "document-not-listed": {
    severity: "warning",
    vi: [
      "Bài nhắc đến văn bản {value}, nhưng khóa documents chưa ghi.",
      "Thêm vào đầu bài: {fixed}. Nhờ đó bài hiện ở trang của văn bản ấy.",
      "Đầu bài đã có documents:⟦ thêm vào danh sách ấy dòng {line}⟧⟦ thêm {inBrackets} vào trong ngoặc vuông, sau một dấu phẩy⟧⟦ sửa dòng ấy thành {whole}⟧. Nhờ đó bài hiện ở trang của văn bản ấy.",
    ],
    en: [
      "The article cites the document {value}, which is not among its documents.",
      "Add to the front matter: {fixed}. The page of that document then shows the article.",
      "The front matter has documents already:⟦ add to that list the line {line}⟧⟦ add {inBrackets} inside its brackets, after a comma⟧⟦ make that line {whole}⟧. The page of that document then shows the article.",
    ],
  },
  "heading-skipped": {
    severity: "warning",
    vi: [
      "Đề mục “{title}” nhảy cấp: trước nó chưa có đề mục cấp trên.",
      "Viết “{fixed} {title}”. Trang web vẫn tự xếp lại cho đúng cấp.",
    ],
    en: [
      "The heading “{title}” skips a level: there is none of the level above before it.",
      "Write “{fixed} {title}”. The site gives it the right level all the same.",
    ],
  },
  "link-says-nothing": {
    severity: "warning",
    vi: [
      "Liên kết chỉ có chữ “{value}”, nên không cho biết dẫn đến đâu.",
      "Đặt liên kết vào chính tên của nơi dẫn đến, ví dụ [Kết luận 21-KL/TW](…), nhất là cho người nghe phần mềm đọc màn hình.",
    ],
    en: [
      "The link says only “{value}”, not where it leads.",
      "Put it on the name of its target, for example [Kết luận 21-KL/TW](…): those who hear the page need it most.",
    ],
  },
} as const satisfies Record<string, Message>;
