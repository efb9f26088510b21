import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

/*
 * Loaded into a program before its own code (`node --import`), this kills it right before its nth
 * step that changes something on the disk, or lets that step fail as on a full disk. Steps are
 * counted in the main thread, below one folder. When the program ends before, it says how many
 * there were.
 */

const steps = [
  "rename",
  "writeFile",
  "copyFile",
  "link",
  "symlink",
  "mkdir",
  "rmdir",
  "unlink",
  "rm",
  "chmod",
] as const;

const takesRoom: ReadonlySet<string> = new Set([
  "writeFile",
  "copyFile",
  "link",
  "symlink",
  "mkdir",
]);

/** `kill 17 /tmp/…`: what happens, at which step, below which folder. */
const [fault, nth, ...rest] = (process.env.FAULT_AT ?? "").split(" ");
const below = rest.join(" ");
if (isMainThread && below !== "") install(fault as "kill" | "full", Number(nth), below);

function install(fault: "kill" | "full", nth: number, place: string): void {
  let count = 0;
  const onStep = (name: string, args: readonly unknown[]) => {
    const paths = args.filter((path) => typeof path === "string" && path.startsWith(place));
    if (paths.length === 0) return;
    count += 1;
    const isFull = fault === "full" && count >= nth && takesRoom.has(name);
    if (!isFull && !(fault === "kill" && count === nth)) return;
    if (count === nth) fs.writeSync(2, `fault-at: ${name} ${paths.join(" → ")}\n`);
    if (fault === "kill") process.kill(process.pid, "SIGKILL");
    throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), {
      code: "ENOSPC",
      path: paths[0],
    });
  };
  for (const name of steps) {
    const original = promises[name] as (...args: unknown[]) => Promise<unknown>;
    const originalSync = fs[`${name}Sync`] as (...args: unknown[]) => unknown;
    Object.assign(promises, {
      [name]: async (...args: unknown[]) => {
        onStep(name, args);
        return original(...args);
      },
    });
    Object.assign(fs, {
      [`${name}Sync`]: (...args: unknown[]) => {
        onStep(name, args);
        return originalSync(...args);
      },
    });
  }
  syncBuiltinESMExports();
  process.once("exit", () => fs.writeSync(2, `fault-at: ${count} steps\n`));
}
