import { workerData } from "node:worker_threads";
import { readReference } from "../reference.ts";
import { sendAnswer } from "../work/thread.ts";
import { parseShare, shares, type Work } from "./parse-files.ts";

/** A worker thread that takes its shares of the files; see parse-files.ts. */
const work = workerData as Work;
const { reference } = readReference(work.data);
for (const some of shares(work)) sendAnswer(parseShare(some, reference));
