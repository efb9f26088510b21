import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { headJsonSchema } from "../src/front-matter/head-json-schema.ts";

/* Rewrites docs/front-matter.schema.json; a test fails while it is out of date. */
const path = join(import.meta.dirname, "../docs/front-matter.schema.json");
await writeFile(path, `${JSON.stringify(headJsonSchema(), undefined, 2)}\n`);
