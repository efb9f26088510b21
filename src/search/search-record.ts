import type { Article } from "../article.ts";
import { awardTitle } from "../award.ts";
import { fillingPart, type Point, pictureKey, positionOf, usualFocus } from "../cut.ts";
import { partialDayText } from "../day.ts";
import { bodyOf } from "../event.ts";
import { type Picture, pictureUrl } from "../pictures/picture.ts";
import { type Site, unitName } from "../site.ts";
import { isBareNumber } from "../text/document-number.ts";
import { escapeHtml } from "../text/escape-html.ts";
import type { TitleRow } from "../text/search-text.ts";
import { slugOf } from "../text/vietnamese.ts";
import type { SearchText } from "./index-part.ts";

/** What the search index is told of one article. */
export type SearchRecord = {
  readonly text: SearchText;
  readonly row: TitleRow;
  /** Values that results can be narrowed down to. */
  readonly unit: string;
  readonly tags: readonly string[];
  readonly hasAwards: boolean;
  /** The text of a section of an attached file, page by page, from which excerpts are taken. */
  readonly pages?: readonly string[];
};

/** Returns everything in an article that a reader may look for or choose by. */
export function searchRecord(article: Article, site: Site): SearchRecord {
  const { url, title, lead, body, images, unit, tags, awards } = article;
  const [cover] = images;
  const picture = cover && site.pictures.get(pictureKey(cover.file, cover.crop));
  // The remaining parts are addresses, which are inside an attribute.
  const shown = body.map((part) => {
    if (part.kind === "html") return part.html;
    return part.kind === "picture" ? `<p>${escapeHtml(part.caption ?? "")}</p>` : "";
  });
  const facts = factsOf(article, site).filter((fact) => fact !== undefined);
  return {
    text: {
      title,
      body: `${lead ?? ""}\n${textOfHtml(shown.join(""))}`,
      facts: facts.join("\n"),
    },
    row: [url, title, unit, picture ? thumbnail(picture, cover.focus) : ""],
    unit,
    tags: tags.map(slugOf),
    hasAwards: awards.length > 0,
  };
}

/**
 * Returns the address of the smallest variant of a picture; its fragment says how the picture is to
 * be moved in its place, in percent, where the middle would be wrong.
 */
function thumbnail(picture: Picture, focus: Point = usualFocus(picture)): string {
  const url = pictureUrl(picture, picture.widths[0]!, "jpg");
  const at = Math.round(positionOf(fillingPart(picture, 3 / 2, focus)));
  return at === 50 ? url : `${url}#${at}`;
}

/** Returns the text of our own HTML, each block on a line of its own. */
function textOfHtml(html: string): string {
  return html
    .replaceAll(signs, "")
    .replaceAll(inlineTags, "")
    .replaceAll(/<[^>]*>/gu, "\n")
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (name) => letters.get(name)!);
}

/** Numbers of notes, and links back from the notes, which are no text. */
const signs = /<sup><a [^>]*>\d+<\/a><\/sup>|<a class="back"[^>]*>[^<]*<\/a>/gu;
const inlineTags = /<\/?(?:a|abbr|b|cite|code|em|i|mark|s|strong|sub|sup|u)(?: [^>]*)?>/gu;
const letters = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
]);

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
