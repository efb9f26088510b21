import type { Options } from "../src/options.ts";
import { readOptions, WrongUse } from "../src/options.ts";
import { OutputRefused } from "../src/output.ts";
import type { Language } from "../src/problem.ts";
import type { Progress, Step } from "../src/progress.ts";
import { formatNumber } from "../src/vietnamese.ts";

/** What the commands have in common: options in, text and exit code out. */

const stepNames: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  vi: { read: "Đọc bài", pictures: "Làm ảnh", write: "Ghi trang" },
  en: { read: "Reading articles", pictures: "Making pictures", write: "Writing pages" },
};

const refusals = {
  "holds-sources": (output: string) =>
    `Không ghi vào “${output}”: thư mục này chứa nội dung hoặc mã nguồn. Xin chọn thư mục khác bằng --output.`,
  "not-a-site": (output: string) =>
    `Không ghi vào “${output}”: ở đó có thứ không phải do lệnh build tạo ra. Xin chọn thư mục trống bằng --output.`,
  busy: (output: string) =>
    `Một lệnh build khác đang ghi “${output}”. Xin chờ lệnh đó xong rồi chạy lại.`,
} as const;

/**
 * Runs a command and ends the program with its exit code: 0 fine, 1 problems in the content,
 * 2 wrong use or a fault inside the program.
 */
export async function run(
  command: "build" | "check" | "start",
  help: string,
  main: (options: Options) => Promise<0 | 1>,
): Promise<void> {
  let output = "";
  try {
    const options = readOptions(process.argv.slice(2), command);
    output = options?.output ?? "";
    if (options === undefined) process.stdout.write(help);
    else process.exitCode = await main(options);
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(`${explain(error as Error, output)}\n`);
  }
}

function explain(error: Error, output: string): string {
  if (error instanceof WrongUse) return `${error.message}\nXem các tùy chọn bằng --help.`;
  if (error instanceof OutputRefused) return refusals[error.reason](output);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && path !== undefined) return `Không có thư mục hay tệp “${path}”.`;
  if (code === "ENOTDIR" && path !== undefined) return `“${path}” không phải là thư mục.`;
  if (code === "EACCES" && path !== undefined) return `Không có quyền đọc hoặc ghi “${path}”.`;
  if (code === "ENOSPC") return "Ổ đĩa đã đầy. Trang đang có vẫn được giữ nguyên.";
  return `Có lỗi bên trong chương trình; trang đang có vẫn được giữ nguyên.\n${error.stack ?? error}`;
}

/** Shows how far a long build has come, on a terminal only, and at most ten times a second. */
export function progressLine(
  language: Language,
  stream: NodeJS.WriteStream = process.stderr,
): {
  readonly progress: Progress;
  /** Wipes the line. */
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
        `\r\u001b[K${stepNames[language][step]} ${formatNumber(done)}/${formatNumber(total)}`,
      );
    },
    end: () => stream.write("\r\u001b[K"),
  };
}
