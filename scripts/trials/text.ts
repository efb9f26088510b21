import { characterProblems } from "../../src/content/characters.ts";
import { parseArticle } from "../../src/parse.ts";
import { charactersMessages } from "../../src/problems/messages/characters.ts";
import { linksMessages } from "../../src/problems/messages/links.ts";
import { isError, type Problem } from "../../src/problems/problem.ts";
import { readReference } from "../../src/reference.ts";
import type { Where } from "../../src/text/deceptive/deception.ts";
import {
  deceptiveForms,
  deceptiveLinks,
  doubtfulLinks,
  honestInBodies,
  honestLinks,
  honestTexts,
} from "./text-forms.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/** A place of content where a text can be written. */
type Place = {
  readonly name: string;
  readonly where: Where;
  /** Returns the file in which a text is at this place. */
  readonly file: (text: string) => { readonly path: string; readonly text: string };
};

/** What is to be done with a text: it is told of, or told of by warnings only, or left. */
type Verdict = "told" | "doubted" | "left";

/** One attempt: a text at a place, and what is to be done with it. */
type Attempt = { readonly name: string; readonly verdict: Verdict } & ReturnType<Place["file"]>;

const inHead = (name: string, where: Where, lines: (text: string) => string): Place => ({
  name,
  where,
  file: (text) => ({ path: "a.md", text: articleOf(lines(quoted(text)), "Nội dung.") }),
});
const inBody = (name: string, body: (text: string) => string): Place => ({
  name,
  where: "body",
  file: (text) => ({ path: "a.md", text: articleOf("", body(text)) }),
});
const inData = (
  path: string,
  name: string,
  where: Where,
  row: (text: string) => string,
): Place => ({
  name,
  where,
  file: (text) => ({ path, text: row(quoted(text)) }),
});

const award = (more: string) =>
  `awards:\n  - form: Giấy khen\n    status: đã trao\n    by: khoi-thu\n    to: chi bộ\n    ${more}`;

export const places: readonly Place[] = [
  inHead("title", "line", (text) => `title: ${text}`),
  inHead("summary", "line", (text) => `summary: ${text}`),
  inHead("author", "name", (text) => `author: ${text}`),
  inHead("authors", "name", (text) => `author:\n  - Cây Bút\n  - name: ${text}`),
  inHead("person", "name", (text) => `people: [{ name: ${text}, post: Bí thư }]`),
  inHead("post of a person", "name", (text) => `people: [{ name: A, post: ${text} }]`),
  inHead("tag", "name", (text) => `tags: [Một, ${text}]`),
  inHead("source", "name", (text) => `source: { name: ${text} }`),
  inHead("event", "name", (text) => `event: { name: ${text}, place: Hà Nội }`),
  inHead("description of a picture", "line", (text) => `images:\n  - { src: a.jpg, alt: ${text} }`),
  inHead("caption", "line", (text) => `images:\n  - { src: a.jpg, alt: Ảnh, caption: ${text} }`),
  inHead("recipient", "name", (text) => award(`recipients: [Cây Bút, ${text}]`)),
  inHead("reason of an award", "line", (text) => award(`for: ${text}`)),
  inHead("title of a document", "line", (text) => `documents: [{ title: ${text} }]`),
  inHead("issuer of a document", "name", (text) => `documents: [{ title: A, issuer: ${text} }]`),
  inHead("figure", "name", (text) => `figures: [{ name: ${text}, value: 1 }]`),
  inHead(
    "correction",
    "line",
    (text) => `corrections: [{ date: 2024-03-06, right: ${text}, kind: đính chính }]`,
  ),
  inBody("paragraph", (text) => text),
  inBody("heading", (text) => `## ${text}`),
  inBody("list", (text) => `- Một\n- ${text}`),
  inBody("quotation", (text) => `> ${text}`),
  inBody("cell of a table", (text) => `| Một | Hai |\n|---|---|\n| ${text} | Ba |`),
  inBody("bold text", (text) => `Một **hai ${text} ba** bốn`),
  inBody("footnote", (text) => `Một[^1]\n\n[^1]: ${text}`),
  inBody("text of a link", (text) => `[${text.replaceAll(/[[\]]/gu, "\\$&")}](https://example.vn)`),
  inBody("title of a link", (text) => `[Một](https://example.vn "${text}")`),
  inBody("description in the text", (text) => `![${text.replaceAll(/[[\]]/gu, "\\$&")}](a.jpg)`),
  inBody("code", (text) => `\`${text}\``),
  inBody("block of code", (text) => `\`\`\`\n${text}\n\`\`\``),
  inBody("references in a paragraph", asReferences),
  inBody("references in a heading", (text) => `## ${asReferences(text)}`),
  inBody("references in a title of a link", (text) => `[x](/a "${asReferences(text)}")`),
  inData("units.yaml", "name of a unit", "name", (text) => `- id: a\n  name: ${text}\n`),
  inData(
    "units.yaml",
    "other name of a unit",
    "name",
    (text) => `- id: a\n  name: A\n  aliases:\n    - ${text}\n`,
  ),
  inData(
    "abbreviations.yaml",
    "abbreviation",
    "name",
    (text) => `- { short: ${text}, long: Ban }\n`,
  ),
  inData("abbreviations.yaml", "meaning", "name", (text) => `- { short: A, long: ${text} }\n`),
  inData("norms.yaml", "norm", "name", (text) => `- number: ${text}\n  valid_from: 2020\n`),
  inData("site.yaml", "name of the site", "name", (text) => `name: ${text}\n`),
  inData("site.yaml", "description of the site", "line", (text) => `description: ${text}\n`),
];

const linkPlaces = places.filter(({ name }) =>
  ["paragraph", "heading", "list", "quotation", "cell of a table", "footnote"].includes(name),
);

/** Returns an article with lines in its front matter in place of its own. */
function articleOf(lines: string, body: string): string {
  const own = ["title: Bài thử", "date: 2024-03-05", "author: Cây Bút", "unit: khoi-thu"];
  const kept = own.filter((line) => !lines.startsWith(line.split(":")[0]!));
  return `---\n${[...kept, lines].filter(Boolean).join("\n")}\n---\n\n${body}\n`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, "\\$&")}"`;
}

function asReferences(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e]/gu, (one) => `&#x${one.codePointAt(0)!.toString(16)};`);
}

function attempts(): Attempt[] {
  const at = (place: Place, name: string, text: string, verdict: Verdict): Attempt => ({
    name: `${name} in ${place.name}`,
    verdict,
    ...place.file(text.normalize("NFC")),
  });
  const reaches = { everywhere: "name line body", names: "name", "outside bodies": "name line" };
  const markdown = linkPlaces.flatMap((place) => [
    ...deceptiveLinks.map(([link]) => at(place, link, link, "told")),
    ...doubtfulLinks.map((link) => at(place, link, link, "doubted")),
    ...honestLinks.map((link) => at(place, link, link, "left")),
  ]);
  return [
    ...places.flatMap((place) => [
      ...deceptiveForms
        .filter(({ reach }) => reaches[reach].includes(place.where))
        .map(({ name, text }) => at(place, name, text, "told")),
      ...honestTexts.map((text) => at(place, text, text, "left")),
      ...(place.where === "body"
        ? honestInBodies.map((text) => at(place, text, text, "left"))
        : []),
    ]),
    ...markdown,
  ];
}

const { reference } = readReference({
  files: new Map([
    [
      "units.yaml",
      { path: "units.yaml", text: "- { id: khoi-thu, name: Khối Thử, kind: đảng bộ }\n" },
    ],
  ]),
  pictures: new Set(["a.jpg"]),
});
const others = ["link-not-read", "link-to-file", "link-missing", "link-scheme", "not-nfc"];
const codes = new Set(
  [...Object.keys(charactersMessages), ...Object.keys(linksMessages)].filter(
    (code) => !others.includes(code),
  ),
);

/** Returns what is said of the letters and links of a file. */
export function deceptionProblems(file: { path: string; text: string }): Problem[] {
  const found = file.path.endsWith(".md")
    ? parseArticle(file, reference).problems
    : characterProblems(file);
  return found.filter(({ code }) => codes.has(code));
}

function isAs(verdict: Verdict, problems: readonly Problem[]): boolean {
  if (verdict === "left") return problems.length === 0;
  return problems.length > 0 && (verdict === "told" || !problems.some(isError));
}

/** What other generators look for, if anything: the best known invisible characters. */
const naive = /[\u200b-\u200f\u202a-\u202e\ufeff]/u;

function tally({ count, seed }: TrialWish, isRight: (attempt: Attempt) => boolean): Tally {
  const all = attempts();
  const chosen = all.length <= count ? all : sampled(all, count, seed);
  const failed = chosen.filter((one) => !isRight(one));
  const missed = failed.filter(({ verdict }) => verdict === "told").length;
  return {
    tried: chosen.length,
    failed: failed.map(({ name, verdict }) => `not ${verdict}: ${name}`),
    figures: {
      "forms refused": deceptiveForms.length + deceptiveLinks.length,
      "forms accepted": honestTexts.length + honestInBodies.length + honestLinks.length,
      "deceptions let through": missed,
    },
  };
}

/** Takes every n-th item, from another first one for each seed. */
function sampled<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const step = items.length / count;
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor(index * step + seed * 7_919) % items.length;
    return items[at]!;
  });
}

export const trial: Trial = {
  what: "Deceptive texts and links at every place are refused, honest ones nearly like them are not",
  usual: attempts().length,
  run: async (wish) => tally(wish, (one) => isAs(one.verdict, deceptionProblems(one))),
  control: async (wish) =>
    tally(wish, ({ text, verdict }) => naive.test(text) === (verdict === "told")),
};
