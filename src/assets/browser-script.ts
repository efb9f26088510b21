import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isPackage } from "../cache/project.ts";

/** A file of a script for browsers, and what it holds. */
export type ScriptFile = { readonly name: string; readonly text: string };

/**
 * Bundles a script for browsers with all that it imports, and minifies it. Its syntax is that of
 * ES2020, which old phones know. In the package that has been done.
 */
export async function browserScript(path: string): Promise<string> {
  const [script] = await browserScripts(path);
  return script!.text;
}

/**
 * Bundles a script like `browserScript`, and each module that it imports only when it is needed as
 * a file beside it.
 *
 * @param name of the files, without their hashes
 * @returns the script itself first
 */
export async function browserScripts(
  path: string,
  name = "[name]",
): Promise<readonly ScriptFile[]> {
  if (isPackage) return JSON.parse(await readFile(bundleFile(path), "utf8"));
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: resolve(path),
    transform: { target: "es2020" },
    // What the modules share is in the script itself, not in one more file to wait for.
    preserveEntrySignatures: false,
    logLevel: "silent",
  });
  try {
    const { output } = await bundle.generate({
      format: "esm",
      minify: true,
      hashCharacters: "hex",
      entryFileNames: `${name}.[hash:8].js`,
      chunkFileNames: `${name}-[name].[hash:8].js`,
    });
    return output.flatMap((file) =>
      file.type === "chunk" ? [{ name: file.fileName, text: file.code }] : [],
    );
  } finally {
    await bundle.close();
  }
}

/** Returns where the package has the files of a script, by the path of its first module. */
export function bundleFile(path: string): string {
  return path.replace(/\.[jt]s$/u, ".json");
}
