import { expect, it } from "vitest";
import { correctionAnchors } from "../../../layouts/parts/correction.ts";
import { isBody } from "../../../layouts/parts/json-ld.ts";
import type { Correction } from "../../../src/article.ts";
import type { Day } from "../../../src/day.ts";
import { numberKey } from "../../../src/text/document-number.ts";

/* How machines recognize authors, documents and corrections. */

it.each([
  ["Nguyễn Văn Mẫu", false],
  ["Đoàn Thị Mẫu", false],
  ["Trường Giang", false],
  ["Thành Trung", false],
  ["Trang Anh", false],
  ["Bạn đọc", false],
  ["Ban Tuyên giáo", true],
  ["Trung tâm Văn hóa huyện", true],
  ["Huyện ủy Mẫu", true],
  ["Tỉnh đoàn", true],
  ["Đoàn Thanh niên cơ quan", true],
  ["Công đoàn cơ sở", true],
  ["Ủy ban Kiểm tra", true],
  ["Sở Y tế", true],
])("the byline “%s” names a body: %s", (name, expected) => {
  expect(isBody(name)).toBe(expected);
});

it.each([
  ["25-QĐ/TW", ["25-QĐ/T.Ư", "25-QĐ/TƯ", "25 – QĐ/T.W", "025-QĐ/TW", "25-qđ/tw"]],
  ["05-CT/TU", ["5-CT/TU"]],
])("the number %s is known by its other spellings", (number, others) => {
  for (const other of others) expect(numberKey(other)).toBe(numberKey(number));
  expect(numberKey("25-QĐ/TU")).not.toBe(numberKey("25-QĐ/TW"));
});

it("a correction keeps its place when another is written above it", () => {
  const of = (date: string): Correction => ({ date: date as Day, right: "x", kind: "đính chính" });
  const [first] = correctionAnchors([of("2024-01-02")]);
  expect(correctionAnchors([of("2024-05-01"), of("2024-01-02"), of("2024-01-02")])).toEqual([
    "dinh-chinh-2024-05-01",
    first,
    `${first}-2`,
  ]);
});
