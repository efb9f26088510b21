import { randomUUID } from "node:crypto";
import { appendFileSync, closeSync, openSync, readSync, writeSync } from "node:fs";
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Article } from "../article.ts";
import type { SiteLink } from "../body/body.ts";
import { fileMark } from "../cache/file-mark.ts";
import type { Problem } from "../problems/problem.ts";
import type { ArticleText, Brief, Parsed, ParsedShare } from "./parsed.ts";

/*
 * Parsed articles, kept between builds by the content of their files. Two kinds of files:
 *
 * - `KEY.log`: what is in memory while a site is built. A build adds one block to its end, so that
 *   one new article writes one line. A block says how long it is and what its checksum is; from the
 *   first that is not whole on, nothing is believed.
 * - `UUID.texts`: the texts that one build parsed, never changed afterwards. They are read one by
 *   one, when a page is drawn, so that memory holds no body longer than needed.
 *
 * Two builds at once each write texts of their own; of what they add to the log, nothing worse can
 * become than that it is parsed again.
 */

/** A file as it was parsed, now or in an earlier build. */
export type StoredFile = {
  readonly path: string;
  /** Undefined when a problem is an error. */
  readonly article: Article | undefined;
  readonly links: readonly SiteLink[];
  readonly problems: readonly Problem[];
};

export type ArticleStore = {
  /** The id of the content that is kept for a file. */
  readonly idOf: (path: string) => string | undefined;
  /** What is kept for a file. */
  readonly get: (path: string) => (StoredFile & { readonly article: Article }) | undefined;
  /** Takes in what was parsed; a file with an error is handed back and not kept. */
  readonly add: (share: ParsedShare) => readonly StoredFile[];
  /** Writes down what was added, and drops what no file among `paths` needs when it has become much. */
  readonly save: (paths: ReadonlySet<string>) => Promise<void>;
};

/** Change this when what is written changes its shape. */
const format = "2";
/** So many rows make a block. Read as one, a large log would be in memory three times over. */
const rowsInBlock = 1_000;
/** So many files of texts may there be before they become one. */
const maxTexts = 40;

/**
 * Opens what is kept in a folder. Of logs with other keys the one last used is left, so that one can
 * go to another branch and back.
 *
 * @param key names all that parsing depends on besides the file itself
 * @param parseAgain parses a file whose text on the disk has been damaged
 */
export async function openArticleStore(
  folder: string,
  key: string,
  parseAgain: ParseAgain,
): Promise<ArticleStore> {
  await mkdir(folder, { recursive: true });
  const log = join(folder, `${key}-${format}.log`);
  const isSame = last?.log === log && last.mark === fileMark(log);
  const reader = isSame ? last!.reader : textReader(folder);
  reader.parseAgain = parseAgain;
  const readText = reader.read;
  const { kept, isWhole } = isSame
    ? { kept: last!.kept, isWhole: true }
    : await readLog(log, readText);
  // What is added from here on is not in the log until it is saved.
  last = undefined;
  const added: StoredArticle[] = [];
  let texts: { readonly name: string; readonly fd: number; size: number } | undefined;

  return {
    idOf: (path) => kept.get(path)?.id,
    get: (path) => {
      const article = kept.get(path);
      return article && { path, article, links: article.links, problems: article.problems };
    },
    add({ rows, texts: bytes }) {
      texts ??= newTexts(folder);
      let offset = texts.size;
      writeWhole(texts.fd, bytes);
      texts.size += bytes.length;
      return rows.map(({ path, brief, links, problems, ...row }) => {
        if (brief === undefined) return { path, article: undefined, links, problems };
        const place = { ...row, links, problems, texts: texts!.name, offset };
        offset += row.size;
        const article = new StoredArticle(brief, place, readText);
        added.push(article);
        kept.set(path, article);
        return { path, article, links, problems };
      });
    },
    async save(paths) {
      if (texts) closeSync(texts.fd);
      const stale = kept.keys().reduce((count, path) => count + (paths.has(path) ? 0 : 1), 0);
      const files = new Set(kept.values().map((article) => article.texts));
      if (!isWhole || files.size > maxTexts || stale > 100 + kept.size / 4) {
        const live = [...kept.values()].filter(({ path }) => paths.has(path));
        await rewrite(folder, log, live);
      } else {
        for (const block of blocksOf(added)) appendFileSync(log, block);
        last = { log, mark: fileMark(log), kept, reader };
      }
      await sweep(folder, log);
    },
  };
}

/** What this program has read or written last: a preview loads the same articles over and over. */
let last:
  | {
      readonly log: string;
      readonly mark: string | undefined;
      readonly kept: Map<string, StoredArticle>;
      readonly reader: TextReader;
    }
  | undefined;

/** Where the text of an article lies, and what else is kept with it. */
type Place = Omit<Parsed, "path" | "brief"> & { readonly texts: string; readonly offset: number };

type ReadText = (article: StoredArticle) => ArticleText;
type ParseAgain = (path: string) => ParsedShare;
type TextReader = { readonly read: ReadText; parseAgain: ParseAgain };

/** An article whose text is read when it is asked for. There are as many in memory as the site has articles. */
class StoredArticle implements Article, Place {
  readonly path: Article["path"];
  readonly url: Article["url"];
  readonly title: Article["title"];
  readonly date: Article["date"];
  readonly authors: Article["authors"];
  readonly unit: Article["unit"];
  readonly tags: Article["tags"];
  readonly awards: Article["awards"];
  readonly documents: Article["documents"];
  readonly figures: Article["figures"];
  readonly corrections: Article["corrections"];
  readonly draft: Article["draft"];
  readonly pictures: Article["pictures"];
  readonly linksTo: Article["linksTo"];
  readonly hash: Article["hash"];
  readonly id: Place["id"];
  readonly links: Place["links"];
  readonly problems: Place["problems"];
  readonly size: Place["size"];
  readonly sum: Place["sum"];
  readonly texts: Place["texts"];
  readonly offset: Place["offset"];
  readonly readText: ReadText;

  constructor(brief: Brief, place: Place, readText: ReadText) {
    this.path = brief.path;
    this.url = brief.url;
    this.title = brief.title;
    this.date = shared(brief.date);
    this.authors = brief.authors;
    this.unit = shared(brief.unit);
    this.tags = some(brief.tags.map(shared));
    this.awards = some(brief.awards);
    this.documents = some(brief.documents);
    this.figures = some(brief.figures);
    this.corrections = some(brief.corrections);
    this.draft = brief.draft;
    this.pictures = some(brief.pictures);
    this.linksTo = some(brief.linksTo);
    this.hash = place.hash;
    this.id = place.id;
    this.links = some(place.links);
    this.problems = some(place.problems);
    this.size = place.size;
    this.sum = place.sum;
    this.texts = shared(place.texts);
    this.offset = place.offset;
    this.readText = readText;
  }

  get lead() {
    return this.readText(this).lead;
  }
  get summary() {
    return this.readText(this).summary;
  }
  get source() {
    return this.readText(this).source;
  }
  get images() {
    return this.readText(this).images;
  }
  get event() {
    return this.readText(this).event;
  }
  get people() {
    return this.readText(this).people;
  }
  get body() {
    return this.readText(this).body;
  }
  get headings() {
    return this.readText(this).headings;
  }
  get syllables() {
    return this.readText(this).syllables;
  }
}

/** Most lists of most articles are empty, and share one value. */
function some<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? none : items;
}
const none: readonly never[] = [];

/** Thousands of articles have the same unit, day and tags; one copy of each will do. */
function shared<Text extends string>(text: Text): Text {
  const known = sharedTexts.get(text);
  if (known !== undefined) return known as Text;
  sharedTexts.set(text, text);
  return text;
}
const sharedTexts = new Map<string, string>();

/** Texts that are asked for again soon: all getters of one article, and the few that many feeds hold. */
const recentTexts = 200;

function textReader(folder: string): TextReader {
  const recent = new Map<string, ArticleText>();
  let lastHash: string | undefined;
  let lastText: ArticleText | undefined;
  const reader: TextReader = {
    read(article) {
      // A copy with other tags has the same text; the same file after an edit has another.
      const { hash } = article;
      if (hash === lastHash) return lastText!;
      let text = recent.get(hash);
      if (text === undefined) {
        const bytes = readBytes(folder, article) ?? bytesAgain(article, reader.parseAgain);
        text = JSON.parse(bytes.toString());
        recent.set(hash, text!);
        if (recent.size > recentTexts) recent.delete(recent.keys().next().value!);
      }
      lastHash = hash;
      lastText = text!;
      return lastText;
    },
    parseAgain: unread,
  };
  return reader;
}

/** Undefined when the file is gone or no longer holds what was written. */
function readBytes(folder: string, { texts, offset, size, sum }: Place): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(size);
  try {
    if (readSync(descriptorOf(join(folder, texts)), bytes, 0, size, offset) !== size) return;
  } catch {
    return;
  }
  return crc32(bytes) === sum ? bytes : undefined;
}

function bytesAgain({ path, hash }: StoredArticle, parseAgain: ParseAgain): Buffer {
  const { rows, texts } = parseAgain(path);
  if (rows[0]?.hash !== hash) throw new Error(`${path} was changed while the site was built.`);
  return Buffer.from(texts);
}

/** Files of texts that are open. They never change, and each is read some thousand times. */
const descriptors = new Map<string, number>();
const maxDescriptors = 100;

function descriptorOf(path: string): number {
  let fd = descriptors.get(path);
  if (fd === undefined) {
    fd = openSync(path, "r");
    descriptors.set(path, fd);
    const [oldest] = descriptors;
    if (descriptors.size > maxDescriptors) {
      closeSync(oldest![1]);
      descriptors.delete(oldest![0]);
    }
  }
  return fd;
}

function newTexts(folder: string) {
  const name = `${randomUUID()}.texts`;
  return { name, fd: openSync(join(folder, name), "wx"), size: 0 };
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

/** A row as it stands in the log: without names, which would be a third of it. */
type Cells = readonly [
  ...[string, Brief["url"], Brief["title"], Brief["date"], Brief["authors"], Brief["unit"]],
  ...[Brief["tags"], Brief["awards"], Brief["documents"], Brief["figures"], Brief["corrections"]],
  ...[Brief["draft"], Brief["pictures"], Brief["linksTo"]],
  ...[Place["id"], Place["hash"], Place["links"], Place["problems"]],
  ...[Place["size"], Place["sum"], Place["texts"], Place["offset"]],
];

function cellsOf(article: StoredArticle): Cells {
  const { path, url, title, date, authors, unit, tags, awards, documents, ...more } = article;
  const { figures, corrections, draft, pictures, linksTo } = more;
  const { id, hash, links, problems, size, sum, texts, offset } = more;
  return [
    ...([path, url, title, date, authors, unit, tags, awards, documents, figures] as const),
    ...([corrections, draft, pictures, linksTo, id, hash, links, problems] as const),
    ...([size, sum, texts, offset] as const),
  ];
}

function articleOf(cells: Cells, readText: ReadText): StoredArticle {
  const [path, url, title, date, authors, unit, tags, awards, documents, ...more] = cells;
  const [figures, corrections, draft, pictures, linksTo, ...place] = more;
  const [id, hash, links, problems, size, sum, texts, offset] = place;
  const facts = { authors, unit, tags, awards, documents, figures, corrections };
  const brief = { path, url, title, date, ...facts, draft, pictures, linksTo };
  return new StoredArticle(
    brief,
    { id, hash, links, problems, size, sum, texts, offset },
    readText,
  );
}

/** A block begins with a line that tells its length and checksum. */
function* blocksOf(articles: readonly StoredArticle[]): Generator<Buffer> {
  for (let at = 0; at < articles.length; at += rowsInBlock) {
    const rows = articles.slice(at, at + rowsInBlock).map(cellsOf);
    const body = Buffer.from(JSON.stringify(rows));
    yield Buffer.concat([Buffer.from(`${body.length} ${crc32(body)}\n`), body, Buffer.from("\n")]);
  }
}

async function readLog(
  path: string,
  readText: ReadText,
): Promise<{ kept: Map<string, StoredArticle>; isWhole: boolean }> {
  const kept = new Map<string, StoredArticle>();
  const log = await readFile(path).catch(() => Buffer.alloc(0));
  let at = 0;
  while (at < log.length) {
    const lineEnd = log.indexOf("\n", at);
    const head = log.toString("latin1", at, lineEnd === -1 ? at : lineEnd);
    const [, size, sum] = /^(\d{1,10}) (\d{1,10})$/u.exec(head) ?? [];
    const body = log.subarray(lineEnd + 1, lineEnd + 1 + Number(size));
    if (size === undefined || body.length !== Number(size) || crc32(body) !== Number(sum)) break;
    for (const cells of JSON.parse(body.toString()) as Cells[])
      kept.set(cells[0], articleOf(cells, readText));
    at = lineEnd + 1 + body.length + 1;
  }
  return { kept, isWhole: at === log.length };
}

/**
 * Puts everything that is still needed into one block. A large file of texts most of which are needed
 * stays as it is; the others become one.
 */
async function rewrite(
  folder: string,
  log: string,
  articles: readonly StoredArticle[],
): Promise<void> {
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
    const offset = texts.size;
    writeWhole(texts.fd, bytes);
    texts.size += bytes.length;
    return new StoredArticle(article, { ...article, texts: texts.name, offset }, article.readText);
  });
  closeSync(texts.fd);
  const beside = `${log}.${randomUUID()}`;
  await writeFile(beside, "");
  for (const block of blocksOf(moved)) await appendFile(beside, block);
  await rename(beside, log);
}

const day = 86_400_000;

/** Removes what no log names, unless another build may be about to; and old logs but the last one. */
async function sweep(folder: string, log: string): Promise<void> {
  const names = await readdir(folder);
  const ages = new Map<string, number>();
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found) ages.set(name, Date.now() - found.mtimeMs);
  }
  const logs = names.filter((name) => name.endsWith(".log") && join(folder, name) !== log);
  logs.sort((a, b) => ages.get(a)! - ages.get(b)!);
  const isOld = (name: string) => (ages.get(name) ?? 0) > day;
  for (const name of logs.slice(1)) await rm(join(folder, name), { force: true });
  // Whose texts they are, only the logs say; one that cannot be read is no reason to keep them.
  const left = [log, ...logs.slice(0, 1).map((name) => join(folder, name))];
  if (!names.some((name) => !name.endsWith(".log") && isOld(name))) return;
  const used = new Set<string>();
  for (const path of left) {
    for (const { texts } of (await readLog(path, unread)).kept.values()) used.add(texts);
  }
  for (const name of names) {
    if (!name.endsWith(".log") && isOld(name) && !used.has(name))
      await rm(join(folder, name), { force: true });
  }
}

function unread(): never {
  throw new Error("Only the places of texts are wanted.");
}
