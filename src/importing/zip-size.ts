import { inflateRawSync } from "node:zlib";

/**
 * Returns how many bytes a ZIP archive holds, and how many of them are XML. A file of 400 kB can
 * hold gigabytes, and what it says of its own sizes need not be true, so each entry is unpacked and
 * measured. Undefined when the bytes are no archive that can be read, or hold more than `most`
 * bytes.
 */
export function zipSize(
  bytes: Uint8Array,
  most: number,
): { readonly all: number; readonly xml: number } | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let all = 0;
  let xml = 0;
  try {
    for (const { name, method, packed } of entriesOf(data)) {
      const size =
        method === stored
          ? packed.length
          : inflateRawSync(packed, { maxOutputLength: most - all + 1 }).length;
      all += size;
      if (/\.(?:xml|rels)$/iu.test(name)) xml += size;
      if (all > most) return undefined;
    }
  } catch {
    return undefined;
  }
  return { all, xml };
}

type Entry = { readonly name: string; readonly method: number; readonly packed: Buffer };

const stored = 0;
const endMark = Buffer.from("PK\u0005\u0006", "latin1");
const entryMark = Buffer.from("PK\u0001\u0002", "latin1");

/**
 * Yields the entries as the directory at the end of the archive has them, which is where readers
 * look. Throws on anything odd.
 */
function* entriesOf(data: Buffer): Generator<Entry> {
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
