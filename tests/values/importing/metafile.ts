/* Drawings of Windows for tests, as the format says: records of a type, a size and numbers. */

function record(type: number, ...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 * numbers.length);
  bytes.writeUInt32LE(type, 0);
  bytes.writeUInt32LE(bytes.length, 4);
  for (const [at, number] of numbers.entries()) bytes.writeInt32LE(number, 8 + 4 * at);
  return bytes;
}

/** A line of text in a font, at the upper left corner. */
export function textIn(font: string, text: string): Buffer[] {
  const face = Buffer.alloc(64);
  face.write(font, "utf16le");
  const words = Array.from({ length: 16 }, (_, at) => face.readInt32LE(4 * at));
  const letters = Buffer.alloc(Math.ceil(text.length / 2) * 4);
  letters.write(text, "utf16le");
  const spacing = Array.from(text, () => 8);
  const start = 76;
  return [
    record(82, 1, -16, 0, 0, 0, 400, 0, 0, ...words, ...Array<number>(60).fill(0)),
    record(37, 1),
    record(
      84,
      ...[0, 0, 0, 0, 1, 0x3f_80_00_00, 0x3f_80_00_00],
      ...[5, 20, text.length, start, 0, 0, 0, 0, 0, start + letters.length],
      ...Array.from({ length: letters.length / 4 }, (_, at) => letters.readInt32LE(4 * at)),
      ...spacing,
    ),
  ];
}

/** A rectangle that fills a quarter of the drawing with black. */
export const quarter = [record(37, 0x80_00_00_04 | 0), record(43, 0, 0, 50, 25)];

/** A command that no program knows. */
export const unknown = [record(4_000, 1)];

/** Returns an EMF of 100 × 50 pixels with some records. */
export function emf(...records: readonly Buffer[]): Buffer {
  const inside = [...records, record(14, 0, 16, 20)];
  const size = 88 + inside.reduce((sum, { length }) => sum + length, 0);
  const header = record(
    1,
    ...[0, 0, 100, 50],
    // In hundredths of a millimetre, on a screen of 96 pixels per inch.
    ...[0, 0, 2646, 1323],
    ...[0x46_4d_45_20, 0x1_00_00, size, inside.length + 1, 2, 0, 0, 0],
    ...[960, 960, 254, 254],
  );
  return Buffer.concat([header, ...inside]);
}
