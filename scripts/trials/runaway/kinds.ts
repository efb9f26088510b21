/*
 * Kinds of runaway input: whatever can be long, deep or many in a content folder, as long as it
 * fits into files that the check still reads. A new kind is a new row.
 */

import { maxHead } from "../../../src/limits.ts";

/** In bytes; letters of several bytes are fewer then. */
const longestHead = maxHead - 1_000;

/** Files of a content folder by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Returns the files of a kind whose largest one has about this many bytes. */
export type Kind = (bytes: number) => Files;

/** Returns the n-th piece of a text that is repeated, from 0. */
type Piece = (at: number) => string;

const site = `name: Bản tin thử
description: Trang dùng để kiểm thử
url: https://thu.example
owner: Cơ quan thử
responsible: Người thử
`;
const units = `- id: khoi-thu
  name: Đảng ủy Khối Thử
  kind: đảng bộ khối
`;
const base = { "site.yaml": site, "units.yaml": units };
const required = "title: Bài thử\ndate: 2024-03-05\nauthor: Người Thử\nunit: khoi-thu\n";
const plainBody = "Nội dung bài thử.\n";

/** Returns pieces of text, one after the other, of at most this many bytes in all. */
function filled(bytes: number, piece: Piece): string {
  const pieces: string[] = [];
  let left = bytes;
  for (let at = 0; ; at += 1) {
    const next = piece(at);
    left -= Buffer.byteLength(next);
    if (left < 0) return pieces.join("");
    pieces.push(next);
  }
}

function article(head: string, body = plainBody): Files {
  return { ...base, "a.md": `---\n${head}---\n\n${body}` };
}

/** An article with this body. */
function body(piece: Piece, before = "", after = ""): Kind {
  return (bytes) => {
    const room = bytes - Buffer.byteLength(required + before + after) - 20;
    return article(required, `${before}${filled(room, piece)}${after}\n`);
  };
}

/** An article with more lines in its front matter, which is as long as may be: more is not read. */
function head(piece: Piece, before = "", after = "\n"): Kind {
  return (bytes) => {
    const room =
      Math.min(bytes, longestHead) - Buffer.byteLength(required + before + after + plainBody) - 20;
    return article(`${required}${before}${filled(room, piece)}${after}`);
  };
}

/** An article one of whose required lines has this value. */
function instead(key: string, piece: Piece, quote = ""): Kind {
  return (bytes) => {
    const value = quote + filled(Math.min(bytes, longestHead) - 300, piece) + quote;
    return article(required.replace(new RegExp(`^${key}: .*$`, "mu"), () => `${key}: ${value}`));
  };
}

/** An article with two texts of equal size in its body: `of` and `then`. */
function twoParts(of: Piece, then: Piece): Kind {
  return (bytes) => {
    const half = (bytes - 300) / 2;
    return article(required, `${filled(half, of)}\n\n${filled(half, then)}\n`);
  };
}

/** A data file, and an article that is read against it. */
function data(name: string, piece: Piece, before = "", text = plainBody): Kind {
  return (bytes) => {
    const room = bytes - Buffer.byteLength(before) - 20;
    return { ...article(required, text), [name]: before + filled(room, piece) };
  };
}

/** The most files of a kind; more of them is a large site, and no runaway input. */
const mostFiles = 2_000;

/** Many files that have at most this many bytes in all. */
function many(file: (at: number) => readonly [path: string, text: string]): Kind {
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
function deep(open: string, close: string, make: (text: string) => Files): Kind {
  return (bytes) => {
    const depth = Math.floor((bytes - 300) / (open.length + close.length));
    return make(open.repeat(depth) + close.repeat(depth));
  };
}

const one =
  (text: string): Piece =>
  () =>
    text;
const word = (at: number): string =>
  at.toString(36).replaceAll(/\d/gu, (digit) => "ghijklmnop"[Number(digit)]!);
const award = (more: string, at = 0) =>
  `  - form: Giấy khen\n    status: đã trao\n    by: khoi-thu\n    to: cá nhân${at}\n${more}`;

/** Characters that something reads with care; a body of nothing else is a kind for each. */
const characters: Readonly<Record<string, string>> = {
  "zero-width spaces": "\u200b",
  "soft hyphens": "\u00ad",
  "directional marks": "\u202e",
  joiners: "\u200d",
  "combining marks": "\u0301",
  "combining marks of two kinds": "\u0300\u0323",
  "letters of private use": "\ue000",
  "control characters": "\u0001",
  "NUL characters": "\0",
  "no-break spaces": "\u00a0",
  "foreign Đ": "Ð",
  letters: "a",
  "Vietnamese letters": "ộ",
  "decomposed letters": "o\u0302\u0323",
  "letters of two tones": "ạ\u0301",
  "Chinese letters": "漢",
  emoji: "👍",
  "emoji joined": "👨\u200d",
  digits: "1",
  zeros: "0",
  spaces: " ",
  tabs: "\t",
  "line ends": "\n",
  "line ends of Windows": "\r\n",
  "carriage returns": "\r",
  "opening brackets": "[",
  "closing brackets": "]",
  "picture brackets": "![",
  "note brackets": "[^",
  parentheses: "(",
  "link ends": "](",
  stars: "*",
  underscores: "_",
  backticks: "`",
  tildes: "~",
  pipes: "|",
  "greater than": ">",
  hyphens: "-",
  "equal signs": "=",
  hashes: "#",
  "less than": "<",
  "comment openings": "<!--",
  ampersands: "&",
  "entities without end": "&#x",
  entities: "&amp;",
  "entities of invisible letters": "&#8203;",
  colons: ":",
  slashes: "/",
  backslashes: "\\",
  dots: ".",
  commas: ",",
  ellipses: "…",
  "question marks": "?",
  "at signs": "@",
  "percent signs": "%",
  dollars: "$",
  braces: "{",
  "double quotes": '"',
  "curly quotes": "“",
  bullets: "•",
  "plus signs": "+",
  carets: "^",
  "letters of TCVN3": "§¶",
  "letters of VNI": "aûng",
};

const ofCharacters = Object.entries(characters).flatMap(([name, text]): [string, Kind][] => [
  [`body: ${name}`, body(one(text))],
  [`body: lines of ${name}`, body(one(`${text.repeat(3)} ${text}\n`))],
  [`body: words and ${name}`, body(one(`a${text} `))],
]);

/** Letters that call for a close look at all words behind them. */
const suspicious: Readonly<Record<string, string>> = {
  "a foreign Đ": "Ð",
  "a dotless i": "ı",
  "a Cyrillic letter": "\u0421",
  "a Greek letter": "\u03bf",
  "a wide letter": "\uff23",
  "an invisible letter": "\u200b",
  "an Arabic letter": "\u0627",
  "a version": "1.2",
  "a host": "a.vn",
  "an at sign": "@",
};

/** Each of these letters before one long word, wherever that is not limited to some hundreds. */
const ofLongWords = Object.entries(suspicious).flatMap(([name, letter]): [string, Kind][] => [
  [`body: a long word behind ${name}`, body(one("a"), `${letter} `)],
  [`body: a long word of ${name}`, body(one(letter), `${letter} a`)],
  [`body: a long link behind ${name}`, body(one("a"), `[${letter} `, "](https://thu.example/)")],
  [`body: a long link of lines behind ${name}`, body(one("_"), `[${letter} `, "](https://a.vn/)")],
  [`body: a long title behind ${name}`, body(one("a"), `[a](/b "${letter} `, '")')],
  [`head: a long title behind ${name}`, instead("title", one("a"), `${letter} `)],
]);

const ofText: Readonly<Record<string, Kind>> = {
  "body: words": body((at) => `${word(at)} `),
  "body: paragraphs": body((at) => `Đoạn văn thứ ${at} của bài viết.\n\n`),
  "body: paragraphs of one letter": body(one("a\n\n")),
  "body: breaks": body(one("a  \n")),
  "body: quotes within quotes": deep("> ", "", (text) => article(required, `${text}a\n`)),
  "body: quotes of many lines": body(one(`${"> ".repeat(30)}a\n`)),
  "body: lists within lists": deep("- ", "", (text) => article(required, `${text}a\n`)),
  "body: lists deeper by the line": body((at) => `${" ".repeat((at % 400) * 2)}- a\n`),
  "body: items": body(one("- a\n")),
  "body: numbered items": body((at) => `${at}. a\n`),
  "body: links": body((at) => `[${word(at)}](https://thu.example/${at}) `),
  "body: links to nothing": body((at) => `[${word(at)}](/khong-co/${at}/) `),
  "body: links to one page": body(one("[bài](/2024/) ")),
  "body: links to missing files": body((at) => `[${word(at)}](b${at}.md) `),
  "body: links to itself": body(one("[bài](a.md) ")),
  "body: links to anchors": body((at) => `[${word(at)}](#muc-${at}) `),
  "body: links to documents": body((at) => `[${word(at)}](${at}.docx) `),
  "body: links of odd schemes": body((at) => `[${word(at)}](java${at}:x) `),
  "body: links that say nothing": body(one("[tại đây](https://thu.example/) ")),
  "body: links not read": body((at) => `[${word(at)}] (bai ${at}.md)\n\n`),
  "body: links within links": deep("[a", "](/b)", (text) => article(required, text)),
  "body: links behind many lines": (bytes) =>
    article(
      required,
      `${filled(bytes / 2, one("a\n"))}${"[a](https://thu.example/)\n".repeat(1_900)}`,
    ),
  "body: one address in many forms": body(
    (at) => `[a](https://thu.example/${"%41a".repeat(at % 50)}${at % 2 ? "ộ" : "%E1%BB%99"}) `,
  ),
  "body: dots in an address": body(one("."), "[a](/b) https://a", "b"),
  "body: dots in a link": body(one("."), "[a", "a](https://thu.example/)"),
  "body: marks by reference": (bytes) => body(one("&#x301;&#x323;"), "a")(bytes / 3),
  "body: marks by reference in an address": (bytes) =>
    body(one("&#x301;&#x323;"), "[a](https://a", ".vn/)")(bytes / 3),
  "body: letters by reference": (bytes) => body(one("&#x421;hi "))(bytes / 2),
  "body: codes and letters by reference": (bytes) => body(one("&#x421;hi `&\na` "))(bytes / 2),
  "body: cells and letters by reference": (bytes) =>
    body(one("|&#x421;hi|`&a`"), "|a|\n|-|\n")(bytes / 2),
  "body: two tones by reference": (bytes) => body(one("h&ograve;&agrave; "), "\u0421 ")(bytes / 2),
  "body: hidden hosts that are no links": (bytes) => body((at) => `https\\://a${at}@b `)(bytes / 2),
  "body: links in a line": body(one("[a](b")),
  "body: addresses": body((at) => `https://thu.example/${at} `),
  "body: addresses without end": body(one("https://a.")),
  "body: addresses in angle brackets": body((at) => `<https://thu.example/${at}> `),
  "body: mail addresses": body((at) => `mailto:a${at}@thu.example `),
  "body: references": twoParts(
    (at) => `[a${at}] `,
    (at) => `[a${at}]: https://thu.example/${at}\n`,
  ),
  "body: references to one": twoParts(one("[a] "), one("[a]: https://thu.example/\n")),
  "body: references to a long one": (bytes) =>
    article(
      required,
      `${filled(bytes / 2, one("[a] "))}\n\n[a]: https://thu.example/${"b".repeat(bytes / 2 - 400)}\n`,
    ),
  "body: definitions": body((at) => `[a${at}]: /b\n`),
  "body: pictures": body((at) => `![Ảnh](${at}.jpg) `),
  "body: pictures in paragraphs": body((at) => `![Ảnh](anh-${at}.jpg)\n\n`),
  "body: pictures without words": body((at) => `![](${at}.jpg)\n\n`),
  "body: pictures within pictures": deep("![a", "](b.jpg)", (text) => article(required, text)),
  "body: notes": twoParts(
    (at) => `a[^${at}] `,
    (at) => `[^${at}]: Chú thích.\n\n`,
  ),
  "body: notes referred to": (bytes) =>
    article(required, `${filled(bytes - 400, one("a[^1] "))}\n\n[^1]: Chú thích.\n`),
  "body: notes without references": body((at) => `[^${at}]: Chú thích.\n\n`),
  "body: notes said twice": body(one("[^1]: Chú thích.\n\n"), "a[^1]\n\n"),
  "body: empty notes": body((at) => `[^${at}]:\n\n`),
  "body: references without notes": body((at) => `a[^${at}] `),
  "body: notes within notes": body((at) => `[^${at}]: a[^${at + 1}]\n\n`, "a[^0]\n\n"),
  "body: headings": body((at) => `## Mục ${at}\n\n`),
  "body: headings of one name": body(one("## Mục\n\n")),
  "body: headings of numbered names": body((at) => `## Mục${at % 2 ? "" : ` ${at}`}\n\n`),
  "body: headings of the first level": body(one("# Mục\n\n")),
  "body: headings that skip": body((at) => `${at % 2 ? "#" : "######"} Mục\n\n`),
  "body: headings underlined": body(one("a\n---\n\n")),
  "body: headings without space": body(one("#a\n\n")),
  "body: a long heading": body((at) => `${word(at)} `, "## "),
  "body: a table": body((at) => `| a${at} | b |\n`, "| a | b |\n|---|---|\n"),
  "body: a table of many columns": (bytes) => {
    const columns = Math.floor(Math.sqrt(bytes / 6));
    const row = `${"|a".repeat(columns)}|\n`;
    return article(required, `${row}${"|-".repeat(columns)}|\n${row.repeat(columns)}`);
  },
  "body: a table of empty cells": (bytes) => {
    const columns = Math.floor(bytes / 6);
    const rule = `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n`;
    return article(required, `${rule}${filled(bytes / 4, one("a\n"))}`);
  },
  "body: tables": body(one("| a | b |\n|---|---|\n| c | d |\n\n")),
  "body: tables without rules": body(one("| a | b |\n\n")),
  "body: tables with tabs": body(one("a\tb\tc\n\n")),
  "body: rows in one paragraph": body(one("| a | b |\n")),
  "body: indented paragraphs": body(one("    a\n\nb\n\n")),
  "body: typed bullets": body(one("• a\n\n")),
  "body: stars left": body(one("** a **\n\n")),
  "body: strong words": body(one("**a** ")),
  "body: strong and weak": body(one("*a **b ")),
  "body: emphasis within emphasis": deep("*a ", "b*", (text) => article(required, text)),
  "body: code": body(one("`a` ")),
  "body: code of growing fences": body((at) => `${"`".repeat(at % 500)}a `),
  "body: fences": body(one("```\na\n```\n\n")),
  "body: fence without end": body(one("a\n"), "```\n"),
  "body: raw tags": body(one("<b>a</b>\n\n")),
  "body: raw tags in a line": body(one("<b>a</b> ")),
  "body: an open tag": body(one("<a ")),
  "body: attributes without end": body(one('a="b" '), "<a "),
  "body: titles of links without end": body(one('[a](b "')),
  "body: links to long addresses": body(one("[a](<b")),
  "body: document numbers": body((at) => `${(at % 90_000) + 1}-KL/TW `),
  "body: document numbers of the state": body(
    (at) => `${(at % 90_000) + 1}/QĐ-UBND${word(at).toUpperCase()}, `,
  ),
  "body: one document number": body(one("21-KL/TW ")),
  "body: a long document number": body(one("A-"), "1/QĐ-"),
  "body: dots in a document number": body(one("."), "1-KL/A"),
  "body: dates": body((at) => `ngày ${(at % 28) + 1}/${(at % 12) + 1}/2024, `),
  "body: sums of money": body((at) => `${at}.000.000 đồng, `),
  "body: numbers": body((at) => `${at} `),
  "body: digits in groups": body(one("0912 345 ")),
  "body: telephone numbers": body((at) => `09${String(10_000_000 + at)} `),
  "body: a long telephone number": body(one(" 9"), "09"),
  "body: identity numbers": body((at) => `0${String(10_000_000_000 + at)} `),
  "body: Party cards": body((at) => `thẻ đảng số ${String(10_000_000 + at)}, `),
  "body: Party cards without number": body(one("thẻ đảng ")),
  "body: placeholders": body(one("TODO ... xxx ??? {ten} \n")),
  "body: templates": body(one("{{ a ")),
  "body: blanks to fill in": body(one("[điền a")),
  "body: totals of awards": body(
    (at) => `Khen thưởng ${at + 5} tập thể, gồm 2 chi bộ và 1 đảng viên. `,
  ),
  "body: a total without end": body(one("1 chi bộ, "), "Khen thưởng 9 tập thể, gồm "),
  "body: a long sentence on awards": body(one("2 a, gồm 1 b và 3 c ")),
  "body: the word gồm": body(one("1 gồm ")),
  "body: abbreviations": (bytes) => ({
    ...article(
      required,
      filled(bytes - 300, (at) => `A${word(at % 5_000).toUpperCase()} `),
    ),
    "abbreviations.yaml": filled(
      bytes,
      (at) => `- short: A${word(at).toUpperCase()}\n  long: Chữ ${at}\n`,
    ),
  }),
  "body: abbreviations that nearly fit": (bytes) => ({
    ...article(required, filled(bytes - 300, one("AAAAAAAAB "))),
    "abbreviations.yaml": filled(
      bytes,
      (at) => `- short: ${"A".repeat((at % 300) + 2)}C${word(at)}\n  long: a\n`,
    ),
  }),
  "body: lines of an old font": body(one("§¶ng ñy khèi c¸c c¬ quan tØnh\n")),
  "body: lines of another old font": body(one("Ñaûng uûy khoái caùc cô quan\n\n")),
  "body: two tones": body(one("hòà ")),
  "body: a word of two tones": body(one("òà")),
  "body: foreign Đ in words": body(one("Ðảng ủy ")),
  "body: an invisible letter in each word": body(one("hội\u200b nghị ")),
  "body: an invisible letter in each line": body(one("hội\u200b nghị\n\n")),
  "body: an invisible letter in long lines": body((at) => (at % 10_000 ? "§a\u00ad" : "\n")),
  "body: dashes at the start of lines": body(one("a\n– b\n")),
  "body: a summary again": (bytes) => {
    const text = filled(bytes / 2 - 300, (at) => `${word(at)} `);
    return article(`${required}summary: ${text}\n`, `${text}\n`);
  },
};

const ofHead: Readonly<Record<string, Kind>> = {
  "head: tags": head((at) => `t${at}, `, "tags: [", "]\n"),
  "head: tags in lines": head((at) => `  - t${at}\n`, "tags:\n"),
  "head: tags of one name": head(one("a, "), "tags: [", "]\n"),
  "head: tags of one letter in case": head((at) => `${at % 2 ? "a" : "A"}, `, "tags: [", "]\n"),
  "head: tags with commas": head((at) => `"a, ${at}", `, "tags: [", "]\n"),
  "head: tags without letters": head(one("?, "), "tags: [", "]\n"),
  "head: empty tags": head(one('"", '), "tags: [", "]\n"),
  "head: tags that are groups": head(one("{a: b}, "), "tags: [", "]\n"),
  "head: tags joined": head((at) => `t${at}, `, "tags: "),
  "head: authors": head((at) => `  - Người ${word(at)}\n`, "images: []\npeople:\n"),
  "head: one author, many times": (bytes) =>
    article(required.replace("Người Thử", () => `[${filled(bytes - 300, one("A, "))}]`)),
  "head: people": head((at) => `  - name: Người ${at}\n    post: Bí thư\n`, "people:\n"),
  "head: posts of a person": head(
    (at) => `Bí thư ${at}, `,
    "people:\n  - name: A\n    post: [",
    "]\n",
  ),
  "head: awards": head((at) => award("    count: 1\n", at), "awards:\n"),
  "head: awards alike": head(() => award("    count: 1\n"), "awards:\n"),
  "head: awards without count": head(() => award(""), "awards:\n"),
  "head: awards by unknown units": head(
    (at) => award("    count: 1\n").replace("khoi-thu", `khoi-${word(at)}`),
    "awards:\n",
  ),
  "head: awards of unknown forms": head(
    (at) => award("    count: 1\n").replace("Giấy khen", `Giấy ${word(at)}`),
    "awards:\n",
  ),
  "head: awards of one decision": head(
    () => award('    count: 1\n    decision: { number: "1-QĐ/ĐUK" }\n'),
    "awards:\n",
  ),
  "head: awards withdrawn": head(
    () => award("    count: 1\n").replace("đã trao", "thu hồi"),
    "awards:\n",
  ),
  "head: recipients": head(
    (at) => `Người ${word(at)}, `,
    `awards:\n${award("    recipients: [")}`,
    "]\n",
  ),
  "head: recipients of one name": head(
    one("Người Thử, "),
    `awards:\n${award("    recipients: [")}`,
    "]\n",
  ),
  "head: recipients in lines": head(
    (at) => `      - Người ${word(at)}\n`,
    `awards:\n${award("    recipients:\n")}`,
  ),
  "head: recipients joined": head((at) => `Người ${at}; `, `awards:\n${award("    recipients: ")}`),
  "head: documents": head((at) => `  - number: "${(at % 90_000) + 1}-KL/TW"\n`, "documents:\n"),
  "head: documents unquoted": head((at) => `  - ${(at % 90_000) + 1}-KL/TW\n`, "documents:\n"),
  "head: documents of wrong numbers": head((at) => `  - "${at}"\n`, "documents:\n"),
  "head: documents that are empty": head(one("  - {}\n"), "documents:\n"),
  "head: figures": head((at) => `  - { name: Số ${at}, value: ${at} }\n`, "figures:\n"),
  "head: figures of wrong values": head(
    (at) => `  - { name: Số ${at}, value: "${at} tr" }\n`,
    "figures:\n",
  ),
  "head: corrections": head(
    (at) => `  - { date: 2024-03-06, right: a${at}, kind: đính chính }\n`,
    "corrections:\n",
  ),
  "head: pictures": head((at) => `  - { src: ${at}.jpg, alt: a }\n`, "images:\n"),
  "head: pictures without words": head((at) => `  - ${at}.jpg\n`, "images:\n"),
  "head: unknown keys": head((at) => `k${word(at)}: a\n`),
  "head: unknown keys near known ones": head((at) => `tags${word(at)}: a\n`),
  "head: unknown keys in a flow": head((at) => `k${at}: a, `, "event: { name: a, ", "}\n"),
  "head: unknown keys without value": head((at) => `${word(at)}:\n`),
  "head: unknown keys that are numbers": head((at) => `${at}: a\n`),
  "head: long unknown keys": head((at) => `${word(at).repeat(100)}: a\n`),
  "head: forbidden keys": head(one("permalink: a\n")),
  "head: one key many times": head(one("summary: a\n")),
  "head: keys that are groups": head((at) => `? {a: ${at}}\n: b\n`),
  "head: keys with odd spaces": head((at) => `\u00a0k${at}: a\n`),
  "head: keys without space": head((at) => `k${at}:a\n`),
  "head: keys with two colons": head((at) => `k${word(at)}: a: b\n`),
  "head: keys with tabs": head((at) => `\tk${at}: a\n`),
  "head: quotes left open": head((at) => `k${word(at)}: "a\n`),
  "head: quotes inside": head((at) => `k${word(at)}: "a" b\n`),
  "head: brackets left open": head((at) => `k${word(at)}: [a\n`),
  "head: odd indents": head((at) => `${" ".repeat(at % 7)}k${word(at)}: a\n`),
  "head: first characters": head((at) => `k${word(at)}: @a\n`),
  "head: hashes": head((at) => `k${word(at)}: [a #b]\n`),
  "head: anchors": head((at) => `k${word(at)}: &a${at} b\n`),
  "head: aliases": head((at) => `k${word(at)}: *a\n`, "summary: &a b\n"),
  "head: aliases of aliases": head(
    (at) => `k${word(at)}: &a${at + 1} [*a${at}, *a${at}]\n`,
    "summary: &a0 b\n",
  ),
  "head: YAML tags": head((at) => `k${word(at)}: !a b\n`),
  "head: escapes": head((at) => `k${word(at)}: "\\x41"\n`),
  "head: a text of escapes": head(one("\\x41"), 'summary: "', '"\n'),
  "head: merges": head(one("<<: { title: a }\n")),
  "head: comments": head(one("# a\n")),
  "head: comments that cut": head((at) => `k${word(at)}: a #b\n`),
  "head: curly quotes": head((at) => `k${word(at)}: “a”\n`),
  "head: documents of YAML": head(one("...\na: b\n")),
  "head: empty lines": head(one("\n")),
  "head: empty items": head(one("-\n"), "tags:\n"),
  "head: hyphens": head(one("- "), "tags:\n"),
  "head: opening brackets": head(one("["), "tags: "),
  "head: opening braces": head(one("{"), "event: "),
  "head: questions": head(one("? "), "event: "),
  "head: colons": head(one(": "), "event: "),
  "head: commas": head(one(","), "tags: [", "]\n"),
  "head: lists within lists": deep("[", "]", (text) => article(`${required}tags: ${text}\n`)),
  "head: groups within groups": deep("{a: ", "}", (text) => article(`${required}event: ${text}\n`)),
  "head: groups deeper by the line": (bytes) => {
    const depth = Math.floor(Math.sqrt(2 * bytes)) - 10;
    const lines = Array.from({ length: depth }, (_, at) => `${" ".repeat(at + 1)}a:\n`);
    return article(`${required}event:\n${lines.join("").slice(0, bytes - 400)}\n`);
  },
  "head: a list split": head((at) => `  - k${word(at)}: a\n`, "awards:\n"),
  "head: a list of known keys split": head(
    (at) => `  - ${["form", "by", "to"][at % 3]}: a\n`,
    "awards:\n",
  ),
  "head: a long title": instead("title", (at) => `${word(at)} `),
  "head: a long title of digits": instead("title", (at) => `${at} chi bộ `),
  "head: a long title of numbers": instead("title", (at) => `1${at % 900} `),
  "head: a long title without spaces": instead("title", one("a")),
  "head: a long title in quotes": instead("title", one("a "), '"'),
  "head: a long title in many lines": instead("title", one("a\n  ")),
  "head: a long title of marks": instead("title", one("a\u0301\u0323")),
  "head: a long title of colons": instead("title", one("a: ")),
  "head: a long title of quotes": instead("title", one('"" '), '"'),
  "head: a long date": instead("date", one("1")),
  "head: a long date of words": instead("date", one("ngày 1 tháng 2 ")),
  "head: a long date of spaces": instead("date", one("1 ngày tháng  "), '"'),
  "head: a long author": instead("author", (at) => `${word(at)} `),
  "head: a long author of commas": instead("author", (at) => `${word(at)}, `),
  "head: a long unit": instead("unit", (at) => `${word(at)} `),
  "head: a long unit of one letter": instead("unit", one("a")),
  "head: a long summary": head((at) => `${word(at)} `, "summary: "),
  "head: a long tag": head((at) => `${word(at)} `, "tags: "),
  "head: a long caption": head(
    (at) => `${word(at)} `,
    "images:\n  - src: a.jpg\n    alt: a\n    caption: ",
  ),
  "head: a long picture path": head(one("a/"), "images:\n  - src: "),
  "head: a long way up": head(one("../"), "images:\n  - src: "),
  "head: a long document number": head(one("A-"), "documents:\n  - 1/QĐ-"),
  "head: a document number of dots": head(one("."), "documents:\n  - 1-KL/TW", "!\n"),
  "head: a document number of spaces": head(one(" "), 'documents:\n  - "1', '!"\n'),
  "head: a long number": head(one("1"), "figures:\n  - name: a\n    value: "),
  "head: a long number of groups": head(one(".123"), "figures:\n  - name: a\n    value: 1"),
  "head: a long number of zeros": head(one("0"), `awards:\n${award("    count: ")}`),
  "head: a long term": head(one("X"), "event:\n  name: a\n  term: "),
  "head: a long address": head(one("a."), "source:\n  name: a\n  url: https://"),
  "head: a long address of spaces": head(one("a "), "source:\n  name: a\n  url: https://"),
  "head: a long form": head(one("Giấy khen "), "awards:\n  - form: "),
  "head: a long text in a block": head(one("  a\n"), "summary: |\n"),
  "head: a long text folded": head(one("  a\n\n"), "summary: >\n"),
  "head: a key of 1 MB": (bytes) => article(`${required}${filled(bytes - 300, one("k"))}: a\n`),
  "head: a line of 1 MB": (bytes) => article(`${required}${filled(bytes - 300, one("a "))}\n`),
  "head: no end": (bytes) => ({ ...base, "a.md": `---\n${filled(bytes - 10, one("a: b\n"))}` }),
  "head: no beginning": (bytes) => ({ ...base, "a.md": filled(bytes, one("a: b\n")) }),
  "head: late": (bytes) => ({
    ...base,
    "a.md": `a\n---\n${filled(bytes - 10, one("title : b\n"))}`,
  }),
  "head: late and in long lines": (bytes) => ({ ...base, "a.md": filled(bytes, one("title ")) }),
  "head: a long end": (bytes) => ({
    ...base,
    "a.md": `---\n${required}---${filled(bytes - 300, one(" "))}a\n`,
  }),
  "head: a long beginning": (bytes) => ({
    ...base,
    "a.md": `---${filled(bytes - 300, one(" "))}a\n${required}---\n`,
  }),
};

const unit = (at: number, more = "") => `- id: u${at}\n  name: Đơn vị ${word(at)}\n${more}`;

const ofData: Readonly<Record<string, Kind>> = {
  "units: many": data("units.yaml", (at) => unit(at), units),
  "units: a chain": data(
    "units.yaml",
    (at) => unit(at, at === 0 ? "" : `  parent: u${at - 1}\n`),
    units,
  ),
  "units: a circle": data("units.yaml", (at) => unit(at, `  parent: u${at + 1}\n`), units),
  "units: unknown parents": data("units.yaml", (at) => unit(at, `  parent: x${word(at)}\n`), units),
  "units: one id": data("units.yaml", () => unit(0), units),
  "units: one name": data("units.yaml", (at) => `- id: u${at}\n  name: a\n`, units),
  "units: aliases": data("units.yaml", (at) => `Tên ${word(at)}, `, `${units}  aliases: [`),
  "units: aliases of many": data(
    "units.yaml",
    (at) => unit(at, `  aliases: [A ${at}, B ${at}]\n`),
    units,
  ),
  "units: successors": data("units.yaml", (at) => `x${word(at)}, `, `${units}  successors: [`),
  "units: wrong ids": data("units.yaml", (at) => `- id: U ${at}\n  name: a\n`, units),
  "units: unknown keys": data("units.yaml", (at) => `  k${word(at)}: a\n`, units),
  "units: a long id": data("units.yaml", one("a-"), "- name: a\n  id: "),
  "units: a long name": data("units.yaml", one("a "), "- id: a\n  name: "),
  "units: letters": data("units.yaml", one("a")),
  "units: line ends": data("units.yaml", one("\n")),
  "units: many, and awards by unknown ones": (bytes) => ({
    ...article(
      `${required}awards:\n${filled(bytes - 300, (at) => award("    count: 1\n").replace("khoi-thu", `khoi-${word(at)}`))}`,
    ),
    "units.yaml": units + filled(bytes - 300, (at) => unit(at)),
  }),
  "units: many, and files of unknown ones": (bytes) => ({
    ...many((at) => [
      `b${at}.md`,
      `---\n${required.replace("khoi-thu", `khoi-${word(at)}`)}---\n\na\n`,
    ])(bytes / 2),
    "units.yaml": units + filled(bytes / 2 - 300, (at) => unit(at)),
  }),
  "abbreviations: many": data("abbreviations.yaml", (at) => `- { short: A${word(at)}, long: a }\n`),
  "abbreviations: of unknown units": data(
    "abbreviations.yaml",
    (at) => `- { short: A, long: a, scope: x${word(at)} }\n`,
  ),
  "abbreviations: of one short form": data(
    "abbreviations.yaml",
    one("- { short: A, long: a }\n"),
    "",
    "A B\n".repeat(1000),
  ),
  "abbreviations: a long one": data("abbreviations.yaml", one("A"), "- long: a\n  short: "),
  "abbreviations: scopes": data(
    "abbreviations.yaml",
    (at) => `x${at}, `,
    "- { short: A, long: a, scope: [",
  ),
  "norms: many": data(
    "norms.yaml",
    (at) => `- { number: "${at}", valid_from: 2020, levels: [] }\n`,
  ),
  "norms: steps": data(
    "norms.yaml",
    (at) => `${at + 1}, `,
    '- { number: "1", valid_from: 2020, badge_steps: [',
  ),
  "norms: levels": data(
    "norms.yaml",
    (at) => `      - { kinds: k${at}, forms: Cờ }\n`,
    "- number: a\n  valid_from: 2020\n  levels:\n",
  ),
  "norms: many, and awards": (bytes) => ({
    ...article(`${required}awards:\n${filled(bytes - 300, (at) => award("    count: 1\n", at))}`),
    "norms.yaml": filled(bytes, (at) => `- { number: "${at}", valid_from: 2025, levels: [] }\n`),
  }),
  "site: unknown keys": data("site.yaml", (at) => `k${word(at)}: a\n`, site),
  "site: a long name": data("site.yaml", one("a "), site.replace(/^name.*\n/u, "name: ")),
  "site: a long address": data("site.yaml", one("a."), "url: https://"),
  "site: letters": data("site.yaml", one("a")),
  "site: brackets": data("site.yaml", one("[")),
};

const short = (more: string) => `---\n${required}${more}---\n\na\n`;
const known = (at: number, more: string) =>
  `awards:\n${award(`    count: 1\n${more}`)}`.concat(at < 0 ? "" : "");

const ofFiles: Readonly<Record<string, Kind>> = {
  "files: empty": many((at) => [`a${at}.md`, " ".repeat(100)]),
  "files: of one address": many((at) => [`f${at}/a.md`, short("")]),
  "files: of tags alike": many((at) => [
    `a${at}.md`,
    short(`tags: [${at % 2 ? "Chủ đề" : "chủ đề"}]\n`),
  ]),
  "files: of tags": many((at) => [`a${at}.md`, short(`tags: [t${at}]\n`)]),
  "files: of awards alike": many((at) => [`a${at}.md`, short(known(at, ""))]),
  "files: of awards of one decision": many((at) => [
    `a${at}.md`,
    short(known(at, '    decision: { number: "1-QĐ/ĐUK" }\n')),
  ]),
  "files: of awards of one decision and several names": many((at) => [
    `a${at}.md`,
    short(known(at, `    recipients: N${at}\n    decision: { number: "1-QĐ/ĐUK" }\n`)),
  ]),
  "files: of awards withdrawn": many((at) => [
    `a${at}.md`,
    short(
      known(at, '    decision: { number: "1-QĐ/ĐUK" }\n').replace(
        "đã trao",
        at ? "thu hồi" : "đã trao",
      ),
    ),
  ]),
  "files: of two long awards": (bytes) => {
    const text = (date: string) =>
      `---\n${required.replace("2024-03-05", date)}awards:\n${filled(bytes - 400, (at) => award(`    count: 1\n    decision: { number: "1-QĐ/ĐUK" }\n`, at % 3))}---\n\na\n`;
    return { ...base, "a.md": text("2024-03-05"), "b.md": text("2024-03-06") };
  },
  "files: in deep folders": (bytes) => {
    const files: Record<string, string> = { ...base };
    for (let at = 1; at <= Math.min(1_000, bytes / 1_000); at += 1)
      files[`${"a/".repeat(at)}b.md`] = short("");
    return files;
  },
  "files: of long names": many((at) => [`${word(at)}${"a".repeat(200)}.md`, short("")]),
  "files: of wrong endings": many((at) => [`a${at}.md.txt`, "a".repeat(200)]),
  "files: of no use": many((at) => [`a${at}.docx`, "a".repeat(200)]),
  "files: of broken pictures": (bytes) => ({
    ...many((at) => [`a${at}.jpg`, "a".repeat(500)])(bytes),
    ...article(
      `${required}images: [${filled(bytes / 50, (at) => `{ src: a${at}.jpg, alt: a },`)}]\n`,
    ),
  }),
  "files: that link to one another": many((at) => [
    `a${at}.md`,
    short("").concat(`[b](a${at + 1}.md)\n`),
  ]),
  "files: that link to missing pages": many((at) => [
    `a${at}.md`,
    short("").concat(`[b](/b${at}/)\n`),
  ]),
};

/** Every kind by its name. */
export const kinds: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries([...ofCharacters, ...ofLongWords]),
  ...ofText,
  ...ofHead,
  ...ofData,
  ...ofFiles,
};
