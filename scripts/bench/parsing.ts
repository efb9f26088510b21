import { findContent } from "../../src/content/found-content.ts";
import { parseFiles } from "../../src/store/parse-files.ts";
import { noProgress } from "../../src/work/progress.ts";

/*
 * Reads and parses all articles, with as many threads as a check, and does nothing with them. The
 * time of a check is compared with this.
 */
const { articles, data: files, pictures } = await findContent(process.argv[2]!);
const data = { files, pictures: new Set(pictures.keys()) };
await parseFiles(articles, data, () => {}, noProgress);
