import type { Worker } from "node:worker_threads";
import { mayStartThreads, startThread } from "../work/thread.ts";
import { type PdfFault, type PdfText, readPdf } from "./read-pdf.ts";

/** What a thread that reads PDFs is asked. */
export type PdfWork = { readonly bytes: Uint8Array; readonly mostPages: number };

/** The longest reports of an office are read in two seconds; a busy machine gets more. */
const mostMs = 60_000;
/**
 * In bytes. A page of 3 MB can unfold to 900, and no limit of a thread holds for bytes outside of
 * its heap, so the growth of the process is watched.
 */
const mostGrowth = 1_000_000_000;
const watchMs = 100;

/** Reads the texts of PDFs that anybody may have made. */
export type PdfReader = {
  /**
   * Reads the text of a PDF, in a thread with limits of time and memory, so that none can hold up
   * a check.
   *
   * @param mostPages how many pages are read at most
   */
  readonly read: (bytes: Uint8Array, mostPages: number) => Promise<PdfText | PdfFault>;
};

/**
 * Gives a reader of PDFs to those who need one, and stops its threads at the end. Loading pdf.js
 * takes longer than reading a decision of two pages, so a thread that has read a file well reads
 * the next one too. It must not matter for a file which ones came before it: what fails in a used
 * thread is read again in a new one.
 */
export async function withPdfReader<Result>(
  use: (reader: PdfReader) => Promise<Result>,
): Promise<Result> {
  const idle: PdfThread[] = [];
  const readIn = async (thread: PdfThread, work: PdfWork) => {
    const answer = await thread.read(work);
    if (answer === "broken") await thread.stop();
    else idle.push(thread);
    return answer;
  };
  const reader: PdfReader = {
    async read(bytes, mostPages) {
      if (!mayStartThreads()) return readPdf(bytes, mostPages);
      const work: PdfWork = { bytes, mostPages };
      const used = idle.pop();
      const first = used && (await readIn(used, work));
      return first === undefined || first === "broken" ? readIn(startPdfThread(), work) : first;
    },
  };
  try {
    return await use(reader);
  } finally {
    await Promise.all(idle.map((thread) => thread.stop()));
  }
}

type PdfThread = {
  readonly read: (work: PdfWork) => Promise<PdfText | PdfFault>;
  readonly stop: () => Promise<unknown>;
};

function startPdfThread(): PdfThread {
  let answer: (found: PdfText | PdfFault) => void = () => {};
  const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };
  const module = new URL("./pdf-thread.ts", import.meta.url);
  const thread: Worker = startThread(module, { resourceLimits }, (found: PdfText | PdfFault) =>
    answer(found),
  );
  // Out of memory, or an error that pdf.js did not expect.
  thread.on("error", () => answer("broken"));
  thread.on("exit", () => answer("broken"));
  return {
    async read(work) {
      const { promise, resolve } = Promise.withResolvers<PdfText | PdfFault>();
      answer = resolve;
      const tooLong = setTimeout(() => resolve("broken"), mostMs);
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > mostGrowth) resolve("broken");
      }, watchMs);
      thread.postMessage(work);
      try {
        return await promise;
      } finally {
        clearTimeout(tooLong);
        clearInterval(watch);
      }
    },
    stop: () => thread.terminate(),
  };
}
