import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { headJsonSchema } from "../src/front-matter/head-json-schema.ts";

/** Writes docs/front-matter.schema.json anew; a test fails while it is not up to date. */
const path = join(import.meta.dirname, "../docs/front-matter.schema.json");
await writeFile(path, `${JSON.stringify(headJsonSchema(), undefined, 2)}\n`);
