import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { startThread } from "../../src/work/thread.ts";
import { openLocalTarget } from "../publishing/local-target.ts";
import type { ReaderTask, Reading } from "./swap-reader-thread.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/** Swaps the link while two threads read through it without a pause. */
export const trial: Trial = {
  what: "Swaps of `current` under two readers: no file is missing, no page meets another's stylesheet",
  usual: 30_000,
  run: (wish) =>
    swaps(wish, async (folder) => {
      const target = await openLocalTarget(folder);
      return { swap: target.pointTo, end: () => target[Symbol.asyncDispose]() };
    }),
  control: (wish) =>
    swaps({ ...wish, count: Math.min(wish.count, 50) }, async (folder, haveRead) => ({
      async swap(id) {
        rmSync(join(folder, "current"), { force: true });
        // On a busy machine no reader may come by in so short a time, so the gap waits for them.
        await haveRead();
        symlinkSync(`releases/${id}`, join(folder, "current"));
      },
      end: async () => {},
    })),
};

type Swapping = {
  readonly swap: (id: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Index of the count of each reader in the shared numbers. */
const readerCounts = [1, 2] as const;

async function swaps(
  { count }: TrialWish,
  open: (folder: string, haveRead: () => Promise<void>) => Promise<Swapping>,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  try {
    for (const id of ["a", "b"]) {
      mkdirSync(join(folder, "releases", id), { recursive: true });
      for (const name of ["index.html", "style.css"])
        writeFileSync(join(folder, "releases", id, name), `${id}${".".repeat(5000)}`);
    }
    const link = join(folder, "current");
    symlinkSync("releases/a", link);
    const shared = new SharedArrayBuffer(12);
    const numbers = new Int32Array(shared);
    /** Waits until each reader has begun a read and ended it. */
    const haveRead = async () => {
      const wanted = readerCounts.map((own) => Atomics.load(numbers, own) + 2);
      while (readerCounts.some((own, at) => Atomics.load(numbers, own) < wanted[at]!))
        await setImmediate();
    };
    const { swap, end } = await open(folder, haveRead);
    const readers = readerCounts.map((own) => read({ link, shared, own }));
    await haveRead();
    for (let number = 0; number < count; number += 1) await swap(number % 2 === 0 ? "b" : "a");
    Atomics.store(numbers, 0, 1);
    const readings = await Promise.all(readers);
    await end();
    const sum = (key: keyof Reading) => readings.reduce((total, one) => total + one[key], 0);
    const [missing, mixed] = [sum("missing"), sum("mixed")];
    const failed = [
      ...Array.from({ length: missing }, () => "a reader found no file"),
      ...Array.from({ length: mixed }, () => "a reader found files of two releases"),
    ];
    return { tried: count, failed, figures: { reads: sum("reads"), missing, mixed } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a reader, which answers when it is told to stop. */
function read(workerData: ReaderTask): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const module = new URL("./swap-reader-thread.ts", import.meta.url);
    startThread<Reading>(module, { workerData }, resolve).on("error", reject);
  });
}
