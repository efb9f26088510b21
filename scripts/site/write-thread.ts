import { parentPort, workerData } from "node:worker_threads";
import type { DrawnText } from "../../src/output/text-files.ts";
import { sendAnswer } from "../../src/work/thread.ts";
import { type WriteTask, writerFor } from "./write-texts.ts";

/** A worker thread that finishes and writes texts; see write-texts.ts. */
const write = writerFor(workerData as WriteTask);
parentPort!.on("message", (texts: readonly DrawnText[]) => sendAnswer(write(texts)));
