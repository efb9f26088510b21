import { defineConfig } from "vitest/config";
import { interval, patience } from "./tests/patience.ts";

/*
 * The folder of a test says what it needs, and that is all that tells the projects apart:
 *
 *   values     neither a process nor a browser; all of it takes seconds
 *   programs   starts programs, or builds whole sites
 *   browser    needs Chromium
 *
 * No test depends on time: limits are for what never happens, and scores and seconds are measured by
 * `npm run bench`.
 */

/** A test may wait for several things, each of them as long as patience lasts. */
const limit = 2 * patience;

const common = {
  testTimeout: limit,
  hookTimeout: limit,
  expect: { poll: { timeout: patience, interval } },
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: "values", include: ["tests/values/**/*.test.ts"], ...common } },
      {
        test: {
          name: "programs",
          include: ["tests/programs/**/*.test.ts"],
          globalSetup: "tests/built-site.ts",
          ...common,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/built-site.ts",
          ...common,
        },
      },
    ],
  },
});
