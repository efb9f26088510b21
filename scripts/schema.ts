import { writeFile } from "node:fs/promises";
import { inProject } from "../src/cache/project.ts";
import { headJsonSchema } from "../src/front-matter/head-json-schema.ts";

/* Rewrites docs/front-matter.schema.json; a test fails while it is out of date. */
const path = inProject("docs/front-matter.schema.json");
await writeFile(path, `${JSON.stringify(headJsonSchema(), undefined, 2)}\n`);
