import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { siteCode } from "../../../src/origin.ts";

/**
 * The rooms of src/ from the ground up: a module imports only from its own room and from those
 * above it in this list. A name that ends in `/` is a folder; any other is a file directly in src/.
 */
const rooms = [
  "limits",
  "lists",
  "problems/",
  "work/",
  "cache/",
  "text/",
  "day",
  "quantity",
  "period",
  "cut",
  "colour",
  "yaml/",
  "content/",
  "unit",
  "unit-index",
  "unit-events",
  "unit-file",
  "unit-problems",
  "units",
  "award",
  "figure",
  "series",
  "event",
  "unknown-unit",
  "person",
  "people",
  "abbreviations",
  "document",
  "body/",
  "bulletin",
  "article",
  "alias",
  "by-name",
  "urls",
  "registers/",
  "assets/",
  "pictures/",
  "attachments/",
  "books/",
  "backend",
  "look",
  "logo",
  "settings",
  "shard",
  "site",
  "data/",
  "portal/",
  "search/",
  "front-matter/",
  "norms",
  "reference",
  "page",
  "output/",
  "layout-fault",
  "office-code",
  "origin",
  "remarks/",
  "parse",
  "store/",
  "links",
  "address-record",
  "far-ahead",
  "lead",
  "approval",
  "withdrawal-findings",
  "related",
  "load",
  "importing/",
  "web-editor/",
] as const;

/**
 * Folders in the order in which an article becomes a page. Imports point only back along it, so one
 * can read what the site knows without what it shows, and what it shows without Eleventy.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  src: ["src"],
  "browser/search": ["browser/search", "src/text/search-text.ts"],
  "browser/editor": [
    "browser/editor",
    "src/cut.ts",
    "src/front-matter/editor-api.ts",
    "src/front-matter/field.ts",
    "src/front-matter/life-api.ts",
    "src/front-matter/sending-api.ts",
    "src/text/document-number.ts",
    "src/text/vietnamese.ts",
  ],
  "browser/admin": ["src/web-editor/format.ts"],
  "browser/preview": ["browser/preview"],
  layouts: ["layouts", "src"],
  "scripts/site/make-site.ts": ["layouts", "src"],
  "scripts/cli": ["scripts/cli", "src"],
  ".eleventy.ts": [
    "scripts/site/make-site.ts",
    "scripts/site/write-texts.ts",
    "layouts",
    "src",
    "scripts/cli",
  ],
  scripts: [
    "scripts",
    "scripts/cli",
    "scripts/site/make-site.ts",
    ".eleventy.ts",
    "layouts",
    "src",
  ],
  tests: [
    "browser/search",
    "browser/editor",
    "tests",
    "scripts",
    "scripts/cli",
    "scripts/site/make-site.ts",
    ".eleventy.ts",
    "layouts",
    "src",
  ],
};

type Module = { readonly path: string; readonly imports: readonly string[] };

// Matches an import as Biome formats it: one statement, its source in double quotation marks.
const importSource =
  /(?:^|[;}\s])(?:import|export)\s(?:[^"';]*?\sfrom\s)?"(?<source>[^"]+)"|\bimport\("(?<lazy>[^"]+)"\)/gu;

const modules: readonly Module[] = [
  ".eleventy.ts",
  ...["src", "layouts", "browser", "scripts", "tests"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
      .filter((name) => name.endsWith(".ts")),
  ),
].map((path) => ({ path, imports: importsOf(path) }));

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(importSource)].map(({ groups }) => {
    const source = groups?.source ?? groups?.lazy ?? "";
    return source.startsWith(".") ? posix.join(posix.dirname(path), source) : source;
  });
}

/** Returns the key of `mayImport` for a module of ours; undefined for a package. */
function folderOf(path: string): string | undefined {
  return Object.keys(mayImport).find((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** Returns the room of a module: `text/` for `src/text/runs.ts`, `day` for `src/day.ts`. */
function roomOf(path: string): (typeof rooms)[number] {
  const [, first, second] = path.split("/");
  return (
    second === undefined ? first!.replace(/\.ts$/u, "") : `${first}/`
  ) as (typeof rooms)[number];
}

/** Returns `from → to` for every import that a rule finds wrong. */
function wrongImports(isWrong: (from: string, to: string) => boolean): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports.filter((to) => isWrong(path, to)).map((to) => `${path} → ${to}`),
  );
}

describe("imports", () => {
  it("are found at all", () => {
    expect(importsOf("layouts/parts/paging.ts")).toContain("src/day.ts");
    expect(modules.length).toBeGreaterThan(40);
  });

  it("are of modules in known folders", () => {
    expect(modules.map(({ path }) => path).filter((path) => folderOf(path) === undefined)).toEqual(
      [],
    );
  });

  it("point only back along the way from article to page", () => {
    const wrong = wrongImports((from, to) => {
      const folder = folderOf(to);
      const may = mayImport[folderOf(from) ?? ""] ?? [];
      return folder !== undefined && !may.includes(folder) && !may.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it("inside src point only to rooms further down", () => {
    const wrong = wrongImports((from, to) => {
      if (!from.startsWith("src/") || !to.startsWith("src/")) return false;
      return rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(from));
    });
    expect(wrong).toEqual([]);
  });

  it("know every room of src", () => {
    const found = new Set(
      modules.map(({ path }) => path).filter((path) => path.startsWith("src/")),
    );
    expect([...new Set([...found].map(roomOf))].sort()).toEqual([...rooms].sort());
  });

  it("of our own modules lead to a module in one of the known folders", () => {
    const known = new Set(modules.map(({ path }) => path));
    const wrong = wrongImports((_, to) => /\.ts$|^\.\.?\//u.test(to) && !known.has(to));
    expect(wrong).toEqual([]);
  });

  it("of other packages are of those that an office installs, or that become part of ours", () => {
    const { dependencies, "ban-tin": own } = JSON.parse(readFileSync("package.json", "utf8"));
    const known = new Set([...Object.keys(dependencies), ...own.bundled]);
    const forWork =
      /^(?:tests|scripts\/(?:bench|trials|packaging))\/|^scripts\/(?:bench|fonts|trial)\.ts$/u;
    const wrong = wrongImports((from, to) => {
      const [name = ""] = /^(?:@[^/]+\/)?[^/]+/u.exec(to) ?? [];
      const isOther = folderOf(to) === undefined && !/^node:|^\.|\.ts$/u.test(to);
      return isOther && !forWork.test(from) && !known.has(name);
    });
    expect(wrong).toEqual(["src/assets/browser-script.ts → rolldown"]);
  });

  it("of Eleventy stand only where pages are handed to it", () => {
    const wrong = wrongImports((from, to) => to.startsWith("@11ty/") && from !== ".eleventy.ts");
    expect(wrong).toEqual([]);
  });

  it("let no view read a file, a clock's help or the network", () => {
    const wrong = wrongImports(
      (from, to) => from.startsWith("layouts/") && folderOf(to) === undefined,
    );
    expect(wrong).toEqual([]);
  });

  it("and scripts for browsers lead to nothing that the hash of the site's code leaves out", () => {
    const isHashed = (path: string) =>
      siteCode.some((own) => path === own || path.startsWith(`${own}/`));
    // What src/ puts together for browsers, it names by a path and imports nowhere.
    const scripts = modules
      .filter(({ path }) => path.startsWith("src/"))
      .flatMap(({ path }) => [
        ...readFileSync(path, "utf8").matchAll(/inProject\("(browser\/[^"]+)"\)/gu),
      ])
      .map(([, path]) => path!);
    expect(scripts).not.toEqual([]);
    const imported = modules
      .filter(({ path }) => isHashed(path) && path !== ".eleventy.ts")
      .flatMap(({ imports }) => imports)
      .filter((path) => folderOf(path) !== undefined);
    expect([...scripts, ...imported].filter((path) => !isHashed(path))).toEqual([]);
  });

  it("make no circle", () => {
    const importsByPath = new Map(modules.map(({ path, imports }) => [path, imports]));
    const done = new Set<string>();
    const circles: string[] = [];
    function visit(path: string, way: readonly string[]): void {
      if (way.includes(path)) {
        circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
        return;
      }
      if (done.has(path)) return;
      for (const next of importsByPath.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    }
    for (const { path } of modules) visit(path, []);
    expect(circles).toEqual([]);
  });
});

it("a file is named after what it holds, never after nothing", () => {
  const vague = /(?:^|[/.-])(?:utils?|helpers?|common|misc|lib|tools)(?:[/.-]|$)/iu;
  expect(modules.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
});

it("a view sees no clock and no chance", () => {
  const impure = /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|process\.)/u;
  const found = modules
    .filter(({ path }) => path.startsWith("layouts/"))
    .filter(({ path }) => impure.test(readFileSync(path, "utf8")));
  expect(found.map(({ path }) => path)).toEqual([]);
});
