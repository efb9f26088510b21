import { shortHash } from "./short-hash.ts";

/** One of several parts of a site, which are built apart and put together by copying. */
export type Shard = {
  /** From 1. */
  readonly number: number;
  readonly of: number;
};

/** Whether a page or file belongs to a shard. Which one it is, its address alone decides. */
export function isIn(shard: Shard | undefined, address: string): boolean {
  if (shard === undefined) return true;
  return Number.parseInt(shortHash(address).slice(0, 8), 16) % shard.of === shard.number - 1;
}
