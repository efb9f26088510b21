import { parentPort, workerData } from "node:worker_threads";
import { parseShare, type Share, shares, type Work } from "./parse-files.ts";
import { readReference } from "./reference.ts";

/** A second thread that takes its share of the files; see parse-files.ts. */
const work = workerData as Work;
const { reference } = readReference(work.data);
for (const { from, some } of shares(work)) {
  parentPort!.postMessage({ from, results: parseShare(some, reference) } satisfies Share);
}
