import { parentPort } from "node:worker_threads";
import { sendAnswer } from "../../src/work/thread.ts";
import { type DeskData, deskOf } from "./desk.ts";
import { type DraftWork, draftWork, type GivenUp, givenUp, type Work } from "./draft-work.ts";

/** A worker thread that reads, checks and draws what somebody is writing; see drafts.ts. */

/** The work for the thread; the desk only when it is another one than before. */
export type Task = { readonly kind: Work; readonly given: unknown; readonly desk?: DeskData };

export type Answer =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "given-up"; readonly why: GivenUp }
  | { readonly kind: "fault"; readonly error: unknown };

const send = (answer: Answer | "ready") => sendAnswer(answer);
let work: DraftWork | undefined;

parentPort!.on("message", async ({ kind, given, desk }: Task) => {
  try {
    if (desk !== undefined) work = draftWork(deskOf(desk));
    const does = work![kind] as (given: unknown) => Promise<unknown>;
    send({ kind: "done", value: await does(given) });
  } catch (error) {
    const why = givenUp(error);
    send(why === undefined ? { kind: "fault", error } : { kind: "given-up", why });
  }
});
send("ready");
