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
  const before = text.slice(0, offset);
  const from = before.length - /(?:[^\n]*\S[^\n]*\n)*[^\n]*$/u.exec(before)![0].length;
  const paragraph = /^(?:[^\n]*\S[^\n]*(?:\n|$))*/u.exec(text.slice(from))![0].trimEnd();
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
  return { from, to: from + paragraph.length, pictures, caption };
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
