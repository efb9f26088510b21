import { join } from "node:path";
import { preview } from "../.eleventy.ts";
import { editorFolder } from "../src/editor-api.ts";
import type { Options } from "../src/options.ts";
import { countText, reportText } from "../src/report.ts";
import { buildPages } from "./build-site.ts";
import type { Built } from "./building.ts";
import { editorServer } from "./editor/server.ts";
import { problemServer } from "./preview-problems.ts";
import { paintFor, run } from "./terminal.ts";

const help = `Xem thử trang tin trên máy này; trang tự tải lại mỗi khi một tệp được lưu.

  npm start -- [tùy chọn]

  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --cache THƯ_MỤC     nơi giữ ảnh và bản xem thử (mặc định: .cache)
  --now NGÀY          coi ngày này là hôm nay, ví dụ 2024-01-31
  --port SỐ           cổng (mặc định: 8080)

Không quen viết tệp Markdown thì soạn bài bằng biểu mẫu ở trang /_soan/ trên cùng địa chỉ ấy.
Bài nháp và bài đề ngày sau này cũng hiện ra, có đánh dấu. Lỗi của nội dung hiện ở đây và ngay trên trang.
Bấm Ctrl+C để dừng.
`;

await run("start", help, async (options) => {
  const output = join(options.cache, "xem-thu");
  // What is not public yet is what its writer wants to see.
  const shown = { ...options, drafts: true, output };
  const overlay = problemServer(shown);
  const editor = editorServer(shown);
  const inTurn = newQueue();
  let builds = 0;
  const build = async () => {
    const { built, rest } = await buildPages({ ...shown, isPreview: true });
    builds += 1;
    const own = builds;
    report(built, options, own === 1);
    overlay.tell(built.problems);
    editor.tell(built.problems);
    // Nobody who looks at an article wants to wait for cards and the search index. What has been saved
    // meanwhile makes them anew.
    rest?.ready
      .then(() => inTurn(async () => (own === builds ? rest.add() : undefined)))
      .catch((error: unknown) => process.stderr.write(`${error}\n`));
  };
  await preview(shown, () => inTurn(build), [editor.middleware, overlay.middleware]);
  const address = `http://localhost:${options.port}`;
  process.stdout.write(
    `Xem thử tại ${address}/\nSoạn bài bằng biểu mẫu tại ${address}${editorFolder}\n`,
  );
  return 0;
});

/** Does one thing after the other: two builds of one site would be in each other's way. */
function newQueue(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const own = last.then(work);
    last = own.catch(() => {});
    return own;
  };
}

function report({ problems, site, articles }: Built, options: Options, isFirst: boolean): void {
  process.stderr.write(reportText(problems, { ...options, paint: paintFor(process.stderr) }));
  if (site === undefined) {
    const then = isFirst
      ? "Sửa xong và lưu lại, trang sẽ hiện ra."
      : "Trang vẫn hiện bản trước đó.";
    process.stderr.write(`Nội dung có ${countText(problems, options.lang)}. ${then}\n`);
  } else {
    const time = new Date().toLocaleTimeString("vi");
    process.stdout.write(`${time}: ${articles} bài, ${site.pages} trang.\n`);
  }
}
