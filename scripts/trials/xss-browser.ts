import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { ensureBrowser } from "../browser.ts";
import type { Drawn } from "./xss-pages.ts";
import { activeNodes, reportCalls } from "./xss-probe.ts";

/** A browser in which pages are shown to see whether anything in them runs. */
export type XssBrowser = {
  /** Shows texts, and returns what ran in them and what could run, one line each. */
  readonly look: (drawn: readonly Drawn[]) => Promise<string[]>;
  readonly close: () => Promise<void>;
};

/**
 * How many texts are shown one below the other, because to open a document takes longer than all
 * else. Each is also read by itself, so none can hide another: an element that is not closed is one
 * that no view draws.
 */
const together = 100;
/** A vector may keep the browser busy for ever. */
const longestMs = 60_000;
const mark = "xss-trial";

/** Starts the browser and a server for it. Nothing reaches any other host. */
export async function openXssBrowser(): Promise<XssBrowser> {
  let shown: readonly Drawn[] = [];
  const server = createServer(({ url }, response) => {
    const text = shown[Number(/^\/trang\/(\d+)$/u.exec(url ?? "")?.[1])]?.text;
    if (url === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(shown.flatMap((one) => (one.kind === "page" ? one.text : [])).join("\n"));
    } else if (text !== undefined) {
      response.setHeader("content-type", "text/plain; charset=utf-8");
      response.end(text);
    } else response.setHeader("cache-control", "max-age=3600").end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
  const context = await browser.newContext({ serviceWorkers: "block", acceptDownloads: false });
  await context.addInitScript(reportCalls, mark);
  return {
    async look(drawn) {
      const found: string[] = [];
      const read = drawn.filter(({ kind }) => kind === "page" || kind === "xml");
      for (let at = 0; at < read.length; at += together) {
        shown = read.slice(at, at + together);
        found.push(...(await lookAt(context, origin, shown)));
      }
      return found;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Shows some texts, and returns what is in them and all that the browser does meanwhile. */
async function lookAt(
  context: BrowserContext,
  origin: string,
  shown: readonly Drawn[],
): Promise<string[]> {
  const page = await context.newPage();
  const found = watch(page, origin);
  try {
    await page.goto(`${origin}/`, { timeout: longestMs });
    const ran = found.length;
    // What has run may have taken the page elsewhere; an empty one reads the texts then.
    if (ran > 0) await page.goto(`${origin}/hinh`, { timeout: longestMs });
    const kinds = shown.map(({ kind }) => kind);
    const nodes = await page.evaluate(activeNodes, { kinds, allowed: drawnElements });
    found.push(...nodes.map((line) => line.replace(/^\d+/u, (at) => shown[Number(at)]!.name)));
  } catch (error) {
    found.push(`the page did not end: ${String(error).split("\n")[0]}`);
  }
  await page.close();
  return found;
}

/** Returns a list to which all is added that a page does and no page of ours may do. */
function watch(page: Page, origin: string): string[] {
  const found: string[] = [];
  page
    .on("console", (message) => {
      const text = message.text();
      // Others come from the browser itself, such as that a picture was not found.
      if (text.startsWith(mark)) found.push(`ran ${text.slice(mark.length + 1)}`);
      else if (/^(?:log|info)$/u.test(message.type())) found.push(`wrote ${text}`);
    })
    .on("pageerror", (error) => found.push(`ran and failed: ${error.message}`))
    .on("dialog", (dialog) => {
      found.push(`a dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    })
    .on("popup", (popup) => found.push(`a new window: ${popup.url()}`))
    .on("download", (download) => found.push(`a download: ${download.url()}`))
    .on("framenavigated", (frame) => {
      if (!/^(?:about:blank|\/|\/hinh)$/u.test(frame.url().slice(origin.length) || frame.url()))
        found.push(`led to ${frame.url().slice(0, 80)}`);
    })
    .on("request", (request) => {
      if (!request.url().startsWith(`${origin}/`))
        found.push(`a request: ${request.url().slice(0, 80)}`);
    });
  return found;
}

/** The elements that views and Markdown draw. */
const drawnElements =
  "a abbr article aside b blockquote body br button caption cite code dd details div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i img input label legend li link main meta nav no-break noscript ol option p picture pre rect s script section select small source span strong summary sup svg table tbody td tfoot th thead time title tr ul wbr".split(
    " ",
  );
