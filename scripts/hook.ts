import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { checkOut, gitIn, zeroSplit } from "../src/cache/git.ts";
import type { Day } from "../src/day.ts";
import { officeFolder } from "../src/office-code.ts";
import { isError } from "../src/problems/problem.ts";
import { WrongUse } from "./cli/option.ts";
import { Refused } from "./cli/refused.ts";
import { countText, reportText } from "./cli/report.ts";
import { paintFor, run } from "./cli/terminal.ts";
import { check } from "./site/make-site.ts";

const ours = ".githooks";

await run("hook", async ({ remove, staged, content, today }) => {
  if (remove && staged) throw new WrongUse("Chỉ dùng một trong hai: --remove, --staged.");
  if (staged) return checkStaged(content, today);
  const set = (await gitIn(".", ["config", "--get", "core.hooksPath"]).catch(() => "")).trim();
  if (remove) {
    if (set === ours) await gitIn(".", ["config", "--unset", "core.hooksPath"]);
    process.stdout.write(
      set === ours
        ? "Đã tắt kiểm tra trước khi commit.\n"
        : "Kiểm tra trước khi commit đang tắt sẵn.\n",
    );
    return 0;
  }
  const other = set !== "" && set !== ours ? set : await ownHook();
  if (other !== undefined) {
    process.stderr.write(
      `Máy này đã có móc riêng (${other}), không thay. Muốn dùng cả hai, thêm vào móc ấy dòng: npm run --silent hook -- --staged\n`,
    );
    return 1;
  }
  await mustBeLookedAt(content);
  await gitIn(".", ["config", "core.hooksPath", ours]);
  process.stdout.write(
    "Đã bật: từ nay git commit kiểm tra bài trước khi ghi. Tắt bằng: npm run hook -- --remove\n",
  );
  return 0;
});

/** Throws `Refused` unless the hook, turned on, would look at a content folder. */
async function mustBeLookedAt(content: string): Promise<void> {
  const top = (await gitIn(".", ["rev-parse", "--show-toplevel"])).trim();
  const script = await readFile(join(top, ours, "pre-commit"), "utf8").catch(() => undefined);
  if (script === undefined)
    throw new Refused(
      `Chưa bật được: ở gốc kho git không có tệp ${ours}/pre-commit, mà git gọi tệp ấy trước khi commit. Lệnh init có ghi tệp này; xin chép nó vào gốc kho.`,
    );
  const isUsual = content === "content";
  const isLookedAt = script.includes(isUsual ? "--content " : `--content ${content}`);
  if (isLookedAt || (isUsual && existsSync(content))) return;
  const wanted = isUsual ? "THƯ_MỤC" : content;
  throw new Refused(
    `Chưa bật được: tệp ${ours}/pre-commit chỉ kiểm tra thư mục content ở gốc kho. Xin thay dòng cuối của tệp ấy, mỗi trang tin một dòng, rồi chạy lại lệnh này:\nnpm run --silent hook -- --staged --content ${wanted} || exit 1`,
  );
}

/** Returns the path of the repository's own hook, if any: with ours, git would not call it. */
async function ownHook(): Promise<string | undefined> {
  const path = await gitIn(".", ["rev-parse", "--git-path", "hooks/pre-commit"]).catch(() => {
    throw new WrongUse("Thư mục này không phải kho git.");
  });
  const isThere = await readFile(path.trim()).then(
    () => true,
    () => false,
  );
  return isThere && !path.includes(ours) ? path.trim() : undefined;
}

/** Checks what is staged, which may differ from what is in the folder; returns the exit code. */
async function checkStaged(content: string, today: Day): Promise<0 | 1> {
  const repository = (await gitIn(".", ["rev-parse", "--show-toplevel"])).trim();
  const code = officeFolder(content) ? [join(dirname(content), "layouts")] : [];
  const list = async (filter: string) =>
    zeroSplit(
      await gitIn(repository, [
        "diff",
        "--cached",
        "--name-only",
        "--no-renames",
        `--diff-filter=${filter}`,
        "-z",
        "--",
        content,
        ...code,
        // Several sites may share one.
        ":(glob)**/units.yaml",
      ]),
    );
  const [staged, gone] = await Promise.all([list("ACMRT"), list("D")]);
  if (staged.length + gone.length === 0) return 0;
  const cache = resolve(".cache");
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-commit-"));
  const here = process.cwd();
  try {
    await checkOut(repository, content, undefined, folder, code);
    // Reported paths then begin at the root of the repository.
    process.chdir(folder);
    const { problems } = await check({ content, cache, drafts: false, today });
    // A deleted file or a changed data file may break articles that are not staged.
    const isAboutAll = gone.length > 0 || staged.some((path) => path.endsWith(".yaml"));
    const own = new Set(staged.map((path) => path.slice(content.length + 1)));
    const found = problems.filter(({ path }) => isAboutAll || own.has(path));
    const options = {
      content,
      format: "text",
      lang: "vi",
      paint: paintFor(process.stderr),
    } as const;
    process.stderr.write(reportText(found, options));
    if (!found.some(isError)) return 0;
    process.stderr.write(
      `Chưa commit: ${countText(found, "vi")}. Sửa xong, git add lại rồi commit.\n`,
    );
    return 1;
  } finally {
    process.chdir(here);
    await rm(folder, { recursive: true, force: true });
  }
}
