import { parentPort } from "node:worker_threads";
import { sendAnswer } from "../work/thread.ts";
import type { PdfWork } from "./pdf.ts";
import { readPdf } from "./read-pdf.ts";

/** A worker thread that reads PDFs, one after the other; see pdf.ts. */
parentPort!.on("message", async ({ bytes, mostPages }: PdfWork) => {
  sendAnswer(await readPdf(bytes, mostPages));
});
