import { describe, expect, it } from "vitest";
import { excerptOf, piecesOf } from "../../../browser/search/excerpt.ts";
import { readWords } from "../../../browser/search/query.ts";
import { meantBy } from "../../../browser/search/spelling.ts";
import { writtenByKeys } from "../../../browser/search/typing.ts";
import { plainOf } from "../../../src/text/search-text.ts";

/* What a search makes of slips, and what it shows of a text. */

it.each([
  // Telex, each with the keys of a mark in another place.
  ["dduowfng", "đường"],
  ["dduongwf", "đường"],
  ["duowngdf", "đường"],
  ["ddaangr", "đẩng"],
  ["ddangr", "đảng"],
  ["ddoongf", "đồng"],
  ["uyr", "ủy"],
  ["hoaf", "hòa"],
  ["nguowif", "người"],
  ["khuyeens", "khuyến"],
  ["quyeets", "quyết"],
  ["xax", "xã"],
  ["thuwowngr", "thưởng"],
  ["giair", "giải"],
  ["vaen", undefined],
  // VNI.
  ["d9u7o72ng", "đường"],
  ["d9a3ng", "đảng"],
  ["ngu7o7i2", "người"],
  ["thu7o7ng3", "thưởng"],
  ["xa4", "xã"],
  ["nam8", "năm"],
  // Neither.
  ["chi", undefined],
  ["2024", undefined],
  ["zzzz", undefined],
])("keys %s write %s", (keys, written) => {
  expect(writtenByKeys(keys)).toBe(written);
});

describe("what was meant", () => {
  const titleWords = ["đảng", "khen", "thưởng", "đường", "sáng", "chi", "bộ", "quý"];
  /** The words that follow another somewhere, the commonest first. */
  const followers = new Map([
    ["khen", ["thật", "tặng"]],
    ["khuyến", ["học", "khích", "khíchlệ"]],
    ["giấy", ["khen", "tờ"]],
    ["giầy", ["khen"]],
    ["huy", ["hiệu"]],
    ["hiệu", ["đảng"]],
    ["gia", ["đình"]],
  ]);
  it.each([
    ["dduowfng sang", "đường sáng"],
    ["khen thươ", "khen thưởng"],
    // Without marks it is spelt as articles do, with some it stays as it was typed.
    ["khne thuong", "khen thưởng"],
    ["giay khne", "giấy khen"],
    ["khne thuong đảng", "khen thuong đảng"],
    // Words without blanks.
    ["giaykhen", "giấy khen"],
    ["giấykhen", "giấy khen"],
    ["GiayKhen", "giấy khen"],
    ["huyhieudang", "huy hiệu đảng"],
    ["giadinh", "gia đình"],
    ["khuyenhoc chi", "khuyến học chi"],
    ["thuongr", "thưởng"],
    ["duongg", "đường"],
    ["quys", "quý"],
    // Keys of a word that no title has.
    ["nghieemj", "nghiệm"],
    // A word that follows the one before somewhere comes before commoner ones.
    ["khen tawngj", "khen tặng"],
    ["khen thta", "khen thật"],
    // A last word that is known may still be unfinished.
    ["khuyến họ", "khuyến học"],
    ["khuyến h", "khuyến học"],
    // The two are side by side somewhere: then nothing else was meant.
    ["khuyến khích", undefined],
    ["khuyến khich", undefined],
    // Quotation marks and signs stay.
    ['"khne thưởng", chi', '"khen thưởng", chi'],
    // Numbers as they are printed.
    ["21kl", "21 KL"],
    ["48-qđ, 12qđ", "48-qđ, 12 QĐ"],
    ["nq18", "NQ 18"],
    ["ct05", "CT 05"],
    // Letters of a last word that changed places.
    ["khuyến hcọ", "khuyến học"],
    ["1625 sáng", "1.625 sáng"],
    ["12345678", "12.345.678"],
    ["0123", undefined],
    ["đảng", undefined],
    ["zzzzz", undefined],
  ])("by %s", async (typed, meant) => {
    const { words } = readWords(typed)!;
    const search = {
      isKnown: (at: number) =>
        ["họ", "h", "khuyến", "khích", "khich", "48", "qđ"].includes(
          words[at]!.marked ?? words[at]!.plain,
        ),
      neighbours: async (plain: string) =>
        [...followers].flatMap(([first, seconds]) =>
          plainOf(first) === plain
            ? seconds.map((second, at) => ({ first, second, count: first === "giấy" ? 9 : 5 - at }))
            : [],
        ),
    };
    expect(await meantBy(typed, readWords(typed)!, search, titleWords)).toBe(meant);
  });
});

describe("an excerpt", () => {
  const query = readWords("duong sang")!;
  it("is the passage that has most of the words", () => {
    const blocks = ["Con đường cũ.", "Hôm nay đường sáng lên.", "Sáng nay họp."];
    expect(excerptOf(blocks, query)).toMatchObject({ text: "Hôm nay đường sáng lên.", block: 1 });
  });
  it("is cut to a few lines, and says so", () => {
    const long = `${"chữ ".repeat(60)}đường sáng${" chữ".repeat(60)}`;
    const excerpt = excerptOf([long], query)!.text;
    expect(excerpt).toMatch(/^… chữ .*đường sáng.* …$/u);
    expect(excerpt.split(" ").length).toBeLessThan(40);
  });
  it("is missing where no block has a word", () => {
    expect(excerptOf(["Không có gì.", ""], query)).toBeUndefined();
  });
  it("is cut into what was found and the rest", () => {
    expect(piecesOf("Đường, sáng!", query)).toEqual([
      { text: "Đường", isFound: true },
      { text: ", ", isFound: false },
      { text: "sáng", isFound: true },
      { text: "!", isFound: false },
    ]);
  });
  it("is marked with the marks that were typed", () => {
    const found = piecesOf("Bộ phận bỏ trống, bốn tốt", readWords("bộ bốn tot")!);
    expect(found.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual([
      "Bộ",
      "bốn",
      "tốt",
    ]);
  });
});
