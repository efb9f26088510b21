import { crc32 } from "node:zlib";
import type { SiteLink } from "../body/links.ts";
import { shortHash } from "../cache/short-hash.ts";
import type { ParseResult } from "../parse.ts";
import { isError, type Problem } from "../problems/problem.ts";
import { type Brief, halvesOf } from "./article-fields.ts";

/** What came of parsing a file, without its text. Plain data, which threads can send. */
export type Parsed = {
  /** Path of the file in content. */
  readonly path: string;
  /** The id of the content of the file. */
  readonly id: string;
  /** Undefined when a problem is an error. */
  readonly brief: Brief | undefined;
  readonly isDraft: boolean;
  /** A hash of brief and text: parsed alike, two files have one hash. */
  readonly hash: string;
  /** A hash of the brief alone. */
  readonly listHash: string;
  readonly links: readonly SiteLink[];
  readonly problems: readonly Problem[];
  /** Length in bytes and CRC-32 checksum of the text. */
  readonly size: number;
  readonly sum: number;
};

/** Some parsed files, and their texts as JSON one after the other. */
export type ParsedShare = { readonly rows: readonly Parsed[]; readonly texts: Uint8Array };

/** Puts results into one share: their rows, and the texts cut off from them. */
export function parsedShare(
  results: readonly (ParseResult & { readonly path: string; readonly id: string })[],
): ParsedShare {
  const texts: Buffer[] = [];
  const rows = results.map(({ path, id, article, isDraft, links, problems }): Parsed => {
    const found = { path, id, isDraft, links, problems };
    if (article === undefined || problems.some(isError))
      return { ...found, brief: undefined, hash: "", listHash: "", size: 0, sum: 0 };
    const { brief, text } = halvesOf(article);
    const json = JSON.stringify(text);
    const listed = JSON.stringify(brief);
    const bytes = Buffer.from(json);
    texts.push(bytes);
    return {
      ...found,
      brief,
      hash: shortHash(listed + json),
      listHash: shortHash(listed),
      size: bytes.length,
      sum: crc32(bytes),
    };
  });
  return { rows, texts: Buffer.concat(texts) };
}
