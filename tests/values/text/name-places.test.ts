import { describe, expect, it } from "vitest";
import { nameFinder, withoutName } from "../../../src/text/name-places.ts";

const find = nameFinder("Đỗ Thị Hoà");
const words = "(đã ẩn tên)";

describe("the name of a person", () => {
  it.each([
    ["Bà Đỗ Thị Hòa nói", "exact", "Bà (đã ẩn tên) nói"],
    ["ĐỖ THỊ HOÀ", "exact", words],
    ["Đỗ Thị Hoà".normalize("NFD"), "exact", words],
    ["Đỗ **Thị**\nHòa", "exact", words],
    ["Đỗ&nbsp;Thị Hòa", "exact", words],
    ["<b>Đỗ</b> <i>Thị</i> Hòa", "exact", undefined],
    ["do-thi-hoa.jpg", "bare", "da-an-ten.jpg"],
    ["/2024/do-thi-hoa-nhan-giai/", "bare", "/2024/da-an-ten-nhan-giai/"],
    ["Do Thi Hoa", "bare", words],
    ["dothihoa", "bare", "da-an-ten"],
    ["dothihoa85@thu.example", "bare", "da-an-ten@thu.example"],
    ["#DoThiHoa", "bare", "#da-an-ten"],
    ["#ĐỗThịHòa", "exact", "#da-an-ten"],
    ["ảnh do%20thi%20hoa.jpg", "bare", "ảnh da-an-ten.jpg"],
    [
      "[A](/t%E1%BB%87p/%C4%90%E1%BB%97%20Th%E1%BB%8B%20H%C3%B2a%201.jpg) %E1",
      "exact",
      "[A](/t%E1%BB%87p/da-an-ten%201.jpg) %E1",
    ],
    ["/?q=%C4%91%E1%BB%97+th%E1%BB%8B+hoa%CC%80", "exact", "/?q=da-an-ten"],
    ["src: Đỗ Thị Hòa (1).jpg", "exact", "src: da-an-ten (1).jpg"],
    ["src: ../Đỗ Thị Hòa/a.jpg", "exact", "src: ../da-an-ten/a.jpg"],
    ["TS Đỗ Thị Hòa.", "exact", "TS (đã ẩn tên)."],
    ["Theo Đỗ Thị Hòa, Lê Hai", "exact", "Theo (đã ẩn tên), Lê Hai"],
    ["Đỗ Thị Hòa\n\nLê Hai", "exact", `${words}\n\nLê Hai`],
    ["- Đỗ Thị Hòa\n- Lê Hai", "exact", `- ${words}\n- Lê Hai`],
    ["đường Đỗ Thị Hòa Bình", "unclear", undefined],
    ["đường **Đỗ Thị Hòa**\nBình", "unclear", undefined],
    ["ông Cao Đỗ Thị Hòa", "unclear", undefined],
    ["Do Thi Hoa Binh", "unclear", undefined],
    ["Đỗ Thi Hoà", "other", words],
    ["Đỗ Thị Hoa", "other", words],
    ["Đỗ Thị Hoá", "other", words],
  ] as const)("%j is %s", (text, kind, without) => {
    expect(find(text).map((one) => one.kind)).toEqual([kind]);
    if (without) expect(withoutName(text, find, words, new Set([kind]))).toBe(without);
  });

  it.each([
    "Đỗ Thị Hoàng",
    "Cao Đỗ ThịHòa",
    "dothihoang",
    "Đỗ Thị, Hòa",
    "Thị Hòa",
    "họ Đỗ Thị. Hòa thì",
    "Đỗ Thị\n\nHòa",
    "- Đỗ Thị\n- Hòa",
    "<li>Đỗ Thị</li><li>Hòa</li>",
    "<p>Đỗ Thị</p>\n<p>Hòa</p>",
  ])("is not in %j", (text) => {
    expect(find(text)).toEqual([]);
  });
});
