import { compose } from "../text/compose.ts";
import { resolvePath } from "./links.ts";

/** What moves: files by their paths in content, and pages by their addresses. */
export type Moves = {
  /** Returns where a file is from now on. */
  readonly path: (path: string) => string;
  readonly address: (address: string) => string;
};

/** A link or a picture, or a reference of a link at the start of a line, and its target. */
const inBody = /(?<before>\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(?<target>[^\s)>"']+)/gmu;
/** What of a front matter leads to a file: another article, a picture, a PDF. */
const inHead =
  /(?<before>^[ \t]*(?:-[ \t]+)?(?:replaced_by|src|file):[ \t]*["']?)(?<target>[^\s"']+)/gmu;

/**
 * Returns the text of an article whose links follow what moves: the article itself, or what it
 * links to.
 *
 * @param from path of the article before
 * @param to its path from now on
 */
export function relinked(text: string, from: string, to: string, moves: Moves): string {
  const linked = (all: string, before: string, target: string) => {
    const [, way = "", rest = ""] = /^([^?#]*)(.*)$/su.exec(target) ?? [];
    const known = decoded(way);
    if (known.startsWith("/")) {
      const now = moves.address(known);
      return now === known ? all : before + now + rest;
    }
    const isFile = /^[^:/\\][^:\\]*\.[a-z]+$/iu.test(known);
    const path = isFile ? resolvePath(from, compose(known)) : undefined;
    if (path === undefined) return all;
    const now = moves.path(path);
    if (now === path && resolvePath(to, compose(known)) === path) return all;
    return before + relativePath(to, now).split("/").map(encoded).join("/") + rest;
  };
  const end = Math.max(0, text.indexOf("\n---", 3));
  return text.slice(0, end).replaceAll(inHead, linked) + text.slice(end).replaceAll(inBody, linked);
}

/** Returns the way from an article to a file: `a/b/index.md` → `a/c/d.md` is `../c/d.md`. */
function relativePath(from: string, to: string): string {
  const [start, end] = [from.split("/").slice(0, -1), to.split("/")];
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same += 1;
  return [...start.slice(same).map(() => ".."), ...end.slice(same)].join("/");
}

/** Only what would end a link needs percent signs. */
function encoded(step: string): string {
  return step.replaceAll(
    /[\s()<>"']/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

function decoded(way: string): string {
  try {
    return decodeURIComponent(way);
  } catch {
    return way;
  }
}
