import { setImmediate } from "node:timers/promises";
import { finished, type Surroundings } from "../../layouts/parts/finished.ts";
import type { OutputUpdate } from "../../src/output/output-update.ts";
import { type DrawnText, type TextFile, textWriter } from "../../src/output/text-files.ts";
import { mayStartThreads, startThread } from "../../src/work/thread.ts";
import { timed } from "../../src/work/timings.ts";
import type { MadeSite } from "./make-site.ts";

/*
 * Texts → files. Views draw here; what comes after takes as long, and needs nothing of the site but
 * the text, so a thread does it when there are many.
 */

/** Fewer texts are written sooner than a thread gets going. */
const few = 1_000;

/** Draws the pages that need it, and writes those whose text is not on the disk. */
export async function writeTexts(
  update: Pick<OutputUpdate, "folder" | "texts" | "accept">,
  site: Pick<MadeSite, "pages" | "surroundings">,
  onPage: () => void = () => {},
): Promise<void> {
  await using writer = startWriter({ folder: update.folder, surroundings: site.surroundings });
  let before: Promise<readonly TextFile[]> = Promise.resolve([]);
  for (const texts of update.texts(site.pages, onPage)) {
    await setImmediate();
    if (texts.length === 0) continue;
    // While these are written the next are drawn, and no more, because all of them are in memory.
    const writing = writer.write(texts);
    writing.catch(() => {});
    update.accept(await timed("write", () => before));
    before = writing;
  }
  update.accept(await timed("write", () => before));
}

export type WriteTask = { readonly folder: string; readonly surroundings: Surroundings };

/** Returns the function that writes texts, for the thread or in place of it. */
export function writerFor({ folder, surroundings }: WriteTask): ReturnType<typeof textWriter> {
  return textWriter(folder, (drawn) => finished(drawn, surroundings));
}

type Writer = AsyncDisposable & {
  readonly write: (texts: readonly DrawnText[]) => Promise<readonly TextFile[]>;
};

/** Returns a writer that begins on this thread, and goes on beside it. */
function startWriter(task: WriteTask): Writer {
  const here = writerFor(task);
  let count = 0;
  let thread: Writer | undefined;
  return {
    async write(texts) {
      count += texts.length;
      if (count <= few || !mayStartThreads()) return timed("write", () => here(texts));
      thread ??= startWriterThread(task);
      return thread.write(texts);
    },
    async [Symbol.asyncDispose]() {
      await thread?.[Symbol.asyncDispose]();
    },
  };
}

/** Starts a thread that writes texts in the order in which it gets them. */
function startWriterThread(task: WriteTask): Writer {
  const waiting: PromiseWithResolvers<readonly TextFile[]>[] = [];
  const fail = (error: unknown) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };
  const thread = startThread(
    new URL("./write-thread.ts", import.meta.url),
    { workerData: task, resourceLimits },
    (files: readonly TextFile[]) => waiting.shift()!.resolve(files),
  );
  thread.on("error", fail);
  thread.on("exit", (code) => fail(new Error(`The thread that writes pages ended with ${code}.`)));
  return {
    write(texts) {
      const written = Promise.withResolvers<readonly TextFile[]>();
      waiting.push(written);
      thread.postMessage(texts);
      return written.promise;
    },
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
