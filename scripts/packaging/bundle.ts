import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Plugin, rolldown } from "rolldown";
import { inProject } from "../../src/cache/project.ts";

/**
 * Bundles another package with all that it imports into files below a folder, and returns the path
 * of the first, from that folder.
 *
 * @param name what is imported: the package, or a module of it
 */
export async function bundlePackage(name: string, folder: string): Promise<string> {
  const [, owner = ""] = /^((?:@[^/]+\/)?[^/]+)/u.exec(name) ?? [];
  // Eleventy looks for its package.json three folders above its modules.
  const inside = `${owner}/lib/bundle`;
  const bundle = await rolldown({
    input: entry,
    cwd: inProject(""),
    platform: "node",
    // Modules in CommonJS have these, and those that they are bundled into have not.
    transform: {
      define: { __dirname: "import.meta.dirname", __filename: "import.meta.filename" },
    },
    logLevel: "silent",
    plugins: [await exportsOf(name), withoutServer],
  });
  try {
    const { output } = await bundle.generate({
      format: "esm",
      minify: true,
      entryFileNames: "index.mjs",
      chunkFileNames: "[name]-[hash].mjs",
    });
    await mkdir(join(folder, inside), { recursive: true });
    for (const part of output)
      await writeFile(
        join(folder, inside, part.fileName),
        part.type === "chunk" ? part.code : part.source,
      );
  } finally {
    await bundle.close();
  }
  const whole = JSON.parse(await readFile(inProject(`node_modules/${owner}/package.json`), "utf8"));
  const { version, license, homepage, engines } = whole;
  const facts = { name: owner, version, license, homepage, engines };
  await writeFile(join(folder, owner, "package.json"), `${JSON.stringify(facts, undefined, 2)}\n`);
  return `${inside}/index.mjs`;
}

const entry = "\0exports.mjs";

/**
 * Begins a bundle with a module that exports what Node finds in a package: of one in CommonJS the
 * bundle alone would export nothing by its name.
 */
async function exportsOf(name: string): Promise<Plugin> {
  const exports: object = await import(name);
  const names = Object.keys(exports).filter((one) =>
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(one),
  );
  return {
    name: "exports",
    resolveId: (id) => (id === entry ? id : undefined),
    load: (id) =>
      id === entry ? `export { ${names.join(", ")} } from ${JSON.stringify(name)};` : undefined,
  };
}

/** Leaves Eleventy's own server out: the preview has another one, and this one is never started. */
const withoutServer: Plugin = {
  name: "without-server",
  resolveId: (id) => (id === "@11ty/eleventy-dev-server" ? "\0no-server" : undefined),
  load: (id) => (id === "\0no-server" ? "export default undefined;" : undefined),
};
