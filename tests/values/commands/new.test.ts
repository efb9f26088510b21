import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { matchingUnits } from "../../../scripts/writing/choices.ts";
import { type Ask, askDay, askTags, askUnit } from "../../../scripts/writing/questions.ts";
import type { Day } from "../../../src/day.ts";
import { folderName, newArticleText } from "../../../src/front-matter/new-article.ts";
import { parseArticle } from "../../../src/parse.ts";
import { readReference } from "../../../src/reference.ts";
import { base } from "../../content.ts";

/** What `npm run new` writes, and what it asks. */

const day = "2024-03-05" as Day;
const { reference } = readReference({
  files: new Map([["units.yaml", { path: "units.yaml", text: base["units.yaml"] }]]),
  pictures: new Set(["2024/a/quang-canh.jpg"]),
});

describe("a new article", () => {
  it("reads back as it was given, whatever the title", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.string({ minLength: 1 }),
        (one, other) => {
          const title = `a${one}b`.normalize("NFC");
          const tag = `c${other}d`.normalize("NFC");
          fc.pre(!/[\p{C}\s]/u.test(title + tag) && !/,/u.test(tag));
          const text = newArticleText({
            title,
            date: day,
            authors: ["Ai", "Đó"],
            unit: "khoi-thu",
            tags: [tag],
          });
          const { article } = parseArticle({ path: "a.md", text }, reference);
          if (article !== undefined) expect([article.title, article.tags]).toEqual([title, [tag]]);
          else
            expect(
              parseArticle({ path: "a.md", text }, reference).problems.filter(
                ({ severity, code }) => severity === "error" && code.startsWith("yaml"),
              ),
            ).toEqual([]);
        },
      ),
    );
  });

  it("teaches by comments that are in order when their # is taken away", () => {
    const text = newArticleText({
      title: "Họp",
      date: day,
      authors: ["A"],
      unit: "khoi-thu",
      tags: [],
    });
    const open = text
      .replaceAll(/^# (?=\s*(?:- )?[a-z]+:)/gmu, "")
      .replaceAll(/^#( {3,}(?:- )?[a-z]+:)/gmu, "$1");
    const { article, problems } = parseArticle({ path: "2024/a/index.md", text: open }, reference);
    expect(problems.map(({ code }) => code)).toEqual(["placeholder-left"]);
    expect(article).toMatchObject({
      awards: [{ form: "Giấy khen", count: { value: 2 } }],
      documents: [{ number: "01-NQ/ĐU" }],
      figures: [{ value: { value: 12 } }],
      images: [{ file: "2024/a/quang-canh.jpg" }],
      lead: "Hội nghị đánh giá kết quả quý I và bàn nhiệm vụ quý II.",
    });
  });

  it.each([
    ["Chi bộ Một họp", "chi-bo-mot-hop"],
    [
      `${"Hội nghị Ban Chấp hành ".repeat(5)}`,
      "hoi-nghi-ban-chap-hanh-hoi-nghi-ban-chap-hanh-hoi-nghi-ban-chap-hanh-hoi-nghi",
    ],
    ["///", ""],
  ])("%j lies in %j", (title, name) => {
    expect(folderName(title)).toBe(name);
  });
});

describe("questions", () => {
  const { units } = reference.units;

  it.each([
    ["khoi", ["khoi-thu"]],
    ["ĐẢNG ủy", ["khoi-thu"]],
    ["thu dang", ["khoi-thu"]],
    ["bo", ["chi-bo-mot"]],
    ["o", ["khoi-thu", "chi-bo-mot"]],
    ["huyện", []],
  ])("%j finds the units %j", (typed, ids) => {
    expect(matchingUnits(units, typed, "2024-03-05" as Day).map(({ id }) => id)).toEqual(ids);
  });

  it("offers units until one is chosen", async () => {
    const unit = await askUnit(answers("huyện", "9", "chi", "1"), units, day);
    expect(unit.id).toBe("chi-bo-mot");
  });

  it("help when nothing is typed, and print back what was chosen", async () => {
    const said: string[] = [];
    const print = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    try {
      const numbers = ["Ba", "Hai"].map((word, at) => {
        const name = `Chi bộ ${word} số ${3 - at}`;
        return { ...units[0]!, id: `so-${at}`, name, eras: [{ name }] };
      });
      expect((await askUnit(answers("", "chi bo", "", "2"), numbers, day)).id).toBe("so-1");
      expect(await askTags(answers("2"), ["Một", "Hai"])).toEqual(["Hai"]);
    } finally {
      print.mockRestore();
    }
    const kind = `${units[0]!.kind === undefined ? "" : ` (${units[0]!.kind})`}\n`;
    expect(said).toEqual([
      "Bài nào cũng thuộc một đơn vị. Gõ vài chữ của tên, ví dụ “chi bo”; các đơn vị có trong tệp units.yaml.\n",
      `  [1] Chi bộ Ba số 3${kind}`,
      `  [2] Chi bộ Hai số 2${kind}`,
      "Gõ số trong ngoặc vuông ở trên, ví dụ 1, hoặc gõ vài chữ khác của tên đơn vị.\n",
      "→ Chi bộ Hai số 2\n",
      "  [1] Một\n  [2] Hai\n",
      "→ Hai\n",
    ]);
  });

  it("take dates as people write them, and ask again", async () => {
    expect(await askDay(answers("hôm qua", "14/1/2022"), "Ngày", day)).toBe("2022-01-14");
    expect(await askDay(answers(""), "Ngày", day)).toBe(day);
  });

  it("take tags by number and by name", async () => {
    expect(await askTags(answers("2, Đại hội, 7,, 2"), ["Một", "Hai"])).toEqual([
      "Hai",
      "Đại hội",
      "7",
    ]);
    expect(await askTags(answers(""), ["Một"])).toEqual([]);
  });

  it.each([
    [["hoi ngh", ""], ["Hội nghị"]],
    [["hoi ngh", "gì?", "k"], ["hoi ngh"]],
    [["hội nghị"], ["Hội nghị"]],
    [["Chuyển đổi số"], ["Chuyển đổi số"]],
  ])("ask back about a tag that is nearly another: %j", async (typed, tags) => {
    expect(await askTags(answers(...typed), ["Hội nghị", "Khen thưởng"])).toEqual(tags);
  });
});

/** Returns a stand-in for somebody who types one line after the other. */
function answers(...lines: string[]): Ask {
  return async () => lines.shift() ?? expect.fail("asked too often");
}
