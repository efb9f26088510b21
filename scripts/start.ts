import { join } from "node:path";
import { preview } from "../.eleventy.ts";
import { countText, reportText } from "../src/report.ts";
import { buildSite } from "./build-site.ts";
import { run } from "./terminal.ts";

const help = `Xem thử trang tin trên máy này; trang tự tải lại mỗi khi một tệp được lưu.

  npm start -- [tùy chọn]

  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --cache THƯ_MỤC     nơi giữ ảnh và bản xem thử (mặc định: .cache)
  --drafts            xem cả bài nháp và bài đề ngày sau này
  --now NGÀY          coi ngày này là hôm nay, ví dụ 2024-01-31
  --port SỐ           cổng (mặc định: 8080)

Bấm Ctrl+C để dừng.
`;

await run("start", help, async (options) => {
  const output = join(options.cache, "xem-thu");
  let isFirst = true;
  await preview({ ...options, output }, async () => {
    const { problems, site, articles } = await buildSite({ ...options, output, isPreview: true });
    process.stderr.write(reportText(problems, options));
    if (site === undefined) {
      const then = isFirst
        ? "Sửa xong và lưu lại, trang sẽ hiện ra."
        : "Trang vẫn hiện bản trước đó.";
      process.stderr.write(`Nội dung có ${countText(problems, options.lang)}. ${then}\n`);
    } else {
      process.stdout.write(
        `${new Date().toLocaleTimeString("vi")}: ${articles} bài, ${site.pages} trang.\n`,
      );
    }
    isFirst = false;
  });
  process.stdout.write(`Xem thử tại http://localhost:${options.port}/\n`);
  return 0;
});
