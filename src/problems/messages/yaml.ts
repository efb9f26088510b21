import type { Message } from "./message.ts";

/** Messages about how the front matter is written. */
export const yamlMessages = {
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
  "text-without-bar": {
    severity: "error",
    vi: [
      "“{key}” là đoạn chữ nhiều dòng nhưng chưa viết đúng cách, nên không giữ được các dòng.",
      "Viết {key}: | rồi xuống dòng viết đoạn chữ, mỗi dòng thụt vào hai dấu cách.",
    ],
    en: [
      "“{key}” is a text of several lines that is not written as one, so its lines are lost.",
      "Write {key}: | and then the text on the lines below, each indented by two spaces.",
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
    vi: [
      "Khóa “{key}” xuất hiện hai lần.",
      "Chỉ giữ lại một dòng “{key}”; dòng kia còn mục cần dùng thì chép sang trước khi xóa.",
    ],
    en: [
      "The key “{key}” appears twice.",
      "Keep only one line “{key}”; copy what is needed of the other into it, then delete that one.",
    ],
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
  "yaml-too-deep": {
    severity: "error",
    vi: [
      "Ở đây có quá nhiều dấu ngoặc hay dấu gạch đầu dòng lồng vào nhau.",
      "Xóa các dấu [ { - thừa; không khóa nào cần quá bốn bậc.",
    ],
    en: [
      "Too many brackets or hyphens are within each other here.",
      "Delete the superfluous [ { -; no key needs more than four levels.",
    ],
  },
  "too-many-keys": {
    severity: "error",
    vi: [
      "Nhóm này có {size} khóa, trong khi tối đa là {most}, nên cả nhóm không được đọc.",
      "Xóa các dòng thừa. Văn bản dài thì viết bên dưới dòng --- thứ hai.",
    ],
    en: [
      "This group has {size} keys, where {most} are the most, so none of it is read.",
      "Delete the superfluous lines. Long text belongs below the second line ---.",
    ],
  },
} as const satisfies Record<string, Message>;
