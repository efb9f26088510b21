import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { inProject } from "../../../src/cache/project.ts";

/** What a check of a content folder cost. */
export type Cost = {
  /** Of all threads; undefined when the program died. */
  readonly cpuSeconds: number | undefined;
  readonly memoryMb: number;
  readonly outputBytes: number;
  /** 0 or 1 when the program did what it should. */
  readonly exitCode: number | null;
};

/** A program that takes longer is ended: it may never end by itself. */
const mostCpuSeconds = 60;

/** Written by the program itself when it ends, to a pipe of its own: only it knows its CPU time. */
const meter = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread)
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const used = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, memoryMb: maxRSS / 1000 };
    writeSync(3, JSON.stringify(used));
  });
`)}`;

/** Runs the real check over a content folder, in a process of its own. */
export async function measuredCheck(content: string, cache: string): Promise<Cost> {
  const check = inProject("scripts/check.ts");
  const options = ["--content", content, "--cache", cache, "--now", "2024-06-30"];
  // The shell limits the CPU time of what it becomes; a clock would count other programs too.
  const limited = ["-c", `ulimit -t ${mostCpuSeconds}; exec "$@"`, "sh", process.execPath];
  const child = spawn("/bin/sh", [...limited, "--import", meter, check, ...options], {
    stdio: ["ignore", "pipe", "ignore", "pipe"],
  });
  let outputBytes = 0;
  child.stdout!.on("data", (bytes: Buffer) => {
    outputBytes += bytes.length;
  });
  const told = text(child.stdio[3] as NodeJS.ReadableStream);
  const exitCode = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const used = (await told) || "{}";
  const { cpuSeconds, memoryMb = 0 } = JSON.parse(used) as Partial<Cost>;
  return { cpuSeconds, memoryMb, outputBytes, exitCode };
}
