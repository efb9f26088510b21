import { readFile, writeFile } from "node:fs/promises";
import { inProject } from "../src/cache/project.ts";
import { withTables } from "./cli/readme.ts";

/** Writes the tables of README anew; a test fails while they are not up to date. */
const path = inProject("README.md");
await writeFile(path, withTables(await readFile(path, "utf8")));
