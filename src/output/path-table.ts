import { onceFor } from "../work/once.ts";

/*
 * There are files in an output by the hundred thousand, and of most a build needs to know only that
 * nothing has changed. An object for each would take longer to make than that takes to find out. So
 * all that is known of them is in two lists of bytes, as it is in the file: parts of them are
 * copied whole, and a row is read when somebody asks for it.
 */

/** Paths, and of each a row of bytes that tell something of it. */
export type PathTable = {
  readonly count: number;
  /** In UTF-8, one after the other, each with a zero byte behind it; no path can contain one. */
  readonly paths: Buffer;
  /** Of one width all. The first four bytes are the length of the path with its zero byte. */
  readonly rows: Buffer;
};

/** Some rows of a table that are one after the other. */
export type Rows = { readonly table: PathTable; readonly from: number; readonly to: number };

/** Where in a row its own bytes begin. */
export const rowStart = 4;

/**
 * Makes a table.
 *
 * @param width bytes of a row
 * @param write writes the bytes of a row into `rows`, at `at`
 */
export function tableOf<Value>(
  width: number,
  values: readonly (readonly [path: string, value: Value])[],
  write: (rows: Buffer, at: number, value: Value) => void,
): PathTable {
  const paths = values.map(([path]) => Buffer.from(`${path}\0`));
  const rows = Buffer.alloc(values.length * width);
  values.forEach(([, value], row) => {
    rows.writeUInt32LE(paths[row]!.length, row * width);
    write(rows, row * width + rowStart, value);
  });
  return { count: values.length, paths: Buffer.concat(paths), rows };
}

/** Puts a table together from parts of others with rows of the same width. */
export function joinedTable(width: number, parts: readonly Rows[]): PathTable {
  return {
    count: parts.reduce((count, { from, to }) => count + to - from, 0),
    paths: Buffer.concat(
      parts.map(({ table, from, to }) => {
        const starts = startsOf(table);
        return table.paths.subarray(starts[from], starts[to]);
      }),
    ),
    rows: Buffer.concat(
      parts.map(({ table, from, to }) => table.rows.subarray(from * width, to * width)),
    ),
  };
}

/** Returns the paths of the rows of a table from one up to, but without, another. */
export function pathsIn(table: PathTable, from: number, to: number): string[] {
  if (from >= to) return [];
  const starts = startsOf(table);
  return table.paths.toString("utf8", starts[from], starts[to]! - 1).split("\0");
}

/** Returns all paths of a table, in the order of its rows. */
export function pathsOf(table: PathTable): string[] {
  return pathsIn(table, 0, table.count);
}

/** Returns the path of a row. */
export function pathOf(table: PathTable, row: number): string {
  return pathsIn(table, row, row + 1)[0]!;
}

/** Returns the rows of a table by path. */
export const rowsByPath = onceFor(
  (table: PathTable): ReadonlyMap<string, number> =>
    new Map(pathsOf(table).map((path, row) => [path, row])),
);

/** Returns where each path begins, and where the last ends. */
const startsOf = onceFor(({ count, rows }: PathTable): Uint32Array => {
  const width = rows.length / count;
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < count; row += 1)
    starts[row + 1] = starts[row]! + rows.readUInt32LE(row * width);
  return starts;
});

/** Returns a table as another thread sent it, which makes plain arrays of the buffers. */
export function unpacked({ count, paths, rows }: PathTable): PathTable {
  const [ofPaths, ofRows] = [paths, rows].map((bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  );
  return { count, paths: ofPaths!, rows: ofRows! };
}
