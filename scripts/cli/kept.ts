import { type ChildProcess, spawn } from "node:child_process";
import { type FSWatcher, watch } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { inProject } from "../../src/cache/project.ts";
import { readOptions } from "./options.ts";

/**
 * Returns whether a preview can begin with these words. Help and wrong use end at once, and a
 * preview is started again.
 */
export function isPreview(args: readonly string[]): boolean {
  try {
    return readOptions("start", args).kind === "work";
  } catch {
    return false;
  }
}

/** What a kept program tells its keeper. */
type Serving = { readonly port: number };

/**
 * Tells the keeper, if there is one, at which port this program serves. When it is started again it
 * gets the same one, so that open pages find it. Without its keeper this program ends.
 */
export function tellKeeper(serving: Serving): void {
  if (process.send === undefined) return;
  process.send(serving);
  process.once("disconnect", () => process.exit());
  // A program that has nothing else to do may end.
  process.channel?.unref();
}

/** A program that has run for this long is sound; its next fault counts as the first. */
const soundMs = 60_000;

/**
 * Runs a program until it is stopped, and returns the exit code. When it ends by a fault, it is
 * started again: at once, and after growing pauses when it keeps failing. It is also started again
 * when its code changes. One that never began to serve has nothing to come back to, and ends this.
 */
export async function runKept(file: string, args: readonly string[]): Promise<number> {
  let child: ChildProcess | undefined;
  let pause = new AbortController();
  let isStopped = false;
  let isOutdated = false;
  // Ctrl+C reaches both processes; another signal may be sent to this one only.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      isStopped = true;
      child?.kill(signal);
      pause.abort();
    });
  const watchers = watchCode(() => {
    isOutdated = true;
    child?.kill();
    pause.abort();
  });
  let port: number | undefined;
  let faults = 0;
  try {
    for (let starts = 1; ; starts += 1) {
      isOutdated = false;
      pause = new AbortController();
      const begunMs = Date.now();
      // Of two ports the last one holds.
      const all = [file, ...args, ...(port === undefined ? [] : ["--port", String(port)])];
      child = spawn(process.execPath, all, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
      child.on("message", (serving: Serving) => {
        port = serving.port;
      });
      const [code, signal] = await endOf(child);
      if (isStopped) return code ?? 0;
      if (isOutdated) {
        faults = 0;
        process.stdout.write("Mã nguồn đã thay đổi, trang xem thử chạy lại.\n");
        continue;
      }
      // A first build that cannot begin ends a server too, which is then no fault of its own.
      if (code === 0 || port === undefined || (code === 2 && starts === 1)) return code ?? 2;
      faults = Date.now() - begunMs > soundMs ? 1 : faults + 1;
      const seconds = pauseAfter(faults);
      process.stderr.write(faultText(code, signal, seconds));
      await setTimeout(seconds * 1_000, undefined, { signal: pause.signal }).catch(() => {});
      if (isStopped) return 0;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

function endOf(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve) => child.once("exit", (...ending) => resolve(ending)));
}

/** Returns how long to wait after faults in a row, in seconds: 0, 1, 2, 4 … 30. */
export function pauseAfter(faults: number): number {
  return faults < 2 ? 0 : Math.min(30, 2 ** (faults - 2));
}

/** Says how a preview has ended: by a fault of its own, or by a signal, as for lack of memory. */
export function faultText(
  code: number | null,
  signal: NodeJS.Signals | null,
  seconds: number,
): string {
  const how = signal === null ? `dừng vì lỗi (mã ${code})` : `bị dừng đột ngột (${signal})`;
  return seconds === 0
    ? `Trang xem thử ${how} và đang tự chạy lại. Chữ chưa lưu vẫn còn trong trình duyệt.\n`
    : `Trang xem thử lại ${how}, ${seconds} giây nữa sẽ tự chạy lại. Bấm Ctrl+C để dừng hẳn.\n`;
}

/** Calls back when a module of the program changes. The preview itself follows all other files. */
function watchCode(onChange: () => void): FSWatcher[] {
  const onEvent = (_: string, name: string | null) => {
    if (name !== null && /\.[jt]s$/u.test(name)) onChange();
  };
  return ["src", "layouts", "scripts", ""].flatMap((folder) => {
    try {
      const watcher = watch(inProject(folder), { recursive: folder !== "" }, onEvent);
      // A system may have run out of watchers. Writers change no code.
      watcher.on("error", () => watcher.close());
      return watcher;
    } catch {
      return [];
    }
  });
}
