import { check } from "../.eleventy.ts";
import { isError } from "../src/problem.ts";
import { countText, reportText } from "../src/report.ts";
import { formatNumber } from "../src/vietnamese.ts";
import { run } from "./terminal.ts";

const help = `Kiểm tra nội dung mà không dựng trang.

  npm run check -- [tùy chọn]

  --content THƯ_MỤC            thư mục nội dung (mặc định: content)
  --output, --cache, --drafts, --now   như lệnh build
  --format text|json|github    cách in: cho người đọc, cho máy, cho GitHub (mặc định: text)
  --lang vi|en                 ngôn ngữ của thông báo (mặc định: vi)

Mã kết thúc: 0 không có lỗi (có thể có cảnh báo); 1 nội dung có lỗi; 2 dùng sai hoặc chương trình hỏng.
`;

await run("check", help, async (options) => {
  const { problems, articles } = await check(options);
  process.stdout.write(reportText(problems, options));
  if (options.format === "text") {
    const found = problems.length === 0 ? "không có lỗi" : countText(problems, options.lang);
    process.stdout.write(`Đã kiểm tra ${formatNumber(articles)} bài sẽ đăng: ${found}.\n`);
  }
  return problems.some(isError) ? 1 : 0;
});
