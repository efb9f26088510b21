import type { Message } from "./message.ts";

/** Messages about keys and values. */
export const valuesMessages = {
  "missing-key": {
    severity: "error",
    vi: ["Thiếu “{key}” ở phần đầu bài.", "Thêm một dòng bắt đầu bằng {key}:"],
    en: ["“{key}” is missing from the front matter.", "Add a line that begins with {key}:"],
  },
  "missing-key-in": {
    severity: "error",
    vi: ["Mục “{parent}” này thiếu “{key}”.", "Thêm {key}: vào mục này.", "Viết {suggestion}"],
    en: ["This “{parent}” lacks “{key}”.", "Add {key}: to it.", "Write {suggestion}"],
  },
  "unknown-key": {
    severity: "error",
    vi: [
      "Không có khóa “{key}”.",
      "Các khóa dùng được ở đây: {known}.",
      "Có phải bạn muốn viết “{suggestion}”?",
    ],
    en: [
      "There is no key “{key}”.",
      "Keys that can stand here: {known}.",
      "Did you mean “{suggestion}”?",
    ],
  },
  "forbidden-key": {
    severity: "error",
    vi: [
      "Khóa “{key}” không được phép trong bài viết.",
      "Xóa dòng này; địa chỉ và mẫu trang do hệ thống quyết định.",
    ],
    en: [
      "The key “{key}” is not allowed in an article.",
      "Delete the line; addresses and layouts are decided by the system.",
    ],
  },
  "decimal-comma-split": {
    severity: "error",
    vi: [
      "Dấu phẩy thập phân đã tách con số làm đôi: phần “{key}” bị hiểu là một khóa.",
      "Dùng dấu chấm cho phần thập phân, ví dụ 98.2.",
    ],
    en: [
      "The decimal comma split the number: “{key}” is taken for a key.",
      "Use a point before decimals, for example 98.2.",
    ],
  },
  "list-split": {
    severity: "error",
    vi: [
      "Mỗi dòng của “{key}” đều có dấu gạch ngang, nên mỗi dòng bị coi là một mục riêng.",
      "Chỉ để dấu gạch ngang ở dòng đầu của mục; các dòng sau bỏ gạch và thụt vào hai dấu cách.",
    ],
    en: [
      "Every line of “{key}” has a hyphen, so each counts as an item of its own.",
      "Keep the hyphen on the first line of an item; drop it on the others and indent them by two spaces.",
    ],
  },
  "empty-value": {
    severity: "error",
    vi: [
      "“{key}” chưa có giá trị.",
      "Viết giá trị sau dấu hai chấm, hoặc xóa dòng này.",
      "Viết giá trị sau dấu hai chấm; không bỏ trống và không xóa “{suggestion}” được.",
    ],
    en: [
      "“{key}” has no value.",
      "Write a value behind the colon, or delete the line.",
      "Write a value behind the colon; “{suggestion}” can be neither empty nor deleted.",
    ],
  },
  "expected-text": {
    severity: "error",
    vi: [
      "“{key}” phải là một dòng chữ.",
      "Viết trên một dòng, cả dòng chữ trong ngoặc kép⟦; đoạn nhiều dòng thì viết {block}: | rồi thụt mỗi dòng vào hai dấu cách⟧.",
      "Dòng chữ có dấu hai chấm thì đặt trong ngoặc kép: {suggestion}",
    ],
    en: [
      "“{key}” must be text.",
      "Write it on one line, in quotation marks⟦; for a text of several lines write {block}: | and indent each by two spaces⟧.",
      "Put a text with a colon in quotation marks: {suggestion}",
    ],
  },
  "file-not-list": {
    severity: "error",
    vi: [
      "Tệp này phải là một danh sách.",
      "Bắt đầu mỗi mục bằng dấu gạch ngang và một dấu cách: - id: …",
    ],
    en: ["The file must be a list.", "Begin each item with a hyphen and a space: - id: …"],
  },
  "file-not-keys": {
    severity: "error",
    vi: [
      "Chỗ này phải là các dòng theo mẫu khóa: giá trị.",
      "Viết mỗi khóa trên một dòng, ví dụ title: Tên bài, không có dấu gạch ngang ở đầu dòng.",
    ],
    en: [
      "Here must be lines of the form key: value.",
      "Write each key on a line of its own, for example title: Name, without a hyphen before it.",
    ],
  },
  "expected-group": {
    severity: "error",
    vi: [
      "“{key}” phải là một nhóm gồm các khóa con, nhưng lại là “{value}”.",
      "Xuống dòng và viết mỗi khóa con trên một dòng, thụt vào hai dấu cách: {known}.",
      "Viết {suggestion}",
    ],
    en: [
      "“{key}” must be a group of keys, but is “{value}”.",
      "Write each of its keys on a line of its own, indented by two spaces: {known}.",
      "Write {suggestion}",
    ],
  },
  "bad-value": {
    severity: "error",
    vi: [
      "Giá trị “{value}” của “{key}” không hợp lệ.",
      "Xem mục “{key}” trong hướng dẫn viết bài.",
    ],
    en: ["The value “{value}” of “{key}” is not valid.", "See “{key}” in the writer's guide."],
  },
  "bad-date": {
    severity: "error",
    vi: [
      "“{value}” không phải là ngày viết theo mẫu.",
      "Viết năm-tháng-ngày như 2022-01-14, hoặc ngày/tháng/năm như 14/1/2022.",
      "Viết {suggestion}",
    ],
    en: [
      "“{value}” is not a date in one of the known forms.",
      "Write year-month-day as 2022-01-14, or day/month/year as 14/1/2022.",
      "Write {suggestion}",
    ],
  },
  "date-span": {
    severity: "error",
    vi: [
      "“{value}” là nhiều ngày, trong khi mỗi khóa chỉ ghi một ngày.",
      "Ở đây chỉ ghi một ngày. Sự kiện kéo dài nhiều ngày thì trong event ghi date: {from} (ngày đầu) và to: {to} (ngày cuối).",
      "Viết date: {from}; dòng dưới viết {suggestion}",
    ],
    en: [
      "“{value}” is several days, but a key takes one.",
      "Write one day here. For an event of several days, write in event date: {from} (the first) and to: {to} (the last).",
      "Write date: {from}; on the line below, {suggestion}",
    ],
  },
  "bad-partial-date": {
    severity: "error",
    vi: [
      "“{value}” không phải là năm, tháng hay ngày viết theo mẫu.",
      "Biết đến đâu ghi đến đấy: năm như 2010, năm-tháng như 2010-07, hoặc ngày như 1/7/2010.",
      "Viết {suggestion}",
    ],
    en: [
      "“{value}” is no year, month or day in one of the known forms.",
      "Write as much as is known: a year as 2010, year-month as 2010-07, or a day as 1/7/2010.",
      "Write {suggestion}",
    ],
  },
  "until-now": {
    severity: "error",
    vi: [
      "“{value}” không phải là một mốc thời gian.",
      "Xóa dòng {key}: không có {key} nghĩa là chưa kết thúc.",
    ],
    en: ["“{value}” is not a time.", "Delete the line {key}: what has none goes on."],
  },
  "short-year": {
    severity: "error",
    vi: ["Ngày “{value}” chỉ ghi hai chữ số của năm.", "Viết đủ bốn chữ số: {fixed}"],
    en: ["The date “{value}” has two digits of the year only.", "Write all four: {fixed}"],
  },
  "impossible-date": {
    severity: "error",
    vi: [
      "Không có ngày “{value}”.",
      "Kiểm tra lại ngày và tháng; viết ngày trước, tháng sau: 14/1/2022, hoặc 2022-01-14.",
    ],
    en: [
      "There is no such day as “{value}”.",
      "Check day and month; the day comes first: 14/1/2022, or 2022-01-14.",
    ],
  },
  "count-not-whole": {
    severity: "error",
    vi: [
      "“{key}” phải là số nguyên từ 1 trở lên, nhưng lại là “{value}”.",
      "Viết số nguyên bằng chữ số, ví dụ 11; số thập phân thì ghi ở figures.",
      "Chỉ viết {suggestion}",
    ],
    en: [
      "“{key}” must be a whole number of at least 1, but is “{value}”.",
      "Write a whole number in digits, for example 11; decimals belong in figures.",
      "Write {suggestion} only",
    ],
  },
  "bad-count": {
    severity: "error",
    vi: [
      "“{key}” phải là một số lượng, nhưng lại là “{value}”.",
      "Viết số nguyên như 11 hoặc 0, hoặc khoảng 30, 30-35⟦, {word}⟧.",
      "Chỉ viết {suggestion}",
    ],
    en: [
      "“{key}” must say how many, but is “{value}”.",
      "Write a whole number such as 11 or 0, or khoảng 30 (about 30), 30-35⟦, {word} (unknown)⟧.",
      "Write {suggestion} only",
    ],
  },
  "number-grouped": {
    severity: "error",
    vi: ["“{value}” có dấu chấm ngăn hàng nghìn, máy sẽ hiểu là số thập phân.", "Hãy viết {fixed}"],
    en: [
      "“{value}” has a point between thousands, which a computer takes for a decimal point.",
      "Write {fixed}",
    ],
  },
  "number-ambiguous": {
    severity: "error",
    vi: [
      "“{value}” có thể là hàng nghìn, cũng có thể là số thập phân.",
      "Hãy viết {whole} nếu là hàng nghìn; viết {fraction} nếu là số thập phân.",
    ],
    en: [
      "“{value}” may be thousands or a decimal fraction.",
      "Write {whole} if it is thousands; write {fraction} if it is a decimal fraction.",
    ],
  },
  "number-comma": {
    severity: "error",
    vi: ["“{value}” dùng dấu phẩy thập phân, máy sẽ hiểu là chữ.", "Hãy viết {fixed}"],
    en: ["“{value}” has a decimal comma, which a computer takes for text.", "Write {fixed}"],
  },
  "number-leading-zero": {
    severity: "error",
    vi: ["“{value}” có số 0 ở đầu, máy có thể hiểu thành số khác.", "Hãy viết {fixed}"],
    en: [
      "“{value}” begins with a zero, which a computer may read as another number.",
      "Write {fixed}",
    ],
  },
  "number-time": {
    severity: "error",
    vi: [
      "“{value}” là giờ phút, không phải con số.",
      "Viết một con số ở “{key}”; giờ giấc viết trong bài.",
    ],
    en: [
      "“{value}” is a time of day, not a number.",
      "Write a number for “{key}”; times belong in the text.",
    ],
  },
  "number-not": {
    severity: "error",
    vi: [
      "“{value}” của “{key}” không phải là con số.",
      'Chỉ viết con số, ví dụ 98.2; đơn vị tính viết ở unit, ví dụ unit: "%".',
      'Chỉ viết con số: {suggestion}⟦; đơn vị tính viết riêng, unit: "{measure}"⟧',
    ],
    en: [
      "“{value}” of “{key}” is not a number.",
      'Write the number only, for example 98.2; the unit of measure goes into unit: "%".',
      'Write the number only: {suggestion}⟦; its unit of measure apart, unit: "{measure}"⟧',
    ],
  },
  "bad-year": {
    severity: "error",
    vi: [
      "“{value}” không phải là một năm.",
      "Viết bốn chữ số, ví dụ 2021; kỳ dài hay ngắn hơn một năm thì ghi ở period.",
      "Viết {suggestion}",
    ],
    en: [
      "“{value}” is not a year.",
      "Write four digits, for example 2021; a longer or shorter time goes into period.",
      "Write {suggestion}",
    ],
  },
  "bad-range": {
    severity: "error",
    vi: [
      "“{value}” không phải là một khoảng: số trước phải nhỏ hơn số sau.",
      "Viết số nhỏ trước, số lớn sau, nối bằng gạch ngang, ví dụ 30-35.",
    ],
    en: [
      "“{value}” is no range: the first number must be smaller than the second.",
      "Write the smaller number, a hyphen and the larger one, for example 30-35.",
    ],
  },
  "bad-period": {
    severity: "error",
    vi: [
      "“{value}” không phải là một kỳ.",
      "Viết như 2022, quý I/2022, tháng 3/2022, 6 tháng đầu năm 2022 hoặc 2020-2025.",
      "Viết {suggestion}",
    ],
    en: [
      "“{value}” is not a period.",
      "Write it as 2022, quý I/2022, tháng 3/2022, 6 tháng đầu năm 2022 or 2020-2025.",
      "Write {suggestion}",
    ],
  },
  "bad-year-span": {
    severity: "error",
    vi: [
      "“{value}” không phải là năm hay khoảng năm.",
      "Viết 2021, hoặc 2017-2021 (năm trước nhỏ hơn năm sau).",
      "Viết {suggestion}",
    ],
    en: [
      "“{value}” is not a year or a span of years.",
      "Write 2021, or 2017-2021 (the earlier year first).",
      "Write {suggestion}",
    ],
  },
  "bad-yes-or-no": {
    severity: "error",
    vi: [
      "“{key}” chỉ nhận true (có) hoặc false (không), nhưng lại là “{value}”.",
      "Viết {key}: true hoặc {key}: false",
    ],
    en: ["“{key}” takes true or false, but is “{value}”.", "Write {key}: true or {key}: false"],
  },
  "bad-term": {
    severity: "error",
    vi: [
      "“{value}” không phải là khóa hay nhiệm kỳ.",
      "Viết số khóa bằng chữ số La Mã như XIX, hoặc các năm của nhiệm kỳ như 2025-2030.",
      "Chỉ viết {suggestion}",
    ],
    en: [
      "“{value}” is not a term.",
      "Write the term in Roman numerals as XIX, or its years as 2025-2030.",
      "Write only {suggestion}",
    ],
  },
  "bad-web-address": {
    severity: "error",
    vi: ["“{value}” không phải là địa chỉ trang web.", "Viết đầy đủ, bắt đầu bằng https://"],
    en: ["“{value}” is not a web address.", "Write it in full, beginning with https://"],
  },
  "unknown-value": {
    severity: "error",
    vi: [
      "“{key}” không nhận giá trị “{value}”.",
      "Chọn một trong: {allowed}.",
      "Có phải bạn muốn viết “{suggestion}”⟦, thêm {more}⟧? Các giá trị dùng được: {allowed}.",
    ],
    en: [
      "“{key}” does not take the value “{value}”.",
      "Choose one of: {allowed}.",
      "Did you mean “{suggestion}”⟦ and {more}⟧? Possible values: {allowed}.",
    ],
  },
  "unknown-unit": {
    severity: "error",
    vi: [
      "Không có đơn vị “{value}” trong units.yaml.",
      "Dùng id, tên hoặc tên gọi khác có trong units.yaml; nếu là đơn vị mới thì thêm vào tệp đó.",
      "Có phải bạn muốn viết “{suggestion}”?",
    ],
    en: [
      "There is no unit “{value}” in units.yaml.",
      "Use an id, name or alias from units.yaml; add the unit there if it is new.",
      "Did you mean “{suggestion}”?",
    ],
  },
  "units-joined": {
    severity: "error",
    vi: [
      "“{key}” chỉ ghi một đơn vị, nhưng “{value}” là tên của nhiều đơn vị.",
      "Chỉ ghi {fixed}⟦; đơn vị còn lại thêm vào mentions: {others}⟧⟦; mỗi đơn vị còn lại là một mục riêng của {list}⟧.",
    ],
    en: [
      "“{key}” takes one unit, but “{value}” names several.",
      "Write {fixed} only⟦; add the rest to mentions: {others}⟧⟦; each of the others is an item of its own in {list}⟧.",
    ],
  },
  "unit-with-body": {
    severity: "error",
    vi: [
      "“{value}” là cơ quan của một đơn vị, không phải tên đơn vị.",
      "Viết {key}: {unit}⟦; dòng dưới viết body: {body}⟧.",
    ],
    en: [
      "“{value}” is a body of a unit, not the unit.",
      "Write {key}: {unit}⟦; on the line below, body: {body}⟧.",
    ],
  },
  "bad-document-number": {
    severity: "error",
    vi: [
      "“{value}” không phải là số văn bản.",
      'Viết như "21-KL/TW" hoặc "30/2020/NĐ-CP"; văn bản không có số thì bỏ number và viết title.',
      "Viết {suggestion}⟦; phần còn lại viết riêng: {others}⟧",
    ],
    en: [
      "“{value}” is not the number of a document.",
      'Write it as "21-KL/TW" or "30/2020/NĐ-CP"; for a document without a number, leave number out and write title.',
      "Write {suggestion}⟦; the rest apart: {others}⟧",
    ],
  },
  "number-unquoted": {
    severity: "warning",
    vi: [
      "Số văn bản {value} chưa nằm trong ngoặc kép.",
      'Hãy viết "{value}", để phần mềm khác không hiểu thành con số hay ngày tháng.',
    ],
    en: [
      "The document number {value} is not quoted.",
      'Write "{value}", so that other programs do not take it for a number or a date.',
    ],
  },
  "document-empty": {
    severity: "error",
    vi: ["Văn bản này không có số và cũng không có tên.", 'Thêm number: "…" hoặc title: "…"'],
    en: ["This document has neither a number nor a title.", 'Add number: "…" or title: "…"'],
  },
  "correction-early": {
    severity: "warning",
    vi: [
      "Đính chính đề ngày {value}, trước ngày của bài ({date}).",
      "Ghi ở date của đính chính ngày sửa bài; không đổi ngày của bài.",
    ],
    en: [
      "The correction is dated {value}, before the article ({date}).",
      "Give the day of the correction in its date; leave that of the article.",
    ],
  },
  "lead-early": {
    severity: "error",
    vi: [
      "Bài đứng đầu trang chủ đến hết {value}, trước ngày của bài ({date}).",
      "Ghi ở lead_until ngày của bài hoặc một ngày sau đó; không giữ làm tin chính nữa thì xóa dòng này.",
    ],
    en: [
      "The article leads the home page until {value}, which is before its own day ({date}).",
      "Give in lead_until the day of the article or a later one; delete the line otherwise.",
    ],
  },
  "lead-long": {
    severity: "warning",
    vi: [
      "Bài đứng đầu trang chủ đến hết {value}: {days} ngày sau ngày của bài.",
      "Kiểm tra lại tháng và năm ở lead_until; tin mới trong thời gian đó không lên đầu trang được.",
    ],
    en: [
      "The article leads the home page until {value}, {days} days after its own day.",
      "Check month and year in lead_until; no other news leads the page meanwhile.",
    ],
  },
  "correction-same": {
    severity: "error",
    vi: [
      "Đính chính ghi chỗ sai và chỗ đúng giống hệt nhau: “{value}”.",
      "Ghi ở wrong chữ đã đăng, ở right chữ đã sửa.",
    ],
    en: [
      "The correction has the same text as wrong and as right: “{value}”.",
      "Write in wrong what was published, in right what it is now.",
    ],
  },
  "tag-with-comma": {
    severity: "error",
    vi: ["Chủ đề “{value}” có dấu phẩy.", "Viết từng chủ đề riêng: tags: [{value}]"],
    en: ["The tag “{value}” holds a comma.", "Write each tag apart: tags: [{value}]"],
  },
  "names-joined": {
    severity: "error",
    vi: [
      "“{key}” đang là một dòng chữ có dấu phẩy hay chấm phẩy, nên cả dòng bị coi là một mục.",
      'Viết {key}: [{fixed}]. Nếu đúng là một mục thì viết {key}: ["{value}"]',
      "Viết {suggestion}",
    ],
    en: [
      "“{key}” is one text with commas or semicolons, so all of it counts as one item.",
      'Write {key}: [{fixed}]. If it is one item, write {key}: ["{value}"]',
      "Write {suggestion}",
    ],
  },
  "list-as-text": {
    severity: "warning",
    vi: [
      "“{key}” đang là một đoạn chữ, nên cả danh sách trong đó chỉ được tính là một mục.",
      "Viết {key}: [{fixed}]",
    ],
    en: ["“{key}” is one text, so the list in it counts as one item.", "Write {key}: [{fixed}]"],
  },
  "empty-slug": {
    severity: "error",
    vi: [
      "Không tạo được địa chỉ từ “{value}” vì không có chữ cái Latinh hay chữ số.",
      "Đặt tên có chữ cái hoặc chữ số, ví dụ hoi-nghi-ban-chap-hanh.",
    ],
    en: [
      "No address can be made from “{value}”: it has no Latin letters or digits.",
      "Choose a name with letters or digits, for example hoi-nghi-ban-chap-hanh.",
    ],
  },
  "slug-too-long": {
    severity: "error",
    vi: [
      "“{value}” quá dài để làm địa chỉ trang: {size} ký tự, trong khi tối đa là {most}.",
      "Rút gọn còn vài từ chính.",
    ],
    en: [
      "“{value}” is too long for an address: {size} characters, where {most} are the most.",
      "Shorten it to a few words.",
    ],
  },
  "list-too-long": {
    severity: "error",
    vi: [
      "“{key}” có {size} mục, trong khi tối đa là {most}.",
      "Kiểm tra có dán nhầm không, rồi bớt đi. Danh sách trong một bài đúng là dài như thế thì chia thành nhiều bài, hoặc lập bảng trong nội dung bài.",
    ],
    en: [
      "“{key}” has {size} items, where {most} are the most.",
      "See whether something was pasted by mistake, and shorten it. If a list of an article is really that long, split the article, or make a table in its text.",
    ],
  },
  "text-too-long": {
    severity: "error",
    vi: [
      "“{key}” dài {size} ký tự, trong khi tối đa là {most}: “{value}…”.",
      "Rút gọn; phần còn lại viết vào nội dung bài.",
    ],
    en: [
      "“{key}” has {size} characters, where {most} are the most: “{value}…”.",
      "Shorten it; the rest belongs in the text of the article.",
    ],
  },
} as const satisfies Record<string, Message>;
