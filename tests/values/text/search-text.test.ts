import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachWord, fileOf, plainOf, spellingOf } from "../../../src/text/search-text.ts";
import { fold } from "../../../src/text/vietnamese.ts";

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ..."aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠằẳẵắặĐÐðòỏõóọủỦụ 0123456789-/,.".split(""),
  ),
});

describe("a word of the index", () => {
  it("comes to the project's own fold without its marks", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const words: string[] = [];
        eachWord(text, (word) => words.push(word));
        for (const word of words) expect(plainOf(spellingOf(word))).toBe(fold(word));
      }),
    );
  });

  it.each([
    ["hoà", "hòa"],
    ["UỶ", "ủy"],
    ["khoẻ", "khỏe"],
    ["hoàn", "hoàn"],
    ["người", "người"],
    ["Ðảng", "đảng"],
    ["đường".normalize("NFD"), "đường"],
  ])("%s is spelt %s", (word, spelling) => {
    expect(spellingOf(word)).toBe(spelling);
  });

  it.each<[string, string]>([
    ["Đảng ủy xã", "Đảng+ủy+xã"],
    ["21-KL/TW", "21+KL+TW"],
    ["giảm 98,2 %, còn 1.625", "giảm+98+2 còn+1+625"],
    ["Đảng, ủy ban; dân – xã", "Đảng ủy+ban dân xã"],
    ["phong trào “Học một điều”", "phong+trào+Học+một+điều"],
    ["dòng trên\ndòng dưới", "dòng+trên dòng+dưới"],
  ])("%s: which words are side by side", (text, expected) => {
    let found = "";
    eachWord(text, (word, isBesideLast) => {
      found += `${isBesideLast ? "+" : " "}${word}`;
    });
    expect(found.trim()).toBe(expected);
  });

  it("is cut off when it is no word of a language", () => {
    const words: string[] = [];
    eachWord("a".repeat(500), (word) => words.push(word));
    expect(words).toEqual(["a".repeat(40)]);
  });

  it("is in one of the files, whatever their number", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1_024 }), (plain, files) => {
        const file = fileOf(plain, files);
        expect(Number.isInteger(file) && file >= 0 && file < files).toBe(true);
      }),
    );
  });
});
