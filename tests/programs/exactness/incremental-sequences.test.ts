import fc from "fast-check";
import { expect, it } from "vitest";
import { patience } from "../../patience.ts";
import { firstFault, type Step, stepNames } from "./exactness.ts";

/** How many sequences are tried, and the seed of chance. A machine with time can try more. */
const sequences = Number(process.env.SEQUENCES ?? 5);
const seed = Number(process.env.SEED ?? 20_261_123);

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...stepNames),
  seed: fc.nat(9_999),
});

it("a build after any edits leaves what a build from nothing leaves", {
  timeout: sequences * 2 * patience,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(999),
      fc.array(step, { minLength: 3, maxLength: 8 }),
      async (office, steps) => {
        expect(await firstFault(office, steps)).toBeUndefined();
      },
    ),
    { numRuns: sequences, seed, endOnFailure: false },
  );
});
