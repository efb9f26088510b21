import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from "playwright-core";
import { ensureBrowser } from "../../scripts/browser.ts";
import { patience } from "../patience.ts";

export type TestBrowser = {
  /** Opens a context that shares nothing with others; every wait in it ends after `patience`. */
  readonly newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
};

/** Starts the browser for one file of tests. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
    timeout: patience,
  });
  return {
    async newContext(options) {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(patience);
      return context;
    },
    close: () => browser.close(),
  };
}
