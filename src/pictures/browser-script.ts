import { resolve } from "node:path";

/** A script for browsers with all that it imports, made small. Old phones get the syntax that they know. */
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
