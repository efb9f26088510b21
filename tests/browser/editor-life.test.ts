import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, base, temporaryFolder } from "../content.ts";
import { type Desk, twoWriters } from "../programs/sending/two-writers.ts";
import { forgetUnsaved, openPreview, type PreviewServer } from "./preview-server.ts";

/** The life of articles in the form editor: updates, conflicts, versions, moves, the bin. */

let server: PreviewServer;
let page: Page;
let mine: Desk;
/** The article that both change, as it was published. */
let before: string;

const hop = "content/2024/hop/index.md";
const known = article("tags: [Một, Hai]", "Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.");

beforeAll(async () => {
  const photo = await sharp({
    create: { width: 60, height: 40, channels: 3, background: "#9b1b1e" },
  })
    .png()
    .toBuffer();
  const office = twoWriters(
    {
      ...Object.fromEntries(Object.entries(base).map(([name, text]) => [`content/${name}`, text])),
      ".gitignore": ".cache/\n_site/\n",
      "content/2024/hop/index.md": known.replace("Bài thử", "Chi bộ họp thường kỳ"),
      "content/2024/hop/anh.png": photo,
      "content/2024/nhac/index.md": article(
        "",
        "Xem [bài họp](../hop/index.md) và [nữa](/2024/03/05/hop/).",
      ).replace("Bài thử", "Bài nhắc tới bài họp"),
    },
    temporaryFolder(),
  );
  mine = office.mine;
  const { theirs } = office;
  before = theirs.read(hop)!;
  theirs.put({
    [hop]: before
      .replace("họp thường kỳ", "họp tháng Ba")
      .replace("Đoạn một.", "Biên tập sửa đoạn một.")
      .replace("Đoạn ba.", "Biên tập sửa đoạn ba."),
    "content/2024/moi/index.md": article().replace("Bài thử", "Bài của người khác"),
  });
  theirs.publish();
  mine.put({
    [hop]: before
      .replace("họp thường kỳ", "họp đầu xuân")
      .replace("[Một, Hai]", "[Một, Hai, Ba]")
      .replace("Đoạn ba.", "Tôi sửa đoạn ba."),
  });
  server = await openPreview(mine.content, temporaryFolder(), "/_soan/");
  page = server.page;
});

afterAll(() => server.stop());

async function open(path: string): Promise<void> {
  await page.goto(server.address("/_soan/"));
  await forgetUnsaved(page, path);
  await page.goto(server.address(`/_soan/#/bai/${encodeURIComponent(path)}`));
  await page.locator(".write").waitFor();
}

const message = () => page.locator(".notices .message").innerText();
const dialog = () => page.locator("dialog.panel");

async function openList(): Promise<void> {
  await page.goto(server.address("/_soan/#/"));
  await page.reload();
  await page.locator(".articles li").first().waitFor();
}

describe("what others published", () => {
  it("comes in by a button, and what both changed is chosen by field", async () => {
    await openList();
    await expect.poll(() => page.locator(".bar").innerText()).toContain("1 bài mới");
    const bringIn = page.getByRole("button", { name: "Cập nhật", exact: true });
    await bringIn.click();
    await expect.poll(message).toContain("Đã cập nhật: 1 bài mới");
    // Nothing is new any more, so the bar says nothing; the keyboard stays where it was.
    await expect.poll(() => page.locator(".bar [role=status]").innerText()).toBe("");
    expect(await page.locator(":focus").innerText()).toBe("Cập nhật");
    await page.getByRole("link", { name: "Bài của người khác" }).waitFor();
    await page.getByRole("button", { name: /Xem hai bản/u }).click();
    const use = dialog().getByRole("button", { name: "Dùng kết quả này" });
    await use.waitFor();
    expect(await use.isDisabled()).toBe(true);
    // The dialog begins at what is to be chosen.
    await expect.poll(() => page.evaluate("document.activeElement.type")).toBe("radio");
    await shot("xung-dot");
    expect(await dialog().locator("fieldset").count()).toBe(2);
    const title = dialog().getByRole("group", { name: "Tiêu đề" });
    expect(await title.locator("mark").allInnerTexts()).toEqual(["đầu xuân", "tháng Ba"]);
    await title.getByLabel(/Của Biên Tập Thử, \d+\/\d+\/\d+/u).check();
    const text = dialog().getByRole("group", { name: "Nội dung" });
    await text.getByLabel("Giữ cả hai").check();
    // The second click finds nothing left to choose, and must not say so.
    await use.dblclick();
    await expect.poll(message).toContain("Đã dùng kết quả");
    expect(mine.read(hop)).toBe(
      before
        .replace("họp thường kỳ", "họp tháng Ba")
        .replace("[Một, Hai]", "[Một, Hai, Ba]")
        .replace("Đoạn một.", "Biên tập sửa đoạn một.")
        .replace("Đoạn ba.", "Tôi sửa đoạn ba.\n\nBiên tập sửa đoạn ba."),
    );
    await expect.poll(() => page.getByRole("button", { name: /Xem hai bản/u }).count()).toBe(0);
    await expect.poll(() => page.locator(":focus").innerText()).toBe("Cập nhật");
  });

  it("is put together with what is being written, too", async () => {
    await open("2024/hop/index.md");
    await page.getByLabel("Tiêu đề").fill("Tôi đang gõ tiêu đề");
    const file = join(mine.folder, hop);
    writeFileSync(file, readFileSync(file, "utf8").replace("Đoạn hai.", "Ai đó sửa đoạn hai."));
    await page.getByRole("button", { name: "Ghép hai bản" }).click();
    await expect.poll(message).toContain("Đã ghép bản đang soạn");
    expect(mine.read(hop)).toMatch(/title: "Tôi đang gõ tiêu đề"[\s\S]*Ai đó sửa đoạn hai\./u);
  });
});

describe("an article in its form", () => {
  it("has its earlier versions, and one of them can be taken back", async () => {
    await open("2024/hop/index.md");
    await page.getByRole("button", { name: "Các bản trước" }).click();
    const versions = dialog().locator(".versions li");
    await versions.first().waitFor();
    expect(await versions.allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Sửa tiêu đề[\s\S]*lưu trên máy này/u),
        expect.stringMatching(/Bài mới[\s\S]*Người Dựng, đã lên máy chủ/u),
      ]),
    );
    await shot("cac-ban");
    await versions.last().getByRole("button").click();
    await dialog().locator("iframe").waitFor();
    await shot("ban-cu");
    await dialog().getByRole("button", { name: "Lấy lại bản này" }).click();
    await expect.poll(message).toContain("Đã lấy lại bản cũ");
    expect(await page.getByLabel("Tiêu đề").inputValue()).toBe("Chi bộ họp thường kỳ");
    expect(mine.read(hop)).toContain("Đoạn ba.");
    expect(await dialog().evaluate((one) => (one as unknown as { open: boolean }).open)).toBe(
      false,
    );
  });

  it("gets another address, and its pictures and the links to it follow", async () => {
    await open("2024/hop/index.md");
    await page.getByRole("button", { name: "Đổi địa chỉ" }).click();
    await dialog().getByLabel("Phần cuối của địa chỉ").fill("hop-chi-bo");
    expect(await dialog().innerText()).toContain("/2024/03/05/hop-chi-bo/");
    await shot("doi-dia-chi");
    await dialog().getByRole("button", { name: "Đổi địa chỉ" }).click();
    await expect.poll(message).toContain("Đã đổi địa chỉ");
    await expect.poll(() => page.url()).toContain("hop-chi-bo");
    expect(existsSync(join(mine.content, "2024/hop"))).toBe(false);
    expect(existsSync(join(mine.content, "2024/hop-chi-bo/anh.png"))).toBe(true);
    expect(mine.read("content/2024/hop-chi-bo/index.md")).toContain(
      'aliases: ["/2024/03/05/hop/"]',
    );
    expect(mine.read("content/2024/nhac/index.md")).toContain(
      "[bài họp](../hop-chi-bo/index.md) và [nữa](/2024/03/05/hop-chi-bo/)",
    );
  });

  it("is copied as a draft of today", async () => {
    await open("2024/hop-chi-bo/index.md");
    await page.getByRole("button", { name: "Nhân đôi" }).dblclick();
    await expect.poll(message).toContain("bản sao");
    const copy = mine.read("content/2024/chi-bo-hop-thuong-ky-ban-sao/index.md")!;
    expect(copy).toContain('title: "Chi bộ họp thường kỳ (bản sao)"\ndate: 2024-06-30\n');
    expect(copy).toContain("draft: true\n");
    expect(copy).not.toContain("aliases");
  });

  it("is deleted while nobody has seen it, and taken back", async () => {
    const path = "content/2024/chi-bo-hop-thuong-ky-ban-sao/index.md";
    await open(path.slice("content/".length));
    const own = mine.read(path);
    await page.getByRole("button", { name: "Xóa bài" }).click();
    await dialog().getByRole("button", { name: "Xóa bài này" }).click();
    await expect.poll(message).toContain("Đã xóa bài");
    expect(mine.read(path)).toBeUndefined();
    await page.getByRole("heading", { name: "Bài đã xóa" }).click();
    await shot("bai-da-xoa");
    await page.getByRole("button", { name: /Lấy lại bài Chi bộ/u }).click();
    await expect.poll(message).toContain("Đã lấy lại bài");
    expect(mine.read(path)).toBe(own);
  });

  it("that readers know is withdrawn instead", async () => {
    await open("2024/moi/index.md");
    await page.getByRole("button", { name: "Xóa bài" }).click();
    const withdraw = dialog().getByRole("button", { name: "Rút bài từ ngày 30/6/2024" });
    expect(await withdraw.isDisabled()).toBe(true);
    await shot("rut-bai");
    await dialog().getByLabel("Lý do rút").fill("Đăng nhầm.");
    await withdraw.click();
    await expect
      .poll(() => mine.read("content/2024/moi/index.md"))
      .toContain(`withdrawn: { date: 2024-06-30, reason: "Đăng nhầm." }`);
  });
});

describe("what is not saved yet", () => {
  const path = "2024/nhac/index.md";
  const title = () => page.getByLabel("Tiêu đề").inputValue();
  const type = async (words: string) => {
    await page.getByLabel("Tiêu đề").fill(words);
    // The page has been checked, and what is in it was kept.
    await expect.poll(() => page.frameLocator("iframe").locator("h1").innerText()).toBe(words);
    await expect.poll(() => keptOnServer()).toContain(words);
  };
  const keptOnServer = () =>
    page.evaluate(
      `fetch("/_soan/giu?path=${encodeURIComponent(path)}", { headers: { "x-soan-khoa": document.querySelector("meta[name=khoa]").content } }).then((answer) => answer.text())`,
    );
  const leave = async () => {
    page.once("dialog", (one) => void one.accept());
    await page.goto("about:blank");
  };

  it("comes back where the browser has forgotten it, as on another port", async () => {
    await open(path);
    await type("Chưa lưu");
    await page.evaluate("localStorage.clear()");
    await leave();
    await page.goto(server.address(`/_soan/#/bai/${encodeURIComponent(path)}`));
    await expect.poll(message).toContain("Còn những chỗ chưa lưu của lần trước");
    expect(await title()).toBe("Bài nhắc tới bài họp");
    await page.locator(".notices").getByRole("button", { name: "Lấy lại" }).click();
    await expect.poll(title).toBe("Chưa lưu");
  });

  it("is put together with a file that was changed meanwhile", async () => {
    await open(path);
    await type("Chưa lưu, mà tệp đã đổi");
    await leave();
    const file = join(mine.content, path);
    writeFileSync(file, readFileSync(file, "utf8").replace("Xem [bài", "Xin xem [bài"));
    await page.goto(server.address(`/_soan/#/bai/${encodeURIComponent(path)}`));
    await page.getByRole("button", { name: "Ghép hai bản" }).click();
    await expect.poll(message).toContain("Đã ghép bản đang soạn");
    const text = mine.read(`content/${path}`);
    expect(text).toContain("Chưa lưu, mà tệp đã đổi");
    expect(text).toContain("Xin xem [bài");
    await expect.poll(keptOnServer).toBe('{"kept":""}');
  });
});

it("advises nobody to sign in to a folder that is not there", async () => {
  mine.git("remote", "set-url", "origin", join(temporaryFolder(), "khong-co.git"));
  await openList();
  await page.getByRole("button", { name: "Cập nhật", exact: true }).click();
  await expect.poll(message).toContain("ổ đĩa chung có đang nối không");
  expect(await message()).not.toContain("đăng nhập");
});

it("raises no error and breaks no policy", () => {
  expect(server.errors).toEqual([]);
});

async function shot(name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder === undefined) return;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}
