import { createHash, type Hash, hash } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";

/** The SHA-256 of every file of a release, by path; in order of path, compared by bytes. */
export type Manifest = ReadonlyMap<string, string>;

/** The file of a release that lists all others, as `sha256sum` writes and checks it. */
export const manifestFile = "manifest.txt";

/** Hashes every file below a folder. Throws for a name that a manifest cannot hold. */
export function manifestOf(folder: string): Manifest {
  return inOrder(filesBelow(folder).files.map((path) => [path, sha256Of(join(folder, path))]));
}

/** Returns a manifest with its paths in order. */
export function inOrder(entries: Iterable<readonly [string, string]>): Manifest {
  const bytes = ([path]: readonly [string, string]) => Buffer.from(path);
  return new Map([...entries].sort((a, b) => Buffer.compare(bytes(a), bytes(b))));
}

/**
 * What no name in a manifest has: sha256sum would write it in another way, and a terminal that is
 * shown the manifest of a stranger would obey it.
 */
const unlistable = /[\\\p{Cc}\p{Cf}\u2028\u2029]/u;

export function manifestText(manifest: Manifest): string {
  let text = "";
  for (const [path, sum] of manifest) {
    if (unlistable.test(path)) throw new Error(`A manifest cannot name ${JSON.stringify(path)}.`);
    text += `${sum}  ${path}\n`;
  }
  return text;
}

/** Reads a manifest; undefined when the text is none, or leads out of its folder. */
export function readManifest(text: string): Manifest | undefined {
  const manifest = new Map<string, string>();
  for (const line of text.split("\n").slice(0, -1)) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    if (sum === undefined || path === undefined || unlistable.test(path)) return undefined;
    if (/^\/|(?:^|\/)\.\.?(?:\/|$)/u.test(path)) return undefined;
    manifest.set(path, sum);
  }
  return text.endsWith("\n") ? manifest : undefined;
}

/**
 * Compares a folder with the manifest that it should have. Returns the paths that differ in either
 * direction, the manifest itself included.
 */
export function differencesIn(folder: string, text: string): string[] {
  return differences(folder, new Map(readManifest(text)).set(manifestFile, sha256OfText(text)));
}

/** Compares a folder with what should be in it. Returns the paths that differ, in order. */
export function differences(folder: string, wanted: Manifest): string[] {
  const { files, strange } = filesBelow(folder);
  const different = new Set([...strange, ...new Set(wanted.keys()).difference(new Set(files))]);
  for (const path of files)
    if (sha256Of(join(folder, path)) !== wanted.get(path)) different.add(path);
  return [...different].sort();
}

/** Returns the paths that differ between two manifests. */
export function changesBetween(from: Manifest, to: Manifest): string[] {
  const paths = new Set([...from.keys(), ...to.keys()]);
  return [...paths].filter((path) => from.get(path) !== to.get(path)).sort();
}

export function sha256OfText(text: string): string {
  return hash("sha256", text);
}

const buffer = Buffer.allocUnsafe(1_048_576);

/**
 * Returns the SHA-256 of a file. It is read bit by bit, because a file of open data may be large;
 * and in one go, because a site has hundreds of thousands of small files, and waiting for each
 * takes five times as long as hashing it.
 */
function sha256Of(path: string): string {
  const file = openSync(path, "r");
  try {
    const hashing: Hash = createHash("sha256");
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer))
      hashing.update(buffer.subarray(0, length));
    return hashing.digest("hex");
  } finally {
    closeSync(file);
  }
}

/** Lists the files below a folder, and apart from them what is neither a file nor a folder. */
function filesBelow(folder: string): {
  readonly files: readonly string[];
  readonly strange: readonly string[];
} {
  const files: string[] = [];
  const strange: string[] = [];
  const list = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) list(path);
      else (entry.isFile() ? files : strange).push(path);
    }
  };
  list("");
  return { files, strange };
}
