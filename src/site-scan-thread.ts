import { workerData } from "node:worker_threads";
import { scanTask } from "./site-scan.ts";
import { sendAnswer } from "./thread.ts";

/** Looks at a large site beside other work; see site-scan.ts. */
sendAnswer(scanTask(workerData));
