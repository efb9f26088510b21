import type { Day } from "../day.ts";
import { slugOf } from "../text/vietnamese.ts";
import { headText } from "./head-text.ts";

/** What is known of an article that is not written yet. */
export type NewArticle = {
  readonly title: string;
  readonly date: Day;
  readonly authors: readonly string[];
  /** Id of the unit. */
  readonly unit: string;
  readonly tags: readonly string[];
};

/** Takes the place of the text to come; the check warns as long as it is there. */
const emptyText = "[Viết nội dung bài ở đây]";

/**
 * Returns the file of a new article, a draft until it is written. Keys that may be wanted besides
 * are in comments that say what they are for: without their `# ` they are front matter in order.
 */
export function newArticleText({ title, date, authors, unit, tags }: NewArticle): string {
  const author = authors.length === 1 ? authors[0] : authors;
  const year = date.slice(0, 4);
  const known = headText({ title, date, author, unit, tags, draft: true });
  return `---
${known}
# Bài nháp thì chưa đăng. Viết xong, xóa dòng draft ở trên.
# Bỏ dấu # ở đầu những dòng cần dùng, xóa những dòng không dùng. Hướng dẫn: docs/huong-dan.md, phần 3.

# Tóm tắt một hai câu; bỏ trống thì lấy đoạn đầu của bài.
# summary: "Hội nghị đánh giá kết quả quý I và bàn nhiệm vụ quý II."

# Ảnh đặt cùng thư mục với tệp này. Ảnh đầu tiên là ảnh bìa. alt tả điều mắt thấy, dành cho người không nhìn được ảnh.
# images:
#   - src: quang-canh.jpg
#     alt: "Các đại biểu ngồi quanh bàn họp"
#     caption: "Quang cảnh hội nghị"
#     credit: "Tên người chụp"

# Mỗi hình thức khen thưởng là một mục. Mới đề nghị lên cấp trên thì status là đề xuất.
# awards:
#   - form: Giấy khen
#     status: đã trao
#     by: ${unit}
#     to: chi bộ
#     count: 2
#     for: "hoàn thành xuất sắc nhiệm vụ"
#     years: ${year}

# Văn bản mà bài nhắc đến; số văn bản luôn đặt trong ngoặc kép.
# documents:
#   - number: "01-NQ/ĐU"
#     relation: triển khai

# Số liệu: chỉ gồm chữ số, dấu chấm là dấu thập phân (98,2 % viết 98.2).
# figures:
#   - name: "Đảng viên mới kết nạp"
#     value: 12
#     unit: đảng viên
#     year: ${year}
---

${emptyText}
`;
}

/** A folder's name of at most this many characters still fits into one line of a browser. */
const longestName = 80;

/**
 * Returns the name of an article's folder, which becomes the end of its address; cut at a word.
 * Empty when a title has no letters.
 */
export function folderName(title: string): string {
  const slug = slugOf(title);
  if (slug.length <= longestName) return slug;
  const end = slug.lastIndexOf("-", longestName);
  return slug.slice(0, end === -1 ? longestName : end);
}
