import { describe, expect, it } from "vitest";
import { deceptionProblems, places } from "../../../scripts/trials/text.ts";

/*
 * Texts that are long in one way. Each is done at once; a pattern that is tried anew from each
 * letter would take minutes, and the test would be given up. The trial `runaway` has more of them,
 * and measures them.
 */

const letters = 60_000;

/** What is before a long word, which has to be looked at closely then. */
const openings = ["Ð", "\u0131", "\u0421", "\u200b", "1.2", "a.vn", "@"];
const words = ["a", "a\u0131", "_"];
const longPlaces = places.filter(({ name }) =>
  ["paragraph", "text of a link", "title"].includes(name),
);

describe.each(longPlaces.map((place) => [place.name, place] as const))("in %s", (_, place) => {
  it.each(openings)("a long word behind %j comes to an end", (opening) => {
    for (const word of words) {
      const text = `${opening} ${word.repeat(letters / word.length)}`;
      expect(deceptionProblems(place.file(text))).toBeInstanceOf(Array);
    }
  });
});

/** Bodies that are long in one way, and the codes of what is wrong with them. */
const bodies: readonly (readonly [name: string, body: string, codes: readonly string[]])[] = [
  [
    "links behind many lines",
    "a\n".repeat(250_000) + "[bài](https://example.vn)\n".repeat(1_900),
    [],
  ],
  ["marks by reference", `a${"&#x301;&#x323;".repeat(20_000)}`, []],
  [
    "marks by reference in a host",
    `[a](https://a${"&#x301;&#x323;".repeat(20_000)}.vn)`,
    ["link-host-odd"],
  ],
  ["letters by reference", "&#x421;hi ".repeat(30_000), ["mixed-letters"]],
  [
    "links of one text",
    `${"a ".repeat(200_000)}${"[a.vn](https://b.vn) ".repeat(1_900)}`,
    ["link-text-other"],
  ],
  [
    "links by one reference, with a tail that is none",
    `${"[a.vn][b] ".repeat(1_900)}${"a ".repeat(200_000)}\n\n[b]: https://b.vn`,
    ["link-text-other"],
  ],
  [
    "links in a cell with bars",
    `| a |\n|---|\n| ${"\\| ".repeat(50_000)}${"[a.vn](https://b.vn) ".repeat(1_900)}|`,
    ["link-text-other"],
  ],
  ["addresses without links", "https://a.vn@b.vn ".repeat(1_900), ["link-user-info"]],
  ["a long label in a host", `https://${"a".repeat(letters)}.vn/`, []],
  ["dots in an address", `https://a${".".repeat(letters)}b`, []],
];
const paragraph = places.find(({ name }) => name === "paragraph")!;

it.each(bodies)("%s", (_, body, codes) => {
  const found = deceptionProblems(paragraph.file(body));
  expect([...new Set(found.map(({ code }) => code))]).toEqual(codes);
});

it("all that deceives is counted, however much it is", () => {
  const mixed = Array.from({ length: 200 }, (_, at) => `\u0421hi${"a".repeat(at)}`);
  expect(deceptionProblems(paragraph.file(mixed.join(" ")))).toHaveLength(200);
  const references = mixed.map((word) => word.replace("\u0421", "&#x421;"));
  expect(deceptionProblems(paragraph.file(references.join(" ")))).toHaveLength(200);
  expect(deceptionProblems(paragraph.file("&#8203;".repeat(700)))).toHaveLength(700);
});
