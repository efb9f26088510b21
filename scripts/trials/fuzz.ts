import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
import { articlePages } from "../../layouts/article.ts";
import type { Article } from "../../src/article.ts";
import { noAssets } from "../../src/assets/assets.ts";
import { inProject } from "../../src/cache/project.ts";
import { decodeText, type SourceFile } from "../../src/content/source-file.ts";
import type { Day } from "../../src/day.ts";
import { pagesIn } from "../../src/page.ts";
import { parseArticle } from "../../src/parse.ts";
import type { Picture } from "../../src/pictures/picture.ts";
import { isError, type Problem, reportOf } from "../../src/problems/problem.ts";
import { type Reference, readReference } from "../../src/reference.ts";
import { emptySettings, readSettings } from "../../src/settings.ts";
import { indexSite } from "../../src/site.ts";
import { Random } from "../../src/work/random.ts";
import { mutated } from "./fuzz/mutations.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/** A file of the sample site. */
type Sample = { readonly path: string; readonly bytes: Uint8Array };

/** Reads a file; returns what is wrong with how it was done, not what is wrong with the file. */
type Attempt = (path: string, bytes: Uint8Array) => string | undefined;

/** Where the samples are when no other content folder is given. */
const usualContent = inProject("content");

const dataFiles = [
  "site.yaml",
  "units.yaml",
  "people.yaml",
  "abbreviations.yaml",
  "norms.yaml",
  "figures.yaml",
];

export const trial: Trial = {
  what: "Mutated articles and data files, parsed and drawn: an article or problems with true places",
  usual: 70_000,
  run: async (wish) => tried(wish, newAttempt(wish.from)),
  /** The front matter is read by gray-matter as it comes, without our split and our own engine. */
  control: async (wish) =>
    tried(wish, (_path, bytes) => {
      matter(Buffer.from(bytes).toString("utf8"), {});
      return undefined;
    }),
};

function tried({ count, seed, from }: TrialWish, attempt: Attempt): Tally {
  const samples = readSamples(from);
  const failed: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const random = new Random(seed * 1_000_003 + at);
    const { path, bytes } = random.pick(samples);
    const other = random.pick(samples).bytes;
    try {
      const fault = attempt(path, mutated(bytes, other, random));
      if (fault !== undefined) failed.push(`${path}, attempt ${at}: ${fault}`);
    } catch (error) {
      failed.push(`${path}, attempt ${at}: ${String(error).split("\n")[0]}`);
    }
  }
  return { tried: count, failed };
}

function readSamples(content = usualContent): Sample[] {
  const paths = [...globSync("**/*.md", { cwd: content }).toSorted(), ...dataFiles];
  return paths.map((path) => ({ path, bytes: readFileSync(join(content, path)) }));
}

function newAttempt(content = usualContent): Attempt {
  const files = new Map(
    dataFiles.map((path) => [path, { path, text: readFileSync(join(content, path), "utf8") }]),
  );
  const pictures = new Set(globSync("**/*.{jpg,png,webp,avif}", { cwd: content }));
  const whole = readReference({ files, pictures }).reference;
  return (path, bytes) => {
    const { file, problems } = decodeText(path, bytes);
    if (file === undefined) return faultOf(problems, Buffer.from(bytes).toString("utf8"));
    const found = path.endsWith(".md")
      ? articleProblems(file, whole, pictures)
      : dataProblems(file, files, pictures);
    return typeof found === "string" ? found : faultOf(found, file.text);
  };
}

function dataProblems(
  file: SourceFile,
  files: ReadonlyMap<string, SourceFile>,
  pictures: ReadonlySet<string>,
): Problem[] {
  const changed = new Map(files).set(file.path, file);
  const { problems } = readReference({ files: changed, pictures });
  return [...problems, ...readSettings(changed.get("site.yaml")).problems].filter(
    ({ path }) => path === file.path,
  );
}

/** Parses an article, and draws its page on a site of its own. */
function articleProblems(
  file: SourceFile,
  reference: Reference,
  pictures: ReadonlySet<string>,
): Problem[] | string {
  const { article, problems } = parseArticle(file, reference);
  if (article === undefined)
    return problems.some(isError) ? [...problems] : "neither an article nor an error";
  const shown: Article = { ...article, hash: "", listHash: "" };
  const { site } = indexSite({
    settings: emptySettings,
    units: reference.units,
    series: reference.series,
    people: reference.people.people,
    articles: [shown],
    pictures: new Map([...pictures].map((path) => [path, picture])),
    assets: noAssets,
    today: "2024-06-30" as Day,
  });
  // What it links to is on no site of one article.
  const articleByPath = new Map([
    ...article.linksTo.map((path) => [path, shown] as const),
    ...site.articleByPath,
  ]);
  for (const page of pagesIn(articlePages({ ...site, articleByPath }))) {
    if (!page.draw().includes("</html>")) return "half a page";
  }
  return [...problems];
}

const picture: Picture = { width: 8, height: 8, widths: [8], base: "/anh/a/" };

/** Returns what is wrong with problems: a place that is nowhere in the file, or a gap in words. */
function faultOf(problems: readonly Problem[], text: string): string | undefined {
  const lines = text.split("\n");
  for (const found of problems) {
    const { code, line, column } = found;
    const written = lines[line - 1];
    if (written === undefined || column < 1 || column > written.length + 1)
      return `${code} at ${line}:${column}, where there is nothing`;
    const { message, hint } = reportOf(found, "vi");
    if (/\{\p{L}+\}|undefined/u.test(message + hint) && !/\{|undefined/u.test(text))
      return `${code} says “${message} ${hint}”`;
  }
  return undefined;
}
