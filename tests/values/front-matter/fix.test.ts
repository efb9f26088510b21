import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixArticle } from "../../../src/front-matter/fix.ts";
import { headKeys } from "../../../src/front-matter/head-text.ts";
import { article } from "../../content.ts";

/** What `check --fix` changes in a file, and that it changes nothing else. */

const head = (lines: string) => `---\n${lines}\n---\n\nNội dung.\n`;
const tagOf = (tag: string) => (tag === "kết nạp" ? "Kết nạp" : tag);

const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  ["nothing where all is well", article("tags: [Một]"), article("tags: [Một]")],
  ["decomposed letters", article("", "Hội nghị".normalize("NFD")), article("", "Hội nghị")],
  ["the letter eth", article("", "Chi bộ Ðảng và ðoàn"), article("", "Chi bộ Đảng và đoàn")],
  ["invisible characters", article("", "Hội\u200b nghị\u2060."), article("", "Hội nghị.")],
  ["but not what joins an emoji", article("", "👩\u200d🌾"), article("", "👩\u200d🌾")],
  [
    "a date with the day first",
    head("title: A\ndate: 14/1/2022  # đã duyệt"),
    head("title: A\ndate: 2022-01-14  # đã duyệt"),
  ],
  ["a date between quotation marks", head('date: "5-1-2022"'), head("date: 2022-01-05")],
  [
    "a date within a group",
    head("event: { name: Họp, date: 1/2/2024 }"),
    head("event: { name: Họp, date: 2024-02-01 }"),
  ],
  [
    "a date within rows",
    head('documents:\n  # một\n  - number: "1-KL/TW"\n    date: 2.9.2020 # hai'),
    head('documents:\n  # một\n  - number: "1-KL/TW"\n    date: 2020-09-02 # hai'),
  ],
  ["no date in a sentence", head('title: "14/1/2022"'), head('title: "14/1/2022"')],
  ["no date that does not exist", head("date: 30/2/2022"), head("date: 30/2/2022")],
  ["tags", head("tags: [kết nạp, Hai] # ba"), head("tags: [Kết nạp, Hai] # ba")],
  ["a single tag", head("tags: kết nạp"), head("tags: Kết nạp")],
  [
    "the order of keys, with their comments",
    head("# về cả bài\n\ntags:\n  - Một\n\n# tên bài\ntitle: A\ndraft: true\n# cuối"),
    head("# về cả bài\n\n\n# tên bài\ntitle: A\ntags:\n  - Một\ndraft: true\n# cuối"),
  ],
  [
    "no order where a key is not known",
    head("tgas: [Một]\ntitle: A"),
    head("tgas: [Một]\ntitle: A"),
  ],
  [
    "nothing in YAML that cannot be read",
    head("tags: [Một\ndate: 1/2/2024"),
    head("tags: [Một\ndate: 1/2/2024"),
  ],
  ["only letters where there is no front matter", "Ðảng\n", "Đảng\n"],
];

describe("fixing", () => {
  it.each(rows)("%s", (_, before, after) => {
    const { text, fixes } = fixArticle(before, tagOf);
    expect(text).toBe(after);
    expect(fixes.length > 0).toBe(before !== after);
    expect(fixArticle(text, tagOf)).toEqual({ text, fixes: [] });
  });

  it("comes to an end after one run, keeps every word, and says each change", () => {
    const value = fc.constantFrom(
      "A",
      "14/1/2022",
      "Ðảng",
      "[a, b]",
      "{ name: B, date: 1/2/2020 }",
      '"Hội nghị"',
      "|\n  hai\n  dòng",
    );
    const heads = fc
      .uniqueArray(
        fc.tuple(fc.constantFrom(...headKeys), value, fc.constantFrom("", "# chú\n", "\n")),
        {
          selector: ([key]) => key,
        },
      )
      .map((pairs) =>
        head(pairs.map(([key, value, above]) => `${above}${key}: ${value}`).join("\n")),
      );
    fc.assert(
      fc.property(heads, (before) => {
        const { text } = fixArticle(before);
        expect(fixArticle(text).fixes).toEqual([]);
        const lines = (one: string) =>
          one
            .replaceAll("Ð", "Đ")
            .replaceAll("14/1/2022", "2022-01-14")
            .replaceAll("1/2/2020", "2020-02-01")
            .split("\n")
            .toSorted();
        // The lines are compared without the changes that a fix may make.
        expect(lines(text)).toEqual(lines(before));
      }),
    );
  });
});
