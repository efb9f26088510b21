/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut } from "../text/left-out.ts";
import { plainText } from "./html-tree.ts";
import { pictureFigure } from "./picture-figure.ts";
import type { LibraryFile } from "./shortcodes.ts";

/** Puts the picture that stands for a post before its text, and not once more into it. */
export function putFirst(body: Element, file: LibraryFile | undefined, number: string): void {
  const document = body.ownerDocument;
  if (file === undefined) {
    const mark = document.createElement("p");
    mark.textContent = leftOut(`ảnh đại diện, số ${number} trong thư viện của trang cũ`);
    body.prepend(mark);
    return;
  }
  const { address, alt, caption } = file;
  const own = [...body.querySelectorAll("img")].find((picture) =>
    [...picture.attributes].some(
      ({ name, value }) => /src$|^data-/u.test(name) && isSame(value, address),
    ),
  );
  const holder = own?.closest("figure");
  const isAlone = holder?.querySelectorAll("img").length === 1;
  if (holder && isAlone) {
    body.prepend(holder);
    return;
  }
  own?.remove();
  const shownAlt = own?.getAttribute("alt") || alt;
  body.prepend(pictureFigure(document, { address, alt: shownAlt, caption: plainText(caption) }));
}

/** WordPress has a folder for each month, in which names begin anew. */
const stepsOfName = 3;

/** Returns whether two addresses are of one picture, whatever their hosts and sizes are. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [stepsOf(one), stepsOf(other)];
  const count = Math.min(stepsOfName, a.length, b.length);
  return count > 0 && a.slice(-count).join("/") === b.slice(-count).join("/");
}

/** Returns the path of a picture in its first size: of `le-1-300x200.jpg` that is `le-1.jpg`. */
function stepsOf(address: string): string[] {
  const path = address.replace(/^(?:https?:)?\/\/[^/]*/iu, "").split(/[?#]/u)[0]!;
  return path
    .replace(/-(?:\d+x\d+|scaled)(?=\.\w+$)/u, "")
    .split("/")
    .filter((step) => step !== "");
}
