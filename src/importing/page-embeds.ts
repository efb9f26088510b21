/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut, quoted } from "../text/left-out.ts";
import { squeezed } from "./html-tree.ts";
import { absolute } from "./page-pictures.ts";

/**
 * Puts links in the places of films, maps and other pages that are shown within a text.
 *
 * @param base the address of the page
 */
export function putEmbeds(root: Element, base: string | undefined): void {
  for (const element of [...root.querySelectorAll(embeds)]) putEmbed(element, base);
}

/** What shows a film, a sound or another page within a text. */
const embeds =
  "iframe,video,audio,object,embed,amp-iframe,amp-video,amp-audio,amp-youtube,amp-vimeo,amp-dailymotion,amp-facebook,amp-twitter,.fb-video[data-href],.fb-post[data-href],[type='VideoStream'],[data-vid]";

const advertising =
  /doubleclick|googlesyndication|googletagmanager|adservice|adsystem|amazon-adsystem|taboola|outbrain|criteo|facebook\.com\/plugins\/(?:like|share|page|comments)|platform\.twitter\.com\/widgets|about:blank|recaptcha/iu;

function putEmbed(element: Element, base: string | undefined): void {
  const written =
    ["src", "data-src", "data-lazy-src", "data", "data-original", "data-href", "data-vid"]
      .map((name) => element.getAttribute(name))
      .find(Boolean) ??
    filmOf(element) ??
    element.querySelector("source[src],embed[src],iframe[src]")?.getAttribute("src") ??
    element.querySelector("a[href]")?.getAttribute("href") ??
    "";
  const address = written === "" ? "" : shownAddress(absolute(written, base));
  const title = squeezed(element.getAttribute("title"));
  const document = element.ownerDocument;
  if (advertising.test(written)) {
    element.remove();
    return;
  }
  const paragraph = document.createElement("p");
  const kind = /^(?:AMP-)?AUDIO$/u.test(element.tagName)
    ? "Âm thanh"
    : isFilm(element, address)
      ? "Video"
      : "Nội dung nhúng";
  if (/^https?:\/\//iu.test(address)) {
    const link = document.createElement("a");
    link.setAttribute("href", address);
    link.textContent = title === "" || /video player/iu.test(title) ? address : title;
    paragraph.append(`${kind}: `, link);
  } else
    paragraph.append(
      leftOut(`${kind.toLowerCase()}${written === "" ? "" : ` ${quoted(written)}`}`),
    );
  // A paragraph cannot hold another.
  const holder = element.closest("p");
  if (
    holder !== null &&
    squeezed(holder.textContent) === "" &&
    holder.querySelector("img") === null
  )
    holder.replaceWith(paragraph);
  else if (holder === null) element.replaceWith(paragraph);
  else {
    element.remove();
    holder.after(paragraph);
  }
}

/** Returns the address of a film that an accelerated page (AMP) only tells the number of. */
function filmOf(element: Element): string | undefined {
  const number = element.getAttribute("data-videoid");
  if (!number) return undefined;
  return {
    "AMP-YOUTUBE": `https://www.youtube.com/watch?v=${number}`,
    "AMP-VIMEO": `https://vimeo.com/${number}`,
    "AMP-DAILYMOTION": `https://www.dailymotion.com/video/${number}`,
  }[element.tagName];
}

function isFilm(element: Element, address: string): boolean {
  return (
    /^(?:AMP-)?VIDEO$/u.test(element.tagName) ||
    element.matches(".fb-video,[type='VideoStream']") ||
    /youtube|youtu\.be|vimeo|dailymotion|video|\.(?:mp4|webm|m3u8)(?:$|\?)/iu.test(address)
  );
}

/** Returns the address at which readers find what is embedded. */
function shownAddress(address: string): string {
  const [, film] =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/iu.exec(address) ?? [];
  if (film !== undefined && film !== "videoseries")
    return `https://www.youtube.com/watch?v=${film}`;
  // Pages that show a file of another site, and links that Google leads through itself.
  const [, shown] =
    /^https?:\/\/(?:docs\.google\.com\/g?viewer(?:ng\/viewer)?|view\.officeapps\.live\.com\/op\/\w+\.aspx)\?(?:.*&)?(?:url|src)=([^&]+)/iu.exec(
      address,
    ) ?? [];
  const [, inner = shown] =
    /^https?:\/\/(?:www\.)?facebook\.com\/plugins\/\w+\.php\?(?:.*&)?href=([^&]+)/iu.exec(
      address,
    ) ?? [];
  try {
    if (inner !== undefined && /^https?:/iu.test(decodeURIComponent(inner)))
      return decodeURIComponent(inner);
  } catch {
    // Then the address as it is.
  }
  return address;
}
