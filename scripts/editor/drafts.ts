import { startThread } from "../../src/work/thread.ts";
import { newQueue } from "../preview/queue.ts";
import type { DeskData } from "./desk.ts";
import type { Answer, Task } from "./draft-thread.ts";
import type { Done, Given, GivenUp, Work } from "./draft-work.ts";

/**
 * Works on drafts outside the server's thread, one after the other. Throws `DraftGivenUp` for a
 * text that is too much.
 */
export type Drafts = <Kind extends Work>(
  kind: Kind,
  given: Given<Kind>,
  desk: DeskData,
) => Promise<Done<Kind>>;

/** Work was given up; the preview goes on. */
export class DraftGivenUp extends Error {
  readonly why: GivenUp;

  constructor(why: GivenUp) {
    super(why);
    this.why = why;
  }
}

/** The time limit of one work. A usual article takes a hundredth of it. */
const longestMs = 5_000;

/** Starts the thread at once, so that it is warm when somebody opens an article. */
export function newDrafts(limitMs = longestMs): Drafts {
  const inTurn = newQueue();
  let thread = newThread();
  let known: DeskData | undefined;

  const restart = () => {
    thread = newThread();
    known = undefined;
  };
  async function run(task: Task, desk: DeskData): Promise<unknown> {
    if (thread.isOver()) restart();
    const answer = await thread.ask(known === desk ? task : { ...task, desk }, limitMs);
    known = desk;
    if (answer === undefined) {
      await thread.end();
      restart();
      throw new DraftGivenUp("too-much");
    }
    if (answer.kind === "given-up") throw new DraftGivenUp(answer.why);
    if (answer.kind === "fault") throw answer.error;
    return answer.value;
  }

  return <Kind extends Work>(kind: Kind, given: Given<Kind>, desk: DeskData) =>
    inTurn(() => run({ kind, given }, desk) as Promise<Done<Kind>>);
}

type DraftThread = {
  /** Returns undefined when there is no answer within the limit, or the thread has ended. */
  readonly ask: (task: Task, limitMs: number) => Promise<Answer | undefined>;
  readonly isOver: () => boolean;
  readonly end: () => Promise<unknown>;
};

function newThread(): DraftThread {
  let isOver = false;
  const begun = Promise.withResolvers<void>();
  let waiting: PromiseWithResolvers<Answer | undefined> | undefined;
  const worker = startThread<Answer | "ready">(
    new URL("./draft-thread.ts", import.meta.url),
    { resourceLimits: { maxOldGenerationSizeMb: 1_000 } },
    (answer) => (answer === "ready" ? begun.resolve() : waiting?.resolve(answer)),
  );
  worker.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") process.stderr.write(`${error.stack}\n`);
  });
  worker.on("exit", () => {
    isOver = true;
    begun.resolve();
    waiting?.resolve(undefined);
  });
  // Nobody waits for it when the preview ends.
  worker.unref();
  return {
    async ask(task, limitMs) {
      // Loading its modules takes a slow machine some seconds, which are not the text's.
      await begun.promise;
      if (isOver) return undefined;
      waiting = Promise.withResolvers();
      const limit = setTimeout(() => waiting?.resolve(undefined), limitMs);
      worker.postMessage(task);
      try {
        return await waiting.promise;
      } finally {
        clearTimeout(limit);
      }
    },
    isOver: () => isOver,
    end: () => worker.terminate(),
  };
}
