import { lstatSync } from "node:fs";
import { join } from "node:path";
import { characterProblems } from "../../src/content/characters.ts";
import { findSharedUnits } from "../../src/content/shared-units.ts";
import { readText, type SourceFile } from "../../src/content/source-file.ts";
import { type Logo, readLogo } from "../../src/logo.ts";
import {
  type PortalSettings,
  portalFileName,
  readPortalFile,
} from "../../src/portal/portal-file.ts";
import { missingFile, type Place, type Problem, problem } from "../../src/problems/problem.ts";
import type { Unit } from "../../src/unit.ts";
import { readUnits } from "../../src/units.ts";

/** The folder of a portal: what is written there, checked file by file. */
export type PortalFolder = {
  /** Undefined when portal.yaml is missing or wrong. */
  readonly settings: PortalSettings | undefined;
  /** Empty where the portal has no list of its own. */
  readonly units: readonly Unit[];
  readonly logo?: Logo;
  readonly problems: readonly Problem[];
  /** Identifies all of it. */
  readonly read: readonly unknown[];
};

/** Reads the folder of a portal. Throws only when the folder itself cannot be read. */
export async function openPortal(content: string): Promise<PortalFolder> {
  // Throws where there is no folder; a file that is missing in it is a problem of its own.
  lstatSync(content);
  const problems: Problem[] = [];
  const read = (path: string, realPath = join(content, path)): SourceFile | undefined => {
    if (!lstatSync(realPath, { throwIfNoEntry: false })?.isFile()) return undefined;
    const { file, problems: ofFile } = readText({ path, realPath });
    problems.push(...ofFile);
    if (file) for (const found of characterProblems(file)) problems.push(found);
    return file;
  };
  const file = read(portalFileName);
  const settings = readPortalFile(file);
  const own = read("units.yaml");
  const shared = findSharedUnits(content, file, own !== undefined);
  problems.push(...settings.problems, ...shared.problems);
  const units = shared.found ? read(shared.found.path, shared.found.realPath) : own;
  if (units === undefined && shared.path !== undefined && shared.path !== "units.yaml")
    problems.push(missingFile(shared.path));
  const list = units && readUnits(units);
  if (list) problems.push(...list.problems);
  const logo = await logoOf(content, settings.value?.logo, settings.logoPlace);
  problems.push(...logo.problems);
  return {
    settings: settings.value,
    units: list?.value.units ?? [],
    ...(logo.logo ? { logo: logo.logo } : {}),
    problems,
    read: [file?.text, units?.text, logo.logo?.url, logo.logo?.mark],
  };
}

async function logoOf(
  content: string,
  path: string | undefined,
  place: Place | undefined,
): ReturnType<typeof readLogo> {
  if (path === undefined || place === undefined) return { problems: [] };
  const realPath = join(content, path);
  const isThere = lstatSync(realPath, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!/\.(?:svg|png)$/iu.test(path))
    return { problems: [problem("logo-unreadable", place, { value: path })] };
  if (path.includes("..") || !isThere)
    return { problems: [problem("logo-missing", place, { value: path })] };
  return readLogo({ path, realPath }, place);
}
