import { parentPort, workerData } from "node:worker_threads";
import { scanTask } from "./site-scan.ts";

/** Looks at a large site beside other work; see site-scan.ts. */
parentPort!.postMessage(scanTask(workerData));
