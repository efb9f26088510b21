import { expect, it } from "vitest";
import { chartOf } from "../../../scripts/bench/chart.ts";
import { type Bench, benchText } from "../../../scripts/bench/results.ts";
import { addressesIn, differenceText, filesTouched } from "../../../scripts/bench/site-files.ts";

const bench: Bench = {
  day: "2026-01-01",
  machine: "a <machine>",
  rounds: 3,
  versions: [{ name: "Bản tin", version: "1" }, { name: "Hugo" }],
  results: [
    { peer: "Bản tin", articles: 1000, what: "cold", wall: 4, cpu: 5, touched: 9, files: 9 },
    { peer: "Hugo", articles: 1000, what: "cold", wall: 2, cpu: 3, touched: 8, files: 8 },
    { peer: "Bản tin", articles: 1000, what: "pages", wall: 1, cpu: 1, touched: 9, files: 9 },
    { peer: "Bản tin", articles: 10_000, what: "cold", wall: 40, cpu: 5, touched: 9, files: 9 },
  ],
  profiles: [{ articles: 1000, wall: 4000, cpu: 5000, phases: { read: 1000, draw: 500 } }],
  daily: [
    { articles: 1000, what: "parsing", seconds: 2 },
    { articles: 1000, what: "check-cold", seconds: 2.5 },
    { articles: 1000, what: "change", seconds: 0.5 },
  ],
  readings: [{ articles: 1000, page: "/", score: 98, largest: 1.5 }],
};

it("tells times, what they come to for an article, and how they compare", () => {
  const text = benchText(bench);
  expect(text).toContain("| 1000 | from nothing | Hugo | 2.00 s | 2.00 ms |");
  expect(text).toContain("| 2.00; without search and cards 0.50 |");
  expect(text).toContain("| 1000 | 4.00 s | 5.00 s | 25 % | 13 % |");
  expect(text).toContain("Hugo: not on this machine");
  expect(text).toContain("| 1000 | check, cold | 2.50 s | 1.25 |");
  expect(text).toContain("| 1000 | preview: change seen in the browser | 0.50 s |  |");
  expect(text).toContain("| 1000 | / | 98 | 1.50 s |");
});

it("draws a chart that is valid XML and says in words what it shows", () => {
  const svg = chartOf(bench);
  expect(svg).toContain("a &lt;machine>");
  expect(svg).toContain("Bản tin, from nothing: 1000: 4.00 ms, 10000: 4.00 ms");
  expect(svg).not.toContain("NaN");
});

it("compares addresses, and counts files that were written or removed", () => {
  const files = new Map([
    ["2024/03/05/a/index.html", "1"],
    ["2024/03/index.html", "1"],
    ["chu-de/a/index.html", "1"],
    ["chu-de/a/trang/2/index.html", "1"],
    ["index.html", "1"],
  ]);
  const addresses = addressesIn(files);
  expect([...addresses]).toEqual(["/2024/03/05/a/", "/2024/03/", "/chu-de/a/"]);
  expect(differenceText(addresses, addresses)).toBeUndefined();
  expect(differenceText(addresses, new Set(["/2024/03/", "/x/"]))).toContain("lacks 2");
  expect(filesTouched(files, new Map([...files, ["index.html", "2"]]))).toBe(1);
  expect(filesTouched(files, new Map())).toBe(5);
});
