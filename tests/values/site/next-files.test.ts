import fc from "fast-check";
import { expect, it } from "vitest";
import { shortHash } from "../../../src/cache/short-hash.ts";
import { type NextFiles, nextFiles } from "../../../src/output/next-files.ts";
import type { OutputState, WrittenGroup } from "../../../src/output/output-state.ts";
import { pathsIn, pathsOf } from "../../../src/output/path-table.ts";
import { fileAt, fileTable, type WrittenFile } from "../../../src/output/written-files.ts";

type Known = Pick<OutputState, "files" | "groups">;

/** What a build may do, one thing after the other. */
type Deed =
  | { readonly kind: "page"; readonly path: string; readonly isNew: boolean }
  | { readonly kind: "group"; readonly name: string; readonly key: string; pages: string[] }
  | { readonly kind: "all"; readonly what: "files" | "pages" };

const fileOf = (key: string, sum: string): WrittenFile => ({
  key: shortHash(key),
  sum: shortHash(sum),
  size: 2 ** 33 + sum.length,
  mtimeMs: 1_700_000_000_000.25,
});
const pageOf = (path: string, version: string) => fileOf(`key of ${path}`, version + path);

const ofGroups = { a: ["a/1.html", "a/bài-2.html", "a/3.html"], b: ["b/1.html"], c: [] };
const loosePages = ["trang/một.html", "trang/2.html"];
const copied = ["tệp/x.png", "tệp/y.png"];
const paths = [...Object.values(ofGroups).flat(), ...loosePages, ...copied];
const allPaths = [...paths, "mới/1.html", "mới/2.html"];

/** The state of a build with two groups, and files that are in none. */
function stateOf(): Known {
  const groups = new Map<string, WrittenGroup>();
  let from = 0;
  for (const [name, some] of Object.entries(ofGroups)) {
    groups.set(name, { key: "old", from, to: from + some.length });
    from += some.length;
  }
  const isCopied = (path: string) => copied.includes(path);
  const files = paths.map(
    (path) => [path, isCopied(path) ? fileOf(path, path) : pageOf(path, "old")] as const,
  );
  return { files: fileTable(files), groups };
}

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant("page" as const),
    path: fc.constantFrom(...allPaths),
    isNew: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("group" as const),
    name: fc.constantFrom("a", "b", "c", "d"),
    key: fc.constantFrom("old", "new"),
    pages: fc.uniqueArray(fc.constantFrom(...allPaths), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("all" as const),
    what: fc.constantFrom("files" as const, "pages" as const),
  }),
);

/** What is told of the files, as plain maps: what `nextFiles` does by rows. */
function plainly(known: ReadonlyMap<string, WrittenFile>, broken: ReadonlySet<string>) {
  const files = new Map<string, WrittenFile>();
  const groups = new Map<string, { key: string; paths: readonly string[] }>();
  return {
    files,
    groups,
    page(path: string, isNew: boolean) {
      if (files.has(path)) throw new Error("twice");
      const file = broken.has(path) || isNew ? undefined : known.get(path);
      files.set(path, file ?? pageOf(path, "new"));
    },
    isKept: (name: string, key: string) =>
      key === "old" && name in ofGroups && ofGroups[name as "a"].every((path) => !broken.has(path)),
    all(what: "files" | "pages") {
      for (const [path, file] of known)
        if (copied.includes(path) === (what === "files") && !broken.has(path) && !files.has(path))
          files.set(path, file);
    },
  };
}

function make(next: NextFiles, path: string, isNew: boolean): void {
  next.expectNew(path);
  if (next.known(path) && !next.isBroken(path) && !isNew) next.keep(path);
  else next.set(path, pageOf(path, "new"));
}

const rowsOf = ({ files }: Known) =>
  new Map(pathsOf(files).map((path, row) => [path, fileAt(files, row)] as const));

it.each([
  ["too short", "0".repeat(18)],
  ["too long", "0".repeat(22)],
  ["of other letters", "xy".repeat(10)],
])("no row keeps a key that is %s for a hash", (_what, key) => {
  const file = { ...fileOf("a", "a"), key };
  expect(() => fileTable([["a.html", file]])).toThrow("No hash");
});

it("the next state has what a build kept and made, and is told of every address twice", () => {
  fc.assert(
    fc.property(
      fc.array(deed, { maxLength: 8 }),
      fc.uniqueArray(fc.nat(paths.length - 1), { maxLength: 2 }),
      (deeds, damaged) => {
        const last = stateOf();
        const known = rowsOf(last);
        const next = nextFiles(last, damaged);
        const plain = plainly(known, new Set(damaged.map((row) => paths[row]!)));
        const isTwice = (path: string) => plain.files.has(path);
        for (const one of deeds) {
          if (one.kind === "all") {
            // As in a preview, which keeps all that it does not make.
            if (plain.groups.size > 0) continue;
            plain.all(one.what);
            next.keepAll(one.what);
          } else if (one.kind === "page") {
            if (isTwice(one.path)) {
              expect(() => next.expectNew(one.path)).toThrow("Two pages have the address");
              return;
            }
            plain.page(one.path, one.isNew);
            make(next, one.path, one.isNew);
          } else if (plain.isKept(one.name, one.key)) {
            const some = ofGroups[one.name as "a"];
            if (some.some(isTwice)) {
              expect(() => next.keepGroup(one.name, one.key)).toThrow("Two pages have the address");
              return;
            }
            for (const path of some) plain.files.set(path, known.get(path)!);
            plain.groups.set(one.name, { key: one.key, paths: some });
            expect(next.keepGroup(one.name, one.key)).toEqual(some);
          } else {
            expect(next.keepGroup(one.name, one.key)).toBeUndefined();
            if (plain.groups.has(one.name)) return;
            next.beginGroup(one.name, one.key);
            const some = one.pages.filter((path) => !isTwice(path));
            for (const path of some) {
              plain.page(path, false);
              next.addToGroup(one.name, path);
              make(next, path, false);
            }
            plain.groups.set(one.name, { key: one.key, paths: some });
          }
        }
        const done = next.finish();
        expect(rowsOf(done)).toEqual(plain.files);
        expect(done.files.count).toBe(plain.files.size);
        expect(new Set(done.gone)).toEqual(new Set(paths.filter((path) => !plain.files.has(path))));
        for (const [name, { key, paths }] of plain.groups) {
          const { from, to, ...group } = done.groups.get(name)!;
          expect(group).toEqual({ key });
          expect(pathsIn(done.files, from, to)).toEqual(paths);
        }
      },
    ),
  );
});
