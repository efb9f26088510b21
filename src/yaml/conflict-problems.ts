import { type Place, type Problem, problem } from "../problems/problem.ts";
import { type Language, mergeConflictsIn } from "../text/merge-conflict.ts";

/** At most this many lines are named; a file may be full of marks. */
const mostLines = 20;

/**
 * Reports each merge conflict that is left in a text, at its first mark.
 *
 * @param command the command that puts the file right once both versions of it are kept
 */
export function conflictProblems(
  text: string,
  language: Language,
  placeAt: (offset: number) => Place,
  command = "",
): Problem[] {
  return mergeConflictsIn(text, language).map(({ index, lines }) => {
    const place = placeAt(index);
    // The text may begin further down in its file.
    const shown = lines.slice(0, mostLines).map((line) => line - lines[0]! + place.line);
    const more = lines.length > mostLines ? " …" : "";
    return problem("merge-conflict", place, {
      lines: shown.join(", ") + more,
      suggestion: command,
    });
  });
}
