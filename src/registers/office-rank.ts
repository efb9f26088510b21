import type { Post } from "../person.ts";
import { fold } from "../text/vietnamese.ts";

/**
 * The offices of a Party organisation in the order in which papers name those who hold them. What
 * is in none of them comes last.
 */
const ranks: readonly RegExp[] = [
  /^bi thu\b/,
  /^pho bi thu thuong truc\b/,
  /^pho bi thu\b/,
  /^(?:chu tich|truong doan)\b/,
  /^pho chu tich\b/,
  /^uy vien (?:ban thuong vu|btv)\b/,
  /^chu nhiem\b/,
  /^(?:truong ban|chanh van phong|giam doc)\b/,
  /^(?:uy vien|uvbch|tinh uy vien|dang uy vien|chi uy vien)\b/,
  /^pho chu nhiem\b/,
  /^(?:pho truong ban|pho chanh van phong|pho giam doc)\b/,
];

/** Returns the place in protocol of the highest of some posts: 0 for a secretary. */
export function officeRank(posts: readonly Post[]): number {
  return Math.min(...posts.map(({ post }) => rankOf(fold(post))));
}

function rankOf(folded: string): number {
  const rank = ranks.findIndex((office) => office.test(folded));
  return rank === -1 ? ranks.length : rank;
}
