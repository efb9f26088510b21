import type { Article } from "../article.ts";
import { awardTitle } from "../award.ts";
import { partialDayText } from "../day.ts";
import { bodyOf } from "../event.ts";
import { pictureUrl } from "../pictures/picture.ts";
import { type Site, unitName } from "../site.ts";
import { isBareNumber } from "../text/document-number.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { choiceWord, everyArticle, searchFilters, toIndexed } from "../text/search-text.ts";
import { slugOf } from "../text/vietnamese.ts";

/** What the search index is told of one article: a page that only Pagefind reads. */
export type SearchRecord = { readonly url: string; readonly content: string };

/**
 * Returns everything in an article that a reader may look for: its text, and the facts of its front
 * matter, which count half because they mostly repeat the text. Pagefind searches in meta values as
 * well, and a title counts more than text; the small picture of a result therefore goes after the
 * address, where no search finds it.
 */
export function searchRecord(article: Article, site: Site): SearchRecord {
  const { url, title, lead, body, images, unit, date, tags, awards } = article;
  const picture = images[0] && site.pictures.get(images[0].file);
  const choices = [
    everyArticle,
    choiceWord(searchFilters.unit, unit),
    ...tags.map((tag) => choiceWord(searchFilters.tag, slugOf(tag))),
    ...(awards.length > 0 ? [choiceWord(searchFilters.awards, "co")] : []),
  ];
  const marks = [
    mark("meta", "title", title),
    mark("sort", "day", date),
    mark("meta", "choices", choices.join(" ")),
  ];
  const text = body.map((part) => {
    if (part.kind === "html") return part.html.replaceAll(signs, "");
    // The remaining parts are addresses, which are inside an attribute.
    return part.kind === "picture" ? paragraph([part.caption]) : "";
  });
  const content = [
    `<html lang="vi"><body>${marks.join("")}`,
    paragraph([lead]),
    ...text,
    `<div data-pagefind-weight="0.5">${paragraph(factsOf(article, site))}</div>`,
    "</body></html>",
  ];
  return {
    url: picture ? `${url}#${pictureUrl(picture, picture.widths[0]!, "jpg")}` : url,
    content: toIndexed(content.join("")),
  };
}

/** Numbers of notes, and links back from the notes, which are no text. */
const signs = /<sup><a [^>]*>\d+<\/a><\/sup>|<a class="back"[^>]*>[^<]*<\/a>/gu;

/**
 * Marks a value in an attribute of its own, because in the short form a comma begins the next
 * value.
 */
function mark(kind: "meta" | "sort", name: string, value: string): string {
  return `<i data-pagefind-${kind}="${name}[data-v]" data-v="${escapeHtml(value)}"></i>`;
}

function paragraph(texts: readonly (string | undefined)[]): string {
  const known = texts.filter((text) => text !== undefined && text !== "");
  const sentences = known.map((text) => escapeHtml(text!).replace(/[^.!?…:]$/u, "$&."));
  return sentences.length === 0 ? "" : `<p>${sentences.join(" ")}</p>`;
}

/** Returns the facts of the front matter as phrases. */
function factsOf(article: Article, site: Site): (string | undefined)[] {
  const { authors, unit, date, tags, source, images, event, people, awards, documents, figures } =
    article;
  const { nameOf } = site.officials;
  const named = (id: string | undefined) => id && unitName(id, site, date);
  return [
    article.place,
    ...images.flatMap(({ caption, credit }) => [caption, credit]),
    event?.name,
    event && bodyOf(event),
    named(event?.unit),
    event?.place,
    ...(event?.agenda ?? []),
    ...people.map(({ name, posts, role }) => [name, ...posts, ...(role ? [role] : [])].join(", ")),
    ...article.mentions.map(named),
    ...awards.map((award) => {
      const day = award.decision?.date ?? date;
      return [
        ...new Set([award.form, awardTitle(award)]),
        award.to,
        ...award.recipients.map(nameOf),
        award.for,
        award.occasion,
        award.posthumous ? "truy tặng" : undefined,
        unitName(award.by, site, day),
        award.proposedBy === undefined ? undefined : unitName(award.proposedBy, site, day),
        ...award.presentedBy.map(nameOf),
        award.decision?.number,
        award.revocation?.number,
      ]
        .filter((part) => part !== undefined)
        .join(", ");
    }),
    ...documents.flatMap(({ number, kind, title, issuer, date }) => [
      isBareNumber(number ?? "") ? `${kind ?? ""} ${number}` : number,
      title,
      issuer,
      date && partialDayText(date),
    ]),
    ...figures.map(({ name, of, partOf, about }) =>
      [name, of?.text, partOf, named(about)].filter((part) => part !== undefined).join(", "),
    ),
    ...article.corrections.map(({ right }) => right),
    unitName(unit, site, date),
    ...tags,
    ...authors.map(({ name }) => name),
    source?.name,
  ];
}
