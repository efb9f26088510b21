import type { Message } from "./message.ts";

/** Messages about the text of an article. */
export const bodyMessages = {
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
      "Viết nội dung bên dưới dòng --- thứ hai. Cho đến khi viết xong, bài cần có dòng draft: true.",
    ],
    en: [
      "The article has no text below its front matter.",
      "Write it below the second line ---. Until it is written, the article needs draft: true.",
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
      "Viết dấu ** sát vào chữ, đủ cả hai đầu: **chữ đậm**. Nếu ngay trong ** là dấu câu mà ngay ngoài là chữ thì đưa dấu câu ra ngoài hoặc thêm dấu cách: **Kết luận**: Đồng chí…",
    ],
    en: [
      "The ** at “{text}” makes nothing bold and will show on the page.",
      "Write ** close to the words, on both sides: **bold**. Where a sign is right inside the ** and a letter right outside, put the sign outside or add a space: **Conclusion**: The comrade…",
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
  "too-many-links": {
    severity: "error",
    vi: [
      "Bài có {size} liên kết, trong khi tối đa là {most}.",
      "Bỏ các liên kết lặp lại, hoặc chia thành nhiều bài.",
    ],
    en: [
      "The article has {size} links, where {most} are the most.",
      "Drop those that recur, or split the article.",
    ],
  },
  "too-many-pictures": {
    severity: "error",
    vi: [
      "Bài có {size} ảnh, trong khi tối đa là {most}.",
      "Chọn những ảnh nói được nhiều nhất, hoặc chia thành nhiều bài.",
    ],
    en: [
      "The article has {size} pictures, where {most} are the most.",
      "Choose those that tell most, or split the article.",
    ],
  },
  "too-many-headings": {
    severity: "error",
    vi: [
      "Bài có {size} đề mục, trong khi tối đa là {most}.",
      "Chia thành nhiều bài. Nếu các dòng này không phải là đề mục thì xóa dấu # ở đầu dòng.",
    ],
    en: [
      "The article has {size} headings, where {most} are the most.",
      "Split the article. If these lines are no headings, delete the # before them.",
    ],
  },
  "too-many-notes": {
    severity: "error",
    vi: [
      "Bài có {size} chú thích, trong khi tối đa là {most}.",
      "Chia thành nhiều bài, hoặc gộp các chú thích giống nhau.",
    ],
    en: [
      "The article has {size} notes, where {most} are the most.",
      "Split the article, or join notes that say the same.",
    ],
  },
  "too-many-tables": {
    severity: "error",
    vi: [
      "Bài có {size} bảng, trong khi tối đa là {most}.",
      "Gộp các bảng giống nhau, hoặc chia thành nhiều bài.",
    ],
    en: [
      "The article has {size} tables, where {most} are the most.",
      "Join tables of one kind, or split the article.",
    ],
  },
} as const satisfies Record<string, Message>;
