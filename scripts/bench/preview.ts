import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { chromium, type Page } from "playwright-core";
import { ensureBrowser } from "../browser.ts";
import { root } from "./peers.ts";
import type { DailyCase } from "./results.ts";

const saves = 5;
/** After a save, cards and the search index are made anew; a writer takes longer from one to the next. */
const betweenSaves = 5_000;

/**
 * Runs the preview as `npm start` does, with nothing kept, and watches it in a browser; in seconds.
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
    ["--watch", "scripts/start.ts", ...options, "--port", String(port)],
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
    await setTimeout(betweenSaves);
    const times: number[] = [];
    for (let number = 1; number <= saves; number += 1) {
      const line = `Dòng viết thêm lần ${number}.`;
      const since = performance.now();
      await save(line);
      await shows(page, "main", (text) => text.includes(line));
      times.push(secondsSince(since));
      await setTimeout(betweenSaves);
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

/** Asks for a page again and again, and remembers how long the longest answer took. */
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

/** The status of an answer that has come whole; undefined while nobody answers. */
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
    // It fails while the page loads again.
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
