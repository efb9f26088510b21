import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Names the packages of the project and the Node that runs them. */
const project = join(import.meta.dirname, "..");
const always = [join(project, "package-lock.json")];

/**
 * Names code: whatever was made by code with the same key, it would make again. Comments count too,
 * for to tell them from code would cost more than to make something once more.
 *
 * @param paths files, and folders with all that is in them
 */
export function codeKey(paths: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of [...always, ...paths]) {
    for (const file of statSync(path).isDirectory() ? filesIn(path) : [path])
      hash
        .update(`${file.slice(project.length)}\0`)
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
