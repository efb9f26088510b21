import { cpSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { stringify } from "yaml";
import { type Article, neededBy } from "../../../src/article.ts";
import { type Day, longDay, shortDay } from "../../../src/day.ts";
import type { Field, Input } from "../../../src/front-matter/field.ts";
import { headForm } from "../../../src/front-matter/form.ts";
import { parseArticle } from "../../../src/parse.ts";
import { readReference } from "../../../src/reference.ts";
import { openArticleStore } from "../../../src/store/article-store.ts";
import { parsedShare } from "../../../src/store/parsed.ts";
import { formatNumber } from "../../../src/text/vietnamese.ts";
import { madeSite } from "../../checking.ts";
import { base, temporaryFolder, writeFiles } from "../../content.ts";
import { pdfFile } from "../../pdf-file.ts";

/*
 * Follows an article, in which every field of the front matter has a value of its own, from the
 * file to the page and the open data. The fields come from the schema, so a field that is added to
 * it and forgotten somewhere on the way fails here, with the name of the file that forgot it.
 */

/** A field of the front matter, and all the ways in which its value may be written for people. */
type Mark = { readonly way: string; readonly shown: readonly string[] };

/** Fields that no reader sees in words, and why. */
const unseen: Readonly<Record<string, string>> = {
  "images.src": "The address of a picture is made from its bytes.",
  "images.crop": "Its picture has that part and nothing else; framing.test.ts follows it.",
  "images.focus": "It moves a picture in its place; framing.test.ts follows it.",
  aliases: "Those who ask for an old address are led on.",
  lead_until: "The home page follows it, and home.test.ts that.",
};

/** How a yes is kept and shown: each such field has a sentence of its own. */
const yes: Readonly<Record<string, readonly string[]>> = {
  draft: ['"draft":true', "Bài nháp"],
  "awards.posthumous": ['"posthumous":true', "truy tặng"],
  "awards.early": ['"early":true', "tặng sớm"],
  "figures.cumulative": ['"cumulative":true', "gồm cả các mức cao hơn"],
};

/**
 * Values that a rule of the front matter dictates: an id and its name are in people.yaml, no other
 * step exists, a count must be the number of names, a file must be there, and only what is
 * withdrawn has the decision that withdraws it.
 */
const dictated: Readonly<Record<string, string | number | readonly string[]>> = {
  "people.id": "nguoi-moc",
  "people.name": "Người Mốc",
  "awards.form": "Huy hiệu Đảng",
  "awards.status": "thu hồi",
  "awards.step": 85,
  "awards.recipients": Array.from({ length: 31 }, (_, index) => `Người thứ ${index}`),
  "awards.count": 31,
  "figures.kind": "chỉ tiêu",
  "figures.part": 37,
  "documents.file": "tep-moc.pdf",
};

/**
 * A figure has either a year or a period, and the one is kept as the other. What is withdrawn is
 * shown nowhere; withdrawn.test.ts sees to that.
 */
const leftOut: ReadonlySet<string> = new Set(["figures.year", "withdrawn"]);

/** What an article keeps of a text that means more than its letters. */
const keptAs: Readonly<Record<string, readonly string[]>> = {
  "figures.period": ["2019-09"],
};

const marks: Mark[] = [];
/** A unit for each field that names one, as lines of units.yaml. */
const units: string[] = [];
let number = 700;

function markedValue(input: Input, way: string): unknown {
  const mark = (value: string | number | boolean, ...shown: string[]) => {
    marks.push({ way, shown: [String(value), ...shown] });
    return value;
  };
  number += 1;
  const value = dictated[way];
  if (value !== undefined) {
    marks.push({ way, shown: [value].flat().slice(-1).map(String) });
    return value;
  }
  switch (input.kind) {
    case "list":
      return [markedValue(input.item, way)];
    case "group":
      return groupOf(input.fields, way);
    case "choice":
      return mark(input.choices[0]!);
    case "line":
    case "series":
      return mark(lineOf(way), lineOf(way).toUpperCase(), ...(keptAs[way] ?? []));
    case "prose":
    case "tag":
      return mark(`Dấu mốc số ${number}`);
    case "day": {
      const day = `2022-01-${number % 20 < 9 ? "0" : ""}${(number % 20) + 1}` as Day;
      return mark(day, shortDay(day), longDay(day));
    }
    case "year":
      return mark(1900 + (number % 100));
    case "years":
      return mark(`2017-2021`, "2017–2021", "2017");
    case "whole":
      return mark(number);
    case "decimal":
    case "quantity":
      return mark(number + 0.5, formatNumber(number + 0.5));
    case "yesNo":
      marks.push({ way, shown: yes[way] ?? [`How does a reader see ${way}?`] });
      return true;
    case "unit":
      units.push(`- { id: don-vi-${number}, name: Đơn vị mốc ${number}, kind: chi bộ }\n`);
      return mark(`don-vi-${number}`, `Đơn vị mốc ${number}`);
    case "picture":
      return "anh.png";
    case "crop":
      marks.push({ way, shown: ['"left":11'] });
      return "11% 12% 61% 62%";
    case "focus":
      // A fifth of what is shown.
      marks.push({ way, shown: ['"x":20,'] });
      return "23.2% 30%";
    case "address":
      return mark(`https://moc.example/${number}`);
  }
}

/** Returns a line of text, which must have a form of its own in some fields. */
function lineOf(way: string): string {
  if (way.endsWith(".number")) return `${number}-QĐ/MOC`;
  if (way.endsWith(".term")) return "XIX";
  if (way.endsWith(".period")) return "quý III/2019";
  if (way === "documents.date") return "2013";
  if (way === "aliases") return `/cu/${number}/`;
  return `Mốc ${number}`;
}

function groupOf(fields: readonly Field[], way = ""): Record<string, unknown> {
  const ways = fields.map(({ key, input }) => ({
    key,
    input,
    inner: way === "" ? key : `${way}.${key}`,
  }));
  return Object.fromEntries(
    ways
      .filter(({ inner }) => !leftOut.has(inner))
      .map(({ key, input, inner }) => [key, markedValue(input, inner)]),
  );
}

const values = groupOf(headForm);
const text = `---\n${stringify(values)}---\n\nNội dung của bài, một đoạn.\n`;
const path = "2022/bai/index.md";

const folder = join(temporaryFolder(), "content");
let article: Omit<Article, "hash" | "listHash">;
let stored: Article;
let page: string;
let rows: string;

beforeAll(async () => {
  const picture = await sharp({
    create: { width: 600, height: 400, channels: 3, background: "#fff" },
  })
    .png()
    .toBuffer();
  const data = {
    ...base,
    "site.yaml": `${base["site.yaml"]}show_approver: true\n`,
    "units.yaml": base["units.yaml"] + units.join(""),
    "people.yaml": "- { id: nguoi-moc, name: Người Mốc, posts: [{ post: Ủy viên }] }\n",
  };
  writeFiles(folder, {
    ...data,
    [path]: text,
    "2022/bai/anh.png": picture,
    "2022/bai/tep-moc.pdf": pdfFile(),
  });
  const { reference } = readReference({
    files: new Map(Object.entries(data).map(([name, text]) => [name, { path: name, text }])),
    pictures: new Set(["2022/bai/anh.png"]),
    attachments: new Set(["2022/bai/tep-moc.pdf"]),
  });
  const parsed = parseArticle({ path, text }, reference);
  expect(parsed.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  article = parsed.article!;

  const parseAgain = () => {
    throw new Error("No text is damaged.");
  };
  const kept = join(folder, "../kho");
  const store = await openArticleStore(kept, "ma", parseAgain);
  store.add(parsedShare([{ ...parsed, path, id: "1" }]));
  await store.save(new Set([path]));
  // In another folder nothing is remembered, so all of it comes from the disk.
  cpSync(kept, `${kept}-2`, { recursive: true });
  stored = (await openArticleStore(`${kept}-2`, "ma", parseAgain)).get(path)!.article;

  const { site } = await madeSite(folder, { drafts: true });
  const pages = [...site.pages()];
  page = pages.find(({ kind }) => kind === "article")!.draw();
  rows = pages
    .filter(({ url }) => /^\/du-lieu\/.*\.json$/u.test(url))
    .map((one) => one.draw())
    .join("\n");
});

/** Finds the fields whose value is not in a text, in whichever way it may be written. */
function missingIn(text: string, but: Readonly<Record<string, string>> = {}): string[] {
  const plain = text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll('": ', '":');
  return marks
    .filter(({ way }) => !(way in but))
    .filter(({ shown }) => !shown.some((one) => plain.includes(one)))
    .map(({ way }) => way);
}

it("src/parse.ts takes every field of the front matter into the article", () => {
  expect(missingIn(JSON.stringify(article), { "images.src": "A path." })).toEqual([]);
});

it("src/article.ts says of every field of an article what needs it", () => {
  expect(Object.keys(neededBy)).toEqual(expect.arrayContaining(Object.keys(article)));
});

it("src/store gives back every field of an article", () => {
  const fields = Object.keys(article) as (keyof typeof article)[];
  const kept = Object.fromEntries(fields.map((field) => [field, stored[field]]));
  expect(kept).toEqual(article);
});

it("layouts/article.ts and its view show every field", () => {
  expect(missingIn(page, unseen)).toEqual([]);
});

it("src/data/*-row.ts has a column for every field", () => {
  expect(missingIn(rows, unseen)).toEqual([]);
});
