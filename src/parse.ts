import type { Article, ArticleImage, Whole, Withdrawal } from "./article.ts";
import type { Award } from "./award.ts";
import { type BodyPart, renderBody } from "./body/body.ts";
import { linkTarget, resolvePath, type SiteLink } from "./body/links.ts";
import { characterProblems } from "./content/characters.ts";
import { splitFrontMatter } from "./content/frontmatter.ts";
import type { SourceFile } from "./content/source-file.ts";
import {
  type Cut,
  cutText,
  type Framing,
  isInCut,
  isWhole,
  type Point,
  pictureKey,
  pointInCut,
  pointText,
} from "./cut.ts";
import type { Day } from "./day.ts";
import type { OfficialDocument } from "./document.ts";
import { longBody, type OfficialEvent } from "./event.ts";
import { type Figure, readWhole } from "./figure.ts";
import { type Head, headSchema } from "./front-matter/head.ts";
import { meantPerson } from "./people.ts";
import { yearPeriod } from "./period.ts";
import { type Person, postsOn } from "./person.ts";
import { fileStart, isError, type Place, type Problem, problem } from "./problems/problem.ts";
import type { Reference } from "./reference.ts";
import { figureProblems } from "./remarks/figure-problems.ts";
import { headProblems } from "./remarks/head-problems.ts";
import { slugProblems } from "./remarks/slug-problems.ts";
import { textProblems } from "./remarks/text-problems.ts";
import { compose } from "./text/compose.ts";
import { kindNamed } from "./text/document-number.ts";
import { slugOf } from "./text/vietnamese.ts";
import { articleUrl } from "./urls.ts";
import { check } from "./yaml/check.ts";
import { withoutUndefined } from "./yaml/schema.ts";
import type { YamlTree } from "./yaml/yaml.ts";

/** An article before it has its hashes, which are made from all the rest. */
export type ParsedArticle = Omit<Article, "hash" | "listHash">;

export type ParseResult = {
  /** Undefined when a problem is an error. */
  readonly article: ParsedArticle | undefined;
  /** True for a draft, also when there is no article because of errors in it. */
  readonly isDraft: boolean;
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
 * Turns a file that is still being written into an article: whatever else is wrong, there is one as
 * long as its front matter is in order by itself. What could not be understood is missing in it.
 */
export function readArticle(file: SourceFile, reference: Reference): ParseResult {
  const split = splitFrontMatter(file);
  const ofFile = [...characterProblems(file, split.bodyOffset), ...split.problems];
  const { head } = split;
  if (head === undefined)
    return { article: undefined, isDraft: false, links: [], problems: ofFile };

  const { value, partial, problems: ofSchema } = check(headSchema, head);
  const unit = unitIdOf(partial.unit, partial.date, reference);
  const findPicture = (src: string, place: Place) => pictureAt(src, file.path, reference, place);
  const { images, problems: ofImages } = imagesOf(partial, head, findPicture);
  const { documents, problems: ofDocuments } = documentsOf(partial, head, file.path, reference);
  const awards = awardsOf(partial, reference);
  const figures = figuresOf(partial, reference);
  const body = renderBody(file, split.body, split.bodyOffset, {
    unit,
    day: partial.date,
    abbreviations: reference.abbreviations,
    captionOf: (path) => images.find((image) => image.file === path)?.caption,
    findPicture,
  });
  const { replacement, problems: ofReplacement } = replacementOf(partial, head, file.path);
  const links = replacement ? [...body.links, replacement] : body.links;
  const name = nameOf(file.path);
  const slug = slugOf(name);
  const problems = [
    ...ofFile,
    ...ofSchema,
    ...ofImages,
    ...ofDocuments,
    // The text of what is withdrawn may be deleted from its file too.
    ...body.problems.filter(({ code }) => !(partial.withdrawn && code === "empty-body")),
    ...slugProblems(name, () => fileStart(file.path)),
    ...ofReplacement,
    ...headProblems(head, partial, awards, reference),
    ...figureProblems(head, partial, figures, reference),
    ...textProblems(file, head, split, partial, body.firstParagraph),
  ];
  const isDraft = partial.draft === true;
  if (value === undefined || slug === "") return { article: undefined, isDraft, links, problems };

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
    place: value.place,
    event: eventOf(value, unit, reference),
    people: peopleOf(value, reference),
    mentions: [
      ...new Set((value.mentions ?? []).map((one) => unitIdOf(one, value.date, reference))),
    ],
    awards,
    figures,
    documents,
    corrections: (value.corrections ?? []).map(withoutUndefined),
    approval: value.approved_by && withoutUndefined(value.approved_by),
    withdrawn: value.withdrawn && withdrawalOf(value.withdrawn, replacement),
    aliases: value.aliases ?? [],
    leadUntil: value.lead_until,
    draft: value.draft ?? false,
    body: body.parts.map((part) => withCaption(part, images)),
    headings: body.headings,
    syllables: body.syllables,
    pictures: picturesOf(images, body.parts),
    cites: body.cites,
    linksTo: [
      ...new Set(body.parts.flatMap((part) => (part.kind === "articleUrl" ? [part.path] : []))),
    ],
  } satisfies Whole<ParsedArticle>);
  return { article, isDraft, links, problems };
}

/** Makes the documents. A file that is not found is a problem, and missing in its document. */
function documentsOf(
  value: Partial<Head>,
  head: YamlTree,
  from: string,
  reference: Reference,
): { documents: readonly OfficialDocument[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const documents = (value.documents ?? []).map(({ kind, file: written, ...document }, index) => {
    const place = () => head.placeOf(["documents", index, "file"]);
    const file = written === undefined ? undefined : attachmentAt(written, from, reference, place);
    if (typeof file === "object") problems.push(file);
    return withoutUndefined({
      ...document,
      kind: kind && kindNamed(kind),
      file: typeof file === "string" ? file : undefined,
    });
  });
  return { documents, problems };
}

/** Returns the PDF in content that a name in an article means, or what is wrong with the name. */
function attachmentAt(
  written: string,
  from: string,
  { attachments, attachmentLike }: Reference,
  placeOf: () => Place,
): string | Problem {
  const name = written.split(/[/\\]/u).at(-1)!;
  if (/^[^/?#]+:|^\/|\\/u.test(written))
    return problem("pdf-elsewhere", placeOf(), { value: written, fixed: name });
  const path = resolvePath(from, compose(written));
  if (path !== undefined && attachments.has(path)) return path;
  const alike = path && attachmentLike(path)?.split("/").at(-1);
  const suggestion = alike ? written.slice(0, -name.length) + alike : "";
  return problem("pdf-missing", placeOf(), { value: written, suggestion });
}

/** Returns the link to the article that is to be read in place of a withdrawn one. */
function replacementOf(
  { withdrawn }: Partial<Head>,
  head: YamlTree,
  from: string,
): { readonly replacement?: SiteLink; readonly problems: readonly Problem[] } {
  const written = withdrawn?.replaced_by;
  if (written === undefined) return { problems: [] };
  const target = linkTarget(written, from);
  const place = head.placeOf(["withdrawn", "replaced_by"]);
  if (target.kind !== "article")
    return { problems: [problem("withdrawn-for-address", place, { value: written })] };
  const { path } = target;
  return { replacement: { target: { kind: "article", path }, written, place }, problems: [] };
}

function withdrawalOf(
  { date, reason }: NonNullable<Head["withdrawn"]>,
  replacement: SiteLink | undefined,
): Withdrawal {
  const target = replacement?.target;
  return { date, reason, ...(target?.kind === "article" ? { replacedBy: target.path } : {}) };
}

function picturesOf(images: readonly ArticleImage[], body: readonly BodyPart[]): string[] {
  const inText = body.filter((part) => part.kind === "picture");
  return [...new Set([...images, ...inText].map(({ file, crop }) => pictureKey(file, crop)))];
}

/**
 * Returns the name of an article: `2022/hop-chi-bo/index.md` and `2022/hop-chi-bo.md` are both
 * called `hop-chi-bo`. A date in front is not part of the name.
 */
function nameOf(path: string): string {
  const steps = path.replace(/\.md$/iu, "").split("/");
  const last = steps.at(-1)!;
  const name = last.toLowerCase() === "index" && steps.length > 1 ? steps.at(-2)! : last;
  return name.replace(/^\d{4}-\d{2}-\d{2}[-_ ]+(?=.)/u, "");
}

/**
 * Returns the picture in content that an address in an article means, or what is wrong with the
 * address.
 */
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
  const path = resolvePath(from, compose(src));
  if (path !== undefined && pictures.has(path)) return path;
  // Mostly only the case of letters or the ending differs from the file's.
  const alike = path && pictureLike(path)?.split("/").at(-1);
  const suggestion = alike ? src.slice(0, -name.length) + alike : "";
  return problem("picture-missing", place, { value: src, suggestion });
}

/** Returns the id of the unit that a text means; empty when no unit is known by it. */
function unitIdOf(written: string | undefined, day: Day | undefined, { units }: Reference): string {
  return (written === undefined ? undefined : units.find(written, day)?.id) ?? "";
}

/** Finds the pictures that the front matter lists; those that are not found are problems. */
function imagesOf(
  value: Partial<Head>,
  head: YamlTree,
  findPicture: (src: string, place: Place) => string | Problem,
): { images: readonly ArticleImage[]; problems: readonly Problem[] } {
  const images: ArticleImage[] = [];
  const problems: Problem[] = [];
  for (const [index, { src, crop, focus, ...image }] of (value.images ?? []).entries()) {
    const found = findPicture(src, head.placeOf(["images", index, "src"]));
    const framing = framingOf(crop, focus);
    if (typeof found === "string")
      images.push({ ...withoutUndefined({ file: found, ...image }), ...framing });
    else problems.push(found);
    if (crop === undefined || focus === undefined || isInCut(focus, crop)) continue;
    const args = { value: pointText(focus), crop: cutText(crop) };
    problems.push(problem("focus-cut-off", head.placeOf(["images", index, "focus"]), args));
  }
  return { images, problems };
}

/** Returns how a picture is shown; its point is put into terms of the part that is shown. */
function framingOf(crop: Cut | undefined, focus: Point | undefined): Framing {
  const cut = crop === undefined || isWhole(crop) ? undefined : crop;
  return {
    ...(cut ? { crop: cut } : {}),
    ...(focus ? { focus: cut ? pointInCut(focus, cut) : focus } : {}),
  };
}

function awardsOf({ awards = [], date }: Partial<Head>, reference: Reference): Award[] {
  return awards.map((written): Award => {
    const { recipients = [], count = { value: recipients.length } } = written;
    const { proposed_by: proposer, presented_by: presentedBy = [], ...award } = written;
    const day = award.decision?.date ?? date;
    const by = unitIdOf(award.by, day, reference);
    const proposedBy = proposer === undefined ? undefined : unitIdOf(proposer, day, reference);
    const decision = award.decision && withoutUndefined(award.decision);
    const revocation = award.revocation && withoutUndefined(award.revocation);
    const known = { ...award, by, proposedBy, presentedBy, recipients, count };
    return withoutUndefined({ ...known, decision, revocation });
  });
}

function figuresOf({ figures = [], date }: Partial<Head>, reference: Reference): Figure[] {
  return figures.map(({ year, of, part_of: partOf, about, ...figure }): Figure => {
    const period = figure.period ?? (year === undefined ? undefined : yearPeriod(year));
    return withoutUndefined({
      ...figure,
      period,
      of: of === undefined ? undefined : readWhole(of),
      partOf,
      about: about === undefined ? undefined : unitIdOf(about, date, reference),
    });
  });
}

/** Makes the event; what its body says of the unit is left to the unit. */
function eventOf(
  { event, date }: Head,
  articleUnit: string,
  reference: Reference,
): OfficialEvent | undefined {
  if (event === undefined) return undefined;
  const { agenda = [], ...rest } = event;
  const day = event.date ?? date;
  const unit = event.unit === undefined ? articleUnit : unitIdOf(event.unit, day, reference);
  const body = event.body === undefined ? undefined : ownBody(event.body, unit, day, reference);
  return withoutUndefined({
    ...rest,
    agenda,
    body,
    unit: unit === articleUnit ? undefined : unit,
  }) as OfficialEvent;
}

/**
 * Returns the name of a body without that of its unit: "BCH Đảng bộ Khối" is the Ban Chấp hành of
 * that unit, as "Ban Chấp hành" alone is.
 */
function ownBody(written: string, unit: string, day: Day, { units }: Reference): string {
  const words = longBody(written).split(/\s+/u);
  for (let count = 1; count < words.length; count += 1) {
    if (units.find(words.slice(count).join(" "), day)?.id === unit)
      return words.slice(0, count).join(" ");
  }
  return words.join(" ");
}

/**
 * Makes the people. Whom content/people.yaml knows has an id, and the posts of the day where the
 * article gives none.
 */
function peopleOf({ people = [], date }: Head, { people: known }: Reference): Person[] {
  return people.map(({ post, role, ...written }): Person => {
    const official = meantPerson(known, written);
    const posts = post ?? (official ? postsOn(official, date).map(({ post }) => post) : []);
    const isByName = written.name !== undefined && written.name !== official?.id;
    const name = (isByName ? written.name : official?.name) ?? written.id ?? "";
    return withoutUndefined({ id: official?.id, name, posts, role }) as Person;
  });
}

/**
 * Gives a picture in the text what `images` says of it: caption and credit, and how it is shown.
 */
function withCaption(part: BodyPart, images: readonly ArticleImage[]): BodyPart {
  if (part.kind !== "picture") return part;
  const listed = images.find(({ file }) => file === part.file);
  if (listed === undefined) return part;
  const { caption = part.caption, credit, crop, focus } = listed;
  return {
    ...part,
    ...(caption ? { caption } : {}),
    ...(credit ? { credit } : {}),
    ...(crop ? { crop } : {}),
    ...(focus ? { focus } : {}),
  };
}

/** In characters. */
const summaryLength = 280;

/** Cuts a text at a word, for lists and descriptions. */
function shorten(text: string): string {
  const plain = text.replaceAll(/\s+/gu, " ").trim();
  if (plain.length <= summaryLength) return plain;
  const space = plain.lastIndexOf(" ", summaryLength);
  const end = space === -1 ? summaryLength : space;
  return `${plain.slice(0, end).replace(/[\s,;:.–-]+$/u, "")}…`;
}
