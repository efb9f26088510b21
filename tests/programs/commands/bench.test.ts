import { expect, it } from "vitest";
import { run } from "../../running.ts";

it("explains itself", async () => {
  const help = { status: 0, stdout: expect.stringContaining("Usage") };
  expect(await run("bench", ["--help"])).toMatchObject(help);
  expect(await run("bench", ["--sizes", "some"])).toMatchObject({ status: 2 });
  expect(await run("bench", ["--no-such-option"])).toMatchObject({ status: 2 });
});
