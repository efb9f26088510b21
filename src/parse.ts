import type { Article, ArticleImage, Whole } from "./article.ts";
import type { Award } from "./award.ts";
import { type BodyPart, renderBody, resolvePath, type SiteLink } from "./body/body.ts";
import { characterProblems } from "./content/characters.ts";
import { type SplitFile, splitFrontMatter } from "./content/frontmatter.ts";
import type { SourceFile } from "./content/source.ts";
import { type Head, headSchema } from "./front-matter/head.ts";
import { normProblems } from "./norms.ts";
import type { YamlPath } from "./problems/problem.ts";
import {
  fileStart,
  isError,
  type Place,
  type Problem,
  placeAt,
  problem,
} from "./problems/problem.ts";
import type { Reference } from "./reference.ts";
import { remarksOn } from "./remarks/remarks.ts";
import { lonelyNumber } from "./remarks/title-numbers.ts";
import { citedNumbers } from "./text/cited-numbers.ts";
import { numberKey } from "./text/document-number.ts";
import { nameKey, saysSame, slugOf } from "./text/vietnamese.ts";
import { existsOn } from "./unit.ts";
import { articleUrl } from "./urls.ts";
import { check } from "./yaml/check.ts";
import { withoutUndefined } from "./yaml/schema.ts";
import type { YamlTree } from "./yaml/yaml.ts";

/** The key is made from all the rest. */
export type ParsedArticle = Omit<Article, "key">;

export type ParseResult = {
  /** Undefined when a problem is an error. */
  readonly article: ParsedArticle | undefined;
  /** Links that can be judged only when all pages are known. */
  readonly links: readonly SiteLink[];
  readonly problems: readonly Problem[];
};

/** Turns one Markdown file into an article, or into the list of all that is wrong with it. */
export function parseArticle(file: SourceFile, reference: Reference): ParseResult {
  const read = readArticle(file, reference);
  return read.problems.some(isError) ? { ...read, article: undefined } : read;
}

/**
 * The same for an article that is still being written: whatever else is wrong, it is there as long as
 * its front matter is in order by itself. What could not be understood is missing in it.
 */
export function readArticle(file: SourceFile, reference: Reference): ParseResult {
  const split = splitFrontMatter(file);
  const problems: Problem[] = [...characterProblems(file), ...split.problems];
  if (split.head === undefined) return { article: undefined, links: [], problems };

  const { head } = split;
  const checked = check(headSchema, head);
  problems.push(...checked.problems);

  const findPicture = (src: string, place: Place) => pictureAt(src, file.path, reference, place);
  const { partial } = checked;
  const unit =
    partial.unit === undefined ? "" : findUnit(partial.unit, head, ["unit"], reference, problems);
  const images = imagesOf(partial, head, findPicture, problems);
  const body = renderBody(file, split.body, split.bodyOffset, {
    unit,
    abbreviations: reference.abbreviations,
    captionOf: (path) => images.find((image) => image.file === path)?.caption,
    findPicture,
  });
  problems.push(...body.problems);

  const slug = slugOf(nameOf(file.path));
  checkSlug(nameOf(file.path), fileStart(file.path), problems);
  const { links } = body;

  const awards = awardsOf(partial, head, reference, problems);
  checkTags(partial, head, problems);
  checkJoined(partial, head, problems);
  checkDocuments(partial, head, problems);
  checkUnitDates(partial, unit, head, reference, problems);
  checkText(file, split, partial, body.firstParagraph, problems);
  const { value } = checked;
  if (value === undefined || slug === "") return { article: undefined, links, problems };

  const article: ParsedArticle = withoutUndefined({
    path: file.path,
    url: articleUrl(value.date, slug),
    title: value.title,
    date: value.date,
    authors: value.author.map(withoutUndefined),
    unit,
    tags: [...new Set(value.tags)],
    lead: value.summary,
    summary: shorten(value.summary ?? body.firstParagraph) || value.title,
    source: value.source && withoutUndefined(value.source),
    images,
    event: value.event && withoutUndefined(value.event),
    people: (value.people ?? []).map(({ post: posts = [], ...person }) =>
      withoutUndefined({ ...person, posts }),
    ),
    awards,
    documents: (value.documents ?? []).map(withoutUndefined),
    figures: (value.figures ?? []).map(withoutUndefined),
    corrections: (value.corrections ?? []).map(withoutUndefined),
    draft: value.draft ?? false,
    body: body.parts.map((part) => withCaption(part, images)),
    headings: body.headings,
    syllables: body.syllables,
    pictures: picturesOf(images, body.parts),
    linksTo: [
      ...new Set(body.parts.flatMap((part) => (part.kind === "articleUrl" ? [part.path] : []))),
    ],
  } satisfies Whole<ParsedArticle>);
  return { article, links, problems };
}

function picturesOf(images: readonly ArticleImage[], body: readonly BodyPart[]): string[] {
  const inText = body.flatMap((part) => (part.kind === "picture" ? [part.file] : []));
  return [...new Set([...images.map(({ file }) => file), ...inText])];
}

/** `2022/hop-chi-bo/index.md` and `2022/hop-chi-bo.md` are both called `hop-chi-bo`; a date in front is not part of the name. */
function nameOf(path: string): string {
  const steps = path.replace(/\.md$/iu, "").split("/");
  const last = steps.at(-1)!;
  const name = last.toLowerCase() === "index" && steps.length > 1 ? steps.at(-2)! : last;
  return name.replace(/^\d{4}-\d{2}-\d{2}[-_ ]+(?=.)/u, "");
}

/** The picture in content that an address in an article means, or what is wrong with the address. */
function pictureAt(
  src: string,
  from: string,
  { pictures, pictureLike }: Reference,
  place: Place,
): string | Problem {
  const name = src.split(/[/\\]/u).at(-1)!;
  if (/^(?:[a-z]:|file:)|\\/iu.test(src))
    return problem("picture-on-disk", place, { value: src, fixed: name });
  if (/^(?:[^:/?#]+:|\/)/u.test(src)) return problem("picture-outside", place, { value: src });
  const path = resolvePath(from, src.normalize("NFC"));
  if (path !== undefined && pictures.has(path)) return path;
  // Mostly the case of letters or the ending differs from the file's.
  const alike = path && pictureLike(path)?.split("/").at(-1);
  const suggestion = alike ? src.slice(0, -name.length) + alike : "";
  return problem("picture-missing", place, { value: src, suggestion });
}

function findUnit(
  written: string,
  head: YamlTree,
  path: YamlPath,
  { units }: Reference,
  problems: Problem[],
): string {
  const unit = units.find(written);
  if (unit === undefined) {
    problems.push(
      problem("unknown-unit", head.placeOf(path), {
        value: written,
        suggestion: units.suggest(written) ?? "",
      }),
    );
  }
  return unit?.id ?? "";
}

function imagesOf(
  value: Partial<Head>,
  head: YamlTree,
  findPicture: (src: string, place: Place) => string | Problem,
  problems: Problem[],
): ArticleImage[] {
  return (value.images ?? []).flatMap(({ src, ...image }, index) => {
    const found = findPicture(src, head.placeOf(["images", index, "src"]));
    if (image.caption !== undefined && saysSame(image.alt, image.caption)) {
      const place = head.placeOf(["images", index, "alt"]);
      problems.push(problem("alt-is-caption", place, { value: image.alt }));
    }
    if (typeof found === "string")
      return [withoutUndefined({ file: found, ...image }) as ArticleImage];
    problems.push(found);
    return [];
  });
}

function awardsOf(
  value: Partial<Head>,
  head: YamlTree,
  reference: Reference,
  problems: Problem[],
): Award[] {
  return (value.awards ?? []).map(({ recipients = [], count, ...award }, index): Award => {
    const path = ["awards", index];
    const by = findUnit(award.by, head, [...path, "by"], reference, problems);
    if (count === undefined && recipients.length === 0)
      problems.push(problem("award-no-count", head.placeOf(path)));
    const names = recipients.map(nameKey);
    const twice = names.findIndex((name, at) => names.indexOf(name) < at);
    if (twice !== -1) {
      const place = head.placeOf([...path, "recipients", twice]);
      problems.push(problem("recipient-twice", place, { value: recipients[twice]! }));
    }
    if (count !== undefined && recipients.length > 0 && count !== recipients.length) {
      problems.push(
        problem("award-count-differs", head.placeOf([...path, "count"]), {
          count: String(count),
          names: String(recipients.length),
        }),
      );
    }
    warnUnquoted(head, [...path, "decision", "number"], award.decision?.number, problems);
    const decision = award.decision && withoutUndefined(award.decision);
    const checked = withoutUndefined({
      ...award,
      decision,
      by,
      recipients,
      count: count ?? recipients.length,
    }) as Award;
    const { date } = value;
    if (date === undefined) return checked;
    problems.push(
      ...normProblems(
        checked,
        reference.units.byId.get(by),
        date,
        reference.norms,
        head.placeOf([...path, "form"]),
      ),
    );
    return checked;
  });
}

function checkTags(value: Partial<Head>, head: YamlTree, problems: Problem[]): void {
  for (const [index, tag] of (value.tags ?? []).entries()) {
    const place = head.placeOf(["tags", index]);
    checkSlug(tag, place, problems);
    if (tag.includes(",")) problems.push(problem("tag-with-comma", place, { value: tag }));
  }
  for (const [index, { name }] of (value.author ?? []).entries()) {
    checkSlug(name, head.placeOf(["author", index]), problems);
  }
}

/** Names that stand in one text with commas between them would count as one. */
function checkJoined(value: Partial<Head>, head: YamlTree, problems: Problem[]): void {
  const awards = (value.awards ?? []).map((_, index): YamlPath => ["awards", index, "recipients"]);
  for (const path of [["author"], ["people"], ["tags"], ...awards]) {
    const written = head.writtenAt(path);
    if (typeof written !== "string" || !/[,;]/u.test(written)) continue;
    // A tag with a comma has its own message.
    if (path[0] === "tags" && written.includes(",")) continue;
    const fixed = written
      .split(/\s*[,;]\s*/u)
      .filter((name) => name !== "")
      .join(", ");
    problems.push(
      problem("names-joined", head.placeOf(path), {
        key: String(path.at(-1)),
        value: written,
        fixed,
      }),
    );
  }
}

/** A file system takes names of at most 255 bytes, and a page's file stands in a folder of this name. */
const maxSlug = 200;

function checkSlug(name: string, place: Place, problems: Problem[]): void {
  const { length } = slugOf(name);
  if (length === 0) problems.push(problem("empty-slug", place, { value: name }));
  if (length > maxSlug) {
    const value = `${name.slice(0, 40)}…`;
    problems.push(
      problem("slug-too-long", place, { value, size: String(length), most: String(maxSlug) }),
    );
  }
}

function checkDocuments(value: Partial<Head>, head: YamlTree, problems: Problem[]): void {
  for (const [index, { number, title }] of (value.documents ?? []).entries()) {
    const path = ["documents", index];
    if (number === undefined && title === undefined)
      problems.push(problem("document-empty", head.placeOf(path)));
    warnUnquoted(head, [...path, "number"], number, problems);
  }
}

function warnUnquoted(
  head: YamlTree,
  path: YamlPath,
  value: string | undefined,
  problems: Problem[],
): void {
  if (value !== undefined && head.isPlain(path))
    problems.push(problem("number-unquoted", head.placeOf(path), { value }));
}

function checkUnitDates(
  value: Partial<Head>,
  id: string,
  head: YamlTree,
  { units }: Reference,
  problems: Problem[],
): void {
  const unit = units.byId.get(id);
  if (unit === undefined || value.date === undefined) return;
  if (existsOn(unit, value.date)) return;
  const { validFrom, validTo } = unit;
  problems.push(
    problem("unit-not-valid", head.placeOf(["unit"]), {
      value: unit.name,
      from: validFrom ?? "…",
      to: validTo ?? "…",
      successors: unit.successors.join(", ") || "—",
    }),
  );
}

/** What an editor would point out: it needs no rule of the front matter, but text and front matter side by side. */
function checkText(
  file: SourceFile,
  { head, body, bodyOffset }: SplitFile,
  value: Partial<Head>,
  firstParagraph: string,
  problems: Problem[],
): void {
  const at = (offset: number) => placeAt(file.path, file.text, offset);
  for (const { code, offset, args } of remarksOn(file.text, bodyOffset))
    problems.push(problem(code, at(offset), args));
  if (head === undefined) return;
  if (value.summary !== undefined && repeats(firstParagraph, value.summary))
    problems.push(problem("summary-repeated", head.placeOf(["summary"])));
  const number = value.title && lonelyNumber(value.title, body, head.value ?? {});
  if (number)
    problems.push(problem("title-number-alone", head.placeOf(["title"]), { value: number }));
  const cited = citedNumbers(body);
  if (cited.length === 0) return;
  const decisions = (value.awards ?? []).map(({ decision }) => decision);
  const listed = new Set(
    [...(value.documents ?? []), ...decisions].map((one) => numberKey(one?.number ?? "")),
  );
  for (const { number, offset } of cited) {
    if (listed.has(numberKey(number))) continue;
    problems.push(problem("document-not-listed", at(bodyOffset + offset), { value: number }));
  }
}

/** True when a paragraph is a summary once more, or begins with it. */
function repeats(paragraph: string, summary: string): boolean {
  if (saysSame(paragraph, summary)) return true;
  const start = summary.replaceAll(/\s+/gu, " ").replace(/[\s.…]+$/u, "");
  return start.length >= 60 && paragraph.replaceAll(/\s+/gu, " ").startsWith(start);
}

/** A picture in the text takes caption and credit from `images` where the article lists it there. */
function withCaption(part: BodyPart, images: readonly ArticleImage[]): BodyPart {
  if (part.kind !== "picture") return part;
  const listed = images.find(({ file }) => file === part.file);
  if (listed === undefined) return part;
  const { caption = part.caption, credit } = listed;
  return { ...part, ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
}

const summaryLength = 280;

/** Cuts a text at a word, for lists and descriptions. */
function shorten(text: string): string {
  const plain = text.replaceAll(/\s+/gu, " ").trim();
  if (plain.length <= summaryLength) return plain;
  const space = plain.lastIndexOf(" ", summaryLength);
  const end = space === -1 ? summaryLength : space;
  return `${plain.slice(0, end).replace(/[\s,;:.–-]+$/u, "")}…`;
}
