import { join } from "node:path";
import { expect, it } from "vitest";
import { writeCorpus } from "../scripts/corpus.ts";
import { parseFiles, parseShare } from "../src/parse-files.ts";
import { readReference } from "../src/reference.ts";
import { openSource } from "../src/source.ts";
import { article, temporaryFolder, writeFiles } from "./content.ts";

it("many files, parsed on several threads, come out as they do on one", {
  timeout: 60_000,
}, async () => {
  const folder = join(temporaryFolder(), "content");
  // Enough for a second thread, with faults here and there.
  await writeCorpus(folder, 2_000);
  writeFiles(folder, {
    "2010/a.md": article("tgas: [Một]"),
    "2017/b.md": "---js\n{}\n---\n",
    "zz/c.md": article("", "Hội\u200b nghị [x](y.md)"),
  });
  const { articles, data, pictures } = await openSource(folder);
  const reference = { files: data, pictures: new Set(pictures.keys()) };
  let told = 0;
  const many = await parseFiles(articles, reference, (_step, done) => {
    told = done;
  });
  const one = parseShare(articles, readReference(reference).reference);
  expect(told).toBe(2_003);
  expect(many.map(({ article }) => article?.url)).toEqual(one.map(({ article }) => article?.url));
  expect(many.flatMap(({ problems }) => problems)).toEqual(one.flatMap(({ problems }) => problems));
  expect(many[1_000]).toEqual(one[1_000]);
  expect(many.at(-1)).toEqual(one.at(-1));
});
