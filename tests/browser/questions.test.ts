import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { readBuiltSite } from "../built-site.ts";
import { openBrowser, type TestBrowser } from "./chromium.ts";

/*
 * What readers come to look up. Each is answered on a phone, from the home page, by at most three
 * links that are pressed one after the other.
 */

const site = readBuiltSite(inject("builtSite"));
let server: StaticServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await serve(site);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A link by its words; by its address where the words are a number in a table. */
type Step = string | RegExp | { readonly to: string };
type Question = readonly [question: string, steps: readonly Step[], answer: RegExp];

const questions: readonly Question[] = [
  [
    "which units got a Giấy khen in 2022",
    ["Khen thưởng", { to: "/khen-thuong/giay-khen/2022/" }],
    /Giấy khen năm 2022/u,
  ],
  [
    "who cites 21-KL/TW",
    ["Văn bản", /Kết luận số 21-KL\/TW/u],
    /bài nhắc đến văn bản này[\s\S]*họp Ban Chấp hành lần thứ mười một/u,
  ],
  [
    "how many members were admitted in 2021, and the trend",
    ["Số liệu", "Đảng viên mới được kết nạp"],
    /144[\s\S]*2021/u,
  ],
  [
    "every session of a committee in a term",
    ["Hội nghị", /^Đảng ủy Khối$/u, /Ban Chấp hành khóa XIX/u],
    /lần thứ 11/iu,
  ],
  [
    "every article on an office holder",
    ["Cán bộ", "Nguyễn Xuân Tường"],
    /Đảng bộ Khối các cơ quan tỉnh họp Ban Chấp hành lần thứ mười một/u,
  ],
];

it.each(questions)("%s", async (_question, steps, answer) => {
  expect(steps.length).toBeLessThanOrEqual(3);
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}${site.basePath}/`);
  for (const step of steps) {
    const link =
      typeof step === "object" && "to" in step
        ? page.locator(`main a[href="${site.basePath}${step.to}"]`)
        : page.getByRole("link", { name: step, exact: typeof step === "string" });
    await link.first().click();
    await page.waitForLoadState();
  }
  expect(await page.locator("main").innerText()).toMatch(answer);
  await context.close();
});
