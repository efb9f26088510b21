import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

/* Documents for engineers name files and link to each other, and must follow a file that moves. */

const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "docs/reliability.md",
  ...readdirSync("docs/decisions").map((name) => `docs/decisions/${name}`),
];

/** Matches a path in backticks, but none with a placeholder, as in `0027-what-is-decided.md`. */
const namedPath = /`((?:src|layouts|browser|scripts|tests|docs|\.github|\.ci)\/[\w./-]*)`/gu;
const relativeLink = /\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/gu;

describe.each(documents)("%s", (path) => {
  const text = readFileSync(path, "utf8");

  it("names only files and folders that are there", () => {
    // A decision that no longer holds keeps its words, and with them the files of its time.
    if (/^- Status: superseded/mu.test(text)) return;
    const named = [...text.matchAll(namedPath)].map(([, found]) => found!);
    expect(named.filter((found) => !existsSync(found))).toEqual([]);
  });

  it("leads only to documents that are there", () => {
    const links = [...text.matchAll(relativeLink)].map(([, found]) =>
      posix.join(posix.dirname(path), decodeURIComponent(found!)),
    );
    expect(links.filter((found) => !existsSync(found))).toEqual([]);
  });
});
