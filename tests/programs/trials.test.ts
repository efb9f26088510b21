import { describe, expect, it } from "vitest";
import { trials } from "../../scripts/trial.ts";
import { exampleContent } from "../example-content.ts";

/** How many attempts of each trial the tests make; docs/reliability.md has the figures of many. */
const counts: Readonly<Record<string, number>> = {
  disk: 1,
  fuzz: 200,
  kills: 2,
  pairs: 1,
  preview: 200,
  runaway: 3,
  sandbox: 3,
  surroundings: 1,
  swaps: 2_000,
  text: 2_000,
  xss: 60,
};

describe("trials", () => {
  it("has a number of attempts for each trial", () => {
    expect(Object.keys(counts).toSorted()).toEqual(Object.keys(trials).toSorted());
  });

  it.for(Object.entries(counts))("%s", async ([name, count]) => {
    const { trial } = await trials[name]!();
    const wish = { count, seed: 1, ...(name === "fuzz" && { from: exampleContent }) };
    expect((await trial.run(wish)).failed).toEqual([]);
    // Without its guard something must fail, otherwise the trial proves nothing.
    expect((await trial.control(wish)).failed).not.toEqual([]);
  });
});
