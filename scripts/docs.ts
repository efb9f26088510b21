import { readFile, writeFile } from "node:fs/promises";
import { inProject } from "../src/cache/project.ts";
import { withTables } from "./cli/readme.ts";

/* Rewrites the tables of README; a test fails while they are out of date. */
const path = inProject("README.md");
await writeFile(path, withTables(await readFile(path, "utf8")));
