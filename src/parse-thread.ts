import { workerData } from "node:worker_threads";
import { parseShare, shares, type Work } from "./parse-files.ts";
import { readReference } from "./reference.ts";
import { sendAnswer } from "./thread.ts";

/** A second thread that takes its share of the files; see parse-files.ts. */
const work = workerData as Work;
const { reference } = readReference(work.data);
for (const some of shares(work)) sendAnswer(parseShare(some, reference));
