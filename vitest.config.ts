import { defineConfig } from "vitest/config";

/** Tests that look at the finished site; they share one build of the real content. */
const onBuiltSite = [
  "base-path",
  "browser",
  "data-files",
  "feeds",
  "html",
  "lighthouse",
  "links",
  "sharing",
  "unpublished",
  "weight",
].map((name) => `tests/${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "code",
          include: ["tests/**/*.test.ts"],
          exclude: onBuiltSite,
          // Many start whole programs, and a machine may be busy; a time is no test here.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "site",
          include: onBuiltSite,
          globalSetup: "tests/built-site.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
