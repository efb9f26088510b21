import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { ArticleText } from "./article-fields.ts";
import type { ParsedShare } from "./parsed.ts";
import type { ReadText, StoredArticle, TextPlace } from "./stored-article.ts";

/*
 * Files of texts: each holds the texts of the articles that one build parsed, one after the other,
 * and is never changed afterwards.
 */

/** A file of texts that is being written. */
export type NewTexts = {
  readonly name: string;
  /** Length in bytes. */
  readonly size: () => number;
  readonly append: (bytes: Uint8Array) => void;
  readonly close: () => void;
};

/** Begins a new file of texts in a folder. */
export function newTexts(folder: string): NewTexts {
  const name = `${randomUUID()}.texts`;
  const fd = openSync(join(folder, name), "wx");
  let size = 0;
  return {
    name,
    size: () => size,
    append(bytes) {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      size += bytes.length;
    },
    close: () => closeSync(fd),
  };
}

/** Parses a file whose text on the disk has been damaged. */
export type ParseAgain = (path: string) => ParsedShare;

export type TextReader = { readonly read: ReadText; parseAgain: ParseAgain };

/**
 * How many texts are kept in memory because they are asked for again soon: for each field of one
 * article, and the few that many feeds hold.
 */
const recentTexts = 200;

/** Reads texts from the files in a folder. */
export function textReader(folder: string): TextReader {
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

/** The reader for callers that want the places of texts and never a text. Always throws. */
export function unread(): never {
  throw new Error("Only the places of texts are wanted.");
}

/**
 * Reads the bytes of a text; undefined when the file is gone or no longer holds what was written.
 */
export function readBytes(
  folder: string,
  { texts, offset, size, sum }: TextPlace,
): Buffer | undefined {
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

/** Open files of texts, by path. They never change, and each is read some thousand times. */
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
