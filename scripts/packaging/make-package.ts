import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { searchScriptName } from "../../src/assets/assets.ts";
import { browserScripts, bundleFile } from "../../src/assets/browser-script.ts";
import { sourceHash, sourceHashesFile } from "../../src/cache/code-hash.ts";
import { gitIn } from "../../src/cache/git.ts";
import { inProject, projectFolder } from "../../src/cache/project.ts";
import { filesOfOthers } from "../../src/web-editor/program.ts";
import { billFile, billOfMaterials } from "../publishing/bill-of-materials.ts";
import { type PackageFile, runningPackages } from "../publishing/running-packages.ts";
import { bundlePackage } from "./bundle.ts";

/*
 * An office installs a package that is JavaScript with the tree of the sources, so that threads,
 * stylesheets and hashes of code are found as in the repository. What browsers load is put together
 * here, once; and packages that would bring a hundred others along become a file each.
 */

/** What the program reads besides its modules, and what it gives to an office. */
const copied = [
  "layouts/assets",
  "browser/editor/editor.css",
  "browser/preview/preview.css",
  "docs/huong-dan.md",
  "docs/front-matter.schema.json",
  "docs/may-chu",
  "scripts/starting/files",
  "content/norms.yaml",
  ".editorconfig",
  ".vscode/settings.json",
  ".vscode/extensions.json",
  ".vscode/bai-viet.code-snippets",
  ".githooks/pre-commit",
];

/** The first module of each script for browsers, and what its files are called if not by it. */
const scripts: readonly (readonly [path: string, name?: string])[] = [
  ["browser/search/search.ts", searchScriptName],
  ["browser/admin/start.ts"],
  ["browser/editor/main.ts"],
  ["browser/preview/preview.ts"],
];

/** Makes the folder of the package anew: `dist/`, or another one. */
export async function makePackage(target: string): Promise<void> {
  const inTarget = (path: string) => join(target, path);
  const own: PackageFile = JSON.parse(await readFile(inProject("package.json"), "utf8"));
  const { bundled } = own["ban-tin"];
  await rm(target, { recursive: true, force: true });
  await compile(target);
  for (const path of copied) {
    await mkdir(dirname(inTarget(path)), { recursive: true });
    await cp(inProject(path), inTarget(path), { recursive: true });
  }
  const launcher = "scripts/ban-tin.js";
  const text = await readFile(inProject(launcher), "utf8");
  await writeFile(inTarget(launcher), text.replaceAll(".ts", ".js"), { mode: 0o755 });
  for (const [path, name] of scripts) {
    const files = await browserScripts(inProject(path), name);
    await mkdir(dirname(inTarget(path)), { recursive: true });
    await writeFile(inTarget(bundleFile(path)), JSON.stringify(files));
  }
  await bundleImports(bundled, target);
  for (const [name, files] of Object.entries(filesOfOthers))
    for (const file of files) {
      const path = inTarget(`vendor/${name}/${file}`);
      await mkdir(dirname(path), { recursive: true });
      await cp(inProject(`node_modules/${name}/${file}`), path);
    }
  const { name, version, dependencies, devDependencies } = own;
  const facts = {
    name,
    version,
    type: "module",
    gitHead: await cleanCommit(),
    dependencies,
    bundled: Object.fromEntries(bundled.map((name) => [name, devDependencies[name]])),
  };
  await writeFile(inTarget("package.json"), `${JSON.stringify(facts, undefined, 2)}\n`);
  await writeFile(inTarget(sourceHashesFile), JSON.stringify(await hashesOfSources()));
  const bill = await billOfMaterials();
  if (bill === undefined) throw new Error("npm cannot list the packages (npm sbom).");
  await writeFile(inTarget(billFile), bill);
  await writeFile(inTarget("THIRD-PARTY.txt"), await noticesText());
}

/** Compiles the modules to JavaScript, and says what types they have. */
async function compile(target: string): Promise<void> {
  const compiler = inProject("node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [
    compiler,
    "--project",
    inProject("scripts/packaging/tsconfig.json"),
    "--outDir",
    target,
    "--declarationDir",
    join(target, "types"),
  ]);
  for (const path of await modules(target)) {
    const text = await readFile(path, "utf8");
    // The compiler knows imports, but not threads.
    const changed = text.replaceAll(
      /(?<=new URL\("\.[^"]+)\.ts(?=", import\.meta\.url\))/gu,
      ".js",
    );
    if (changed !== text) await writeFile(path, changed);
  }
}

/** Bundles what our modules import of certain packages, and has them import the bundles. */
async function bundleImports(names: readonly string[], target: string): Promise<void> {
  const places = new Map<string, string>();
  for (const path of await modules(target)) {
    const text = await readFile(path, "utf8");
    let changed = text;
    for (const [whole, before, name = ""] of text.matchAll(
      /(\bfrom |\bimport\()"([^".][^"]*)"/gu,
    )) {
      if (!names.some((one) => name === one || name.startsWith(`${one}/`))) continue;
      const place = places.get(name) ?? (await bundlePackage(name, join(target, "vendor")));
      places.set(name, place);
      const way = relative(dirname(path), join(target, "vendor", place)).replaceAll("\\", "/");
      changed = changed.replaceAll(whole, `${before}"${way.startsWith(".") ? "" : "./"}${way}"`);
    }
    if (changed !== text) await writeFile(path, changed);
  }
}

/** Returns the paths of all modules that were compiled. */
async function modules(target: string): Promise<string[]> {
  const all = await readdir(target, { recursive: true });
  return all
    .filter((path) => path.endsWith(".js") && !/^(?:vendor|browser|types)\b/u.test(path))
    .map((path) => join(target, path));
}

/** Returns the hash of every module of `src/` by its name. */
async function hashesOfSources(): Promise<Readonly<Record<string, string>>> {
  const all = await readdir(inProject("src"), { recursive: true });
  const names = all.filter((name) => name.endsWith(".ts")).sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = `src/${name.replaceAll("\\", "/")}`;
      return [path, sourceHash(inProject(path))];
    }),
  );
}

/** Returns the commit of the sources, unless something in them is in no commit. */
async function cleanCommit(): Promise<string | undefined> {
  try {
    if ((await gitIn(projectFolder, ["status", "--porcelain"])) !== "") return undefined;
    return (await gitIn(projectFolder, ["rev-parse", "HEAD"])).trim();
  } catch {
    return undefined;
  }
}

/** Returns the licences of all packages that run, those that become part of ours among them. */
async function noticesText(): Promise<string> {
  const { lock } = await runningPackages();
  const texts: string[] = [];
  for (const [place, { version }] of Object.entries(lock.packages).sort()) {
    const folder = inProject(place);
    if (place === "" || !existsSync(folder)) continue;
    const files = (await readdir(folder)).filter((name) =>
      /^(?:licen[cs]e|copying|notice)/iu.test(name),
    );
    const { license, author } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const parts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    const said = parts.join("\n") || `${license}, ${author?.name ?? author ?? "its authors"}`;
    texts.push(`${name} ${version}\n\n${said.trim()}\n`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}
