import { mending } from "../src/cache/cache.ts";
import { noProgress, type Progress } from "../src/cache/progress.ts";
import { findContent } from "../src/load.ts";
import { openOutput } from "../src/output/output.ts";
import { reportText } from "./cli/report.ts";
import { paintFor, progressLine, run } from "./cli/terminal.ts";
import { doneText, notBuiltText, writeProfile } from "./site/build-report.ts";
import { type MakeOptions, madeFrom, makeSite } from "./site/make-site.ts";
import { asBuilt, type Built, writeSite } from "./site/write-site.ts";

export type BuildOptions = MakeOptions & {
  /** The folder of the site. */
  readonly output: string;
  /** The address of a page of which the result should say why it was drawn or was not. */
  readonly why?: string | undefined;
};

/**
 * Builds a site from a content folder, and writes of it what has changed. While a problem is an error
 * nothing is written and the site that is there stays. Throws `OutputRefused` when the output may not
 * be written to.
 */
export function build(options: BuildOptions, progress: Progress = noProgress): Promise<Built> {
  return mending(async () => {
    await using output = await openOutput(options);
    const content = await findContent(options.content);
    const from = madeFrom(content, options);
    if (await output.isAsBuilt(from)) return asBuilt(output, options.why);

    const made = await makeSite(content, options, progress);
    if (made.kind === "faulty") return made;
    return writeSite(output, { ...made, madeFrom: from }, options.why, progress);
  });
}

const help = `Dựng trang tin: đọc thư mục nội dung, ghi trang HTML.

  npm run build -- [tùy chọn]

  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --output THƯ_MỤC    nơi ghi trang (mặc định: _site)
  --cache THƯ_MỤC     nơi giữ những gì không phải làm lại (mặc định: .cache)
  --drafts            đăng cả bài nháp và bài đề ngày sau này
  --now NGÀY          coi ngày này là hôm nay, ví dụ 2024-01-31
  --lang vi|en        ngôn ngữ của thông báo (mặc định: vi)
  --why ĐỊA_CHỈ       nói vì sao trang ở địa chỉ ấy được vẽ lại hay không
  --shard K/N         chỉ ghi phần K trong N phần của trang; gộp các phần lại là đủ trang
  --profile TỆP       ghi ra tệp JSON việc nào mất bao lâu

Mã kết thúc: 0 xong; 1 nội dung có lỗi, trang cũ giữ nguyên; 2 dùng sai hoặc chương trình hỏng.
`;

if (import.meta.main) {
  await run("build", help, async (options) => {
    const started = performance.now();
    const { progress, end } = progressLine(options.lang);
    const built = await build(options, progress).finally(end);
    const manner = { ...options, paint: paintFor(process.stderr) };
    process.stderr.write(reportText(built.problems, manner));
    if (built.kind === "faulty") {
      process.stderr.write(notBuiltText(built, options.lang));
      return 1;
    }
    process.stdout.write(doneText(built, options, performance.now() - started));
    if (options.profile !== undefined) await writeProfile(options.profile, started, built);
    return 0;
  });
}
