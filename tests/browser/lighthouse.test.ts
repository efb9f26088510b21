import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import lighthouse from "lighthouse";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ensureBrowser } from "../../scripts/browser.ts";
import { readBuiltSite } from "../built-site.ts";
import { type StaticServer, serve } from "../static-server.ts";

/*
 * What Lighthouse thinks of the pages that readers meet most: on a slow phone and a slow line, as it
 * imagines them. One page after the other, for it measures time.
 */

const site = readBuiltSite(inject("builtSite"));
let port: number;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  server = await serve(site);
  port = await freePort();
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [`--remote-debugging-port=${port}`],
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Lighthouse speaks to the browser through a port of its own. */
async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return port;
}

const article = site.pages
  .filter(({ kind }) => kind === "article")
  .reduce((a, b) => (b.html.length > a.html.length ? b : a)).url;

describe.each(["/", article, "/chu-de/hoi-nghi/", "/khen-thuong/", "/tim-kiem/"])("%s", (url) => {
  it("is fast, accessible, sound and easy to find", { retry: 2 }, async () => {
    const result = await lighthouse(`${server.origin}${site.basePath}${url}`, {
      port,
      logLevel: "error",
      onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
    });
    const { categories = {}, audits = {} } = result?.lhr ?? {};
    const scores = Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    );
    expect(scores).toMatchObject({ accessibility: 100, "best-practices": 100, seo: 100 });
    expect(scores.performance).toBeGreaterThanOrEqual(98);
    // Nothing moves when fonts and pictures arrive.
    expect(audits["cumulative-layout-shift"]?.numericValue).toBeLessThan(0.01);
  });
});
