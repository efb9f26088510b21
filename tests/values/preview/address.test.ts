import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf } from "../../../scripts/preview/address.ts";

describe("the address of a request", () => {
  const read: readonly [string, string, readonly string[]][] = [
    ["/", "/", []],
    ["/?a=1", "/", []],
    ["/2024/03/05/bai/", "/2024/03/05/bai/", ["2024", "03", "05", "bai"]],
    ["/robots.txt", "/robots.txt", ["robots.txt"]],
    ["/_soan/bai?path=a%2Fb.md&x=%", "/_soan/bai", ["_soan", "bai"]],
    ["/%C4%91%C6%B0%E1%BB%9Dng/", "/đường/", ["đường"]],
    ["/a%20b", "/a b", ["a b"]],
    ["/...", "/...", ["..."]],
  ];
  it.each(read)("%s is read", (target, path, steps) => {
    expect(addressOf(target)).toMatchObject({ path, steps, isFolder: path.endsWith("/") });
  });

  it("has what is asked of it", () => {
    expect(addressOf("/x?path=a%2Fb.md&q=%")?.query.get("path")).toBe("a/b.md");
  });

  it.each([
    ...["", "*", "a", "?", "#", " /", "/ ", "/\t"],
    ...["/%", "/%f", "/%ff", "/%c0%af", "/%u0041"],
    ...["//", "//thu.example/", "/a//b", "/a//", "/./a", "/a/..", "/a/../b", "/..", "/."],
    ...["/%2e%2e/x", "/..%2f..%2fx", "/a%2fb", "/%5c", "/\\", "/a\\b", "/%00", "/a%0d%0ab"],
    ...["http://", "http://thu.example/", "https://[::1", "/#a", "/\u0000", "/bài/", "/\u00ff"],
    `/${"a".repeat(9_000)}`,
  ])("%j is none", (target) => {
    expect(addressOf(target)).toBeUndefined();
  });

  it("never throws, whatever is asked for, and has no name that leads up", () => {
    const piece = fc.constantFrom(..."/%\\.?#a:".split(""), "%2f", "%2e", "%ff", "%00", "..", "đ");
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 12 }).map((all) => `/${all.join("")}`),
    );
    fc.assert(
      fc.property(text, (target) => {
        const steps = addressOf(target)?.steps ?? [];
        expect(steps.some((step) => /^(?:\.{0,2}$)|[/\\]/u.test(step))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is the same for a path that is written out again", () => {
    const names = fc.array(fc.string({ minLength: 1, unit: "grapheme" }), { maxLength: 5 });
    fc.assert(
      fc.property(names, (steps) => {
        const target = `/${steps.map(encodeURIComponent).join("/")}`;
        const address = addressOf(target);
        if (address) expect(address.steps).toEqual(steps);
      }),
    );
  });
});
