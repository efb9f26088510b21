import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matches } from "../../../browser/search/matching.ts";
import {
  eachNumber,
  type IndexReader,
  type Part,
  type WordLine,
} from "../../../browser/search/part.ts";
import { readWords } from "../../../browser/search/query.ts";
import { indexPart, numberList, type SearchText } from "../../../src/search/index-part.ts";
import { fileOf, plainOf } from "../../../src/text/search-text.ts";
import { fold } from "../../../src/text/vietnamese.ts";

/* What is written to the index is what a browser reads from it. */

const text = (title: string, body: string, facts = ""): SearchText => ({ title, body, facts });

function readerOf(files: readonly string[]): IndexReader {
  return {
    linesOf: async (part, plain) =>
      files[fileOf(plain, part.files)]!.split("\n").flatMap((line): WordLine[] => {
        const [spelling = "", list = "", ...next] = line.split("\t");
        return plainOf(spelling) === plain && list !== "" ? [{ spelling, list, next }] : [];
      }),
    row: () => Promise.reject(new Error("no rows here")),
    choices: () => Promise.reject(new Error("no choices here")),
    bytes: () => 0,
  };
}

async function found(texts: readonly SearchText[], typed: string, files = 4) {
  const part: Part = { name: "thu", key: "1", size: texts.length, files, years: [] };
  const reader = readerOf(indexPart(texts, files));
  const all = await matches(reader, part, readWords(typed)!, {}, "");
  return all.sort((a, b) => b.score - a.score || b.place - a.place);
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
