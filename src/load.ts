import type { Article } from "./article.ts";
import type { Day } from "./day.ts";
import { type Finding, placeFinding } from "./finding.ts";
import { splitFrontMatter } from "./frontmatter.ts";
import type { LinkFrom } from "./links.ts";
import { parseFiles } from "./parse-files.ts";
import { fileStart, isError, type Problem } from "./problem.ts";
import { noProgress, type Progress } from "./progress.ts";
import { readReference } from "./reference.ts";
import { readSettings, type Settings } from "./settings.ts";
import { type FoundFile, openSource, type PictureFile, readText } from "./source.ts";
import type { UnitIndex } from "./units.ts";

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
  /** Those that only drafts and future articles show. */
  readonly unpublishedPictures: readonly PictureFile[];
  readonly today: Day;
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
  const data = { files: source.data, pictures: new Set(source.pictures.keys()) };
  const settings = readSettings(source.data.get("site.yaml"));
  const { reference, problems: ofData } = readReference(data);
  // With a broken list of units everything would seem to name an unknown one.
  const unitsBroken = ofData.some((found) => found.path === "units.yaml" && isError(found));
  const isTrue = ({ code }: Problem) => !(unitsBroken && code === "unknown-unit");
  const problems: Problem[] = [
    ...source.problems,
    ...settings.problems,
    ...ofData.filter((found) => found.path === "units.yaml" || isTrue(found)),
  ];

  const published: Article[] = [];
  const unpublished: Article[] = [];
  const links: LinkFrom[] = [];
  const results = await parseFiles(source.articles, data, progress);
  for (const { article, links: ofArticle, problems: ofFile } of results) {
    problems.push(...ofFile.filter(isTrue));
    const isPublished =
      article !== undefined && (drafts || (!article.draft && article.date <= today));
    if (article) (isPublished ? published : unpublished).push(article);
    for (const link of ofArticle) links.push({ ...link, from: article });
  }

  const shown = new Set(published.flatMap(picturesOf));
  const hidden = new Set(unpublished.flatMap(picturesOf)).difference(shown);
  const found = (paths: ReadonlySet<string>) =>
    [...paths].sort().map((path) => source.pictures.get(path)!);
  return {
    settings: settings.value,
    units: reference.units,
    published,
    unpublished,
    links,
    files: new Map(source.articles.map((found) => [found.path, found])),
    pictures: found(shown),
    unpublishedPictures: found(hidden),
    today,
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
