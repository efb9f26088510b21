import { parentPort, Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a worker thread. `node --watch` sends messages of its own through a thread's port, which
 * no program asked for (nodejs/node#65044); so the answers of our threads are marked, and every
 * other message is ignored.
 *
 * @param module the thread's module: `new URL("./parse-thread.ts", import.meta.url)`
 */
export function startThread<Answer>(
  module: URL,
  options: WorkerOptions,
  onAnswer: (answer: Answer) => void,
): Worker {
  const thread = new Worker(module, options);
  thread.on("message", (message: Answered<Answer> | object) => {
    if ("answer" in message) onAnswer(message.answer);
  });
  return thread;
}

/** Returns whether threads may be started; under `node --permission` that is a right of its own. */
export function mayStartThreads(): boolean {
  // Undefined without that option, whatever its type says.
  return (process.permission as typeof process.permission | undefined)?.has("worker") ?? true;
}

type Answered<Answer> = { readonly answer: Answer };

/** Sends an answer from a worker thread to the thread that started it. */
export function sendAnswer(answer: unknown): void {
  parentPort!.postMessage({ answer } satisfies Answered<unknown>);
}
