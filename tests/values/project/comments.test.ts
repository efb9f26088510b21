import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, it } from "vitest";

/** The formatter keeps code to this number of columns, but it leaves comments alone. */
const columns = 100;

const commentLine = /^\s*(?:\/\/|\/?\*)/u;

const files = [
  ".eleventy.ts",
  "vitest.config.ts",
  ...["src", "layouts", "browser", "scripts", "tests"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
      // The site that the bench builds with Hugo follows the customs of Hugo.
      .filter((path) => !path.startsWith("scripts/bench/hugo/"))
      .filter((path) => /\.(?:ts|css)$/u.test(path)),
  ),
];

/** Returns the numbers of the comment lines of a text that are too long; the first line is 1. */
function longComments(text: string): number[] {
  return text
    .split("\n")
    .flatMap((line, at) => (commentLine.test(line) && [...line].length > columns ? [at + 1] : []));
}

it("a comment that is too long is found", () => {
  const long = "x".repeat(columns);
  const text = [`/** ${long} */`, ` * ${long}`, `  // ${long}`, `const a = "${long}";`];
  expect(longComments(text.join("\n"))).toEqual([1, 2, 3]);
  expect(longComments(`// ${"ộ".repeat(columns - 3)}`)).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(["src/day.ts", "layouts/assets/style.css"]));
});

it("every comment fits into the columns that code has", () => {
  const found = files.flatMap((path) =>
    longComments(readFileSync(path, "utf8")).map((line) => `${path}:${line}`),
  );
  expect(found).toEqual([]);
});
