import { readFileSync } from "node:fs";
import { join } from "node:path";
import { firstProblems } from "../../src/problems/first-problems.ts";
import { type Language, type Problem, type Report, reportOf } from "../../src/problems/problem.ts";
import { compose } from "../../src/text/compose.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import type { Format } from "./commands.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";

const words = {
  vi: { error: "lỗi", warning: "cảnh báo", inDraft: "bài nháp" },
  en: { error: "error", warning: "warning", inDraft: "draft" },
} as const;

/** Colours a part of a report for a terminal. */
export type Paint = (manner: "error" | "warning" | "place" | "hint", text: string) => string;

export type ReportOptions = {
  /** The folder that the paths of problems are relative to. */
  readonly content: string;
  /** Left out, the report is for people (`text`). */
  readonly format?: Format;
  readonly lang: Language;
  /** Left out, nothing is coloured. */
  readonly paint?: Paint;
};

/**
 * Returns problems as the commands print them, at most the first of each file; ends in a line break
 * unless it is empty.
 */
export function reportText(
  problems: readonly Problem[],
  { content, format = "text", lang, paint = (_manner, text) => text }: ReportOptions,
): string {
  const reports = detailsOf(problems, { content, lang });
  if (format === "json")
    return `${JSON.stringify(
      reports.map(({ excerpt: _, ...report }) => report),
      null,
      2,
    )}\n`;
  const lineOf =
    format === "github"
      ? (report: Details) => annotation(report, lang)
      : (report: Details) => paragraph(report, lang, paint);
  return reports.map(lineOf).join("");
}

/** A problem in words, with an excerpt if it is about a line. */
export type Details = Report & { readonly excerpt?: Excerpt };

/** Puts the first problems of each file into words, and reads their lines from the files. */
export function detailsOf(
  problems: readonly Problem[],
  { content, lang }: Pick<ReportOptions, "content" | "lang">,
): Details[] {
  const linesOf = newLineReader();
  return firstProblems(problems).map((found) => {
    const report = reportOf(found, lang);
    // Relative to the working folder, so that a terminal can open the file.
    const path = join(content, report.path).replaceAll("\\", "/");
    const { line, column } = report;
    // A problem of a whole file has its place at the start of the file.
    const isAboutLine = report.count === undefined && (line > 1 || column > 1);
    const source = isAboutLine ? linesOf(path)[line - 1] : undefined;
    const written = found.args.value ?? found.args.key;
    const excerpt = source?.trim() ? { excerpt: excerptOf(source, column, written) } : {};
    return { ...report, path, ...excerpt };
  });
}

/** Returns the numbers of errors and warnings in words: `2 lỗi, 1 cảnh báo`. */
export function countText(problems: readonly Problem[], lang: Language): string {
  return (["error", "warning"] as const)
    .map((severity) => ({
      severity,
      count: problems.filter((found) => found.severity === severity).length,
    }))
    .filter(({ severity, count }) => severity === "error" || count > 0)
    .map(({ severity, count }) => {
      const plural = lang === "en" && count !== 1 ? "s" : "";
      return `${formatNumber(count)} ${words[lang][severity]}${plural}`;
    })
    .join(", ");
}

function paragraph(report: Details, lang: Language, paint: Paint): string {
  const { path, line, column, severity, message, hint, code, excerpt, inDraft } = report;
  const place = paint("place", printable(`${path}:${line}:${column}:`));
  const mark = inDraft ? ` (${words[lang].inDraft})` : "";
  const kind = paint(severity, `${words[lang][severity]}${mark}:`);
  const lines = [`${place} ${kind} ${printable(message)} [${code}]`];
  if (excerpt) {
    const number = String(line).padStart(5);
    lines.push(`${number} │ ${excerpt.line}`);
    lines.push(`${" ".repeat(number.length)} │ ${paint(severity, excerpt.marks)}`);
  }
  lines.push(`    ${paint("hint", printable(hint))}`);
  return `${lines.join("\n")}\n`;
}

/**
 * Returns a function that gives the lines of a file, split as places count them; none for a file
 * that cannot be read.
 */
function newLineReader(): (path: string) => readonly string[] {
  let last: { readonly path: string; readonly lines: readonly string[] } | undefined;
  return (path) => {
    // Problems are sorted by file, so it is enough to remember the last one.
    if (last?.path !== path) last = { path, lines: readLines(path) };
    return last.lines;
  };
}

function readLines(path: string): readonly string[] {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return compose(text).split(/\r\n?|\n/u);
  } catch {
    return [];
  }
}

/** Makes a text safe to print: an article must not move a terminal's cursor or begin a line. */
function printable(text: string): string {
  return text.replaceAll(/\s+/gu, " ").replaceAll(/\p{Cc}/gu, "�");
}

/**
 * Returns a problem as a workflow command of GitHub Actions, which shows it beside the line in a
 * pull request. Escapes as GitHub's toolkit does (github.com/actions/toolkit,
 * packages/core/src/command.ts).
 */
function annotation(
  { path, line, column, severity, message, hint, code, inDraft }: Report,
  lang: Language,
): string {
  const value = (text: string) =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => value(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const where = `file=${property(path)},line=${line},col=${column},title=${property(code)}`;
  const mark = inDraft ? `(${words[lang].inDraft}) ` : "";
  return `::${severity} ${where}::${value(`${mark}${message}\n${hint}`)}\n`;
}
