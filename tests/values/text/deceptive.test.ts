import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deceptionProblems, places } from "../../../scripts/trials/text.ts";
import {
  deceptiveForms,
  deceptiveLinks,
  doubtfulLinks,
  honestInBodies,
  honestLinks,
  honestTexts,
} from "../../../scripts/trials/text-forms.ts";
import { fixCharacters } from "../../../src/content/characters.ts";
import { fixArticle } from "../../../src/front-matter/fix.ts";

/*
 * Texts that deceive are refused where they can be written, and texts nearly like them are not. The
 * trial `text` tries every text at every place; here each is tried at one place of a kind.
 */

const placeOf = (name: string) => places.find((one) => one.name === name)!;
const [title, author, paragraph] = ["title", "author", "paragraph"].map(placeOf);

/** Returns the codes of the problems with a text at a place. */
function codesAt(place: typeof title, text: string): string[] {
  return deceptionProblems(place!.file(text.normalize("NFC"))).map(({ code }) => code);
}

describe("a text that deceives", () => {
  it.each(deceptiveForms.map((form) => [form.name, form] as const))("%s", (_, form) => {
    expect(codesAt(author, form.text)).toContain(form.code);
    if (form.reach !== "names") expect(codesAt(title, form.text)).toContain(form.code);
    if (form.reach === "everywhere") expect(codesAt(paragraph, form.text)).toContain(form.code);
  });

  it.each(deceptiveLinks)("%s", (link, code) => {
    expect(codesAt(paragraph, link)).toContain(code);
  });
});

describe("a link that may deceive or not", () => {
  it.each(doubtfulLinks)("%s", (link) => {
    expect(codesAt(paragraph, link)).toEqual(["link-host-borrows"]);
  });

  it("is refused when its text is an address that it only begins with", () => {
    const link = "[chinhphu.vn](https://chinhphu.vn.example.com/)";
    expect(codesAt(paragraph, link)).toEqual(["link-host-borrows", "link-text-other"]);
  });
});

describe("an honest text", () => {
  it.each(honestTexts)("%s", (text) => {
    for (const place of [author, title, paragraph]) expect(codesAt(place, text)).toEqual([]);
  });

  it.each([...honestInBodies, ...honestLinks])("%s", (text) => {
    expect(codesAt(paragraph, text)).toEqual([]);
  });

  it.each([...honestTexts, ...honestInBodies])("%s stays as it is", (text) => {
    const composed = text.normalize("NFC");
    expect(fixCharacters(composed, 0)).toBe(composed);
  });
});

describe("repairing", () => {
  const rows: readonly (readonly [was: string, is: string])[] = [
    ["Chi b\u200bộ", "Chi bộ"],
    ["Chi\u2028bộ", "Chi bộ"],
    ["Chi&#8203; b&shy;ộ", "Chi bộ"],
    ["Gõ `&shy;` hay &shy;", "Gõ `&shy;` hay "],
    ["\u0421hi bộ", "Chi bộ"],
    ["Đ\u03bf\u0300an", "Đòan"],
    ["Ch\u0131 bộ", "Chi bộ"],
    ["Đại hội \u2169\u2162", "Đại hội XIII"],
    ["\uff23\uff48\uff49 bộ \u{1d40c}ột", "Chi bộ Một"],
    ["(\u24b8\u24d7\u24d8 bộ)", "(Chi bộ)"],
    ["Hội nghị\uff0c mở", "Hội nghị, mở"],
    ["\u0189ảng", "Đảng"],
    // Which letter is meant is for the writer to say.
    ["Đả\u03b7g", "Đả\u03b7g"],
    ["Li\u04cfm", "Li\u04cfm"],
    ["\u1d05\u1d00\u0309\u0274\u0262", "\u1d05\u1d00\u0309\u0274\u0262"],
    ["Đảng\u200bviên", "Đảngviên"],
    ["Họp \u0412\u0421\u041d", "Họp \u0412\u0421\u041d"],
    ["C\u0336hi", "C\u0336hi"],
    // An address leads where it leads.
    ["[a](https://v\u0441.example/)", "[a](https://v\u0441.example/)"],
  ];
  it.each(rows)("%j becomes %j", (was, is) => {
    const head = "---\ntitle: A\n---\n\n";
    expect(fixArticle(head + was).text).toBe(head + is);
  });

  it("comes to an end, and changes nothing that is plain", () => {
    const odd = fc.constantFrom(...deceptiveForms.map(({ text }) => text));
    const plain = fc.constantFrom("Chi bộ Một", "họp, bàn", "“Tốt”", "K'Ho", "\n\n");
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, plain), { maxLength: 6 }), (parts) => {
        const fixed = fixCharacters(parts.join(" "), 0);
        expect(fixCharacters(fixed, 0)).toBe(fixed);
      }),
    );
    fc.assert(
      fc.property(fc.array(plain), (parts) => {
        expect(fixCharacters(parts.join(" "))).toBe(parts.join(" "));
      }),
    );
  });
});
