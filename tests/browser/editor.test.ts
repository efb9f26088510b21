import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from "docx";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, base, temporaryFolder, writeFiles } from "../content.ts";
import { until } from "../waiting.ts";
import { forgetUnsaved, openPreview, type PreviewServer } from "./preview-server.ts";

/** The form editor as its writer meets it: a real browser, real files. */

const content = temporaryFolder();
const cache = temporaryFolder();
const elsewhere = temporaryFolder();
let server: PreviewServer;
let page: Page;
let photo: Buffer;

type Caret = { selectionStart: number; setSelectionRange: (from: number, to: number) => void };

const award = `awards:
  # một
  - form: Giấy khen
    status: đã trao # tại hội nghị
    by: khoi-thu
    to: chi bộ
    count: 3
tags: [Một,  Hai]`;

beforeAll(async () => {
  writeFiles(content, {
    ...base,
    "2024/khen/index.md": article(award).replace("Bài thử", "Đường làng được khen"),
    "hong.md": article("unit: khoi-thu").replace("Bài thử", "Bài có khóa lặp"),
    "khac.md": article().replace("Bài thử", "Bài khác"),
    "nhap.md": article("draft: true").replace("Bài thử", "Bài còn viết"),
    "nhap-loi.md": article("draft: true\ntgas: [Một]").replace("Bài thử", "Bài viết dở"),
    "rut.md": article("withdrawn: { date: 2024-04-01, reason: Trùng bài }")
      .replace("Bài thử", "Bài đã rút lại")
      .replace("2024-03-05", "2024-03-01"),
  });
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#9b1b1e" } })
    .png()
    .toBuffer();
  server = await openPreview(content, cache, "/_soan/");
  page = server.page;
});

afterAll(() => server.stop());

const fileOf = (path: string) => readFileSync(join(content, path), "utf8");
const saved = () => page.locator(".bar .saved").innerText();
const frame = () => page.frameLocator("iframe");

async function open(path: string): Promise<void> {
  await page.goto(server.address("/_soan/"));
  // What the previous test left unsaved must not come back in this one.
  await forgetUnsaved(page, path);
  await page.goto(server.address(`/_soan/#/bai/${encodeURIComponent(path)}`));
  await page.locator(".write").waitFor();
}

async function save(): Promise<void> {
  await page.keyboard.press("Control+s");
  await expect.poll(saved).toBe("Đã lưu");
}

describe("the list of articles", () => {
  it("finds with marks or without, and says what state an article is in", async () => {
    const rows = () => page.locator(".articles li").allInnerTexts();
    await expect.poll(rows).toHaveLength(6);
    // A draft with errors is a draft; what was withdrawn is read well, and keeps its place by day.
    const unfinished = (await rows()).find((row) => row.includes("Bài viết dở"));
    expect(unfinished).toMatch(/5\/3\/2024.*Đảng ủy Khối Thử.*bài nháp.*1 lỗi/su);
    expect((await rows()).at(-1)).toMatch(/1\/3\/2024.*Bài đã rút lại.*đã rút/su);
    await page.getByRole("button", { name: "Chưa đăng 2" }).click();
    await expect.poll(async () => (await rows()).length).toBe(2);
    await page.getByRole("button", { name: "Tất cả 6" }).click();
    await expect.poll(rows).toHaveLength(6);
    expect((await rows()).find((row) => row.includes("Bài có khóa lặp"))).toContain("lỗi");
    expect((await rows()).find((row) => row.includes("Bài còn viết"))).toContain("bài nháp");
    // What somebody still has to work on comes first.
    const [broken, draft] = await rows();
    expect([broken, draft]).toEqual([
      expect.stringContaining("Bài có khóa lặp"),
      expect.stringContaining("bài nháp"),
    ]);
    await page.getByLabel("Tìm bài").fill("duong lang");
    await expect.poll(rows).toHaveLength(1);
    await page.getByLabel("Tìm bài").fill("");
    await page.getByRole("button", { name: "Có lỗi" }).click();
    await expect
      .poll(rows)
      .toEqual([
        expect.stringContaining("Bài có khóa lặp"),
        expect.stringContaining("Bài viết dở"),
      ]);
    await page.getByRole("button", { name: "Tất cả" }).click();
    await page.getByRole("link", { name: "Đường làng được khen" }).click();
    await expect.poll(() => page.getByLabel("Tiêu đề").inputValue()).toBe("Đường làng được khen");
    // The preview shows drafts too, so this one would keep all the others back in it.
    rmSync(join(content, "nhap-loi.md"));
  });
});

describe("an article in the form", () => {
  it("is saved with what was changed, and nothing else", async () => {
    await open("2024/khen/index.md");
    const before = fileOf("2024/khen/index.md");
    expect(await page.getByRole("button", { name: "Lưu" }).isDisabled()).toBe(true);
    await page.getByLabel("Số lượng").fill("4");
    await page.locator("#noi-dung").fill("Nội dung mới.");
    expect(await saved()).toBe("Chưa lưu");
    await save();
    expect(fileOf("2024/khen/index.md")).toBe(
      before.replace("count: 3", "count: 4").replace("Nội dung bài thử.", "Nội dung mới."),
    );
  });

  it("shows what is wrong while somebody types, in its place, and the page as it will be", async () => {
    await open("2024/khen/index.md");
    await page.getByLabel("Tiêu đề").fill("Một tiêu đề đang gõ");
    await expect.poll(() => frame().locator("h1").innerText()).toBe("Một tiêu đề đang gõ");
    await page.getByLabel("Số lượng").fill("1.625");
    const field = page.locator(".field", { has: page.getByLabel("Số lượng") });
    await expect.poll(() => field.innerText()).toContain("Hãy viết 1625");
    expect(await page.getByLabel("Số lượng").getAttribute("aria-invalid")).toBe("true");
    // The list of all is folded up, so that it moves nothing while somebody types.
    expect(await page.locator(".summary").innerText()).not.toContain("mục 1");
    await page.locator(".summary > summary").click();
    expect(await page.locator(".summary").innerText()).toContain("Khen thưởng, mục 1, Số lượng");
    // A field without an error is shown in the preview all the same.
    expect(await frame().locator("h1").innerText()).toBe("Một tiêu đề đang gõ");
    await page.getByLabel("Tiêu đề").fill("");
    await expect.poll(() => page.locator(".summary").innerText()).toContain("“Tiêu đề” chưa điền.");
    await page.getByRole("button", { name: "Khen thưởng, mục 1, Số lượng" }).click();
    expect(await page.evaluate("document.activeElement.id")).toBe("o-awards-0-count");
    await page.locator("#noi-dung").fill("Gọi 0912 345 678.");
    await page.getByRole("button", { name: "Nội dung", exact: true }).click();
    expect(await page.evaluate("document.activeElement.id")).toBe("noi-dung");
  });

  it("says in its first line whether readers see it, and from when", async () => {
    await open("khac.md");
    const state = () => page.locator(".write > .unseen[role=status]").textContent();
    const day = page.getByLabel("Ngày", { exact: false }).first();
    await expect.poll(state).toContain("Bài đăng ngày 5/3/2024.");
    // To this server today is 30/6/2024.
    await day.fill("31/12/2024");
    await expect.poll(state).toContain("Bài chờ đến ngày 31/12/2024.");
    await page.getByLabel("Bài nháp").check();
    await expect.poll(state).toContain("Bài nháp, chưa đăng.");
    await page.getByLabel("Bài nháp").uncheck();
    await day.fill("31/2/2024");
    await expect.poll(state).toMatch(/^Còn 1 lỗi/u);
  });

  it("has a unit to be found without marks, by keyboard alone", async () => {
    await open("khac.md");
    const unit = page.getByLabel("Đơn vị", { exact: false }).first();
    await unit.focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("chi bo mot");
    await page.keyboard.press("Enter");
    await expect.poll(() => unit.inputValue()).toBe("Chi bộ Một");
    await page.keyboard.press("Tab");
    // The summary is folded up by then, so its text is read whether it shows or not.
    await expect.poll(() => page.locator(".summary").textContent()).toContain("Chi bộ Một");
    await save();
    expect(fileOf("khac.md")).toContain("unit: chi-bo-mot\n");
  });

  it("takes topics, awards and figures in the manner of the country", async () => {
    await open("khac.md");
    const topics = page.getByRole("combobox", { name: "Chủ đề" });
    await topics.fill("hai");
    await topics.press("Enter");
    await topics.fill("Chủ đề mới");
    await topics.press("Enter");
    await page.getByText("Số liệu", { exact: true }).click();
    await page.getByRole("button", { name: "Thêm số liệu" }).click();
    await page.getByLabel("Tên số liệu").fill("Tỷ lệ");
    await page.getByLabel("Giá trị").fill("98,2");
    await page.getByLabel("Ngày", { exact: false }).first().fill("6/3/2024");
    await expect.poll(() => frame().locator(".figures td.num").innerText()).toBe("98,2");
    await save();
    const text = fileOf("khac.md");
    expect(text).toContain("tags: [Hai, Chủ đề mới]\n");
    expect(text).toContain("figures:\n  - { name: Tỷ lệ, value: 98.2 }\n");
    await open("khac.md");
    expect(await page.getByLabel("Giá trị").inputValue()).toBe("98,2");
    expect(await saved()).toBe("Đã lưu");
    expect(text).toContain("date: 2024-03-06\n");
  });

  it("shows a gap where there is no unit or no day, and no other ones", async () => {
    await open("2024/khen/index.md");
    const head = () => frame().locator(".byline").innerText();
    await expect.poll(head).toContain("Đảng ủy Khối Thử");
    const unit = page.getByLabel("Đơn vị", { exact: false }).first();
    await unit.fill("Chi bộ không có");
    await unit.press("Tab");
    await expect.poll(head).toContain("(Chưa có đơn vị)");
    expect(await head()).not.toContain("Khối Thử");
    await page.getByLabel("Ngày", { exact: false }).first().fill("31/2/2024");
    await expect.poll(head).toContain("(Chưa có ngày)");
    expect(`${await head()} ${await frame().locator(".crumbs").innerText()}`).not.toContain("2024");
    expect(await frame().locator(".permalink").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Mở trang xem thử" }).count()).toBe(0);
  });

  it("asks of an award only what its form can have, and keeps what a file has more", async () => {
    await open("2024/khen/index.md");
    expect(await page.getByLabel("Mức huy hiệu").count()).toBe(0);
    await page.getByLabel("Hình thức").selectOption("Huy hiệu Đảng");
    await page.getByLabel("Mức huy hiệu").fill("30");
    await page.getByLabel("Hình thức").selectOption("Giấy khen");
    const step = page.locator(".field", { has: page.getByLabel("Mức huy hiệu") });
    await expect.poll(() => step.innerText()).toContain("chỉ dùng cho Huy hiệu Đảng");
    await page.getByLabel("Mức huy hiệu").fill("");
    await expect.poll(() => page.getByLabel("Mức huy hiệu").count()).toBe(0);
  });

  it("has a preview that follows the field that one works at", async () => {
    await open("2024/khen/index.md");
    const paragraphs = Array.from({ length: 60 }, (_, at) => `Đoạn văn thứ ${at + 1} của bài.`);
    await page.locator("#noi-dung").fill(paragraphs.join("\n\n"));
    const top = (selector: string) =>
      page.evaluate(
        `(() => { const { contentDocument: page, contentWindow: view } = document.querySelector("iframe");
          const { top } = page.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
          return top >= 0 && top < view.innerHeight; })()`,
      );
    await expect.poll(() => top(".prose p:nth-of-type(60)")).toBe(true);
    expect(await top("h1")).toBe(false);
    await page.getByLabel("Tiêu đề").focus();
    await expect.poll(() => top("h1")).toBe(true);
    await page.getByLabel("Số lượng").focus();
    await expect.poll(() => top("#khen-thuong")).toBe(true);
    expect(await top("h1")).toBe(false);
  });

  it("takes a picture that is dropped, and asks what is in it", async () => {
    await open("khac.md");
    await page.locator("#phan-images summary").click();
    const bytes = [...photo];
    await page.locator("#phan-images .drop").evaluate((target, data) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data)], "Ảnh Đường.PNG", { type: "image/png" }));
      target.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
    }, bytes);
    const alt = page.getByLabel("Lời tả");
    await alt.waitFor();
    expect(readFileSync(join(content, "anh-duong.png"))).toEqual(photo);
    await expect.poll(() => page.locator(".summary").textContent()).toContain("Ảnh, mục 1, Lời tả");
    await alt.fill("Một ô vuông đỏ");
    await expect
      .poll(() =>
        frame()
          .locator("article img")
          .evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth > 0),
      )
      .toBe(true);
    await save();
    expect(fileOf("khac.md")).toContain(
      'images:\n  - { src: anh-duong.png, alt: "Một ô vuông đỏ" }\n',
    );
  });

  it("refuses what is no picture", async () => {
    await open("khac.md");
    await page
      .locator("#phan-images input[type=file]")
      .last()
      .setInputFiles({
        name: "anh.png",
        mimeType: "image/png",
        buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      });
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("không phải là ảnh");
    expect(existsSync(join(content, "anh.png"))).toBe(false);
  });

  it("makes Markdown of what is copied from Word", async () => {
    await open("khac.md");
    const box = page.locator("#noi-dung");
    await box.fill("");
    await box.evaluate((target) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        "text/html",
        "<h2>Kết quả</h2><p class=MsoNormal>Đoạn <b>một</b>.</p><ul><li>hai</li></ul>",
      );
      clipboardData.setData("text/plain", "Kết quả\nĐoạn một.\nhai");
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    });
    await page.getByRole("button", { name: "Xem dấu Markdown" }).click();
    await expect
      .poll(() => box.inputValue())
      .toMatch(/^## Kết quả\n\nĐoạn \*\*một\*\*\.\n\n[-*] +hai\s*$/u);
  });
});

describe("whatever is done in the form", () => {
  afterAll(() => rmSync(join(content, "hang.md"), { force: true }));

  it("a click into a unit and out again changes nothing, and a guess is never taken", async () => {
    await open("2024/khen/index.md");
    const unit = page.getByLabel("Đơn vị", { exact: false }).first();
    await unit.click();
    await page.locator("#noi-dung").click();
    expect(await unit.inputValue()).toBe("Đảng ủy Khối Thử");
    expect(await saved()).toBe("Đã lưu");
    // Both units have a “t” in their names, so neither is taken.
    await unit.fill("t");
    await unit.press("Tab");
    expect(await unit.inputValue()).toBe("t");
    await expect
      .poll(() => page.locator(".summary").textContent())
      .toContain("Không có đơn vị “t” trong danh mục.");
  });

  it("a new row has nothing of one that was taken away", async () => {
    writeFiles(content, {
      "hang.md": article(
        "awards:\n  - form: Giấy khen\n    status: đã trao\n    by: khoi-thu\n    to: đảng viên\n    count: 11\n    doubt: Chưa rõ\n",
      ),
    });
    await open("hang.md");
    await page.getByRole("button", { name: "Xóa: khen thưởng 1" }).click();
    expect(await saved()).toBe("Chưa lưu");
    // A second Enter takes back, and removes nothing more.
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Lấy lại");
    await page.keyboard.press("Enter");
    expect(await saved()).toBe("Đã lưu");
    await page.getByRole("button", { name: "Xóa: khen thưởng 1" }).click();
    // The section is still there to add to.
    await page.getByRole("button", { name: "Thêm khen thưởng" }).click();
    await page.getByLabel("Hình thức").selectOption("Bằng khen");
    await save();
    expect(fileOf("hang.md")).toContain("awards:\n  - { form: Bằng khen }\n");
    expect(fileOf("hang.md")).not.toMatch(/count|doubt|đảng viên/u);
    // Also after it was saved.
    await page.getByRole("button", { name: "Lấy lại" }).click();
    await save();
    expect(fileOf("hang.md")).toContain("count: 11");
    expect(fileOf("hang.md")).toContain("form: Bằng khen");
    await page.getByRole("button", { name: "Xóa: khen thưởng 1" }).click();
    await save();
  });

  it("says that a row was removed where it was, and puts it back there", async () => {
    const one = (to: string) =>
      `  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: ${to}, count: 2 }`;
    const three = ["chi bộ", "đảng viên", "tập thể"].map(one).join("\n");
    writeFiles(content, { "ba.md": article(`awards:\n${three}`) });
    await open("ba.md");
    const rows = page.locator("#o-awards > *");
    const texts = async () =>
      (await rows.allInnerTexts()).map((text) => /đảng viên|chi bộ|tập thể/u.exec(text)?.[0]);
    expect(await texts()).toEqual(["chi bộ", "đảng viên", "tập thể", undefined]);
    await page.getByRole("button", { name: "Xóa: khen thưởng 2" }).click();
    expect(await rows.nth(1).innerText()).toMatch(/^Đã xóa khen thưởng: .*đảng viên/su);
    await page.getByRole("button", { name: "Xóa: khen thưởng 1" }).click();
    expect(await texts()).toEqual(["chi bộ", "đảng viên", "tập thể", undefined]);
    await page.getByRole("button", { name: "Lấy lại" }).nth(1).click();
    await page.getByRole("button", { name: "Lấy lại" }).click();
    expect(await texts()).toEqual(["chi bộ", "đảng viên", "tập thể", undefined]);
    expect(await saved()).toBe("Đã lưu");
    rmSync(join(content, "ba.md"));
  });

  it("a part that is emptied stays open, and a save leaves the caret where it is", async () => {
    await open("hang.md");
    await page.locator("#phan-source summary").click();
    const name = page.getByLabel("Tên nguồn");
    await name.fill("B");
    await name.press("Backspace");
    await page.keyboard.type("Báo");
    expect(await name.inputValue()).toBe("Báo");
    await page.getByRole("button", { name: "Xem dấu Markdown" }).click();
    const box = page.locator("#noi-dung");
    await box.fill("Một hai ba.\n");
    await box.evaluate((target) => (target as unknown as Caret).setSelectionRange(3, 3));
    await save();
    expect(await box.evaluate((target) => (target as unknown as Caret).selectionStart)).toBe(3);
    expect(fileOf("hang.md")).toMatch(/source: \{ name: Báo \}\n.*\n\nMột hai ba\.\n$/su);
  });

  it("shows of a list of words what is wrong with one of them", async () => {
    await open("hang.md");
    const topics = page.getByRole("combobox", { name: "Chủ đề" });
    await topics.fill("Ðỏ");
    await topics.press("Enter");
    const field = page.locator(".field", { has: topics });
    await expect.poll(() => field.locator(".notes").count()).toBe(1);
  });

  it("a note in the text leads to it in the preview, which stays alive", async () => {
    await open("hang.md");
    await page.locator("#noi-dung").fill("Một[^1].\n\n[^1]: Chú thích.");
    await frame().locator("sup a").click();
    await page.getByLabel("Tiêu đề").fill("Vẫn sống");
    await expect.poll(() => frame().locator("h1").innerText()).toBe("Vẫn sống");
  });

  it("several pictures come in though one of them is none", async () => {
    await open("hang.md");
    const part = page.locator("#phan-images");
    await part.locator("summary").click();
    const files = ["một.png", "hai.heic", "ba.png"].map((name) => ({
      name,
      mimeType: "image/png",
      buffer: name.endsWith("heic") ? Buffer.from("không") : photo,
    }));
    await part.locator("input[type=file]").last().setInputFiles(files);
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("hai.heic");
    await expect.poll(() => part.locator(".row").count()).toBe(2);
  });

  it("says what is the matter with a picture, where somebody sees it", async () => {
    await open("hang.md");
    const input = page.locator("#phan-images input[type=file]").last();
    await page.locator("#phan-images summary").click();
    const jpeg = await sharp(photo).resize(800, 600).jpeg().toBuffer();
    const rows: readonly [string, Buffer, string][] = [
      ["a.heic", Buffer.from("0000001c6674797068656963000000006d69663168656963", "hex"), "HEIC"],
      ["b.jpg", jpeg.subarray(0, jpeg.length / 2), "bị hỏng"],
      ["c.png", Buffer.from("%PDF-1.4"), "không phải là ảnh"],
    ];
    for (const [name, buffer, words] of rows) {
      await input.setInputFiles({ name, mimeType: "image/jpeg", buffer });
      await expect.poll(() => page.getByRole("alert").innerText()).toContain(words);
      const box = await page.getByRole("alert").boundingBox();
      expect((box?.y ?? -1) >= 0 && (box?.y ?? 9e9) < 900).toBe(true);
    }
  });

  it("says at once that a date is far ahead, and takes a topic that is there", async () => {
    await open("hang.md");
    await page.getByLabel("Ngày", { exact: false }).first().fill("12/6/2204");
    await expect.poll(() => page.locator(".summary").textContent()).toContain("12/6/2204");
    const topics = page.getByRole("combobox", { name: "Chủ đề" });
    await topics.fill("mo");
    await topics.press("Enter");
    expect(await page.locator(".tag").allInnerTexts()).toContainEqual(
      expect.stringContaining("Một"),
    );
    await topics.fill("mo");
    await topics.press("ArrowDown");
    await topics.press("Enter");
    expect(await page.locator(".tag").allInnerTexts()).toContainEqual(
      expect.stringMatching(/^mo\b/u),
    );
  });

  it("is still there when the page is loaded anew", async () => {
    await open("hang.md");
    await page.getByLabel("Tiêu đề").fill("Chưa lưu mà máy tắt");
    await expect.poll(() => frame().locator("h1").innerText()).toBe("Chưa lưu mà máy tắt");
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await expect.poll(() => page.getByLabel("Tiêu đề").inputValue()).toBe("Chưa lưu mà máy tắt");
    expect(await saved()).toBe("Chưa lưu");
    await save();
    await open("hang.md");
    expect(await page.getByRole("status").allInnerTexts()).not.toContainEqual(
      expect.stringContaining("Đã lấy lại"),
    );
  });

  it("goes to the file and back with what is written", async () => {
    await open("hang.md");
    await page.getByLabel("Tiêu đề").fill("Sang tệp");
    await page.getByRole("button", { name: "Sửa cả tệp" }).click();
    const box = page.getByLabel("Cả tệp");
    expect(await box.inputValue()).toContain("title: Sang tệp\n".replace("Sang tệp", '"Sang tệp"'));
    await box.fill((await box.inputValue()).replace("Sang tệp", "Sang tệp rồi về"));
    await page.getByRole("button", { name: "Về biểu mẫu" }).click();
    await expect.poll(() => page.getByLabel("Tiêu đề").inputValue()).toBe("Sang tệp rồi về");
    expect(fileOf("hang.md")).toContain('"Sang tệp rồi về"');
  });
});

describe("a file that changes elsewhere", () => {
  it("is not the end of what is being written, when it cannot be read any more", async () => {
    await open("nhap.md");
    await page.getByLabel("Tiêu đề").fill("Chữ không được mất");
    writeFiles(content, { "nhap.md": article('draft: true\nsummary: "dở', "Bản hỏng.") });
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Giữ bản đang soạn" }).click();
    const aside = page.getByRole("textbox", { name: "Những gì bạn đã viết" });
    await expect.poll(() => aside.inputValue()).toContain("Chữ không được mất");
    expect(await page.getByLabel("Cả tệp").inputValue()).toContain("Bản hỏng.");
    writeFiles(content, { "nhap.md": article("draft: true") });
  });

  it("can be written again when it was moved away", async () => {
    writeFiles(content, { "2024/doi/index.md": article("draft: true") });
    await open("2024/doi/index.md");
    await page.getByLabel("Tiêu đề").fill("Giữ lại");
    renameSync(join(content, "2024/doi"), join(content, "2024/doi-ten"));
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Ghi lại vào chỗ cũ" }).click();
    await expect.poll(saved).toBe("Đã lưu");
    expect(fileOf("2024/doi/index.md")).toContain('title: "Giữ lại"');
    rmSync(join(content, "2024/doi"), { recursive: true });
    rmSync(join(content, "2024/doi-ten"), { recursive: true });
  });

  it("that is gone leads back to the list, with a word", async () => {
    await page.goto(server.address("/_soan/#/bai/khong-co.md"));
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("khong-co.md");
    await page.locator(".articles li").first().waitFor();
  });

  it("is shown anew while nothing is being written", async () => {
    await open("nhap.md");
    writeFiles(content, { "nhap.md": article("draft: true", "Bản từ VS Code.") });
    await expect.poll(() => page.locator("#noi-dung").innerText()).toBe("Bản từ VS Code.");
  });

  it("is never overwritten unasked", async () => {
    await open("nhap.md");
    await page.locator("#noi-dung").fill("Bản trong biểu mẫu.");
    writeFiles(content, { "nhap.md": article("draft: true\ntags: [Thêm]", "Bản khác.") });
    await page.keyboard.press("Control+s");
    await expect
      .poll(() => page.getByRole("alert").innerText())
      .toContain("đã được đổi ở nơi khác");
    expect(fileOf("nhap.md")).toContain("Bản khác.");
    await page.getByRole("button", { name: "Giữ bản đang soạn" }).click();
    await expect.poll(() => fileOf("nhap.md")).toContain("Bản trong biểu mẫu.");
    // A key that was added in the file meanwhile stays.
    expect(fileOf("nhap.md")).toContain("tags: [Thêm]");
  });

  it("has its own proposals: none of a changed file is settled by what was settled before", async () => {
    const offer = (form: string) => `#   - form: ${form}\n#     count: 2`;
    const importedWith = (...forms: string[]) =>
      article(
        `draft: true\n\n# Bài nhập từ tệp có sẵn. Đọc lại.\n\n# Khen thưởng; so từng mục:\n# awards:\n${forms.map(offer).join("\n")}`,
      );
    writeFiles(content, { "nhap.md": importedWith("Bằng khen", "Giấy khen", "Cờ") });
    await open("nhap.md");
    const undo = page.getByRole("button", { name: "Lấy lại" });
    await page.getByRole("button", { name: "Bỏ đề xuất 1: khen thưởng" }).click();
    await undo.waitFor();
    const hold = Promise.withResolvers<void>();
    await page.route("**/_soan/luu*", async (route) => {
      await hold.promise;
      await route.continue();
    });
    await page.keyboard.press("Control+s");
    await expect.poll(() => undo.count()).toBe(0);
    expect(fileOf("nhap.md")).toContain("Bằng khen");
    hold.resolve();
    await expect.poll(saved).toBe("Đã lưu");
    await page.unroute("**/_soan/luu*");
    expect(fileOf("nhap.md")).not.toContain("Bằng khen");
    await page.getByRole("button", { name: "Bỏ đề xuất 1: khen thưởng" }).click();
    await page.locator("#noi-dung").fill("Bản trong biểu mẫu.");
    writeFiles(content, { "nhap.md": importedWith("Cờ") });
    await page.getByRole("button", { name: "Giữ bản đang soạn" }).click();
    await expect.poll(() => fileOf("nhap.md")).toContain("Bản trong biểu mẫu.");
    expect(fileOf("nhap.md")).toContain(offer("Cờ"));
  });

  it("opens as a file when no form can be made of it, and as a form when it is mended", async () => {
    await open("hong.md");
    const box = page.getByLabel("Cả tệp");
    await expect.poll(() => page.locator(".summary").innerText()).toContain("Dòng 6");
    await box.fill((await box.inputValue()).replace("unit: khoi-thu\nunit", "unit"));
    await expect.poll(() => page.locator(".summary").innerText()).toContain("Không có lỗi");
    await save();
    await expect.poll(() => page.getByLabel("Tiêu đề").inputValue()).toBe("Bài có khóa lặp");
  });
});

describe("a server that ends by a fault", () => {
  it("comes back, and what was not saved can be", async () => {
    await open("nhap.md");
    await page.locator("#noi-dung").fill("Chữ chưa lưu.");
    server.kill();
    await page.getByLabel("Tiêu đề").fill("Viết khi máy chủ đang chạy lại");
    await until(async () => {
      // A writer presses it again when the machine is slow to come back.
      await page.keyboard.press("Control+s");
      expect(await saved()).toBe("Đã lưu");
    });
    const text = fileOf("nhap.md");
    expect(text).toContain("Chữ chưa lưu.");
    expect(text).toContain("Viết khi máy chủ đang chạy lại");
    // Also what is asked for later, with the token of the new start.
    await page.locator("#noi-dung").fill("Chữ sau đó.");
    await expect.poll(() => frame().locator("main").innerText()).toContain("Chữ sau đó.");
    await save();
    expect(fileOf("nhap.md")).toContain("Chữ sau đó.");
    // The tests below read the token from the page as it was loaded.
    await page.goto("about:blank");
    writeFiles(content, { "nhap.md": article("draft: true") });
  });
});

describe("a new article", () => {
  it("is made from a title and a unit", async () => {
    await page.goto(server.address("/_soan/#/"));
    await page.getByText("Viết từ đầu").click();
    await page.getByLabel("Tiêu đề").fill("Chi bộ họp: bàn việc #3");
    await page.getByLabel("Đơn vị").fill("khối thử");
    await page.getByLabel("Đơn vị").press("Enter");
    await page.getByLabel("Người viết").fill("Người Thử, Lê Hai");
    await page.getByRole("button", { name: "Tạo bài" }).dblclick();
    await expect.poll(() => page.url()).toContain("chi-bo-hop-ban-viec-3");
    expect(await page.locator(".notices .bad").count()).toBe(0);
    const text = fileOf("2024/chi-bo-hop-ban-viec-3/index.md");
    expect(text).toContain('title: "Chi bộ họp: bàn việc #3"\ndate: 2024-06-30\n');
    expect(text).toContain("author: [Người Thử, Lê Hai]\nunit: khoi-thu\n");
    // A new article has no text yet, so it begins as a draft.
    expect(text).toContain("\ndraft: true\n");
  });

  it("may be called like one of another day, as meetings are", async () => {
    const headers = {
      "x-soan-khoa": (await page.locator("meta[name=khoa]").getAttribute("content"))!,
    };
    const ask = (date: string) =>
      page.request.post(server.address("/_soan/moi"), {
        headers,
        data: { title: "Hội nghị Ban Thường vụ", date, unit: "khoi-thu", author: "A" },
      });
    expect(await (await ask("1/3/2024")).json()).toEqual({
      path: "2024/hoi-nghi-ban-thuong-vu/index.md",
    });
    expect(await (await ask("1/4/2024")).json()).toEqual({
      path: "2024/hoi-nghi-ban-thuong-vu-2/index.md",
    });
    expect((await ask("1/4/2024")).status()).toBe(409);
  });

  it("is never made outside the content folder", async () => {
    symlinkSync(elsewhere, join(content, "2019"));
    const headers = {
      "x-soan-khoa": (await page.locator("meta[name=khoa]").getAttribute("content"))!,
    };
    const answer = await page.request.post(server.address("/_soan/moi"), {
      headers,
      data: { title: "Bài", date: "1/3/2019", unit: "khoi-thu", author: "A" },
    });
    expect(answer.status()).toBe(400);
    expect(readdirSync(elsewhere)).toEqual([]);
    unlinkSync(join(content, "2019"));
  });

  it("is made from a Word file, with awards to be confirmed one by one", async () => {
    const word = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({
                heading: HeadingLevel.TITLE,
                children: [new TextRun("Khối Thử tổng kết năm")],
              }),
              new Paragraph(
                "Ngày 5/3/2024, Đảng ủy Khối Thử tổ chức hội nghị tổng kết công tác năm 2023 và bàn việc năm 2024.",
              ),
              new Paragraph({
                children: [
                  new ImageRun({
                    type: "png",
                    data: photo,
                    transformation: { width: 40, height: 30 },
                  }),
                ],
              }),
              new Paragraph(
                "Tại hội nghị, Đảng ủy Khối Thử tặng Giấy khen cho 5 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2023.",
              ),
              new Paragraph(
                "Khen thưởng đột xuất 7 lượt các tập thể cá nhân làm tốt việc dạy nghề cho lao động nông thôn ở vùng cao khó khăn.",
              ),
              new Paragraph("Lê Mẫu"),
            ],
          },
        ],
      }),
    );
    await page.goto(server.address("/_soan/#/"));
    await page.locator(".file-drop input[type=file]").setInputFiles({
      name: "bai.docx",
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer: word,
    });
    await expect.poll(() => page.getByLabel("Tiêu đề").inputValue()).toBe("Khối Thử tổng kết năm");
    const path = "2024/khoi-thu-tong-ket-nam/index.md";
    const offers = page.locator("#phan-awards .offers li");
    expect(await offers.count()).toBe(2);
    expect(await offers.first().innerText()).toContain("Đảng ủy Khối Thử");
    expect(await offers.first().locator("q").innerText()).toBe(
      "Tại hội nghị, Đảng ủy Khối Thử tặng Giấy khen cho 5 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2023.",
    );
    // As long as something is left to do, the head of the form says what, and is not green.
    const summary = page.locator(".summary");
    expect(await summary.innerText()).toMatch(/^Bài nháp, chưa đăng\. Còn 2 đề xuất, /u);
    expect(await page.locator(".summary.good").count()).toBe(0);
    // What the importer was not sure of is beside its field until somebody has looked at it.
    const day = page.locator(".field", { has: page.locator("#o-date") });
    expect(await day.innerText()).toContain("Xem lại: Ngày của bài lấy theo");
    // A sentence on awards that was not understood is told, and not lost.
    expect(await page.locator("#phan-awards .notes").first().innerText()).toContain(
      "“Khen thưởng đột xuất 7 lượt các tập thể cá nhân làm tốt việc dạy nghề cho lao động nông thôn ở vùng cao khó khăn.”",
    );
    // It is in the file, so another browser and another editor see it too.
    await page.evaluate("localStorage.clear()");
    await page.reload();
    await day.getByRole("button", { name: "Đã xem" }).click();
    await expect.poll(() => day.innerText()).not.toContain("Xem lại");
    // What differs between two offers is seen at once, and where their words are in the sentence.
    expect(await offers.first().locator("dd b").allInnerTexts()).toEqual(["chi bộ", "5"]);
    expect(await offers.first().locator("mark").allInnerTexts()).toContain("Giấy khen");
    // The bar that stays in sight leads from one thing that is left to the next.
    const bar = page.locator(".left-to-do");
    expect(await bar.innerText()).toContain("2 đề xuất");
    await bar.click();
    expect(await page.evaluate("document.activeElement.closest('.offers, .notes') !== null")).toBe(
      true,
    );
    await page.getByRole("button", { name: "Dùng tất cả 2 đề xuất" }).click();
    await expect.poll(() => page.locator("#phan-awards .row").count()).toBe(2);
    await expect.poll(() => offers.count()).toBe(0);
    const notice = page.locator(".notices");
    expect(await notice.innerText()).toContain("Đã dùng 2 đề xuất ở mục Khen thưởng.");
    await notice.getByRole("button", { name: "Lấy lại" }).click();
    await expect.poll(() => offers.count()).toBe(2);
    expect(await page.locator("#phan-awards .row").count()).toBe(0);
    await page.getByRole("button", { name: "Dùng tất cả 2 đề xuất" }).click();
    await expect.poll(() => page.locator("#phan-awards .row").count()).toBe(2);
    // Nothing of that is in the file yet.
    page.once("dialog", (dialog) => void dialog.accept());
    await page.evaluate("localStorage.clear()");
    await page.evaluate("location.hash = '#/'");
    await expect
      .poll(() => page.locator(".articles li", { hasText: "Khối Thử tổng kết năm" }).innerText())
      .toMatch(/bài nháp.*còn 4 mục cần xem/su);
    await page.goto(server.address(`/_soan/#/bai/${encodeURIComponent(path)}`));
    await offers.first().waitFor();
    await page.getByRole("button", { name: "Dùng đề xuất 1: khen thưởng" }).click();
    await save();
    // The proposal that was taken is not offered again; the other one still is.
    await expect.poll(() => offers.count()).toBe(1);
    expect(fileOf(path)).toMatch(/^awards:$/mu);
    expect(fileOf(path).match(/form: Giấy khen/gu)).toHaveLength(2);
    await page.getByRole("button", { name: "Bỏ đề xuất 1: khen thưởng" }).click();
    expect(await saved()).toBe("Chưa lưu");
    expect(await page.locator("#phan-awards .offers").count()).toBe(0);
    await page.getByLabel("Lời tả").fill("Một ô vuông đỏ");
    await save();
    const text = fileOf(path);
    expect(text).toContain("awards:\n  - form: Giấy khen\n");
    expect(text).toContain("count: 5\n");
    expect(text).not.toContain("count: 12");
    expect(text).not.toMatch(/# awards|# {3}- form/u);
    // The article is published as soon as it is no draft any more.
    await page.getByLabel("Bài nháp").uncheck();
    await save();
    expect(fileOf(path)).not.toMatch(/^draft/mu);
    await expect
      .poll(async () =>
        (await page.request.get(server.address("/2024/03/05/khoi-thu-tong-ket-nam/"))).text(),
      )
      .toContain("<h1>Khối Thử tổng kết năm</h1>");
  });
});

describe("a request from elsewhere", () => {
  type Ask = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  const ask = ({ method = "GET", path = "/_soan/danh-sach", headers = {}, body }: Ask) =>
    new Promise<number>((resolve, reject) => {
      const { port } = server;
      const asking = request(
        {
          host: "127.0.0.1",
          port,
          method,
          path,
          headers: { host: `localhost:${port}`, ...headers },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      asking.on("error", reject);
      asking.end(body);
    });
  const token = () => page.locator("meta[name=khoa]").getAttribute("content") as Promise<string>;

  it("gets an answer with the token of this start", async () => {
    expect(await ask({ headers: { "x-soan-khoa": await token() } })).toBe(200);
  });

  const rows: readonly [string, Ask, number][] = [
    ["no token", {}, 403],
    ["another token", { headers: { "x-soan-khoa": "khoa" } }, 403],
    ["another host", { headers: { host: "thu.example" } }, 403],
    [
      "another host for the page itself",
      { path: "/_soan/", headers: { host: "thu.example" } },
      403,
    ],
    ["another origin", { headers: { origin: "https://thu.example" } }, 403],
    [
      "another host for a page of the preview",
      { path: "/", headers: { host: "thu.example" } },
      403,
    ],
    ["a page of another port", { headers: { origin: "http://localhost:1" } }, 403],
    [
      "a frame of another site",
      { path: "/_soan/", headers: { "sec-fetch-site": "cross-site" } },
      403,
    ],
    ["a picture without the token", { path: "/_soan/anh/khoa/anh-duong.png/xem" }, 403],
    ["to write into the page", { method: "POST", path: "/_soan/", body: "{}" }, 404],
    ["another method", { method: "PUT", path: "/_soan/luu" }, 405],
  ];
  it.each(rows)("with %s is refused", async (what, given, status) => {
    const isToken = /token/u.test(what);
    const headers = { ...(isToken ? {} : { "x-soan-khoa": await token() }), ...given.headers };
    expect(await ask({ ...given, headers })).toBe(status);
  });

  const paths = [
    "../ngoai.md",
    "/etc/hostname",
    "..%2F..%2Fngoai.md",
    "units.yaml",
    "khac.md/../units.yaml",
    "",
  ];
  it.each(paths)("reads and writes nothing at %j", async (path) => {
    const before = statSync(join(content, "units.yaml")).mtimeMs;
    const headers = { "x-soan-khoa": await token() };
    const query = `?path=${encodeURIComponent(path)}`;
    expect(await ask({ path: `/_soan/bai${query}`, headers })).toBe(404);
    const body = JSON.stringify({ draft: { text: "x" }, version: "" });
    expect(await ask({ method: "POST", path: `/_soan/luu${query}`, headers, body })).toBe(404);
    const picture = `/_soan/anh${query}&name=a.png`;
    expect(await ask({ method: "POST", path: picture, headers, body: "x" })).toBe(404);
    expect(statSync(join(content, "units.yaml")).mtimeMs).toBe(before);
  });

  it.each([
    "../ngoai.md",
    "2024/../../ngoai.md",
    "/tmp/ngoai.md",
    ".git/a.md",
    "a\\..\\b.md",
    "a.txt",
    "CON.md",
    "2024/aux/index.md",
    "2024./bai.md",
    "bai\u202edm.md",
    `${"a".repeat(300)}.md`,
  ])("writes nothing again at %j", async (path) => {
    const headers = { "x-soan-khoa": await token() };
    const answer = await page.request.post(
      server.address(`/_soan/lai?path=${encodeURIComponent(path)}`),
      { headers, data: { draft: { text: "x" }, base: "" } },
    );
    expect(answer.status()).toBe(404);
  });

  it.each([
    ["anh?path=khac.md&name=", 200],
    ["nhap?name=", 422],
  ])("may send a file with a name of 300 letters to %s", async (way, status) => {
    const headers = { "x-soan-khoa": await token() };
    const name = encodeURIComponent(`${"ế".repeat(300)}.${"ế".repeat(300)}`);
    const address = server.address(`/_soan/${way}${name}`);
    const answer = await page.request.post(address, { headers, data: photo });
    expect([status, await answer.text()]).toEqual([answer.status(), expect.any(String)]);
  });

  it("may have long words to look at, which a file can have", async () => {
    const headers = { "x-soan-khoa": await token() };
    const draft = { values: { title: "Bài" }, body: "", settled: {}, reviews: ["ế".repeat(5_000)] };
    const address = server.address("/_soan/xem?path=khac.md");
    const answer = await page.request.post(address, { headers, data: draft });
    expect(answer.status()).toBe(200);
  });

  it("may paste what is nested deeply, and is told so", async () => {
    const headers = { "x-soan-khoa": await token() };
    const data = "<b>".repeat(50_000);
    const answer = await page.request.post(server.address("/_soan/dan"), { headers, data });
    expect(answer.status()).toBe(422);
    expect((await answer.json()).message).toContain("Ctrl+Shift+V");
  });

  it("may name a picture as it likes, and it still lies beside its article", async () => {
    const headers = { "x-soan-khoa": await token() };
    const name = encodeURIComponent("../../../tmp/Ra ngoài.png");
    const answer = await page.request.post(server.address(`/_soan/anh?path=khac.md&name=${name}`), {
      headers,
      data: photo,
    });
    expect(await answer.json()).toEqual({ name: "tmp-ra-ngoai.png" });
    expect(existsSync(join(content, "tmp-ra-ngoai.png"))).toBe(true);
  });

  it("saves once for two who save the same at once", async () => {
    const headers = { "x-soan-khoa": await token() };
    const query = `?path=${encodeURIComponent("2024/khen/index.md")}`;
    const opened = await page.request.get(server.address(`/_soan/bai${query}`), { headers });
    const { version, text } = await opened.json();
    const write = (mark: string) =>
      page.request.post(server.address(`/_soan/luu${query}`), {
        headers,
        data: { draft: { text: `${text}\n${mark}\n` }, version },
      });
    const all = await Promise.all([write("Một."), write("Hai.")]);
    expect(all.map((answer) => answer.status()).toSorted()).toEqual([200, 409]);
  });

  const malformed = [
    '{"draft":{"values":{"tags":"a"},"body":"","settled":{}},"version":""}',
    '{"draft":{"values":{"title":["a"]},"body":"","settled":{}},"version":""}',
    '{"draft":{"values":{"la":"a"},"body":"","settled":{}},"version":""}',
    `{"draft":{"values":{"title":${"[".repeat(50_000)}${"]".repeat(50_000)}},"body":"","settled":{}},"version":""}`,
  ];
  it.each(["", "{", "[]", '{"draft":{"text":1},"version":""}', ...malformed])(
    "with %j is not understood",
    async (body) => {
      const headers = { "x-soan-khoa": await token() };
      expect(await ask({ method: "POST", path: "/_soan/luu?path=khac.md", headers, body })).toBe(
        400,
      );
    },
  );
});

it("is usable by everybody: axe finds no fault in the list and in the form, light and dark", async () => {
  const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [390, 1440]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      for (const path of ["", "2024/khen/index.md"]) {
        if (path === "") await page.goto(server.address("/_soan/#/"));
        else await open(path);
        await page
          .locator(path === "" ? ".articles li" : ".section")
          .first()
          .waitFor();
        await page.evaluate(axe);
        const found = (await page.evaluate("axe.run({ exclude: [['iframe']] })")) as AxeResults;
        for (const { id, nodes } of found.violations)
          faults.push(`${path} ${width} ${colorScheme} ${id}: ${nodes[0]?.html}`);
        const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if ((overflow as number) > 0) faults.push(`${path} ${width}: too wide by ${overflow}`);
      }
    }
  expect(faults).toEqual([]);
});

it("is no part of the site, and breaks no rule of its own page", () => {
  const files = readdirSync(server.output, { recursive: true, encoding: "utf8" });
  expect(files.filter((path) => path.includes("_soan"))).toEqual([]);
  expect(server.errors).toEqual([]);
});
