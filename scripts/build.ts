import { countText, reportText } from "../src/report.ts";
import type { Update } from "../src/site-update.ts";
import { formatNumber } from "../src/vietnamese.ts";
import { buildSite } from "./build-site.ts";
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

type Built = {
  readonly output: string;
  readonly articles: number;
  readonly pages: number;
  readonly pictures: number;
  readonly newPictures: number;
  readonly warnings: number;
  readonly seconds: number;
  readonly drafts: number;
  readonly due: number;
} & Update;

const say = {
  vi: {
    faulty: (count: string) =>
      `Chưa dựng trang vì nội dung có ${count}. Trang đang có vẫn được giữ nguyên.`,
    built: ({ output, articles, pages, pictures, newPictures, warnings, seconds }: Built) =>
      `Đã dựng ${output}: ${formatNumber(articles)} bài, ${formatNumber(pages)} trang, ${formatNumber(pictures)} ảnh (${formatNumber(newPictures)} ảnh mới), ${formatNumber(warnings)} cảnh báo, trong ${formatNumber(seconds)} giây.`,
    changed: ({ drawn, written, removed }: Built) =>
      written + removed === 0
        ? "Không có tệp nào thay đổi."
        : `Vẽ lại ${formatNumber(drawn)} trang, ghi ${formatNumber(written)} tệp, xóa ${formatNumber(removed)} tệp.`,
    unpublished: ({ drafts, due }: Built) =>
      `Chưa đăng: ${formatNumber(drafts)} bài nháp, ${formatNumber(due)} bài đề ngày sau hôm nay.`,
  },
  en: {
    faulty: (count: string) => `Not built: the content has ${count}. The site is as it was.`,
    built: ({ output, articles, pages, pictures, newPictures, warnings, seconds }: Built) =>
      `Built ${output}: ${articles} articles, ${pages} pages, ${pictures} pictures (${newPictures} new), ${warnings} warnings, in ${seconds} s.`,
    changed: ({ drawn, written, removed }: Built) =>
      written + removed === 0
        ? "No file has changed."
        : `${drawn} pages drawn, ${written} files written, ${removed} removed.`,
    unpublished: ({ drafts, due }: Built) =>
      `Not published: ${drafts} drafts, ${due} articles of later days.`,
  },
} as const;

await run("build", help, async (options) => {
  const started = performance.now();
  const { progress, end } = progressLine(options.lang);
  const { problems, site, articles, drafts, due } = await buildSite(options, progress).finally(end);
  process.stderr.write(reportText(problems, options));
  if (site === undefined) {
    process.stderr.write(`${say[options.lang].faulty(countText(problems, options.lang))}\n`);
    return 1;
  }
  const built: Built = {
    output: options.output,
    articles,
    ...site,
    warnings: problems.length,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    drafts,
    due,
  };
  const words = say[options.lang];
  process.stdout.write(`${words.built(built)}\n${words.changed(built)}\n`);
  if (drafts + due > 0) process.stdout.write(`${words.unpublished(built)}\n`);
  return 0;
});
