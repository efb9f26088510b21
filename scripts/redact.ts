import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findContent } from "../src/content/found-content.ts";
import { isError } from "../src/problems/problem.ts";
import { readReference } from "../src/reference.ts";
import {
  type NameFinder,
  nameFinder,
  type Replacement,
  shortNameFinder,
  withoutName,
} from "../src/text/name-places.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { build } from "./build.ts";
import type { Options } from "./cli/options.ts";
import { reportText } from "./cli/report.ts";
import { paintFor, run } from "./cli/terminal.ts";
import { historyOfName } from "./writing/name-history.ts";
import { NoAnswer, terminalQuestions } from "./writing/questions.ts";
import {
  type BuiltName,
  type FoundName,
  namesInContent,
  namesInOutput,
  redactContent,
  replacementFor,
  shortNamesIn,
} from "./writing/redaction.ts";

/** What no command of ours can reach, besides the history. */
const beyond = `- các bản đã đăng trên máy chủ (thư mục releases) cho đến khi bị bản mới thay hết, thư mục _site và bản xem thử cho đến lần dựng sau;
- chữ và khuôn mặt trong ảnh, chữ trong tệp PDF bản chụp; tên viết tắt, bí danh, chức vụ chỉ một người có;
- bản sao ở máy tìm kiếm, ứng dụng đọc nguồn tin, mạng xã hội.
`;

/** A list has at most this many lines; the number of all is in its heading. */
const most = 200;

/** At most this many ways in which a name was written are listed. */
const mostForms = 20;

const withinHeading =
  "Máy không sửa được bên trong các tệp sau. Ảnh: xóa phần thông tin kèm ảnh (tác giả, mô tả …) bằng chương trình xem ảnh, hoặc lưu lại thành ảnh mới. Tệp PDF: sửa tay ở bản gốc rồi lưu lại thành PDF. Tệp chữ: lưu lại bằng mã UTF-8";

const othersHeading =
  "people.yaml còn ghi những tên khác của người này; máy không thay, vì có thể cũng là tên người khác. Xin gỡ từng tên, cả ở mục ấy của people.yaml";

const unproven =
  "Tên đã được thay, nhưng chưa chứng minh được vì trang chưa dựng được. Sửa các lỗi trên rồi chạy lại lệnh này.\n";
const unprovenDrafts =
  "Tên đã được thay, nhưng chưa chứng minh được hết, vì chưa dựng được trang có cả bài nháp và bài hẹn ngày. Sửa các lỗi trên rồi chạy lại lệnh này.\n";

await run("redact", async (options) => {
  const { name, content } = options;
  const find = nameFinder(name);
  const all = await namesInContent(content, find);
  const found = all.filter(({ where }) => where !== "within");
  const within = all.filter(({ where, kind }) => where === "within" && kind !== "other");
  // Without marks nobody can say which of two people is meant.
  const isClear = found.every(({ kind }) => kind === "exact" || kind === "bare");
  const kinds = new Set(isClear ? (["exact", "bare"] as const) : (["exact"] as const));
  const isMeant = ({ kind }: FoundName) => (kinds as ReadonlySet<FoundName["kind"]>).has(kind);
  const meant = found.filter(isMeant);
  const told = new Set(meant.map(({ path }) => path));
  const short = await shortNamesIn(content, told, shortNameFinder(name));
  write(listText(`Tên “${name}” có ở ${formatNumber(meant.length)} chỗ`, meant, content));
  write(
    listText(
      "Giống tên ấy nhưng khác hoặc thiếu dấu, hay là một phần của tên dài hơn, có thể là người khác; máy không thay",
      found.filter((one) => !isMeant(one)),
      content,
    ),
  );
  write(
    listText(
      "Trong các bài có tên ấy, cách gọi tắt có thể cũng chỉ người này; máy không thay, xin đọc rồi sửa tay",
      short,
      content,
    ),
  );
  write(listText(withinHeading, within, content));
  // An entry that lost a name before has the words that took its place.
  const hidden = options.with.replace(/\)$/u, "");
  const others = (await otherNames(content, find)).filter((one) => !one.startsWith(hidden));
  if (others.length > 0) write(`${othersHeading}:\n${others.map(otherLine).join("")}`);
  if (meant.length === 0 && within.length === 0) {
    write(`Trong ${content} không có tên “${name}”.\n`);
    return 0;
  }
  const put = await replacementFor(content, options.with);
  if (!(await isWanted(options, meant.length, put.words))) {
    write("Chưa thay chỗ nào.\n");
    return 0;
  }
  const { files, renamed } = await redactContent(content, find, put, kinds);
  write(
    `Đã thay tên trong ${formatNumber(files)} tệp, đổi tên ${formatNumber(renamed)} tệp và thư mục.\n`,
  );
  const left = (await namesInContent(content, find)).filter(isMeant);
  write(listText(`Trong ${content} vẫn còn tên ấy ở các chỗ sau, xin sửa tay`, left, content));
  const code = await prove(options, find, isClear);
  write(
    `Những chỗ lệnh này không sửa được, xin tự xem:\n${await historyText(options, formsOf(meant, find, put))}${beyond}`,
  );
  return left.length > 0 ? 1 : code;
});

/** Returns the other names that people.yaml gives to anyone who has this name there. */
async function otherNames(content: string, find: NameFinder): Promise<string[]> {
  const { data, pictures } = await findContent(content);
  const { reference } = readReference({ files: data, pictures: new Set(pictures.keys()) });
  const isMeant = (name: string) => find(name).some(({ kind }) => kind === "exact");
  return reference.people.people
    .map(({ name, aliases }) => [name, ...aliases])
    .filter((names) => names.some(isMeant))
    .flat()
    .filter((name) => !isMeant(name));
}

/** Says how to take one more name out; one word alone is in too many others to be looked for. */
function otherLine(name: string): string {
  return /\s/u.test(name.trim()) ? `  npm run redact -- "${name}"\n` : `  “${name}”: sửa tay\n`;
}

/** Says what the history of git has of a name, and how to take it out. */
async function historyText({ content, name }: Options<"redact">, forms: string): Promise<string> {
  const history = await historyOfName(content, name);
  const told =
    history === undefined
      ? "nếu kho đã có commit nào mang tên này thì commit ấy vẫn còn"
      : `${formatNumber(history.commits)} commit đã thêm, sửa hoặc bớt tên này, từ ${dayText(history.from)} đến ${dayText(history.to)}, nên ai có kho vẫn đọc được`;
  return `- lịch sử git: ${told}. Muốn xóa hẳn thì commit các sửa đổi này, chép những dòng sau ra một tệp ngoài kho, rồi trong một bản chép mới của kho chạy git filter-repo --replace-text TỆP, đẩy lên bằng git push --force --all, rồi mọi người xóa bản chép cũ và chép kho lại từ đầu. Tệp, thư mục mang tên ấy thì thêm --path-rename CŨ:MỚI:
${forms}`;
}

/** Lists each way in which a name was written, as git filter-repo reads what to replace by what. */
function formsOf(places: readonly FoundName[], find: NameFinder, put: Replacement): string {
  const forms = new Set(places.map(({ name }) => name).filter((name) => !name.includes("\n")));
  return [...forms]
    .slice(0, mostForms)
    .map((form) => `    ${form}==>${withoutName(form, find, put, new Set(["exact", "bare"]))}\n`)
    .join("");
}

function dayText(day: string): string {
  return day.split("-").toReversed().map(Number).join("/");
}

function write(text: string): void {
  process.stdout.write(text);
}

/** Asks whether to replace; without a terminal and without `--yes` nothing is replaced. */
async function isWanted(
  { yes }: Options<"redact">,
  places: number,
  words: string,
): Promise<boolean> {
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
  find: NameFinder,
  isClear: boolean,
): Promise<0 | 1> {
  // What was kept of articles and pages has the name too.
  for (const kept of ["bai", "trang", "the", "tim-kiem", "sach"])
    await rm(join(cache, kept), { recursive: true, force: true });
  const output = await mkdtemp(join(tmpdir(), "ban-tin-redact-"));
  const left: BuiltName[] = [];
  try {
    // Drafts and articles of later days too: they will be published one day.
    for (const drafts of [false, true]) {
      const built = await build({ content, cache, output, today, drafts });
      if (built.kind === "faulty") {
        const errors = built.problems.filter(isError);
        process.stderr.write(
          reportText(errors, { content, lang: "vi", paint: paintFor(process.stderr) }),
        );
        write(drafts ? unprovenDrafts : unproven);
        return 1;
      }
      left.push(...(await namesInOutput(output, find)).filter(({ kind }) => kind !== "other"));
    }
    const proven = left.filter(({ kind }) => kind === "exact" || isClear);
    write(proofText(left, proven.length === 0));
    return proven.length === 0 ? 0 : 1;
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

function listText(heading: string, places: readonly FoundName[], content: string): string {
  if (places.length === 0) return "";
  const lines = places.slice(0, most).map(({ path, where, line, excerpt }) => {
    const place = join(content, path).replaceAll("\\", "/");
    if (where === "text") return `  ${place}:${line}: ${excerpt}\n`;
    return `  ${place}: ${where === "path" ? "tên tệp hoặc thư mục" : "bên trong tệp"}\n`;
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
  if (left.length === 0)
    return "Dựng thử cả bài đã đăng, bài nháp và bài hẹn ngày: không tệp nào của trang còn tên ấy, kể cả không dấu.\n";
  return `Dựng thử cả bài đã đăng, bài nháp và bài hẹn ngày: không tệp nào của trang còn tên ấy. Các tệp sau có tên không dấu giống vậy hoặc tên dài hơn có chứa tên ấy, có thể của người khác; xin xem lại.\n${list}`;
}
