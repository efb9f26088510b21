import { availableParallelism } from "node:os";

let free = availableParallelism();
const waiting: (() => void)[] = [];

/**
 * Runs work that keeps a core busy outside this thread, such as encoding a picture, and returns
 * what it returns. At most one such piece runs on each core, whoever asks; the others wait their
 * turn, first come, first served. Some of Node's few threads stay free for files in the meantime.
 */
export async function onCore<Result>(work: () => Promise<Result>): Promise<Result> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
