import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isPackage } from "../cache/project.ts";

/**
 * Bundles a script for browsers with all that it imports, and minifies it. Its syntax is that of
 * ES2020, which old phones know. In the package that has been done.
 */
export async function browserScript(path: string): Promise<string> {
  if (isPackage) return readFile(path, "utf8");
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: resolve(path),
    transform: { target: "es2020" },
    logLevel: "silent",
  });
  try {
    const { output } = await bundle.generate({ format: "esm", minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
