import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inProject } from "./cache/project.ts";
import { hashOfParts } from "./cache/short-hash.ts";
import { decoded, LayoutFault, placedFault } from "./layout-fault.ts";
import { lazily } from "./work/once.ts";

/*
 * An office may have a folder `layouts/` beside its content: code of its own, which makes pages and
 * replaces views. What is in it is part of the program, so its hash stands beside that of the
 * program; and it may import only from itself and from `ban-tin/layouts`, because nothing else
 * would be in that hash.
 */

/** The folder with the code of an office, and a hash of all that is in it. */
export type OfficeCode = {
  /** Without symbolic links on the way. */
  readonly folder: string;
  readonly hash: string;
};

/** A module directly in the folder, loaded. */
export type OfficeModule = {
  /** The name of the file without its ending. */
  readonly name: string;
  /** As people write it: `layouts/lich-truc.ts`. */
  readonly path: string;
  /** What the module exports by default. */
  readonly value: unknown;
};

const layouts = "layouts";

/**
 * Returns where an office has its code, whether or not there is any; undefined where there can be
 * none: beside a content folder of another name, and beside that of the program's own repository.
 */
export function officeFolder(content: string): string | undefined {
  const whole = resolve(content);
  if (basename(whole) !== "content") return undefined;
  const office = dirname(whole);
  return isOurs(join(office, "package.json")) ? undefined : join(office, layouts);
}

function isOurs(packageFile: string): boolean {
  if (!existsSync(packageFile)) return false;
  try {
    return JSON.parse(readFileSync(packageFile, "utf8")).name === "ban-tin";
  } catch {
    // npm says what is wrong with it.
    return false;
  }
}

/** Returns the path of an office's code for git, which is asked from the content folder. */
export function officeCodeBeside(content: string): string[] {
  return findOfficeCode(content) === undefined ? [] : [`../${layouts}`];
}

/** Finds the code of an office; undefined when it has none. */
export function findOfficeCode(content: string): OfficeCode | undefined {
  const place = officeFolder(content);
  if (!place || !statSync(place, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const folder = realpathSync(place);
  if (folder === realpathSync(inProject(layouts))) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (!files.some(isModule)) return undefined;
  const parts = files.flatMap((file) => [file.slice(folder.length), readFileSync(file)]);
  return { folder, hash: hashOfParts(parts) };
}

function isModule(path: string): boolean {
  return /\.[jt]s$/u.test(path) && !path.endsWith(".d.ts");
}

/**
 * Loads the modules that are directly in the folder, in order of name; those in folders below are
 * for them to import. Throws `LayoutFault` when one cannot be loaded.
 */
export async function loadOfficeModules({ folder, hash }: OfficeCode): Promise<OfficeModule[]> {
  hooks();
  bases.add(baseOf(folder));
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => isModule(name) && !name.startsWith("."),
  );
  const links = new Set(entries.filter((one) => one.isSymbolicLink()).map(({ name }) => name));
  const modules: OfficeModule[] = [];
  for (const file of entries.map(({ name }) => name).sort()) {
    const path = `${layouts}/${file}`;
    // Node would load what the link leads to, which is not in the hash.
    if (links.has(file)) throw new LayoutFault("outside", file, path);
    // With its hash, a module that has changed is another one, in a program that runs on too.
    const url = `${pathToFileURL(join(folder, file)).href}?${hash}`;
    try {
      const { default: value } = await import(url);
      modules.push({ name: file.replace(/\.[jt]s$/u, ""), path, value });
    } catch (error) {
      throw placedFault(error, "broken", path, folder);
    }
  }
  return modules;
}

/** The folders whose modules the hooks look after, as the beginnings of addresses. */
const bases = new Set<string>();

function baseOf(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}

/** What the office's code calls the one module of ours that it may import. */
const ownName = "ban-tin/layouts";

/** Has Node load the code of offices by our rules, and everything else as before. */
const hooks = lazily(() =>
  registerHooks({
    resolve(specifier, context, next) {
      const base = [...bases].find((one) => context.parentURL?.startsWith(one));
      if (base === undefined) return next(specifier, context);
      // The copy that runs, wherever npm has put it: HTML of another copy would be text here.
      if (specifier === ownName)
        return { url: pathToFileURL(inProject("layouts/office.ts")).href, shortCircuit: true };
      const parent = new URL(context.parentURL!);
      const importer = `${layouts}/${decoded(parent.href.slice(base.length)).split("?")[0]}`;
      if (!specifier.startsWith(".")) throw new LayoutFault("outside", specifier, importer);
      const { url, ...found } = next(specifier, context);
      if (!url.startsWith(base)) throw new LayoutFault("outside", specifier, importer);
      return { ...found, url: `${url}${parent.search}` };
    },
    load(url, context, next) {
      const path = url.split("?")[0]!;
      if (![...bases].some((base) => url.startsWith(base)) || !path.endsWith(".js"))
        return next(url, context);
      // Read as TypeScript, a mistake in JavaScript has a line too; it is always a module.
      const source = readFileSync(fileURLToPath(path), "utf8");
      return { format: "module-typescript", source, shortCircuit: true };
    },
  }),
);
