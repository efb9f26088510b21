import type { Message } from "./message.ts";

/** Messages about pictures. */
export const picturesMessages = {
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
      "Lời tả ảnh “{value}” chỉ nhắc lại lời dưới ảnh, nên người không nhìn được ảnh không biết thêm điều gì.",
      "Tả điều mắt thấy trong ảnh: có ai, có gì, đang làm gì. Lời dưới ảnh giữ nguyên.",
    ],
    en: [
      "The description “{value}” only says the caption again, which tells nothing to readers who cannot see the picture.",
      "Describe what is to be seen: who, what, doing what. Leave the caption as it is.",
    ],
  },
  "alt-unwritten": {
    severity: "warning",
    vi: [
      "Ảnh “{value}” lấy từ trang cũ, nơi ảnh không có lời tả, nên máy ghi tạm.",
      "Ở alt, tả điều mắt thấy trong ảnh: có ai, có gì, đang làm gì.",
    ],
    en: [
      "The picture “{value}” comes from the old site, which had no text for it, so a stopgap was written.",
      "Describe in alt what is to be seen: who, what, doing what.",
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
  "picture-side-too-long": {
    severity: "error",
    vi: [
      "Ảnh “{value}” có cạnh dài {size} điểm ảnh, trong khi tối đa là {most}.",
      "Thu nhỏ ảnh, chiều rộng 2.000 điểm ảnh là đủ.",
    ],
    en: [
      "A side of the picture “{value}” has {size} pixels, where {most} are the most.",
      "Make it smaller; a width of 2,000 pixels is enough.",
    ],
  },
  "picture-tiny": {
    severity: "warning",
    vi: [
      "Ảnh “{value}” chỉ có {width} × {height} điểm ảnh, hầu như không nhìn thấy gì.",
      "Đây thường là ảnh giữ chỗ của trang cũ. Thay bằng ảnh thật, hoặc xóa khỏi bài.",
    ],
    en: [
      "The picture “{value}” has only {width} × {height} pixels, so there is hardly anything to see.",
      "It is most often a placeholder of the page that it came from. Put the real picture in its place, or take it out.",
    ],
  },
  "picture-too-narrow": {
    severity: "error",
    vi: [
      "Ảnh “{value}” có cạnh này dài gấp {times} lần cạnh kia, nên trên trang chỉ còn là một vạch.",
      "Cắt lấy phần cần xem, sao cho cạnh dài không quá {most} lần cạnh ngắn.",
    ],
    en: [
      "One side of the picture “{value}” is {times} times as long as the other, so a page shows a line.",
      "Cut out what matters; the long side may be {most} times the short one.",
    ],
  },
  "picture-place": {
    severity: "warning",
    vi: [
      "Ảnh “{value}” còn ghi vị trí chụp, ai lấy tệp này từ kho bài cũng biết ảnh chụp ở đâu.",
      "Xóa thông tin ấy bằng lệnh npm run check -- --fix: máy ghi lại tệp ảnh, hình vẫn như cũ.",
    ],
    en: [
      "The picture “{value}” says where it was taken, to anyone who takes the file from the repository.",
      "Remove that by npm run check -- --fix: the file is written anew, and what it shows stays.",
    ],
  },
  "picture-owner": {
    severity: "warning",
    vi: [
      "Ảnh “{value}” còn ghi tên người chụp, tên chủ máy hoặc số máy.",
      "Xóa thông tin ấy bằng lệnh npm run check -- --fix: máy ghi lại tệp ảnh, hình vẫn như cũ. Tên người chụp nên nêu thì viết ở lời dưới ảnh.",
    ],
    en: [
      "The picture “{value}” has a name of its photographer or owner in it, or the number of a camera.",
      "Remove that by npm run check -- --fix: the file is written anew, and what it shows stays. A photographer to be credited belongs into the caption.",
    ],
  },
  "picture-film": {
    severity: "warning",
    vi: [
      "Tệp ảnh “{value}” kèm một đoạn phim ngắn, thường có cả tiếng, do điện thoại quay lúc chụp.",
      "Xóa đoạn phim bằng lệnh npm run check -- --fix: máy ghi lại tệp ảnh, hình vẫn như cũ.",
    ],
    en: [
      "The file of the picture “{value}” has a short film in it, mostly with sound, which the telephone took along.",
      "Remove it by npm run check -- --fix: the file is written anew, and what it shows stays.",
    ],
  },
  "picture-heavy": {
    severity: "warning",
    vi: [
      "Ảnh “{value}” nặng {size} MB, mà kho bài phải giữ mãi.",
      "Thu nhỏ bằng lệnh npm run check -- --fix (máy ghi lại tệp ảnh). Ảnh chụp kiểu .png thì lưu lại thành .jpg, còn chưa đến 1 MB.",
    ],
    en: [
      "The picture “{value}” has {size} MB, which the repository keeps for ever.",
      "Make it smaller by npm run check -- --fix, which writes the file anew. Save a photograph in .png as .jpg: less than 1 MB is left.",
    ],
  },
  "picture-wide": {
    severity: "warning",
    vi: [
      "Ảnh “{value}” có cạnh dài {size} điểm ảnh, trang tin không dùng hết.",
      "Thu nhỏ bằng lệnh npm run check -- --fix (máy ghi lại tệp ảnh), hoặc tự thu còn {most}.",
    ],
    en: [
      "A side of the picture “{value}” has {size} pixels, more than the site can use.",
      "Make it smaller by npm run check -- --fix, which writes the file anew, or reduce it to {most} yourself.",
    ],
  },
  "bad-crop": {
    severity: "error",
    vi: [
      "Khung cắt “{value}” chưa đọc được.",
      'Ghi bốn tỷ lệ phần trăm theo thứ tự cách trái, cách trên, rộng, cao, ví dụ: "10% 5% 80% 60%"',
      "Có phải bạn muốn viết {suggestion}?",
    ],
    en: [
      "The crop “{value}” cannot be understood.",
      'Write four percentages in this order: from the left, from the top, width, height. Example: "10% 5% 80% 60%"',
      "Did you mean {suggestion}?",
    ],
  },
  "crop-outside": {
    severity: "error",
    vi: [
      "Khung cắt “{value}” vượt ra ngoài ảnh hoặc không còn gì bên trong.",
      "Thứ tự là cách trái, cách trên, rộng, cao; cách trái cộng rộng, cách trên cộng cao không quá 100%.",
      "Phần nằm trong ảnh là {suggestion}.",
    ],
    en: [
      "The crop “{value}” leads out of the picture, or nothing is left in it.",
      "The order is from the left, from the top, width, height; left and width, top and height together are at most 100%.",
      "The part within the picture is {suggestion}.",
    ],
  },
  "bad-focus": {
    severity: "error",
    vi: [
      "Điểm chính “{value}” chưa đọc được hoặc nằm ngoài ảnh.",
      'Ghi hai tỷ lệ từ 0% đến 100%: cách trái, cách trên, ví dụ: "30% 40%"',
      "Có phải bạn muốn viết {suggestion}?",
    ],
    en: [
      "The focal point “{value}” cannot be understood, or is outside the picture.",
      'Write two percentages from 0% to 100%: from the left, from the top. Example: "30% 40%"',
      "Did you mean {suggestion}?",
    ],
  },
  "focus-cut-off": {
    severity: "warning",
    vi: [
      "Điểm chính “{value}” nằm ngoài khung cắt {crop}, nên phần hiện ra không có điểm ấy.",
      "Dời điểm chính vào trong khung, hoặc nới khung cắt. Cả hai đều tính theo cả ảnh, không tính theo phần đã cắt.",
    ],
    en: [
      "The focal point “{value}” is outside the crop {crop}, so what is shown does not have it.",
      "Move the point into the crop, or widen the crop. Both are measured on the whole picture.",
    ],
  },
  "crop-unsharp": {
    severity: "warning",
    vi: [
      "Ảnh “{value}” cắt theo khung {crop} chỉ còn {width} × {height} điểm ảnh, trên trang sẽ bị nhòe.",
      "Nới khung cắt cho rộng ít nhất {least} điểm ảnh, hoặc dùng ảnh gốc lớn hơn.",
    ],
    en: [
      "The crop {crop} leaves {width} × {height} pixels of the picture “{value}”, which a page shows blurred.",
      "Widen it to at least {least} pixels across, or use a larger original.",
    ],
  },
} as const satisfies Record<string, Message>;
