/// <reference lib="dom" />

/** What is known of a picture beside its text. */
export type PictureWords = {
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
};

/** Returns a picture with its caption as a figure. */
export function pictureFigure(
  document: Document,
  { address, alt, caption }: PictureWords,
): Element {
  const figure = document.createElement("figure");
  const picture = document.createElement("img");
  picture.setAttribute("src", address);
  picture.setAttribute("alt", alt);
  figure.append(picture);
  if (caption !== "") {
    const words = document.createElement("figcaption");
    words.textContent = caption;
    figure.append(words);
  }
  return figure;
}
