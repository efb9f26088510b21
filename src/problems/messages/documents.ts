import type { Message } from "./message.ts";

/** Messages about the documents that articles cite. */
export const documentMessages = {
  "document-number-bare": {
    severity: "error",
    vi: [
      "Chỉ có số {value} thì chưa biết là văn bản nào: còn thiếu {missing}.",
      'Viết đủ số và ký hiệu như "02-NQ/ĐUM"; nếu không biết thì thêm kind (loại văn bản) hoặc title, issuer (cơ quan ban hành) và date (chỉ ghi năm cũng được).',
    ],
    en: [
      "The number {value} alone does not say which document it is: {missing} is missing.",
      'Write the whole number as "02-NQ/ĐUM"; where it is not known, add kind or title, issuer and date (a year will do).',
    ],
  },
  "document-kind-differs": {
    severity: "warning",
    vi: [
      "Theo ký hiệu thì văn bản số {number} thuộc loại {kinds}, nhưng kind ghi “{value}”.",
      "Kiểm tra lại kind và number. Số văn bản đã cho biết loại thì có thể bỏ kind.",
    ],
    en: [
      "By its number the document {number} is of the kind {kinds}, but kind says “{value}”.",
      "Check kind and number. Where the number says the kind, kind can be left out.",
    ],
  },
  "document-after-article": {
    severity: "warning",
    vi: [
      "Ngày ban hành văn bản là {date}, sau ngày của bài ({day}).",
      "Kiểm tra lại date của văn bản. Nếu văn bản chưa ban hành thì ghi relation là dự thảo, lấy ý kiến hoặc sắp ban hành.",
    ],
    en: [
      "The document is of {date}, after the day of the article ({day}).",
      "Check the date of the document. For one that is still to come, write relation as dự thảo, lấy ý kiến or sắp ban hành.",
    ],
  },
  "document-relation-self": {
    severity: "error",
    vi: [
      "Văn bản {value} không thể sửa đổi, thay thế hay thực hiện chính nó.",
      "Ghi số của văn bản kia, kèm ngày nếu hai văn bản cùng số: “02-NQ/ĐU ngày 3/1/2022”.",
    ],
    en: [
      "The document {value} can't amend, replace or implement itself.",
      "Write the number of the other one, with its date if both have the same number: “02-NQ/ĐU ngày 3/1/2022”.",
    ],
  },
  "document-relation-later": {
    severity: "warning",
    vi: [
      "Văn bản {value} (ban hành {otherDate}⟦, theo {other}⟧) ra sau văn bản này ({date}), nên văn bản này chưa thể sửa đổi, thay thế hay thực hiện nó.",
      "Kiểm tra lại ngày của hai văn bản, hoặc ghi quan hệ ở văn bản ra sau.",
    ],
    en: [
      "The document {value} is of {otherDate}⟦ ({other})⟧, after this one ({date}), which can't amend, replace or implement it.",
      "Check both dates, or write the relation at the later document.",
    ],
  },
  "document-relation-unknown": {
    severity: "warning",
    vi: [
      "Chưa bài nào ghi văn bản {value} trong documents, nên chưa có trang để dẫn đến.",
      "Thêm văn bản ấy vào documents của bài này, hoặc kiểm tra lại số.",
    ],
    en: [
      "No article lists the document {value} in documents, so there is no page to lead to.",
      "Add it to the documents of this article, or check the number.",
    ],
  },
  "document-day-in-text": {
    severity: "warning",
    vi: [
      "Trong bài, văn bản {number} đề ngày {day}, còn ở đầu bài ghi {date}.",
      "Xem ngày nào đúng rồi sửa cho thống nhất.",
    ],
    en: [
      "The text dates the document {number} {day}, but the front matter says {date}.",
      "See which day is right and make them agree.",
    ],
  },
  "document-date-differs": {
    severity: "warning",
    vi: [
      "Ngày ban hành văn bản {number} ở đây là {date}, còn ở {other} là {otherDate}.",
      "Kiểm tra lại ngày ở hai bài. Trong một nhiệm kỳ, mỗi cơ quan chỉ có một văn bản mang số này; nếu là hai văn bản của hai cơ quan thì ghi issuer ở cả hai bài.",
    ],
    en: [
      "The document {number} is of {date} here and of {otherDate} in {other}.",
      "Check the date in both articles. In one term a number has one document of each issuer; if they are two documents of two issuers, state issuer in both articles.",
    ],
  },
} as const satisfies Record<string, Message>;
