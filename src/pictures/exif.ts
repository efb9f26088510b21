/** What a camera writes beside a picture, as far as it matters here. */
export type Exif = {
  /** Where the picture was taken is written down; nobody needs to know where that is. */
  readonly hasPlace: boolean;
  /** Whose camera it is: a name, or the number of the camera or its lens. */
  readonly hasOwner: boolean;
  /** When it was taken, as the camera writes it: `2024:03:05 09:15:00`, maybe with milliseconds. */
  readonly taken: string | undefined;
};

const tags = {
  artist: 0x013b,
  exif: 0x8769,
  place: 0x8825,
  taken: 0x9003,
  takenPart: 0x9291,
  owner: 0xa430,
  cameraNumber: 0xa431,
  lensNumber: 0xa435,
} as const;

/** Latitude and longitude, and those of where the camera was pointed. */
const placeTags: readonly number[] = [0x0002, 0x0004, 0x0014, 0x0016];

/**
 * Reads Exif: a TIFF without pixels, in which a folder of numbered entries leads to others. It may
 * be cut off or made to deceive, so nothing in it is followed twice.
 */
export function readExif(bytes: Uint8Array): Exif {
  const start = tiffStart(bytes);
  const tiff = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  const isLittle = tiff[0] === 0x49;
  const main = folderAt(tiff, isLittle, longAt(tiff, isLittle, 4));
  const inner = folderAt(tiff, isLittle, main.get(tags.exif)?.number ?? 0);
  const place = folderAt(tiff, isLittle, main.get(tags.place)?.number ?? 0);
  const textOf = (entry: Entry | undefined) => (entry ? wordsOf(tiff, entry) : "");
  const owners = [
    main.get(tags.artist),
    ...[tags.owner, tags.cameraNumber, tags.lensNumber].map((tag) => inner.get(tag)),
  ];
  const taken = textOf(inner.get(tags.taken));
  const part = textOf(inner.get(tags.takenPart));
  return {
    hasPlace: placeTags.some((tag) => place.has(tag)),
    hasOwner: owners.some((entry) => textOf(entry) !== ""),
    taken:
      /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/u.test(taken) && !taken.startsWith("0000")
        ? `${taken}${/^\d+$/u.test(part) ? `.${part}` : ""}`
        : undefined,
  };
}

/** Returns where the TIFF begins: in a JPEG a name is in front of it, in HEIC a number too. */
function tiffStart(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  const at = /(?:II\*\0|MM\0\*)/u.exec(head)?.index;
  return at ?? bytes.length;
}

type Entry = {
  readonly type: number;
  readonly count: number;
  /** What is in the entry itself: a value, or where it is. */
  readonly number: number;
  readonly at: number;
};

/** A folder has some dozens of entries. */
const mostEntries = 500;

function folderAt(tiff: Buffer, isLittle: boolean, at: number): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  if (at < 8 || at + 2 > tiff.length) return entries;
  const count = Math.min(shortAt(tiff, isLittle, at), mostEntries);
  for (let index = 0; index < count; index += 1) {
    const place = at + 2 + 12 * index;
    if (place + 12 > tiff.length) break;
    entries.set(shortAt(tiff, isLittle, place), {
      type: shortAt(tiff, isLittle, place + 2),
      count: longAt(tiff, isLittle, place + 4),
      number: longAt(tiff, isLittle, place + 8),
      at: place + 8,
    });
  }
  return entries;
}

/** Returns a text without what only fills it up; empty for what is no text. */
function wordsOf(tiff: Buffer, { type, count, number, at }: Entry): string {
  if (type !== 2 || count === 0) return "";
  const start = count <= 4 ? at : number;
  const text = tiff.toString("latin1", start, start + Math.min(count, 1_000));
  return text.split("\0")[0]!.trim();
}

function shortAt(tiff: Buffer, isLittle: boolean, at: number): number {
  if (at + 2 > tiff.length) return 0;
  return isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
}

function longAt(tiff: Buffer, isLittle: boolean, at: number): number {
  if (at + 4 > tiff.length) return 0;
  return isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
}
