import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { searchUrl } from "../../src/urls.ts";
import { readBuiltSite } from "../built-site.ts";
import { openBrowser, type TestBrowser } from "./chromium.ts";
import { frequentPages } from "./frequent-pages.ts";
import { loadCost, nextFrames, settled, shifts } from "./page-probe.ts";

/*
 * What a first visit makes a phone load and hold, in counts that are the same on every machine.
 * `npm run bench` measures how many seconds it takes.
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

/** Opens a tab for `look`, as on a phone that has nothing of the site in its cache yet. */
async function visit(look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}

describe.each(frequentPages(site))("%s", (url) => {
  const address = () => `${server.origin}${site.basePath}${url}`;

  // What only the search page needs, no other page waits for.
  const sheets = url === searchUrl ? ["trang", "tim"] : ["trang"];

  it("waits for its stylesheets alone, asks for little, and is a small tree", async () => {
    await visit(async (page) => {
      await page.goto(address(), { waitUntil: "load" });
      await page.evaluate(settled);
      const { blocking, requests, bytes, elements } = await page.evaluate(loadCost);
      expect(blocking.map((one) => /\/giao-dien\/(\w+)\.\w+\.css$/u.exec(one)?.[1])).toEqual(
        sheets,
      );
      expect(requests).toBeLessThanOrEqual(10);
      expect(bytes).toBeLessThanOrEqual(150_000);
      expect(elements).toBeLessThanOrEqual(1_800);
    });
  });

  it("moves nothing when fonts and pictures arrive, even when they do after all else is drawn", async () => {
    await visit(async (page) => {
      const late: Route[] = [];
      let isDrawn = false;
      await page.route(/\.(?:woff2|avif|jpg|png)$/u, (route) => {
        if (isDrawn) return route.continue();
        late.push(route);
      });
      await page.goto(address(), { waitUntil: "commit" });
      await page.waitForFunction("document.readyState !== 'loading'");
      await page.evaluate(nextFrames);
      expect(late.length).toBeGreaterThan(0);
      isDrawn = true;
      // One after the other, so that what moves is the same each time.
      for (const route of late) {
        await route.continue();
        await route
          .request()
          .response()
          .then((response) => response?.finished());
        await page.evaluate(nextFrames);
      }
      await page.waitForLoadState("load");
      await page.evaluate(settled);
      expect(await page.evaluate(shifts)).toBeLessThan(0.01);
    });
  });
});
