import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { lazily } from "../work/once.ts";
import { packagesText, packageVersion } from "./packages.ts";
import { inProject, isPackage, projectFolder } from "./project.ts";
import { hashOfParts } from "./short-hash.ts";

/**
 * Returns a hash of what makes a kind of file: some of our own modules, and packages with their
 * versions. The same recipe makes the same bytes from the same input.
 */
export function recipeOf(files: readonly string[], packages: readonly string[]): string {
  const versions = packages.map((name) => `${name} ${packageVersion(name)}`);
  return hashOfParts([...files.map(sourceHash), ...versions]);
}

/** Beside the package, the hash of the source of each module that recipes name. */
export const sourceHashesFile = "source-hashes.json";

const sourceHashes = lazily(
  (): Readonly<Record<string, string>> =>
    isPackage ? JSON.parse(readFileSync(inProject(sourceHashesFile), "utf8")) : {},
);

/**
 * Returns a hash of a module or another file of ours. That of a module is of its source in the
 * package too, so that both give one name to a picture.
 */
export function sourceHash(path: string): string {
  const name = relative(projectFolder, path).replaceAll("\\", "/").replace(/\.js$/u, ".ts");
  return sourceHashes()[name] ?? hashOfParts([readFileSync(path)]);
}

/**
 * Returns a hash of code: whatever was made by code with this hash, it would make again. Comments
 * count too, because telling them from code would cost more than making something once more.
 *
 * @param paths files, and folders with all that is in them
 */
export function codeHash(paths: readonly string[]): string {
  const files = paths.flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
  return hashOfParts([
    process.version,
    packagesText(),
    ...files.flatMap((file) => [file.slice(projectFolder.length), readFileSync(file)]),
  ]);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
