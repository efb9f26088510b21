import { shortHash } from "./cache/short-hash.ts";

/** One of several parts of a site, which are built apart and put together by copying. */
export type Shard = {
  /** From 1. */
  readonly number: number;
  readonly of: number;
};

/**
 * Returns whether a page or file belongs to a shard, which its address alone decides. Everything
 * belongs to a site that is not cut into shards.
 */
export function isIn(shard: Shard | undefined, address: string): boolean {
  if (shard === undefined) return true;
  return Number.parseInt(shortHash(address).slice(0, 8), 16) % shard.of === shard.number - 1;
}
