import { maxTold } from "../limits.ts";
import type { MessageCode } from "./messages.ts";
import { isError, type Problem, problem, type Severity } from "./problem.ts";

/**
 * Returns the first problems of each file, in the order given, and after them for each severity one
 * that counts the others: nobody reads a list of 100,000. Warnings give way to errors, which are
 * what keeps a site from being built.
 */
export function firstProblems(problems: readonly Problem[]): Problem[] {
  const ofFiles = Map.groupBy(problems, ({ path }) => path);
  if (ofFiles.values().every(({ length }) => length <= maxTold)) return [...problems];
  const told = new Set(ofFiles.values().flatMap(toldOf));
  // By the last problem of a file that is told.
  const others = new Map<Problem, Problem[]>();
  for (const ofFile of ofFiles.values()) {
    if (ofFile.length > maxTold)
      others.set(ofFile.findLast((one) => told.has(one))!, othersOf(ofFile, told));
  }
  return problems.flatMap((one) => (told.has(one) ? [one, ...(others.get(one) ?? [])] : []));
}

function toldOf(ofFile: readonly Problem[]): readonly Problem[] {
  if (ofFile.length <= maxTold) return ofFile;
  const errors = ofFile.filter(isError);
  return [...errors, ...ofFile.filter((one) => !isError(one))].slice(0, maxTold);
}

const counted: Readonly<Record<Severity, MessageCode>> = {
  error: "more-errors",
  warning: "more-warnings",
};

/** Counts the problems of a file that are not told, at the place of the first of them. */
function othersOf(ofFile: readonly Problem[], told: ReadonlySet<Problem>): Problem[] {
  const left = Map.groupBy(
    ofFile.filter((one) => !told.has(one)),
    ({ severity }) => severity,
  );
  return [...left].map(([severity, [first, ...rest]]) =>
    problem(counted[severity], first!, { count: String(rest.length + 1) }),
  );
}
