import { constants, existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { gitIn } from "../src/cache/git.ts";
import { inProject } from "../src/cache/project.ts";
import { isError } from "../src/problems/problem.ts";
import { siteAddress, WrongUse } from "./cli/option.ts";
import type { Options } from "./cli/options.ts";
import { reportText } from "./cli/report.ts";
import { paintFor, run } from "./cli/terminal.ts";
import { check } from "./site/make-site.ts";
import { laterAddress } from "./starting/later-address.ts";
import { packageOrigin } from "./starting/package-origin.ts";
import {
  type NewOffice,
  type StarterFile,
  settingsPath,
  starterFiles,
} from "./starting/starter-files.ts";
import { onlyUnit, readUnitList } from "./starting/unit-list.ts";
import { shown } from "./writing/given.ts";
import { type Ask, askText, NoAnswer, terminalQuestions } from "./writing/questions.ts";

await run("init", async (options) => {
  const { folder, today } = options;
  const origin = packageOrigin(options.package);
  const { units, unread, ...answers } = await complete(options);
  const isThere = existsSync(join(folder, settingsPath));
  const files = starterFiles({ ...answers, units, today, origin }).filter(
    ({ isFirst }) => !(isFirst && isThere),
  );
  const kept: string[] = [];
  for (const file of files) if (!(await write(folder, file))) kept.push(file.path);

  const say = (text: string) => process.stdout.write(`${text}\n`);
  for (const title of unread) say(`Danh sách đơn vị: bỏ qua cột “${title}”.`);
  for (const path of kept) say(`Đã có sẵn, giữ nguyên: ${path}`);
  const content = join(folder, "content");
  const cache = join(folder, ".cache");
  const { problems } = await check({ content, cache, drafts: false, today });
  process.stderr.write(
    reportText(problems, { content, format: "text", lang: "vi", paint: paintFor(process.stderr) }),
  );
  const written = files.length - kept.length;
  const isInGit = await gitIn(folder, ["rev-parse", "--git-dir"]).then(
    () => true,
    () => false,
  );
  say(
    isThere
      ? `Thư mục này đã có trang tin từ trước, nên giữ nguyên tên trang và các câu trả lời cũ; đã thêm ${written} tệp còn thiếu.`
      : `Đã tạo trang tin “${answers.name}”: ${written} tệp, ${units.length} đơn vị, 1 bài.`,
  );
  const enter = resolve(folder) === process.cwd() ? "" : `  cd ${shown(folder)}\n`;
  say(`Bước tiếp theo:
${enter}${isInGit ? "" : "  git init           lưu lại mọi lần sửa; các lệnh hook, review và upgrade cần có\n"}  npm install
  npm start          xem thử ở http://localhost:8080, soạn bài ở http://localhost:8080/_soan/
  npm run build      dựng trang vào thư mục _site
Thông tin chung của trang ở content/site.yaml, đơn vị ở content/units.yaml. Hướng dẫn: docs/huong-dan.md.`);
  return problems.some(isError) ? 1 : 0;
});

/** Writes a file unless something is in its place; returns whether it was written. */
async function write(folder: string, file: StarterFile): Promise<boolean> {
  const path = join(folder, file.path);
  await mkdir(dirname(path), { recursive: true });
  try {
    if ("text" in file) await writeFile(path, file.text, { flag: "wx" });
    else await copyFile(resolve(inProject(""), file.copyOf), path, constants.COPYFILE_EXCL);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  // npm takes the rights away that a file needs to be run.
  if (file.isProgram) await chmod(path, 0o755);
  return true;
}

type Answers = Pick<NewOffice, "name" | "owner" | "responsible" | "url" | "units"> & {
  /** Columns of the list of units that mean nothing here. */
  readonly unread: readonly string[];
};

/** Completes the answers: asks for what no option says, where it may ask. */
async function complete(options: Options<"init">): Promise<Answers> {
  const { url, units } = options;
  // A variable of CI that is not set gives an empty option.
  const [name, owner, responsible] = [options.name, options.owner, options.responsible].map(
    (given) => given || undefined,
  );
  if (options.yes || !process.stdin.isTTY) {
    const missing = Object.entries({ name, owner, responsible })
      .filter(([, value]) => value === undefined)
      .map(([option]) => `--${option}`);
    if (name === undefined || owner === undefined || responsible === undefined)
      throw new WrongUse(
        `Còn thiếu: ${missing.join(", ")}.${options.yes ? "" : " Ở đây không hỏi được, vì lệnh không chạy trực tiếp trong cửa sổ dòng lệnh."}`,
      );
    return { name, owner, responsible, url: url ?? laterAddress, ...(await unitsOf(units, owner)) };
  }
  const { ask, end } = terminalQuestions();
  try {
    const answers = {
      name: name ?? (await askText(ask, "Tên của trang tin")),
      owner: owner ?? (await askText(ask, "Cơ quan chủ quản")),
      responsible: responsible ?? (await askText(ask, "Người chịu trách nhiệm nội dung")),
      url: url ?? (await askAddress(ask)),
    };
    return { ...answers, ...(await askUnits(ask, units, answers.owner)) };
  } catch (error) {
    if (error instanceof NoAnswer) throw new WrongUse("Đã dừng, chưa tạo tệp nào.");
    throw error;
  } finally {
    end();
  }
}

async function unitsOf(
  file: string | undefined,
  owner: string,
): Promise<Pick<Answers, "units" | "unread">> {
  if (file === undefined) return { units: [onlyUnit(owner)], unread: [] };
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new WrongUse(`Không có tệp “${file}”.`) : error;
  });
  return readUnitList(bytes, file);
}

/** Asks until an address is understood; an empty line leaves it for later. */
async function askAddress(ask: Ask): Promise<string> {
  for (;;) {
    const answer = await askText(ask, "Địa chỉ trang trên mạng (chưa có thì Enter)", laterAddress);
    try {
      return siteAddress.read(answer, "url");
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      process.stdout.write(
        `Chưa phải là một địa chỉ đúng, ví dụ https://ban-tin.example: “${answer}”.\n`,
      );
    }
  }
}

/** Asks for the list of units until it can be read; an empty line takes the owner alone. */
async function askUnits(
  ask: Ask,
  given: string | undefined,
  owner: string,
): Promise<Pick<Answers, "units" | "unread">> {
  if (given !== undefined) return unitsOf(given, owner);
  for (;;) {
    const answer = await ask(
      `Tệp danh sách đơn vị, .txt hoặc .csv (Enter để chỉ có ${owner}; thêm sau ở units.yaml): `,
    );
    try {
      return await unitsOf(answer === "" ? undefined : answer, owner);
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      process.stdout.write(`${error.message}\n`);
    }
  }
}
