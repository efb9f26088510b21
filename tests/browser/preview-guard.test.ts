import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, base, temporaryFolder, writeFiles } from "../content.ts";
import { until } from "../waiting.ts";
import { openPreview, type PreviewServer } from "./preview-server.ts";

/** What a page from elsewhere can do to a preview that runs on the same machine: nothing. */

const content = temporaryFolder();
const cache = temporaryFolder();
const draft = "/2024/03/05/a/";
let server: PreviewServer;
let elsewhere: Server;
let page: Page;

beforeAll(async () => {
  writeFiles(content, { ...base, "a.md": article("draft: true", "Chữ chưa đăng.") });
  server = await openPreview(content, cache, "/");
  page = server.page;
  await until(async () => expect((await page.goto(server.address(draft)))?.status()).toBe(200));
  elsewhere = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>Elsewhere</title><body>");
  });
  await new Promise<void>((go) => elsewhere.listen(0, "127.0.0.1", go));
});

afterAll(async () => {
  elsewhere.close();
  elsewhere.closeAllConnections();
  await server.stop();
});

/** Cross-site by its address in numbers, and same-site by its name. */
const sites = ["127.0.0.1", "localhost"];

async function visit(site: string): Promise<void> {
  const { port } = elsewhere.address() as AddressInfo;
  await page.goto(`http://${site}:${port}/`);
}

/** Runs a function in the foreign page, which tells what became of an address. */
function tried(what: string, address: string): Promise<unknown> {
  return page.evaluate(`(${what})(${JSON.stringify(address)})`);
}

const loads = {
  picture: `(src) => new Promise((tell) => {
    const image = Object.assign(new Image(), { src });
    image.onload = () => tell("loaded");
    image.onerror = () => tell("refused");
  })`,
  script: `(src) => new Promise((tell) => {
    const script = Object.assign(document.createElement("script"), { src });
    script.onload = () => tell("loaded");
    script.onerror = () => tell("refused");
    document.body.append(script);
  })`,
  style: `(href) => new Promise((tell) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    link.onload = () => tell("loaded");
    link.onerror = () => tell("refused");
    document.head.append(link);
  })`,
  fetch: `(url) => fetch(url).then(() => "loaded", () => "refused")`,
  "fetch without CORS": `(url) => fetch(url, { mode: "no-cors" }).then(() => "loaded", () => "refused")`,
  "simple post": `(url) =>
    fetch(url, { method: "POST", mode: "no-cors", body: "{}" }).then(() => "loaded", () => "refused")`,
  WebSocket: `(url) => new Promise((tell) => {
    const socket = new WebSocket(url.replace(/^http/, "ws"));
    socket.onopen = () => tell("loaded");
    socket.onerror = () => tell("refused");
  })`,
};

describe.each(sites)("a page on %s", (site) => {
  it.each(Object.entries(loads))("gets nothing by %s", async (_, what) => {
    await visit(site);
    const paths = [draft, "/", "/%", "/%ff", "/_soan/", "/_xem-thu/preview.js", "/khong-co/"];
    for (const path of paths)
      expect([path, await tried(what, server.address(path))]).toEqual([path, "refused"]);
  });

  it("shows nothing in a frame", async () => {
    await visit(site);
    for (const path of [draft, "/_soan/"]) {
      await tried(
        `(src) => new Promise((tell) => {
          const frame = Object.assign(document.createElement("iframe"), { src });
          frame.onload = tell;
          document.body.append(frame);
        })`,
        server.address(path),
      );
      const shown = await Promise.all(page.frames().map((frame) => frame.content()));
      expect(shown.join()).not.toMatch(/Chữ chưa đăng|name="khoa"/u);
    }
  });

  it("holds no window that it opened", async () => {
    await visit(site);
    const opened = page.waitForEvent("popup");
    await tried(`(url) => { window.held = window.open(url); }`, server.address(draft));
    const tab = await opened;
    await expect.poll(() => tab.textContent("main").catch(() => "")).toContain("Chữ chưa đăng.");
    expect(await page.evaluate("window.held.closed")).toBe(true);
    expect(await tab.evaluate("window.opener")).toBe(null);
    await tab.close();
  });

  it("may link to a page, as a mail does", async () => {
    await visit(site);
    await page.setContent(`<a href="${server.address(draft)}">Bài</a>`);
    await page.click("a");
    await expect.poll(() => page.textContent("main").catch(() => "")).toContain("Chữ chưa đăng.");
  });
});

it("nothing of it was noticed by the preview", async () => {
  expect((await page.goto(server.address(draft)))?.status()).toBe(200);
  expect(await page.textContent("main")).toContain("Chữ chưa đăng.");
  expect(server.printed()).not.toMatch(/dừng vì lỗi|dừng đột ngột|\n {4}at /u);
});
