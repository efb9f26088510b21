import { lineIndex, lineStarts } from "./line-table.ts";
import { inForm } from "./messages/in-form.ts";
import { type MessageCode, messages } from "./messages.ts";

export type Severity = "error" | "warning";
export type Language = "vi" | "en";

/** A place in a file. Lines and columns count from 1, columns in UTF-16 units as in editors. */
export type Place = { readonly path: string; readonly line: number; readonly column: number };

/** The steps from the top of a YAML text down to one of its values: keys, and indexes from 0. */
export type YamlPath = readonly (string | number)[];

/**
 * Something in content/ that its author should know: what was written, where, what to write
 * instead. A problem is a value: the code that finds one returns it, and only the commands print.
 */
export type Problem = Place & {
  readonly code: MessageCode;
  readonly severity: Severity;
  /** Values of the placeholders in the message. */
  readonly args: Readonly<Record<string, string>>;
  /** True for what would be an error if the file were not a draft. */
  readonly inDraft?: true;
};

/** A problem as it leaves the program, in one language. */
export type Report = Place & {
  readonly code: MessageCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  /** Only on a report that counts others, which are not told. */
  readonly count?: number;
  /** True for what would be an error if the file were not a draft. */
  readonly inDraft?: true;
};

export function problem(
  code: MessageCode,
  place: Place,
  args: Readonly<Record<string, string>> = {},
): Problem {
  const { path, line, column } = place;
  return { code, path, line, column, severity: messages[code].severity, args };
}

/** Returns the start of a file, as the place of a problem with the file as a whole. */
export function fileStart(path: string): Place {
  return { path, line: 1, column: 1 };
}

/** Returns the problem of a required data file that is missing. */
export function missingFile(name: string): Problem {
  return problem("missing-file", fileStart(name), { name });
}

/** Converts an offset in a text, in UTF-16 units, into line and column. */
export function placeAt(path: string, text: string, offset: number): Place {
  const starts = lineStarts(text);
  const index = lineIndex(starts, offset);
  return { path, line: index + 1, column: offset - starts[index]! + 1 };
}

export function isError({ severity }: { readonly severity: Severity }): boolean {
  return severity === "error";
}

/** Sorts by file, then from top to bottom, so that an author works through each file once. */
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
  const { code, path, line, column, severity, args, inDraft } = found;
  const entry = messages[code];
  const [message, hint, hintWithSuggestion] = entry[language];
  const chosen = args.suggestion && hintWithSuggestion ? hintWithSuggestion : hint;
  return {
    code,
    path,
    line,
    column,
    severity,
    message: fill(message, args, language),
    hint: fill(chosen, args, language),
    ...(code === "more-errors" || code === "more-warnings" ? { count: Number(args.count) } : {}),
    ...(inDraft ? { inDraft } : {}),
  };
}

/**
 * Puts a problem into Vietnamese words for a writer who sees a form instead of the file.
 *
 * @param label name of the field that the problem is about; empty when it is about none
 */
export function formReportOf(found: Problem, label: string): Report {
  const named = { ...found, args: { ...found.args, key: label || (found.args.key ?? "") } };
  const report = reportOf(named, "vi");
  const { message, hint, suggested } = inForm[found.code] ?? {};
  const isSuggested = Boolean(found.args.suggestion) && messages[found.code].vi.length > 2;
  // A likely word is better than any advice.
  const advice = isSuggested ? suggested : hint;
  return {
    ...report,
    message: message === undefined ? report.message : fill(message, named.args, "vi"),
    hint: advice === undefined ? report.hint : fill(advice, named.args, "vi"),
  };
}

/** A part of a message that is left out when a value in it is missing or empty. */
const optional = /⟦([^⟧]*)⟧/gu;
const placeholder = /\{(\p{L}+)\}/gu;
/** Values that are counted by the program; all others are quoted as they were written. */
const counted: ReadonlySet<string> = new Set(["size", "most"]);

function fill(
  template: string,
  args: Readonly<Record<string, string>>,
  language: Language,
): string {
  return template
    .replaceAll(optional, (_, part: string) =>
      [...part.matchAll(placeholder)].every(([, name = ""]) => args[name]) ? part : "",
    )
    .replaceAll(placeholder, (whole, name: string) => {
      const value = args[name];
      if (value === undefined) return whole;
      return counted.has(name) ? Number(value).toLocaleString(language) : quoted(value);
    });
}

/** What was written is quoted up to this length, in UTF-16 units: it may be a million letters. */
const longestQuote = 600;

function quoted(value: string): string {
  if (value.length <= longestQuote) return value;
  // A pair of surrogates is not cut in two.
  return `${value.slice(0, longestQuote).replace(/[\ud800-\udbff]$/, "")}…`;
}
