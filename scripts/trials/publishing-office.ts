import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inProject } from "../../src/cache/project.ts";
import type { Random } from "../../src/work/random.ts";
import { differencesIn, manifestFile, readManifest } from "../publishing/manifest.ts";
import { isReleaseId } from "../publishing/release.ts";
import { releasesFolder } from "../publishing/target.ts";
import type { Tally } from "./trial.ts";

/** A small site that the trials publish over and over. */
export type TrialOffice = {
  /** Holds everything else. */
  readonly folder: string;
  readonly target: string;
  readonly output: string;
  /** Changes every page: the name of the site is on each. */
  readonly rename: (name: string) => void;
  /** The command line of a publish, for Node. */
  readonly args: readonly string[];
  readonly [Symbol.dispose]: () => void;
};

/** Nobody listens there, so nothing is compared through it. */
export const nowhere = "http://127.0.0.1:9";

export function newTrialOffice(
  folder = mkdtempSync(join(tmpdir(), "ban-tin-")),
  target = join(folder, "target"),
): TrialOffice {
  const content = join(folder, "content");
  const output = join(folder, "_site");
  const rename = (name: string) =>
    writeFileSync(
      join(content, "site.yaml"),
      `name: Bản tin ${name}\ndescription: Trang thử\nurl: ${nowhere}\nowner: Cơ quan thử\nresponsible: Người thử\n`,
    );
  mkdirSync(content, { recursive: true });
  rename("thử");
  writeFileSync(join(content, "units.yaml"), "- id: thu\n  name: Chi bộ Thử\n  kind: chi bộ\n");
  writeFileSync(
    join(content, "a.md"),
    "---\ntitle: Bài thử\ndate: 2024-03-05\nauthor: Người Thử\nunit: thu\n---\n\nNội dung.\n",
  );
  const places = ["--content", content, "--output", output, "--cache", join(folder, "cache")];
  const args = [inProject("scripts/publish.ts"), ...places, "--to", target, "--now", "2024-06-30"];
  return {
    folder,
    target,
    output,
    rename,
    args,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type PublishRan = Pick<SpawnSyncReturns<string>, "status" | "signal" | "stderr">;

/** Publishes in a process of its own; `fault` is as `fault-at.ts` takes it. */
export async function publishOnce({ args }: TrialOffice, fault?: string): Promise<PublishRan> {
  const preload = ["--import", pathToFileURL(inProject("scripts/trials/fault-at.ts")).href];
  const env = { ...process.env, FAULT_AT: fault ?? "" };
  const child = spawn(process.execPath, [...(fault === undefined ? [] : preload), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env,
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const [status, signal] = await once(child, "close");
  return { status, signal, stderr };
}

/** Publishes, and throws when that does not succeed. */
export async function expectPublished(office: TrialOffice, fault?: string): Promise<PublishRan> {
  const ran = await publishOnce(office, fault);
  if (ran.status !== 0) throw new Error(`Nothing was published: ${ran.stderr}`);
  return ran;
}

/** Returns what differs between a folder that is served and its own manifest. */
export function faultsIn(served: string): readonly string[] {
  try {
    return differencesIn(served, readFileSync(join(served, manifestFile), "utf8"));
  } catch (error) {
    return [String(error)];
  }
}

/** Returns what lies in a target besides its releases and the links. */
export function leftIn(target: string): readonly string[] {
  const scraps = readdirSync(target).filter(
    (name) => !["current", "previous", releasesFolder].includes(name),
  );
  const others = readdirSync(join(target, releasesFolder)).filter((name) => !isReleaseId(name));
  return [...scraps, ...others];
}

/** Runs a program of the machine, and returns whether it did what it was asked. */
export function succeeds(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/**
 * Publishes as one would without releases: copies a site into the folder that is served, and stops
 * somewhere. The attempts that fail are those after which that folder is no whole site.
 */
export async function mixedByCopying(count: number, random: Random): Promise<Tally> {
  using office = newTrialOffice();
  const served = join(office.folder, "served");
  const next = join(office.target, "current");
  await expectPublished(office);
  cpSync(`${next}/`, served, { recursive: true });
  const failed: string[] = [];
  for (let number = 0; number < count; number += 1) {
    office.rename(String(number));
    await expectPublished(office);
    const manifest = readManifest(readFileSync(join(next, manifestFile), "utf8"))!;
    const paths = [...manifest.keys(), manifestFile];
    for (const path of paths.slice(0, random.whole(1, paths.length - 1))) {
      mkdirSync(dirname(join(served, path)), { recursive: true });
      copyFileSync(join(next, path), join(served, path));
    }
    if (faultsIn(served).length > 0) failed.push(`attempt ${number}`);
  }
  return { tried: count, failed };
}
