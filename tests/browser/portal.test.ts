import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { temporaryFolder } from "../content.ts";
import { buildOffices, buildPortalOf, portalFile } from "../programs/portal/two-sites.ts";
import { openBrowser, type TestBrowser } from "./chromium.ts";
import { overflowing } from "./page-probe.ts";

/** The pages of a portal in Chromium: they fit, and axe finds no fault, by day and by night. */

const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const folder = temporaryFolder();

let server: StaticServer;
let browser: TestBrowser;

beforeAll(async () => {
  await buildOffices(folder);
  await buildPortalOf(folder, { "portal.yaml": portalFile });
  server = await serve({ directory: join(folder, "cong/_site"), basePath: "" });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const pages = [
  "/",
  "/khen-thuong/",
  "/khen-thuong/2024/",
  "/khen-thuong/don-vi-tang/",
  "/so-lieu/",
  "/so-lieu/khoi/",
  "/don-vi/",
  "/nguon/",
  "/du-lieu/",
  "/tro-nang/",
  "/404.html",
];

it.each(pages)("%s fits on a phone and a desk, and axe finds no fault", async (url) => {
  const context = await browser.newContext({ locale: "vi-VN", reducedMotion: "reduce" });
  await context.addInitScript({ content: axeSource });
  const page = await context.newPage();
  const faults: string[] = [];
  page
    .on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    })
    .on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    })
    .on("request", (request) => {
      if (!request.url().startsWith(`${server.origin}/`)) faults.push(`outside: ${request.url()}`);
    });
  await page.goto(server.origin + url);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(overflowing)).toEqual([]);
      const { violations } = (await page.evaluate(
        `axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })`,
      )) as AxeResults;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }
  expect(faults).toEqual([]);
  await context.close();
});
