import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTextFile } from "../../../scripts/writing/text-file.ts";
import { folderOf } from "../../content.ts";

/** A changed file keeps its byte-order mark, its line ends and everything that nobody touched. */

async function changed(before: string | Uint8Array, change: (text: string) => string) {
  const folder = folderOf({ "a.md": before });
  const path = join(folder, "a.md");
  const file = await readTextFile(path);
  await file?.write(change(file.text));
  return readFileSync(path, "utf8");
}

describe("a text file", () => {
  const rows: readonly [string, string, (text: string) => string, string][] = [
    ["lines of Unix", "a\nb\nc\n", (text) => text.replace("b", "B"), "a\nB\nc\n"],
    ["lines of Windows", "a\r\nb\r\nc\r\n", (text) => text.replace("b", "B"), "a\r\nB\r\nc\r\n"],
    ["lines of both", "a\r\nb\nc\nd\r\n", (text) => text.replace("c", "C"), "a\r\nb\nC\r\nd\r\n"],
    ["one line more", "a\r\nb\r\n", (text) => text.replace("b", "x\ny"), "a\r\nx\r\ny\r\n"],
    ["one line less", "a\r\nb\r\nc\r\n", (text) => text.replace("b\n", ""), "a\r\nc\r\n"],
    ["no end of its last line", "a\r\nb", (text) => text.replace("b", "c"), "a\r\nc"],
    ["a mark at its start", "\ufeffa\nb\n", (text) => text.replace("a", "A"), "\ufeffA\nb\n"],
    ["letters of two characters", "a\u0300\nb\n", (text) => text.replace("b", "B"), "a\u0300\nB\n"],
    ["nothing that changes", "a\r\nb\n\r\n", (text) => text, "a\r\nb\n\r\n"],
  ];
  it.each(rows)("keeps %s", async (_, before, change, after) => {
    expect(await changed(before, change)).toBe(after);
  });

  it("that is none is not touched", async () => {
    const folder = folderOf({
      "a.md": new Uint8Array([0xff, 0xfe, 0x61]),
      "b.md": "x".repeat(1_000_001),
    });
    expect(await readTextFile(join(folder, "a.md"))).toBeUndefined();
    expect(await readTextFile(join(folder, "b.md"))).toBeUndefined();
  });
});
