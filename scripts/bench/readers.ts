import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { slugOf } from "../../src/text/vietnamese.ts";
import { awardsUrl, homeUrl, searchUrl, tagUrl } from "../../src/urls.ts";
import { ensureBrowser } from "../browser.ts";
import { corpusArticle } from "./corpus.ts";
import { measure } from "./measure.ts";
import type { Peer } from "./peers.ts";
import { median, type Reading } from "./results.ts";
import { serve } from "./static-server.ts";

/*
 * What a reader waits for. Unlike what a page makes a phone load, which tests hold, it measures the
 * machine too.
 */

/** Medians of several rounds, of the pages that readers meet most in a site of a peer. */
export async function measureReading(
  peer: Peer,
  folder: string,
  articles: number,
  rounds: number,
): Promise<Reading[]> {
  const out = join(folder, "out");
  await mkdir(out, { recursive: true });
  await peer.prepare(folder, articles);
  await measure(peer.build(folder, out));
  const server = await serve({ directory: join(out, "site"), basePath: "" });
  const profile = await mkdtemp(join(tmpdir(), "ban-tin-bench-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: ["--remote-debugging-port=0"],
  });
  try {
    // Lighthouse talks to the browser through a port that the browser chooses and writes down here.
    const port = Number(
      (await readFile(join(profile, "DevToolsActivePort"), "utf8")).split("\n")[0],
    );
    const { head, slug } = corpusArticle(0);
    const article = `/${head.date.replaceAll("-", "/")}/${slug}/`;
    const pages = [homeUrl, article, tagUrl(slugOf(head.tags[0]!)), awardsUrl, searchUrl];
    const readings: Reading[] = [];
    for (const page of pages) {
      const found: Pick<Reading, "score" | "largest">[] = [];
      for (let round = 1; round <= rounds; round += 1)
        found.push(await readingOf(`${server.origin}${page}`, port));
      const score = median(found.map((one) => one.score));
      const largest = median(found.map((one) => one.largest));
      console.error(`${articles} articles, ${page}: ${score} of 100, ${largest.toFixed(2)} s`);
      readings.push({ articles, page, score, largest });
    }
    return readings;
  } finally {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function readingOf(url: string, port: number): Promise<Pick<Reading, "score" | "largest">> {
  const { default: lighthouse } = await import("lighthouse");
  const result = await lighthouse(url, {
    port,
    logLevel: "error",
    onlyCategories: ["performance"],
  });
  const { categories, audits } = result!.lhr;
  return {
    score: Math.round((categories.performance?.score ?? 0) * 100),
    largest: (audits["largest-contentful-paint"]?.numericValue ?? Number.NaN) / 1000,
  };
}
