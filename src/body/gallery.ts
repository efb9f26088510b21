import type { Token } from "markdown-it";

/*
 * A paragraph that begins with several pictures is a gallery: a figure of figures. Text on the
 * lines below the pictures is the caption of them all.
 */

/** The `meta` of the token that opens a gallery: how many pictures come next. */
export type GalleryMeta = { readonly count: number };
/** The `meta` of the token that closes it: whether its caption is open. */
export type GalleryEndMeta = { readonly hasCaption: boolean };

const isBreak = ({ type }: Token) => type === "softbreak" || type === "hardbreak";
const isBlank = (token: Token) =>
  isBreak(token) || (token.type === "text" && token.content.trim() === "");

/**
 * Returns how many tokens of a paragraph are the pictures of a gallery and the blanks between them;
 * undefined for any other text. Pictures inside a sentence stay there.
 */
export function galleryIn(tokens: readonly Token[], inlineIndex: number): number | undefined {
  if (tokens[inlineIndex - 1]?.type !== "paragraph_open") return undefined;
  const children = tokens[inlineIndex]!.children!;
  const first = children.findIndex((token) => token.type !== "image" && !isBlank(token));
  const end = first === -1 ? children.length : first;
  const pictures = children.slice(0, end).filter(({ type }) => type === "image").length;
  if (pictures < 2 || children.slice(end).some(({ type }) => type === "image")) return undefined;
  return end === children.length || isBreak(children[end - 1]!) ? end : undefined;
}

/** Makes a gallery of a paragraph, and returns its pictures with their caption behind them. */
export function asGallery(
  children: readonly Token[],
  tokens: readonly Token[],
  inlineIndex: number,
): Token[] {
  const pictures = children.filter(({ type }) => type === "image");
  const rest = children.findIndex((token) => token.type !== "image" && !isBlank(token));
  const caption = rest === -1 ? [] : children.slice(rest);
  const open = tokens[inlineIndex - 1]!;
  open.type = "gallery_open";
  open.meta = { count: pictures.length } satisfies GalleryMeta;
  const close = tokens[inlineIndex + 1]!;
  close.type = "gallery_close";
  close.meta = { hasCaption: caption.length > 0 } satisfies GalleryEndMeta;
  if (caption.length === 0) return pictures;
  const Kind = open.constructor as new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
  return [...pictures, new Kind("caption_open", "figcaption", 1), ...caption];
}
