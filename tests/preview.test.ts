import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ensureBrowser } from "../scripts/browser.ts";
import { article, base, temporaryFolder, writeFiles } from "./content.ts";

/** The preview as its writer sees it: what happens in the browser while files are saved. */

const port = 10_000 + (process.pid % 20_000);
const content = temporaryFolder();
const cache = temporaryFolder();
let browser: Browser;
let preview: ChildProcess;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  writeFiles(content, { ...base, "a.md": article("tgas: [Một]") });
  preview = spawn(
    process.execPath,
    [
      "scripts/start.ts",
      "--content",
      content,
      "--cache",
      cache,
      "--port",
      String(port),
      "--now",
      "2024-06-30",
    ],
    { stdio: "ignore" },
  );
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  page = await browser.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) errors.push(message.text());
  });
  await vi.waitFor(() => page.goto(address("/")), { timeout: 30_000, interval: 200 });
}, 60_000);

afterAll(async () => {
  preview.kill();
  await browser.close();
});

const address = (path: string) => `http://localhost:${port}${path}`;
const panel = () => page.locator(".preview-problems");
const save = (files: Parameters<typeof writeFiles>[1]) => writeFiles(content, files);

it("shows errors with line and fix before there is a page, and the page when they are mended", async () => {
  await expect.poll(() => page.textContent("h1")).toBe("Chưa dựng được trang");
  const text = () => panel().innerText();
  await expect.poll(text).toContain("Nội dung có 1 lỗi.");
  expect(await text()).toContain("a.md, dòng 6, cột 1");
  expect(await text()).toContain("tgas: [Một]\n^^^^");
  expect(await text()).toContain("Có phải bạn muốn viết “tags”?");
  save({ "a.md": article("tags: [Một]") });
  await expect
    .poll(() => page.textContent("h1"), { timeout: 15_000 })
    .not.toBe("Chưa dựng được trang");
  expect(await panel().count()).toBe(0);
});

it("keeps the page of before while a save has errors, and says so over it", async () => {
  await page.goto(address("/2024/03/05/a/"));
  save({ "a.md": article("tags: [Một]\nunit: khoi-thu", "Bản hỏng.") });
  await expect
    .poll(() => panel().innerText(), { timeout: 15_000 })
    .toContain("Trang đang hiện là bản trước khi có lỗi.");
  expect(await page.textContent("main")).toContain("Nội dung bài thử.");
  await page.keyboard.press("Escape");
  await expect.poll(() => panel().locator("li").first().isVisible()).toBe(false);
  save({ "a.md": article("tags: [Một]", "Bản đã sửa.") });
  await expect.poll(() => page.textContent("main"), { timeout: 15_000 }).toContain("Bản đã sửa.");
  expect(await panel().count()).toBe(0);
});

it("holds warnings back until somebody opens them", async () => {
  save({ "a.md": article("tags: [Một]", "Gọi 0912 345 678.") });
  await expect.poll(() => panel().innerText(), { timeout: 15_000 }).toContain("1 cảnh báo");
  expect(await panel().locator("li").isVisible()).toBe(false);
  await panel().locator("summary").click();
  expect(await panel().locator("li").innerText()).toContain("số điện thoại di động");
  save({ "a.md": article("tags: [Một]", "Bản đã sửa.") });
  await expect.poll(() => panel().count(), { timeout: 15_000 }).toBe(0);
});

it("shows what is not public yet, and marks it", async () => {
  save({
    "nhap.md": article("draft: true").replace("Bài thử", "Bài còn viết"),
    "hen.md": article().replace("Bài thử", "Bài ngày mai").replace("2024-03-05", "2024-07-01"),
  });
  await expect
    .poll(() => page.goto(address("/2024/07/01/hen/")).then((answer) => answer?.status()), {
      timeout: 15_000,
    })
    .toBe(200);
  expect(await page.textContent(".draft-mark")).toBe("Chưa đến ngày đăng");
  await page.goto(address("/2024/03/05/nhap/"));
  expect(await page.textContent(".draft-mark")).toBe("Bài nháp");
});

it("follows new and deleted files, and the data files", async () => {
  save({
    "moi.md": article("", "Bài mới tới.").replace("Bài thử", "Bài mới"),
    "units.yaml": base["units.yaml"].replace("Đảng ủy Khối Thử", "Đảng ủy Khối Đổi Tên"),
  });
  await expect
    .poll(() => page.goto(address("/2024/03/05/moi/")).then((answer) => answer?.status()), {
      timeout: 15_000,
    })
    .toBe(200);
  await expect
    .poll(() => page.textContent("main"), { timeout: 15_000 })
    .toContain("Đảng ủy Khối Đổi Tên");
  rmSync(join(content, "moi.md"));
  await expect
    .poll(() => page.goto(address("/2024/03/05/moi/")).then((answer) => answer?.status()), {
      timeout: 15_000,
    })
    .toBe(404);
});

it("breaks no rule of its own pages", () => {
  expect(errors).toEqual([]);
});
