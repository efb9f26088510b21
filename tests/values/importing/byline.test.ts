import { describe, expect, it } from "vitest";
import { bylineOf, sourceOf } from "../../../src/importing/byline.ts";

describe("single lines", () => {
  it.each([
    ["Liên Mẫu", ["Liên Mẫu"]],
    ["Tin, ảnh: Trần Văn A - Lê Thị Bé", ["Trần Văn A", "Lê Thị Bé"]],
    ["Tác giả: Nguyễn Mẫu", ["Nguyễn Mẫu"]],
    ["Hội nghị kết thúc tốt đẹp.", undefined],
    ["Quang cảnh hội nghị", undefined],
    ["Kết quả", undefined],
    ["II. Mục Mẫu", undefined],
    ["V. T. Mẫu", ["V. T. Mẫu"]],
  ])("%j names %j", (line, names) => {
    expect(bylineOf(line)?.authors.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["Cổng Mẫu - Ngày 1/2/2020, họp.", "Cổng Mẫu"],
    ["(BáoMẫu) – Sáng nay, họp.", "BáoMẫu"],
    ["Chi bộ Hai - nơi có nhiều việc - họp.", undefined],
  ])("%j comes from %j", (line, source) => {
    expect(sourceOf(line).source).toBe(source);
  });
});
