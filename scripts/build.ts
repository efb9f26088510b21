import { writeFile } from "node:fs/promises";
import { timings } from "../src/cache/timings.ts";
import type { Language } from "../src/problems/problem.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { buildSite } from "./build-site.ts";
import type { Built } from "./building.ts";
import { countText, reportText } from "./cli/report.ts";
import { paintFor, progressLine, run } from "./cli/terminal.ts";

type Facts = Pick<Built, "articles" | "drafts" | "due"> &
  NonNullable<Built["site"]> & {
    readonly output: string;
    readonly warnings: number;
    readonly seconds: number;
  };

const say = {
  vi: {
    faulty: (count: string) =>
      `Chưa dựng trang vì nội dung có ${count}. Trang đang có vẫn được giữ nguyên.`,
    built: ({ output, articles, pages, pictures, newPictures, warnings, seconds }: Facts) =>
      `Đã dựng ${output}: ${formatNumber(articles)} bài, ${formatNumber(pages)} trang, ${formatNumber(pictures)} ảnh (${formatNumber(newPictures)} ảnh mới), ${formatNumber(warnings)} cảnh báo, trong ${formatNumber(seconds)} giây.`,
    nothing: "Không có tệp nào thay đổi.",
    changed: (drawn: number, why: string, { written, removed }: Facts) =>
      `Vẽ ${formatNumber(drawn)} trang${why}; ghi ${formatNumber(written)} tệp, xóa ${formatNumber(removed)} tệp.`,
    reasons: {
      new: (count: number) => `${formatNumber(count)} trang mới`,
      sources: (count: number) => `${formatNumber(count)} trang có nội dung thay đổi`,
      code: (count: number) => `${formatNumber(count)} trang vì chương trình thay đổi`,
      damaged: (count: number) => `${formatNumber(count)} trang có tệp bị mất hoặc bị sửa tay`,
    },
    why: {
      new: "lần dựng trước chưa có trang này.",
      sources: "bài viết hoặc số liệu mà trang lấy vào đã thay đổi.",
      code: "chương trình hoặc cách trình bày đã thay đổi.",
      damaged: "tệp của trang đã mất hoặc bị sửa tay.",
      unchanged: "không vẽ lại, vì không có gì trang lấy vào thay đổi.",
      none: "không có trang nào ở địa chỉ này.",
    },
    unpublished: ({ drafts, due }: Facts) =>
      `Chưa đăng: ${formatNumber(drafts)} bài nháp, ${formatNumber(due)} bài đề ngày sau hôm nay.`,
  },
  en: {
    faulty: (count: string) => `Not built: the content has ${count}. The site is as it was.`,
    built: ({ output, articles, pages, pictures, newPictures, warnings, seconds }: Facts) =>
      `Built ${output}: ${articles} articles, ${pages} pages, ${pictures} pictures (${newPictures} new), ${warnings} warnings, in ${seconds} s.`,
    nothing: "No file has changed.",
    changed: (drawn: number, why: string, { written, removed }: Facts) =>
      `${drawn} pages drawn${why}; ${written} files written, ${removed} removed.`,
    reasons: {
      new: (count: number) => `${count} new`,
      sources: (count: number) => `${count} made from something that changed`,
      code: (count: number) => `${count} because the program changed`,
      damaged: (count: number) => `${count} whose file was gone or edited by hand`,
    },
    why: {
      new: "there was no such page before.",
      sources: "articles or figures that it shows have changed.",
      code: "the program or the layout has changed.",
      damaged: "its file was gone or edited by hand.",
      unchanged: "not drawn, for nothing that it shows has changed.",
      none: "there is no page at this address.",
    },
    unpublished: ({ drafts, due }: Facts) =>
      `Not published: ${drafts} drafts, ${due} articles of later days.`,
  },
} as const;

await run("build", async (options) => {
  const started = performance.now();
  const { progress, end } = progressLine(options.lang);
  const { problems, site, ...counts } = await buildSite(options, progress).finally(end);
  process.stderr.write(reportText(problems, { ...options, paint: paintFor(process.stderr) }));
  const words = say[options.lang];
  if (site === undefined) {
    process.stderr.write(`${words.faulty(countText(problems, options.lang))}\n`);
    return 1;
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const { output } = options;
  const facts: Facts = { ...counts, ...site, output, warnings: problems.length, seconds };
  process.stdout.write(`${words.built(facts)}\n${changesText(facts, options.lang)}\n`);
  if (facts.drafts + facts.due > 0) process.stdout.write(`${words.unpublished(facts)}\n`);
  if (options.why !== undefined)
    process.stdout.write(`${options.why}: ${words.why[site.why?.reason ?? "none"]}\n`);
  if (options.profile !== undefined) await writeProfile(options.profile, started, site);
  return 0;
});

/** How much was done, and why. */
function changesText(facts: Facts, lang: Language): string {
  const words = say[lang];
  const { reasons, written, removed } = facts;
  const known = (["new", "sources", "code", "damaged"] as const).filter((one) => reasons[one] > 0);
  const drawn = known.reduce((sum, reason) => sum + reasons[reason], 0);
  if (drawn + written + removed === 0) return words.nothing;
  const why = known.map((reason) => words.reasons[reason](reasons[reason])).join(", ");
  return words.changed(drawn, why === "" ? "" : ` (${why})`, facts);
}

/** What took how long, in milliseconds; for the bench, and for whoever makes builds faster. */
async function writeProfile(
  path: string,
  started: number,
  site: NonNullable<Built["site"]>,
): Promise<void> {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const profile = {
    wall: Math.round(performance.now() - started),
    cpu: Math.round((userCPUTime + systemCPUTime) / 1000),
    memory: Math.round(maxRSS / 1000),
    phases: timings(),
    pages: site.pages,
    reasons: site.reasons,
    written: site.written,
    removed: site.removed,
    unchanged: site.unchanged,
  };
  await writeFile(path, `${JSON.stringify(profile, undefined, 2)}\n`);
}
