import { workerData } from "node:worker_threads";
import { sendAnswer } from "../cache/thread.ts";
import { scanTask } from "./output-scan.ts";

/** Looks at a large site beside other work; see output-scan.ts. */
sendAnswer(scanTask(workerData));
