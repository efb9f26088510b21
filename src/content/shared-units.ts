import { existsSync, lstatSync, realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { type Problem, problem } from "../problems/problem.ts";
import { parseYaml } from "../yaml/yaml.ts";
import { type FoundFile, readText, type SourceFile } from "./source-file.ts";

/*
 * Several sites in one repository may share one list of units. Their site.yaml names it by
 * `units:`; it is the only file that a site takes from outside its content folder.
 */

/**
 * Returns whether a text can be the path of a shared list: up from the content folder, and only to
 * a file of that name, so that no setting can publish what is in some other file.
 */
export function isSharedUnitsPath(path: string): boolean {
  return /^(?:\.\.\/)+(?:[\p{L}\p{N}][\p{L}\p{N} ._-]*\/)*units\.yaml$/u.test(path);
}

/** Where a site has its list of units. */
export type UnitsPlace = {
  /** From the content folder; undefined when site.yaml names a place that cannot be. */
  readonly path: string | undefined;
  /** The shared list; undefined when the site has its own, or when there is none at the place. */
  readonly found?: FoundFile;
  readonly problems: readonly Problem[];
};

const own: UnitsPlace = { path: "units.yaml", problems: [] };

/** Finds the list of units that site.yaml names. */
export function findSharedUnits(
  content: string,
  site: SourceFile | undefined,
  hasOwn: boolean,
): UnitsPlace {
  if (site === undefined) return own;
  const tree = parseYaml(site.text, site);
  const path = tree.writtenAt(["units"]);
  if (path === undefined) return own;
  // The schema of site.yaml says what is wrong with it.
  if (typeof path !== "string" || !isSharedUnitsPath(path))
    return { path: undefined, problems: [] };
  if (hasOwn) {
    const place = tree.placeOfKey([], "units");
    return { ...own, problems: [problem("units-twice", place, { value: path })] };
  }
  const folder = realpathSync(content);
  const place = resolve(folder, path);
  const repository = repositoryAround(folder);
  const isInside = repository !== undefined && place.startsWith(repository + sep);
  if (!isInside || hasLink(place, repository)) {
    const at = tree.placeOf(["units"]);
    return { path: undefined, problems: [problem("units-path", at, { value: path })] };
  }
  const isThere = lstatSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
  return { path, problems: [], ...(isThere ? { found: { path, realPath: place } } : {}) };
}

/** Returns the path of the list of units that a site shares, for those who follow its changes. */
export function sharedUnitsOf(content: string): string | undefined {
  const site = { path: "site.yaml", realPath: join(content, "site.yaml") };
  if (!existsSync(site.realPath)) return undefined;
  return findSharedUnits(content, readText(site).file, false).found?.realPath;
}

/** Returns the folder of the repository that a folder is in; a copy of one has a `.git` too. */
function repositoryAround(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** Returns whether something on the way to a file is a symbolic link, which may lead anywhere. */
function hasLink(place: string, repository: string): boolean {
  for (let at = place; at !== repository; at = dirname(at))
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  return false;
}
