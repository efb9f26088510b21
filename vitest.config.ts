import { defineConfig } from "vitest/config";

/** Tests of a whole site or a whole program take long on a busy machine; no time is a test here. */
const patient = { testTimeout: 600_000, hookTimeout: 600_000 };

/** The folder of a test says what it needs; that is all that tells the projects apart. */
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
