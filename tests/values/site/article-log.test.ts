import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { appendToLog, readLog } from "../../../src/store/log.ts";
import { type StoredArticle, storedArticles } from "../../../src/store/stored-article.ts";
import { unread } from "../../../src/store/texts.ts";
import { temporaryFolder } from "../../content.ts";

/** The rows of some articles, as far as the log cares what is in them. */
function articles(...titles: readonly string[]): StoredArticle[] {
  const rows = titles.map((title, at) => ({
    path: `2024/bai-${title}.md`,
    title,
    date: "2024-01-02",
    tags: at % 2 === 0 ? ["Học tập", "Đoàn thể"] : [],
    id: `id ${title}`,
    offset: at,
  }));
  return storedArticles(rows as unknown as Parameters<typeof storedArticles>[0], unread);
}

const shown = (log: ReturnType<typeof readLog>) =>
  [...log.articles.values()].map(({ path, title, tags, event, id }) => [
    path,
    title,
    tags,
    event,
    id,
  ]);

function newLog(): string {
  const path = join(temporaryFolder(), "bai.log");
  appendToLog(path, articles("một", "hai"));
  appendToLog(path, articles("ba"));
  return path;
}

it("a log gives back what was appended to it, column by column", () => {
  const log = readLog(newLog(), unread);
  expect(log.isWhole).toBe(true);
  expect(shown(log)).toEqual([
    ["2024/bai-một.md", "một", ["Học tập", "Đoàn thể"], undefined, "id một"],
    ["2024/bai-hai.md", "hai", [], undefined, "id hai"],
    ["2024/bai-ba.md", "ba", ["Học tập", "Đoàn thể"], undefined, "id ba"],
  ]);
});

it("of two rows of one file the later one counts", () => {
  const path = newLog();
  const [first] = articles("một");
  const corrected = Object.create(first!, { title: { value: "Một, đã sửa" } }) as StoredArticle;
  appendToLog(path, [corrected]);
  const { articles: found, rows } = readLog(path, unread);
  expect(found.get("2024/bai-một.md")?.title).toBe("Một, đã sửa");
  expect([found.size, rows]).toEqual([3, 4]);
});

it("a log that is cut off anywhere has the blocks before the cut", () => {
  const path = newLog();
  const bytes = readFileSync(path);
  const firstEnd = lengthOfFirstBlock(bytes);
  const counts = new Set<number>();
  for (let end = 1; end < bytes.length; end += 5) {
    writeFileSync(path, bytes.subarray(0, end));
    const { articles: found, isWhole } = readLog(path, unread);
    counts.add(found.size);
    expect(isWhole, `${end} bytes`).toBe(end === firstEnd);
  }
  expect(counts).toEqual(new Set([0, 2]));
});

it("a log in which any byte is another is believed up to its block", () => {
  const path = newLog();
  const bytes = readFileSync(path);
  const firstEnd = lengthOfFirstBlock(bytes);
  for (let at = 0; at < bytes.length; at += 3) {
    const damaged = Buffer.from(bytes);
    damaged[at]! ^= 1;
    writeFileSync(path, damaged);
    const { articles: found, isWhole } = readLog(path, unread);
    expect([found.size, isWhole], `byte ${at}`).toEqual([at < firstEnd ? 0 : 2, false]);
  }
});

it("what somebody added to a log is no block", () => {
  const path = newLog();
  appendFileSync(path, "rác\n");
  const log = readLog(path, unread);
  expect([log.articles.size, log.isWhole]).toEqual([3, false]);
});

/** Returns where the second block begins. */
function lengthOfFirstBlock(bytes: Buffer): number {
  const path = join(temporaryFolder(), "bai.log");
  appendToLog(path, articles("một", "hai"));
  const { length } = readFileSync(path);
  expect(bytes.length).toBeGreaterThan(length);
  return length;
}
