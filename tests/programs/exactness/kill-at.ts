import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

/*
 * Loaded into a build before its own code (`node --import`), this kills it right before its n-th step
 * of a kind, when all steps before are done and none after is begun: at the same place each time,
 * however fast the machine is. Steps are counted in the main thread, below the paths that are named.
 */

/** `rename 17 /tmp/…/_site`: what is counted, which one is the last, and where. */
const [operation, nth, ...rest] = (process.env.KILL_AT ?? "").split(" ");
const below = rest.join(" ");
if (isMainThread && below !== "") install(operation as "rename" | "writeFile", Number(nth), below);

function install(name: "rename" | "writeFile", nth: number, place: string): void {
  let count = 0;
  const underWay = new Set<Promise<unknown>>();
  /** True for the step that is not to be. */
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
