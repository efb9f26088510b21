import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Article } from "./article.ts";
import { codeKey } from "./cache/code-key.ts";
import { once } from "./cache/once.ts";
import { noProgress, type Progress } from "./cache/progress.ts";
import { inProject } from "./cache/project.ts";
import { gitIds, type IdOf, idsBy } from "./content/content-id.ts";
import { splitFrontMatter } from "./content/frontmatter.ts";
import {
  type FoundFile,
  openSource,
  type PictureFile,
  readText,
  type Source,
} from "./content/source.ts";
import type { Day } from "./day.ts";
import type { LinkFrom } from "./links.ts";
import { type Finding, placeFinding } from "./problems/finding.ts";
import { fileStart, isError, type Problem } from "./problems/problem.ts";
import { type ReferenceData, readReference } from "./reference.ts";
import { readSettings, type Settings } from "./settings.ts";
import { type ArticleStore, openArticleStore, type StoredFile } from "./store/article-store.ts";
import { parseFiles, parseShare } from "./store/parse-files.ts";
import type { UnitIndex } from "./units.ts";

export type LoadOptions = {
  /** The content folder. */
  readonly content: string;
  /** Folder for what need not be made again. */
  readonly cache: string;
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
  readonly idOf: IdOf;
  /** The pictures that published articles show. */
  readonly pictures: readonly PictureFile[];
  /** Those that only drafts and future articles show. */
  readonly unpublishedPictures: readonly PictureFile[];
  readonly today: Day;
  readonly problems: readonly Problem[];
};

/** The files of a content folder, not read yet but for the few data files. */
export type FoundContent = { readonly source: Source; readonly idOf: IdOf };

export async function findContent(content: string): Promise<FoundContent> {
  const [ids, source] = await Promise.all([gitIds(content), openSource(content)]);
  return { source, idOf: idsBy(ids) };
}

/** Names all that stands in a content folder. */
export function contentKey({ source, idOf }: FoundContent): string {
  const hash = createHash("sha256");
  for (const file of [...source.articles, ...source.pictures.values()])
    hash.update(`${file.path}\0${idOf(file)}\0`);
  for (const { path, text } of source.data.values()) hash.update(`${path}\0${text}\0`);
  return hash.update(JSON.stringify(source.problems)).digest("hex").slice(0, 20);
}

/**
 * Reads and checks a content folder. A file that was parsed before with the same content is not read
 * again, and memory holds of each article only what lists need. Throws only when the folder itself
 * cannot be read.
 */
export async function loadContent(
  { content, cache, drafts, today }: LoadOptions,
  progress: Progress = noProgress,
  folder?: FoundContent,
): Promise<Content> {
  const { source, idOf } = folder ?? (await findContent(content));
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
  const results = await parsedFiles(source, data, idOf, cache, progress);
  for (const { article, links: ofArticle, problems: ofFile } of results) {
    problems.push(...ofFile.filter(isTrue));
    const isPublished =
      article !== undefined && (drafts || (!article.draft && article.date <= today));
    if (article) (isPublished ? published : unpublished).push(article);
    for (const link of ofArticle) links.push({ ...link, from: article });
  }

  const shown = new Set(published.flatMap(({ pictures }) => pictures));
  const hidden = new Set(unpublished.flatMap(({ pictures }) => pictures)).difference(shown);
  const found = (paths: ReadonlySet<string>) =>
    [...paths].sort().map((path) => source.pictures.get(path)!);
  return {
    settings: settings.value,
    units: reference.units,
    published,
    unpublished,
    links,
    files: new Map(source.articles.map((found) => [found.path, found])),
    idOf,
    pictures: found(shown),
    unpublishedPictures: found(hidden),
    today,
    problems,
  };
}

/** What each article file comes to, in their order: as it was kept, or parsed anew. */
async function parsedFiles(
  { articles }: Source,
  data: ReferenceData,
  idOf: IdOf,
  cache: string,
  progress: Progress,
): Promise<readonly StoredFile[]> {
  const store = await openArticleStore(join(cache, "bai"), parsingKey(data), (path) =>
    parseShare(
      articles.filter((found) => found.path === path),
      readReference(data).reference,
    ),
  );
  const found = new Map<string, StoredFile>();
  const unknown: FoundFile[] = [];
  for (const file of articles) {
    const kept = keptFile(store, file, idOf, data);
    if (kept) found.set(file.path, kept);
    else unknown.push(file);
  }
  await parseFiles(
    unknown,
    data,
    (share) => {
      for (const file of store.add(share)) found.set(file.path, file);
    },
    progress,
  );
  await store.save(new Set(articles.map(({ path }) => path)));
  return articles.map(({ path }) => found.get(path)!);
}

/** Undefined when nothing is kept of the file, or something in it or around it has changed. */
function keptFile(
  store: ArticleStore,
  file: FoundFile,
  idOf: IdOf,
  { pictures }: ReferenceData,
): StoredFile | undefined {
  const id = store.idOf(file.path);
  if (id === undefined || id !== idOf(file)) return undefined;
  const kept = store.get(file.path)!;
  return kept.article.pictures.every((path) => pictures.has(path)) ? kept : undefined;
}

/** Names the code that runs, which stays the same when its files are edited meanwhile. */
const codeOf = once((folder: string) => codeKey([inProject(folder)]));

/** Names all that the parsing of an article depends on besides its own file and the pictures it shows. */
function parsingKey({ files }: ReferenceData): string {
  const hash = createHash("sha256").update(codeOf("src"));
  for (const name of ["units.yaml", "abbreviations.yaml", "norms.yaml"])
    hash.update(`\0${files.get(name)?.text ?? ""}`);
  return hash.digest("hex").slice(0, 20);
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
