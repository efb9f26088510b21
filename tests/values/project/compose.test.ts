import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { wholeText } from "../../../scripts/editor/draft-work.ts";
import { articleForm, editArticle } from "../../../src/front-matter/article-form.ts";
import { headForm } from "../../../src/front-matter/form.ts";
import { normalText } from "../../../src/front-matter/form-values.ts";
import { compose } from "../../../src/text/compose.ts";
import { fileOf } from "../../../src/web-editor/format.ts";

/*
 * To bring marks into order takes time with the square of their number, so a text from outside is
 * composed by `compose`, which leaves a pile of marks as it is.
 */

/** Files that normalize by themselves, and why nothing in them can be long or full of marks. */
const exceptions: Readonly<Record<string, string>> = {
  "src/text/compose.ts": "asks for piles of marks first",
  "src/text/vietnamese.ts": "drops piles of marks first",
  "src/text/syllable.ts": "reads words of files, which are refused when they have piles of marks",
  "src/text/search-text.ts": "reads texts of pages, and runs in browsers, where it is kept small",
  "src/text/deceptive/look-alikes.ts": "reads one letter",
  "src/text/deceptive/words.ts": "reads words of files, like syllable.ts",
  "src/text/deceptive/plain-letters.ts": "makes a table of single letters",
  "src/content/content-folder.ts": "reads the name of a file, which a disk keeps short",
  "src/importing/blocks.ts": "runs in a process or thread of its own",
  "scripts/editor/beginning.ts": "reads the path of a file",
  "scripts/publishing/facts.ts": "reads paths of files",
  "browser/search/typing.ts": "writes one syllable of a search, which is cut to 40 letters",
  "scripts/trials/text.ts": "reads its own table",
  "scripts/writing/git-name.ts": "reads the name of the writer from the settings of git",
};

const files = globSync("{src,scripts,layouts,browser}/**/*.ts").map((path) =>
  path.replaceAll("\\", "/"),
);
const bare = files.filter((path) => /\.normalize\("NFC"\)/u.test(readFileSync(path, "utf8")));

it("texts from outside are composed by `compose`", () => {
  expect(files).toContain("src/text/compose.ts");
  expect(bare.filter((path) => !(path in exceptions))).toEqual([]);
});

const article = "---\ntitle: A\ndate: 2024-03-05\n---\n\nNội dung.\n";
const values = articleForm(article)!.values;

/** How a text comes in from a form or a text field, and is written into a file. */
const ways: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ["composing", compose],
  ["a whole file", (text) => wholeText(text, article)],
  ["the text of a form", (text) => editArticle(article, { values, body: text })],
  ["a field of a form", (text) => normalText({ kind: "line" }, text)],
  ["the editor in /admin/", (text) => fileOf({ body: text }, { form: headForm, units: {} })],
];

it.each(ways)("a pile of marks is left as it is: %s", (_, write) => {
  const pile = `a${"\u0301\u0323".repeat(100_000)}`;
  expect(write(pile).includes(pile)).toBe(true);
  expect(write("Hội nghị".normalize("NFD"))).toContain("Hội nghị");
});
