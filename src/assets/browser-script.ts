import { resolve } from "node:path";

/**
 * Bundles a script for browsers with all that it imports, and minifies it. Its syntax is that of
 * ES2020, which old phones know.
 */
export async function browserScript(path: string): Promise<string> {
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
