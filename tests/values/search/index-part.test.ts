import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matches } from "../../../browser/search/matching.ts";
import { eachNumber, newIndexReader, type Part } from "../../../browser/search/part.ts";
import { readWords } from "../../../browser/search/query.ts";
import { indexPart, numberList, type SearchText } from "../../../src/search/index-part.ts";
import { eachWord, spellingOf } from "../../../src/text/search-text.ts";
import { fold } from "../../../src/text/vietnamese.ts";

/* What is written to the index is what a browser reads from it. */

const text = (title: string, body: string, facts = ""): SearchText => ({ title, body, facts });

async function found(texts: readonly SearchText[], typed: string, files = 4) {
  const part: Part = { name: "thu", key: "1", size: texts.length, files, since: "", years: [] };
  const index = indexPart(texts, files);
  const reader = newIndexReader("", async (url) => index[Number(/\d+/u.exec(url))]!);
  const all = await matches(reader, part, readWords(typed)!, {}, "");
  return [...all.found].sort((a, b) => b.score - a.score || b.place - a.place);
}

describe("a part of the index", () => {
  it("is a line for each spelling, in order, with the words that follow it", () => {
    const texts = [text("Mở đường", "Đường sáng."), text("Đường", "Mở.")];
    // B says that something is told of the word there, and E that it is in the title.
    expect(indexPart(texts, 1)).toEqual(["đường\tBEBE\tsáng\tA\nmở\tBEA\tđường\tBE\nsáng\tA\n"]);
  });

  it("finds each word of each text, and nothing else", async () => {
    const word = fc.constantFrom("đường", "dương", "sáng", "chi", "bộ", "hòa", "hoà", "21", "KL");
    const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentence, { minLength: 1, maxLength: 12 }),
        sentence,
        fc.constantFrom(1, 4, 16),
        async (bodies, query, files) => {
          const texts = bodies.map((body) => text("", body));
          const wanted = new Set(fold(query).split(" "));
          const expected = bodies.flatMap((body, at) => {
            const own = new Set(fold(body).split(" "));
            return [...wanted].every((one) => own.has(one)) ? [at] : [];
          });
          const whole = (await found(texts, query, files)).filter(({ isWhole }) => isWhole);
          expect(whole.map(({ place }) => place).sort((a, b) => a - b)).toEqual(expected);
        },
      ),
    );
  });

  it("finds a phrase in quotation marks only where its words are side by side", async () => {
    const texts = [text("", "đảng ủy xã"), text("", "ủy ban, đảng bộ"), text("", "Đảng, ủy ban")];
    expect((await found(texts, '"đảng ủy"')).map(({ place }) => place)).toEqual([0]);
  });

  it("puts what is spelt as typed first, then words side by side, then the title", async () => {
    const texts = [
      text("", "dang uy"),
      text("", "ủy viên của đảng"),
      text("Đảng ủy", ""),
      text("", "đảng ủy"),
    ];
    expect((await found(texts, "đảng ủy")).map(({ place }) => place)).toEqual([2, 3, 1, 0]);
  });
});

describe("a query", () => {
  const plain = (typed: string) => readWords(typed)?.words.map((word) => word.plain);
  it.each([
    ["an emoji is no word, nor is the mark behind it", "❤️ chi 👍🏻", ["chi"]],
    ["a mark alone is no word", "\u0301 chi", ["chi"]],
    ["signs that nobody sees are left out", "Đả\u200bng\ufeff", ["dang"]],
    ["names of properties are words", "__proto__ constructor", ["proto", "constructor"]],
    ["a pile of marks is cut", `a${"\u0301".repeat(10_000)}`, ["a"]],
    ["signs that turn the direction are no words", "\u202eđảng\u202c", ["dang"]],
  ])("%s", (_title, typed, words) => {
    expect(plain(typed)).toEqual(words);
  });

  it("has the words that Unicode sees in any text", () => {
    const unit = fc.constantFrom(
      "a",
      "đ",
      "\u0301",
      "7",
      " ",
      ".",
      "\u{1d51e}",
      "\u{1f600}",
      "\ud835",
      "\udd1e",
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: "binary" })), (typed) => {
        const seen: string[] = [];
        eachWord(typed, (word, _isBesideLast, from) => {
          expect(typed.startsWith(word, from)).toBe(true);
          if (word.length < 39) seen.push(word);
        });
        const expected = typed.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
        expect(seen).toEqual(expected.filter((word) => word.length < 39));
      }),
      { numRuns: 500 },
    );
  });

  it("has at most 32 words, and says when more were typed", () => {
    const typed = Array.from({ length: 3_000 }, (_, at) => `a${at}`).join(" ");
    expect(readWords(typed)).toMatchObject({ isCut: true });
    expect(plain(typed)).toHaveLength(32);
    expect(readWords("chi bộ")).toMatchObject({ isCut: false });
  });

  it("finds a long word whose fortieth letter is two units", async () => {
    const long = `a${"\u{1d51e}".repeat(30)}`;
    expect(await found([text("", long)], long)).toHaveLength(1);
  });

  it("is sure of a word with other marks only beside its neighbour", async () => {
    const texts = [
      text("", "giấy trắng, nóng, dưỡng"),
      text("", "giầy nóng đường"),
      text("", "đường, giây, nóng"),
    ];
    const sure = (await found(texts, "đường giây nóng")).filter(({ isSure }) => isSure);
    expect(sure.map(({ place }) => place)).toEqual([2, 1]);
    expect((await found(texts, "giay nong")).every(({ isSure }) => isSure)).toBe(true);
    expect((await found(texts, "đuờng"))[0]).toMatchObject({ isSure: true });
  });
});

it.each([
  ["hoà", "hòa"],
  ["Uỷ", "ủy"],
  ["thuỷ", "thủy"],
  ["hoàn", "hoàn"],
  ["quý", "quý"],
  ["Quỹ", "quỹ"],
])("%s is spelt %s", (word, spelling) => {
  expect(spellingOf(word)).toBe(spelling);
});

it("a list of growing numbers is read as it was written", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 70_000 })), (numbers) => {
      const sorted = numbers.sort((a, b) => a - b);
      const read: number[] = [];
      eachNumber(numberList(sorted), (number) => read.push(number));
      expect(read).toEqual(sorted);
    }),
  );
});
