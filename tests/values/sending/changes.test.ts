import { describe, expect, it } from "vitest";
import { changedFiles, changesByArticle } from "../../../scripts/sending/changes.ts";
import type { TreeFile } from "../../../scripts/sending/trees.ts";

/** A file's versions: in the common commit, here, on the server, and as sent from here. */
type Row = readonly [
  base: string,
  mine: string,
  theirs: string,
  sent: readonly string[],
  expected: string,
];

const none = "-";

const rows: readonly Row[] = [
  ["a", "a", "a", [], ""],
  ["a", "b", "a", [], "changed"],
  ["a", "b", "b", [], ""],
  ["a", "a", "b", [], ""],
  ["a", "b", "c", [], "changed conflict"],
  ["a", "b", "c", ["c"], "changed"],
  ["a", "a", "c", ["c"], "changed"],
  ["a", "c", "c", ["c"], ""],
  ["a", "b", "c", ["d"], "changed conflict"],
  [none, "a", none, [], "new"],
  [none, "a", "a", [], ""],
  [none, "a", "b", [], "changed conflict"],
  [none, "a", "b", ["b"], "changed"],
  [none, none, "b", [], ""],
  [none, none, "b", ["b"], "deleted"],
  ["a", none, "a", [], "deleted"],
  ["a", none, none, [], ""],
  ["a", none, "b", [], "deleted conflict"],
  ["a", none, "b", ["b"], "deleted"],
  ["a", "b", none, [], "new conflict"],
  ["a", "b", none, [none], "new"],
  ["a", "a", none, [], ""],
  ["a", "a", none, [none], "new"],
];

const path = "content/a.md";
const filesOf = (blob: string, at = path): ReadonlyMap<string, TreeFile> =>
  new Map(blob === none ? [] : [[at, { path: at, mode: "100644", blob }]]);

describe("what of a file goes to the server", () => {
  it.each(rows)(
    "base %s, mine %s, theirs %s, sent %j → %s",
    (base, mine, theirs, sent, expected) => {
      const found = changedFiles({
        base: filesOf(base),
        mine: filesOf(mine),
        theirs: filesOf(theirs),
        sent: new Map([[path, new Set(sent.map((one) => (one === none ? undefined : one)))]]),
      });
      expect(
        found.map(({ change, isConflict }) => `${change}${isConflict ? " conflict" : ""}`).join(),
      ).toBe(expected);
    },
  );
});

it("takes a name with its marks apart for the same name", () => {
  const [nfd, nfc] = ["content/ảnh.jpg".normalize("NFD"), "content/ảnh.jpg"];
  const given = { sent: new Map() };
  const same = { ...given, base: filesOf("a", nfc), mine: filesOf("a", nfd) };
  expect(changedFiles({ ...same, theirs: filesOf("a", nfc) })).toEqual([]);
  const [found] = changedFiles({ ...same, mine: filesOf("b", nfd), theirs: filesOf("a", nfc) });
  expect(found?.path).toBe(nfc);
  expect(found?.change).toBe("changed");
  const [old] = changedFiles({
    ...given,
    base: filesOf("a", nfd),
    mine: filesOf("b", nfc),
    theirs: filesOf("a", nfd),
  });
  // The server has it under this name, and a second one beside it would be a second file.
  expect(old?.path).toBe(nfd);
});

const changed = (name: string, change: "new" | "changed" | "deleted" = "changed") => ({
  path: `content/${name}`,
  file: change === "deleted" ? undefined : { mode: "100644", blob: "x" },
  change,
  isConflict: false,
});

it("puts files to the articles that name them", () => {
  const { articles, shared } = changesByArticle(
    [
      changed("a/index.md"),
      changed("a/anh.jpg", "new"),
      changed("a/thua.jpg", "new"),
      changed("b/anh.jpg"),
      changed("c/index.md", "deleted"),
      changed("c/anh.jpg", "deleted"),
      changed("c/van-ban.pdf", "deleted"),
      changed("moi/index.md", "new"),
      changed("cu/index.md", "deleted"),
      changed("units.yaml"),
      changed("logo.svg"),
    ],
    [
      { path: "a/index.md", names: ["a/anh.jpg", "b/anh.jpg"] },
      { path: "b/index.md", names: ["b/anh.jpg"] },
      { path: "moi/index.md", names: [] },
    ],
    new Map([["moi/index.md", "cu/index.md"]]),
    "content",
  );
  const inShort = articles.map(({ path, kind, movedFrom, files }) => [
    path,
    kind,
    movedFrom,
    files.map((file) => file.path.slice("content/".length)),
  ]);
  expect(inShort).toEqual([
    ["a/index.md", "changed", undefined, ["a/index.md", "a/anh.jpg", "b/anh.jpg"]],
    ["b/index.md", "changed", undefined, ["b/anh.jpg"]],
    ["c/index.md", "deleted", undefined, ["c/index.md", "c/anh.jpg", "c/van-ban.pdf"]],
    ["moi/index.md", "moved", "cu/index.md", ["moi/index.md", "cu/index.md"]],
  ]);
  expect(shared.map((file) => file.path)).toEqual(["content/units.yaml", "content/logo.svg"]);
});
