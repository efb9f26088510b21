import type { YamlPath } from "../problems/problem.ts";

/** A value as YAML writes it, before we know what it means: every scalar is still text. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Returns what was written at a path; a single item may be written in place of a list of one. */
export function valueAt(root: YamlValue | undefined, path: YamlPath): YamlValue | undefined {
  let value = root;
  for (const step of path) {
    if (step === 0 && !Array.isArray(value)) continue;
    if (typeof value !== "object") return undefined;
    value = (value as Record<string | number, YamlValue>)[step];
  }
  return value;
}
