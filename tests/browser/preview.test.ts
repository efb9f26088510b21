import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readAssets } from "../../src/assets/assets.ts";
import { article, base, temporaryFolder, writeFiles } from "../content.ts";
import { briefly } from "../waiting.ts";
import { openPreview, type PreviewServer } from "./preview-server.ts";

/** The preview as its writer sees it: what happens in the browser while files are saved. */

const content = temporaryFolder();
const cache = temporaryFolder();
/** A copy of the program, so that a test can change a layout. */
const project = temporaryFolder();
let server: PreviewServer;
let page: Page;

beforeAll(async () => {
  writeFiles(content, { ...base, "a.md": article("tgas: [Một]") });
  const program = ["src", "layouts", "browser", "scripts", ".eleventy.ts"];
  for (const name of [...program, "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(name, join(project, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  server = await openPreview(content, cache, "/", project);
  page = server.page;
});

afterAll(() => server.stop());

const address = (path: string) => server.address(path);
const panel = () => page.locator(".preview-problems");
const save = (files: Parameters<typeof writeFiles>[1]) => writeFiles(content, files);

it("shows errors with line and fix before there is a page, and the page when they are mended", async () => {
  await expect.poll(() => page.textContent("h1")).toBe("Chưa dựng được trang");
  const text = () => panel().innerText();
  await expect.poll(text).toContain("Nội dung có 1 lỗi.");
  expect(await text()).toContain("a.md, dòng 6, cột 1");
  expect(await text()).toContain("tgas: [Một]\n^^^^");
  expect(await text()).toContain("Có phải bạn muốn viết “tags”?");
  // The form editor shows drafts in the clothes of the site, which has not been written yet.
  const { stylesheet } = (await readAssets(cache)).assets;
  expect((await page.request.get(address(stylesheet.url))).status()).toBe(200);
  save({ "a.md": article("tags: [Một]") });
  await expect.poll(() => page.textContent("h1")).not.toBe("Chưa dựng được trang");
  expect(await panel().count()).toBe(0);
});

it("keeps the page of before while a save has errors, and says so over it", async () => {
  await page.goto(address("/2024/03/05/a/"));
  save({ "a.md": article("tags: [Một]\nunit: khoi-thu", "Bản hỏng.") });
  await expect
    .poll(() => panel().innerText())
    .toContain("Trang đang hiện là bản trước khi có lỗi.");
  expect(await page.textContent("main")).toContain("Nội dung bài thử.");
  await page.keyboard.press("Escape");
  await expect.poll(() => panel().locator("li").first().isVisible()).toBe(false);
  save({ "a.md": article("tags: [Một]", "Bản đã sửa.") });
  await expect.poll(() => page.textContent("main")).toContain("Bản đã sửa.");
  expect(await panel().count()).toBe(0);
});

it("holds warnings back until somebody opens them", async () => {
  save({ "a.md": article("tags: [Một]", "Gọi 0912 345 678.") });
  await expect.poll(() => panel().innerText()).toContain("1 cảnh báo");
  expect(await panel().locator("li").isVisible()).toBe(false);
  await panel().locator("summary").click();
  expect(await panel().locator("li").innerText()).toContain("số điện thoại di động");
  save({ "a.md": article("tags: [Một]", "Bản đã sửa.") });
  await expect.poll(() => panel().count()).toBe(0);
});

it("shows what is not public yet, and marks it", async () => {
  save({
    "nhap.md": article("draft: true").replace("Bài thử", "Bài còn viết"),
    "hen.md": article().replace("Bài thử", "Bài ngày mai").replace("2024-03-05", "2024-07-01"),
  });
  await expect
    .poll(() => page.goto(address("/2024/07/01/hen/")).then((answer) => answer?.status()))
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
    .poll(() => page.goto(address("/2024/03/05/moi/")).then((answer) => answer?.status()))
    .toBe(200);
  await expect.poll(() => page.textContent("main")).toContain("Đảng ủy Khối Đổi Tên");
  rmSync(join(content, "moi.md"));
  await expect
    .poll(() => page.goto(address("/2024/03/05/moi/")).then((answer) => answer?.status()))
    .toBe(404);
});

it("follows pictures that are new, replaced under the same name, and deleted", async () => {
  const shown = () =>
    page.locator("main img").evaluate((image: HTMLImageElement) => image.currentSrc);
  save({
    "hinh.png": await picture("red"),
    "a.md": article("images: [{ src: hinh.png, alt: Hình }]"),
  });
  await page.goto(address("/2024/03/05/a/"));
  await expect.poll(colour).toEqual([255, 0, 0]);
  const red = await shown();
  save({ "hinh.png": await picture("blue") });
  await expect.poll(colour).toEqual([0, 0, 255]);
  expect(await shown()).not.toBe(red);
  rmSync(join(content, "hinh.png"));
  await expect.poll(() => panel().innerText()).toContain("hinh.png");
  save({ "a.md": article("tags: [Một]") });
  await expect.poll(() => page.locator("main img").count()).toBe(0);
});

it("follows the stylesheet and what is laid over a page, without being started anew", async () => {
  edit("layouts/assets/style.css", (text) => `${text}\nh1 { letter-spacing: 3px; }\n`);
  await expect.poll(() => styleOf("h1", "letterSpacing")).toBe("3px");
  save({ "a.md": article("tags: [Một]", "Gọi 0912 345 678.") });
  await expect.poll(() => panel().count()).toBe(1);
  edit(
    "browser/preview/preview.css",
    (text) => `${text}\n.preview-problems { letter-spacing: 4px; }\n`,
  );
  await expect.poll(() => styleOf(".preview-problems", "letterSpacing")).toBe("4px");
  edit("browser/preview/preview.ts", (text) => text.replace("Lỗi của nội dung", "Lỗi, tên khác"));
  await expect.poll(() => panel().getAttribute("aria-label")).toBe("Lỗi, tên khác");
  save({ "a.md": article("tags: [Một]") });
  await expect.poll(() => page.textContent("main").catch(() => "")).toContain("Nội dung bài thử.");
  // A page whose script has not arrived when the program stops cannot know that it is back.
  await page.waitForLoadState();
});

it("follows a layout: the program starts anew, and the page that is open comes back with the change", async () => {
  edit("layouts/parts/article-view.ts", (text) => text.replace(/<h1[ >]/u, "<p>Khuôn mới</p>$&"));
  await expect.poll(() => page.textContent("main").catch(() => "")).toContain("Khuôn mới");
  save({ "a.md": article("tags: [Một]", "Lưu sau khi chạy lại.") });
  await expect
    .poll(() => page.textContent("main").catch(() => ""))
    .toContain("Lưu sau khi chạy lại.");
});

it("loads a page again only when something was written", async () => {
  await page.evaluate(() => document.body.setAttribute("data-mark", ""));
  save({ "a.md": article("tags: [Một]", "Lưu sau khi chạy lại.") });
  save({ "b.md": article("tgas: [Một]").replace("Bài thử", "Bài hai") });
  await expect.poll(() => panel().count()).toBe(1);
  rmSync(join(content, "b.md"));
  await expect.poll(() => panel().count()).toBe(0);
  expect(await page.locator("body[data-mark]").count()).toBe(1);
});

it("breaks no rule of its own pages", () => {
  expect(server.errors).toEqual([]);
});

function picture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
}

/**
 * Returns the colour of the picture as the browser shows it, each channel rounded to 0 or 255;
 * undefined while the page is loading.
 */
async function colour(): Promise<number[] | undefined> {
  try {
    return await page.locator("main img").evaluate(
      async (image: HTMLImageElement) => {
        await image.decode();
        const canvas = document.createElement("canvas");
        const context = canvas.getContext("2d")!;
        context.drawImage(image, 0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].map(
          (part) => Math.round(part / 255) * 255,
        );
      },
      undefined,
      briefly,
    );
  } catch {
    return undefined;
  }
}

async function styleOf(selector: string, name: "letterSpacing"): Promise<string | undefined> {
  return page
    .evaluate(([where, what]) => getComputedStyle(document.querySelector(where)!)[what], [
      selector,
      name,
    ] as const)
    .catch(() => undefined);
}

function edit(name: string, change: (text: string) => string): void {
  const path = join(project, name);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}
