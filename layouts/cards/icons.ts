import { type Card, newIcon } from "../../src/pictures/card.ts";
import { pngIconUrl } from "../../src/urls.ts";

/** A headline and lines of text. */
const lines = `<path d="M7 8h18v4.5H7zM7 16h18v2H7zM7 20h18v2H7zM7 24h11v2H7z" fill="#fbf8f2"/>`;

/** The mark of the site on tabs and cards: a red sheet of news. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#9b1b1e"/>${lines}</svg>
`;

/** Without corners and with a margin, for systems that cut the shape out themselves. */
const padded = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 42 42"><path d="M-5-5h42v42H-5z" fill="#9b1b1e"/>${lines}</svg>`;

/** The icons for home screens: that of Apple, then those of the manifest. */
export const touchIcon: Card = newIcon(pngIconUrl(180), padded, 180);
export const manifestIcons: readonly { readonly icon: Card; readonly purpose: string }[] = [
  { icon: newIcon(pngIconUrl(192), iconSvg, 192), purpose: "any" },
  { icon: newIcon(pngIconUrl(512), padded, 512), purpose: "maskable" },
];
