import { describe, expect, it } from "vitest";
import { isFileName } from "../../../src/content/file-name.ts";

describe("the name of a file in content", () => {
  it.each([
    ...["bai.md", "index.md", "2024", "hoi-nghi-2.md", "Bài 1 (sửa).md", "Đường làng.md"],
    ...["console.md", "com.md", "com10.md", "aux-2.md", "lpt.md", "nul-hoa.md", "a.b.c.md"],
    `${"a".repeat(252)}.md`,
    `${"ế".repeat(84)}.md`,
  ])("may be %j", (name) => {
    expect(isFileName(name)).toBe(true);
  });

  it.each([
    ...["", ".", "..", ".git", ".a.md", "a.", "a ", " a.md", "a.md ", "a.md."],
    ...["a/b", "a\\b", "a:b", "a*", "a?", 'a"', "a<b", "a>b", "a|b", "a\0", "a\n.md", "a\u0085.md"],
    ...["CON", "con.md", "CON.md", "Con .md", "prn.md", "AUX.tar.md", "nul.md", "COM1.md"],
    ...["com0.md", "LPT9", "lpt¹.md", "CONIN$", "conout$.md"],
    // Letters that cannot be seen, or that turn the others around.
    ...["a\u202edm.md", "a\u200b.md", "\ufeffa.md", "a\u00ad.md", "a\u2028.md", "a\u061c.md"],
    ...["a\u034f.md", "a\u3164.md", "a\ufe0f.md", "a\u{e0061}.md", "a\ue000.md", "a\ud800.md"],
    `${"a".repeat(253)}.md`,
    `${"ế".repeat(85)}.md`,
    "a".repeat(300),
  ])("may not be %j", (name) => {
    expect(isFileName(name)).toBe(false);
  });
});
