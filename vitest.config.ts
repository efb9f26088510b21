import { defineConfig } from "vitest/config";
import { interval, patience } from "./tests/patience.ts";

/*
 * The folder of a test says what the test needs. The projects differ in nothing else:
 *
 *   values     neither a process nor a browser nor a built site; all of it takes seconds
 *   programs   starts programs, builds whole sites, makes pictures
 *   browser    needs Chromium
 *
 *   npx vitest run problems            the files whose path has this in it
 *   npx vitest run -t "a birthday"     the tests whose name has this in it
 *   npx vitest run --project browser   one project
 *   npm run test:fast                  the values, and npm run test:watch at each save
 *   npm run test:update                writes tests/expected/ anew; git diff shows what that means
 *
 * No test depends on time: limits are for what never happens, and `npm run bench` measures scores
 * and seconds.
 */

/** A test may wait for several things, and for each of them as long as `patience`. */
const limitMs = 2 * patience;

const common = {
  testTimeout: limitMs,
  hookTimeout: limitMs,
  expect: { poll: { timeout: patience, interval } },
};

export default defineConfig({
  test: {
    // Most tests wait for other processes, so there may be as many workers as there are cores.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "values",
          include: ["tests/values/**/*.test.ts"],
          // Values share no state, and loading the modules only once saves a third of the time.
          isolate: false,
          ...common,
        },
      },
      {
        test: {
          name: "programs",
          // Each of these tests keeps a core busy.
          maxConcurrency: 2,
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
