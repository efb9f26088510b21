import { noProgress } from "../../src/cache/progress.ts";
import { findContent } from "../../src/load.ts";
import { parseFiles } from "../../src/store/parse-files.ts";

/** What a check is measured against: reads and parses all articles, with as many threads, and does nothing with them. */
const { articles, data: files, pictures } = await findContent(process.argv[2]!);
const data = { files, pictures: new Set(pictures.keys()) };
await parseFiles(articles, data, () => {}, noProgress);
