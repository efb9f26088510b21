import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inProject, projectFolder } from "./project.ts";
import { hashOfParts } from "./short-hash.ts";

/** The lockfile, which has the exact version of every package. */
const lockfile = inProject("package-lock.json");

/**
 * Returns a hash of what makes a kind of file: some of our own modules, and packages with their
 * versions. The same recipe makes the same bytes from the same input.
 */
export function recipeOf(files: readonly string[], packages: readonly string[]): string {
  const lock: Lock = JSON.parse(readFileSync(lockfile, "utf8"));
  const versions = packages.map(
    (name) => `${name} ${lock.packages[`node_modules/${name}`]?.version}`,
  );
  return hashOfParts([...files.map((file) => readFileSync(file)), ...versions]);
}

type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };

/**
 * Returns a hash of code: whatever was made by code with this hash, it would make again. Comments
 * count too, because telling them from code would cost more than making something once more.
 *
 * @param paths files, and folders with all that is in them
 */
export function codeHash(paths: readonly string[]): string {
  const files = [lockfile, ...paths].flatMap((path) =>
    statSync(path).isDirectory() ? filesIn(path) : [path],
  );
  return hashOfParts([
    process.version,
    ...files.flatMap((file) => [file.slice(projectFolder.length), readFileSync(file)]),
  ]);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
