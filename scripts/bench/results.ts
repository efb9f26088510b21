import type { Measured } from "./measure.ts";

/** The builds that are measured, in this order, each in the folder that the one before left. */
export const cases = ["cold", "nothing", "edited", "added", "pages"] as const;
export type Case = (typeof cases)[number];

export const caseNames: Readonly<Record<Case, string>> = {
  cold: "from nothing",
  nothing: "nothing changed",
  edited: "one text edited",
  added: "one article added",
  // Only what the others make too, which have neither search nor cards.
  pages: "from nothing, but for search and cards",
};

/** Medians of the rounds. */
export type Result = Measured & {
  readonly peer: string;
  readonly articles: number;
  readonly what: Case;
  /** Number of files that were written or removed. */
  readonly touched: number;
  /** Number of files of the whole site. */
  readonly files: number;
};

/** Times of a cold build of ours, as a whole and by phase, in milliseconds. */
export type Profile = {
  readonly articles: number;
  readonly wall: number;
  readonly cpu: number;
  readonly phases: Readonly<Record<string, number>>;
};

/**
 * The times that a writer waits for, in the order in which they are measured, and first the one
 * that the check is compared with.
 */
const dailyNames = {
  parsing: "reading and parsing all articles, alone",
  "check-cold": "check, cold",
  "check-nothing": "check, nothing changed",
  serving: "preview, nothing kept: the browser is answered",
  seen: "preview, nothing kept: the first page is seen in the browser",
  first: "preview: first page after the first build",
  change: "preview: change seen in the browser",
  wait: "preview: longest wait for a page while building",
} as const;
export type DailyCase = keyof typeof dailyNames;

export type Daily = {
  readonly articles: number;
  readonly what: DailyCase;
  readonly seconds: number;
};

/** What Lighthouse says of a page on a slow phone and a slow line, as it imagines them. */
export type Reading = {
  readonly articles: number;
  /** The address of the page. */
  readonly page: string;
  /** Its score for speed, of 100. */
  readonly score: number;
  /** Seconds until the largest part of the screen is drawn. */
  readonly largest: number;
};

export type Bench = {
  /** The day on which it ran. */
  readonly day: string;
  readonly machine: string;
  readonly rounds: number;
  readonly versions: readonly { readonly name: string; readonly version?: string | undefined }[];
  readonly results: readonly Result[];
  readonly profiles: readonly Profile[];
  readonly daily: readonly Daily[];
  readonly readings: readonly Reading[];
};

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Returns the tables of a bench as Markdown. */
export function benchText({
  day,
  machine,
  rounds,
  versions,
  results,
  profiles,
  daily,
  readings,
}: Bench): string {
  const own = versions[0]?.name;
  const rows = results.map((one) => {
    const ours = results.find(
      ({ peer, articles, what }) => peer === own && articles === one.articles && what === one.what,
    );
    return [
      String(one.articles),
      caseNames[one.what],
      one.peer,
      `${one.wall.toFixed(2)} s`,
      `${((one.wall / one.articles) * 1000).toFixed(2)} ms`,
      `${one.cpu.toFixed(2)} s`,
      one.memory === undefined ? "–" : `${Math.round(one.memory)} MB`,
      `${one.touched} of ${one.files}`,
      ours === undefined || ours === one ? "" : ratioText(ours, one, results),
    ];
  });
  const head = ["articles", "build", "generator", "time", "per article", "CPU", "memory"];
  const shares = profiles.map(({ articles, wall, cpu, phases }) => [
    String(articles),
    `${(wall / 1000).toFixed(2)} s`,
    `${(cpu / 1000).toFixed(2)} s`,
    ...Object.values(phases).map((time) => `${Math.round((time / wall) * 100)} %`),
  ]);
  const phaseNames = Object.keys(profiles[0]?.phases ?? {});
  return [
    `Measured on ${day}, on ${machine}; medians of ${rounds} rounds, all generators in turn.`,
    versions.map(({ name, version }) => `${name}: ${version ?? "not on this machine"}`).join("; "),
    ...(rows.length === 0
      ? []
      : [
          table([...head, "files written", `${own} takes … times as long`], rows),
          "Where the time of a build from nothing goes, as a share of the whole. Search and cards are made beside the pages, so the shares come to more than 100 %.",
          table(["articles", "time", "CPU", ...phaseNames], shares),
        ]),
    ...(daily.length === 0 ? [] : dailyText(daily)),
    ...(readings.length === 0 ? [] : readingsText(readings)),
  ].join("\n\n");
}

/** Returns the table of what a writer waits for, with a sentence above it. */
function dailyText(daily: readonly Daily[]): string[] {
  const rows = daily.map(({ articles, what, seconds }) => {
    const parsing = daily.find((one) => one.articles === articles && one.what === "parsing");
    const ratio = what === "check-cold" && parsing ? seconds / parsing.seconds : undefined;
    return [
      String(articles),
      dailyNames[what],
      `${seconds.toFixed(2)} s`,
      ratio === undefined ? "" : ratio.toFixed(2),
    ];
  });
  return [
    "What a writer waits for: whole programs from their start to their end, and the preview in Chromium from the moment of saving.",
    table(["articles", "what", "time", "times as long as parsing"], rows),
  ];
}

/** What a reader waits for. */
function readingsText(readings: readonly Reading[]): string[] {
  const rows = readings.map(({ articles, page, score, largest }) => [
    String(articles),
    page,
    String(score),
    `${largest.toFixed(2)} s`,
  ]);
  return [
    "What a reader waits for on a slow phone and a slow line, as Lighthouse imagines them.",
    table(["articles", "page", "score of 100", "largest part drawn after"], rows),
  ];
}

/**
 * Says how many times as long we take as another generator. For a build from nothing it also says
 * so without search and cards, which others do not make.
 */
function ratioText(ours: Result, theirs: Result, results: readonly Result[]): string {
  const whole = (ours.wall / theirs.wall).toFixed(2);
  const pages = results.find(
    ({ what, articles }) => what === "pages" && articles === theirs.articles,
  );
  if (theirs.what !== "cold" || pages === undefined) return whole;
  return `${whole}; without search and cards ${(pages.wall / theirs.wall).toFixed(2)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
