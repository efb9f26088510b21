import type { Day } from "./day.ts";
import { compareCodes, fold } from "./text/vietnamese.ts";
import { existsOn, firstDay, lastDay } from "./unit.ts";

/** Somebody whom an article names. */
export type Person = {
  /** Of an office holder who is in content/people.yaml. */
  readonly id?: string;
  readonly name: string;
  /** Those that the article gives, otherwise those of the register on the article's day. */
  readonly posts: readonly string[];
  /** What the person did at the event: "chủ trì", "phát biểu". */
  readonly role?: string;
};

/** Somebody who holds or held an office, from content/people.yaml. */
export type Official = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** As they are in the file. */
  readonly posts: readonly Post[];
};

/** An office that somebody holds, or held until `to`. */
export type Post = {
  /** In full, as it stands behind a name: "Bí thư Đảng ủy Khối". */
  readonly post: string;
  /** Id of the unit in which it is. */
  readonly unit?: string;
  /** Part of the unit: "Ban Thường vụ". */
  readonly body?: string;
  /** `2020`, `2020-07` or `2020-07-01`, like the bounds of a unit: each counts as a whole. */
  readonly from?: string;
  readonly to?: string;
};

/** Returns whether a post was held on a day. An unknown bound is no bound. */
export function isHeldOn({ from, to }: Post, day: Day): boolean {
  return existsOn({ validFrom: from, validTo: to }, day);
}

/** Returns the posts that somebody held on a day. */
export function postsOn({ posts }: Official, day: Day): Post[] {
  return posts.filter((post) => isHeldOn(post, day));
}

/**
 * Sorts posts by their end, then by their beginning, the newest first. A bound that is not known is
 * taken for the newest, as a post without an end is still held.
 */
export function postsInOrder(posts: readonly Post[]): Post[] {
  const [endOf, beginningOf] = [
    ({ to }: Post) => (to === undefined ? "9" : lastDay(to)),
    ({ from }: Post) => (from === undefined ? "9" : firstDay(from)),
  ];
  return posts.toSorted(
    (a, b) => compareCodes(endOf(b), endOf(a)) || compareCodes(beginningOf(b), beginningOf(a)),
  );
}

/**
 * Returns the newest post of somebody that has begun, as it stands behind a name: "nguyên Bí thư
 * Đảng ủy" when it is over; undefined when no post is known.
 */
export function newestPost({ posts }: Pick<Official, "posts">, today: Day): string | undefined {
  const ordered = postsInOrder(posts);
  const newest =
    ordered.find(({ from }) => from === undefined || firstDay(from) <= today) ?? ordered[0];
  if (newest === undefined) return undefined;
  const isOver = newest.to !== undefined && lastDay(newest.to) < today;
  return `${isOver ? "nguyên " : ""}${newest.post}`;
}

/**
 * Returns whether two texts name one post: they are alike, or one of them leaves out the end, which
 * is mostly the unit. "Phó Bí thư" is not "Bí thư".
 */
export function isSamePost(one: string, other: string): boolean {
  const [short, long] = [fold(one), fold(other)].sort((a, b) => a.length - b.length);
  return `${long} `.startsWith(`${short} `);
}
