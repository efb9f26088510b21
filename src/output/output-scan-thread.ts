import { workerData } from "node:worker_threads";
import { sendAnswer } from "../work/thread.ts";
import { scanTask } from "./output-scan.ts";

/** A worker thread that looks at a large output beside other work; see output-scan.ts. */
sendAnswer(scanTask(workerData));
