import { defineConfig } from "vitest/config";

/** Timeouts in ms: whole sites and programs take long on a busy machine; speed is not tested. */
const patient = { testTimeout: 600_000, hookTimeout: 600_000 };

/** The folder of a test says what it needs; the projects differ in nothing else. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "values", include: ["tests/values/**/*.test.ts"] } },
      {
        test: {
          name: "programs",
          include: ["tests/programs/**/*.test.ts"],
          globalSetup: "tests/built-site.ts",
          ...patient,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/built-site.ts",
          ...patient,
        },
      },
    ],
  },
});
