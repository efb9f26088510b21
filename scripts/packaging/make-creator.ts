import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inProject } from "../../src/cache/project.ts";

const name = "create-ban-tin";

/**
 * Makes the folder of the package that `npm create ban-tin` runs: one file, which depends on the
 * program of the same version.
 */
export async function makeCreator(target: string): Promise<void> {
  const own = JSON.parse(await readFile(inProject("package.json"), "utf8"));
  const facts = {
    name,
    version: own.version,
    description: "Starts a site with ban-tin: npm create ban-tin DIR",
    license: own.license,
    private: own.private,
    type: "module",
    bin: { [name]: "index.js" },
    engines: own.engines,
    dependencies: { "ban-tin": own.version },
  };
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "package.json"), `${JSON.stringify(facts, undefined, 2)}\n`);
  await cp(join(import.meta.dirname, `${name}.js`), join(target, "index.js"));
  await cp(inProject("LICENSE"), join(target, "LICENSE"));
}
