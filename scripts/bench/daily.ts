import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { corpusArticle } from "./corpus.ts";
import { measure } from "./measure.ts";
import { type Peer, root } from "./peers.ts";
import { measurePreview } from "./preview.ts";
import type { Daily, DailyCase } from "./results.ts";

/*
 * Measures what a writer waits for all day: the check of everything, and the preview after a save.
 */

/** Measures one round, in a folder of its own. */
export async function measureDaily(
  peer: Peer,
  folder: string,
  articles: number,
): Promise<readonly Daily[]> {
  await mkdir(folder, { recursive: true });
  await peer.prepare(folder, articles);
  const content = join(folder, "content");
  const cache = join(folder, "cache");
  const found: Daily[] = [];
  const note = (what: DailyCase, seconds: number) => {
    console.error(`${articles} articles, ${what}: ${seconds.toFixed(2)} s`);
    found.push({ articles, what, seconds });
  };
  const options = ["--content", content, "--cache", cache, "--now", "2025-01-01"];
  const time = async (...args: string[]) => {
    const { wall } = await measure({ program: process.execPath, args, cwd: root });
    return wall;
  };
  note("parsing", await time("scripts/bench/parsing.ts", content));
  note("check-cold", await time("scripts/check.ts", ...options));
  note("check-nothing", await time("scripts/check.ts", ...options));
  await rm(cache, { recursive: true, force: true });

  const { path, head } = corpusArticle(articles >> 1);
  const file = join(content, path);
  const text = await readFile(file, "utf8");
  const preview = await measurePreview(
    options,
    `/${head.date.replaceAll("-", "/")}/${path.split("/").at(-1)!.replace(/\.md$/u, "")}/`,
    (line) => writeFile(file, `${text}\n${line}\n`),
  );
  for (const [what, seconds] of Object.entries(preview)) note(what as DailyCase, seconds);
  return found;
}
