import { join } from "node:path";
import { expect, it } from "vitest";
import { writeCorpus } from "../../../scripts/bench/corpus.ts";
import { openContentFolder } from "../../../src/content/content-folder.ts";
import { readReference } from "../../../src/reference.ts";
import { parseFiles, parseShare } from "../../../src/store/parse-files.ts";
import type { ParsedShare } from "../../../src/store/parsed.ts";
import { article, temporaryFolder, writeFiles } from "../../content.ts";

it("many files, parsed on several threads, come out as they do on one", async () => {
  const folder = join(temporaryFolder(), "content");
  // Enough articles for a second worker thread, with faults here and there.
  await writeCorpus(folder, 2_000);
  writeFiles(folder, {
    "2010/a.md": article("tgas: [Một]"),
    "2017/b.md": "---js\n{}\n---\n",
    "zz/c.md": article("", "Hội\u200b nghị [x](y.md)"),
  });
  const { articles, data, pictures } = await openContentFolder(folder);
  const reference = { files: data, pictures: new Set(pictures.keys()) };
  let told = 0;
  const many: ParsedShare[] = [];
  await parseFiles(
    articles,
    reference,
    (share) => many.push(share),
    (_step, done) => {
      told = done;
    },
  );
  const one = parseShare(articles, readReference(reference).reference);
  expect(told).toBe(2_003);
  const rows = many.flatMap(({ rows }) => rows);
  expect(rows.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(one.rows);
  expect(new Set(many.flatMap(textsOf))).toEqual(new Set(textsOf(one)));
});

function textsOf({ rows, texts }: ParsedShare): string[] {
  let at = 0;
  return rows.map(({ size }) => {
    at += size;
    return Buffer.from(texts.subarray(at - size, at)).toString();
  });
}
