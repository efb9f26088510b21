import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { corpusUnits, writeCorpus } from "../../scripts/bench/corpus.ts";
import { ensureBrowser } from "../../scripts/browser.ts";
import { readBuiltSite } from "../built-site.ts";
import { temporaryFolder, writeFiles } from "../content.ts";
import { type StaticServer, serve } from "../static-server.ts";

/* What a search costs the reader of a site that is too large to be searched as a whole at once. */

const folder = temporaryFolder();
let server: StaticServer;
let browser: Browser;

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
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "scripts/build.ts",
      "--content",
      content,
      "--output",
      join(folder, "_site"),
      "--cache",
      join(folder, ".cache"),
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  server = await serve(readBuiltSite(join(folder, "_site")));
  browser = await chromium.launch({ executablePath: ensureBrowser() });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Searches in a new tab, and answers what came over the line for it, in bytes. */
async function search(words: string, look: (page: Page, bytes: () => number) => Promise<void>) {
  const page = await (await browser.newContext()).newPage();
  let bytes = 0;
  page.on("response", async (response) => {
    if (response.url().includes("/muc-luc/")) bytes += (await response.body()).length;
  });
  await page.goto(`${server.origin}/tim-kiem/?q=${encodeURIComponent(words)}`);
  await answered(page);
  await page.waitForLoadState("networkidle");
  await look(page, () => bytes);
  await page.context().close();
}

async function answered(page: Page): Promise<void> {
  await page.locator("#tinh-trang:not(:empty)", { hasNotText: "Đang tìm" }).waitFor();
}

it.each(["duong", "Đảng ủy", "khen thưởng", "quạnh"])(
  "a first search for %s costs at most 150 kB",
  async (words) => {
    await search(words, async (_page, bytes) => {
      expect(bytes()).toBeGreaterThan(50_000);
      expect(bytes()).toBeLessThanOrEqual(150_000);
    });
  },
);

it("what is rare is found when the reader asks to go on", async () => {
  await search("quạnh hiu", async (page) => {
    expect(await page.getByRole("status").textContent()).toMatch(
      /^Chưa thấy bài nào trong các bài từ/u,
    );
    await page.getByRole("button", { name: "Tìm tiếp trong bài cũ hơn" }).click();
    await page.getByText("1 kết quả.").waitFor();
    expect(await page.locator("#ket-qua h3").allTextContents()).toEqual(["Chuyện quạnh hiu"]);
  });
});
