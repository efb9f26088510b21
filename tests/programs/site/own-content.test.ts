import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../content.ts";
import { run } from "../../running.ts";

/** Whatever an office has put into content/ in place of the articles that come with the program. */
it.each(["check", "build"])("%s has no error to tell of content/", async (command) => {
  const output = command === "build" ? ["--output", join(temporaryFolder(), "_site")] : [];
  const { status, stderr } = await run(command, ["--cache", ".cache", ...output]);
  expect(status, stderr).toBe(0);
});
