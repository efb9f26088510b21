/*
 * The Markdown of a gallery: a paragraph of pictures, one on each line, and its caption below.
 */

/** A picture of a gallery as the text has it; `markup` is left out for one that is new in it. */
export type GalleryPicture = {
  readonly src: string;
  readonly alt: string;
  readonly markup?: string;
};

export type GalleryText = {
  /** Offsets of the paragraph in the text. */
  readonly from: number;
  readonly to: number;
  readonly pictures: readonly GalleryPicture[];
  readonly caption: string;
};

/** A picture with its description, its address, which may be in angle brackets, and a title. */
const image =
  /!\[((?:[^\]\\]|\\.)*)\]\((?:<([^>\n]*)>|([^\s)]*))(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)/gu;

/** Returns the gallery in whose paragraph an offset is; undefined where there is none. */
export function galleryAt(text: string, offset: number): GalleryText | undefined {
  const [from, to] = paragraphAround(text, offset);
  const paragraph = text.slice(from, to);
  const lines = paragraph.split("\n");
  const isPictures = (line: string) => line.replaceAll(image, "").trim() === "";
  const first = lines.findIndex((line) => !isPictures(line));
  const end = first === -1 ? lines.length : first;
  const caption = lines.slice(end).join(" ").trim();
  const found = [...lines.slice(0, end).join("\n").matchAll(image)];
  if (found.length < 2 || caption.match(image)) return undefined;
  const pictures = found.map(([markup, alt = "", bracketed, bare]) => ({
    src: decoded(bracketed ?? bare ?? ""),
    alt: alt.replaceAll(/\\(.)/gu, "$1"),
    markup,
  }));
  return { from, to, pictures, caption };
}

/** Returns where the lines without a blank one between them begin and end that an offset is in. */
function paragraphAround(text: string, offset: number): [number, number] {
  let from = text.lastIndexOf("\n", offset - 1) + 1;
  let to = endOfLine(text, offset);
  if (text.slice(from, to).trim() === "") return [from, from];
  while (from > 0) {
    const above = text.lastIndexOf("\n", from - 2) + 1;
    if (text.slice(above, from).trim() === "") break;
    from = above;
  }
  while (to < text.length) {
    const below = endOfLine(text, to + 1);
    if (text.slice(to, below).trim() === "") break;
    to = below;
  }
  return [from, to];
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

function decoded(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

/** Returns the paragraph of a gallery. */
export function galleryText(pictures: readonly GalleryPicture[], caption: string): string {
  const lines = pictures.map(({ src, alt, markup }) => {
    const address = /[\s()<>]/u.test(src) ? `<${src}>` : src;
    return markup ?? `![${oneLine(alt).replaceAll(/[[\]\\]/gu, "\\$&")}](${address})`;
  });
  return [...lines, oneLine(caption)].filter((line) => line !== "").join("\n");
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/gu, " ").trim();
}

/** Returns where a gallery is now in a text that was changed; -1 when it is gone. */
export function placeNow(
  text: string,
  was: { readonly from: number; readonly text: string },
): number {
  // Of two equal ones it is the one whose place is nearer.
  const [before, after] = [text.lastIndexOf(was.text, was.from), text.indexOf(was.text, was.from)];
  if (before === -1 || after === -1) return Math.max(before, after);
  return was.from - before < after - was.from ? before : after;
}
