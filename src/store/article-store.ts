import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "../article.ts";
import type { SiteLink } from "../body/links.ts";
import { fileMark } from "../cache/file-mark.ts";
import type { Problem } from "../problems/problem.ts";
import { appendToLog, readLog, replaceLog } from "./log.ts";
import type { ParsedShare } from "./parsed.ts";
import { type StoredArticle, storedArticles } from "./stored-article.ts";
import {
  type NewTexts,
  newTexts,
  type ParseAgain,
  readBytes,
  type TextReader,
  textReader,
  unread,
} from "./texts.ts";

/*
 * Parsed articles, kept between builds by the content of their files, in two kinds of files:
 *
 * - `HASH.log`: an append-only log of what is in memory while a site is built. A build adds one
 *   block to its end, so that one new article writes one line.
 * - `UUID.texts`: the texts that one build parsed. They are read one by one, when a page is drawn,
 *   so that memory holds no body longer than needed.
 *
 * Two builds at once each write texts of their own; the worst that can happen to what they add to
 * the log is that it is parsed again.
 */

/** A file as it was parsed, now or in an earlier build. */
export type StoredFile = {
  readonly path: string;
  /** Undefined when a problem is an error. */
  readonly article: Article | undefined;
  /** True for a draft, also when there is no article because of errors in it. */
  readonly isDraft: boolean;
  readonly links: readonly SiteLink[];
  readonly problems: readonly Problem[];
};

export type ArticleStore = {
  /** Returns the id of the content that is kept for a file. */
  readonly idOf: (path: string) => string | undefined;
  /** Returns what is kept for a file. */
  readonly get: (path: string) => (StoredFile & { readonly article: Article }) | undefined;
  /** Takes in what was parsed, and returns each file of it; one with an error is not kept. */
  readonly add: (share: ParsedShare) => readonly StoredFile[];
  /**
   * Writes down what was added, and drops what no file among `paths` needs when that has become
   * much.
   */
  readonly save: (paths: ReadonlySet<string>) => Promise<void>;
};

/** How many files of texts there may be before they are put into few. */
const maxTexts = 40;

/**
 * Opens what is kept in a folder. Besides its own log, the last used one of the logs by other
 * hashes is left, so that a writer can go to another branch and back.
 *
 * @param parsedBy a hash of all that parsing depends on besides the file itself, the code included
 * @param parseAgain parses a file whose text on the disk has been damaged
 */
export async function openArticleStore(
  folder: string,
  parsedBy: string,
  parseAgain: ParseAgain,
): Promise<ArticleStore> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${parsedBy}.log`);
  const isSame = last?.path === path && last.mark === fileMark(path);
  const reader = isSame ? last!.reader : textReader(folder);
  reader.parseAgain = parseAgain;
  const { articles, rows, isWhole } = isSame
    ? { ...last!, isWhole: true }
    : readLog(path, reader.read);
  // What is added from here on is not in the log until it is saved.
  last = undefined;
  const added: StoredArticle[] = [];
  let texts: NewTexts | undefined;

  return {
    idOf: (path) => articles.get(path)?.id,
    get: (path) => {
      const article = articles.get(path);
      if (article === undefined) return undefined;
      const { draft: isDraft, links, problems } = article;
      return { path, article, isDraft, links, problems };
    },
    add(share) {
      texts ??= newTexts(folder);
      let offset = texts.size();
      texts.append(share.texts);
      const rows = share.rows.flatMap(({ brief, isDraft: _, ...row }) => {
        if (brief === undefined) return [];
        const stored = { ...brief, ...row, texts: texts!.name, offset };
        offset += row.size;
        return stored;
      });
      for (const article of storedArticles(rows, reader.read)) {
        added.push(article);
        articles.set(article.path, article);
      }
      return share.rows.map(({ path, brief, isDraft, links, problems }) => {
        const article = brief && articles.get(path);
        return { path, article, isDraft, links, problems };
      });
    },
    async save(paths) {
      texts?.close();
      const live = articles.keys().reduce((count, path) => count + (paths.has(path) ? 1 : 0), 0);
      const stale = rows + added.length - live;
      const files = new Set(articles.values().map((article) => article.texts));
      if (!isWhole || files.size > maxTexts || stale > 100 + articles.size / 4) {
        const needed = [...articles.values()].filter(({ path }) => paths.has(path));
        await replaceLog(path, await withFewTexts(folder, needed));
      } else {
        appendToLog(path, added);
        last = { path, mark: fileMark(path), articles, rows: rows + added.length, reader };
      }
      await sweep(folder, path);
    },
  };
}

/**
 * The log that this program has read or written last: a preview loads the same articles over and
 * over.
 */
let last:
  | {
      readonly path: string;
      readonly mark: string | undefined;
      readonly articles: Map<string, StoredArticle>;
      readonly rows: number;
      readonly reader: TextReader;
    }
  | undefined;

/**
 * Puts the texts that are still needed into few files. A large file most of whose texts are needed
 * stays as it is; the others become one.
 */
async function withFewTexts(
  folder: string,
  articles: readonly StoredArticle[],
): Promise<readonly StoredArticle[]> {
  const sizes = new Map<string, number>();
  for (const { texts, size } of articles) sizes.set(texts, (sizes.get(texts) ?? 0) + size);
  const all = sizes.values().reduce((sum, size) => sum + size, 0);
  const staying = new Set<string>();
  for (const [name, size] of sizes) {
    const file = await stat(join(folder, name)).catch(() => undefined);
    if (file && size > all / 8 && size > file.size / 2) staying.add(name);
  }
  const texts = newTexts(folder);
  const moved = articles.flatMap((article) => {
    if (staying.has(article.texts)) return article;
    const bytes = readBytes(folder, article);
    // What is damaged will be parsed again.
    if (bytes === undefined) return [];
    const offset = texts.size();
    texts.append(bytes);
    const place = { texts: { value: texts.name }, offset: { value: offset } };
    return Object.create(article, place) as StoredArticle;
  });
  texts.close();
  return moved;
}

const dayMs = 86_400_000;

/**
 * Deletes the files of texts that no log names, unless another build may be about to, and all old
 * logs but the last one.
 */
async function sweep(folder: string, log: string): Promise<void> {
  const names = await readdir(folder);
  const ages = new Map<string, number>();
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found) ages.set(name, Date.now() - found.mtimeMs);
  }
  const logs = names.filter((name) => name.endsWith(".log") && join(folder, name) !== log);
  logs.sort((a, b) => ages.get(a)! - ages.get(b)!);
  const isOld = (name: string) => (ages.get(name) ?? 0) > dayMs;
  for (const name of logs.slice(1)) await rm(join(folder, name), { force: true });
  // Only the logs say whose texts they are; a log that cannot be read is no reason to keep them.
  const left = [log, ...logs.slice(0, 1).map((name) => join(folder, name))];
  if (!names.some((name) => !name.endsWith(".log") && isOld(name))) return;
  const used = new Set<string>();
  for (const path of left) {
    for (const { texts } of readLog(path, unread).articles.values()) used.add(texts);
  }
  for (const name of names) {
    if (!name.endsWith(".log") && isOld(name) && !used.has(name))
      await rm(join(folder, name), { force: true });
  }
}
