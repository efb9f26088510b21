import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gitIn } from "../src/cache/git.ts";
import { inProject, isPackage } from "../src/cache/project.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { Refused } from "./cli/refused.ts";
import { run } from "./cli/terminal.ts";
import {
  copyContent,
  hasEdits,
  mendedFiles,
  mendingText,
  takeMended,
} from "./starting/migration.ts";
import { type PackageOrigin, packageOrigin } from "./starting/package-origin.ts";
import { changesText, siteChanges } from "./starting/site-changes.ts";
import { programFiles } from "./starting/starter-files.ts";
import { writeUpgradeReport } from "./starting/upgrade-report.ts";
import { NoAnswer, terminalQuestions } from "./writing/questions.ts";

/*
 * The program replaces itself here. All that follows after npm is done in processes of the new one,
 * so nothing of the old one may be loaded later.
 */

await run("upgrade", async ({ version, content, cache, now, yes }) => {
  if (!isPackage)
    throw new Refused("Lệnh này dành cho trang tin cài gói ban-tin; ở kho mã nguồn thì dùng git.");
  const origin = packageOrigin(version);
  await mustBeCommitted();
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (await isInUse(origin)) {
    say("Trang tin đang dùng đúng bản này, nên không có gì để nâng cấp.");
    return 0;
  }
  await mustBeThere(origin);
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-nang-cap-"));
  const output = (name: string) => join(folder, name);
  const outputs = { before: output("truoc"), after: output("sau") };
  const day = now === undefined ? [] : ["--now", now];
  try {
    say("Dựng thử trang bằng bản đang có …");
    const args = ["build", "--content", content, "--cache", output("cache"), ...day];
    if (!(await program([...args, "--output", outputs.before])))
      throw new Refused(
        "Trang đang có lỗi nên chưa so sánh được. Xin chạy npm run check và sửa trước.",
      );
    const own = await ownFiles();
    say("Cài bản mới …");
    const added = await install(origin);
    const undo = `git restore .${added === undefined ? "" : `, xóa ${added}`} rồi npm ci`;
    const saysUndone = (): 1 => {
      say(
        `Bản mới đã được cài, nhưng với bản ấy trang còn lỗi; lý do ở trên. Xin sửa rồi commit; muốn trở lại bản cũ thì ${undo}.`,
      );
      return 1;
    };
    await replaceFiles(own);
    say("Kiểm tra bài theo bản mới …");
    const copy = await copyContent(content, output("ban-sao"));
    const check = ["check", "--fix", "--content", copy.content, "--cache", output("cache-sao")];
    if (!(await program([...check, ...day], copy.root))) return saysUndone();
    const mended = await mendedFiles(content, copy);
    if (mended.length > 0) {
      process.stdout.write(mendingText(content, copy, mended, process.stdout.isTTY));
      const later = "Khi muốn sửa như trên: npm run check -- --fix";
      if (!yes && !(await isWanted(mended.length))) say(`Chưa sửa bài nào. ${later}`);
      else if (await hasEdits(content))
        say(`Trong lúc nâng cấp có tệp vừa được sửa, nên chưa sửa bài nào. ${later}`);
      else await takeMended(content, copy, mended);
    }
    say("Dựng thử trang bằng bản mới …");
    if (!(await program([...args, "--output", outputs.after]))) return saysUndone();
    const changes = siteChanges(outputs.before, outputs.after);
    process.stdout.write(changesText(changes));
    say(await writeUpgradeReport(changes, outputs, join(cache, "nang-cap")));
    say(`Xem các tệp đã đổi bằng git status; vừa ý thì commit, không thì ${undo}.`);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Asks whether articles are to be changed as it was shown; nobody who cannot be asked wants it. */
async function isWanted(files: number): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const questions = terminalQuestions();
  try {
    const asked = `Sửa ${formatNumber(files)} tệp như trên? Gõ c (có) hoặc k (không): `;
    return /^c(?:ó)?$/iu.test(await questions.ask(asked));
  } catch (error) {
    if (error instanceof NoAnswer) return false;
    throw error;
  } finally {
    questions.end();
  }
}

/** Throws `Refused` unless git has all of the office, so that everything can be undone. */
async function mustBeCommitted(): Promise<void> {
  const status = await gitIn(".", ["status", "--porcelain"]).catch(() => undefined);
  if (status === undefined)
    throw new Refused(
      "Thư mục này không phải kho git, nên không trở lại bản cũ được. Xin chạy git init rồi commit trước.",
    );
  if (status.trim() !== "")
    throw new Refused(
      `Còn thay đổi chưa commit. Xin commit trước, để trở lại được nếu cần:\n${status.trimEnd()}`,
    );
}

/** Runs a command of the installed program; when it fails, what it said is printed. */
async function program(args: readonly string[], cwd = "."): Promise<boolean> {
  const all = [inProject("scripts/ban-tin.js"), ...args];
  const { code, printed } = await done(process.execPath, all, cwd);
  if (code !== 0) process.stderr.write(printed);
  return code === 0;
}

/** Runs a program to its end; what it says of faults is printed at once. */
function done(
  file: string,
  args: readonly string[],
  cwd = ".",
): Promise<{ readonly code: number; readonly printed: string }> {
  // On Windows npm is a script of the shell.
  const shell = file === "npm" && process.platform === "win32";
  const child = spawn(file, args, { cwd, stdio: ["ignore", "pipe", "inherit"], shell });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  return new Promise((end, fail) => {
    child.on("error", fail);
    child.on("close", (code) => end({ code: code ?? 2, printed }));
  });
}

/** Throws `Refused` when the registry has no such version; of an archive that is known already. */
async function mustBeThere({ version, archive }: PackageOrigin): Promise<void> {
  if (archive !== undefined || /[/:]/u.test(version)) return;
  const wish = ["view", `ban-tin@${version}`, "version", "--loglevel", "error"];
  const { code, printed } = await done("npm", wish);
  if (code === 0 && printed.trim() !== "") return;
  throw new Refused(
    `Kho gói không có bản “${version}” của ban-tin, hoặc không nối được tới kho. Trang tin vẫn như cũ. Xin xem lại số phiên bản, hoặc dùng tệp .tgz của bản mới.`,
  );
}

/** Returns whether the office has this very version. Throws `Refused` for another of its name. */
async function isInUse({ version, archive }: PackageOrigin): Promise<boolean> {
  const { dependencies } = JSON.parse(await readFile("package.json", "utf8"));
  // A word such as `latest` means another version from day to day.
  if (archive === undefined)
    return /^\d+\.\d+\.\d/u.test(version) && dependencies?.["ban-tin"] === version;
  const here = await readFile(archive.name).catch(() => undefined);
  if (here !== undefined && !here.equals(await readFile(archive.path)))
    throw new Refused(
      `Đã có một bản khác mang tên ${archive.name}. Xin đổi tên tệp .tgz của bản mới rồi chạy lại.`,
    );
  return dependencies?.["ban-tin"] === version;
}

/**
 * Has npm install another version. When that fails, the old one stays.
 *
 * @returns the archive that is new in the office
 */
async function install({ version, archive }: PackageOrigin): Promise<string | undefined> {
  const before = await readFile("package.json", "utf8");
  const lock = await readFile("package-lock.json", "utf8").catch(() => undefined);
  const whole = JSON.parse(before);
  const old: string = whole.dependencies?.["ban-tin"] ?? "";
  whole.dependencies = { ...whole.dependencies, "ban-tin": version };
  const isNew = archive !== undefined && !existsSync(archive.name);
  if (isNew) {
    await mkdir(dirname(archive.name), { recursive: true });
    await copyFile(archive.path, archive.name);
  }
  await writeFile("package.json", `${JSON.stringify(whole, undefined, 2)}\n`);
  // Under `npm run --silent` npm would not say why it failed.
  const wish = ["install", "--no-audit", "--no-fund", "--loglevel", "error"];
  if ((await done("npm", wish)).code !== 0) {
    await writeFile("package.json", before);
    if (lock !== undefined) await writeFile("package-lock.json", lock);
    if (isNew) await rm(archive.name, { force: true });
    throw new Refused(
      "Không cài được bản mới, nên vẫn giữ bản cũ; lý do ở trên. Gói ban-tin không có trong kho gói thì xin dùng tệp .tgz của bản mới thay cho số phiên bản. Nếu lệnh nào báo thiếu gói, xin chạy npm ci.",
    );
  }
  if (/^file:goi\//u.test(old) && old !== version)
    await rm(old.slice("file:".length), { force: true });
  return isNew ? archive.name : undefined;
}

/** Returns those of the program's files in the office that nobody has changed. */
async function ownFiles(): Promise<readonly (typeof programFiles)[number][]> {
  const same = await Promise.all(
    programFiles.map(async (file) => {
      if (!("copyOf" in file)) return false;
      const texts = [file.path, inProject(file.copyOf)].map((path) =>
        readFile(path, "utf8").catch(() => undefined),
      );
      const [here, ours] = await Promise.all(texts);
      return here === ours;
    }),
  );
  return programFiles.filter((_, at) => same[at]);
}

/** Brings files of the program as the new version has them. */
async function replaceFiles(files: readonly (typeof programFiles)[number][]): Promise<void> {
  for (const file of files)
    if ("copyOf" in file) await copyFile(inProject(file.copyOf), file.path).catch(() => {});
}
