import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Shard } from "../../src/shard.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { timings } from "../../src/work/timings.ts";
import type { Options } from "../cli/options.ts";
import { countText } from "../cli/report.ts";
import type { CheckResult } from "./make-site.ts";
import type { Done } from "./write-site.ts";

/* The messages of a build that has ended. */

type Facts = Done & {
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
    part: ({ number, of }: Shard, folder: string) =>
      `Đây chỉ là phần ${number} trong ${of} phần của trang. Đủ các phần thì gộp lại: npm run join -- ${folder}`,
    nothing: "Không có tệp nào thay đổi.",
    changed: (drawn: number, why: string, { written, removed }: Done) =>
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
    unpublished: ({ drafts, due }: Done) =>
      `Chưa đăng: ${formatNumber(drafts)} bài nháp, ${formatNumber(due)} bài đề ngày sau hôm nay.`,
  },
  en: {
    faulty: (count: string) => `Not built: the content has ${count}. The site is as it was.`,
    built: ({ output, articles, pages, pictures, newPictures, warnings, seconds }: Facts) =>
      `Built ${output}: ${articles} articles, ${pages} pages, ${pictures} pictures (${newPictures} new), ${warnings} warnings, in ${seconds} s.`,
    part: ({ number, of }: Shard, folder: string) =>
      `This is only part ${number} of ${of} of the site. With all of them there: npm run join -- ${folder}`,
    nothing: "No file has changed.",
    changed: (drawn: number, why: string, { written, removed }: Done) =>
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
      unchanged: "not drawn, because nothing that it shows has changed.",
      none: "there is no page at this address.",
    },
    unpublished: ({ drafts, due }: Done) =>
      `Not published: ${drafts} drafts, ${due} articles of later days.`,
  },
} as const;

/** Says why nothing was built. */
export function notBuiltText({ problems }: CheckResult, lang: Options["lang"]): string {
  return `${say[lang].faulty(countText(problems, lang))}\n`;
}

/** Says what was built, how much of it was new, and for `--why` why a page was drawn. */
export function doneText(
  built: Done,
  { lang, output, why, shard }: Pick<Options, "lang" | "output" | "why" | "shard">,
  tookMs: number,
): string {
  const words = say[lang];
  const seconds = Math.round(tookMs / 100) / 10;
  const facts = { ...built, output, warnings: built.problems.length, seconds };
  const lines = [words.built(facts), changesText(built, lang)];
  if (shard !== undefined) lines.push(words.part(shard, dirname(output)));
  if (built.drafts + built.due > 0) lines.push(words.unpublished(built));
  if (why !== undefined) lines.push(`${why}: ${words.why[built.why?.reason ?? "none"]}`);
  return lines.map((line) => `${line}\n`).join("");
}

/** Says how much was drawn and written, and why. */
function changesText(built: Done, lang: Options["lang"]): string {
  const words = say[lang];
  const { reasons, written, removed } = built;
  const known = (["new", "sources", "code", "damaged"] as const).filter((one) => reasons[one] > 0);
  const drawn = known.reduce((sum, reason) => sum + reasons[reason], 0);
  if (drawn + written + removed === 0) return words.nothing;
  const why = known.map((reason) => words.reasons[reason](reasons[reason])).join(", ");
  return words.changed(drawn, why === "" ? "" : ` (${why})`, built);
}

/**
 * Writes a JSON file with the milliseconds that each phase took; for the bench, and for anyone who
 * makes builds faster.
 *
 * @param started when the build began, by `performance.now()`
 */
export async function writeProfile(path: string, started: number, built: Done): Promise<void> {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const profile = {
    wall: Math.round(performance.now() - started),
    cpu: Math.round((userCPUTime + systemCPUTime) / 1000),
    memory: Math.round(maxRSS / 1000),
    phases: timings(),
    pages: built.pages,
    reasons: built.reasons,
    written: built.written,
    removed: built.removed,
    unchanged: built.unchanged,
  };
  await writeFile(path, `${JSON.stringify(profile, undefined, 2)}\n`);
}
