import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gitIn } from "../src/cache/git.ts";
import { inProject, isPackage } from "../src/cache/project.ts";
import { Refused } from "./cli/refused.ts";
import { run } from "./cli/terminal.ts";
import { type PackageOrigin, packageOrigin } from "./starting/package-origin.ts";
import { changesText, siteChanges } from "./starting/site-changes.ts";
import { programFiles } from "./starting/starter-files.ts";

/*
 * The program replaces itself here. All that follows after npm is done in processes of the new one,
 * so nothing of the old one may be loaded later.
 */

await run("upgrade", async ({ version, now }) => {
  if (!isPackage)
    throw new Refused("Lệnh này dành cho trang tin cài gói ban-tin; ở kho mã nguồn thì dùng git.");
  const origin = packageOrigin(version);
  await mustBeCommitted();
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (await isInUse(origin)) {
    say("Trang tin đang dùng đúng bản này, nên không có gì để nâng cấp.");
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-nang-cap-"));
  const output = (name: string) => join(folder, name);
  const day = now === undefined ? [] : ["--now", now];
  try {
    say("Dựng thử trang bằng bản đang có …");
    const args = ["build", "--cache", output("cache"), ...day];
    if ((await program([...args, "--output", output("truoc")])) !== 0)
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
    say("Kiểm tra và sửa bài theo bản mới …");
    if ((await program(["check", "--fix", ...day])) !== 0) return saysUndone();
    say("Dựng thử trang bằng bản mới …");
    if ((await program([...args, "--output", output("sau")])) !== 0) return saysUndone();
    process.stdout.write(changesText(siteChanges(output("truoc"), output("sau"))));
    say(`Xem các tệp đã đổi bằng git status; vừa ý thì commit, không thì ${undo}.`);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

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

/** Runs a command of the installed program, and returns its exit code. */
function program(args: readonly string[]): Promise<number> {
  return done(process.execPath, [inProject("scripts/ban-tin.js"), ...args]);
}

function done(file: string, args: readonly string[]): Promise<number> {
  // On Windows npm is a script of the shell.
  const shell = file === "npm" && process.platform === "win32";
  const child = spawn(file, args, { stdio: ["ignore", "ignore", "inherit"], shell });
  return new Promise((end, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => end(code ?? 2));
  });
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
  if ((await done("npm", ["install", "--no-audit", "--no-fund", "--loglevel", "error"])) !== 0) {
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
