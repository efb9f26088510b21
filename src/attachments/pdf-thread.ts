import { workerData } from "node:worker_threads";
import { sendAnswer } from "../work/thread.ts";
import type { PdfWork } from "./pdf.ts";
import { readPdf } from "./read-pdf.ts";

/** A worker thread that reads one PDF; see pdf.ts. */
const { bytes, mostPages } = workerData as PdfWork;
sendAnswer(await readPdf(bytes, mostPages));
