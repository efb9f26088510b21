import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isError } from "../src/problems/problem.ts";
import { nameFinder } from "../src/text/name-places.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { build } from "./build.ts";
import type { Options } from "./cli/options.ts";
import { reportText } from "./cli/report.ts";
import { paintFor, run } from "./cli/terminal.ts";
import { NoAnswer, terminalQuestions } from "./writing/questions.ts";
import {
  type BuiltName,
  type FoundName,
  namesInContent,
  namesInOutput,
  redactContent,
} from "./writing/redaction.ts";

/** What no command of ours can reach. */
const beyond = `Những chỗ lệnh này không sửa được, xin tự xem:
- lịch sử git: các commit cũ vẫn còn tên. Muốn xóa hẳn thì viết lại lịch sử bằng git filter-repo, rồi mọi người chép kho lại từ đầu;
- các bản đã đăng trên máy chủ (thư mục releases) cho đến khi bị bản mới thay hết, và thư mục _site cho đến lần dựng sau;
- chữ và khuôn mặt trong ảnh; tên viết tắt, bí danh, chức vụ chỉ một người có;
- bản sao ở máy tìm kiếm, ứng dụng đọc nguồn tin, mạng xã hội.
`;

/** A list has at most this many lines; the number of all is in its heading. */
const most = 200;

await run("redact", async (options) => {
  const { name, content } = options;
  const find = nameFinder(name);
  const found = await namesInContent(content, find);
  const isNamed = found.some(({ kind }) => kind === "exact");
  // Without marks nobody can say which of two people is meant.
  const isClear = found.every(({ kind }) => kind === "exact" || kind === "bare");
  const meant = found.filter(({ kind }) => kind === "exact" || (kind === "bare" && isClear));
  const unclear = found.filter((one) => !meant.includes(one));
  write(listText(`Tên “${name}” có ở ${formatNumber(meant.length)} chỗ`, meant, content));
  write(
    listText(
      "Giống tên ấy nhưng khác hoặc thiếu dấu, hay là một phần của tên dài hơn, có thể là người khác",
      unclear,
      content,
    ),
  );
  if (!isNamed && meant.length === 0) {
    write(`Trong ${content} không có tên “${name}”.\n`);
    return 0;
  }
  if (!(await isWanted(options, meant.length))) {
    write("Chưa thay chỗ nào.\n");
    return 0;
  }
  const kinds = new Set(isClear ? (["exact", "bare"] as const) : (["exact"] as const));
  const { files, renamed } = await redactContent(content, find, options.with, kinds);
  write(
    `Đã thay tên trong ${formatNumber(files)} tệp, đổi tên ${formatNumber(renamed)} tệp và thư mục.\n`,
  );
  return prove(options, find, isClear);
});

function write(text: string): void {
  process.stdout.write(text);
}

/** Asks whether to replace; without a terminal and without `--yes` nothing is replaced. */
async function isWanted({ yes, with: words }: Options<"redact">, places: number): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) return false;
  const questions = terminalQuestions();
  try {
    const asked = `Thay ${formatNumber(places)} chỗ bằng “${words}”? Gõ c (có) hoặc k (không): `;
    return /^c(?:ó)?$/iu.test(await questions.ask(asked));
  } catch (error) {
    if (error instanceof NoAnswer) return false;
    throw error;
  } finally {
    questions.end();
  }
}

/** Builds the site from nothing and looks for the name in every file; returns the exit code. */
async function prove(
  { content, cache, today }: Options<"redact">,
  find: ReturnType<typeof nameFinder>,
  isClear: boolean,
): Promise<0 | 1> {
  // What was kept of articles and pages has the name too.
  for (const kept of ["bai", "trang", "the", "tim-kiem", "sach"])
    await rm(join(cache, kept), { recursive: true, force: true });
  const output = await mkdtemp(join(tmpdir(), "ban-tin-redact-"));
  try {
    const built = await build({ content, cache, output, today, drafts: false });
    if (built.kind === "faulty") {
      const errors = built.problems.filter(isError);
      process.stderr.write(
        reportText(errors, { content, lang: "vi", paint: paintFor(process.stderr) }),
      );
      write(
        "Tên đã được thay, nhưng chưa chứng minh được vì trang chưa dựng được. Sửa các lỗi trên rồi chạy lại lệnh này.\n",
      );
      return 1;
    }
    const left = (await namesInOutput(output, find)).filter(({ kind }) => kind !== "other");
    const proven = left.filter(({ kind }) => kind === "exact" || isClear);
    write(proofText(left, proven.length === 0));
    write(beyond);
    return proven.length === 0 ? 0 : 1;
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

function listText(heading: string, places: readonly FoundName[], content: string): string {
  if (places.length === 0) return "";
  const lines = places.slice(0, most).map(({ path, line, excerpt }) => {
    const place = `${join(content, path).replaceAll("\\", "/")}`;
    return line === undefined
      ? `  ${place}: tên tệp hoặc thư mục\n`
      : `  ${place}:${line}: ${excerpt}\n`;
  });
  const more =
    places.length > most ? `  … và ${formatNumber(places.length - most)} chỗ khác\n` : "";
  return `${heading}:\n${lines.join("")}${more}`;
}

function proofText(left: readonly BuiltName[], isProven: boolean): string {
  const files = [...new Set(left.map(({ path }) => path))];
  const list = files
    .slice(0, most)
    .map((path) => `  ${path}\n`)
    .join("");
  if (!isProven) return `Dựng thử: vẫn còn tên ấy ở các tệp sau.\n${list}`;
  if (left.length === 0) return "Dựng thử: không tệp nào của trang còn tên ấy, kể cả không dấu.\n";
  return `Dựng thử: không tệp nào của trang còn tên ấy. Các tệp sau có tên không dấu giống vậy hoặc tên dài hơn có chứa tên ấy, có thể của người khác; xin xem lại.\n${list}`;
}
