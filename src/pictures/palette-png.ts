import { promisify } from "node:util";
import { constants, crc32, deflate } from "node:zlib";

/** A picture of at most 256 colours. */
export type PalettePicture = {
  readonly width: number;
  readonly height: number;
  /** The number of a colour for each pixel, row by row. */
  readonly colours: Uint8Array;
  /** Three bytes for each colour. */
  readonly palette: Uint8Array;
};

/**
 * Writes a picture as PNG. The compressor looks only for what repeats the byte before: drawings
 * with large areas of one colour get no smaller by a longer search, which would take five times as
 * long. This search is also the same on every processor.
 */
export async function palettePng({
  width,
  height,
  colours,
  palette,
}: PalettePicture): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, each the number of a colour.
  header.set([8, 3], 8);
  // A byte before each row says that the row is as it is.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(colours.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const packed = await deflated(rows, { strategy: constants.Z_RLE, chunkSize: 65_536 });
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", packed),
    chunk("IEND", new Uint8Array()),
  ]);
}

const deflated = promisify<Buffer, object, Buffer>(deflate);
const signature = Buffer.from("89504e470d0a1a0a", "hex");

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8);
  return bytes;
}
