import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

/*
 * Loaded into a build before its own code (`node --import`), this kills the build right before its
 * nth step of a kind, when all earlier steps are done and no later one has begun: at the same place
 * each time, however fast the machine is. Steps are counted in the main thread, below one path.
 */

/** `rename 17 /tmp/…/_site`: the kind of step, the number of the first one not done, the path. */
const [operation, nth, ...rest] = (process.env.KILL_AT ?? "").split(" ");
const below = rest.join(" ");
if (isMainThread && below !== "") install(operation as "rename" | "writeFile", Number(nth), below);

function install(name: "rename" | "writeFile", nth: number, place: string): void {
  let count = 0;
  const underWay = new Set<Promise<unknown>>();
  /** Counts a step, and returns whether the build is to be killed before it. */
  const isLast = (args: readonly unknown[]) => {
    if (args.some((path) => typeof path === "string" && path.startsWith(place))) count += 1;
    return count >= nth;
  };
  const die = () => process.kill(process.pid, "SIGKILL");
  const original = promises[name] as (...args: unknown[]) => Promise<unknown>;
  const originalSync = fs[`${name}Sync`] as (...args: unknown[]) => void;
  Object.assign(promises, {
    [name]: async (...args: unknown[]) => {
      if (isLast(args)) {
        await Promise.allSettled(underWay);
        die();
      }
      const step = original(...args);
      underWay.add(step);
      return step.finally(() => underWay.delete(step));
    },
  });
  Object.assign(fs, {
    [`${name}Sync`]: (...args: unknown[]) => {
      if (isLast(args)) die();
      originalSync(...args);
    },
  });
  syncBuiltinESMExports();
}
