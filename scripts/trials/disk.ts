import { readlinkSync, statfsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Random } from "../../src/work/random.ts";
import {
  expectPublished,
  faultsIn,
  mixedByCopying,
  newTrialOffice,
  publishOnce,
  succeeds,
  type TrialOffice,
} from "./publishing-office.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/**
 * Publishes onto a disk that has become full, with more and more room left. The live release must
 * stay, and the message must say what is the matter.
 */
export const trial: Trial = {
  what: "A publish onto a full disk, of many sizes: the live release stays, and a message says why",
  usual: 50,
  run,
  control: ({ count, seed }) => mixedByCopying(Math.min(count, 5), new Random(seed)),
};

/** A disk on which little can be written from now on. */
type Disk = {
  readonly kind: "tmpfs" | "injected";
  readonly folder: string;
  /** Leaves a share of the room that a publish takes; returns the fault for `fault-at.ts`. */
  readonly fill: (share: number) => string | undefined;
  readonly empty: () => void;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

async function run({ count }: TrialWish): Promise<Tally> {
  await using disk = await newDisk();
  using office = newTrialOffice(join(disk.folder, "office"));
  await expectPublished(office);
  const failed: string[] = [];
  let full = 0;
  for (let number = 0; number < count; number += 1) {
    const live = readlinkSync(join(office.target, "current"));
    office.rename(String(number));
    const { status, stderr } = await publishOnce(office, disk.fill((number + 0.5) / count));
    const wrong =
      status === 0 ? faultsIn(join(office.target, "current")) : faultsOf(office, live, stderr);
    if (status !== 0) full += 1;
    if (wrong.length > 0) failed.push(`size ${number} of ${count}: ${wrong.join("; ")}`);
    disk.empty();
    await expectPublished(office);
  }
  if (full === 0) failed.push("the disk never became full");
  return { tried: count, failed, figures: { "became full": full, disk: disk.kind } };
}

function faultsOf({ target }: TrialOffice, live: string, stderr: string): string[] {
  return [
    ...faultsIn(join(target, "current")),
    ...(readlinkSync(join(target, "current")) === live ? [] : ["another release is live"]),
    ...(/^Ổ đĩa đã đầy\. Trang đang có vẫn được giữ nguyên\.$/mu.test(stderr) ? [] : [stderr]),
  ];
}

/** What a publish writes, of the site of the trials. Below it a disk is too small, above it not. */
const needed = { bytes: 450_000, steps: 250 };

/** Makes a disk in memory where this user may mount one; elsewhere, one that says it is full. */
async function newDisk(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-"));
  const isMounted = succeeds("mount", "-t", "tmpfs", "-o", "size=1g", "none", folder);
  const resize = (bytes: number) =>
    succeeds("mount", "-o", `remount,size=${Math.ceil(bytes / 4096) * 4096}`, folder);
  return {
    kind: isMounted ? "tmpfs" : "injected",
    folder,
    fill(share) {
      if (!isMounted) return `full ${1 + Math.floor(needed.steps * share)} ${folder}`;
      const { blocks, bfree, bsize } = statfsSync(folder);
      resize((blocks - bfree) * bsize + needed.bytes * share);
      return undefined;
    },
    empty: () => void (isMounted && resize(2 ** 30)),
    async [Symbol.asyncDispose]() {
      if (isMounted) succeeds("umount", folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
