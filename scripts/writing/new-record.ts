import type { PublishedAddress } from "../../src/address-record.ts";
import type { CheckedAddresses } from "../site/make-site.ts";

/** What the record of addresses becomes. */
export type NewRecord = {
  /** Owners by address. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Addresses that are new, or whose article has moved to another file. */
  readonly added: readonly string[];
  /** Lists that have no article any more. */
  readonly dropped: readonly string[];
};

/**
 * Returns the record with all addresses of today. What was published stays, but for lists that
 * ended, of which the check has warned.
 */
export function newRecord({
  record,
  addresses: now,
}: Pick<CheckedAddresses, "record" | "addresses">): NewRecord {
  const isKept = ({ address, owner }: PublishedAddress) => owner !== "*" || now.has(address);
  const kept = record.filter(isKept);
  const known = new Map(kept.map(({ address, owner }) => [address, owner]));
  return {
    addresses: new Map([...known, ...now]),
    added: [...now].filter(([address, owner]) => known.get(address) !== owner).map(([one]) => one),
    dropped: record.filter((one) => !isKept(one)).map(({ address }) => address),
  };
}
