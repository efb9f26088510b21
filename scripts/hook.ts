import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { checkOut, gitIn, zeroSplit } from "../src/cache/git.ts";
import { isError } from "../src/problems/problem.ts";
import { todayFrom, understood, WrongUse } from "./cli/options.ts";
import { countText, reportText } from "./cli/report.ts";
import { paintFor, runWith } from "./cli/terminal.ts";
import { check } from "./site/make-site.ts";

const help = `Kiểm tra bài ngay trước mỗi lần git commit trên máy này.

  npm run hook                bật
  npm run hook -- --remove    tắt
  npm run hook -- --staged    kiểm tra những gì đã git add (git tự gọi)

Bài có lỗi thì chưa commit được; cảnh báo thì vẫn được. Bỏ qua một lần: git commit --no-verify

Mã kết thúc: 0 xong; 1 bài có lỗi, hoặc máy đã có móc riêng; 2 dùng sai hoặc chương trình hỏng.
`;

type Args = { readonly task: "install" | "remove" | "staged"; readonly content: string };

const ours = ".githooks";

await runWith(help, readArgs, async ({ task, content }) => {
  if (task === "staged") return checkStaged(content);
  const set = (await gitIn(".", ["config", "--get", "core.hooksPath"]).catch(() => "")).trim();
  if (task === "remove") {
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
  await gitIn(".", ["config", "core.hooksPath", ours]);
  process.stdout.write(
    "Đã bật: từ nay git commit kiểm tra bài trước khi ghi. Tắt bằng: npm run hook -- --remove\n",
  );
  return 0;
});

/** A hook that somebody has made for this repository; git would no longer call it. */
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

/** Looks at what is staged, which may be less than what lies in the folder. */
async function checkStaged(content: string): Promise<0 | 1> {
  const repository = (await gitIn(".", ["rev-parse", "--show-toplevel"])).trim();
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
      ]),
    );
  const [staged, gone] = await Promise.all([list("ACMRT"), list("D")]);
  if (staged.length + gone.length === 0) return 0;
  const cache = resolve(".cache");
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-commit-"));
  const here = process.cwd();
  try {
    await checkOut(repository, content, undefined, folder);
    // So that paths are those of the repository.
    process.chdir(folder);
    const today = todayFrom(undefined);
    const { problems } = await check({ content, cache, drafts: false, today });
    // What is deleted, and the data files, may break articles that are not touched.
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

function readArgs(words: readonly string[]): Args | undefined {
  const { values } = understood({
    args: [...words],
    options: {
      remove: { type: "boolean", default: false },
      staged: { type: "boolean", default: false },
      content: { type: "string", default: "content" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  const { remove, staged, content } = values;
  if (remove && staged) throw new WrongUse("Chỉ dùng một trong hai: --remove, --staged.");
  return { task: remove ? "remove" : staged ? "staged" : "install", content };
}
