import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inProject, projectFolder } from "./project.ts";

/** Names the packages of the project. */
const lockfile = inProject("package-lock.json");

/**
 * Names what a kind of files is made by: some of our own modules, and packages with their versions.
 * Made by the same recipe from the same thing, they are the same bytes.
 */
export function recipeOf(files: readonly string[], packages: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  const lock: Lock = JSON.parse(readFileSync(lockfile, "utf8"));
  for (const name of packages)
    hash.update(`${name} ${lock.packages[`node_modules/${name}`]?.version}\0`);
  return hash.digest("hex").slice(0, 20);
}

type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };

/**
 * Names code: whatever was made by code with the same hash, it would make again. Comments count too,
 * because to tell them from code would cost more than to make something once more.
 *
 * @param paths files, and folders with all that is in them
 */
export function codeHash(paths: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of [lockfile, ...paths]) {
    for (const file of statSync(path).isDirectory() ? filesIn(path) : [path])
      hash
        .update(`${file.slice(projectFolder.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
  }
  return hash.digest("base64url").slice(0, 20);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
