import { expect, it } from "vitest";
import { wayNow } from "../../../browser/editor/row-now.ts";
import type { Editing } from "../../../browser/editor/state.ts";
import type { FormValues } from "../../../src/front-matter/field.ts";

const opened = {};
const editing = (documents: readonly FormValues[], file: object = opened) =>
  ({ opened: file, values: { documents } }) as unknown as Editing;

const one = { title: "Một", "#": "0" };
const two = { title: "Hai", "#": "1" };
const fresh = { title: "Mới" };
const saved = {};

/** The row that a file was for is the second of three: what has become of them, and its place. */
it.each<[string, FormValues, readonly FormValues[], number | undefined, object?]>([
  ["nothing", two, [one, two, fresh], 1],
  ["another row is removed", two, [two, fresh], 0],
  ["rows change places", two, [two, one, fresh], 0],
  ["it is removed", two, [one, fresh], undefined],
  ["it is edited and moved", two, [{ ...two, title: "Hai!" }, one, fresh], 0],
  ["a new row is edited", fresh, [one, { title: "Mới hơn" }, two], 1],
  ["a new row is edited and others are moved", fresh, [two, { title: "Mới hơn" }, one], undefined],
  [
    "rows are moved and saved",
    two,
    [
      { ...two, "#": "0" },
      { ...one, "#": "1" },
    ],
    undefined,
    saved,
  ],
])("%s", (_, row, after, place, file = opened) => {
  const rows = row === fresh ? [one, fresh, two] : [one, two, fresh];
  const way = wayNow(["documents", 1, "file"], editing(rows), editing(after, file));
  expect(way?.[1]).toBe(place);
});

it("a list as a whole is where it was", () => {
  expect(wayNow(["documents"], editing([one]), editing([]))).toEqual(["documents"]);
});
