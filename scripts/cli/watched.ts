import { spawn } from "node:child_process";
import { once } from "node:events";
import { readOptions } from "./options.ts";

/**
 * Returns whether a preview can begin with these words. Help and wrong use end at once, and a
 * watching Node would wait after them for a file to change.
 */
export function isPreview(args: readonly string[]): boolean {
  try {
    return readOptions("start", args).kind === "work";
  } catch {
    return false;
  }
}

/**
 * Runs a program in a process that Node starts anew whenever its code changes, until it is stopped.
 * Returns the exit code.
 */
export async function runWatched(file: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ["--watch", file, ...args], { stdio: "inherit" });
  // Ctrl+C reaches both processes; another signal may be sent to this one only.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => child.kill(signal));
  const [code, signal] = await once(child, "exit");
  return code ?? (signal === null ? 2 : 0);
}
