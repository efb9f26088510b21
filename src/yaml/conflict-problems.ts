import { type Place, type Problem, problem } from "../problems/problem.ts";
import { mergeConflictsIn } from "../text/merge-conflict.ts";

/** Reports each merge conflict that is left in a text, at its first mark. */
export function conflictProblems(text: string, placeAt: (offset: number) => Place): Problem[] {
  return mergeConflictsIn(text).map(({ index, lines }) => {
    const place = placeAt(index);
    // The text may begin further down in its file.
    const shown = lines.map((line) => line - lines[0]! + place.line);
    return problem("merge-conflict", place, { lines: shown.join(", ") });
  });
}
