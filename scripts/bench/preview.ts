import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { chromium, type Page } from "playwright-core";
import { ensureBrowser } from "../browser.ts";
import { root } from "./peers.ts";
import type { DailyCase } from "./results.ts";

const saves = 5;
/**
 * Pause after a save, in which cards and the search index are made again; writers take longer from
 * one save to the next.
 */
const betweenSavesMs = 5_000;

/**
 * Runs the preview as `npm start` does, with an empty cache, and watches it in a browser. Returns
 * seconds.
 *
 * @param path the address of an article
 * @param save writes a line into the article's file
 */
export async function measurePreview(
  options: readonly string[],
  path: string,
  save: (line: string) => Promise<void>,
): Promise<Partial<Record<DailyCase, number>>> {
  const port = 20_000 + (process.pid % 20_000);
  const url = `http://localhost:${port}${path}`;
  const started = performance.now();
  const preview = spawn(
    process.execPath,
    ["scripts/ban-tin.js", "start", ...options, "--port", String(port)],
    { cwd: root, stdio: ["ignore", "pipe", "ignore"] },
  );
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const patience = new Patience(url);
  try {
    const built = printed(preview, "bài,");
    const page = await browser.newPage();
    while ((await answerOf(url)) === undefined) await setTimeout(20);
    const serving = secondsSince(started);
    patience.begin();
    await page.goto(url);
    await shows(page, "h1", (text) => !/^Đang dựng/u.test(text));
    const seen = secondsSince(started);
    await built;
    const atEnd = performance.now();
    await answerOf(url);
    const first = secondsSince(atEnd);
    await setTimeout(betweenSavesMs);
    const times: number[] = [];
    for (let number = 1; number <= saves; number += 1) {
      const line = `Dòng viết thêm lần ${number}.`;
      const since = performance.now();
      await save(line);
      await shows(page, "main", (text) => text.includes(line));
      times.push(secondsSince(since));
      await setTimeout(betweenSavesMs);
    }
    const change = times.toSorted((a, b) => a - b)[saves >> 1]!;
    const wait = await patience.end();
    return { serving, seen, first, change, wait };
  } finally {
    await patience.end();
    await browser.close();
    preview.kill();
  }
}

/** Requests a page again and again, and remembers how many seconds the slowest response took. */
class Patience {
  readonly #url: string;
  #longest = 0;
  #isOver = false;
  #asking = Promise.resolve();

  constructor(url: string) {
    this.#url = url;
  }

  begin(): void {
    this.#asking = this.#ask();
  }

  async end(): Promise<number> {
    this.#isOver = true;
    await this.#asking;
    return this.#longest;
  }

  async #ask(): Promise<void> {
    while (!this.#isOver) {
      const since = performance.now();
      await answerOf(this.#url);
      this.#longest = Math.max(this.#longest, secondsSince(since));
      await setTimeout(50);
    }
  }
}

/** Requests a page and returns the status of its complete response; undefined while none comes. */
async function answerOf(url: string): Promise<number | undefined> {
  try {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
}

async function shows(page: Page, where: string, isThere: (text: string) => boolean): Promise<void> {
  for (;;) {
    // Reading fails while the page reloads.
    const text = await page.textContent(where, { timeout: 1_000 }).catch(() => undefined);
    if (text !== undefined && isThere(text ?? "")) return;
    await setTimeout(10);
  }
}

function printed({ stdout }: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    stdout!.on("data", (data: Buffer) => {
      if (String(data).includes(text)) resolve();
    });
  });
}

function secondsSince(time: number): number {
  return (performance.now() - time) / 1000;
}
