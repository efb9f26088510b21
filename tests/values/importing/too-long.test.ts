import { describe, expect, it } from "vitest";
import { documentsIn } from "../../../src/importing/cited-documents.ts";
import { figuresIn } from "../../../src/importing/figures.ts";
import { ImportRefused } from "../../../src/importing/imported-document.ts";
import { pastedMarkdown } from "../../../src/importing/pasted-html.ts";
import { maxElements, maxItems } from "../../../src/limits.ts";

/** Documents that no office writes; whoever brings one in has taken the wrong file. */

describe("a document that is too long", () => {
  it.each([
    ["paragraphs", "<p>Một.</p>"],
    ["line breaks", "<br>"],
    ["comments", "<!--a-->"],
    ["tags that are never closed", "<p>a"],
  ])("is refused: %s", (_name, piece) => {
    const read = () => pastedMarkdown(piece.repeat(4 * maxElements));
    expect(read).toThrow(ImportRefused);
    expect(read).toThrow(/hơn 20\.000 đoạn.*Xin tách ra/u);
  });

  it("is not one that is only long", () => {
    expect(pastedMarkdown("<p>Một.</p>".repeat(2_000)).split("\n\n").length).toBe(2_000);
  });

  it("has no more documents and figures than anyone looks through", () => {
    const cited = Array.from({ length: 3_000 }, (_, at) => `Nghị quyết số ${at + 1}-NQ/TW và`);
    expect(documentsIn(cited.join(" ")).length).toBe(maxItems.documents);
    const counted = Array.from({ length: 3_000 }, (_, at) => `Kết nạp ${at + 1} đảng viên mới.`);
    expect(figuresIn([counted.join(" ")], () => false).length).toBe(20);
  });
});
