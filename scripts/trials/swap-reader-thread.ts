import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { workerData } from "node:worker_threads";
import { sendAnswer } from "../../src/work/thread.ts";

/*
 * Reads a page and its stylesheet through the link, as a host does, until it is told to stop. Every
 * file of a release holds the name of the release and as many dots as it should.
 */

export type Reading = {
  readonly reads: number;
  /** Reads that found no file. */
  readonly missing: number;
  /** Reads that found something else than a whole file, or page and stylesheet of two releases. */
  readonly mixed: number;
};

export type ReaderTask = {
  readonly link: string;
  /** Shared numbers: the first is 1 when it is time to stop, each other counts a reader's reads. */
  readonly shared: SharedArrayBuffer;
  /** The index of this reader's count. */
  readonly own: number;
};

const { link, shared, own }: ReaderTask = workerData;
const numbers = new Int32Array(shared);
const counts = { reads: 0, missing: 0, mixed: 0 };
const whole = /^[ab]\.{5000}$/u;

while (Atomics.load(numbers, 0) === 0) {
  counts.reads = Atomics.add(numbers, own, 1) + 1;
  try {
    // The page by the link itself, then both files of the release that it leads to.
    const direct = readFileSync(join(link, "index.html"), "utf8");
    const release = realpathSync(link);
    const [page, style] = ["index.html", "style.css"].map((name) =>
      readFileSync(join(release, name), "utf8"),
    );
    if (page !== style || ![direct, page, style].every((text) => whole.test(text!)))
      counts.mixed += 1;
  } catch {
    counts.missing += 1;
  }
}
sendAnswer(counts satisfies Reading);
