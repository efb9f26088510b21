import { crc32, inflateRawSync } from "node:zlib";

/** A file in a ZIP archive, packed as it is there. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
};

const stored = 0;
const endMark = Buffer.from("PK\u0005\u0006", "latin1");
const entryMark = Buffer.from("PK\u0001\u0002", "latin1");

/**
 * Yields the entries as the directory at the end of the archive has them, which is where readers
 * look. Throws on anything odd.
 */
export function* zipEntries(bytes: Uint8Array): Generator<ZipEntry> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = data.lastIndexOf(endMark);
  if (end === -1) throw new RangeError("no directory");
  const count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (data.compare(entryMark, 0, 4, at, at + 4) !== 0) throw new RangeError("no entry");
    const nameLength = data.readUInt16LE(at + 28);
    const name = data.toString("utf8", at + 46, at + 46 + nameLength);
    const local = data.readUInt32LE(at + 42);
    // The entry's own header may be longer than the directory says.
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + data.readUInt32LE(at + 20));
    yield { name, method: data.readUInt16LE(at + 10), packed };
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
}

/** Unpacks an entry. Throws when it is damaged, or larger than `most` bytes. */
export function unpack({ method, packed }: ZipEntry, most: number): Buffer {
  if (method !== stored) return inflateRawSync(packed, { maxOutputLength: most + 1 });
  if (packed.length > most) throw new RangeError("too large");
  return packed;
}

/** Returns an archive of files, which are not packed. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // Names are in UTF-8.
    common.writeUInt16LE(0x08_00, 2);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = [Buffer.from("PK\u0003\u0004", "latin1"), common, nameBytes, bytes];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(entryMark, Buffer.from([20, 0]), common, place, nameBytes);
    for (const part of local) {
      locals.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
      offset += part.length;
    }
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, endMark, end]);
}
