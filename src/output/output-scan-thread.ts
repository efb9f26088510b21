import { workerData } from "node:worker_threads";
import { sendAnswer } from "../work/thread.ts";
import { type Look, lookAtShares } from "./look-at-shares.ts";
import { unpacked } from "./path-table.ts";

/** A worker thread that takes its shares of an output to look at; see output-scan.ts. */
const look = workerData as Look;
const { files, folders } = look;
for (const changed of lookAtShares({ ...look, files: unpacked(files), folders: unpacked(folders) }))
  if (changed.files.length + changed.folders.length > 0) sendAnswer(changed);
