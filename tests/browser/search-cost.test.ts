import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { corpusUnits, writeCorpus } from "../../scripts/bench/corpus.ts";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { build } from "../../scripts/build.ts";
import type { Day } from "../../src/day.ts";
import { isError } from "../../src/problems/problem.ts";
import { readSite } from "../built-site.ts";
import { temporaryFolder, writeFiles } from "../content.ts";
import { openBrowser, type TestBrowser } from "./chromium.ts";

/* How many bytes a search costs the reader of a site that is too large to be searched at once. */

const folder = temporaryFolder();
let server: StaticServer;
let browser: TestBrowser;

beforeAll(async () => {
  const content = join(folder, "content");
  await writeCorpus(content, 1_500);
  const rare = `---
title: Chuyện quạnh hiu
date: 2010-02-03
author: Người Thử
unit: ${corpusUnits[0]!.id}
---

Một bài rất cũ.
`;
  writeFiles(content, { "cu.md": rare });
  const { problems } = await build({
    content,
    output: join(folder, "_site"),
    cache: join(folder, ".cache"),
    drafts: false,
    today: "2025-01-01" as Day,
  });
  expect(problems.filter(isError)).toEqual([]);
  server = await serve(readSite(join(folder, "_site")));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Searches in a new tab, and tells `look` how many bytes came over the line for it. */
async function search(words: string, look: (page: Page, bytes: number) => Promise<void>) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: Request[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    // The index, and the articles of which an excerpt is shown.
    if (/\/muc-luc\/|^\/\d{4}\//u.test(pathname)) asked.push(request);
  });
  await page.goto(`${server.origin}/tim-kiem/?q=${encodeURIComponent(words)}`);
  await answered(page);
  await look(page, await bytesOf(asked));
  await context.close();
}

/** Returns the compressed bytes of the bodies of all requests, including those made meanwhile. */
async function bytesOf(asked: readonly Request[]): Promise<number> {
  let bytes = 0;
  for (let at = 0; at < asked.length; at += 1)
    bytes += brotliCompressSync(await (await asked[at]!.response())!.body()).length;
  return bytes;
}

async function answered(page: Page): Promise<void> {
  await page.locator("#tinh-trang:not(:empty)", { hasNotText: "Đang tìm" }).waitFor();
}

it.each(["duong", "Đảng ủy", "khen thưởng", "quạnh"])(
  "a first search for %s costs at most 60 kB",
  async (words) => {
    await search(words, async (_page, bytes) => {
      expect(bytes).toBeGreaterThan(1_000);
      expect(bytes).toBeLessThanOrEqual(60_000);
    });
  },
);

/** Makes files of words as large as those of a site with a hundred times as many articles. */
async function withLargeFiles(page: Page): Promise<void> {
  await page.route(/\/muc-luc\/[^/]+\/\d+\.txt/u, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}${"\n".repeat(200_000)}` });
  });
}

it("older parts are read when the reader asks to go on, where they cost too much", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await withLargeFiles(page);
  await page.goto(`${server.origin}/tim-kiem/?q=${encodeURIComponent("quạnh hiu")}`);
  await answered(page);
  expect(await page.locator("#tinh-trang").textContent()).toMatch(
    /^Chưa thấy bài nào trong các bài từ ngày \d+\/\d+\/2024 đến nay/u,
  );
  await page.getByRole("button", { name: "Tìm tiếp trong bài cũ hơn" }).click();
  await page.getByText("1 kết quả.").waitFor();
  expect(await page.locator("#ket-qua h3").allTextContents()).toEqual(["Chuyện quạnh hiu"]);
  await context.close();
});

it("a slip is mended before older parts are read, and the reader may insist", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await withLargeFiles(page);
  await page.goto(`${server.origin}/tim-kiem/?q=${encodeURIComponent("hien mauu")}`);
  await answered(page);
  expect(await page.locator("#y-khac").textContent()).toMatch(
    /^Chưa thấy bài nào với “hien mauu” trong các bài từ ngày .* đến nay\. Dưới đây tìm theo hiến máu\./u,
  );
  expect(await page.locator("#ket-qua li").count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Tìm “hien mauu” trong bài cũ hơn" }).click();
  await page.getByText("Không tìm thấy bài nào.").waitFor();
  expect(await page.locator("#y-khac").textContent()).toBe("");
  await context.close();
});
