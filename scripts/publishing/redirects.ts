import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { outputPath, redirectsUrl } from "../../src/urls.ts";

/**
 * Returns which files of a site are there for hosts without rules, and the files that a host with
 * rules leads to instead, by path: `tin/a/index.html` → `2024/03/05/a/index.html`.
 *
 * @param site the folder of the output
 * @param origin the address of the site, with the path that it is below
 */
export async function redirectedFiles(
  site: string,
  origin: string,
): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(site, redirectsUrl), "utf8").catch(
    // No article has moved.
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      return "";
    },
  );
  const below = new URL(origin).pathname.replace(/\/$/u, "");
  const pathOf = (address: string) =>
    outputPath(address.startsWith(`${below}/`) ? address.slice(below.length) : address);
  return new Map(
    text.split("\n").flatMap((line) => {
      const [, from, to] = /^(\S+) (\/\S*) 301$/u.exec(line) ?? [];
      return from === undefined ? [] : [[pathOf(decodeURI(from)), pathOf(to!)] as const];
    }),
  );
}
