import type { Day } from "../../src/day.ts";
import type { CorrectionEntry, Site, WithdrawnEntry } from "../../src/site.ts";
import { compareCodes } from "../../src/text/vietnamese.ts";

/** Something that was published and is no longer so: put right, or taken back. */
export type Erratum =
  | { readonly kind: "correction"; readonly date: Day; readonly entry: CorrectionEntry }
  | { readonly kind: "withdrawal"; readonly date: Day; readonly entry: WithdrawnEntry };

/** Lists all corrections and withdrawals in order of their days, oldest first. */
export function errataOf({ corrections, withdrawn }: Site): Erratum[] {
  const corrected = corrections.map(
    (entry): Erratum => ({ kind: "correction", date: entry.correction.date, entry }),
  );
  const takenBack = [...withdrawn.values()].map(
    (entry): Erratum => ({ kind: "withdrawal", date: entry.withdrawal.date, entry }),
  );
  return [...corrected, ...takenBack].sort((a, b) => compareCodes(a.date, b.date));
}
