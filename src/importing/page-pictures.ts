/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { squeezed } from "./html-tree.ts";
import { putPictureLinks } from "./picture-links.ts";

/** Finds the bytes of a picture by its address; undefined when nobody has them. */
export type PictureSource = (address: string) => Uint8Array | undefined;

/**
 * Gives each picture the address of what readers saw. Pages put a grey pixel there first, and the
 * picture itself into other attributes, into `<source>` or into `<noscript>`.
 *
 * @param base the address of the page, for addresses without a host
 * @returns the pictures that could be had, by the address that their element has now
 */
export function findPictures(
  root: Element,
  bytesOf: PictureSource,
  base?: string,
): Map<string, Uint8Array> {
  unpackNoscript(root);
  for (const holder of [...root.querySelectorAll(backgrounds)]) putBackground(holder);
  const wholes = putPictureLinks(root, base, (address) => absolute(address, base));
  const pictures = new Map<string, Uint8Array>();
  for (const picture of [...root.querySelectorAll("img")]) {
    const alt = picture.getAttribute("alt") ?? "";
    // Small drawings that stand for letters.
    if (/\b(?:emoji|wp-smiley)\b/u.test(picture.getAttribute("class") ?? "")) {
      picture.replaceWith(alt);
      continue;
    }
    const shown = [wholes.get(picture) ?? "", ...addressesOf(picture)].filter(
      (address) => address !== "" && !isPlaceholder(address),
    );
    const found = shown.flatMap((address) => {
      const bytes = bytesOf(address) ?? bytesOf(absolute(address, base));
      return bytes === undefined ? [] : [{ address, bytes }];
    });
    const first = found.find(({ bytes }) => !isSpeck(bytes));
    for (const name of [...picture.getAttributeNames()])
      if (name !== "alt" && name !== "class") picture.removeAttribute(name);
    if (first !== undefined) {
      pictures.set(first.address, first.bytes);
      picture.setAttribute("src", first.address);
      continue;
    }
    const address = shown
      .filter((one) => !found.some((speck) => speck.address === one))
      .map((one) => absolute(one, base))
      .find((one) => !one.startsWith("data:"));
    // Only a grey pixel, or one that counts readers.
    if (address === undefined) picture.remove();
    else picture.setAttribute("src", address);
  }
  return pictures;
}

/** Gives pictures of accelerated pages (AMP) the element that they have everywhere else. */
export function plainPictures(body: Element): void {
  for (const own of [...body.querySelectorAll("amp-img,amp-anim")]) {
    const picture = body.ownerDocument.createElement("img");
    for (const name of ["src", "srcset", "alt", "width", "height"])
      if (own.hasAttribute(name)) picture.setAttribute(name, own.getAttribute(name)!);
    own.replaceWith(picture);
  }
}

const backgrounds =
  "[data-bg],[data-background],[data-background-image],[style*='background'][style*='url(']";

/** Takes a picture that is behind words as one before them, or in place of an empty element. */
function putBackground(holder: Element): void {
  if (holder.tagName === "IMG") return;
  const [, drawn] =
    /background(?:-image)?\s*:[^;]*?url\(\s*["']?([^"')]+)["']?\s*\)/iu.exec(
      holder.getAttribute("style") ?? "",
    ) ?? [];
  const address =
    ["data-bg", "data-background", "data-background-image"]
      .map((name) => holder.getAttribute(name))
      .find((written) => written && /[./]/u.test(written)) ?? drawn;
  if (address === undefined || address.startsWith("data:")) return;
  const picture = holder.ownerDocument.createElement("img");
  picture.setAttribute("src", address.replace(/^url\(["']?(.*?)["']?\)$/iu, "$1"));
  picture.setAttribute(
    "alt",
    holder.getAttribute("aria-label") ?? holder.getAttribute("title") ?? "",
  );
  const isEmpty = holder.firstElementChild === null && squeezed(holder.textContent) === "";
  if (isEmpty) holder.replaceWith(picture);
  else holder.prepend(picture);
}

/** The attributes in which the scripts of pages keep the real address, the most telling first. */
const lazy = [
  "data-original",
  "data-src",
  "data-lazy-src",
  "data-lazy",
  "data-original-src",
  "data-orig-file",
  "data-large-file",
  "data-hi-res-src",
  "data-full-url",
  "data-echo",
  "data-url",
];
const lazySets = ["data-srcset", "data-lazy-srcset", "srcset"];

/** Returns every address that a picture may have, the likeliest first. */
function addressesOf(picture: Element): string[] {
  const isCounter = ["width", "height"].some((side) => {
    const size = picture.getAttribute(side) ?? "";
    return /^\d+$/u.test(size) && Number(size) <= 3;
  });
  if (isCounter) return [];
  const own = picture.getAttribute("src") ?? "";
  const frame = picture.parentElement?.tagName === "PICTURE" ? picture.parentElement : null;
  const sources = [picture, ...(frame?.querySelectorAll("source") ?? [])];
  const attributes = lazy.map((name) => picture.getAttribute(name) ?? "");
  const sets = sources.flatMap((source) =>
    lazySets.flatMap((name) => largestOf(source.getAttribute(name) ?? "")),
  );
  return [...new Set([...attributes, own, ...sets].map((one) => one.trim()))].filter(
    (address) => address !== "",
  );
}

/** Returns the largest picture of a `srcset`. */
function largestOf(set: string): string[] {
  const all = [
    ...set.matchAll(
      /(?:^|,\s+|\s)((?!\s)[^\s,](?:[^\s]*[^\s,])?)(?:\s+([\d.]+)[wx])?(?=\s*,|\s*$)/gu,
    ),
  ];
  const sorted = all
    .map(([, address = "", size = "1"]) => ({ address, size: Number(size) }))
    .toSorted((a, b) => b.size - a.size);
  return sorted.slice(0, 1).map(({ address }) => address);
}

function isPlaceholder(address: string): boolean {
  if (/^data:/iu.test(address)) return address.length < 600 || /^data:image\/svg/iu.test(address);
  return /(?:^|[/_.-])(?:blank|loading|loader|placeholder|spacer|pixel|lazy|lazyload|transparent|1x1|grey|gray|no-?image)(?:[_.-][^/]*)?\.(?:gif|png|svg|jpe?g|webp)(?:[?#].*)?$/iu.test(
    address,
  );
}

/** The longest side, in pixels, of what no reader can have meant to look at. */
const speck = 8;

/** Returns whether a picture is only a few pixels large. */
function isSpeck(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(24, bytes.byteLength));
  if (data.length < 24) return true;
  const sides =
    data.toString("latin1", 0, 3) === "GIF"
      ? [data.readUInt16LE(6), data.readUInt16LE(8)]
      : data.readUInt32BE(0) === 0x89504e47
        ? [data.readUInt32BE(16), data.readUInt32BE(20)]
        : [speck + 1];
  return Math.max(...sides) <= speck;
}

/** Returns an address as a whole; as it is where that cannot be known. */
export function absolute(address: string, base: string | undefined): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address.startsWith("//") ? `https:${address}` : address;
  }
}

/**
 * Takes pictures out of `<noscript>`, where they are once more for browsers without scripts, unless
 * the picture before it shows the same.
 */
function unpackNoscript(root: Element): void {
  for (const holder of [...root.querySelectorAll("noscript")]) {
    // Some browsers save what is in it as the text that it is to them.
    if (holder.firstElementChild === null && /<img\s/iu.test(holder.textContent ?? ""))
      holder.innerHTML = holder.textContent ?? "";
    const inner = [...holder.querySelectorAll("img")];
    const before = holder.previousElementSibling;
    const previous = before?.tagName === "IMG" ? before : before?.querySelector("img");
    if (inner.length === 1 && previous) {
      const address = inner[0]!.getAttribute("src") ?? "";
      // The last place to look: its own attributes know better.
      if (!previous.hasAttribute("data-url")) previous.setAttribute("data-url", address);
      holder.remove();
    } else if (inner.length > 0) holder.replaceWith(...inner);
    else holder.remove();
  }
}
