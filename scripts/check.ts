import { join } from "node:path";
import type { Fix } from "../src/front-matter/fix.ts";
import { isOfUnprepared } from "../src/pictures/picture-warnings.ts";
import { isError, type Problem } from "../src/problems/problem.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { visible } from "./cli/excerpt.ts";
import type { Options } from "./cli/options.ts";
import { countText, reportText } from "./cli/report.ts";
import { paintFor, run } from "./cli/terminal.ts";
import { type CheckResult, check } from "./site/make-site.ts";
import { type FixedFile, fixContent } from "./writing/fixing.ts";
import { areInHistory, type SlimPicture, slimPictures } from "./writing/slimming.ts";

const say = {
  vi: {
    checked: (articles: number, found: string) =>
      `Đã kiểm tra ${formatNumber(articles)} bài: ${found === "" ? "không có lỗi" : found}.`,
    fixable: (count: number) =>
      `${formatNumber(count)} chỗ có thể tự sửa bằng lệnh: npm run check -- --fix`,
    fixes: {
      character: "sửa ký tự",
      date: "đổi dạng ngày",
      tag: "sửa cách viết chủ đề",
      order: "xếp lại thứ tự khóa",
    },
    fixed: (count: number, files: number) =>
      count === 0
        ? "Không có chỗ nào cần tự sửa."
        : `Đã tự sửa ${formatNumber(count)} chỗ trong ${formatNumber(files)} tệp.`,
    slim: (was: string, is: string) =>
      `ghi lại ảnh, bỏ những gì kèm theo ngoài hình: ${was} kB → ${is} kB`,
    history:
      "Bản trước của những ảnh này nếu đã commit thì vẫn còn trong lịch sử git, ai có kho cũng lấy được; muốn xóa hẳn, xin xem mục picture-place của hướng dẫn.",
  },
  en: {
    checked: (articles: number, found: string) =>
      `Checked ${articles} ${articles === 1 ? "article" : "articles"}: ${found === "" ? "no problems" : found}.`,
    fixable: (count: number) => `${count} of these can be fixed by: npm run check -- --fix`,
    fixes: {
      character: "characters",
      date: "form of a date",
      tag: "spelling of a tag",
      order: "order of keys",
    },
    fixed: (count: number, files: number) =>
      count === 0 ? "Nothing to fix." : `Fixed ${count} places in ${files} files.`,
    slim: (was: string, is: string) =>
      `picture written anew, without what is not the picture: ${was} kB → ${is} kB`,
    history:
      "What these pictures were before is still in the history of git if it was committed, for anyone who has the repository; the guide says under picture-place how to take it out.",
  },
} as const;

/** The problems that `--fix` repairs. */
const fixable: ReadonlySet<Problem["code"]> = new Set([
  "not-nfc",
  "invisible-character",
  "invisible-entity",
  "mixed-letters",
  "odd-letter",
  "styled-letters",
  "odd-blank",
  "odd-hyphen",
  "wrong-d",
  "tag-spelling",
]);

/** Returns whether `--fix` knows the one right form of what was written. */
function isFixable(found: Problem): boolean {
  if (isOfUnprepared(found)) return !isPngOnlyHeavy(found);
  return fixable.has(found.code) && found.args.suggestion !== "";
}

/** A photograph in PNG is small only in another format, under another name. */
function isPngOnlyHeavy({ code, path }: Problem): boolean {
  return code === "picture-heavy" && /\.png$/iu.test(path);
}

await run("check", async (options) => {
  const { problems, articles } = options.fix ? await checkAndFix(options) : await check(options);
  process.stdout.write(reportText(problems, { ...options, paint: paintFor(process.stdout) }));
  if (options.format === "text") {
    const words = say[options.lang];
    const count = problems.length === 0 ? "" : countText(problems, options.lang);
    process.stdout.write(`${words.checked(articles, count)}\n`);
    const left = problems.filter(isFixable).length;
    if (left > 0 && !options.fix) process.stdout.write(`${words.fixable(left)}\n`);
  }
  return problems.some(isError) ? 1 : 0;
});

/**
 * Checks and fixes in turn until nothing is left to fix, at most four times. One round is not
 * enough, because only an article that can be read shows how its tags are commonly spelt.
 */
async function checkAndFix(options: Options<"check">): Promise<CheckResult> {
  const all: FixedFile[] = [];
  let found = await check(options);
  for (let round = 0; round < 4; round += 1) {
    const fixed = await fixContent(options.content, tagsOf(found.problems));
    if (fixed.length === 0) break;
    all.push(...fixed);
    found = await check(options);
  }
  const slim = await slimPictures(options.content, found.problems);
  if (slim.length > 0) found = await check(options);
  // In a format for programs, standard output holds the report only.
  const stream = options.format === "text" ? process.stdout : process.stderr;
  stream.write(fixesText(all, slim, options));
  const paths = slim.map(({ path }) => path);
  if (slim.length > 0 && (await areInHistory(options.content, paths)))
    stream.write(`${say[options.lang].history}\n`);
  return found;
}

/** Returns, by path, how tags should be spelt, by how they are spelt. */
function tagsOf(problems: readonly Problem[]): Map<string, Map<string, string>> {
  const tags = new Map<string, Map<string, string>>();
  for (const { code, path, args } of problems) {
    if (code !== "tag-spelling") continue;
    const ofFile = tags.get(path) ?? new Map();
    tags.set(path, ofFile.set(args.value!, args.common!));
  }
  return tags;
}

function fixesText(
  fixed: readonly FixedFile[],
  slim: readonly SlimPicture[],
  { content, lang }: Options<"check">,
): string {
  const words = say[lang];
  const placeOf = (path: string) => join(content, path).replaceAll("\\", "/");
  const lineOf = (path: string, { kind, line, was, is }: Fix) =>
    `${placeOf(path)}:${line}: ${words.fixes[kind]}: “${visible(was)}” → “${visible(is)}”\n`;
  const kilobytes = (bytes: number) => Math.ceil(bytes / 1_000).toLocaleString(lang);
  const all = [
    ...fixed.flatMap(({ path, fixes }) => fixes.map((fix) => lineOf(path, fix))),
    ...slim.map(({ path, was, is }) => {
      return `${placeOf(path)}: ${words.slim(kilobytes(was), kilobytes(is))}\n`;
    }),
  ];
  const files = new Set([...fixed, ...slim].map(({ path }) => path)).size;
  return `${all.join("")}${words.fixed(all.length, files)}\n`;
}
