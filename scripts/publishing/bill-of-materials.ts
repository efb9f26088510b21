import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { inProject, isPackage } from "../../src/cache/project.ts";
import { lazily } from "../../src/work/once.ts";
import { runningPackages } from "./running-packages.ts";

/** The packages that the program is made of, in CycloneDX; a file of every release. */
export const billFile = "sbom.json";

/** What we keep of a bill. npm adds the moment, a random number and its own version. */
const component = z.object({
  "bom-ref": z.string(),
  type: z.string(),
  name: z.string(),
  version: z.string(),
  scope: z.string().optional(),
  purl: z.string().optional(),
  hashes: z.array(z.object({ alg: z.string(), content: z.string() })).optional(),
  licenses: z.array(z.unknown()).optional(),
});
const bill = z.object({
  $schema: z.string().optional(),
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string(),
  version: z.int(),
  metadata: z.object({ component }),
  components: z.array(component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});

/**
 * Lists the packages of the lockfile, without those for work on the program. The same lockfile
 * makes the same bytes. Returns undefined where npm is missing or cannot do it (before npm 10).
 */
export const billOfMaterials: () => Promise<string | undefined> = lazily(makeBill);

async function makeBill(): Promise<string | undefined> {
  if (isPackage) return readFile(inProject(billFile), "utf8");
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-sbom-"));
  try {
    const { main, lock } = await runningPackages();
    await writeFile(join(folder, "package.json"), JSON.stringify(main));
    await writeFile(join(folder, "package-lock.json"), JSON.stringify(lock));
    const args = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"];
    const { stdout } = await promisify(execFile)("npm", args, {
      cwd: folder,
      maxBuffer: 2 ** 28,
      // On Windows npm is a script of the shell; nothing in these arguments means anything to it.
      shell: process.platform === "win32",
      env: { ...process.env, npm_config_offline: "true", npm_config_loglevel: "error" },
    });
    const { components, dependencies, metadata, ...head } = bill.parse(JSON.parse(stdout));
    const byKey = <Item>(items: readonly Item[], key: (item: Item) => string) =>
      items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    const normal = {
      ...head,
      // npm calls it after the folder that it is in.
      metadata: { component: { ...metadata.component, name: nameOf(metadata.component.purl) } },
      components: byKey(components, (one) => one["bom-ref"]),
      dependencies: byKey(dependencies, ({ ref }) => ref).map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: dependsOn.toSorted(),
      })),
    };
    return `${JSON.stringify(normal, undefined, 2)}\n`;
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns the name of a package from its address: `pkg:npm/ban-tin@0.1.0`. */
function nameOf(purl = ""): string {
  return decodeURIComponent(/^pkg:npm\/(.+)@/u.exec(purl)?.[1] ?? "");
}
