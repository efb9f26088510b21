import type { Message } from "./message.ts";

/** Messages about events and the people in them. */
export const peopleMessages = {
  "ends-before-start": {
    severity: "error",
    vi: [
      "Ngày cuối {to} lại trước ngày đầu⟦ {from}⟧⟦ (chưa ghi nên tính theo ngày của bài: {suggestion})⟧.",
      "Kiểm tra lại hai mốc thời gian; mốc nào chưa biết thì xóa cả dòng.",
      "Ghi ngày đầu của sự kiện ở date, hoặc sửa lại to.",
    ],
    en: [
      "The end {to} is before the beginning⟦ {from}⟧⟦ (none is given, so it is the article's day: {suggestion})⟧.",
      "Check both; delete the line of one that is not known.",
      "Give the first day of the event in date, or correct to.",
    ],
  },
  "event-too-long": {
    severity: "warning",
    vi: ["Sự kiện kéo dài từ {from} đến {to}, hơn một năm.", "Kiểm tra lại năm ở date và to."],
    en: [
      "The event lasts from {from} to {to}, more than a year.",
      "Check the years of date and to.",
    ],
  },
  "event-term-differs": {
    severity: "warning",
    vi: [
      "Bài này ghi nhiệm kỳ của {body} là {value}, còn ở {other} ghi {otherValue}, nên trang đang coi là hai khóa khác nhau.",
      "Nếu là một nhiệm kỳ thì ghi term giống nhau ở mọi bài.",
    ],
    en: [
      "This article gives {body} the term {value}, but {other} gives {otherValue}, so the site takes them for two.",
      "If they are one term, write term in one way in all articles.",
    ],
  },
  "event-date-differs": {
    severity: "warning",
    vi: [
      "Bài này ghi sự kiện diễn ra ngày {value}, còn ở {other} ghi ngày {otherValue}.",
      "Hai bài cùng nói về một sự kiện: sửa ngày sai; nếu là hai sự kiện thì sửa ordinal. Trang đang hiện ngày {value}.",
    ],
    en: [
      "This article dates the event {value}, but {other} dates it {otherValue}.",
      "Both tell of one event: correct the wrong day, or the ordinal if they are two. The site shows {value}.",
    ],
  },
  "event-place-differs": {
    severity: "warning",
    vi: [
      "Bài này ghi sự kiện tổ chức ở “{value}”, còn ở {other} ghi “{otherValue}”.",
      "Hai bài cùng nói về một sự kiện: xem nơi nào đúng rồi ghi thống nhất.",
    ],
    en: [
      "This article says that the event was held at “{value}”, but {other} says “{otherValue}”.",
      "Both tell of one event: find out which place is right and write it in both.",
    ],
  },
  "person-no-name": {
    severity: "error",
    vi: [
      "Mục này trong people chưa ghi là ai.",
      "Ghi name: họ tên, hoặc id: mã trong people.yaml.",
    ],
    en: [
      "This entry of people does not say who it is.",
      "Write name, or id with an id of people.yaml.",
    ],
  },
  "unknown-person": {
    severity: "error",
    vi: [
      "Không có cán bộ nào có mã “{value}” trong people.yaml.",
      "Ghi mã có trong people.yaml, hoặc ghi họ tên thay cho mã.",
      "Có phải bạn muốn viết “{suggestion}”?",
    ],
    en: [
      "There is no office holder with the id “{value}” in people.yaml.",
      "Use an id of people.yaml, or write the name instead.",
      "Did you mean “{suggestion}”?",
    ],
  },
  "person-id-name": {
    severity: "error",
    vi: [
      "Mã “{id}” là của cán bộ “{name}” trong people.yaml, còn name lại ghi “{value}”.",
      "Nếu nói đến “{name}” thì sửa hoặc bỏ name. Nếu là người khác thì sửa hoặc bỏ id. Nếu đó là tên gọi khác của cùng một người thì ghi thêm vào aliases của người ấy trong people.yaml.",
    ],
    en: [
      "The id “{id}” is that of the office holder “{name}” in people.yaml, but name says “{value}”.",
      "If “{name}” is meant, correct name or leave it out. If somebody else is, correct id or leave it out. If both are names of one person, add the other to aliases in people.yaml.",
    ],
  },
  "person-ambiguous": {
    severity: "error",
    vi: [
      "Có nhiều cán bộ tên “{value}” trong people.yaml.",
      "Ghi thêm id để biết là ai, chọn một trong: {ids}.",
      "Ghi mã của người ấy thay cho tên, chọn một trong: {suggestion}.",
    ],
    en: [
      "There are several office holders called “{value}” in people.yaml.",
      "Add id to say who is meant; choose one of: {ids}.",
      "Write the id of the one who is meant in place of the name; choose one of: {suggestion}.",
    ],
  },
  "name-with-title": {
    severity: "warning",
    vi: [
      "Ngoài họ tên, “{value}” còn có “{more}”.",
      "Chỉ viết họ tên: {fixed}⟦; chức vụ ghi ở post: {post}⟧.",
    ],
    en: [
      "Besides the name, “{value}” has “{more}”.",
      "Write the name alone: {fixed}⟦; the office goes into post: {post}⟧.",
    ],
  },
  "two-names": {
    severity: "warning",
    vi: [
      "“{value}” có lẽ là tên của nhiều người, nhưng đang được tính là một người.",
      "Ghi mỗi người thành một mục riêng: “{fixed}”.",
      "Viết {suggestion}",
    ],
    en: [
      "“{value}” seems to name several people, but counts as one.",
      "Make an item of each: “{fixed}”.",
      "Write {suggestion}",
    ],
  },
  "person-look-alike": {
    severity: "warning",
    vi: [
      "Tên “{value}” gần giống cán bộ “{other}” trong people.yaml.",
      "Nếu là một người thì viết “{other}”. Nếu là hai người thì để nguyên.",
    ],
    en: [
      "The name “{value}” is almost that of the office holder “{other}” in people.yaml.",
      "If they are one person, write “{other}”. If they are two, leave it as it is.",
    ],
  },
  "person-post-differs": {
    severity: "warning",
    vi: [
      "Bài ghi chức vụ “{value}”, còn theo people.yaml thì ngày {day} đồng chí {name} giữ chức vụ: {held}.",
      "Sửa chức vụ trong bài, hoặc bổ sung people.yaml. Nếu là người khác trùng tên thì thêm người ấy vào people.yaml rồi ghi id.",
    ],
    en: [
      "The article says “{value}”, but by people.yaml the posts of {name} on {day} were: {held}.",
      "Correct the post in the article, or add to people.yaml. If it is another person of that name, add that person to people.yaml and write id.",
    ],
  },
  "bad-person-id": {
    severity: "error",
    vi: [
      "Mã cán bộ “{value}” có ký tự không dùng được trong địa chỉ.",
      "Viết chữ thường không dấu, nối bằng gạch ngang: {fixed}",
    ],
    en: [
      "The id “{value}” of an office holder has characters that an address cannot have.",
      "Write lower-case ASCII with hyphens: {fixed}",
    ],
  },
  "person-id-twice": {
    severity: "error",
    vi: ["Mã “{value}” đã dùng cho một cán bộ ở trên.", "Mỗi cán bộ cần một id riêng."],
    en: ["The id “{value}” of an office holder appears twice.", "Give each an id of its own."],
  },
  "person-alias-taken": {
    severity: "warning",
    vi: [
      "“{value}” là tên gọi khác của cán bộ {id}, nhưng cũng là tên của cán bộ {other}.",
      "Nếu là một người thì gộp hai mục. Nếu là hai người thì xóa tên gọi khác này, hoặc trong bài ghi thêm id.",
    ],
    en: [
      "“{value}” is another name of the office holder {id}, but also the name of {other}.",
      "Make one entry of the two if they are one person. If not, delete this alias, or write id in articles.",
    ],
  },
  "person-no-post": {
    severity: "error",
    vi: [
      "“{value}” trong people.yaml chưa có chức vụ nào.",
      "Danh sách này chỉ dành cho người giữ chức vụ: ghi posts, hoặc xóa mục này.",
    ],
    en: [
      "“{value}” in people.yaml has no post.",
      "The list is for office holders only: write posts, or delete the entry.",
    ],
  },
} as const satisfies Record<string, Message>;
