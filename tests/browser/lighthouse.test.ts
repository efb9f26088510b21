import { readFileSync } from "node:fs";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { ensureBrowser } from "../../scripts/browser.ts";
import { readBuiltSite } from "../built-site.ts";
import { temporaryFolder } from "../content.ts";
import { patience } from "../patience.ts";
import { frequentPages } from "./frequent-pages.ts";

/*
 * What Lighthouse thinks of the pages that readers meet most. Its score for speed is left to
 * `npm run bench`: it measures the machine too, so it cannot be a test.
 */

const site = readBuiltSite(inject("builtSite"));
let port: number;
let server: StaticServer;
let browser: BrowserContext;

beforeAll(async () => {
  server = await serve(site);
  const profile = temporaryFolder();
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: ["--remote-debugging-port=0"],
    timeout: patience,
  });
  // Lighthouse talks to the browser through a port that the browser chooses and writes down here.
  port = Number(readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n")[0]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it.each(frequentPages(site))("%s is accessible, sound and easy to find", async (url) => {
  const result = await lighthouse(`${server.origin}${site.basePath}${url}`, {
    port,
    logLevel: "error",
    onlyCategories: ["accessibility", "best-practices", "seo"],
    disableFullPageScreenshot: true,
    maxWaitForFcp: patience,
    maxWaitForLoad: patience,
  });
  const scores = Object.values(result?.lhr.categories ?? {}).map(({ id, score }) => [id, score]);
  expect(Object.fromEntries(scores)).toEqual({ accessibility: 1, "best-practices": 1, seo: 1 });
});
