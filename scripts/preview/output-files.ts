import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { notFoundUrl, outputPath } from "../../src/urls.ts";
import { contentType } from "./content-type.ts";
import { type Handler, redirect, send } from "./visit.ts";

/** Serves the files of an output, and the site's own page for an address that has none. */
export function outputFiles(output: string): Handler {
  return async ({ address, response }) => {
    const { path, steps, isFolder } = address;
    const found = await read(output, isFolder ? [...steps, "index.html"] : steps);
    if (found === "folder") return redirect(response, `${path}/`);
    if (found) return send(response, 200, contentType(outputPath(path)), found);
    const missing = await read(output, [outputPath(notFoundUrl)]);
    return typeof missing === "object"
      ? send(response, 404, contentType(notFoundUrl), missing)
      : send(response, 404, "text/plain; charset=utf-8", "Không có trang này.\n");
  };
}

/**
 * Reads a file below a folder, or says that it is a folder; undefined for everything else. A
 * symbolic link must not lead out. A build may delete the file meanwhile.
 */
async function read(
  folder: string,
  steps: readonly string[],
): Promise<Uint8Array | "folder" | undefined> {
  try {
    const root = await realpath(folder);
    const realPath = await realpath(join(root, ...steps));
    if (!realPath.startsWith(root + sep)) return undefined;
    const found = await stat(realPath);
    if (found.isDirectory()) return "folder";
    return found.isFile() ? await readFile(realPath) : undefined;
  } catch (error) {
    if (missing.has((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

/** What the file system says of a path that leads nowhere; the last two are of odd names. */
const missing: ReadonlySet<string> = new Set([
  ...["ENOENT", "ENOTDIR", "ELOOP", "EACCES"],
  ...["ENAMETOOLONG", "EINVAL"],
]);
