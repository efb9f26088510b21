import type { PeopleIndex } from "../people.ts";
import { nameKey } from "../text/vietnamese.ts";
import { once, onceFor } from "../work/once.ts";

/** Somebody, or something, that an article names among the recipients of an award. */
export type Recipient = {
  readonly written: string;
  /** Whether it is the id of an office holder. */
  readonly isId: boolean;
  /** What one recipient has in common however it is written. */
  readonly keys: ReadonlySet<string>;
};

/** Returns the names of the office holder whom a text gives by id; undefined for any other text. */
export type NamesOfId = (written: string) => readonly string[] | undefined;

/** Makes the look-up of names that office holders share with no other one. */
export function ownNames({ byId, find }: PeopleIndex): NamesOfId {
  return (written) => {
    const official = byId.get(written);
    return official && [official.name, ...official.aliases].filter((name) => find(name).length < 2);
  };
}

/** Makes the look-up of recipients by what articles write. */
export function recipientsBy(namesOfId: NamesOfId): (written: string) => Recipient {
  return once((written: string) => {
    const names = namesOfId(written);
    const keys = new Set([written, ...(names ?? [])].map(nameKey));
    return { written, isId: names !== undefined, keys };
  });
}

/** Returns the keys of recipients, made once for each list: it is compared with many. */
export const keysOf = onceFor(
  (recipients: readonly Recipient[]): ReadonlySet<string> =>
    new Set(recipients.flatMap(({ keys }) => [...keys])),
);

/**
 * Puts ids in place of names that one article writes and another gives as an id: a name alone leads
 * to no page.
 */
export function withKnownIds(
  recipients: readonly Recipient[],
  known: readonly Recipient[],
): readonly Recipient[] {
  const ids = idsByKey(known);
  if (ids.size === 0) return recipients;
  return recipients.map((one) => {
    if (one.isId) return one;
    const [key = ""] = one.keys;
    return ids.get(key) ?? one;
  });
}

const idsByKey = onceFor((known: readonly Recipient[]): ReadonlyMap<string, Recipient> => {
  const ids = known.filter(({ isId }) => isId);
  return new Map(ids.flatMap((one) => [...one.keys].map((key) => [key, one] as const)));
});
