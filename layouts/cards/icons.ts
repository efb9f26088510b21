import { type Colour, ownAccent } from "../../src/colour.ts";
import { type Card, newIcon } from "../../src/pictures/card.ts";
import { pngIconUrl } from "../../src/urls.ts";

/** A headline and lines of text. */
const lines = `<path d="M7 8h18v4.5H7zM7 16h18v2H7zM7 20h18v2H7zM7 24h11v2H7z" fill="#fbf8f2"/>`;

/** Draws the mark of the site on tabs and cards: a sheet of news in the accent colour. */
export function iconSvg(colour: Colour): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="${colour}"/>${lines}</svg>
`;
}

/** Without corners and with a margin, for systems that cut the shape out themselves. */
function padded(colour: Colour): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 42 42"><path d="M-5-5h42v42H-5z" fill="${colour}"/>${lines}</svg>`;
}

/** The address of the icon for the home screens of Apple. */
export const touchIconUrl = pngIconUrl(180);

/** Returns the icons of the manifest. */
export function manifestIcons(
  colour: Colour = ownAccent.light,
): readonly { readonly icon: Card; readonly purpose: string }[] {
  return [
    { icon: newIcon(pngIconUrl(192), iconSvg(colour), 192), purpose: "any" },
    { icon: newIcon(pngIconUrl(512), padded(colour), 512), purpose: "maskable" },
  ];
}

/** Returns the icons for home screens: that of Apple, then those of the manifest. */
export function iconsOf(colour: Colour | undefined): Card[] {
  const shown = colour ?? ownAccent.light;
  return [
    newIcon(touchIconUrl, padded(shown), 180),
    ...manifestIcons(shown).map(({ icon }) => icon),
  ];
}
