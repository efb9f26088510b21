import type { Message } from "./message.ts";

/** Messages about the look of the site, which site.yaml sets. */
export const lookMessages = {
  "bad-colour": {
    severity: "error",
    vi: [
      "Khóa accent cần một mã màu⟦, mà “{value}” thì không phải⟧.",
      'Viết dấu # và sáu chữ số của mã màu trong ngoặc kép, ví dụ accent: "#0b4f8a". Không có ngoặc kép thì từ dấu # trở đi chỉ là ghi chú.',
    ],
    en: [
      "The key accent takes a colour⟦, which “{value}” is not⟧.",
      'Write # and six hexadecimal digits in quotation marks: accent: "#0b4f8a". Without them, what follows # is a comment.',
    ],
  },
  "colour-faint": {
    severity: "error",
    vi: [
      "Màu “{value}” quá nhạt cho chữ trên nền sáng: độ tương phản {contrast}, trong khi phải từ 4,5 trở lên.",
      'Viết accent: "{fixed}", màu gần nhất đủ đậm, hoặc chọn một màu đậm hơn.',
    ],
    en: [
      "The colour “{value}” is too faint for letters on a light page: its contrast is {contrast}, where 4.5 is the least.",
      'Write accent: "{fixed}", the nearest one that is dark enough, or choose a darker one.',
    ],
  },
  "listed-twice": {
    severity: "error",
    vi: ["“{value}” có hai lần trong “{key}”.", "Xóa một trong hai dòng."],
    en: ["“{value}” is twice in “{key}”.", "Delete one of the two."],
  },
  "logo-missing": {
    severity: "error",
    vi: [
      "Không có tệp biểu trưng “{value}” trong thư mục content.",
      "Đặt tệp .svg hoặc .png trong thư mục ấy, cạnh site.yaml, và chỉ ghi tên tệp.",
      "Có phải bạn muốn viết “{suggestion}”? Chữ hoa, chữ thường và đuôi tệp phải đúng như tên tệp.",
    ],
    en: [
      "There is no logo “{value}” in the folder content.",
      "Put an .svg or .png there, beside site.yaml, and write its name only.",
      "Did you mean “{suggestion}”? Case and ending must be those of the file.",
    ],
  },
  "logo-unreadable": {
    severity: "error",
    vi: [
      "Không dùng được “{value}” làm biểu trưng: tệp hỏng, không vẽ gì, hoặc không phải SVG hay PNG.",
      "Mở tệp gốc, lưu lại dưới dạng SVG hoặc PNG và đặt cạnh site.yaml.",
    ],
    en: [
      "“{value}” cannot be the logo: it is damaged, draws nothing, or is neither SVG nor PNG.",
      "Open the original, save it again as SVG or PNG and put it beside site.yaml.",
    ],
  },
  "logo-not-plain": {
    severity: "error",
    vi: [
      "Biểu trưng “{value}” có {what}, trong khi chỉ được có nét vẽ và màu.",
      "Trong phần mềm vẽ, đổi chữ thành nét vẽ (Convert to path), bỏ ảnh chèn, mã chạy và liên kết, lưu dạng “SVG thuần” (Plain SVG). Không được thì lưu dạng PNG.",
    ],
    en: [
      "The logo “{value}” has {what}, where only paths and colours may be.",
      "In the drawing program turn text into paths, take out pictures, scripts and links, and save as plain SVG; otherwise save it as PNG.",
    ],
  },
  "logo-too-large": {
    severity: "error",
    vi: [
      "Biểu trưng “{value}” nặng {size} kB, trong khi tối đa là {most} kB.",
      "SVG thì lưu dạng rút gọn, bỏ bớt chi tiết nhỏ; PNG thì thu nhỏ, chiều cao 400 điểm ảnh là đủ.",
    ],
    en: [
      "The logo “{value}” has {size} kB, where {most} kB are the most.",
      "Save an SVG in its short form and leave out fine detail; make a PNG smaller, 400 pixels of height are enough.",
    ],
  },
  "logo-too-small": {
    severity: "error",
    vi: [
      "Biểu trưng “{value}” chỉ cao {height} điểm ảnh, trên trang sẽ bị nhòe.",
      "Dùng ảnh cao ít nhất {least} điểm ảnh, tốt nhất là tệp SVG.",
    ],
    en: [
      "The logo “{value}” is only {height} pixels high, which a page shows blurred.",
      "Use one of at least {least} pixels, best of all an SVG.",
    ],
  },
  "logo-shape": {
    severity: "error",
    vi: [
      "Biểu trưng “{value}” quá dài hoặc quá cao để đứng cạnh tên trang.",
      "Cắt lấy phần hình, bỏ phần chữ: chiều rộng từ một nửa đến gấp bốn lần chiều cao.",
    ],
    en: [
      "The logo “{value}” is too long or too high to be beside the name of the site.",
      "Keep the mark and leave out the words: its width is from half to four times its height.",
    ],
  },
} as const satisfies Record<string, Message>;
