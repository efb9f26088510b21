import { join } from "node:path";

/** The folder of the project: package.json, the code, and what is shipped beside it. */
export const projectFolder = join(import.meta.dirname, "../..");

/**
 * Returns the path on the disk of a file or folder of the project: `inProject("layouts/assets")`.
 * Nothing else works out where the project's own files are.
 */
export function inProject(path: string): string {
  return join(projectFolder, path);
}
