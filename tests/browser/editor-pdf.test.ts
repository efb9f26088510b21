import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, base, temporaryFolder, writeFiles } from "../content.ts";
import { pdfFile } from "../pdf-file.ts";
import { forgetUnsaved, openPreview, type PreviewServer } from "./preview-server.ts";

/** PDFs in the form editor, as its writer meets them: a real browser, real files. */

const content = temporaryFolder();
const cache = temporaryFolder();
let server: PreviewServer;
let page: Page;

const listed = `documents:
  # hai văn bản
  - number: "12-QĐ/ĐU" # đã ký
    title: Về khen thưởng
  - { title: Báo cáo quý, file: bao-cao.pdf }`;

const decision = pdfFile({
  lines: [
    "ĐẢNG ỦY MẪU",
    "Số 15-QĐ/ĐU",
    "Nơi mẫu, ngày 05 tháng 3 năm 2024",
    "QUYẾT ĐỊNH",
    "về việc khen thưởng chi bộ mẫu",
    "- Căn cứ Quy chế làm việc",
  ],
});
const other = pdfFile({ lines: ["Một văn bản khác hẳn, không có số, không có ngày ký"] });

beforeAll(async () => {
  writeFiles(content, {
    ...base,
    "2024/khen/index.md": article(listed),
    "2024/khen/bao-cao.pdf": other,
    "2024/trong/index.md": article("tags: [Một]").replace("Bài thử", "Bài chưa có văn bản"),
  });
  server = await openPreview(content, cache, "/_soan/");
  page = server.page;
});

afterAll(() => server.stop());

const fileOf = (path: string) => readFileSync(join(content, path), "utf8");
const message = () => page.locator(".notices .message");
const documents = () => page.locator("#phan-documents");
const row = (at: number) => page.locator(`#o-documents-${at}`);

async function open(path: string): Promise<void> {
  await page.goto(server.address("/_soan/"));
  await forgetUnsaved(page, path);
  await page.goto(server.address(`/_soan/#/bai/${encodeURIComponent(path)}`));
  await page.locator(".write").waitFor();
}

async function save(): Promise<void> {
  await page.keyboard.press("Control+s");
  await expect.poll(() => page.locator(".bar .saved").innerText()).toBe("Đã lưu");
}

const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: "application/pdf", buffer });

/** Drops files from the desktop onto an element. */
async function drop(target: string, files: readonly { name: string; buffer: Buffer }[]) {
  const given = files.map(({ name, buffer }) => ({ name, data: buffer.toString("base64") }));
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, data } of all) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: "application/pdf" }));
    }
    return transfer;
  }, given);
  await page.dispatchEvent(target, "drop", { dataTransfer: data });
}

describe("a PDF of a document in the list", () => {
  it("shows what readers will be told of it, in the form and on the page", async () => {
    await open("2024/khen/index.md");
    await expect.poll(() => row(1).innerText()).toMatch(/PDF, 1\s*trang, \d+\s*kB/u);
    const link = page.frameLocator("iframe").getByRole("link", { name: /^Toàn văn \(PDF/u });
    expect(await link.count()).toBe(1);
    const opened = await page.context().request.get(
      await row(1)
        .locator("a")
        .evaluate((link) => (link as unknown as { href: string }).href),
    );
    expect([opened.status(), opened.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  });

  it("is taken from this computer, written beside the article and into one line", async () => {
    await open("2024/khen/index.md");
    const before = fileOf("2024/khen/index.md");
    await row(0).locator("input[type=file]").setInputFiles(pdf("Quyết định 12.PDF", decision));
    await expect.poll(() => message().innerText()).toContain("Đã kèm tệp quyet-dinh-12.pdf.");
    expect(await page.evaluate("document.activeElement.id")).toBe("o-documents-0-file");
    await expect.poll(() => row(0).innerText()).toMatch(/PDF, 1\s*trang/u);
    await save();
    expect(fileOf("2024/khen/index.md")).toBe(
      before.replace(
        "title: Về khen thưởng\n",
        "title: Về khen thưởng\n    file: quyet-dinh-12.pdf\n",
      ),
    );
    expect(readFileSync(join(content, "2024/khen/quyet-dinh-12.pdf")).equals(decision)).toBe(true);
  });

  it("is replaced by another of the same name, and the first stays as it is", async () => {
    await open("2024/khen/index.md");
    await row(0).locator("input[type=file]").setInputFiles(pdf("quyet-dinh-12.pdf", other));
    await expect.poll(() => message().innerText()).toContain("quyet-dinh-12-2.pdf");
    expect(readFileSync(join(content, "2024/khen/quyet-dinh-12.pdf")).equals(decision)).toBe(true);
    // The same bytes again are the same file.
    await row(0).locator("input[type=file]").setInputFiles(pdf("quyet-dinh-12.pdf", decision));
    await expect.poll(() => message().innerText()).toContain("Đã kèm tệp quyet-dinh-12.pdf.");
    expect(existsSync(join(content, "2024/khen/quyet-dinh-12-3.pdf"))).toBe(false);
  });

  it("is taken out by keyboard, and taken back", async () => {
    await open("2024/khen/index.md");
    await page.getByRole("button", { name: "Bỏ tệp bao-cao.pdf" }).press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("o-documents-1-file");
    expect(await page.getByLabel("Tệp văn bản (PDF)").nth(1).inputValue()).toBe("");
    await row(1).getByRole("button", { name: "Lấy lại" }).press("Enter");
    expect(await page.getByLabel("Tệp văn bản (PDF)").nth(1).inputValue()).toBe("bao-cao.pdf");
    expect(await row(1).getByText("Đã bỏ tệp").count()).toBe(0);
  });

  it.each([
    ["tep.pdf", Buffer.from("PK\u0003\u0004"), "bên trong không phải là PDF"],
    ["khoa.pdf", pdfFile({ trailer: "/Encrypt 9 0 R" }), "bị khóa"],
    ["ma.pdf", pdfFile({ catalogue: "/OpenAction << /S /JavaScript >>" }), "JavaScript"],
    ["to.pdf", Buffer.concat([decision, Buffer.alloc(20_000_001)]), "nặng 21 MB, quá mức 20 MB"],
  ])("is refused in words when a check would refuse it: %s", async (name, bytes, words) => {
    await open("2024/khen/index.md");
    await row(0).locator("input[type=file]").setInputFiles(pdf(name, bytes));
    await expect.poll(() => message().innerText()).toContain(words);
    expect(await message().getAttribute("role")).toBe("alert");
    expect(existsSync(join(content, "2024/khen", name))).toBe(false);
  });

  it("that is a scan is taken, and says who cannot read it and what to do", async () => {
    await open("2024/khen/index.md");
    await row(0)
      .locator("input[type=file]")
      .setInputFiles(pdf("chup.pdf", pdfFile({ lines: [] })));
    await expect.poll(() => row(0).innerText()).toMatch(/PDF bản chụp, 1\s*trang/u);
    const notes = page.locator("#o-documents-0-file-notes");
    expect(await notes.innerText()).toMatch(/người nghe bằng chương trình đọc.*OCR/su);
  });

  it("is looked at once more when its name comes from the file, and may not be published", async () => {
    writeFiles(content, { "2024/khen/khoa.pdf": pdfFile({ trailer: "/Encrypt 9 0 R" }) });
    await open("2024/khen/index.md");
    await expect
      .poll(() => page.getByLabel("Tệp văn bản (PDF)").first().locator("option").allTextContents())
      .toContain("khoa.pdf");
    await page.getByLabel("Tệp văn bản (PDF)").first().selectOption("khoa.pdf");
    await expect.poll(() => row(0).innerText()).toMatch(/Lỗi: .*bị khóa/su);
  });
});

describe("a PDF without a document in the list", () => {
  it("becomes one, with number, kind, title and day from its text, to be looked at", async () => {
    await open("2024/trong/index.md");
    await documents().evaluate((part) => part.setAttribute("open", ""));
    await drop("#phan-documents .drop", [{ name: "QD 15.pdf", buffer: decision }]);
    await expect.poll(() => message().innerText()).toContain("Đã thêm tệp qd-15.pdf.");
    expect(await page.evaluate("document.activeElement.id")).toBe("o-documents-0-number");
    expect(await documents().innerText()).toContain(
      "Ô số, loại, tên và ngày được điền theo chữ trong qd-15.pdf. Xin so với văn bản.",
    );
    await save();
    const text = fileOf("2024/trong/index.md");
    expect(text).toContain('number: "15-QĐ/ĐU"\n');
    expect(text).toContain('title: "Về việc khen thưởng chi bộ mẫu"\n');
    expect(text).toContain("date: 2024-03-05\n");
    expect(text).toContain("file: qd-15.pdf\n");
  });

  it("goes to the document of its number, when the list has one without a file", async () => {
    await open("2024/khen/index.md");
    await page
      .getByRole("button", { name: /^Bỏ tệp/u })
      .first()
      .click();
    const twelve = pdfFile({ lines: ["Số 12 - QĐ/ĐU", "Một quyết định mẫu có đủ chữ để đọc"] });
    await drop("#phan-documents .rows", [{ name: "muoi-hai.pdf", buffer: twelve }]);
    await expect.poll(() => message().innerText()).toContain("vào văn bản số 12-QĐ/ĐU");
    expect(await page.locator("#phan-documents fieldset.row").count()).toBe(2);
  });

  it("may be one of several, of which some are refused", async () => {
    await open("2024/trong/index.md");
    const before = await page.locator("#phan-documents fieldset.row").count();
    await documents()
      .locator(".rows > .row-tools input[type=file]")
      .setInputFiles([pdf("hong.pdf", Buffer.from("không phải")), pdf("khac.pdf", other)]);
    await expect.poll(() => message().innerText()).toContain("không phải là PDF");
    expect(await message().innerText()).toContain("Không tìm thấy số và tên văn bản trong tệp");
    expect(await page.locator("#phan-documents fieldset.row").count()).toBe(before + 1);
    expect(readdirSync(join(content, "2024/trong"))).not.toContain("hong.pdf");
  });
});
