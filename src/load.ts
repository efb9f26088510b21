import { readAbbreviations } from "./abbreviations.ts";
import type { Article } from "./article.ts";
import type { Day } from "./day.ts";
import { type Finding, placeFinding } from "./finding.ts";
import { splitFrontMatter } from "./frontmatter.ts";
import type { LinkFrom } from "./links.ts";
import { readNorms } from "./norms.ts";
import { parseArticle, type Reference } from "./parse.ts";
import { fileStart, isError, type Problem } from "./problem.ts";
import { noProgress, type Progress } from "./progress.ts";
import { readSettings, type Settings } from "./settings.ts";
import { type FoundFile, openSource, type PictureFile, readText } from "./source.ts";
import { readUnits, type UnitIndex } from "./units.ts";

export type LoadOptions = {
  /** The content folder. */
  readonly content: string;
  /** Publish drafts and future articles too. */
  readonly drafts: boolean;
  /** Articles of later days are not published yet. */
  readonly today: Day;
};

/** All that stands in a content folder, checked file by file. */
export type Content = {
  /** Undefined when site.yaml is missing or wrong. */
  readonly settings: Settings | undefined;
  readonly units: UnitIndex;
  /** The articles to publish, in order of path. */
  readonly published: readonly Article[];
  /** Drafts and future articles: checked, but shown nowhere. */
  readonly unpublished: readonly Article[];
  readonly links: readonly LinkFrom[];
  /** Every article file, those that could not be understood included. */
  readonly files: ReadonlyMap<string, FoundFile>;
  /** The pictures that published articles show. */
  readonly pictures: readonly PictureFile[];
  readonly problems: readonly Problem[];
};

/**
 * Reads and checks a content folder. Each file's text is let go as soon as it is parsed, so memory
 * holds articles, not sources. Throws only when the folder itself cannot be read.
 */
export async function loadContent(
  { content, drafts, today }: LoadOptions,
  progress: Progress = noProgress,
): Promise<Content> {
  const source = await openSource(content);
  const settings = readSettings(source.data.get("site.yaml"));
  const units = readUnits(source.data.get("units.yaml"));
  const abbreviations = readAbbreviations(source.data.get("abbreviations.yaml"), units.value);
  const norms = readNorms(source.data.get("norms.yaml"));
  const problems: Problem[] = [
    ...source.problems,
    ...settings.problems,
    ...units.problems,
    ...abbreviations.problems,
    ...norms.problems,
  ];
  const reference: Reference = {
    units: units.value,
    abbreviations: abbreviations.value,
    norms: norms.value,
    hasPicture: (path) => source.pictures.has(path),
  };
  // With a broken list of units every article would seem to name an unknown one.
  const unitsBroken = units.problems.some(isError);

  const published: Article[] = [];
  const unpublished: Article[] = [];
  const links: LinkFrom[] = [];
  for (const [done, found] of source.articles.entries()) {
    progress("read", done, source.articles.length);
    const read = readText(found);
    const result = read.file && parseArticle(read.file, reference);
    for (const fault of [...read.problems, ...(result?.problems ?? [])]) {
      if (!(unitsBroken && fault.code === "unknown-unit")) problems.push(fault);
    }
    if (result === undefined) continue;
    const { article } = result;
    const isPublished =
      article !== undefined && (drafts || (!article.draft && article.date <= today));
    if (article) (isPublished ? published : unpublished).push(article);
    for (const link of result.links) links.push({ ...link, isPublished });
  }

  const shown = new Set(published.flatMap(picturesOf));
  return {
    settings: settings.value,
    units: units.value,
    published,
    unpublished,
    links,
    files: new Map(source.articles.map((found) => [found.path, found])),
    pictures: [...shown].sort().map((path) => source.pictures.get(path)!),
    problems,
  };
}

function picturesOf({ images, body }: Article): string[] {
  return [
    ...images.map(({ file }) => file),
    ...body.flatMap((part) => (part.kind === "picture" ? [part.file] : [])),
  ];
}

/** Finds the line of each finding by reading the few files concerned once more. */
export function placeFindings(
  findings: readonly Finding[],
  files: ReadonlyMap<string, FoundFile>,
): Problem[] {
  return [...Map.groupBy(findings, ({ path }) => path)].flatMap(([path, ofFile]) => {
    const { file } = readText(files.get(path)!);
    const head = file && splitFrontMatter(file).head;
    return ofFile.map((found) =>
      placeFinding(found, (at) => (head && at.length > 0 ? head.placeOf(at) : fileStart(path))),
    );
  });
}
