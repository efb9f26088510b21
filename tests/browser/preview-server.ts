import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { vi } from "vitest";
import { ensureBrowser } from "../../scripts/browser.ts";

/** The preview of a content folder, as `npm start` serves it, and a browser that looks at it. */
export type PreviewServer = {
  readonly page: Page;
  readonly browser: Browser;
  readonly port: number;
  readonly address: (path: string) => string;
  /** What the pages' scripts and their content policies complained of. */
  readonly errors: readonly string[];
  /** Where the preview writes its pages. */
  readonly output: string;
  readonly stop: () => Promise<void>;
};

let started = 0;

/**
 * Starts a preview as `npm start` does, on a port of its own. `path` is opened as soon as it answers.
 *
 * @param project the program, where it is not this one
 */
export async function startPreview(
  content: string,
  cache: string,
  path: string,
  project = ".",
): Promise<PreviewServer> {
  const port = 10_000 + (process.pid % 20_000) + started * 101;
  started += 1;
  const preview = spawn(
    process.execPath,
    [
      ...["--watch", "scripts/start.ts"],
      ...["--content", content, "--cache", cache, "--port", String(port), "--now", "2024-06-30"],
    ],
    { cwd: project, stdio: "ignore" },
  );
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) errors.push(message.text());
  });
  const address = (way: string) => `http://localhost:${port}${way}`;
  await vi.waitFor(() => page.goto(address(path)), { timeout: 30_000, interval: 200 });
  return {
    page,
    browser,
    port,
    address,
    errors,
    output: join(cache, "xem-thu"),
    async stop() {
      preview.kill();
      await browser.close();
    },
  };
}
