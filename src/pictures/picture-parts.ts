import { crc32, inflateSync } from "node:zlib";

/*
 * The files of pictures by their parts: what a decoder needs, and what cameras and programs put
 * beside it. Nothing is decoded here, so that pixels are the same before and after.
 */

/** What a part of a file is. Only `picture` has to be there for the pixels. */
export type PartKind =
  | "picture"
  | "exif"
  | "xmp"
  | "profile"
  /** Comments, text, IPTC, thumbnails, notes of makers: whatever nobody sees. */
  | "note"
  /** Other pictures or a film behind the end of the picture. */
  | "behind";

export type Part = { readonly kind: PartKind; readonly bytes: Uint8Array };

/** Returns the parts of a JPEG, PNG or WebP; undefined for others, and for a damaged file. */
export function partsOf(bytes: Uint8Array): readonly Part[] | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > 4 && file.readUInt16BE(0) === 0xffd8) return jpegParts(file);
  if (file.subarray(0, 8).equals(pngStart)) return pngParts(file);
  if (file.toString("latin1", 0, 4) === "RIFF" && file.toString("latin1", 8, 12) === "WEBP")
    return webpParts(file);
  return undefined;
}

/** Puts a file together of those parts that the pixels need. */
export function pictureOnly(parts: readonly Part[]): Buffer {
  const kept = Buffer.concat(
    parts.filter(({ kind }) => kind === "picture").map(({ bytes }) => bytes),
  );
  // The head of a WebP states the length of the rest, and its flags what else is there.
  if (kept.toString("latin1", 0, 4) === "RIFF") {
    kept.writeUInt32LE(kept.length - 8, 4);
    if (kept.toString("latin1", 12, 16) === "VP8X") kept[20] = kept[20]! & webpAlpha;
  }
  return kept;
}

/** What the names of XMP begin with, those of its parts that fill further segments too. */
const xmpName = "http://ns.adobe.com/x";

function jpegParts(file: Buffer): readonly Part[] | undefined {
  const parts: Part[] = [{ kind: "picture", bytes: file.subarray(0, 2) }];
  let at = 2;
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end < at + 4 || end > file.length) return undefined;
    parts.push(jpegPart(marker, file.subarray(at, end)));
    at = end;
    if (marker !== 0xda) continue;
    // What was coded goes on to the next marker that is no part of it.
    const from = at;
    at = file.indexOf(0xff, from);
    while (at !== -1 && isCoded(file[at + 1])) at = file.indexOf(0xff, at + 1);
    if (at === -1) return undefined;
    parts.push({ kind: "picture", bytes: file.subarray(from, at) });
  }
  if (file[at] !== 0xff || file[at + 1] !== 0xd9) return undefined;
  parts.push({ kind: "picture", bytes: file.subarray(at, at + 2) });
  return withRest(parts, file, at + 2);
}

/** Returns whether a byte behind 0xff belongs to coded pixels: a zero, a restart, or filling. */
function isCoded(next: number | undefined): boolean {
  return next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
}

function jpegPart(marker: number, bytes: Buffer): Part {
  const isTable = marker < 0xe0 && marker >= 0xc0;
  if (isTable) return { kind: "picture", bytes };
  const name = bytes.toString("latin1", 4, 4 + xmpName.length);
  if (marker === 0xe0 && name.startsWith("JFIF\0")) return { kind: "picture", bytes: jfif(bytes) };
  // Says in which colours the picture is coded.
  if (marker === 0xee && name.startsWith("Adobe"))
    return { kind: "picture", bytes: shortened(bytes, 16) };
  if (marker === 0xe1 && name.startsWith("Exif\0")) return { kind: "exif", bytes };
  if (marker === 0xe1 && name.startsWith(xmpName)) return { kind: "xmp", bytes };
  if (marker === 0xe2 && name.startsWith("ICC_PROFILE\0")) return { kind: "profile", bytes };
  return { kind: "note", bytes };
}

/** Returns the head of a JPEG without the small picture that it may have. */
function jfif(bytes: Buffer): Buffer {
  if (bytes.length < 18 || (bytes.length === 18 && bytes.readUInt16BE(16) === 0)) return bytes;
  const head = shortened(bytes, 18);
  head.writeUInt16BE(0, 16);
  return head;
}

/** Returns a segment with so many bytes, its length included. */
function shortened(bytes: Buffer, length: number): Buffer {
  if (bytes.length <= length) return bytes;
  const head = Buffer.from(bytes.subarray(0, length));
  head.writeUInt16BE(length - 2, 2);
  return head;
}

const pngStart = Buffer.from("89504e470d0a1a0a", "hex");
/** The chunks of a PNG that make its pixels, and those that say in numbers how to show them. */
const pngPixels: ReadonlySet<string> = new Set(
  "IHDR PLTE tRNS IDAT IEND sRGB gAMA cHRM sBIT bKGD pHYs".split(" "),
);
const pngKinds: Readonly<Record<string, PartKind>> = { eXIf: "exif", iCCP: "profile" };

function pngParts(file: Buffer): readonly Part[] | undefined {
  const parts: Part[] = [{ kind: "picture", bytes: file.subarray(0, 8) }];
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return undefined;
    const name = file.toString("latin1", at + 4, at + 8);
    const bytes = file.subarray(at, end);
    const kind = pngPixels.has(name) ? "picture" : (pngKinds[name] ?? "note");
    if (kind === "picture" && crc32(bytes.subarray(4, -4)) !== bytes.readUInt32BE(bytes.length - 4))
      return undefined;
    parts.push(textKinds.has(name) ? pngText(name, bytes.subarray(8, -4)) : { kind, bytes });
    at = end;
    if (name === "IEND") return withRest(parts, file, at);
  }
  return undefined;
}

const textKinds: ReadonlySet<string> = new Set(["tEXt", "zTXt", "iTXt"]);
/** No XMP or Exif is longer; a text of a few bytes can unfold to gigabytes. */
const mostText = 1_000_000;

/** Returns what a text beside the pixels is: under some names it is XMP or Exif, maybe packed. */
function pngText(name: string, content: Buffer): Part {
  const end = content.indexOf(0);
  const keyword = content.toString("latin1", 0, end);
  const isXmp = keyword === "XML:com.adobe.xmp";
  const isExif = /^Raw profile type (?:exif|APP1)$/u.test(keyword);
  if (end === -1 || !(isXmp || isExif)) return { kind: "note", bytes: content };
  const isPacked = name === "zTXt" || (name === "iTXt" && content[end + 1] === 1);
  // An international text has two flags, a language and a name before it.
  const from =
    name === "iTXt"
      ? content.indexOf(0, content.indexOf(0, end + 3) + 1) + 1
      : end + (isPacked ? 2 : 1);
  const text = isPacked ? unpacked(content.subarray(from)) : content.subarray(from);
  if (isXmp) return { kind: "xmp", bytes: text };
  // Written in hexadecimal digits, below the name and the length.
  const [, digits = ""] = /^\s*\w+\s+\d+\s+([\da-f\s]+)/iu.exec(text.toString("latin1")) ?? [];
  return { kind: "exif", bytes: Buffer.from(digits.replaceAll(/\s/gu, ""), "hex") };
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: mostText });
  } catch {
    return bytes;
  }
}

/** The flag of a WebP that says that it is transparent in places. */
const webpAlpha = 0x10;
const webpPixels: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "VP8X", "ALPH"]);
const webpKinds: Readonly<Record<string, PartKind>> = {
  EXIF: "exif",
  "XMP ": "xmp",
  ICCP: "profile",
};

function webpParts(file: Buffer): readonly Part[] | undefined {
  const whole = 8 + file.readUInt32LE(4);
  if (whole > file.length) return undefined;
  const parts: Part[] = [{ kind: "picture", bytes: file.subarray(0, 12) }];
  let at = 12;
  while (at + 8 <= whole) {
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > file.length) return undefined;
    const name = file.toString("latin1", at, at + 4);
    const kind = webpPixels.has(name) ? "picture" : (webpKinds[name] ?? "note");
    parts.push({ kind, bytes: file.subarray(at, end) });
    at = end;
  }
  return withRest(parts, file, at);
}

/** Adds what is behind the end of a picture, as the film that some telephones take with it. */
function withRest(parts: readonly Part[], file: Buffer, end: number): readonly Part[] {
  const rest = file.subarray(end);
  return rest.length === 0 ? parts : [...parts, { kind: "behind", bytes: rest }];
}
