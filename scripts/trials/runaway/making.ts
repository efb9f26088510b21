/* How kinds of runaway input are made: something repeated until a file is as large as wanted. */

import { maxHead } from "../../../src/limits.ts";

/** In bytes; letters of several bytes are fewer then. */
const longestHead = maxHead - 1_000;

/** Files of a content folder by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Returns the files of a kind whose largest one has about this many bytes. */
export type Kind = (bytes: number) => Files;

/** Returns the n-th piece of a text that is repeated, from 0. */
export type Piece = (at: number) => string;

export const site = `name: Bản tin thử
description: Trang dùng để kiểm thử
url: https://thu.example
owner: Cơ quan thử
responsible: Người thử
`;
export const units = `- id: khoi-thu
  name: Đảng ủy Khối Thử
  kind: đảng bộ khối
`;
export const base = { "site.yaml": site, "units.yaml": units };
export const required = "title: Bài thử\ndate: 2024-03-05\nauthor: Người Thử\nunit: khoi-thu\n";
const plainBody = "Nội dung bài thử.\n";

/** Returns pieces of text, one after the other, of at most this many bytes in all. */
export function filled(bytes: number, piece: Piece): string {
  const pieces: string[] = [];
  let left = bytes;
  for (let at = 0; ; at += 1) {
    const next = piece(at);
    left -= Buffer.byteLength(next);
    if (left < 0) return pieces.join("");
    pieces.push(next);
  }
}

export function article(head: string, body = plainBody): Files {
  return { ...base, "a.md": `---\n${head}---\n\n${body}` };
}

/** An article with this body. */
export function body(piece: Piece, before = "", after = ""): Kind {
  return (bytes) => {
    const room = bytes - Buffer.byteLength(required + before + after) - 20;
    return article(required, `${before}${filled(room, piece)}${after}\n`);
  };
}

/** An article with more lines in its front matter, which is as long as may be: more is not read. */
export function head(piece: Piece, before = "", after = "\n"): Kind {
  return (bytes) => {
    const room =
      Math.min(bytes, longestHead) - Buffer.byteLength(required + before + after + plainBody) - 20;
    return article(`${required}${before}${filled(room, piece)}${after}`);
  };
}

/** An article one of whose required lines has this value. */
export function instead(key: string, piece: Piece, quote = ""): Kind {
  return (bytes) => {
    const value = quote + filled(Math.min(bytes, longestHead) - 300, piece) + quote;
    return article(required.replace(new RegExp(`^${key}: .*$`, "mu"), () => `${key}: ${value}`));
  };
}

/** An article with two texts of equal size in its body: `of` and `then`. */
export function twoParts(of: Piece, then: Piece): Kind {
  return (bytes) => {
    const half = (bytes - 300) / 2;
    return article(required, `${filled(half, of)}\n\n${filled(half, then)}\n`);
  };
}

/** A data file, and an article that is read against it. */
export function data(name: string, piece: Piece, before = "", text = plainBody): Kind {
  return (bytes) => {
    const room = bytes - Buffer.byteLength(before) - 20;
    return { ...article(required, text), [name]: before + filled(room, piece) };
  };
}

/** The most files of a kind; more of them is a large site, and no runaway input. */
const mostFiles = 2_000;

/** Many files that have at most this many bytes in all. */
export function many(file: (at: number) => readonly [path: string, text: string]): Kind {
  return (bytes) => {
    const files: Record<string, string> = { ...base };
    let left = bytes;
    for (let at = 0; ; at += 1) {
      const [path, text] = file(at);
      left -= Buffer.byteLength(text);
      if (left < 0 || at === mostFiles) return files;
      files[path] = text;
    }
  };
}

/** An opening as often as it fits, and as many closings. */
export function deep(open: string, close: string, make: (text: string) => Files): Kind {
  return (bytes) => {
    const depth = Math.floor((bytes - 300) / (open.length + close.length));
    return make(open.repeat(depth) + close.repeat(depth));
  };
}

export const one =
  (text: string): Piece =>
  () =>
    text;
export const word = (at: number): string =>
  at.toString(36).replaceAll(/\d/gu, (digit) => "ghijklmnop"[Number(digit)]!);
export const award = (more: string, at = 0) =>
  `  - form: Giấy khen\n    status: đã trao\n    by: khoi-thu\n    to: cá nhân${at}\n${more}`;
