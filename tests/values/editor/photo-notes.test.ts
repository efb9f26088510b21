import { expect, it } from "vitest";
import { photoNotes } from "../../../scripts/editor/photo-notes.ts";
import type { MessageCode } from "../../../src/problems/messages.ts";
import { fileStart, formReportOf, problem } from "../../../src/problems/problem.ts";

/** The warnings of an article's photos, as a form and the dialog for sending tell them. */

const told = (...photos: readonly (readonly [MessageCode, string])[]) =>
  photoNotes(
    photos.map(([code, path]) => problem(code, fileStart(path), { value: path, size: "3" })),
    (found) => {
      const { code, severity, message, hint } = formReportOf(found, "");
      const inForm = `${message} ${hint}`;
      return { note: { code, severity, count: 1, message: inForm, inForm, line: 1 }, hint };
    },
  ).map(({ inForm, count }) => [count, inForm]);

it("calls a photo by the name of its file, and tells of alike ones at once", () => {
  expect(
    told(
      ["picture-heavy", "2024/hop/a.jpg"],
      ["picture-place", "2024/hop/a.jpg"],
      ["picture-heavy", "2024/hop/b.jpg"],
      ["picture-heavy", "2024/hop/c.jpg"],
    ),
  ).toEqual([
    [3, expect.stringMatching(/^3 ảnh nặng hơn 2 MB: a\.jpg, b\.jpg, c\.jpg\. Cứ gửi/u)],
    [1, expect.stringMatching(/^Ảnh “a\.jpg” còn ghi vị trí chụp/u)],
  ]);
});
