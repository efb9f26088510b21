import { describe, expect, it } from "vitest";
import { nameFinder, shortNameFinder, withoutName } from "../../../src/text/name-places.ts";

const find = nameFinder("Đỗ Thị Hoà");
const words = "(đã ẩn tên)";
const put = { words, slug: "da-an-ten" };

describe("the name of a person", () => {
  it.each([
    ["Bà Đỗ Thị Hòa nói", "exact", "Bà (đã ẩn tên) nói"],
    ["ĐỖ THỊ HOÀ", "exact", words],
    ["Đỗ Thị Hoà".normalize("NFD"), "exact", words],
    ["Đỗ **Thị**\nHòa", "exact", words],
    ["Đỗ&nbsp;Thị Hòa", "exact", words],
    ["<b>Đỗ</b> <i>Thị</i> Hòa", "exact", "<b>(đã ẩn tên)</b>"],
    ["**Đỗ** Thị Hòa", "exact", `**${words}**`],
    ["Đỗ **Thị Hòa**", "exact", `**${words}**`],
    ["**Đỗ** **Thị** Hòa", "exact", `**${words}**`],
    ["**Đỗ *Thị*** Hòa", "exact", `**${words}**`],
    ["Đỗ <b>Thị Hòa</b>", "exact", `<b>${words}</b>`],
    ["[Bà Đỗ Thị](a.md) Hòa", "exact", `[Bà ${words}](a.md)`],
    ["Đỗ [Thị Hòa](a.md)", "exact", `[${words}](a.md)`],
    ["Đỗ [Thị](a.md) Hòa", "exact", words],
    ["Đỗ Thị[^1] Hòa", "exact", words],
    ["&#272;&#x1ED7;&nbsp;Th&#7883;&#160;H&ograve;a", "exact", words],
    ["Đỗ&shy;&nbsp;Thị Ho\u00adà", "exact", words],
    ["Đ\u00adỗ\u2060 Th<wbr>ị Hòa", "exact", words],
    ["Đỗ\u200bThị Hòa", "exact", words],
    ['"\\u0110\\u1ED7 Th\\u1ecb H\\xf2a"', "exact", `"${words}"`],
    ["Đỗ Thị\\\nHòa", "exact", words],
    ["> Đỗ\n> Thị\n>> Hòa", "exact", `> ${words}`],
    ["Đỗ\u2011Thị\u2011Hòa", "exact", "da-an-ten"],
    ["/?q=Đỗ%20Thị%20Hòa", "exact", "/?q=da-an-ten"],
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
    if (without) expect(withoutName(text, find, put, new Set([kind]))).toBe(without);
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
    "> Đỗ Thị\n>\n> Hòa",
    "&ETH; Thị Hòang",
  ])("is not in %j", (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe("short forms of a name", () => {
  it.each([
    ["Bà Hòa nói", ["Bà Hòa"]],
    ["đồng chí HOÀ, đ/c Thị Hoà", ["đồng chí HOÀ", "đ/c Thị Hoà"]],
    ["đồng&nbsp;chí H&ograve;a", ["đồng&nbsp;chí H&ograve;a"]],
    ["Đ.T. Hòa, Đ. Th. Hoà, Đ T Hòa", ["Đ.T. Hòa", "Đ. Th. Hoà", "Đ T Hòa"]],
    ["bà Hoa, bà Hòa Bình, hòa thuận, bà Hòan", []],
  ])("in %j", (text, expected) => {
    expect(shortNameFinder("Đỗ Thị Hoà")(text).map((one) => one.text)).toEqual(expected);
  });
});
