import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { createIndex, type PagefindIndex } from "pagefind";
import { browserScript } from "../assets/browser-script.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { sendAnswer } from "../work/thread.ts";
import type { IndexTask } from "./pagefind.ts";

/** A worker thread that makes search bundles, one after the other; see pagefind.ts. */
parentPort!.on("message", async (task: IndexTask) => {
  await makeBundle(task);
  sendAnswer("done");
});

// A search loads the piece of the index that has a word. By default the words of a month are one
// piece of 80 kB, most of it for nothing.
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = "200";

async function makeBundle({ folder, records }: IndexTask): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: "vi" });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join(", ")}`);
  await (records ? addRecords(index, records) : addNothing(index));
  const { errors: ofFiles } = await index.writeFiles({ outputPath: folder });
  expectNone(ofFiles);
  await index.deleteIndex();
  const isWanted = records ? bundleFile : engineFile;
  for (const name of await readdir(folder)) {
    if (!isWanted.test(name)) await rm(join(folder, name), { recursive: true });
  }
  if (records !== undefined) return;
  // Pagefind's own program is not quite as small as it could be, and every first search loads it.
  const program = join(folder, "pagefind.js");
  await writeFile(program, await browserScript(program));
}

/**
 * The files to keep. Pagefind brings its program and several ready-made search pages with every
 * index.
 */
const bundleFile = /^(?:pagefind-entry\.json|.*\.pf_meta|index|filter|fragment)$/u;
const engineFile =
  /^(?:pagefind\.js|wasm\.unknown\.pagefind|pagefind-entry\.json|.*\.pf_meta|index)$/u;

async function addRecords(
  index: PagefindIndex,
  records: NonNullable<IndexTask["records"]>,
): Promise<void> {
  // Sent all at once, the texts of a large month would be in memory twice.
  await mapBounded(records, 50, async ({ url, content }) =>
    expectNone((await index.addHTMLFile({ url, content })).errors),
  );
}

/** Adds the one page that an index must have. Its only word is a rune, which nobody looks for. */
async function addNothing(index: PagefindIndex): Promise<void> {
  const { errors } = await index.addCustomRecord({ url: "/", content: "\u16a0", language: "vi" });
  expectNone(errors);
}

function expectNone(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(", ")}`);
}
