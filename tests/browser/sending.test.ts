import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../content.ts";
import {
  git,
  type Manner,
  newOffice,
  type Office,
  serveRepository,
  snapshot,
  type Writer,
} from "../programs/sending/git-office.ts";
import { openPreview, type PreviewServer } from "./preview-server.ts";

/** A writer sends an article from the form, and nothing of git is seen. */

const manner: Manner = {};
let office: Office;
let writer: Writer;
let server: PreviewServer;
const khen = "2024/khen/index.md";

beforeAll(async () => {
  office = newOffice();
  office.edit("main", {
    "site.yaml": `name: Bản tin thử
description: Trang dùng để kiểm thử
url: https://thu.example
owner: Cơ quan thử
responsible: Người thử
review: { host: gitlab, url: https://git.thu.example/don-vi/ban-tin }
`,
  });
  writer = office.writer("Cây Bút Mẫu", await serveRepository(office.bare, manner));
  server = await openPreview(writer.content, temporaryFolder(), "/_soan/");
});

afterAll(() => server.stop());

const dialog = () => server.page.getByRole("dialog");
const dialogButton = (name: string) => dialog().getByRole("button", { name, exact: true });

async function open(path: string): Promise<void> {
  await server.page.goto(server.address(`/_soan/#/bai/${encodeURIComponent(path)}`));
  await server.page.locator(".write").waitFor();
}

async function seen(name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    await server.page.setViewportSize({ width, height });
    await server.page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  await server.page.setViewportSize({ width: 1280, height: 800 });
}

it("sends what was written, and gives the link for the editor", async () => {
  const { page } = server;
  await open(khen);
  await page.locator("#o-title").fill("Khen thưởng quý hai");
  await page.getByRole("button", { name: "Gửi bài" }).click();
  await expect
    .poll(() => dialog().getByRole("status").first().innerText())
    .toMatch(/^Sẽ gửi tới 127\.0\.0\.1: 1 bài sửa, \d+ kB\.$/u);
  const frames = dialog().locator("iframe");
  expect(await frames.count()).toBe(2);
  await expect
    .poll(() => frames.nth(0).contentFrame().locator("h1").innerText())
    .toBe("Khen thưởng quý một");
  await expect
    .poll(() => frames.nth(1).contentFrame().locator("h1").innerText())
    .toBe("Khen thưởng quý hai");
  await dialog().getByLabel("Lời nhắn cho người duyệt").fill("Xin xem giúp tiêu đề.");
  await seen("gui-truoc");
  const before = snapshot(writer.top);
  await dialogButton("Gửi cho người duyệt").click();
  const link = dialog().getByRole("link");
  await expect
    .poll(() => link.getAttribute("href"))
    .toBe(
      "https://git.thu.example/don-vi/ban-tin/-/merge_requests/new?merge_request%5Bsource_branch%5D=bai%2Fkhen-thuong-quy-hai&merge_request%5Btarget_branch%5D=main",
    );
  await seen("gui-xong");
  expect(snapshot(writer.top)).toEqual(before);
  expect(office.onServer("bai/khen-thuong-quy-hai", khen)).toContain("Khen thưởng quý hai");
  expect(git(office.bare, "log", "-1", "--format=%b", "bai/khen-thuong-quy-hai")).toBe(
    "Xin xem giúp tiêu đề.",
  );
  await dialogButton("Xong").click();
  // Who goes on with the keyboard goes on where the dialog was opened.
  await expect.poll(() => page.locator(":focus").innerText()).toBe("Gửi bài");
  await expect.poll(() => page.locator(".came-back").innerText()).toContain("đang chờ duyệt");
  expect(await page.locator(".write > .unseen[role=status]").textContent()).not.toContain(
    "Bài đăng",
  );
  await page.goto(server.address("/_soan/#/"));
  const row = page.locator(".articles li", { hasText: "Khen thưởng quý hai" });
  await expect.poll(() => row.innerText()).toContain("đã gửi, đang chờ duyệt");
  await seen("danh-sach");
  office.squash("bai/khen-thuong-quy-hai");
  await page.reload();
  await expect.poll(() => row.innerText()).toContain("đã đăng");
});

it("asks who it is where the server wants to know, and then sends several articles", async () => {
  const { page } = server;
  manner.password = "cay-but:ma-bi-mat";
  for (const [at, name] of ["mot", "hai"].entries())
    writeFileSync(
      join(writer.content, `2024/hop/${name}.md`),
      `---\ntitle: Bài số ${at + 1}\ndate: 2024-04-0${at + 1}\nauthor: Cây Bút Mẫu\nunit: khoi-thu\n${at === 0 ? "draft: true\n" : ""}---\n\nNội dung ${name}.\n`,
    );
  await page.goto(server.address("/_soan/#/"));
  await page.getByRole("button", { name: "Gửi nhiều bài" }).click();
  const alert = dialog().getByRole("alert");
  await expect.poll(() => alert.innerText()).toContain("cần biết người gửi là ai");
  await seen("dang-nhap");
  await dialog().getByLabel("Tên tài khoản").fill("cay-but");
  await dialog().getByLabel("Mã truy cập").fill("sai");
  await dialogButton("Đăng nhập").click();
  await expect.poll(() => dialogButton("Đăng nhập").isEnabled()).toBe(true);
  expect(await alert.innerText()).toContain("cần biết người gửi là ai");
  await dialog().getByLabel("Mã truy cập").fill("ma-bi-mat");
  await dialogButton("Đăng nhập").click();
  await dialog().getByText("Bài còn là bản nháp").waitFor();
  await seen("gui-nhieu");
  const send = dialogButton("Gửi cho người duyệt");
  await send.click();
  // The browser itself asks for a choice.
  expect(office.branches()).toEqual(["main"]);
  const draft = dialog().locator(".to-send > li", { hasText: "Bài số 1" });
  await draft.getByText("Trước và sau, như người đọc thấy").click();
  const after = draft.locator("iframe").nth(-1).contentFrame();
  await expect.poll(() => after.locator(".draft-mark").allInnerTexts()).not.toEqual([]);
  await dialog().getByLabel("Bài đã xong: bỏ dấu bản nháp rồi gửi").check();
  await expect.poll(() => after.locator(".draft-mark").count()).toBe(0);
  expect(await after.locator("h1").innerText()).toBe("Bài số 1");
  await send.click();
  await dialog().getByText("đã gửi, đang chờ duyệt").waitFor();
  const [branch = ""] = office.branches();
  expect(office.onServer(branch, "2024/hop/mot.md")).not.toContain("draft");
  expect(office.onServer(branch, "2024/hop/hai.md")).toContain("Nội dung hai.");
  expect(server.printed()).not.toContain("ma-bi-mat");
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog().count()).toBe(0);
  expect(server.errors).toEqual([]);
});
