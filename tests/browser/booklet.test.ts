import { inflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { pagesOfKind, readBuiltSite } from "../built-site.ts";
import { openBrowser, type TestBrowser } from "./chromium.ts";
import { brokenPictures } from "./page-probe.ts";

/* The bulletins of months on paper, as Chromium prints them. */

const site = readBuiltSite(inject("builtSite"));
const bulletins = pagesOfKind(site, "bulletin").sort((a, b) => b.html.length - a.html.length);

let server: StaticServer;
let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  server = await serve(site);
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: "vi-VN" })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What is on one page of paper. */
type Paper = { readonly letters: number; readonly width: number; readonly height: number };

async function print(url: string): Promise<Paper[]> {
  await page.goto(`${server.origin}${site.basePath}${url}`);
  // Paper shows what a reader has not come to yet.
  for (const picture of await page.locator("main img").all())
    await picture.scrollIntoViewIfNeeded();
  expect(await page.evaluate(brokenPictures)).toEqual([]);
  return papersOf(await page.pdf({ preferCSSPageSize: true }));
}

/** Reads the pages of a PDF by Chromium, which draws each letter by an operator of its own. */
function papersOf(pdf: Buffer): Paper[] {
  // One byte is one character here, so places in the text are places in the file.
  const text = pdf.toString("latin1");
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\s/gu)].map(({ 1: id, 0: head, index }) => [
      id,
      index + head.length,
    ]),
  );
  return [...text.matchAll(/<<\/Type \/Page\n.*?\/Contents (\d+) 0 R/gsu)].map((found) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(found[0]) ?? [];
    const start = text.indexOf("stream\n", objects.get(found[1])) + "stream\n".length;
    const drawing = inflateSync(pdf.subarray(start, text.indexOf("endstream", start)));
    const letters = drawing.toString("latin1").match(/ T[jJ]\b/gu)?.length ?? 0;
    return { letters, width: Math.round(Number(width)), height: Math.round(Number(height)) };
  });
}

/** More than head and foot have, which come on every page. */
const fewest = 80;

it.each([...bulletins.slice(0, 6), bulletins.at(-1)!])(
  "$url is printed on A4, and no page is blank",
  async ({ url }) => {
    const papers = await print(url);
    // Cover, contents and at least a page of text.
    expect(papers.length).toBeGreaterThanOrEqual(3);
    for (const { letters, width, height } of papers) {
      expect([width, height]).toEqual([595, 842]);
      expect(letters).toBeGreaterThan(fewest);
    }
  },
);

it("the cover is one page, and has neither head nor foot", async () => {
  const [cover, contents] = await print(bulletins[0]!.url);
  await page.emulateMedia({ media: "print" });
  const shown = await page.locator(".booklet-cover").innerText();
  const listed = await page.locator(".booklet-contents").innerText();
  const lettersOf = (words: string) => words.replaceAll(/\s/gu, "").length;
  // Spaces between words are drawn too.
  expect(cover!.letters).toBeGreaterThanOrEqual(lettersOf(shown));
  expect(cover!.letters).toBeLessThanOrEqual(shown.length);
  const head = (await page.locator("html").getAttribute("data-head"))!;
  expect(contents!.letters).toBeGreaterThanOrEqual(lettersOf(listed) + lettersOf(head));
});

it("a page without words would be found blank", async () => {
  // The content policy of our own pages would outlive them.
  await page.goto("about:blank");
  await page.setContent("<p>Một</p><p style='break-before:page'>&nbsp;</p>");
  const papers = papersOf(await page.pdf({ format: "A4" }));
  expect(papers.map(({ letters }) => letters > 2)).toEqual([true, false]);
});
