import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayAt } from "../../src/day.ts";
import { openLocalTarget } from "../publishing/local-target.ts";
import { publishRelease } from "../publishing/publish-release.ts";
import { makeReleaseFiles } from "../publishing/release-files.ts";
import { faultsIn, leftIn, newTrialOffice, nowhere, publishOnce } from "./publishing-office.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/**
 * Lets two programs publish different sites to one target at the same time. Each must either
 * publish or say that the other one does, and leave a whole release and nothing else.
 */
export const trial: Trial = {
  what: "Two publishes at the same time: one wins, or both in turn",
  usual: 100,
  run,
  control,
};

async function run({ count }: TrialWish): Promise<Tally> {
  using first = newTrialOffice();
  using second = newTrialOffice(undefined, first.target);
  const offices = [first, second];
  // At once, and one of them is enough, as long as the caches of both are as warm afterwards.
  const begun = await Promise.all(offices.map((office) => publishOnce(office)));
  if (begun.every(({ status }) => status !== 0)) throw new Error(begun[0]!.stderr);
  const failed: string[] = [];
  let refused = 0;
  for (let number = 0; number < count; number += 1) {
    for (const [at, office] of offices.entries()) office.rename(`${number} ${at}`);
    const both = await Promise.all(offices.map((office) => publishOnce(office)));
    const isTold = (stderr: string) => stderr.startsWith("Một lệnh publish khác đang đăng vào");
    const wrong = both.filter(({ status, stderr }) => status !== 0 && !isTold(stderr));
    refused += both.filter(({ status }) => status !== 0).length;
    const faults = [
      ...wrong.map(({ status, signal, stderr }) => `${status ?? signal}: ${stderr}`),
      ...(both.every(({ status }) => status !== 0) ? ["nobody has published"] : []),
      ...faultsIn(join(first.target, "current")),
      ...leftIn(first.target),
    ];
    if (faults.length > 0) failed.push(`pair ${number}: ${faults.join("; ")}`);
  }
  return { tried: count, failed, figures: { refused } };
}

/** The most pairs of the control. Three of four fail, so a small one ends sooner. */
const mostUnlocked = 20;

/** Publishes two small sites at once, without the lock. */
async function control({ count }: TrialWish): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  const failed: string[] = [];
  let number = 0;
  try {
    for (; number < mostUnlocked && (number < count || failed.length === 0); number += 1) {
      const target = join(folder, `target-${number}`);
      mkdirSync(target);
      const both = await Promise.allSettled(
        ["a", "b"].map((name) => publishUnlocked(join(folder, `${number}-${name}`), target)),
      );
      const faults = both.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
      if (faults.length > 0) failed.push(`pair ${number}: ${faults.join("; ")}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { tried: number, failed };
}

async function publishUnlocked(site: string, written: string): Promise<void> {
  mkdirSync(site);
  writeFileSync(join(site, "index.html"), site);
  const program = { name: "ban-tin", version: "0", code: "", node: process.version };
  await using files = await makeReleaseFiles(site, { program, today: dayAt("2024-06-30")! });
  await using target = await openLocalTarget(written, async () => async () => {});
  const ready = { ...files, origin: nowhere, isAncestor: async () => undefined, warn: () => {} };
  await publishRelease(ready, target, written);
}
