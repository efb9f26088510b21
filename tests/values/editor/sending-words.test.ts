import { expect, it } from "vitest";
import { bytesInWords, countWords, stateWords } from "../../../browser/editor/sending-words.ts";
import type { SendFile, SendKind } from "../../../src/front-matter/sending-api.ts";

const file = (kind: SendFile["kind"], change: SendFile["change"], bytes: number): SendFile => ({
  name: "x",
  kind,
  change,
  bytes,
});
const one = (kind: SendKind, ...files: SendFile[]) => ({ kind, files });

it("says what is sent", () => {
  const photo = file("picture", "new", 700_000);
  const news = one("new", file("article", "new", 4_000), photo, photo, photo);
  expect(countWords([news])).toBe("1 bài mới, 3 ảnh, 2,1 MB");
  const gone = one("deleted", file("article", "deleted", 0), file("picture", "deleted", 0));
  const changed = one("changed", file("article", "changed", 1), file("pdf", "new", 90_000));
  expect(countWords([changed, gone, changed], [1_200])).toBe(
    "2 bài sửa, 1 bài xóa, 1 ảnh xóa, 2 PDF, 1 tệp dùng chung, 182 kB",
  );
});

it.each([
  [0, "1 kB"],
  [999, "1 kB"],
  [12_345, "13 kB"],
  [2_000_000, "2 MB"],
  [15_360_000, "15,4 MB"],
])("says %i bytes", (bytes, words) => {
  expect(bytesInWords(bytes)).toBe(words);
});

it("says what became of an article", () => {
  const remarks = [{ by: "Biên Tập", words: `Xin xem lại\nsố liệu quý một, ${"rất ".repeat(30)}` }];
  expect(stateWords({ state: "waiting", remarks: [] })).toBe("đã gửi, đang chờ duyệt");
  expect(stateWords({ state: "published", remarks })).toBe("đã đăng");
  expect(stateWords({ state: "returned", remarks })).toBe("được trả lại");
  expect(stateWords({ state: "remarks", remarks })).toMatch(
    /^có góp ý: Xin xem lại số liệu quý một, .{20,40}…$/u,
  );
});
