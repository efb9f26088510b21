import { workerData } from "node:worker_threads";
import { sendAnswer } from "../../src/work/thread.ts";
import { importShare, type SiteWork } from "./site-share.ts";

/** A worker thread that takes its share of a site; see site-import.ts. */
const { work, share } = workerData as { readonly work: SiteWork; readonly share: number };
await importShare(work, share, sendAnswer);
