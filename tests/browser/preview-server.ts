import { join } from "node:path";
import type { Page } from "playwright-core";
import { childOf, startPreview } from "../running.ts";
import { openBrowser } from "./chromium.ts";

/** The preview of a content folder, as `npm start` serves it, and a browser that looks at it. */
export type PreviewServer = {
  readonly page: Page;
  readonly port: number;
  readonly address: (path: string) => string;
  /** Errors of the pages' scripts, and violations of their content policies. */
  readonly errors: readonly string[];
  /** The folder that the preview writes its pages to. */
  readonly output: string;
  /** Returns all that the preview has printed. */
  readonly printed: () => string;
  /** Ends the server as a fault would; `npm start` starts it again. */
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
};

/** Forgets what was left unsaved of an article, so that it does not come back. */
export async function forgetUnsaved(page: Page, path: string): Promise<void> {
  await page.evaluate("localStorage.clear()");
  const way = JSON.stringify(`/_soan/bo?path=${encodeURIComponent(path)}`);
  const token = "document.querySelector('meta[name=khoa]').content";
  await page.evaluate(`fetch(${way}, { method: "POST", headers: { "x-soan-khoa": ${token} } })`);
}

/**
 * Starts a preview as `npm start` does, and opens `path` in it.
 *
 * @param project the folder of the program, when it is not this one
 */
export async function openPreview(
  content: string,
  cache: string,
  path: string,
  project?: string,
): Promise<PreviewServer> {
  const preview = await startPreview(
    ["--content", content, "--cache", cache, "--now", "2024-06-30"],
    project === undefined ? {} : { cwd: project },
  );
  const browser = await openBrowser();
  const page = await (await browser.newContext()).newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) errors.push(message.text());
  });
  const address = (way: string) => `${preview.origin}${way}`;
  await page.goto(address(path));
  return {
    page,
    port: Number(new URL(preview.origin).port),
    address,
    errors,
    output: join(cache, "xem-thu"),
    printed: preview.printed,
    kill: () => process.kill(childOf(preview.pid), "SIGKILL"),
    async stop() {
      await browser.close();
      await preview.stop();
    },
  };
}
