import type { Random } from "../../../src/work/random.ts";

/** Changes a text, given as bytes, by what may happen to a file or be done to it. */
type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

/** Pieces of YAML and Markdown that mean something, and letters that are read with care. */
const tokens = [
  "---",
  "\n---\n",
  ": ",
  "- ",
  "[",
  "]",
  "{",
  "}",
  '"',
  "'",
  "|",
  ">",
  "#",
  "&a",
  "*a",
  "!a",
  "? ",
  "<<: ",
  "\t",
  "\r\n",
  "\r",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\u0301",
  "\ud83d\udc4d",
  "\0",
  "__proto__: ",
  "title: ",
  "tags: ",
  "awards:\n  - ",
  "date: 31/2/2024\n",
  "![](",
  "](",
  "[^1]",
  "\n[^1]: ",
  "\n| a | b |\n|---|---|\n",
  "\n```\n",
  "> ",
  "<script>",
  "&#x202e;",
  "javascript:",
  "](b.md)",
  "21-KL/TW",
  "99999999999999999999",
];

const mutations: readonly Mutation[] = [
  /** A bit falls over; the text may stop being UTF-8. */
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) {
      const at = random.whole(0, changed.length - 1);
      changed[at] = changed[at]! ^ (1 << random.whole(0, 7));
    }
    return changed;
  },
  /** A file that was not written to its end. */
  (bytes, random) => bytes.subarray(0, random.whole(0, bytes.length)),
  (bytes, random) => bytes.subarray(random.whole(0, bytes.length)),
  /** Something is typed or pasted in between. */
  (bytes, random) => inserted(bytes, random, Buffer.from(random.pick(tokens))),
  (bytes, random) =>
    inserted(bytes, random, Buffer.from(random.pick(tokens).repeat(random.whole(2, 300)))),
  (bytes, random) => inserted(bytes, random, Buffer.of(random.whole(0x80, 0xff))),
  /** Part of the file, or of another, comes again. */
  (bytes, random) => inserted(bytes, random, piece(bytes, random)),
  (bytes, random, other) => inserted(bytes, random, piece(other, random)),
  /** The beginning of one file and the end of another, as after a merge. */
  (bytes, random, other) =>
    Buffer.concat([
      bytes.subarray(0, random.whole(0, bytes.length)),
      other.subarray(random.whole(0, other.length)),
    ]),
  /** Something is lost. */
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  /** Two lines change places, or one is indented. */
  (bytes, random) =>
    inLines(bytes, (lines) => {
      const [a, b] = [random.whole(0, lines.length - 1), random.whole(0, lines.length - 1)];
      [lines[a], lines[b]] = [lines[b]!, lines[a]!];
    }),
  (bytes, random) =>
    inLines(bytes, (lines) => {
      const at = random.whole(0, lines.length - 1);
      lines[at] = " ".repeat(random.whole(1, 6)) + lines[at]!;
    }),
  /** One token stands in place of another. */
  (bytes, random) =>
    Buffer.from(
      bytes.toString("latin1").replace(random.pick(tokens), random.pick(tokens)),
      "latin1",
    ),
];

/** Returns bytes after one to four mutations. */
export function mutated(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let changed = Buffer.from(bytes);
  for (let times = random.whole(1, 4); times > 0; times -= 1)
    changed = Buffer.from(random.pick(mutations)(changed, random, Buffer.from(other)));
  return changed;
}

function inserted(bytes: Buffer, random: Random, what: Buffer): Buffer {
  const at = random.whole(0, bytes.length);
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
}

function piece(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(...range(bytes, random));
}

function range(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.whole(0, bytes.length);
  return [from, Math.min(bytes.length, from + random.whole(0, 400))];
}

function inLines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  const lines = bytes.toString("latin1").split("\n");
  change(lines);
  return Buffer.from(lines.join("\n"), "latin1");
}
