import type { Decision } from "../../src/award.ts";
import { append } from "../../src/lists.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import { decisionFor } from "../../src/registers/cited-document.ts";
import type { DocumentEntry } from "../../src/registers/document-entry.ts";
import type { Site } from "../../src/site.ts";
import { onceFor } from "../../src/work/once.ts";

/** An award with the place of the decision meant among those that the entry has. */
type Decided = { readonly entry: RegisterEntry; readonly at: number };

/** The awards that each decision gave, and those that it withdrew. */
export const awardsByDecision = onceFor((site: Site) => ({
  given: byDecision(site, ({ award }) => [award.decision]),
  withdrawn: byDecision(site, revocationsOf),
}));

function byDecision(
  site: Site,
  decisionsOf: (entry: RegisterEntry) => readonly (Decision | undefined)[],
): ReadonlyMap<DocumentEntry, readonly Decided[]> {
  const found = new Map<DocumentEntry, Decided[]>();
  for (const entry of site.register.entries) {
    const tellers = [entry.article, ...entry.earlier];
    for (const [at, { number } = {}] of decisionsOf(entry).entries()) {
      const decisions = tellers.map((one) =>
        decisionFor(number, entry.award.by, one, site.documents),
      );
      const decision = decisions.find((one) => one !== undefined);
      if (decision !== undefined) append(found, decision, { entry, at });
    }
  }
  return found;
}

/** Returns the decisions by which an award was withdrawn: those of its parts, then of the whole. */
function revocationsOf({ withdrawals, award }: RegisterEntry): (Decision | undefined)[] {
  return [...withdrawals, award].map(({ revocation }) => revocation);
}
