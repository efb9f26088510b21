import { mayStartThreads, startThread } from "../work/thread.ts";
import { type PdfFault, type PdfText, readPdf } from "./read-pdf.ts";

/** What a thread that reads a PDF is given. */
export type PdfWork = { readonly bytes: Uint8Array; readonly mostPages: number };

/** The longest reports of an office are read in two seconds; a busy machine gets more. */
const mostMs = 60_000;
/**
 * In bytes. A page of 3 MB can unfold to 900, and no limit of a thread holds for bytes outside of
 * its heap, so the growth of the process is watched.
 */
const mostGrowth = 1_000_000_000;
const watchMs = 100;

/**
 * Reads the text of a PDF that anybody may have made: in a thread of its own, with limits of time
 * and memory, so that none can hold up a check.
 *
 * @param mostPages how many pages are read at most
 */
export async function pdfText(bytes: Uint8Array, mostPages: number): Promise<PdfText | PdfFault> {
  if (!mayStartThreads()) return readPdf(bytes, mostPages);
  const { promise, resolve } = Promise.withResolvers<PdfText | PdfFault>();
  const work: PdfWork = { bytes, mostPages };
  const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };
  const options = { workerData: work, resourceLimits };
  const thread = startThread(new URL("./pdf-thread.ts", import.meta.url), options, resolve);
  // Out of memory, or an error that pdf.js did not expect.
  thread.on("error", () => resolve("broken"));
  thread.on("exit", () => resolve("broken"));
  const tooLong = setTimeout(() => resolve("broken"), mostMs);
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > mostGrowth) resolve("broken");
  }, watchMs);
  try {
    return await promise;
  } finally {
    clearTimeout(tooLong);
    clearInterval(watch);
    await thread.terminate();
  }
}
