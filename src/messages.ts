/**
 * Every message the program has for an author, in Vietnamese and in English: what was found, what
 * to write instead, and, where there is a likely word, the hint that offers it. `{name}` is filled
 * in from the problem's args. A message is for somebody who writes articles, not for a programmer.
 */
type Words = readonly [message: string, hint: string, hintWithSuggestion?: string];
type Message = { readonly severity: "error" | "warning"; readonly vi: Words; readonly en: Words };

export type MessageCode = keyof typeof entries;

const entries = {
  // Files
  "missing-file": {
    severity: "error",
    vi: [
      "Thiếu tệp “{name}” trong thư mục nội dung.",
      "Tạo tệp “{name}” theo mẫu trong hướng dẫn viết bài.",
    ],
    en: [
      "The file “{name}” is missing from the content folder.",
      "Create “{name}” as the writer's guide shows.",
    ],
  },
  "unknown-file": {
    severity: "warning",
    vi: [
      "Tệp “{name}” không phải bài viết, ảnh hay tệp dữ liệu nên không được dùng.",
      "Bài viết có đuôi .md; ảnh có đuôi .jpg, .png, .webp hoặc .avif. Xóa tệp này nếu không cần.",
    ],
    en: [
      "“{name}” is not an article, a picture or a data file, so it is not used.",
      "Articles end in .md, pictures in .jpg, .png, .webp or .avif. Delete the file if it is not needed.",
    ],
  },
  "wrong-ending": {
    severity: "error",
    vi: [
      "Tệp “{name}” có đuôi chưa đúng nên không được đọc.",
      "Đổi tên thành {fixed}. Nếu Notepad tự thêm .txt thì khi lưu chọn kiểu tệp “All files”.",
    ],
    en: [
      "The file “{name}” has the wrong ending, so it is not read.",
      "Rename it to {fixed}. Where Notepad adds .txt, choose “All files” when you save.",
    ],
  },
  "symbolic-link": {
    severity: "error",
    vi: [
      "Đây chỉ là lối tắt (liên kết tượng trưng) trỏ đến nơi khác, không phải tệp thật.",
      "Chép chính tệp đó vào thư mục nội dung.",
    ],
    en: ["This is a symbolic link, not a file.", "Copy the file itself into the content folder."],
  },
  "file-too-large": {
    severity: "error",
    vi: [
      "Tệp văn bản nặng {size} kB, quá lớn đối với một bài viết.",
      "Chia thành nhiều bài, mỗi tệp dưới 1.000 kB.",
    ],
    en: [
      "The text file is {size} kB, too large for an article.",
      "Split it; each file must stay below 1,000 kB.",
    ],
  },
  "not-utf8": {
    severity: "error",
    vi: [
      "Tệp không được lưu bằng bảng mã UTF-8.",
      "Mở tệp, chọn “Lưu thành…” (Save as) và chọn bảng mã UTF-8. Nếu chữ hiện sai (phông .VnTime, VNI) thì chuyển sang Unicode bằng bộ gõ trước.",
    ],
    en: [
      "The file is not saved as UTF-8.",
      "Open it, choose “Save as…” and pick the encoding UTF-8. Text in an old font (.VnTime, VNI) must be converted to Unicode first.",
    ],
  },
  "not-nfc": {
    severity: "warning",
    vi: [
      "Tệp có chữ Việt ở dạng tổ hợp (dấu tách rời khỏi chữ). Trang web vẫn hiện đúng vì đã được ghép lại.",
      "Nên gõ bằng Unicode dựng sẵn; trong bộ gõ, chọn bảng mã “Unicode”, không chọn “Unicode tổ hợp”.",
    ],
    en: [
      "The file holds Vietnamese letters in decomposed form (marks apart from letters). The site composes them.",
      "Type precomposed Unicode (NFC); in the input method choose “Unicode”, not “Unicode tổ hợp”.",
    ],
  },
  "file-name-not-nfc": {
    severity: "warning",
    vi: [
      "Tên tệp hoặc thư mục “{name}” có dấu ở dạng tổ hợp.",
      "Đổi sang tên không dấu, ví dụ hoi-nghi-ban-chap-hanh.",
    ],
    en: [
      "The name “{name}” holds letters in decomposed form.",
      "Rename it without diacritics, for example hoi-nghi-ban-chap-hanh.",
    ],
  },
  "file-name-twice": {
    severity: "error",
    vi: [
      "Có hai tệp cùng tên “{name}” trong một thư mục, chỉ khác nhau ở cách mã hóa dấu.",
      "Đổi tên hoặc xóa một trong hai tệp.",
    ],
    en: [
      "Two files in one folder are called “{name}”; only the encoding of the marks differs.",
      "Rename or delete one of them.",
    ],
  },
  "invisible-character": {
    severity: "error",
    vi: [
      "Có ký tự vô hình {code} ở chỗ “{around}”, thường do dán từ Word, Zalo hoặc tệp PDF.",
      "Xóa chỗ đó và gõ lại: “{around}”.",
    ],
    en: [
      "There is an invisible character {code} at “{around}”, mostly pasted from Word, Zalo or a PDF.",
      "Delete the place and type it again: “{around}”.",
    ],
  },
  "control-character": {
    severity: "error",
    vi: [
      "Có ký tự lạ {code} không đọc được.",
      "Xóa ký tự này; nếu nó thay cho một chữ thì gõ lại chữ đó.",
    ],
    en: [
      "There is an unreadable character {code}.",
      "Delete it; where it stands for a letter, type the letter again.",
    ],
  },
  "wrong-d": {
    severity: "error",
    vi: [
      "“{value}” dùng chữ Ð của tiếng nước ngoài (U+00D0), trông giống nhưng không phải chữ Đ.",
      "Viết “{fixed}”.",
    ],
    en: [
      "“{value}” uses the foreign letter Ð (U+00D0), which only looks like Đ.",
      "Write “{fixed}”.",
    ],
  },
  "double-tone": {
    severity: "error",
    vi: ["Chữ “{value}” có hai dấu thanh.", "Gõ lại chữ này với một dấu thanh."],
    en: ["The syllable “{value}” has two tone marks.", "Type it again with one tone mark."],
  },

  // Front matter as a whole
  "empty-file": {
    severity: "error",
    vi: ["Tệp này trống.", "Viết bài theo mẫu trong hướng dẫn, hoặc xóa tệp."],
    en: [
      "This file is empty.",
      "Write an article as the writer's guide shows, or delete the file.",
    ],
  },
  "front-matter-late": {
    severity: "error",
    vi: [
      "Phần đầu bài bắt đầu ở dòng {line}, trong khi phải bắt đầu ngay từ dòng 1.",
      "Xóa mọi thứ phía trên dòng --- ấy, kể cả dòng trống.",
    ],
    en: [
      "The front matter begins on line {line}; it must begin on line 1.",
      "Delete everything above that line ---, blank lines too.",
    ],
  },
  "no-front-matter": {
    severity: "error",
    vi: [
      "Bài không bắt đầu bằng dòng ---.",
      "Dòng đầu tiên của tệp phải là ---, rồi đến title, date, author, unit, rồi một dòng --- nữa.",
    ],
    en: [
      "The article does not begin with a line ---.",
      "The first line must be ---, then title, date, author and unit, then another line ---.",
    ],
  },
  "front-matter-language": {
    severity: "error",
    vi: [
      "Dòng đầu là “{value}”, chỉ được phép là ---.",
      "Viết đúng ba dấu gạch ngang --- và không có gì khác trên dòng này.",
    ],
    en: [
      "The first line is “{value}”; only --- is allowed.",
      "Write exactly three hyphens --- and nothing else on this line.",
    ],
  },
  "front-matter-open": {
    severity: "error",
    vi: ["Phần đầu bài chưa được đóng lại.", "Thêm một dòng --- ở giữa phần đầu bài và nội dung."],
    en: [
      "The front matter is never closed.",
      "Add a line --- between the front matter and the text.",
    ],
  },
  "front-matter-close": {
    severity: "error",
    vi: ["Dòng đóng phần đầu bài là “{value}”.", "Dòng này chỉ gồm ba dấu gạch ngang: ---"],
    en: [
      "The line that closes the front matter is “{value}”.",
      "The line must be three hyphens only: ---",
    ],
  },

  // YAML
  "yaml-syntax": {
    severity: "error",
    vi: [
      "Không đọc được dòng “{line}”.",
      'Mỗi dòng viết theo mẫu khóa: "giá trị"; kiểm tra cả dòng ngay trên: dấu ngoặc kép, ngoặc vuông, khoảng trắng ở đầu dòng.',
    ],
    en: [
      "The line “{line}” cannot be read.",
      'Write each line as key: "value"; check the line above too: quotation marks, brackets, the spaces at the start.',
    ],
  },
  "yaml-quote-open": {
    severity: "error",
    vi: ["Dấu ngoặc mở ở {value} chưa được đóng lại.", "Viết {fixed}"],
    en: ["The quotation mark that opens {value} is never closed.", "Write {fixed}"],
  },
  "yaml-quote-inside": {
    severity: "error",
    vi: [
      "Bên trong {value} lại có dấu ngoặc cùng loại, nên giá trị bị cắt giữa chừng.",
      "Viết {fixed}",
    ],
    en: ["{value} holds the same mark inside, which ends the value too early.", "Write {fixed}"],
  },
  "yaml-no-space": {
    severity: "error",
    vi: [
      "Trong dòng “{line}”, ngay sau “{key}” phải là dấu hai chấm và một dấu cách thường, không phải dấu cách dán từ Word.",
      "Viết {key}: {value}",
    ],
    en: [
      "In “{line}”, a colon and an ordinary space must stand right behind “{key}”, not a space pasted from Word.",
      "Write {key}: {value}",
    ],
  },
  "yaml-indent": {
    severity: "error",
    vi: [
      "Dòng “{line}” không thẳng hàng với dòng cùng nhóm “{sibling}”.",
      "Để đúng {spaces} dấu cách trước tên khóa, cho thẳng với tên khóa ở dòng trên.",
    ],
    en: [
      "The line “{line}” is not aligned with “{sibling}” of the same group.",
      "Put {spaces} spaces before its key, so that it stands below the key above.",
    ],
  },
  "yaml-bracket-open": {
    severity: "error",
    vi: [
      "Dấu ngoặc {character} trong dòng “{line}” chưa được đóng lại.",
      "Thêm dấu {closing} ở cuối.",
    ],
    en: ["The bracket {character} in “{line}” is never closed.", "Add {closing} at the end."],
  },
  "curly-quotes": {
    severity: "warning",
    vi: [
      "Giá trị {value} nằm trong ngoặc kép cong, nên dấu ngoặc sẽ hiện cả trên trang.",
      "Viết {fixed}; nếu muốn hiện dấu ngoặc thì để nguyên.",
    ],
    en: [
      "The value {value} is in curly quotation marks, which will show on the page.",
      "Write {fixed}; if the marks are meant to be seen, leave them.",
    ],
  },
  "yaml-colon": {
    severity: "error",
    vi: [
      "Giá trị của “{key}” có dấu hai chấm mà không nằm trong ngoặc kép.",
      'Viết {key}: "{value}"',
    ],
    en: ["The value of “{key}” holds a colon but is not quoted.", 'Write {key}: "{value}"'],
  },
  "yaml-hash": {
    severity: "error",
    vi: [
      "Dấu # trong dòng “{line}” làm mất phần còn lại của dòng.",
      "Đặt phần chữ có dấu # trong ngoặc kép.",
    ],
    en: [
      "The # in “{line}” cuts off the rest of the line.",
      "Put the text with the # in quotation marks.",
    ],
  },
  "yaml-first-character": {
    severity: "error",
    vi: [
      "Giá trị của “{key}” bắt đầu bằng ký tự {character}, ký tự này có nghĩa riêng.",
      'Viết {key}: "{value}"',
    ],
    en: [
      "The value of “{key}” begins with {character}, which has a meaning of its own.",
      'Write {key}: "{value}"',
    ],
  },
  "yaml-tab": {
    severity: "error",
    vi: [
      "Đầu dòng này có phím Tab hoặc dấu cách lạ dán từ nơi khác sang.",
      "Xóa khoảng trống đầu dòng và gõ lại bằng dấu cách, hai dấu cho mỗi bậc.",
    ],
    en: [
      "This line begins with a tab or an odd space pasted from elsewhere.",
      "Delete the space at its start and type it again with spaces, two for each level.",
    ],
  },
  "yaml-duplicate-key": {
    severity: "error",
    vi: ["Khóa “{key}” xuất hiện hai lần.", "Chỉ giữ lại một dòng “{key}”."],
    en: ["The key “{key}” appears twice.", "Keep only one line “{key}”."],
  },
  "yaml-alias": {
    severity: "error",
    vi: [
      "“{text}”: dấu & và * ở đầu giá trị có nghĩa riêng trong YAML, không dùng ở đây.",
      "Viết đầy đủ giá trị; nếu đó là chữ thì đặt trong ngoặc kép.",
    ],
    en: [
      "“{text}” is a YAML anchor or alias, which is not used here.",
      "Write the value in full; if it is text, quote it.",
    ],
  },
  "yaml-escape": {
    severity: "error",
    vi: [
      "Trong ngoặc kép có “{value}”: dấu \\ ở đây có nghĩa riêng trong YAML.",
      "Nếu muốn hiện dấu \\ thì viết hai lần: \\\\. Nếu không thì xóa đi.",
    ],
    en: [
      "In the quotation marks stands “{value}”: there a \\ has a meaning of its own in YAML.",
      "To show a \\, write it twice: \\\\. Otherwise delete it.",
    ],
  },
  "yaml-tag": {
    severity: "error",
    vi: [
      "“{text}”: dấu ! ở đầu giá trị có nghĩa riêng trong YAML, không dùng ở đây.",
      "Xóa phần đó; nếu đó là chữ thì đặt cả giá trị trong ngoặc kép.",
    ],
    en: ["“{text}” is a YAML tag, which is not used here.", "Delete it; if it is text, quote it."],
  },
  "comment-cuts-text": {
    severity: "error",
    vi: [
      "Dấu # cắt mất phần sau: “{key}” chỉ còn “{read}”.",
      'Đặt trong ngoặc kép: "{whole}". Nếu là ghi chú thì viết trên một dòng riêng.',
    ],
    en: [
      "The # cuts the text: “{key}” is only “{read}”.",
      'Quote it: "{whole}". If it is a comment, put it on a line of its own.',
    ],
  },

  // Keys and values
  "missing-key": {
    severity: "error",
    vi: ["Thiếu “{key}” ở phần đầu bài.", "Thêm một dòng bắt đầu bằng {key}:"],
    en: ["“{key}” is missing from the front matter.", "Add a line that begins with {key}:"],
  },
  "missing-key-in": {
    severity: "error",
    vi: ["Mục “{parent}” này thiếu “{key}”.", "Thêm {key}: vào mục này."],
    en: ["This “{parent}” lacks “{key}”.", "Add {key}: to it."],
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
    vi: ["“{key}” chưa có giá trị.", "Viết giá trị sau dấu hai chấm, hoặc xóa dòng này."],
    en: ["“{key}” has no value.", "Write a value behind the colon, or delete the line."],
  },
  "expected-text": {
    severity: "error",
    vi: ["“{key}” phải là một dòng chữ.", 'Viết {key}: "…" trên một dòng.'],
    en: ["“{key}” must be text.", 'Write {key}: "…" on one line.'],
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
      "Chỉ viết con số: {suggestion}",
    ],
    en: [
      "“{key}” must be a whole number of at least 1, but is “{value}”.",
      "Write a whole number in digits, for example 11; decimals belong in figures.",
      "Write the number only: {suggestion}",
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
      "“{value}” có thể là {whole} hoặc là số thập phân.",
      "Hãy viết {whole} nếu dấu chấm ngăn hàng nghìn; viết {fraction} nếu là phần thập phân.",
    ],
    en: [
      "“{value}” may be {whole} or a decimal fraction.",
      "Write {whole} if the point groups thousands; write {fraction} if it stands before decimals.",
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
    ],
    en: [
      "“{value}” of “{key}” is not a number.",
      'Write the number only, for example 98.2; the unit of measure goes into unit: "%".',
    ],
  },
  "bad-year": {
    severity: "error",
    vi: ["“{value}” không phải là một năm.", "Viết bốn chữ số, ví dụ 2021."],
    en: ["“{value}” is not a year.", "Write four digits, for example 2021."],
  },
  "bad-year-span": {
    severity: "error",
    vi: [
      "“{value}” không phải là năm hay khoảng năm.",
      "Viết 2021, hoặc 2017-2021 (năm trước nhỏ hơn năm sau).",
    ],
    en: [
      "“{value}” is not a year or a span of years.",
      "Write 2021, or 2017-2021 (the earlier year first).",
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
    vi: ["“{value}” không phải là chữ số La Mã.", "Viết số khóa như XIX."],
    en: ["“{value}” is not a Roman numeral.", "Write the term as XIX."],
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
      "Có phải bạn muốn viết “{suggestion}”? Các giá trị dùng được: {allowed}.",
    ],
    en: [
      "“{key}” does not take the value “{value}”.",
      "Choose one of: {allowed}.",
      "Did you mean “{suggestion}”? Possible values: {allowed}.",
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
  "bad-document-number": {
    severity: "error",
    vi: [
      "“{value}” không phải là số văn bản.",
      'Viết như "21-KL/TW" hoặc "30/2020/NĐ-CP"; văn bản không có số thì bỏ number và viết title.',
    ],
    en: [
      "“{value}” is not the number of a document.",
      'Write it as "21-KL/TW" or "30/2020/NĐ-CP"; for a document without a number, leave number out and write title.',
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
  "tag-with-comma": {
    severity: "error",
    vi: ["Chủ đề “{value}” có dấu phẩy.", "Viết từng chủ đề riêng: tags: [{value}]"],
    en: ["The tag “{value}” holds a comma.", "Write each tag apart: tags: [{value}]"],
  },
  "names-joined": {
    severity: "error",
    vi: [
      "“{key}” đang là một dòng chữ có dấu phẩy hay chấm phẩy, nên cả dòng bị coi là một tên.",
      'Viết {key}: [{fixed}]. Nếu đúng là một tên thì viết {key}: ["{value}"]',
    ],
    en: [
      "“{key}” is one text with commas or semicolons, so all of it counts as one name.",
      'Write {key}: [{fixed}]. If it is one name, write {key}: ["{value}"]',
    ],
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
      "“{value}” quá dài để làm địa chỉ trang: {size} chữ, trong khi tối đa là {most}.",
      "Rút gọn còn vài từ chính.",
    ],
    en: [
      "“{value}” is too long for an address: {size} letters, where {most} are the most.",
      "Shorten it to a few words.",
    ],
  },

  // Awards
  "award-no-count": {
    severity: "error",
    vi: [
      "Mục khen thưởng này không có số lượng.",
      "Thêm count: với số lượng, hoặc recipients: với tên người, tổ chức được khen.",
    ],
    en: ["This award has no count.", "Add count: with how many, or recipients: with the names."],
  },
  "award-count-differs": {
    severity: "error",
    vi: [
      "count là {count} nhưng recipients có {names} tên.",
      "Sửa count, hoặc ghi mỗi tên thành một mục: recipients: [tên thứ nhất, tên thứ hai]",
    ],
    en: [
      "count is {count}, but recipients names {names}.",
      "Correct count, or write each name as an item: recipients: [first, second]",
    ],
  },
  "recipient-twice": {
    severity: "error",
    vi: [
      "Tên “{value}” đứng hai lần trong recipients, nên bị đếm hai lần.",
      "Xóa một tên; nếu là hai người trùng tên, thêm chữ để phân biệt, ví dụ đơn vị.",
    ],
    en: [
      "The name “{value}” stands twice in recipients, so it is counted twice.",
      "Delete one; if two people share the name, add a word to tell them apart, such as the unit.",
    ],
  },
  "award-badge-step": {
    severity: "warning",
    vi: ["Không có Huy hiệu {value} năm tuổi Đảng theo {norm}.", "Các mốc: {allowed}."],
    en: ["There is no badge for {value} years of membership by {norm}.", "Steps: {allowed}."],
  },
  "award-wrong-level": {
    severity: "warning",
    vi: [
      "Theo {norm}, {kind} không tặng “{form}”.",
      "Kiểm tra lại form và by. Cấp này tặng: {allowed}.",
    ],
    en: [
      "By {norm}, a {kind} does not give “{form}”.",
      "Check form and by. This level gives: {allowed}.",
    ],
  },
  "award-decision-differs": {
    severity: "warning",
    vi: [
      "Quyết định {number} được ghi ở {other} với số lượng khác ({count} và {otherCount}).",
      "Kiểm tra lại số lượng ở hai bài; sổ khen thưởng dùng số của bài mới hơn.",
    ],
    en: [
      "Decision {number} stands in {other} with another count ({count} and {otherCount}).",
      "Check both articles; the register uses the newer one.",
    ],
  },
  "award-withdrawal-unknown": {
    severity: "warning",
    vi: [
      "Mục thu hồi này không khớp với lần khen thưởng nào đã đưa, nên số đã khen không giảm.",
      "Ghi form, by, to và số quyết định (decision) đúng như ở bài đã đưa tin khen thưởng.",
    ],
    en: [
      "This withdrawal matches no award told before, so what counts as given is not reduced.",
      "Write form, by, to and the number of the decision just as in the article on the award.",
    ],
  },
  "award-withdrawal-again": {
    severity: "warning",
    vi: [
      "Quyết định này đã có {other} đưa tin thu hồi {left}; mục này đang trừ thêm {count}.",
      "Nếu là cùng một lần thu hồi thì chỉ ghi ở một bài, hoặc ghi tên ở recipients của cả hai bài.",
    ],
    en: [
      "{other} tells of {left} withdrawn by this decision; this line takes off {count} more.",
      "If it is one withdrawal, keep it in one article, or name the recipients in both.",
    ],
  },
  "award-same-decision": {
    severity: "warning",
    vi: [
      "{other} cũng ghi quyết định {number} với cùng hình thức, cùng số lượng, nhưng cho “{to}”. Cả hai mục đều đang được cộng.",
      "Nếu là một lần khen thưởng, ghi to giống nhau ở hai bài.",
    ],
    en: [
      "{other} has decision {number} too, with the same form and count but for “{to}”. Both are counted.",
      "If it is one award, write the same to in both articles.",
    ],
  },
  "award-withdrawal-too-large": {
    severity: "warning",
    vi: [
      "Thu hồi {count} nhưng theo {other} chỉ còn {left}.",
      "Kiểm tra lại count ở hai bài; sổ khen thưởng chỉ trừ {left}.",
    ],
    en: [
      "{count} are withdrawn, but by {other} only {left} are left.",
      "Check count in both articles; the register takes off {left} only.",
    ],
  },
  "award-look-alike": {
    severity: "warning",
    vi: [
      "Mục khen thưởng này giống một mục ở {other} và đang được tính hai lần.",
      "Nếu là một lần khen thưởng, ghi cùng số quyết định (decision) ở cả hai bài, hoặc chỉ ghi ở một bài.",
    ],
    en: [
      "This award looks like one in {other}, and both are counted.",
      "If it is one award, write the same decision in both articles, or keep it in one of them.",
    ],
  },

  // Body
  "body-too-large": {
    severity: "error",
    vi: [
      "Nội dung sau khi chuyển thành trang web quá lớn.",
      "Chia thành nhiều bài và bỏ các liên kết lặp lại.",
    ],
    en: ["The body becomes too large as a page.", "Split the article and drop repeated links."],
  },
  "empty-body": {
    severity: "warning",
    vi: [
      "Bài chưa có nội dung sau phần đầu bài.",
      "Viết nội dung bên dưới dòng --- thứ hai, hoặc để draft: true cho đến khi viết xong.",
    ],
    en: [
      "The article has no text below its front matter.",
      "Write it below the second line ---, or set draft: true until it is written.",
    ],
  },
  "indented-text": {
    severity: "warning",
    vi: [
      "Đoạn “{text}” bắt đầu bằng phím Tab hoặc bốn dấu cách, nên sẽ hiện trong khung như mã máy tính.",
      "Xóa khoảng trống ở đầu dòng.",
    ],
    en: [
      "The paragraph “{text}” begins with a tab or four spaces, so it will show in a box like computer code.",
      "Delete the space at the start of the line.",
    ],
  },
  "underlined-heading": {
    severity: "warning",
    vi: [
      "Dòng {mark} ngay dưới “{text}” biến cả đoạn ấy thành đề mục.",
      "Nếu muốn kẻ ngang, chừa một dòng trống phía trên. Nếu đúng là đề mục, viết ## ở đầu dòng.",
    ],
    en: [
      "The line {mark} right below “{text}” makes all of it a heading.",
      "For a rule, leave a blank line above it. For a heading, begin the line with ##.",
    ],
  },
  "table-with-tabs": {
    severity: "warning",
    vi: [
      "Dòng “{text}” có phím Tab ở giữa, có lẽ là bảng dán từ Word; các cột sẽ dính vào nhau.",
      "Viết bảng bằng dấu |, như ở mục bảng trong hướng dẫn viết bài.",
    ],
    en: [
      "The line “{text}” holds tabs, perhaps from a table in Word; its columns will run together.",
      "Write the table with |, as the writer's guide shows.",
    ],
  },
  "table-without-rule": {
    severity: "warning",
    vi: [
      "Bảng bắt đầu bằng “{text}” thiếu dòng kẻ dưới hàng đầu, nên không thành bảng.",
      "Thêm dòng |---|---| ngay dưới hàng đầu, mỗi cột một ---, và một dòng trống phía trên bảng.",
    ],
    en: [
      "The table that begins with “{text}” lacks the line below its first row, so it is no table.",
      "Add |---|---| right below the first row, one --- a column, and a blank line above the table.",
    ],
  },
  "typed-bullet": {
    severity: "warning",
    vi: [
      "Dòng “{text}” dùng dấu đầu dòng của Word, nên không thành danh sách mà dính vào đoạn.",
      "Thay bằng dấu gạch ngang và một dấu cách: - …; chừa một dòng trống phía trên danh sách.",
    ],
    en: [
      "The line “{text}” has a bullet of Word's, so it makes no list and runs into the paragraph.",
      "Write a hyphen and a space instead: - …; leave a blank line above the list.",
    ],
  },
  "heading-without-space": {
    severity: "warning",
    vi: [
      "Dòng “{text}” thiếu dấu cách sau dấu #, nên không thành đề mục.",
      "Thêm một dấu cách sau các dấu #. Nếu không phải đề mục, viết \\# ở đầu dòng.",
    ],
    en: [
      "The line “{text}” has no space behind its #, so it is no heading.",
      "Add a space behind the #. If it is no heading, begin the line with \\#.",
    ],
  },
  "stars-left": {
    severity: "warning",
    vi: [
      "Dấu ** ở “{text}” không thành chữ đậm, sẽ hiện nguyên trên trang.",
      "Viết dấu ** sát vào chữ, đủ cả hai đầu: **chữ đậm**",
    ],
    en: [
      "The ** at “{text}” makes nothing bold and will show on the page.",
      "Write ** close to the words, on both sides: **bold**",
    ],
  },
  "raw-html": {
    severity: "warning",
    vi: [
      "Có thẻ HTML “{value}”, sẽ hiện ra như chữ thường.",
      "Dùng cách viết Markdown; nếu muốn hiện dấu < thì viết \\<.",
    ],
    en: [
      "There is an HTML tag “{value}”; it will be shown as text.",
      "Use Markdown; to show the character itself, write \\<.",
    ],
  },
  "heading-one": {
    severity: "warning",
    vi: ["Đề mục “{title}” dùng một dấu #, là cỡ của tiêu đề bài.", "Dùng hai dấu: ## {title}"],
    en: [
      "The heading “{title}” uses one #, the size of the article's title.",
      "Use two: ## {title}",
    ],
  },
  "alt-missing": {
    severity: "error",
    vi: [
      "Ảnh “{value}” chưa có lời tả cho người không nhìn được ảnh.",
      "Viết lời tả trong ngoặc vuông: ![Quang cảnh hội trường]({value})",
    ],
    en: [
      "The picture “{value}” has no text for readers who cannot see it.",
      "Describe it in the square brackets: ![The hall]({value})",
    ],
  },
  "alt-is-caption": {
    severity: "warning",
    vi: [
      "Lời tả ảnh “{value}” chỉ nhắc lại chú thích, nên người không nhìn được ảnh không biết thêm điều gì.",
      "Tả điều mắt thấy trong ảnh: có ai, có gì, đang làm gì. Chú thích giữ nguyên.",
    ],
    en: [
      "The description “{value}” only says the caption again, which tells nothing to readers who cannot see the picture.",
      "Describe what is to be seen: who, what, doing what. Leave the caption as it is.",
    ],
  },
  "picture-on-disk": {
    severity: "error",
    vi: [
      "Ảnh “{value}” được ghi bằng đường dẫn trên máy của bạn, nơi khác không mở được.",
      "Chép tệp ảnh vào thư mục của bài rồi chỉ viết tên tệp: {fixed}",
    ],
    en: [
      "The picture “{value}” is named by its place on your computer, which nobody else can open.",
      "Copy the file into the article's folder and write its name only: {fixed}",
    ],
  },
  "picture-missing": {
    severity: "error",
    vi: [
      "Không tìm thấy ảnh “{value}”.",
      "Đặt tệp ảnh cạnh bài viết và viết đúng tên, kể cả đuôi .jpg hay .png.",
      "Có phải bạn muốn viết “{suggestion}”? Chữ hoa, chữ thường và đuôi tệp phải đúng như tên tệp.",
    ],
    en: [
      "There is no picture “{value}”.",
      "Put the file beside the article and write its name exactly, .jpg or .png included.",
      "Did you mean “{suggestion}”? Case and ending must be those of the file.",
    ],
  },
  "picture-outside": {
    severity: "error",
    vi: [
      "Ảnh “{value}” nằm ngoài thư mục nội dung.",
      "Tải ảnh về, đặt cạnh bài viết và chỉ viết tên tệp.",
    ],
    en: [
      "The picture “{value}” is outside the content folder.",
      "Save it beside the article and write its file name only.",
    ],
  },
  "picture-broken": {
    severity: "error",
    vi: [
      "Không đọc được ảnh “{value}”: tệp hỏng hoặc không phải là ảnh.",
      "Mở lại ảnh gốc và lưu lại dưới dạng .jpg hoặc .png.",
    ],
    en: [
      "The picture “{value}” cannot be read: it is damaged or not a picture.",
      "Open the original and save it again as .jpg or .png.",
    ],
  },
  "picture-too-large": {
    severity: "error",
    vi: [
      "Ảnh “{value}” có {size} triệu điểm ảnh, quá mức 50 triệu.",
      "Thu nhỏ ảnh, chiều rộng 2.000 điểm ảnh là đủ.",
    ],
    en: [
      "The picture “{value}” has {size} million pixels, above the limit of 50 million.",
      "Make it smaller; a width of 2,000 pixels is enough.",
    ],
  },
  "picture-animated": {
    severity: "error",
    vi: ["Ảnh “{value}” là ảnh động.", "Dùng một ảnh tĩnh."],
    en: ["The picture “{value}” is animated.", "Use a still picture."],
  },
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
  "footnote-missing": {
    severity: "error",
    vi: [
      "Chú thích {value} chưa có nội dung.",
      "Thêm nội dung vào một đoạn riêng, thường ở cuối bài: {value}: Nội dung chú thích. Trong ngoặc vuông không để dấu cách.",
    ],
    en: [
      "The note {value} has no text.",
      "Add it as a paragraph of its own, mostly at the end: {value}: The text of the note. No spaces inside the brackets.",
    ],
  },
  "footnote-twice": {
    severity: "error",
    vi: [
      "Có hai nội dung cho cùng chú thích {value}, nên chỉ một nội dung được hiện.",
      "Đặt cho mỗi chú thích một số riêng.",
    ],
    en: [
      "The note {value} is there twice, so only one of the two would show.",
      "Give each note a number of its own.",
    ],
  },
  "footnote-unused": {
    severity: "warning",
    vi: [
      "Trong bài không có chỗ nào dẫn tới chú thích {value}, nên chú thích này không được hiện.",
      "Viết {value} ngay sau chữ cần chú thích, hoặc xóa chú thích này.",
    ],
    en: [
      "Nothing in the text refers to the note {value}, so it is not shown.",
      "Write {value} right after the words it belongs to, or delete the note.",
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

  // The site as a whole
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
  "unit-not-valid": {
    severity: "warning",
    vi: [
      "Vào ngày đăng bài, đơn vị “{value}” không hoạt động ({from} – {to}).",
      "Kiểm tra lại unit và date; đơn vị kế tục: {successors}.",
    ],
    en: [
      "On the article's date the unit “{value}” did not exist ({from} – {to}).",
      "Check unit and date; successors: {successors}.",
    ],
  },
  "bad-unit-id": {
    severity: "error",
    vi: [
      "Mã đơn vị “{value}” có ký tự không dùng được trong địa chỉ.",
      "Viết chữ thường không dấu, nối bằng gạch ngang: {fixed}",
    ],
    en: [
      "The unit id “{value}” holds characters that cannot stand in an address.",
      "Write lower-case ASCII with hyphens: {fixed}",
    ],
  },
  "unit-id-twice": {
    severity: "error",
    vi: ["Mã đơn vị “{value}” xuất hiện hai lần.", "Mỗi đơn vị có một id riêng."],
    en: ["The unit id “{value}” appears twice.", "Give each unit an id of its own."],
  },
  "unit-name-twice": {
    severity: "warning",
    vi: [
      "Tên “{value}” cũng là tên của đơn vị “{other}”.",
      "Trong bài viết, gọi hai đơn vị này bằng id.",
    ],
    en: [
      "The name “{value}” also belongs to the unit “{other}”.",
      "Call the two by their ids in articles.",
    ],
  },
  "unit-circle": {
    severity: "error",
    vi: [
      "Theo các dòng parent, đơn vị “{value}” là cấp trên của chính nó.",
      "Sửa lại parent để cây đơn vị không thành vòng.",
    ],
    en: [
      "The unit “{value}” stands below itself.",
      "Correct parent so that the tree has no circle.",
    ],
  },
} as const satisfies Record<string, Message>;

export const messages: Readonly<Record<MessageCode, Message>> = entries;
