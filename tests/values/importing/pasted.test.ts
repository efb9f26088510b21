import { Document, Packer, Paragraph, Tab, TextRun } from "docx";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../src/importing/docx.ts";
import { readHtmlPage } from "../../../src/importing/html-page.ts";
import { pastedMarkdown } from "../../../src/importing/pasted-html.ts";

/** What Word and writers make of lists and blanks, as Markdown. */

/** Returns an item as Word puts it on the clipboard: a line break may cut its style in two. */
function item(level: number, marker: string, text: string): string {
  return `<p class=MsoListParagraphCxSpMiddle style='margin-left:.5in;mso-list:l0
level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>\n`;
}

describe("a list on Word's clipboard", () => {
  it.each([
    [item(1, "·", "Một") + item(1, "·", "<b>Hai</b> ba"), "- Một\n- **Hai** ba"],
    [item(1, "·", "Một"), "- Một"],
    [item(1, "3.", "Ba") + item(1, "4.", "Bốn"), "3.  Ba\n4.  Bốn"],
    [item(1, "a)", "Ba") + item(1, "b)", "Bốn"), "a) Ba\n\nb) Bốn"],
    [item(1, "II.", "Ba") + item(1, "1.2.", "Bốn"), "II. Ba\n\n1.2. Bốn"],
    [item(1, "1.", "Ba") + item(1, "1.", "Bốn"), "1.  Ba\n\n1)  Bốn"],
    [
      item(1, "·", "Một") + item(2, "o", "Hai") + item(3, "§", "Ba") + item(1, "·", "Bốn"),
      "- Một\n    - Hai\n        - Ba\n- Bốn",
    ],
    [
      item(1, "1.", "Một") + item(2, "·", "Hai") + item(1, "2.", "Ba"),
      "1.  Một\n    - Hai\n2.  Ba",
    ],
    [item(2, "o", "Hai") + item(1, "·", "Một"), "- Hai\n- Một"],
    [item(1, "·", "Một") + item(1, "1.", "Hai"), "- Một\n\n1.  Hai"],
    [`<p class=MsoNormal>Đầu:</p>${item(1, "·", "Một")}<p>Cuối.</p>`, "Đầu:\n\n- Một\n\nCuối."],
  ])("%#", (html, expected) => {
    expect(pastedMarkdown(html)).toBe(expected);
  });

  it("is one in a page that Word has saved, too", () => {
    const text = "Chi bộ Hai họp đầu tháng và bàn nhiều việc của quý, mỗi tổ một phần. ".repeat(9);
    const page = `<html><body><div class=WordSection1><p>${text}</p>${item(1, "·", "Một")}${item(1, "·", "Hai")}<p>${text}</p></div></body></html>`;
    expect(pastedMarkdown(readHtmlPage(page, () => undefined).html)).toContain(
      "\n\n- Một\n- Hai\n\n",
    );
  });
});

describe("bullets that were typed", () => {
  it.each([
    ["• Một", "•\tHai"],
    ["● Một", "● Hai"],
    ["- Một", "– Hai"],
    ["+ Một", "+ Hai"],
    ["➢ Một", "➢ Hai"],
    ["\uf0b7\tMột", "\uf0b7\tHai"],
  ])("%j, %j are a list", (...lines) => {
    expect(pastedMarkdown(lines.map((line) => `<p>${line}</p>`).join("\n"))).toBe("- Một\n- Hai");
  });

  it.each([
    ["<p>- Đồng chí nói một câu.</p><p>Rồi thôi.</p>", "\\- Đồng chí nói một câu.\n\nRồi thôi."],
    ["<p>• Một</p><p>Hai</p><p>• Ba</p>", "• Một\n\nHai\n\n• Ba"],
    ["<p>-Một</p><p>-Hai</p>", "\\-Một\n\n\\-Hai"],
    ["<p>- Một</p><p>&nbsp;</p><p>- Hai</p>", "- Một\n- Hai"],
    ["<p>- Một</p><p>+ Hai</p><p>+ Ba</p><p>- Bốn</p>", "- Một\n    - Hai\n    - Ba\n- Bốn"],
    ["<p><b>- Một:</b> hai</p><p><b>-</b> Ba</p>", "- **Một:** hai\n- Ba"],
  ])("%j", (html, expected) => {
    expect(pastedMarkdown(html)).toBe(expected);
  });
});

describe("blanks", () => {
  it.each([
    ["<p>\tMột , hai  ba .</p>", "Một, hai ba."],
    ["<p>&nbsp;&nbsp; Một&nbsp; hai <b>ba </b>, bốn.</p>", "Một hai **ba**, bốn."],
    ["<p>Một <b> hai</b></p>", "Một **hai**"],
    ["<p>Một và … , hai ... ba</p>", "Một và …, hai ... ba"],
    ["<p>Một ,<br> hai .”</p>", "Một,\\\nhai.”"],
    ["<p>98,2 % của 1.625 , rồi .5</p>", "98,2 % của 1.625, rồi .5"],
    ["<p>Một <code>hai</code> ba, <code>bốn</code>.</p>", "Một `hai` ba, `bốn`."],
    ["<ul><li> Một ,</li><li>Hai .</li></ul>", "- Một,\n- Hai."],
  ])("%j", (html, expected) => {
    expect(pastedMarkdown(html)).toBe(expected);
  });
});

it("a Word file with typed bullets and tabs", async () => {
  const typed = (text: string) =>
    new Paragraph({ children: [new TextRun({ children: ["•", new Tab(), text] })] });
  const word = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({
              children: [new TextRun({ children: [new Tab(), "Chi bộ  họp , bàn:"] })],
            }),
            typed("Việc một ;"),
            typed("Việc hai ."),
            new Paragraph("- Một lời nói."),
          ],
        },
      ],
    }),
  );
  expect(pastedMarkdown((await readDocx(word)).html)).toBe(
    "Chi bộ họp, bàn:\n\n- Việc một ;\n- Việc hai.\n\n\\- Một lời nói.",
  );
});
