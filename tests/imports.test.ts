import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Folders stand in the order in which an article becomes a page, and imports point back along it
 * only: so what the site knows can be read without what it shows, and what it shows without Eleventy.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  src: ["src"],
  "layouts/browser": ["layouts/browser", "src/search-text.ts"],
  "layouts/editor": ["layouts/editor", "src/editor-api.ts", "src/field.ts", "src/vietnamese.ts"],
  "layouts/web-editor": ["src/web-editor/format.ts"],
  layouts: ["layouts", "src"],
  "scripts/compile.ts": ["layouts", "src"],
  "scripts/building.ts": ["scripts/compile.ts", "layouts", "src"],
  ".eleventy.ts": ["scripts/building.ts", "scripts/compile.ts", "layouts", "src"],
  scripts: [
    "scripts",
    "scripts/compile.ts",
    "scripts/building.ts",
    ".eleventy.ts",
    "layouts",
    "src",
  ],
  tests: [
    "layouts/browser",
    "layouts/editor",
    "tests",
    "scripts",
    "scripts/compile.ts",
    "scripts/building.ts",
    ".eleventy.ts",
    "layouts",
    "src",
  ],
};

type Module = { readonly path: string; readonly imports: readonly string[] };

// Matches what Biome makes of every import: one statement, its source in double quotation marks.
const importSource =
  /(?:^|[;}\s])(?:import|export)\s(?:[^"';]*?\sfrom\s)?"(?<source>[^"]+)"|\bimport\("(?<lazy>[^"]+)"\)/gu;

const modules: readonly Module[] = [
  ".eleventy.ts",
  ...["src", "layouts", "scripts", "tests"].flatMap((folder) =>
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

/** The folder of a module of ours; undefined for a package. */
function folderOf(path: string): string | undefined {
  return Object.keys(mayImport).find((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** `from → to` for every import that a rule finds wrong. */
function wrongImports(isWrong: (from: string, to: string) => boolean): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports.filter((to) => isWrong(path, to)).map((to) => `${path} → ${to}`),
  );
}

describe("imports", () => {
  it("are found at all", () => {
    expect(importsOf("layouts/paging.ts")).toContain("src/day.ts");
    expect(modules.length).toBeGreaterThan(40);
  });

  it("point only back along the way from article to page", () => {
    const wrong = wrongImports((from, to) => {
      const folder = folderOf(to);
      const may = mayImport[folderOf(from)!]!;
      return folder !== undefined && !may.includes(folder) && !may.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it("of our own modules lead to a module in one of the known folders", () => {
    const known = new Set(modules.map(({ path }) => path));
    const wrong = wrongImports((_, to) => /\.ts$|^\.\.?\//u.test(to) && !known.has(to));
    expect(wrong).toEqual([]);
  });

  it("of Eleventy stand only where pages are handed to it", () => {
    const wrong = wrongImports((from, to) => to.startsWith("@11ty/") && from !== ".eleventy.ts");
    expect(wrong).toEqual([]);
  });

  it("let no view read a file, a clock's help or the network", () => {
    const wrong = wrongImports(
      (from, to) =>
        from.startsWith("layouts/") &&
        folderOf(to) === undefined &&
        // The form editor draws in the browser, and is no page of the site.
        !(from.startsWith("layouts/editor/") && to.startsWith("lit-html")),
    );
    expect(wrong).toEqual([]);
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
