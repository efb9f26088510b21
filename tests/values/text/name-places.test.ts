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
    ["ḓỗ thị hòa", "exact", words],
    ["do-thi-hoa.jpg", "bare", "da-an-ten.jpg"],
    ["/2024/do-thi-hoa-nhan-giai/", "bare", "/2024/da-an-ten-nhan-giai/"],
    ["Do Thi Hoa", "bare", words],
    ["Đỗ Thi Hoà", "other", words],
    ["Đỗ Thị Hoa", "other", words],
    ["Đỗ Thị Hoá", "other", words],
  ] as const)("%j is %s", (text, kind, without) => {
    expect(find(text).map((one) => one.kind)).toEqual([kind]);
    if (without) expect(withoutName(text, find, words, new Set([kind]))).toBe(without);
  });

  it.each(["Đỗ Thị Hoàng", "Cao Đỗ ThịHòa", "Đỗ Thị, Hòa", "Thị Hòa"])("is not in %j", (text) => {
    expect(find(text)).toEqual([]);
  });
});
