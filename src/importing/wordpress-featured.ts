/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut } from "../text/left-out.ts";
import { plainText } from "./html-tree.ts";
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
      ({ name, value }) => /src$|^data-/u.test(name) && pictureKey(value) === pictureKey(address),
    ),
  );
  const holder = own?.closest("figure");
  const isAlone = holder?.querySelectorAll("img").length === 1;
  if (holder && isAlone) {
    body.prepend(holder);
    return;
  }
  own?.remove();
  const figure = document.createElement("figure");
  const picture = document.createElement("img");
  picture.setAttribute("src", address);
  picture.setAttribute("alt", own?.getAttribute("alt") || alt);
  figure.append(picture);
  if (caption !== "") {
    const words = document.createElement("figcaption");
    words.textContent = plainText(caption);
    figure.append(words);
  }
  body.prepend(figure);
}

/** Returns the name that a picture has in all its sizes: `le-1-300x200.jpg` is `le-1.jpg`. */
function pictureKey(address: string): string {
  return (address.split(/[?#]/u)[0]!.split("/").at(-1) ?? "").replace(
    /-(?:\d+x\d+|scaled)(?=\.\w+$)/u,
    "",
  );
}
