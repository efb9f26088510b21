import { expect, it } from "vitest";
import { withPdfReader } from "../../../src/attachments/pdf.ts";
import { pdfFile } from "../../pdf-file.ts";

it("reads many PDFs one after the other, and no fault of one tells in the next", async () => {
  const good = (text: string) => pdfFile({ lines: [text] });
  const cut = good("Không đọc được").subarray(0, 60);
  const files = [good("Quyết định"), cut, good("Kết luận"), cut, cut, good("Kế hoạch")];
  const found = await withPdfReader(async (reader) => {
    const answers: unknown[] = [];
    for (const bytes of files) {
      const read = await reader.read(bytes, 5);
      answers.push(typeof read === "string" ? read : read.texts.join());
    }
    return answers;
  });
  expect(found).toEqual(["Quyết định", "broken", "Kết luận", "broken", "broken", "Kế hoạch"]);
});
