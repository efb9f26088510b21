import { realpathSync } from "node:fs";
import { styleText } from "node:util";
import { LayoutFault } from "../../src/layout-fault.ts";
import { OutputRefused } from "../../src/output/staging.ts";
import type { Language } from "../../src/problems/problem.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import type { Progress, Step } from "../../src/work/progress.ts";
import type { CommandName } from "./commands.ts";
import { helpText } from "./help.ts";
import { layoutFaultText } from "./layout-fault.ts";
import { WrongUse } from "./option.ts";
import { type Options, readOptions } from "./options.ts";
import { refusalText } from "./refusal.ts";
import { Refused } from "./refused.ts";
import type { Paint } from "./report.ts";

/* What the commands have in common: options in, text and exit code out. */

const stepNames: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  vi: { read: "Đọc bài", pictures: "Làm ảnh", write: "Ghi trang" },
  en: { read: "Reading articles", pictures: "Making pictures", write: "Writing pages" },
};

/**
 * Runs a command and ends the program with its exit code: 0 fine; 1 problems in the content, or in
 * what else the command looks at; 2 wrong use, a refusal, or a fault inside the program.
 */
export async function run<Name extends CommandName>(
  name: Name,
  main: (options: Options<Name>) => Promise<0 | 1>,
): Promise<void> {
  // `npm run check | head` closes the pipe before everything is printed.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  let told: Options<Name> | undefined;
  try {
    const asked = readOptions(name, process.argv.slice(2));
    if (asked.kind === "help") process.stdout.write(helpText(name, asked.lang));
    else {
      told = asked.options;
      process.exitCode = await main(told);
    }
  } catch (error) {
    process.exitCode = 2;
    // Not every command can be told a language.
    const { lang }: { readonly lang: Language } = { lang: "vi", ...told };
    process.stderr.write(`${explain(error, lang)}\n`);
  }
}

/**
 * Returns true when a module was called as a command, by its file or by its name through
 * ban-tin.js.
 */
export function isCommand({ filename }: ImportMeta): boolean {
  const called = process.argv[1];
  // The shell may have come by a symbolic link; what Node tells a module never has one.
  return called !== undefined && realpathSync(called) === filename;
}

const faults = {
  vi: {
    ENOENT: (path: string) => `Không có thư mục hay tệp “${path}”.`,
    ENOTDIR: (path: string) => `“${path}” không phải là thư mục.`,
    EACCES: (path: string) => `Không có quyền đọc hoặc ghi “${path}”.`,
    EADDRINUSE: () => "Cổng này đang có chương trình khác dùng. Xin chọn cổng khác bằng --port.",
    ENOSPC: () => "Ổ đĩa đã đầy. Trang đang có vẫn được giữ nguyên.",
    other: "Có lỗi bên trong chương trình; trang đang có vẫn được giữ nguyên.",
  },
  en: {
    ENOENT: (path: string) => `There is no folder or file “${path}”.`,
    ENOTDIR: (path: string) => `“${path}” is not a folder.`,
    EACCES: (path: string) => `“${path}” may not be read or written.`,
    EADDRINUSE: () => "Another program is using this port. Choose another with --port.",
    ENOSPC: () => "The disk is full. The site is as it was.",
    other: "Something is wrong inside the program; the site is as it was.",
  },
} as const;

/** Returns in words for people what ended a command, or a build of the preview. */
export function explain(error: unknown, lang: Language): string {
  if (error instanceof WrongUse) return `${error.message}\nXem các tùy chọn bằng --help.`;
  if (error instanceof OutputRefused) return refusalText(error, lang);
  if (error instanceof Refused) return error.message;
  if (error instanceof LayoutFault) return layoutFaultText(error, lang);
  const words = faults[lang];
  for (const { code, syscall, path = "" } of causesOf(error)) {
    if (code === "ENOSPC" || code === "EADDRINUSE") return words[code]();
    if (path === "") continue;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EACCES") return words[code](path);
    // Where a folder is to be made, a file is in its place.
    if (code === "EEXIST" && syscall === "mkdir") return words.ENOTDIR(path);
    if (code === "EPERM" || code === "EROFS") return words.EACCES(path);
  }
  return `${words.other}\n${error instanceof Error ? error.stack : error}`;
}

/**
 * Yields an error and its causes: Eleventy wraps errors of the file system in its own, and when the
 * output cannot be closed either, JavaScript wraps what went wrong first.
 */
function* causesOf(error: unknown): Generator<NodeJS.ErrnoException> {
  let next = error;
  for (let depth = 0; next instanceof Error && depth < 8; depth += 1) {
    yield next;
    const { cause, originalError, suppressed }: Wrapping = next;
    next = cause ?? originalError ?? suppressed;
  }
}

type Wrapping = {
  readonly cause?: unknown;
  readonly originalError?: unknown;
  readonly suppressed?: unknown;
};

const manners = { error: "red", warning: "yellow", place: "bold", hint: "cyan" } as const;

/** Returns colours for a stream that is a terminal, unless NO_COLOR is set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (manner, text) => styleText(manners[manner], text, { stream });
}

/** Shows the progress of a long build, on a terminal only and at most ten times a second. */
export function progressLine(
  language: Language,
  stream: NodeJS.WriteStream = process.stderr,
): {
  readonly progress: Progress;
  /** Clears the line. */
  readonly end: () => void;
} {
  if (!stream.isTTY) return { progress: () => {}, end: () => {} };
  let last = 0;
  return {
    progress(step, done, total) {
      const now = performance.now();
      if (now - last < 100) return;
      last = now;
      stream.write(
        `\r\u001b[K${stepNames[language][step]} ${formatNumber(done)}${total === undefined ? "" : `/${formatNumber(total)}`}`,
      );
    },
    end: () => stream.write("\r\u001b[K"),
  };
}
