import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { makeCreator } from "../../../scripts/packaging/make-creator.ts";
import { temporaryFolder } from "../../content.ts";

/** A package that is made from the sources as they are, as npm packs it. */

const packaging = pathToFileURL(resolve("scripts/packaging/make-package.ts")).href;

/** Makes the package in a folder of its own, and returns the path of the archive. */
export function packed(): string {
  const folder = temporaryFolder();
  // In a process of its own: Vitest has another idea of what a package in CommonJS exports.
  const script = `const { makePackage } = await import(${JSON.stringify(packaging)});
    await makePackage(${JSON.stringify(join(folder, "dist"))});`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", script]);
  for (const name of ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md"])
    cpSync(name, join(folder, name));
  return archiveOf(folder);
}

/** Makes the package of `npm create ban-tin`, and returns the path of the archive. */
export async function packedCreator(): Promise<string> {
  const folder = temporaryFolder();
  await makeCreator(folder);
  return archiveOf(folder);
}

function archiveOf(folder: string): string {
  const { status, stderr } = spawnSync("npm", ["pack", "--ignore-scripts", "--offline"], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(stderr);
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, `${name}-${version}.tgz`);
}

/**
 * Installs the package in an office as npm would, without a registry: what it depends on is taken
 * from here, and nothing else of what is installed here can be found from it.
 */
export function installIn(office: string, archive: string): void {
  const modules = join(office, "node_modules");
  const own = join(modules, "ban-tin");
  mkdirSync(own, { recursive: true });
  tar("-xzf", archive, "-C", own, "--strip-components=1");
  const { dependencies } = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const place = join(modules, name);
    mkdirSync(join(place, ".."), { recursive: true });
    symlinkSync(resolve("node_modules", name), place, "junction");
  }
}

/** Puts the package of `npm create ban-tin` beside the program, as npm does for its dependency. */
export function installCreator(place: string, archive: string): string {
  const own = join(place, "node_modules/create-ban-tin");
  mkdirSync(own, { recursive: true });
  tar("-xzf", archive, "-C", own, "--strip-components=1");
  const { bin } = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));
  return join(own, bin["create-ban-tin"]);
}

/** Makes a later version of a package, with a word of the site and a guide of its own. */
export function newer(archive: string): string {
  const folder = temporaryFolder();
  const inside = join(folder, "package");
  tar("-xzf", archive, "-C", folder);
  const change = (path: string, how: (text: string) => string) =>
    writeFileSync(join(inside, path), how(readFileSync(join(inside, path), "utf8")));
  for (const path of ["package.json", "dist/package.json"])
    change(path, (text) => text.replace(/"version": "[^"]+"/u, '"version": "99.0.0"'));
  change("dist/layouts/parts/frame-words.js", (text) => text.replaceAll("Trang chủ", "Trang đầu"));
  change("dist/docs/huong-dan.md", () => "# Mới\n");
  const made = join(folder, "ban-tin-99.0.0.tgz");
  tar("-czf", made, "-C", folder, "package");
  return made;
}

function tar(...args: readonly string[]): void {
  const { status, stderr } = spawnSync("tar", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** Returns the call of a command of the installed package. */
function callOf(office: string, args: readonly string[]): string[] {
  return [join(office, "node_modules/ban-tin/dist/scripts/ban-tin.js"), ...args];
}

/** Runs a command of the installed package in the office. */
export function inOffice(
  office: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, callOf(office, args), {
    cwd: office,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

/** Starts a command that runs until it is stopped. */
export function startInOffice(office: string, args: readonly string[]) {
  return spawn(process.execPath, callOf(office, args), {
    cwd: office,
    stdio: ["ignore", "pipe", "inherit"],
  });
}
