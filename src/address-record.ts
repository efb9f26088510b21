import { lstatSync, readFileSync } from "node:fs";
import type { Article } from "./article.ts";
import { addressRecordName, isArticleFile } from "./content/content-folder.ts";
import type { FoundFile } from "./content/source-file.ts";
import { maxRecordBytes, maxTold } from "./limits.ts";
import { type Finding, finding } from "./problems/finding.ts";
import { type Problem, problem } from "./problems/problem.ts";
import type { Site } from "./site.ts";
import { compose } from "./text/compose.ts";
import { nearestOf } from "./text/nearest.ts";
import { compareCodes } from "./text/vietnamese.ts";
import {
  authorUrl,
  monthUrl,
  officialUrl,
  seriesUrl,
  sessionUrl,
  tagUrl,
  unitUrl,
  yearUrl,
} from "./urls.ts";
import { conflictProblems } from "./yaml/conflict-problems.ts";

/** An address that was published, and what it led to. */
export type PublishedAddress = {
  readonly address: string;
  /** Path of the article or data file in content, or `*` for what follows from articles. */
  readonly owner: string;
  /** Counted from 1. */
  readonly line: number;
};

const ofArticles = "*";

/** What stands at the top of the file, for those who open it. */
const opening = `# Mọi địa chỉ đã đăng, mỗi dòng một địa chỉ và tệp của nó. Do lệnh npm run addresses ghi, giữ theo thứ tự.
# npm run check báo lỗi khi một địa chỉ ở đây sắp mất. Xem docs/huong-dan.md, mục “Sổ địa chỉ”.
`;

/** Reads the record of addresses; none where there is no file. */
export function readAddressRecord(file: FoundFile | undefined): {
  value: readonly PublishedAddress[];
  problems: readonly Problem[];
} {
  if (file === undefined) return { value: [], problems: [] };
  const { path, realPath } = file;
  const placeOf = (line: number) => ({ path, line, column: 1 });
  const { size } = lstatSync(realPath);
  if (size > maxRecordBytes) {
    const args = { size: String(Math.ceil(size / 1000)) };
    return { value: [], problems: [problem("file-too-large", placeOf(1), args)] };
  }
  const text = compose(readFileSync(realPath, "utf8").replaceAll("\r\n", "\n"));
  const conflicts = conflictProblems(
    text,
    "yaml",
    (offset) => placeOf(text.slice(0, offset).split("\n").length),
    // Each side has addresses that were published: to drop one side would lose them.
    "npm run addresses",
  );
  if (conflicts.length > 0) return { value: [], problems: conflicts };
  const value: PublishedAddress[] = [];
  const problems: Problem[] = [];
  for (const [at, written] of text.split("\n").entries()) {
    if (written.trim() === "" || written.startsWith("#")) continue;
    const [, address, owner] = /^(\/\S*) (\S.*)$/u.exec(written) ?? [];
    const line = at + 1;
    if (address !== undefined && owner !== undefined) value.push({ address, owner, line });
    else problems.push(problem("bad-address-line", placeOf(line), { value: written }));
  }
  return { value, problems };
}

/** Returns the text of the record: a line for each address, so that git shows what changes. */
export function addressRecordText(addresses: Iterable<readonly [string, string]>): string {
  const lines = [...addresses]
    .toSorted(([a], [b]) => compareCodes(a, b))
    .map(([address, owner]) => `${address} ${owner}\n`);
  return opening + lines.join("");
}

type Known = {
  readonly site: Pick<
    Site,
    "units" | "officials" | "figures" | "documents" | "sessions" | "tags" | "authors" | "years"
  >;
  /** Articles of which the site shows all or a notice. */
  readonly shown: readonly Article[];
};

/** Returns every address that the site promises to keep, with its owner. */
export function publishedAddresses({ site, shown }: Known): Map<string, string> {
  return new Map([...ownersOf(shown), ...thingsOf(site)]);
}

/** Returns the addresses of articles, and those of the past that lead to them, by address. */
function ownersOf(articles: readonly Article[]): Map<string, string> {
  const owners = new Map(articles.map(({ url, path }) => [url, path]));
  for (const { aliases, path } of articles)
    for (const alias of aliases) if (!owners.has(alias)) owners.set(alias, path);
  return owners;
}

/**
 * Returns the addresses of what articles are about and of the lists that they are in. Further pages
 * of a list have the address of the first in theirs.
 */
function* thingsOf(site: Known["site"]): Generator<readonly [string, string]> {
  for (const { unit } of site.units) yield [unitUrl(unit.id), "units.yaml"];
  for (const { id } of site.officials.officials) yield [officialUrl(id), "people.yaml"];
  for (const { id, formerIds, hasPage, registered } of site.figures.series) {
    if (!hasPage) continue;
    for (const one of [id, ...formerIds])
      yield [seriesUrl(one), registered ? "figures.yaml" : ofArticles];
  }
  for (const { url } of site.documents.pages) yield [url, ofArticles];
  const { sessions, committees, byUnit } = site.sessions;
  const parts = [...sessions, ...committees].map(({ address }) => address);
  for (const address of [...byUnit.keys(), ...parts]) yield [sessionUrl(address), ofArticles];
  for (const { slug } of site.tags) yield [tagUrl(slug), ofArticles];
  for (const { slug } of site.authors) yield [authorUrl(slug), ofArticles];
  for (const { year, months } of site.years) {
    yield [yearUrl(year), ofArticles];
    for (const { month } of months) yield [monthUrl(month), ofArticles];
  }
}

/** What the addresses that were published are compared with. */
export type Now = Known & {
  /** Drafts and articles of later days. */
  readonly unpublished: readonly Article[];
  /** The paths of drafts that have errors. */
  readonly faultyDrafts: ReadonlySet<string>;
  /** Returns whether a file of content exists, faulty or not. */
  readonly isFile: (path: string) => boolean;
  /** Returns whether a data file has errors, so that what it lists may be missing. */
  readonly isFaulty: (path: string) => boolean;
  /** Whether every article could be read; otherwise pages of lists are missing. */
  readonly isWhole: boolean;
};

/**
 * Compares the addresses that were published with those of now, in one pass: reports each that
 * would lead nowhere, or to another article.
 */
export function addressProblems(
  record: readonly PublishedAddress[],
  { site, shown, unpublished, faultyDrafts, isFile, isFaulty, isWhole }: Now,
): { problems: Problem[]; findings: Finding[] } {
  const problems: Problem[] = [];
  const findings: Finding[] = [];
  if (record.length === 0) return { problems, findings };
  const owners = ownersOf(shown);
  const things = new Map(thingsOf(site));
  const byPath = new Map(shown.map((article) => [article.path, article]));
  const hidden = new Map(unpublished.map((article) => [article.path, article]));
  const suggest = newSuggestion(record, shown);
  for (const { address, owner, line } of record) {
    const place = { path: addressRecordName, line, column: 1 };
    if (!isArticleFile(owner)) {
      // An article may have taken the address over as an alias.
      if (things.has(address) || owners.has(address)) continue;
      // Nobody knows what a file that cannot be read, or half of the articles, would have.
      if (owner === ofArticles ? !isWhole : isFaulty(owner)) continue;
      const code = owner === ofArticles ? "address-of-list-gone" : "address-of-thing-gone";
      problems.push(problem(code, place, { value: address, name: owner }));
      continue;
    }
    const now = owners.get(address);
    if (now === owner) continue;
    const article = byPath.get(owner);
    const waiting = hidden.get(owner);
    if (now === undefined && faultyDrafts.has(owner)) {
      findings.push(finding("address-hidden", owner, ["draft"], { value: address }));
      continue;
    }
    if (article === undefined && waiting === undefined && isFile(owner)) continue;
    if (now !== undefined) {
      // The file of the article has moved, unless the article is still there.
      if (article === undefined && waiting === undefined) continue;
      findings.push(finding("address-taken", now, [], { value: address, other: owner }));
    } else if (article !== undefined) {
      findings.push(
        finding("address-moved", owner, ["date"], { value: address, url: article.url }),
      );
    } else if (waiting !== undefined) {
      // A day before it was published, an article keeps its address.
      const isEarly = !waiting.draft && waiting.url === address;
      const at = waiting.draft ? "draft" : "date";
      if (!isEarly) findings.push(finding("address-hidden", owner, [at], { value: address }));
    } else {
      const args = { value: address, file: owner, suggestion: suggest(owner) };
      problems.push(problem("address-gone", place, args));
    }
  }
  return { problems, findings };
}

/**
 * Makes the search for the article that a file which is gone may have become: one whose address was
 * never published.
 */
function newSuggestion(
  record: readonly PublishedAddress[],
  shown: readonly Article[],
): (owner: string) => string {
  let nearest: ((path: string) => string | undefined) | undefined;
  let told = 0;
  return (owner) => {
    told += 1;
    // A path is looked for only where it will be told.
    if (told > maxTold) return "";
    if (nearest === undefined) {
      const known = new Set(record.map(({ address }) => address));
      nearest = nearestOf(shown.filter(({ url }) => !known.has(url)).map(({ path }) => path));
    }
    return nearest(owner) ?? "";
  };
}
