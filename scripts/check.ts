import { isError } from "../src/problem.ts";
import { countText, reportText } from "../src/report.ts";
import { formatNumber } from "../src/vietnamese.ts";
import { check } from "./compile.ts";
import { run } from "./terminal.ts";

const help = `Kiểm tra nội dung mà không dựng trang.

  npm run check -- [tùy chọn]

  --content THƯ_MỤC            thư mục nội dung (mặc định: content)
  --output, --cache, --drafts, --now   như lệnh build
  --format text|json|github    cách in: cho người đọc, cho máy, cho GitHub (mặc định: text)
  --lang vi|en                 ngôn ngữ của thông báo (mặc định: vi)

Mã kết thúc: 0 không có lỗi (có thể có cảnh báo); 1 nội dung có lỗi; 2 dùng sai hoặc chương trình hỏng.
`;

const say = {
  vi: (articles: number, found: string) =>
    `Đã kiểm tra ${formatNumber(articles)} bài: ${found === "" ? "không có lỗi" : found}.`,
  en: (articles: number, found: string) =>
    `Checked ${articles} ${articles === 1 ? "article" : "articles"}: ${found === "" ? "no problems" : found}.`,
} as const;

await run("check", help, async (options) => {
  const { problems, articles } = await check(options);
  process.stdout.write(reportText(problems, options));
  if (options.format === "text") {
    const found = problems.length === 0 ? "" : countText(problems, options.lang);
    process.stdout.write(`${say[options.lang](articles, found)}\n`);
  }
  return problems.some(isError) ? 1 : 0;
});
