import { constants, inflateSync } from "node:zlib";

/*
 * What a PDF may do besides being read. As Didier Stevens' pdfid does it, names are looked for in
 * all of the bytes, whether or not anything leads to the object that has them: what one program
 * ignores another may run. Object streams are inflated first, because whole objects hide in them.
 */

/** What was found: names of things that act, a lock, or a place that cannot be looked into. */
export type FoundInPdf =
  | { readonly kind: "active"; readonly name: ActiveName }
  | { readonly kind: "encrypted" }
  | { readonly kind: "hidden" };

/** Names of PDF (ISO 32000) that mean code, programs, or files in the file. */
const activeNames = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "FileAttachment",
  "RichMedia",
  "XFA",
] as const;
export type ActiveName = (typeof activeNames)[number];

/** A name ends at white space or at a delimiter. */
const nameEnd = String.raw`(?![^\0\t\n\f\r ()<>[\]{}/%])`;
const names = new RegExp(
  `/(${[...activeNames, "Encrypt"].map(inAnySpelling).join("|")})${nameEnd}`,
  "u",
);

/** Matches a name with some of its letters written as numbers: `/J#61vaScript`. */
function inAnySpelling(name: string): string {
  return [...name]
    .map((letter) => {
      const code = letter.codePointAt(0)!.toString(16);
      const hex = code.replaceAll(/[a-f]/gu, (digit) => `[${digit}${digit.toUpperCase()}]`);
      return `(?:${letter}|#${hex})`;
    })
    .join("");
}

/** In bytes: far more than the objects of a document that an office publishes. */
const maxInflated = 64_000_000;
/** In characters: the longest dictionary of a stream that is looked at. */
const maxDictionary = 4_000;
/** A stream is a picture, a font or a page; a long report has some thousands. */
const maxStreams = 20_000;

/** What begins a stream; programs forgive what is behind the word, up to the end of its line. */
const streamStart = /(?<!end)stream(?:[^\r\n]{0,200}(?:\r\n?|\n)|[ \t]{200})/gu;

/** Finds the first thing in a PDF for which it is not published. */
export function findActive(bytes: Buffer): FoundInPdf | undefined {
  const text = bytes.toString("latin1");
  const found = activeIn(text);
  if (found) return found;
  let room = maxInflated;
  let streams = 0;
  for (const { index, 0: keyword } of text.matchAll(streamStart)) {
    streams += 1;
    if (streams > maxStreams || /[ \t]$/u.test(keyword)) return { kind: "hidden" };
    const packing = packingOf(dictionaryBefore(text, index));
    if (packing === "none") continue;
    if (packing === "odd") return { kind: "hidden" };
    const objects = inflated(bytes.subarray(index + keyword.length), room);
    if (objects === undefined && packing === "unknown") continue;
    if (objects === undefined) return { kind: "hidden" };
    room -= objects.length;
    const within = activeIn(objects);
    if (within) return within;
  }
  return undefined;
}

/**
 * Returns how the objects in a stream are packed: not at all, also where it is of something else;
 * by Flate alone; in a way that nobody can see through; or that the dictionary is too long to tell.
 */
function packingOf(dictionary: string | undefined): "none" | "flate" | "odd" | "unknown" {
  if (dictionary === undefined) return "unknown";
  // Every stream of objects says where its first one is.
  if (!/\/(?:First|ObjStm)(?![A-Za-z])/u.test(dictionary)) return "none";
  const filters = /\/F(?:ilter)?(?![A-Za-z])\s*(\[[^\]]*\]|\/[A-Za-z\d]+)?/u.exec(dictionary);
  if (filters === null) return "none";
  const isFlate = /^\[?\s*\/(?:FlateDecode|Fl)\s*\]?$/u.test(filters[1] ?? "");
  return isFlate && !/\/(?:DecodeParms|DP)(?![A-Za-z])/u.test(dictionary) ? "flate" : "odd";
}

function activeIn(text: string): FoundInPdf | undefined {
  const [, found] = names.exec(text) ?? [];
  if (found === undefined) return undefined;
  const name = withoutNumbers(found);
  return name === "Encrypt" ? { kind: "encrypted" } : { kind: "active", name: name as ActiveName };
}

function withoutNumbers(name: string): string {
  return name.replaceAll(/#([\da-f]{2})/giu, (_whole, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** Returns the object that a stream belongs to, up to the stream; undefined when it is too long. */
function dictionaryBefore(text: string, index: number): string | undefined {
  const before = text.slice(Math.max(0, index - maxDictionary), index);
  const start = before.lastIndexOf("obj");
  return start === -1 ? undefined : withoutNumbers(before.slice(start));
}

/** Returns what a stream holds; undefined when it is damaged or holds too much. */
function inflated(bytes: Buffer, room: number): string | undefined {
  try {
    const limits = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, room) };
    return inflateSync(bytes, limits).toString("latin1");
  } catch {
    return undefined;
  }
}
