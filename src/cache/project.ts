import { extname, join } from "node:path";

/**
 * The folder of the project: package.json, the code, and what is shipped beside it. In the package
 * that offices install it is `dist/`, with the same tree.
 */
export const projectFolder = join(import.meta.dirname, "../..");

/**
 * True in the package, where the code is JavaScript and what other packages would make from it at
 * each build has been made: Node runs no TypeScript of a package. `scripts/package.ts` makes it.
 */
export const isPackage = extname(import.meta.filename) === ".js";

/**
 * Returns the path on the disk of a file or folder of the project: `inProject("layouts/assets")`.
 * A module is named as in the sources. Nothing else works out where the project's own files are.
 */
export function inProject(path: string): string {
  return join(projectFolder, isPackage ? path.replace(/\.ts$/u, ".js") : path);
}
