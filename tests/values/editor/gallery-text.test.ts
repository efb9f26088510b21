import { expect, it } from "vitest";
import { galleryAt, galleryText, placeNow } from "../../../browser/editor/gallery-text.ts";

/** A text with the caret at `|`, and the gallery there: its pictures and its caption. */
it.each<[string, string, readonly string[] | undefined, string?]>([
  ["on the first line", "A\n\n|![Một](a.jpg)\n![Hai](b.jpg)\n\nB", ["a.jpg", "b.jpg"]],
  ["in its caption", "![Một](a.jpg)\n![Hai](b.jpg)\nLời |chung", ["a.jpg", "b.jpg"], "Lời chung"],
  ["at the end of the text", "A\n\n![Một](a.jpg) ![Hai](b.jpg)|", ["a.jpg", "b.jpg"]],
  [
    "with titles, brackets and blanks",
    '![M\\]ột](<a b.jpg> "Lời")\n|![Hai](b%20c.jpg)',
    ["a b.jpg", "b c.jpg"],
  ],
  ["in the paragraph above", "Một |đoạn\n\n![Một](a.jpg)\n![Hai](b.jpg)", undefined],
  ["in a blank line", "![Một](a.jpg)\n![Hai](b.jpg)\n|\nB", undefined],
  ["at a single picture", "![Một](a.jpg|)\nMột dòng", undefined],
  ["in a sentence with pictures", "Xem ![Một](a.jpg)| và ![Hai](b.jpg)", undefined],
  ["in a text that is empty", "|", undefined],
])("the gallery is found %s", (_, marked, pictures, caption = "") => {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const found = galleryAt(text, offset);
  expect(found?.pictures.map(({ src }) => src)).toEqual(pictures);
  if (found === undefined) return;
  expect(found.caption).toBe(caption);
  const again = galleryText(found.pictures, found.caption);
  expect(galleryAt(again, 0)).toMatchObject({ pictures: found.pictures, caption });
});

it("a new gallery reads back as what was meant", () => {
  const pictures = [
    { src: "a.jpg", alt: "Ba người [hàng đầu]\nvà \\ một" },
    { src: "b (1).jpg", alt: "" },
  ];
  const text = galleryText(pictures, "Lời\n\nchung");
  expect(text).toBe("![Ba người \\[hàng đầu\\] và \\\\ một](a.jpg)\n![](<b (1).jpg>)\nLời chung");
  expect(galleryAt(text, 3)?.pictures.map(({ src, alt }) => [src, alt])).toEqual([
    ["a.jpg", "Ba người [hàng đầu] và \\ một"],
    ["b (1).jpg", ""],
  ]);
});

it.each([
  ["A B A", 4, 4],
  ["x A B A", 4, 6],
  ["B A", 4, 2],
  ["B", 4, -1],
])("a gallery A in %j that was at %d is at %d", (text, from, place) => {
  expect(placeNow(text, { from, text: "A" })).toBe(place);
});
