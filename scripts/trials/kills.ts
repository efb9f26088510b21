import { join } from "node:path";
import { Random } from "../../src/work/random.ts";
import {
  expectPublished,
  faultsIn,
  leftIn,
  mixedByCopying,
  newTrialOffice,
  publishOnce,
} from "./publishing-office.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/**
 * Kills a build and publish at one of its steps, again and again into the same target. Whatever the
 * killed ones have left, readers must get one whole release, and a publish at the end must succeed
 * and leave nothing behind.
 */
export const trial: Trial = {
  what: "A build and publish killed at any step: `current` is one whole release",
  usual: 300,
  run: (wish) => attempts(wish),
  control: ({ count, seed }) => mixedByCopying(Math.min(count, 10), new Random(seed)),
};

async function attempts({ count, seed }: TrialWish): Promise<Tally> {
  using office = newTrialOffice();
  const random = new Random(seed);
  const { folder, target } = office;
  await expectPublished(office);
  office.rename("đo");
  const { stderr } = await expectPublished(office, `kill ${Number.MAX_SAFE_INTEGER} ${folder}`);
  const steps = Number(/fault-at: (\d+) steps/u.exec(stderr)?.[1]);
  const failed: string[] = [];
  let moves = 0;
  let tried = 0;
  for (let number = 0; tried < count; number += 1) {
    office.rename(String(number));
    const at = random.whole(1, steps);
    const { signal, stderr: said } = await publishOnce(office, `kill ${at} ${folder}`);
    // What earlier ones have finished need not be done again, so the step may not come.
    if (signal !== "SIGKILL") continue;
    tried += 1;
    const step = /fault-at: (.*)/u.exec(said)?.[1] ?? "";
    if (isMove(step, office.output, target)) moves += 1;
    const faults = faultsIn(join(target, "current"));
    if (faults.length > 0) failed.push(`seed ${seed}, attempt ${number}, ${step}: ${faults}`);
  }
  await expectPublished(office);
  const left = leftIn(target);
  if (left.length > 0) failed.push(`left behind: ${left}`);
  return { tried, failed, figures: { "inside the moves": moves, "steps of one publish": steps } };
}

/** Returns true for a step that changes the output or the target, and not only the cache. */
function isMove(step: string, output: string, target: string): boolean {
  return step.includes(`→ ${output}/`) || step.includes(target);
}
