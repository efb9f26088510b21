import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { lazily } from "../work/once.ts";
import { inProject, isPackage, projectFolder } from "./project.ts";

/*
 * Which version of every other package the program runs with. In the sources the lockfile says so.
 * In an office the office's own lockfile decides, which each package manager keeps in its own way;
 * so there the packages themselves are asked.
 */

/** Returns a text that is another one when any package has another version. */
export function packagesText(): string {
  if (!isPackage) return readFileSync(lockfile, "utf8");
  return installed().lines.join("\n");
}

/** Returns the version of a package that our code imports; undefined when there is none. */
export function packageVersion(name: string): string | undefined {
  if (isPackage) return installed().versions.get(name);
  const lock: Lock = JSON.parse(readFileSync(lockfile, "utf8"));
  return lock.packages[`node_modules/${name}`]?.version;
}

const lockfile = inProject("package-lock.json");

type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };

type Installed = {
  /** Of the packages that our code imports. */
  readonly versions: ReadonlyMap<string, string>;
  /** Name and version of every package, sorted; folders differ from machine to machine. */
  readonly lines: readonly string[];
};

const installed = lazily((): Installed => {
  const own = readPackage(projectFolder);
  const lines = new Set([`${own.name} ${own.version}`]);
  const versions = new Map(Object.entries(own.bundled ?? {}));
  const seen = new Set<string>();
  const waiting = dependenciesOf(own).map((name) => ({ name, user: projectFolder }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = folderOf(next.name, next.user);
    // Some packages are for other systems only.
    if (folder === undefined) continue;
    const found = readPackage(folder);
    if (next.user === projectFolder) versions.set(next.name, found.version);
    if (seen.has(folder)) continue;
    seen.add(folder);
    lines.add(`${found.name} ${found.version}`);
    for (const name of dependenciesOf(found)) waiting.push({ name, user: folder });
  }
  return { versions, lines: [...lines].sort() };
});

/** Returns the real folder of a package as Node finds it for another one. */
function folderOf(name: string, user: string): string | undefined {
  for (let folder = user; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(join(place, "package.json"))) return realpathSync(place);
    if (folder === dirname(folder)) return undefined;
  }
}

type PackageFile = {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  /** Of our own package: versions of those that are bundled in it. */
  readonly bundled?: Readonly<Record<string, string>>;
};

function readPackage(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function dependenciesOf({ dependencies, optionalDependencies }: PackageFile): string[] {
  return Object.keys({ ...dependencies, ...optionalDependencies });
}
