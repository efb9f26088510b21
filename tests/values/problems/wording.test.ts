import { expect, it } from "vitest";
import { type Language, reportOf } from "../../../src/problems/problem.ts";
import { checkFolder } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/** Bodies, and parts of what is said of them. */
const rows: readonly (readonly [body: string, language: Language, ...parts: readonly string[]])[] =
  [
    ["\u200f", "vi", "Ở đây có ký tự vô hình U+200F, thường", "Xóa ký tự ấy."],
    ["Hội ng\u200bhị", "vi", "tại “nghị”", "gõ lại: “nghị”."],
    ["Đảng\u200bviên", "vi", "“Đảngviên” (hoặc “Đảng viên”, nếu đó là chỗ của dấu cách)"],
    ["Họp\uff0c bàn", "vi", "U+FF0C", "Viết “,”, gõ bằng bàn phím."],
    [
      "\u{1d402}\u{1d421}\u{1d422} bộ",
      "vi",
      "Viết “Chi”, gõ bằng bàn phím. Muốn chữ đậm",
      "dấu **.",
    ],
    ["\u1d05\u1d00\u0309\u0274\u0262", "vi", "Viết “dảng”."],
    ["\u0256ảng", "vi", "chữ “ɖ” của tiếng nước ngoài (U+0256)", "Viết “đảng”."],
    ["hùy, hòa,\nĐảng\u3000ủy", "vi", "(U+3000) ở “Đảng ủy”"],
    ["[x](https:\\\\a.example)", "vi", "chưa đúng ở phần sau “https:”", "“https://a.example”"],
    ["[x](ftp://a.example)", "vi", "bắt đầu bằng “ftp”, không được phép"],
    ["[x](https://a.vn./)", "vi", "có dấu “.” thừa ở cuối, nên"],
    ["[x](http://3232235777/)", "vi", "là dãy số (192.168.1.1), nên"],
    [
      "[x](https://a.gov.vn.b.com/)",
      "vi",
      "trông như của a.gov.vn, nhưng thật ra thuộc trang b.com.",
    ],
    [
      "[x](https://a.vn.b.com.au/)",
      "vi",
      "tên của trang a.vn, nhưng thật ra thuộc trang b.com.au.",
    ],
    ["[x](https://xn--hinhphu-xjg.vn/)", "vi", "hiện ra là “\u0441hinhphu.vn”"],
    [
      "[a](https://b.com/) ".repeat(2_001),
      "vi",
      "Bài có 2.001 liên kết, trong khi tối đa là 2.000.",
    ],
    ["[a](https://b.com/) ".repeat(2_001), "en", "has 2,001 links, where 2,000 are the most."],
  ];

it.each(rows.map((row) => [row[0].slice(0, 40), row] as const))(
  "what is said of %j",
  async (_, row) => {
    const [body, language, ...parts] = row;
    const { problems } = await checkFolder(folderOf({ ...base, "a.md": article("", body) }));
    const said = problems.map((one) => reportOf(one, language));
    const text = said.map(({ message, hint }) => `${message} ${hint}`).join("\n");
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toMatch(/[⟦⟧]/u);
  },
);
