import { workerData } from "node:worker_threads";
import { sendAnswer } from "../cache/thread.ts";
import { scanTask } from "./site-scan.ts";

/** Looks at a large site beside other work; see site-scan.ts. */
sendAnswer(scanTask(workerData));
