import { join } from "node:path";
import { type PublishedAddress, readAddressRecord } from "./address-record.ts";
import { type Article, attachedBy } from "./article.ts";
import { type BulletinFile, lastDayOf, readBulletins } from "./bulletin.ts";
import { codeHash } from "./cache/code-hash.ts";
import { inProject } from "./cache/project.ts";
import { hashOfParts } from "./cache/short-hash.ts";
import type {
  AttachedFile,
  ContentFolder,
  PictureFile,
  UsedPicture,
} from "./content/content-folder.ts";
import type { IdOf } from "./content/content-id.ts";
import { type FoundContent, findContent } from "./content/found-content.ts";
import { splitFrontMatter } from "./content/frontmatter.ts";
import { type FoundFile, readText } from "./content/source-file.ts";
import { readPictureKey } from "./cut.ts";
import type { Day } from "./day.ts";
import { maxTold } from "./limits.ts";
import type { LinkFrom } from "./links.ts";
import type { Official } from "./person.ts";
import { withDraftsApart } from "./problems/draft-problems.ts";
import { type FieldOf, type Finding, placeFinding } from "./problems/finding.ts";
import {
  fileStart,
  isError,
  missingFile,
  type Place,
  type Problem,
  problem,
} from "./problems/problem.ts";
import { type ReferenceData, readReference } from "./reference.ts";
import type { SeriesIndex } from "./series.ts";
import { readSettings, type Settings } from "./settings.ts";
import { type ArticleStore, openArticleStore, type StoredFile } from "./store/article-store.ts";
import { parseFiles, parseShare } from "./store/parse-files.ts";
import { type Nearest, nearestOf } from "./text/nearest.ts";
import type { UnitIndex } from "./unit-index.ts";
import { once } from "./work/once.ts";
import { noProgress, type Progress } from "./work/progress.ts";
import type { YamlTree } from "./yaml/yaml.ts";

export type LoadOptions = {
  /** The content folder. */
  readonly content: string;
  /** Folder for what need not be made again. */
  readonly cache: string;
  /** Whether drafts and future articles are published too. */
  readonly drafts: boolean;
  /** Articles of later days are not published yet. */
  readonly today: Day;
};

/** All that is in a content folder, checked file by file. */
export type Content = {
  /** Undefined when site.yaml is missing or wrong. */
  readonly settings: Settings | undefined;
  /** The file of the logo, and where site.yaml names it. */
  readonly logoFile?: { readonly file: PictureFile; readonly place: Place };
  readonly units: UnitIndex;
  readonly series: SeriesIndex;
  /** The office holders of people.yaml. */
  readonly people: readonly Official[];
  /** The articles to publish, in order of path. */
  readonly published: readonly Article[];
  /** Articles that were published and taken back: only a notice is shown. */
  readonly withdrawn: readonly Article[];
  /** Drafts and future articles: checked, but shown nowhere. */
  readonly unpublished: readonly Article[];
  /** The paths of drafts that have errors, and so are no articles yet. */
  readonly faultyDrafts: ReadonlySet<string>;
  /** Whether only drafts that are not published have the file at a path. */
  readonly isOfDraft: (path: string) => boolean;
  readonly links: readonly LinkFrom[];
  /** What editors want of the bulletins of single months. */
  readonly bulletins: readonly BulletinFile[];
  /** Every article file, those that could not be understood included. */
  readonly files: ReadonlyMap<string, FoundFile>;
  readonly idOf: IdOf;
  /** All pictures in the folder, also those that no article shows. */
  readonly pictureFiles: readonly PictureFile[];
  /** The pictures that published articles show. */
  readonly pictures: readonly UsedPicture[];
  /** The pictures that only drafts and future articles show. */
  readonly unpublishedPictures: readonly UsedPicture[];
  /** The files that published articles attach. */
  readonly attachments: readonly AttachedFile[];
  /** The files that only drafts and future articles attach. */
  readonly unpublishedAttachments: readonly AttachedFile[];
  /** The addresses that were published. */
  readonly addresses: readonly PublishedAddress[];
  readonly today: Day;
  /** Whether drafts and future articles are published too. */
  readonly drafts: boolean;
  readonly problems: readonly Problem[];
};

/**
 * Reads and checks a content folder. A file that was parsed before with the same content is not
 * read again, and only what lists need of each article is in memory. Throws only when the folder
 * itself cannot be read.
 */
export async function loadContent(
  { content, cache, drafts, today }: LoadOptions,
  progress: Progress = noProgress,
  found?: FoundContent,
): Promise<Content> {
  const folder = found ?? (await findContent(content));
  const { articles, pictures, attachments, idOf } = folder;
  const data = {
    files: folder.data,
    pictures: new Set(pictures.keys()),
    attachments: new Set(attachments.keys()),
  };
  const settings = readSettings(folder.data.get("site.yaml"));
  const logo = logoIn(folder, settings);
  const { reference, problems: ofData } = readReference(data);
  // With a broken list of units everything would seem to name an unknown one.
  const isOf = (name: string, { path }: Problem) =>
    path === name || path === folder.data.get(name)?.path;
  const isBroken = (name: string) => ofData.some((found) => isOf(name, found) && isError(found));
  const unitsBroken = isBroken("units.yaml");
  const peopleBroken = isBroken("people.yaml");
  const isTrue = ({ code }: Problem) =>
    !(unitsBroken && code === "unknown-unit") && !(peopleBroken && code === "unknown-person");
  const problems: Problem[] = [
    ...folder.problems,
    ...settings.problems,
    ...logo.problems,
    ...ofData
      .filter((found) => isOf("units.yaml", found) || isTrue(found))
      .flatMap((found) => atPlace(found, folder.unitsPath)),
  ];

  const published: Article[] = [];
  const withdrawn: Article[] = [];
  const unpublished: Article[] = [];
  const faultyDrafts = new Set<string>();
  const links: LinkFrom[] = settings.links.map((link) => ({
    ...link,
    from: { path: "site.yaml", date: today },
  }));
  const results = await parsedFiles(articles, data, idOf, cache, progress);
  for (const { path, article, isDraft, links: ofArticle, problems: ofFile } of results) {
    // Not spread: a file may have more problems than a call may have arguments.
    for (const found of ofFile) if (isTrue(found)) problems.push(found);
    const isPublished =
      article !== undefined && (drafts || (!article.draft && article.date <= today));
    if (article)
      (!isPublished ? unpublished : article.withdrawn ? withdrawn : published).push(article);
    else if (isDraft) faultyDrafts.add(path);
    for (const link of ofArticle) links.push({ ...link, from: article });
  }

  const files = new Map(articles.map((file) => [file.path, file]));
  problems.push(...missingArticles(reference.units, files));
  const bulletins = readBulletins(folder.data, reference.abbreviations, {
    isFile: (path) => files.has(path),
    articles: [...published, ...withdrawn, ...unpublished],
  });
  problems.push(...bulletins.problems);
  for (const { path, month, links: ofForeword } of bulletins.value)
    for (const link of ofForeword) links.push({ ...link, from: { path, date: lastDayOf(month) } });

  const addresses = readAddressRecord(folder.addresses);
  problems.push(...addresses.problems);

  const shown = new Set(published.flatMap(({ pictures }) => pictures));
  const hidden = new Set(unpublished.flatMap(({ pictures }) => pictures)).difference(shown);
  // What a draft shows that is published with the others is theirs.
  const ofDrafts = drafts
    ? faultyDrafts
    : draftFiles(faultyDrafts, published.concat(withdrawn), unpublished);
  const filesOf = (keys: ReadonlySet<string>) =>
    [...keys].sort().map((key): UsedPicture => {
      const { file, ...cut } = readPictureKey(key);
      return { ...pictures.get(file)!, ...cut };
    });
  const attached = new Set(published.flatMap(attachedBy));
  const waiting = new Set(unpublished.flatMap(attachedBy)).difference(attached);
  const attachedOf = (paths: ReadonlySet<string>) =>
    [...paths].sort().map((path) => attachments.get(path)!);
  // What an article with errors attaches is not known.
  if (published.length + withdrawn.length + unpublished.length === files.size) {
    const named = new Set([...attached, ...waiting, ...withdrawn.flatMap(attachedBy)]);
    for (const path of attachments.keys())
      if (!named.has(path)) problems.push(problem("pdf-unused", fileStart(path), { value: path }));
  }
  return {
    settings: settings.value,
    ...(logo.file ? { logoFile: logo.file } : {}),
    units: reference.units,
    series: reference.series,
    people: reference.people.people,
    published,
    withdrawn,
    unpublished,
    faultyDrafts,
    isOfDraft: (path) => ofDrafts.has(path),
    links,
    bulletins: bulletins.value,
    files,
    idOf,
    pictureFiles: [...pictures.values()],
    pictures: filesOf(shown),
    unpublishedPictures: filesOf(hidden),
    attachments: attachedOf(attached),
    unpublishedAttachments: attachedOf(waiting),
    addresses: addresses.value,
    today,
    drafts,
    problems: withDraftsApart(problems, (path) => ofDrafts.has(path)),
  };
}

/** Returns whether every article is known: each could be read, or is a draft shown nowhere. */
export function isAllRead(content: Content): boolean {
  const { published, withdrawn, unpublished, faultyDrafts, files } = content;
  const read = published.length + withdrawn.length + unpublished.length;
  return read + faultyDrafts.size === files.size;
}

/** Returns the files that only drafts have: their own, and what only they show or attach. */
function draftFiles(
  faultyDrafts: ReadonlySet<string>,
  shown: readonly Article[],
  unpublished: readonly Article[],
): ReadonlySet<string> {
  const besides = (article: Article) => [
    ...article.pictures.map((key) => readPictureKey(key).file),
    ...attachedBy(article),
  ];
  const found = new Set(faultyDrafts);
  const drafts = unpublished.filter(({ draft }) => draft);
  for (const draft of drafts) for (const path of [draft.path, ...besides(draft)]) found.add(path);
  if (drafts.length === 0) return found;
  for (const article of shown) for (const path of besides(article)) found.delete(path);
  for (const article of unpublished)
    if (!article.draft) for (const path of besides(article)) found.delete(path);
  return found;
}

/** Finds the file of the logo, and the drawings that nothing names. */
function logoIn(
  { drawings, pictures, data }: ContentFolder,
  { value, logoPlace: place }: ReturnType<typeof readSettings>,
): { file?: Content["logoFile"]; problems: readonly Problem[] } {
  const path = value?.logo;
  // What a faulty site.yaml names is not known.
  const unused = value === undefined && data.has("site.yaml") ? [] : [...drawings.keys()];
  const problems = unused
    .filter((one) => one !== path)
    .map((one) => problem("unknown-file", fileStart(one), { name: one.replace(/^.*\//su, "") }));
  if (path === undefined || place === undefined) return { problems };
  // Of a file elsewhere nobody should learn whether it is there, or what is in it.
  const isOutside = /^[/\\~]|:|(?:^|[/\\])\.\.(?:[/\\]|$)/u.test(path);
  if (!isOutside && !/\.(?:svg|png)$/iu.test(path))
    return { problems: [...problems, problem("logo-unreadable", place, { value: path })] };
  const file = drawings.get(path) ?? pictures.get(path);
  if (file) return { file: { file, place }, problems };
  const known = [...drawings.keys(), ...[...pictures.keys()].filter((one) => !one.includes("/"))];
  const suggestion = nearestOf(known)(path) ?? "";
  return { problems: [...problems, problem("logo-missing", place, { value: path, suggestion })] };
}

/** Returns the problem of a missing list of units where the site should have it. */
function atPlace(found: Problem, unitsPath: string | undefined): readonly Problem[] {
  if (found.code !== "missing-file" || found.path !== "units.yaml") return [found];
  // What is wrong with the place has been told.
  return unitsPath === undefined ? [] : [missingFile(unitsPath)];
}

/**
 * Finds articles that units.yaml names and that are not there. A shared list may name those of
 * other sites.
 */
function missingArticles(
  { articles }: UnitIndex,
  files: ReadonlyMap<string, FoundFile>,
): Problem[] {
  let nearest: Nearest | undefined;
  return articles.flatMap(({ path, place }, at) => {
    if (files.has(path) || place.path.startsWith("../")) return [];
    nearest ??= nearestOf(files.keys());
    // A path is looked for only where it will be told.
    const suggestion = at < maxTold ? (nearest(path) ?? "") : "";
    return [problem("change-article-missing", place, { value: path, suggestion })];
  });
}

/** Returns what came of each article file, in their order: as it was kept, or parsed anew. */
async function parsedFiles(
  articles: readonly FoundFile[],
  data: ReferenceData,
  idOf: IdOf,
  cache: string,
  progress: Progress,
): Promise<readonly StoredFile[]> {
  const store = await openArticleStore(join(cache, "bai"), parsingHash(data), (path) =>
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

/**
 * Returns what is kept of a file; undefined when nothing is, or when the file has changed or a
 * picture or PDF of it is gone.
 */
function keptFile(
  store: ArticleStore,
  file: FoundFile,
  idOf: IdOf,
  { pictures, attachments }: ReferenceData,
): StoredFile | undefined {
  const id = store.idOf(file.path);
  if (id === undefined || id !== idOf(file)) return undefined;
  const kept = store.get(file.path)!;
  const isWhole =
    kept.article.pictures.every((key) => pictures.has(readPictureKey(key).file)) &&
    attachedBy(kept.article).every((path) => attachments?.has(path));
  return isWhole ? kept : undefined;
}

/** Returns the hash of the code that runs, the same even when its files are edited meanwhile. */
const codeOf = once((folder: string) => codeHash([inProject(folder)]));

/**
 * Returns a hash of all that the parsing of an article depends on besides its own file and the
 * pictures it shows.
 */
function parsingHash({ files }: ReferenceData): string {
  const names = ["units.yaml", "people.yaml", "abbreviations.yaml", "norms.yaml", "figures.yaml"];
  const texts = names.map((name) => files.get(name)?.text ?? "");
  return hashOfParts([codeOf("src"), ...texts]);
}

/** Finds the line of each finding by reading the few files concerned once more. */
export function placeFindings(
  findings: readonly Finding[],
  files: ReadonlyMap<string, FoundFile>,
): Problem[] {
  let heads = new Map<string, YamlTree | undefined>();
  const headOf = (path: string) => {
    if (heads.has(path)) return heads.get(path);
    if (heads.size === mostHeads) heads = new Map();
    const { file } = readText(files.get(path)!);
    const head = file && splitFrontMatter(file).head;
    heads.set(path, head);
    return head;
  };
  const placeOf = ({ path, at }: FieldOf) =>
    (at.length > 0 ? headOf(path)?.placeOf(at) : undefined) ?? fileStart(path);
  return [...Map.groupBy(findings, ({ path }) => path).values()].flatMap((ofFile) =>
    ofFile.map((found) => placeFinding(found, placeOf)),
  );
}

/** How many front matters are in memory while lines are looked for. */
const mostHeads = 50;
