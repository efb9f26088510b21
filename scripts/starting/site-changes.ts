import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { manifestOf } from "../publishing/manifest.ts";

/** How one page differs between two builds of the same content. */
export type PageChange = {
  readonly path: string;
  /** The first words that differ; undefined when only what is around the words does. */
  readonly words?: { readonly before: string; readonly after: string };
  /** How many words are in one of the two and not in the other. */
  readonly weight: number;
};

/** How the files of a site differ between two builds of the same content. */
export type SiteChanges = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly pages: readonly PageChange[];
  /** Stylesheets, pictures, feeds, data. */
  readonly others: readonly string[];
};

/** Compares two outputs. */
export function siteChanges(before: string, after: string): SiteChanges {
  const [old, now] = [manifestOf(before), manifestOf(after)];
  const both = [...now.keys()].filter((path) => old.has(path) && old.get(path) !== now.get(path));
  const isPage = (path: string) => path.endsWith(".html");
  return {
    added: [...now.keys()].filter((path) => !old.has(path)),
    removed: [...old.keys()].filter((path) => !now.has(path)),
    pages: both.filter(isPage).map((path) => {
      const [a, b] = [before, after].map((folder) => wordsOf(join(folder, path)));
      const words = firstDifference(a!, b!);
      const weight = unlikeWords(a!, b!);
      return words === undefined ? { path, weight } : { path, words, weight };
    }),
    others: both.filter((path) => !isPage(path)),
  };
}

/** Of each kind of change, at most this many are named. */
const most = 10;

/** Says in Vietnamese how a site changes. */
export function changesText({ added, removed, pages, others }: SiteChanges): string {
  if (added.length + removed.length + pages.length + others.length === 0)
    return "Trang không đổi một byte nào.\n";
  const reworded = pages.flatMap(({ path, words }) =>
    words === undefined ? [] : [`${path}: “${words.before}” → “${words.after}”`],
  );
  const framed = pages.filter(({ words }) => words === undefined).map(({ path }) => path);
  return [
    part("Trang đổi lời", reworded),
    part("Trang chỉ đổi khung, không đổi lời", framed),
    part("Tệp thêm", added),
    part("Tệp bớt", removed),
    part("Tệp khác có thay đổi (kiểu chữ, ảnh, dữ liệu)", others),
  ].join("");
}

function part(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const named = lines.slice(0, most).map((line) => `  ${line}\n`);
  const more = lines.length - most;
  const rest = more > 0 ? `  … và ${formatNumber(more)} mục khác\n` : "";
  return `${title}: ${formatNumber(lines.length)}\n${named.join("")}${rest}`;
}

/** Returns the words of a page, as one reads them. */
function wordsOf(path: string): string[] {
  return readFileSync(path, "utf8")
    .replaceAll(/<(script|style)\b.*?<\/\1>/gsu, " ")
    .replaceAll(/<[^>]*>/gu, " ")
    .trim()
    .split(/\s+/u);
}

/** Counts the words that one list has more often than the other. */
function unlikeWords(before: readonly string[], after: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of after) counts.set(word, (counts.get(word) ?? 0) - 1);
  return counts.values().reduce((sum, count) => sum + Math.abs(count), 0);
}

/**
 * Chooses pages to look at: of each kind the one that changed most, as its address tells the kinds
 * apart; those that changed most first, and of equals the ones nearer to the home page.
 */
export function tellingPages(pages: readonly PageChange[], most: number): PageChange[] {
  const byKind = Map.groupBy(pages, ({ path }) => kindOf(path));
  return [...byKind.values()]
    .map((alike) => alike.reduce((a, b) => (b.weight > a.weight ? b : a)))
    .sort((a, b) => b.weight - a.weight || a.path.length - b.path.length)
    .slice(0, most);
}

/** Returns what the addresses of one kind have in common: `#/#/#/*` for those of articles. */
function kindOf(path: string): string {
  return path
    .replace(/index\.html$/u, "")
    .split("/")
    .map((step, at) => (/^\d+$/u.test(step) ? "#" : at === 0 ? step : "*"))
    .join("/");
}

/** Returns some words around the first that differ; undefined when all are the same. */
function firstDifference(
  before: readonly string[],
  after: readonly string[],
): PageChange["words"] | undefined {
  const at = after.findIndex((word, place) => word !== before[place]);
  const first = at === -1 && before.length > after.length ? after.length : at;
  if (first === -1) return undefined;
  const around = (words: readonly string[]) =>
    words.slice(Math.max(0, first - 3), first + 6).join(" ");
  return { before: around(before), after: around(after) };
}
