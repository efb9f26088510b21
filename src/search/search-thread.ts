import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { append } from "../lists.ts";
import { type Choices, searchFilters, sectionFile, titlesInFile } from "../text/search-text.ts";
import { sendAnswer } from "../work/thread.ts";
import { indexPart, numberList } from "./index-part.ts";
import type { IndexTask } from "./search-files.ts";
import type { SearchRecord } from "./search-record.ts";

/*
 * A worker thread that makes parts of the index, one after the other; see search-files.ts. It loads
 * few modules, because most builds start it for one small part.
 */
parentPort!.on("message", async (task: IndexTask) => {
  await makePart(task);
  sendAnswer("done");
});

async function makePart({ folder, records, files }: IndexTask): Promise<void> {
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const texts = records.map(({ text }) => text);
  for (const [at, text] of indexPart(texts, files).entries()) await write(`${at}.txt`, text);
  for (let at = 0; at < records.length; at += titlesInFile) {
    const rows = records.slice(at, at + titlesInFile).map(({ row }) => row);
    await write(`bai-${at / titlesInFile}.json`, JSON.stringify(rows));
  }
  for (const [at, { pages }] of records.entries())
    if (pages) await write(sectionFile(at), JSON.stringify(pages));
  await write("loc.json", JSON.stringify(choicesOf(records)));
}

function choicesOf(records: readonly SearchRecord[]): Choices {
  const units = new Map<string, number[]>();
  const tags = new Map<string, number[]>();
  const awards: number[] = [];
  for (const [at, { unit, tags: own, hasAwards }] of records.entries()) {
    append(units, unit, at);
    for (const tag of new Set(own)) append(tags, tag, at);
    if (hasAwards) awards.push(at);
  }
  return {
    [searchFilters.unit]: listsOf(units),
    [searchFilters.tag]: listsOf(tags),
    [searchFilters.awards]: { co: numberList(awards) },
  };
}

function listsOf(places: ReadonlyMap<string, readonly number[]>): Record<string, string> {
  return Object.fromEntries([...places].map(([value, list]) => [value, numberList(list)]));
}
