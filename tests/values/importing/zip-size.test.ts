import { deflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { zipSize } from "../../../src/importing/zip-size.ts";

const zip = (xml: string) => {
  const packed = deflateRawSync(Buffer.from(xml));
  const name = Buffer.from("word/document.xml");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  // The archive lies about the size of the file: 1 byte.
  entry.writeUInt32LE(1, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
};

it.each([
  [zip("a".repeat(1000)), 2000, { all: 1000, xml: 1000 }],
  [zip("a".repeat(1000)), 999, undefined],
  [zip("a".repeat(1000)).subarray(0, 60), 2000, undefined],
  [zip("a".repeat(1000)).subarray(20), 2000, undefined],
  [Buffer.from("PK\u0005\u0006"), 2000, undefined],
])(
  "an archive is as large as it is, whatever it says of its size (%#)",
  (bytes, most, expected) => {
    expect(zipSize(bytes, most)).toEqual(expected);
  },
);
