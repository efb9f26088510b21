import { join } from "node:path";
import type { Format, Options } from "./options.ts";
import { type Language, type Problem, type Report, reportOf } from "./problem.ts";
import { formatNumber } from "./vietnamese.ts";

const words = {
  vi: { error: "lỗi", warning: "cảnh báo" },
  en: { error: "error", warning: "warning" },
} as const;

/** Problems as the commands print them; ends in a line break unless there is nothing to say. */
export function reportText(
  problems: readonly Problem[],
  {
    content,
    format,
    lang,
  }: { readonly content: string; readonly format: Format; readonly lang: Language },
): string {
  const reports = problems.map((found) => {
    const report = reportOf(found, lang);
    // From the folder in which the command was called, so that a terminal can open the file.
    return { ...report, path: join(content, report.path).replaceAll("\\", "/") };
  });
  if (format === "json") return `${JSON.stringify(reports, null, 2)}\n`;
  const lineOf = format === "github" ? annotation : (report: Report) => paragraph(report, lang);
  return reports.map(lineOf).join("");
}

/** `2 lỗi, 1 cảnh báo` */
export function countText(problems: readonly Problem[], lang: Options["lang"]): string {
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

function paragraph(report: Report, lang: Language): string {
  const { path, line, column, severity, message, hint, code } = report;
  const head = `${path}:${line}:${column}: ${words[lang][severity]}: ${message} [${code}]`;
  return `${printable(head)}\n    ${printable(hint)}\n`;
}

/** What an article holds must not move the cursor of a terminal or begin a line of its own. */
function printable(text: string): string {
  return text.replaceAll(/\s+/gu, " ").replaceAll(/\p{Cc}/gu, "�");
}

/**
 * A workflow command of GitHub Actions, which shows the problem beside the line in a pull request.
 * Escaping as its toolkit does it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
function annotation({ path, line, column, severity, message, hint, code }: Report): string {
  const value = (text: string) =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => value(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const where = `file=${property(path)},line=${line},col=${column},title=${property(code)}`;
  return `::${severity} ${where}::${value(`${message}\n${hint}`)}\n`;
}
