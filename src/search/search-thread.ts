import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { append } from "../lists.ts";
import { type Choices, searchFilters, sectionFile, titlesInFile } from "../text/search-text.ts";
import { sendAnswer } from "../work/thread.ts";
import { newIndex, numberList } from "./index-part.ts";
import type { IndexTask } from "./search-files.ts";
import type { SearchRecord } from "./search-record.ts";

/*
 * A worker thread that makes parts of the index, one after the other; see search-files.ts. It loads
 * few modules, because most builds start it for one small part.
 */
let part = newPart();
parentPort!.on("message", async (task: IndexTask) => {
  await part.take(task);
  if (task.files !== undefined) part = newPart();
  sendAnswer("done");
});

/** What is kept of a record until its part is whole. */
type Kept = Omit<SearchRecord, "text" | "pages">;

function newPart() {
  const index = newIndex();
  const kept: Kept[] = [];
  return {
    async take({ folder, records, files }: IndexTask): Promise<void> {
      const write = (name: string, text: string) => writeFile(join(folder, name), text);
      for (const { text, pages, ...rest } of records) {
        index.add(text);
        if (pages) await write(sectionFile(kept.length), JSON.stringify(pages));
        kept.push(rest);
      }
      if (files === undefined) return;
      for (const [at, text] of index.files(files).entries()) await write(`${at}.txt`, text);
      for (let at = 0; at < kept.length; at += titlesInFile) {
        const rows = kept.slice(at, at + titlesInFile).map(({ row }) => row);
        await write(`bai-${at / titlesInFile}.json`, JSON.stringify(rows));
      }
      await write("loc.json", JSON.stringify(choicesOf(kept)));
    },
  };
}

function choicesOf(records: readonly Kept[]): Choices {
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
