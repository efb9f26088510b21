import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/*
 * Pictures with a secret in each place where a file can have one.
 */

/** What must be nowhere in a picture that is ready. */
export const secret = "BI-MAT-CUA-RIENG-AI";

export type Format = "jpg" | "png" | "webp" | "avif";
export const formats: readonly Format[] = ["jpg", "png", "webp", "avif"];

const quarters = ["#9b1b1e", "#123a8c", "#1f6a3a", "#d8b400"];

/** A picture of four colours, none of whose turns look alike. */
export async function fourColours(width = 96, height = 64): Promise<Sharp> {
  const half = { width: width / 2, height: height / 2 };
  const parts = quarters.map((background, at) => ({
    input: { create: { ...half, channels: 3 as const, background } },
    left: (at % 2) * half.width,
    top: Math.floor(at / 2) * half.height,
  }));
  const whole = { create: { width, height, channels: 3 as const, background: "#fff" } };
  return sharp(await sharp(whole).composite(parts).png().toBuffer());
}

export function coded(picture: Sharp, format: Format): Promise<Buffer> {
  if (format === "jpg") return picture.jpeg({ quality: 95 }).toBuffer();
  if (format === "png") return picture.png().toBuffer();
  return format === "webp"
    ? picture.webp({ quality: 95 }).toBuffer()
    : picture.avif({ quality: 80, effort: 0, chromaSubsampling: "4:4:4" }).toBuffer();
}

const exif = {
  IFD0: { Artist: secret, ImageDescription: secret, Make: secret },
  IFD2: { BodySerialNumber: secret, UserComment: secret, DateTimeOriginal: "2024:03:05 09:15:00" },
  IFD3: { GPSLatitude: "21/1 19/1 0/1", GPSLatitudeRef: "N", GPSProcessingMethod: secret },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:exif="http://ns.adobe.com/exif/1.0/" aux:SerialNumber="${secret}" exif:GPSLatitude="21,19.0N"/></rdf:RDF></x:xmpmeta>`;
const film = Buffer.from(`\0\0\0\x18ftypmp42 ${secret} mdat`);

/** Puts a segment right behind the first two bytes of a JPEG. */
function withSegment(jpeg: Buffer, marker: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** Puts a chunk right behind the first one of a PNG. */
function withChunk(png: Buffer, name: string, content: Buffer): Buffer {
  const inside = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(inside));
  return Buffer.concat([png.subarray(0, 33), length, inside, sum, png.subarray(33)]);
}

/** Adds a chunk to a WebP. */
function withRiff(webp: Buffer, name: string, content: string): Buffer {
  const body = Buffer.from(content.length % 2 === 0 ? content : `${content}.`);
  const head = Buffer.from(`${name}    `);
  head.writeUInt32LE(body.length, 4);
  const whole = Buffer.concat([webp, head, body]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.from(`    ${name}`);
  head.writeUInt32BE(content.length + 8);
  return Buffer.concat([head, content]);
}

type Planting = readonly [
  where: string,
  format: Format,
  plant: (picture: Sharp) => Promise<Buffer>,
];

const inAll: readonly Planting[] = formats.flatMap((format): Planting[] => [
  ["Exif", format, (picture) => coded(picture.withExif(exif), format)],
  ["XMP", format, (picture) => coded(picture.withXmp(xmp), format)],
  [
    "Exif, XMP and a profile of sRGB",
    format,
    (picture) => coded(picture.withExif(exif).withXmp(xmp).withIccProfile("srgb"), format),
  ],
]);

const inBytes = (
  format: Format,
  rows: readonly (readonly [string, (bytes: Buffer) => Buffer])[],
): Planting[] =>
  rows.map(([where, change]) => [
    where,
    format,
    async (picture) => change(await coded(picture, format)),
  ]);

/** Every format, with every place in it where something may be written. */
export const plantings: readonly Planting[] = [
  ...inAll,
  ...inBytes("jpg", [
    ["a comment", (bytes) => withSegment(bytes, 0xfe, secret)],
    [
      "IPTC",
      (bytes) => withSegment(bytes, 0xed, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x19${secret}`),
    ],
    ["a list of further pictures", (bytes) => withSegment(bytes, 0xe2, `MPF\0II*\0${secret}`)],
    [
      "XMP of several segments",
      (bytes) => withSegment(bytes, 0xe1, `http://ns.adobe.com/xmp/extension/\0${secret}`),
    ],
    ["a small picture beside the head", (bytes) => withSegment(bytes, 0xe0, `JFXX\0\x10${secret}`)],
    [
      "a small picture in the head",
      (bytes) => {
        const small = Buffer.from(`${secret}....`).subarray(0, 21);
        const head = Buffer.concat([
          Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\x07\x01", "latin1"),
          small,
        ]);
        return withSegment(bytes, 0xe0, head);
      },
    ],
    ["notes of the maker", (bytes) => withSegment(bytes, 0xef, secret)],
    [
      "a second picture",
      (bytes) => Buffer.concat([bytes, bytes.subarray(0, 40), Buffer.from(secret)]),
    ],
    ["a film", (bytes) => Buffer.concat([bytes, film])],
  ]),
  ...inBytes("png", [
    ["text", (bytes) => withChunk(bytes, "tEXt", Buffer.from(`Author\0${secret}`))],
    [
      "packed text",
      (bytes) =>
        withChunk(bytes, "zTXt", Buffer.concat([Buffer.from("Author\0\0"), deflateSync(secret)])),
    ],
    [
      "text in other letters",
      (bytes) => withChunk(bytes, "iTXt", Buffer.from(`Author\0\0\0vi\0\0${secret}`)),
    ],
    ["a chunk of some program", (bytes) => withChunk(bytes, "prVt", Buffer.from(secret))],
    ["something behind the end", (bytes) => Buffer.concat([bytes, Buffer.from(secret)])],
  ]),
  ...inBytes("webp", [
    ["a chunk of some program", (bytes) => withRiff(bytes, "ABCD", secret)],
    ["something behind the end", (bytes) => Buffer.concat([bytes, Buffer.from(secret)])],
  ]),
  ...inBytes("avif", [
    ["a box of some program", (bytes) => Buffer.concat([bytes, box("uuid", Buffer.from(secret))])],
    ["a film", (bytes) => Buffer.concat([bytes, box("mpvd", film)])],
  ]),
];
