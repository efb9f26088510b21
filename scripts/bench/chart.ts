import { type Bench, type Case, caseNames, cases } from "./results.ts";

const colours = ["#9b1b1e", "#3d6ea5", "#7a7a52", "#5a544b"];
const [width, height, left, bottom, top] = [760, 400, 64, 56, 72] as const;
/** Pixels to the right, for the names of the lines. */
const right = 210;
/** Least distance between the names of two lines, in pixels. */
const lineHeight = 16;

/**
 * Draws the bench as SVG: for each kind of build and each generator a line of milliseconds per
 * article over the number of articles, both on logarithmic scales.
 */
export function chartOf({ day, machine, results }: Bench): string {
  const lines = [...Map.groupBy(results, ({ peer, what }) => `${peer}|${what}`).values()]
    .map((points) => points.toSorted((a, b) => a.articles - b.articles))
    .filter(([first]) => first!.what === "cold" || first!.peer === results[0]!.peer);
  const peers = [...new Set(results.map(({ peer }) => peer))];
  const costs = results.map(({ wall, articles }) => (wall / articles) * 1000);
  const x = scale(
    results.map(({ articles }) => articles),
    left,
    width - right,
  );
  const y = scale(costs, height - bottom, top);
  const ends = lines.map((points) => points.at(-1)!);
  const names = spread(
    ends.map(({ wall, articles }) => ({ x: x(articles), y: y((wall / articles) * 1000) + 4 })),
  );
  const marks = new Set(results.map(({ articles }) => articles));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">
<title id="t">Milliseconds per article by number of articles</title>
<desc id="d">${escaped(lines.map(lineText).join("; "))}</desc>
<style>text{fill:#333}.axis{stroke:#999}@media(prefers-color-scheme:dark){text{fill:#ddd}.axis{stroke:#777}}</style>
<text x="${left}" y="24" font-size="16" font-weight="600">Time per article</text>
<text x="${left}" y="44">${escaped(`${day}, ${machine}`)}</text>
${ticks(costs)
  .map(
    (cost) =>
      `<path class="axis" d="M${left} ${y(cost)}H${width - right}" stroke-opacity=".4"/><text x="${left - 8}" y="${y(cost) + 4}" text-anchor="end">${cost} ms</text>`,
  )
  .join("\n")}
${[...marks].map((count) => `<text x="${x(count)}" y="${height - bottom + 22}" text-anchor="middle">${count.toLocaleString("en")}</text>`).join("\n")}
<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">articles</text>
${lines
  .map((points, at) => {
    const [first] = points;
    const colour = colours[peers.indexOf(first!.peer)] ?? colours[0];
    const way = points.map(({ articles, wall }) => `${x(articles)} ${y((wall / articles) * 1000)}`);
    const last = points.at(-1)!;
    const name =
      first!.what === "cold" ? first!.peer : `${first!.peer}: ${shortNames[first!.what]}`;
    return `<path d="M${way.join("L")}" fill="none" stroke="${colour}" stroke-width="2.5"${dash(first!.what)}/>
${way.map((point) => `<circle cx="${point.split(" ")[0]}" cy="${point.split(" ")[1]}" r="3.5" fill="${colour}"/>`).join("")}
<text x="${x(last.articles) + 10}" y="${names[at]}" style="fill:${colour}">${escaped(name)}</text>`;
  })
  .join("\n")}
</svg>
`;
}

const shortNames: Readonly<Record<Exclude<Case, "cold">, string>> = {
  nothing: "nothing changed",
  edited: "one edited",
  added: "one added",
  pages: "no search, no cards",
};

/** Returns the heights of names, moved down where they would overlap. */
function spread(wanted: readonly { readonly x: number; readonly y: number }[]): number[] {
  const above = new Map<number, number>();
  const places = new Map<unknown, number>();
  for (const one of wanted.toSorted((a, b) => a.y - b.y)) {
    const place = Math.max(one.y, (above.get(one.x) ?? Number.NEGATIVE_INFINITY) + lineHeight);
    above.set(one.x, place);
    places.set(one, place);
  }
  return wanted.map((one) => places.get(one)!);
}

function lineText(points: Bench["results"]): string {
  const [first] = points;
  const costs = points.map(
    ({ articles, wall }) => `${articles}: ${((wall / articles) * 1000).toFixed(2)} ms`,
  );
  return `${first!.peer}, ${caseNames[first!.what]}: ${costs.join(", ")}`;
}

function dash(what: Case): string {
  const at = cases.indexOf(what);
  return at === 0 ? "" : ` stroke-dasharray="${[0, 2, 6, 10, 14][at]} 5"`;
}

/** Returns a function from values to pixels on a logarithmic scale. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  const span = high - low || 1;
  return (value) => Math.round(from + ((Math.log10(value) - low) / span) * (to - from));
}

/** The powers of ten within the range of some values. */
function ticks(values: readonly number[]): number[] {
  const from = Math.ceil(Math.log10(Math.min(...values)));
  const to = Math.floor(Math.log10(Math.max(...values)));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) =>
    Number((10 ** (from + at)).toFixed(3)),
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
