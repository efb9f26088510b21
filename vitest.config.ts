import { defineConfig } from "vitest/config";

/** Tests that look at the built site; they share one build of the real content. */
const onBuiltSite = [
  "tests/browser.test.ts",
  "tests/html.test.ts",
  "tests/links.test.ts",
  "tests/unpublished.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "code",
          include: ["tests/**/*.test.ts"],
          exclude: onBuiltSite,
          testTimeout: 30_000,
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
