import { compile, writeSite } from "../.eleventy.ts";
import { openStaging } from "../src/output.ts";
import { countText, reportText } from "../src/report.ts";
import { formatNumber } from "../src/vietnamese.ts";
import { progressLine, run } from "./terminal.ts";

const help = `Dựng trang tin: đọc thư mục nội dung, ghi trang HTML.

  npm run build -- [tùy chọn]

  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --output THƯ_MỤC    nơi ghi trang (mặc định: _site)
  --cache THƯ_MỤC     nơi giữ ảnh đã làm (mặc định: .cache)
  --drafts            đăng cả bài nháp và bài đề ngày sau này
  --now NGÀY          coi ngày này là hôm nay, ví dụ 2024-01-31
  --lang vi|en        ngôn ngữ của thông báo (mặc định: vi)

Mã kết thúc: 0 xong; 1 nội dung có lỗi, trang cũ giữ nguyên; 2 dùng sai hoặc chương trình hỏng.
`;

await run("build", help, async (options) => {
  const started = performance.now();
  const { progress, end } = progressLine();
  const { problems, site, articles } = await compile(options, progress).finally(end);
  process.stderr.write(reportText(problems, options));
  if (site === undefined) {
    process.stderr.write(
      `Chưa dựng trang vì nội dung có ${countText(problems, options.lang)}. Trang đang có vẫn được giữ nguyên.\n`,
    );
    return 1;
  }
  const staging = await openStaging(options.output, options.content);
  await writeSite(site, staging, progress).finally(end);
  const { all, made } = site.pictures;
  const seconds = formatNumber(Math.round((performance.now() - started) / 100) / 10);
  const parts = [
    `${formatNumber(articles)} bài`,
    `${formatNumber(site.pages.length)} trang`,
    `${formatNumber(all)} ảnh${made > 0 ? ` (${formatNumber(made)} ảnh mới)` : ""}`,
    ...(problems.length > 0 ? [`${formatNumber(problems.length)} cảnh báo`] : []),
  ];
  process.stdout.write(`Đã dựng ${options.output}: ${parts.join(", ")}, trong ${seconds} giây.\n`);
  return 0;
});
