import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    swaps(wish, async (folder) => ({
      async swap(id) {
        rmSync(join(folder, "current"), { force: true });
        symlinkSync(`releases/${id}`, join(folder, "current"));
      },
      end: async () => {},
    })),
};

type Swapping = {
  readonly swap: (id: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

async function swaps(
  { count }: TrialWish,
  open: (folder: string) => Promise<Swapping>,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  try {
    for (const id of ["a", "b"]) {
      mkdirSync(join(folder, "releases", id), { recursive: true });
      for (const name of ["index.html", "style.css"])
        writeFileSync(join(folder, "releases", id, name), `${id}${".".repeat(5000)}`);
    }
    const { swap, end } = await open(folder);
    await swap("a");
    const stop = new SharedArrayBuffer(4);
    const workerData: ReaderTask = { link: join(folder, "current"), stop };
    const readers = [read(workerData), read(workerData)];
    for (let number = 0; number < count; number += 1) await swap(number % 2 === 0 ? "b" : "a");
    Atomics.store(new Int32Array(stop), 0, 1);
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
