import { inForm } from "./messages/in-form.ts";
import { type MessageCode, messages } from "./messages.ts";

export type Severity = "error" | "warning";
export type Language = "vi" | "en";

/** Where something stands: lines and columns count from 1, columns in UTF-16 units as editors do. */
export type Place = { readonly path: string; readonly line: number; readonly column: number };

/** The way from the top of a YAML text down to one of its values: keys, and indexes from 0. */
export type YamlPath = readonly (string | number)[];

/**
 * Something in content/ that its author should know: what was written, where, what to write instead.
 * A problem is a value. Whoever finds one hands it on; only the commands print them.
 */
export type Problem = Place & {
  readonly code: MessageCode;
  readonly severity: Severity;
  /** What the message's placeholders stand for. */
  readonly args: Readonly<Record<string, string>>;
};

/** A problem as it leaves the program, in one language. */
export type Report = Place & {
  readonly code: MessageCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
};

export function problem(
  code: MessageCode,
  place: Place,
  args: Readonly<Record<string, string>> = {},
): Problem {
  const { path, line, column } = place;
  return { code, path, line, column, severity: messages[code].severity, args };
}

/** The first place in a file, for what concerns the file as a whole. */
export function fileStart(path: string): Place {
  return { path, line: 1, column: 1 };
}

/** A data file that must be there and is not. */
export function missingFile(name: string): Problem {
  return problem("missing-file", fileStart(name), { name });
}

/** Line and column of an offset in a text. */
export function placeAt(path: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line += 1;
  return { path, line, column: offset - lineStart + 1 };
}

export function isError({ severity }: { readonly severity: Severity }): boolean {
  return severity === "error";
}

/** By file, then from top to bottom, so that an author works through a file once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** Puts a problem into words. */
export function reportOf(found: Problem, language: Language): Report {
  const { code, path, line, column, severity, args } = found;
  const entry = messages[code];
  const [message, hint, hintWithSuggestion] = entry[language];
  const chosen = args.suggestion && hintWithSuggestion ? hintWithSuggestion : hint;
  return {
    code,
    path,
    line,
    column,
    severity,
    message: fill(message, args),
    hint: fill(chosen, args),
  };
}

/**
 * The same in Vietnamese for somebody who sees a form.
 *
 * @param label what the field is called that it is about
 */
export function formReportOf(found: Problem, label: string): Report {
  const named = { ...found, args: { ...found.args, key: label || (found.args.key ?? "") } };
  const report = reportOf(named, "vi");
  const { message, hint } = inForm[found.code] ?? {};
  const isSuggested = Boolean(found.args.suggestion) && messages[found.code].vi.length > 2;
  return {
    ...report,
    message: message === undefined ? report.message : fill(message, named.args),
    // A likely word is better than any advice.
    hint: hint === undefined || isSuggested ? report.hint : fill(hint, named.args),
  };
}

function fill(template: string, args: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\p{L}+)\}/gu, (whole, name: string) => args[name] ?? whole);
}
