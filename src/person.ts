import type { Day } from "./day.ts";
import { fold } from "./text/vietnamese.ts";
import { existsOn } from "./unit.ts";

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
 * Returns whether two texts name one post: they are alike, or one of them leaves out the end, which
 * is mostly the unit. "Phó Bí thư" is not "Bí thư".
 */
export function isSamePost(one: string, other: string): boolean {
  const [short, long] = [fold(one), fold(other)].sort((a, b) => a.length - b.length);
  return `${long} `.startsWith(`${short} `);
}
