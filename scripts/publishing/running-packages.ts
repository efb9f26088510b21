import { readFile } from "node:fs/promises";
import { inProject } from "../../src/cache/project.ts";

/* The packages that the program is made of, those included that `npm pack` makes part of ours. */

export type PackageFile = {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  /** Names of those among `devDependencies` that become part of our own package. */
  readonly "ban-tin": { readonly bundled: readonly string[] };
};
type Locked = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dev?: boolean;
  readonly version?: string;
};
type Lock = { readonly packages: Readonly<Record<string, Locked>> };

/**
 * Returns package.json and the lockfile as they would be if the packages that become part of ours
 * were installed beside it: npm knows no such kind of package.
 */
export async function runningPackages(): Promise<{
  readonly main: PackageFile;
  readonly lock: Lock;
}> {
  const read = async (name: string) => JSON.parse(await readFile(inProject(name), "utf8"));
  const own: PackageFile = await read("package.json");
  const lock: Lock = await read("package-lock.json");
  const bundled = own["ban-tin"].bundled.map((name) => [name, own.devDependencies[name]!] as const);
  const main: PackageFile = {
    ...own,
    dependencies: { ...own.dependencies, ...Object.fromEntries(bundled) },
    devDependencies: {},
  };
  const packages: Record<string, Locked> = { "": main };
  const waiting = [""];
  for (let user = waiting.pop(); user !== undefined; user = waiting.pop()) {
    const { dependencies, optionalDependencies } = packages[user]!;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = placeOf(name, user, lock);
      if (place === undefined || place in packages) continue;
      const { dev: _, ...found } = lock.packages[place]!;
      packages[place] = found;
      waiting.push(place);
    }
  }
  return { main, lock: { ...lock, packages } };
}

/** Returns where in a lockfile a package finds another one. */
function placeOf(name: string, user: string, { packages }: Lock): string | undefined {
  for (let folder = user; ; ) {
    const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === "") return undefined;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1));
  }
}
