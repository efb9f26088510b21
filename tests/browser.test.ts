import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ensureBrowser } from "../scripts/browser.ts";
import { readBuiltSite, samplePages } from "./built-site.ts";
import {
  brokenPictures,
  doubleText,
  focused,
  isFocusInMain,
  overflowing,
  printed,
  smallTargets,
} from "./page-probe.ts";
import { type StaticServer, serve } from "./static-server.ts";

const site = readBuiltSite(inject("builtSite"));
const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const samples = samplePages(site);
const phone = { width: 360, height: 740 };
const desktop = { width: 1440, height: 900 };

let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  server = await serve(site);
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    // As root, in a container, Chromium has no sandbox to run in; it sees nothing but our own pages.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page of the site and gathers what goes wrong while it is open; closes it after `look`. */
async function open(
  url: string,
  viewport: { readonly width: number; readonly height: number },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const faults: string[] = [];
  const context = await browser.newContext({ viewport, locale: "vi-VN", serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(`${server.origin}/`)) faults.push(`outside: ${request.url()}`);
    });
    await page.goto(`${server.origin}${site.basePath}${url}`, { waitUntil: "load" });
    await look(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

/** What axe finds, one line for each element. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ["violations"],
    ...(rules === undefined ? {} : { runOnly: { type: "rule", values: [...rules] } }),
  };
  const results = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)})`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
  );
}

describe.concurrent.each(samples)("$kind $url", { timeout: 90_000 }, ({ kind, url }) => {
  it("on a phone: fits, loads whole, no fault for axe in light and dark", async ({ expect }) => {
    await open(url, phone, async (page) => {
      expect(await page.evaluate(overflowing)).toEqual([]);
      expect(await page.evaluate(brokenPictures)).toEqual([]);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      await page.evaluate(axeSource);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page, ["color-contrast", "link-in-text-block"])).toEqual([]);
    });
  });

  it("on a desktop: fits, loads whole, no fault for axe in light and dark", async ({ expect }) => {
    await open(url, desktop, async (page) => {
      expect(await page.evaluate(overflowing)).toEqual([]);
      expect(await page.evaluate(brokenPictures)).toEqual([]);
      await page.evaluate(axeSource);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page, ["color-contrast", "link-in-text-block"])).toEqual([]);
    });
  });

  it("enlarged to 200 %: fits, by zoom and by larger text", async ({ expect }) => {
    await open(url, { width: 640, height: 450 }, async (page) => {
      expect(await page.evaluate(overflowing)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate(doubleText);
      expect(await page.evaluate(overflowing)).toEqual([]);
    });
  });

  it("by keyboard: begins with a link past the navigation, and shows where the focus is", async ({
    expect,
  }) => {
    await open(url, desktop, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(focused)).toMatchObject({
        isSkipLink: true,
        isMarked: true,
        isInView: true,
      });
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(focused);
        if (focus !== undefined) expect(focus).toMatchObject({ isMarked: true, isInView: true });
      }
      await page.reload();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const hasLinks = (await page.locator("main a[href], main [tabindex='0']").count()) > 0;
      expect(await page.evaluate(isFocusInMain)).toBe(hasLinks);
    });
  });

  it("printed: without navigation, with its address", async ({ expect }) => {
    await open(url, { width: 794, height: 1123 }, async (page) => {
      await page.emulateMedia({ media: "print" });
      const { navigation, text } = await page.evaluate(printed);
      expect(navigation).toEqual([]);
      if (kind === "article") expect(text).toContain(`${site.host}${site.basePath}${url}`);
      expect(await page.evaluate(overflowing)).toEqual([]);
    });
  });
});
