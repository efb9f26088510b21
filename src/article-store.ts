import { randomUUID } from "node:crypto";
import { appendFileSync, closeSync, openSync, readSync, writeSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Article } from "./article.ts";
import type { SiteLink } from "./body.ts";
import type { ArticleText, Brief, Parsed, ParsedShare } from "./parsed.ts";
import type { Problem } from "./problem.ts";

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
export type StoredFile = Pick<Parsed, "path"> & {
  /** Undefined when a problem is an error. */
  readonly article: Article | undefined;
  readonly links: readonly SiteLink[];
  readonly problems: readonly Problem[];
};

export type ArticleStore = {
  /** The id of the content that is kept for a file. */
  readonly idOf: (path: string) => string | undefined;
  /** What is kept for a file. */
  readonly get: (path: string) => StoredFile | undefined;
  /** Takes in what was parsed; a file with an error is handed back and not kept. */
  readonly add: (share: ParsedShare) => readonly StoredFile[];
  /** Writes down what was added, and drops what no file among `paths` needs when it has become much. */
  readonly save: (paths: ReadonlySet<string>) => Promise<void>;
};

/** Where a text lies. */
type Place = { readonly texts: string; readonly offset: number };
type Kept = Parsed & Place;

/** Change this when what is written changes its shape. */
const format = "1";
/** So many blocks may a log have before it is written anew; each has a file of texts of its own. */
const maxBlocks = 40;

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
  parseAgain: (path: string) => ParsedShare,
): Promise<ArticleStore> {
  await mkdir(folder, { recursive: true });
  const log = join(folder, `${key}-${format}.log`);
  const { kept, blocks, isWhole } = await readLog(log);
  const added: Kept[] = [];
  const readText = textReader(folder, parseAgain);
  let texts: { readonly name: string; readonly fd: number; size: number } | undefined;
  const stored = (row: Kept): StoredFile => ({
    ...row,
    article: row.brief && new StoredArticle(row.brief, row, readText),
  });

  return {
    idOf: (path) => kept.get(path)?.id,
    get: (path) => {
      const row = kept.get(path);
      return row && stored(row);
    },
    add({ rows, texts: bytes }) {
      texts ??= newTexts(folder);
      let offset = texts.size;
      writeWhole(texts.fd, bytes);
      texts.size += bytes.length;
      return rows.map((row) => {
        const own: Kept = { ...row, texts: texts!.name, offset };
        offset += row.size;
        if (row.brief) {
          added.push(own);
          kept.set(row.path, own);
        }
        return stored(own);
      });
    },
    async save(paths) {
      if (texts) closeSync(texts.fd);
      const stale = kept.keys().reduce((count, path) => count + (paths.has(path) ? 0 : 1), 0);
      if (!isWhole || blocks >= maxBlocks || stale > 100 + kept.size / 4) {
        const live = [...kept.values()].filter(({ path }) => paths.has(path));
        await rewrite(folder, log, live, readText);
      } else if (added.length > 0) appendFileSync(log, blockOf(added));
      await sweep(folder, log);
    },
  };
}

/** An article whose text is read when it is asked for. */
class StoredArticle implements Article {
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
  readonly key: Article["key"];
  readonly row: Kept;
  readonly readText: (row: Kept) => ArticleText;

  constructor(brief: Brief, row: Kept, readText: (row: Kept) => ArticleText) {
    this.path = brief.path;
    this.url = brief.url;
    this.title = brief.title;
    this.date = brief.date;
    this.authors = brief.authors;
    this.unit = brief.unit;
    this.tags = brief.tags;
    this.awards = brief.awards;
    this.documents = brief.documents;
    this.figures = brief.figures;
    this.corrections = brief.corrections;
    this.draft = brief.draft;
    this.pictures = brief.pictures;
    this.linksTo = brief.linksTo;
    this.key = row.key;
    this.row = row;
    this.readText = readText;
  }

  get lead() {
    return this.readText(this.row).lead;
  }
  get summary() {
    return this.readText(this.row).summary;
  }
  get source() {
    return this.readText(this.row).source;
  }
  get images() {
    return this.readText(this.row).images;
  }
  get event() {
    return this.readText(this.row).event;
  }
  get people() {
    return this.readText(this.row).people;
  }
  get body() {
    return this.readText(this.row).body;
  }
  get headings() {
    return this.readText(this.row).headings;
  }
  get syllables() {
    return this.readText(this.row).syllables;
  }
}

/** Texts that are asked for again soon: all getters of one article, and the few that many feeds hold. */
const recentTexts = 200;

function textReader(
  folder: string,
  parseAgain: (path: string) => ParsedShare,
): (row: Kept) => ArticleText {
  const recent = new Map<Kept, ArticleText>();
  let lastRow: Kept | undefined;
  let lastText: ArticleText | undefined;
  return (row) => {
    if (row === lastRow) return lastText!;
    let text = recent.get(row);
    if (text === undefined) {
      text = JSON.parse((readBytes(folder, row) ?? bytesAgain(row, parseAgain)).toString());
      recent.set(row, text!);
      if (recent.size > recentTexts) recent.delete(recent.keys().next().value!);
    }
    lastRow = row;
    lastText = text!;
    return lastText;
  };
}

/** Undefined when the file is gone or no longer holds what was written. */
function readBytes(folder: string, { texts, offset, size, sum }: Kept): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(size);
  try {
    if (readSync(descriptorOf(join(folder, texts)), bytes, 0, size, offset) !== size) return;
  } catch {
    return;
  }
  return crc32(bytes) === sum ? bytes : undefined;
}

function bytesAgain({ path, key }: Kept, parseAgain: (path: string) => ParsedShare): Buffer {
  const { rows, texts } = parseAgain(path);
  if (rows[0]?.key !== key) throw new Error(`${path} was changed while the site was built.`);
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
  ...[Kept["id"], Kept["key"], Kept["links"], Kept["problems"]],
  ...[Kept["size"], Kept["sum"], Kept["texts"], Kept["offset"]],
];

function cellsOf({ brief, ...row }: Kept): Cells {
  const { path, url, title, date, authors, unit, tags, awards, documents, ...more } = brief!;
  const { figures, corrections, draft, pictures, linksTo } = more;
  const { id, key, links, problems, size, sum, texts, offset } = row;
  return [
    ...([path, url, title, date, authors, unit, tags, awards, documents, figures] as const),
    ...([corrections, draft, pictures, linksTo, id, key, links, problems] as const),
    ...([size, sum, texts, offset] as const),
  ];
}

function rowOf(cells: Cells): Kept {
  const [path, url, title, date, authors, unit, tags, awards, documents, ...more] = cells;
  const [figures, corrections, draft, pictures, linksTo, ...place] = more;
  const [id, key, links, problems, size, sum, texts, offset] = place;
  const facts = { authors, unit, tags, awards, documents, figures, corrections };
  const brief = { path, url, title, date, ...facts, draft, pictures, linksTo };
  return { path, id, brief, key, links, problems, size, sum, texts, offset };
}

/** A block begins with a line that tells its length and checksum. */
function blockOf(rows: readonly Kept[]): Buffer {
  const body = Buffer.from(JSON.stringify(rows.map(cellsOf)));
  return Buffer.concat([Buffer.from(`${body.length} ${crc32(body)}\n`), body, Buffer.from("\n")]);
}

async function readLog(
  path: string,
): Promise<{ kept: Map<string, Kept>; blocks: number; isWhole: boolean }> {
  const kept = new Map<string, Kept>();
  const log = await readFile(path).catch(() => Buffer.alloc(0));
  let blocks = 0;
  let at = 0;
  while (at < log.length) {
    const lineEnd = log.indexOf("\n", at);
    const head = log.toString("latin1", at, lineEnd === -1 ? at : lineEnd);
    const [, size, sum] = /^(\d{1,10}) (\d{1,10})$/u.exec(head) ?? [];
    const body = log.subarray(lineEnd + 1, lineEnd + 1 + Number(size));
    if (size === undefined || body.length !== Number(size) || crc32(body) !== Number(sum)) break;
    for (const cells of JSON.parse(body.toString())) {
      const row = rowOf(cells);
      kept.set(row.path, row);
    }
    blocks += 1;
    at = lineEnd + 1 + body.length + 1;
  }
  return { kept, blocks, isWhole: at === log.length };
}

/**
 * Puts everything that is still needed into one block. A large file of texts most of which are needed
 * stays as it is; the others become one.
 */
async function rewrite(
  folder: string,
  log: string,
  rows: readonly Kept[],
  readText: (row: Kept) => ArticleText,
): Promise<void> {
  const sizes = new Map<string, number>();
  for (const { texts, size } of rows) sizes.set(texts, (sizes.get(texts) ?? 0) + size);
  const all = sizes.values().reduce((sum, size) => sum + size, 0);
  const staying = new Set<string>();
  for (const [name, size] of sizes) {
    const file = await stat(join(folder, name)).catch(() => undefined);
    if (file && size > all / 8 && size > file.size / 2) staying.add(name);
  }
  const texts = newTexts(folder);
  const moved = rows.map((row) => {
    if (staying.has(row.texts)) return row;
    const bytes = readBytes(folder, row) ?? Buffer.from(JSON.stringify(readText(row)));
    const offset = texts.size;
    writeWhole(texts.fd, bytes);
    texts.size += bytes.length;
    return { ...row, texts: texts.name, offset };
  });
  closeSync(texts.fd);
  const beside = `${log}.${randomUUID()}`;
  await writeFile(beside, blockOf(moved));
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
    for (const { texts } of (await readLog(path)).kept.values()) used.add(texts);
  }
  for (const name of names) {
    if (!name.endsWith(".log") && isOld(name) && !used.has(name))
      await rm(join(folder, name), { force: true });
  }
}
