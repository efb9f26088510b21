import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { BrowserContext, ConsoleMessage, Page, Request, Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { fullestPages, readBuiltSite, samplePages } from "../built-site.ts";
import { openBrowser, type TestBrowser } from "./chromium.ts";
import {
  brokenPictures,
  cutOff,
  focused,
  isFocusInMain,
  isFocusOn,
  nextFrames,
  overflowing,
  printed,
  rootTextSize,
  setTextSize,
} from "./page-probe.ts";

const site = readBuiltSite(inject("builtSite"));
const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const samples = samplePages(site);
const phone = { width: 360, height: 740 };
const desktop = { width: 1440, height: 900 };

let server: StaticServer;
let browser: TestBrowser;
let context: BrowserContext;
/** Tabs that are open and free; a new one for each test would cost more than the test. */
const idle: Page[] = [];

beforeAll(async () => {
  server = await serve(site);
  browser = await openBrowser();
  context = await browser.newContext({
    locale: "vi-VN",
    serviceWorkers: "block",
    // Otherwise a test may look at something halfway through its movement.
    reducedMotion: "reduce",
  });
  await context.addInitScript({ content: axeSource });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page of the site for `look`, and fails when anything goes wrong in it meanwhile. */
async function open(
  url: string,
  viewport: { readonly width: number; readonly height: number },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = idle.pop() ?? (await context.newPage());
  const faults: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  };
  const onError = (error: Error) => faults.push(String(error));
  const onRequest = (request: Request) => {
    if (!request.url().startsWith(`${server.origin}/`)) faults.push(`outside: ${request.url()}`);
  };
  const onFailed = (request: Request) => {
    // A page that is left while it loads aborts its own requests.
    const isBrokenOff = request.failure()?.errorText === "net::ERR_ABORTED";
    if (!isBrokenOff) faults.push(`failed: ${request.url()}`);
  };
  const onResponse = (response: Response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  };
  await page.setViewportSize(viewport);
  page
    .on("console", onConsole)
    .on("pageerror", onError)
    .on("request", onRequest)
    .on("requestfailed", onFailed)
    .on("response", onResponse);
  try {
    await page.goto(`${server.origin}${site.basePath}${url}`, { waitUntil: "load" });
    await look(page);
    expect(faults).toEqual([]);
  } finally {
    page
      .off("console", onConsole)
      .off("pageerror", onError)
      .off("request", onRequest)
      .off("requestfailed", onFailed)
      .off("response", onResponse);
    await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
    await page.goto("about:blank");
    idle.push(page);
  }
}

/**
 * Returns what axe finds, one line per element. By default every rule is on, including the one for
 * the size of targets, which axe leaves off.
 */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ["violations"],
    ...(rules === undefined
      ? { rules: { "target-size": { enabled: true } } }
      : { runOnly: { type: "rule", values: [...rules] } }),
  };
  const results = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)})`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
  );
}

/** Checks the page at the current screen size and in the current colour scheme. */
async function expectWellDrawn(page: Page): Promise<void> {
  expect(await page.evaluate(overflowing)).toEqual([]);
  expect(await page.evaluate(brokenPictures)).toEqual([]);
  expect(await violations(page)).toEqual([]);
}

describe.concurrent.each(samples)("$kind $url", ({ url }) => {
  it("on a phone: fits, loads whole, axe finds no fault, nor in dark colours", async () => {
    await open(url, phone, async (page) => {
      await expectWellDrawn(page);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page, ["color-contrast", "link-in-text-block"])).toEqual([]);
    });
  });

  it("on a desktop, in the dark: fits, loads whole, axe finds no fault", async () => {
    await open(url, desktop, async (page) => {
      await page.emulateMedia({ colorScheme: "dark" });
      await expectWellDrawn(page);
      await page.emulateMedia({ colorScheme: "light" });
      expect(await violations(page, ["color-contrast", "link-in-text-block"])).toEqual([]);
    });
  });
});

/** The rules of axe for paper, where nothing is pressed but all has to be legible and in order. */
const onPaper = [
  "color-contrast",
  "heading-order",
  "image-alt",
  "list",
  "listitem",
  "page-has-heading-one",
  "td-headers-attr",
  "th-has-data-cells",
];

describe.concurrent.each(fullestPages(site))("$kind $url", ({ kind, url }) => {
  it("by keyboard: begins with a link past the navigation, and shows where the focus is", async () => {
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
        // After the last link the focus leaves the page for the browser's own buttons.
        if (focus !== undefined) expect(focus).toMatchObject({ isMarked: true, isInView: true });
      }
      await page.reload();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(({ hash }) => hash !== "");
      await page.evaluate(nextFrames);
      await page.keyboard.press("Tab");
      const hasLinks = (await page.locator("main a[href], main [tabindex='0']").count()) > 0;
      expect(await page.evaluate(isFocusInMain)).toBe(hasLinks);
    });
  });

  it("enlarged to 200 %: fits, by zoom and by larger text; printed: no navigation, its address", async () => {
    await open(url, { width: 640, height: 450 }, async (page) => {
      expect(await page.evaluate(overflowing)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate(setTextSize, "200%");
      expect(await page.evaluate(overflowing)).toEqual([]);
      await page.evaluate(setTextSize, "");

      // The width of A4 less its margins, in pixels.
      await page.setViewportSize({ width: 680, height: 1000 });
      await page.emulateMedia({ media: "print" });
      const { navigation, text } = await page.evaluate(printed);
      expect(navigation).toEqual([]);
      expect(await violations(page, onPaper)).toEqual([]);
      if (kind === "article") {
        expect(text).toContain(`${site.host}${site.basePath}${url}`);
        expect(text).toMatch(/Nguồn: .+ Đăng ngày \d+\/\d+\/\d{4}\./u);
      }
      expect(await page.evaluate(overflowing)).toEqual([]);
    });
  });
});

describe.concurrent.each(fullestPages(site))("$kind $url", ({ url }) => {
  it("with the largest letters and more contrast, chosen on the page: fits, and is legible", async () => {
    await open(url, phone, async (page) => {
      const size = () => page.evaluate(rootTextSize);
      const before = await size();
      await page.locator(".reading summary").click();
      await page.locator("#chu-rat-lon").check();
      await page.locator("#tuong-phan").check();
      expect(await size()).toBeGreaterThan(before * 1.4);
      expect(await page.evaluate(overflowing)).toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page, ["color-contrast-enhanced", "target-size"])).toEqual([]);
      }
    });
  });
});

/** The width of a window of 1,280 pixels that is enlarged to 400 %. */
const narrowest = { width: 320, height: 256 };

describe.concurrent.each(fullestPages(site))("$kind $url", ({ url }) => {
  it("enlarged to 400 %, in the colours of the system: fits, and one sees what one searches for", async () => {
    await open(url, narrowest, async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      expect(await page.evaluate(overflowing)).toEqual([]);
      // Letters that a small box cuts off would be out of reach there.
      expect(await page.evaluate(cutOff)).toEqual([]);
      const field = page.locator(".find input");
      if ((await field.count()) === 0) return;
      expect((await field.boundingBox())?.width).toBeGreaterThan(180);
    });
  });
});

it("printed, an article has its notes but not the links back into the text", async () => {
  const { url } = site.pages.find(({ html }) => html.includes('class="notes"'))!;
  await open(url, { width: 680, height: 1000 }, async (page) => {
    expect((await page.evaluate(printed)).text).toContain("↩");
    await page.emulateMedia({ media: "print" });
    const { text } = await page.evaluate(printed);
    expect(text).toMatch(/Chú thích\s/u);
    expect(text).not.toMatch(/[↩#]/u);
  });
});

it("an article of two minutes is printed on two pages, with both of its pictures", async () => {
  const { url } = site.pages.find(({ url }) => url.endsWith("-lan-thu-muoi-mot/"))!;
  await open(url, desktop, async (page) => {
    // Nobody has scrolled to the second picture.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(2);
    expect(pdf.match(/\/Subtype\s*\/Image\b/gu)).toHaveLength(2);
  });
});

it("a reference leads to its note, and the note back to where it is read", async () => {
  const { url } = site.pages.find(({ html }) => html.includes('class="notes"'))!;
  await open(url, phone, async (page) => {
    await page.getByLabel("Chú thích 2", { exact: true }).click();
    expect(page.url()).toMatch(/#chu-thich-2$/u);
    await page.getByLabel("Trở lại chỗ đọc, chú thích 2").click();
    expect(page.url()).toMatch(/#chu-thich-2-tu$/u);
  });
});

it("the contents of a long article are folded on a phone, and open beside it on a desktop", async () => {
  const { url } = site.pages.find(({ html }) => html.includes('class="contents"'))!;
  await open(url, phone, async (page) => {
    const first = page.locator(".contents a").first();
    expect(await first.isVisible()).toBe(false);
    await page.locator(".contents summary").click();
    expect(await first.isVisible()).toBe(true);
  });
  await open(url, desktop, async (page) => {
    const contents = await page.locator(".contents li a").first().boundingBox();
    const text = await page.locator(".prose > p").first().boundingBox();
    expect(contents!.x).toBeGreaterThan(text!.x + text!.width);
    expect(await page.locator(".contents summary").isVisible()).toBe(false);
  });
});

it("on a desktop, the awards of an article have the whole width below its text", async () => {
  const isHere = ({ kind, html }: { kind: string; html: string }) =>
    kind === "article" && html.includes('class="ledger') && html.includes('class="side"');
  await open(site.pages.find(isHere)!.url, desktop, async (page) => {
    const [article, ledger, side] = await Promise.all(
      [".article", ".ledger", ".side > *"].map((one) => page.locator(one).first().boundingBox()),
    );
    expect(ledger!.width).toBeCloseTo(article!.width, 0);
    expect(ledger!.y).toBeGreaterThanOrEqual(side!.y + side!.height);
  });
});

it("header, search and paging work by keyboard alone", async () => {
  /** Presses Tab until an element that matches `selector` has the focus. */
  const tabTo = async (page: Page, selector: string) => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(isFocusOn, selector)) return;
    }
    throw new Error(`Tab leads to no ${selector}.`);
  };
  await open("/", desktop, async (page) => {
    await tabTo(page, ".find input");
    await page.keyboard.type("khen thuong");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(isFocusOn, ".find button")).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForURL(/tim-kiem/u);
    await page.locator("#ket-qua a").first().waitFor();
    await tabTo(page, "#ket-qua a");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/\d{4}\/\d\d\/\d\d\//u);
  });
  const paged = site.pages.find(({ kind, html }) => kind === "tag" && html.includes('rel="next"'))!;
  await open(paged.url, phone, async (page) => {
    await tabTo(page, '.paging [rel="next"]');
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/trang\/\d+\/$/u);
    await tabTo(page, '.paging [rel="prev"]');
    await page.keyboard.press("Enter");
    await page.waitForURL(({ pathname }) => pathname.endsWith(paged.url));
  });
});
