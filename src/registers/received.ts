import type { Day } from "../day.ts";
import { append } from "../lists.ts";
import { type Standing, standingOf } from "./award-tally.ts";
import { namesWithdrawn, type Register, type RegisterEntry } from "./awards.ts";

/** An award that a unit received, alone or as one of several. */
export type Received = { readonly entry: RegisterEntry; readonly standing: Standing };

/** Returns the day on which an award was decided, as far as is known. */
export function awardDay({ award, article }: Pick<RegisterEntry, "award" | "article">): Day {
  return award.decision?.date ?? article.date;
}

/** Finds what units received, by the id of the unit: entries whose recipients name it. */
export function awardsReceived({
  entries,
  unitOfRecipient,
}: Pick<Register, "entries" | "unitOfRecipient">): ReadonlyMap<string, readonly Received[]> {
  const received = new Map<string, Received[]>();
  for (const entry of entries) {
    const { award } = entry;
    const day = awardDay(entry);
    const standing = standingOf(award);
    const told = new Set<string>();
    const add = (name: string, standing: Standing) => {
      const id = unitOfRecipient(name, day);
      if (id === undefined || told.has(id)) return;
      told.add(id);
      append(received, id, { entry, standing });
    };
    for (const name of award.recipients) add(name, standing);
    for (const name of namesWithdrawn(entry)) add(name, "revoked");
    add(award.to, standing);
  }
  return received;
}
