import type { Message } from "./message.ts";

/** Messages about files and folders. */
export const filesMessages = {
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
      "Bài viết có đuôi .md; ảnh có đuôi .jpg, .png, .webp hoặc .avif. Biểu trưng .svg thì ghi tên tệp vào logo ở site.yaml. Xóa tệp này nếu không cần.",
      "Ảnh của iPhone thì thêm ở mục Ảnh của biểu mẫu soạn bài, máy tự đổi sang .jpg; hoặc lưu thành .jpg rồi chép vào. Sau đó xóa tệp này.",
    ],
    en: [
      "“{name}” is not an article, a picture or a data file, so it is not used.",
      "Articles end in .md, pictures in .jpg, .png, .webp or .avif. A logo in .svg is named as logo in site.yaml. Delete the file if it is not needed.",
      "Add a photo of an iPhone under pictures in the form editor, which converts it; or save it as .jpg and copy that. Then delete this file.",
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
  "too-many-marks": {
    severity: "error",
    vi: [
      "Ở đây có một chữ mang hơn {most} dấu chồng lên nhau, nên tệp không được đọc tiếp.",
      "Xóa các dấu thừa; chữ Việt có nhiều nhất hai dấu.",
    ],
    en: [
      "A letter here carries more than {most} marks, so the file is not read any further.",
      "Delete the marks; a Vietnamese letter has two at most.",
    ],
  },
  "file-name-character": {
    severity: "error",
    vi: [
      "Tên tệp hoặc thư mục “{value}” có ký tự không thấy được hoặc không đọc được: {code}.",
      "Đổi tên, chỉ dùng chữ, số và dấu gạch nối.",
      "Đổi tên thành “{suggestion}”.",
    ],
    en: [
      "The file or folder name “{value}” has a character that cannot be seen or read: {code}.",
      "Rename it, with letters, digits and hyphens only.",
      "Rename it to “{suggestion}”.",
    ],
  },
  "merge-conflict": {
    severity: "error",
    vi: [
      "Hai người đã sửa cùng một chỗ và tệp còn giữ cả hai bản, với dấu của git ở dòng {lines}.",
      "Giữ bản đúng, xóa bản kia và xóa hết các dòng bắt đầu bằng <<<<<<<, |||||||, ======= hoặc >>>>>>>.",
      "Giữ cả hai bản, chỉ xóa các dòng bắt đầu bằng <<<<<<<, |||||||, ======= hoặc >>>>>>>, rồi chạy {suggestion} để xếp lại tệp.",
    ],
    en: [
      "Two people changed the same place and the file holds both versions, with the marks of git on line {lines}.",
      "Keep the right version, delete the other, and delete all lines that begin with <<<<<<<, |||||||, ======= or >>>>>>>.",
      "Keep both versions, delete only the lines that begin with <<<<<<<, |||||||, ======= or >>>>>>>, then run {suggestion}, which puts the file in order.",
    ],
  },
  "more-errors": {
    severity: "error",
    vi: [
      "Và {count} lỗi khác trong tệp này.",
      "Sửa các lỗi đã nêu rồi kiểm tra lại: nhiều lỗi giống nhau thường có chung một nguyên nhân.",
    ],
    en: [
      "And {count} other errors in this file.",
      "Mend those above and check again: many errors of one kind mostly have one cause.",
    ],
  },
  "more-warnings": {
    severity: "warning",
    vi: ["Và {count} cảnh báo khác trong tệp này.", "Xem các cảnh báo đã nêu rồi kiểm tra lại."],
    en: ["And {count} other warnings in this file.", "Look at those above and check again."],
  },
} as const satisfies Record<string, Message>;
