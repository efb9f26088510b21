import type { Approval, Article, Author } from "../../src/article.ts";
import type { Attachment } from "../../src/attachments/attachment.ts";
import type { Heading } from "../../src/body/outline.ts";
import { type Day, longDay, shortDay } from "../../src/day.ts";
import {
  type DocumentRelation,
  documentRelations,
  type OfficialDocument,
} from "../../src/document.ts";
import { pictureUrl } from "../../src/pictures/picture.ts";
import { capitalized, formatNumber } from "../../src/text/vietnamese.ts";
import { type LedgerRow, ledger } from "../ledger/ledger.ts";
import type { ArticleFoot } from "../office/views.ts";
import { latest } from "./change.ts";
import type { Chrome } from "./chrome.ts";
import { contents } from "./contents.ts";
import { correctionNotice, corrections } from "./correction.ts";
import { documentName, originSentence } from "./document-name.ts";
import { type EventShown, eventFacts } from "./event-facts.ts";
import { type FigureLine, figuresTable } from "./figure-table.ts";
import { fileLink } from "./file-link.ts";
import { frame } from "./frame.ts";
import { type Html, html, trustedHtml } from "./html.ts";
import { articleNode } from "./json-ld.ts";
import { cardList } from "./list.ts";
import { peopleList } from "./people-list.ts";
import {
  commonCredit,
  figure,
  type GalleryPlace,
  galleryEnd,
  galleryFigure,
  galleryPlaces,
  galleryStart,
  pictureTag,
  type Shot,
} from "./picture.ts";
import type { Link, UnitNow } from "./shared.ts";
import { type Teaser, type Waits, waitMark } from "./teaser.ts";
import { historyNotice, nowCalled } from "./unit-now.ts";

/** The fields of an article that its page takes as they are. */
export const takenAsIs = [
  "url",
  "title",
  "summary",
  "lead",
  "source",
  "place",
  "people",
  "corrections",
] as const satisfies readonly (keyof Article)[];

/** All that the page of an article shows. */
export type ArticleProps = Pick<Article, (typeof takenAsIs)[number]> & {
  readonly chrome: Chrome;
  /** Whether an earlier article has the same title, as happens with meetings. */
  readonly recurs: boolean;
  readonly day: Day;
  readonly waits?: Waits;
  readonly way: readonly Link[];
  readonly authors: readonly (Link & Pick<Author, "role">)[];
  /** By its name on the article's day. */
  readonly unit: Link;
  readonly unitNow?: UnitNow;
  readonly event?: EventShown;
  /** Others that tell of its event, and how many more there is no room for. */
  readonly told?: {
    /** What the event is called for short: "hội nghị". */
    readonly of: string;
    readonly articles: readonly Teaser[];
    readonly more: number;
  };
  /** The units that it tells of besides its own. */
  readonly mentions: readonly Link[];
  /** Address of the picture that social networks show. */
  readonly card: string;
  /** The wide picture above the text. */
  readonly cover?: Shot;
  /** How many minutes it takes to read; left out below one. */
  readonly minutes?: number;
  /** The headings of the text that are listed above it; none for a short text. */
  readonly contents: readonly Heading[];
  readonly body: readonly Piece[];
  /** Pictures that the text does not show. */
  readonly shots: readonly Shot[];
  readonly figures: readonly FigureLine[];
  readonly awards: readonly LedgerRow[];
  readonly documents: readonly CitedLine[];
  readonly tags: readonly Link[];
  /** Who approved it, where the office tells that. */
  readonly approval?: Approval;
  readonly related: readonly Teaser[];
  readonly previous?: Link;
  readonly next?: Link;
};

/** A document as the article cites it, with the address of its page. */
export type CitedLine = Omit<OfficialDocument, "file"> & {
  readonly page: string;
  /** The document itself, where the article brings it. */
  readonly attachment?: Attachment;
} & RelatedPages;

/** The addresses of the documents that one has to do with, by the words that name them. */
type RelatedPages = { readonly related?: Readonly<Record<string, string>> };

/** The text of an article in pieces: HTML that is safe by construction, and pictures. */
export type Piece =
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "url"; readonly url: string }
  | {
      readonly kind: "picture";
      readonly shot: Shot;
      readonly block: boolean;
      /** Its place in a gallery, where it is in one. */
      readonly place?: GalleryPlace;
    };

/**
 * The page of one article.
 *
 * @param ownFoot what the office shows below the text in place of ours
 */
export function articleView(props: ArticleProps, ownFoot?: ArticleFoot): Html {
  const { title, cover, shots, corrections: corrected } = props;
  return frame({
    ...props,
    title: props.recurs ? `${title} (${shortDay(props.day)})` : title,
    description: props.summary,
    hidden: props.waits !== undefined,
    here: title,
    social: {
      card: props.card,
      published: props.day,
      updated: updatedOf(props),
      tags: props.tags.map(({ name }) => name),
    },
    nodes: [articleNode({ ...props, updated: updatedOf(props), pictures: picturesOf(props) })],
    main: html`<article class="article">
      <header class="article-head">
      ${props.waits && html`<p>${waitMark(props.waits)}</p>`}
      <h1>${title}</h1>
      ${props.lead && html`<p class="lead">${props.lead}</p>`}
      ${byline(props)}
      ${historyNotice(props.unitNow, props.unit)}
      ${corrected.length > 0 && correctionNotice(corrected)}
      </header>
      ${props.contents.length > 0 && contents(props.contents)}
      <div class="text">
      ${cover && figure(cover, "wide", "first")}
      <div class="prose">${props.body.map(piece)}</div>
      ${
        shots.length > 0 &&
        html`<section class="part shots" aria-labelledby="hinh-anh"><h2 id="hinh-anh">Hình ảnh</h2>${shots.length > 1 ? gallery(shots) : figure(shots[0]!, "text", "now")}</section>`
      }
      </div>
      ${figuresTable(props)}
      ${props.awards.length > 0 && html`<section class="part" aria-labelledby="khen-thuong"><h2 id="khen-thuong">Khen thưởng</h2>${ledger(props.awards)}</section>`}
      ${corrections(corrected)}
      ${side(props)}
      <footer class="article-foot">
      ${ownFoot ? ownFoot(footFacts(props)) : foot(props)}
      </footer>
      </article>
      ${neighbours(props)}`,
  });
}

/** What is below the text of an article unless the office has a view of its own. */
function foot({ chrome, url, tags, mentions, approval, source, day }: ArticleProps): Html {
  return html`${
    tags.length > 0 &&
    html`<p class="tags">Chủ đề: ${tags.map((tag, at) => html`${at > 0 && ", "}<a href="${tag.url}">${tag.name}</a>`)}</p>`
  }
      ${
        mentions.length > 0 &&
        html`<p class="tags">Đơn vị được nhắc đến: ${mentions.map((unit, at) => html`${at > 0 && ", "}<a href="${unit.url}">${unit.name}</a>`)}</p>`
      }
      ${approval && approved(approval)}
      <p class="permalink">Địa chỉ bài viết: <span>${chrome.origin + url}</span></p>
      <p class="on-paper">Nguồn: ${chrome.name}${source && html`, theo ${source.name}`}. Đăng ngày ${shortDay(day)}.</p>`;
}

function footFacts(props: ArticleProps): Parameters<ArticleFoot>[0] {
  const { chrome, url, title, day, unit, authors, tags, mentions } = props;
  const links = authors.map(({ name, url: of }) => ({ name, url: of }));
  return {
    ...{ url, title, day, unit, tags, mentions },
    authors: links,
    address: chrome.origin + url,
    usual: foot(props),
  };
}

function approved({ name, post, date }: Approval): Html {
  return html`<p class="tags">Duyệt bài: ${name}${post && html`, ${post}`}${date && html`, ngày <time datetime="${date}">${shortDay(date)}</time>`}.</p>`;
}

function updatedOf({ day, corrections }: ArticleProps): Day {
  return latest(
    day,
    corrections.map(({ date }) => date),
  );
}

/** The pictures that represent the article: its card, and the widest of its cover. */
function picturesOf({ card, cover }: ArticleProps): string[] {
  const widest = cover?.picture.widths.at(-1);
  return [
    ...new Set([card, ...(cover && widest ? [pictureUrl(cover.picture, widest, "jpg")] : [])]),
  ];
}

const roles = { tin: "Tin", ảnh: "Ảnh", video: "Video" } as const;

function byline({ authors, unit, unitNow, place, day, source, minutes }: ArticleProps): Html {
  return html`<p class="byline">
    <span>${authors.map(
      ({ name, url, role }, at) =>
        html`${at > 0 && ", "}${role && html`${roles[role]}: `}<a href="${url}" rel="author">${name}</a>`,
    )}</span>
    <span><a href="${unit.url}">${unit.name}</a>${unitNow?.until === undefined && nowCalled(unitNow)}</span>
    ${place && html`<span>${place}</span>`}
    <time datetime="${day}">${longDay(day)}</time>
    ${source && html`<span>Theo ${source.url ? html`<a href="${source.url}">${source.name}</a>` : source.name}</span>`}
    ${minutes !== undefined && html`<span class="minutes">${minutes} phút đọc</span>`}
  </p>`;
}

/** Draws a piece of the text. */
export function piece(part: Piece): Html | string {
  if (part.kind === "html") return trustedHtml(part.html);
  if (part.kind === "url") return part.url;
  if (part.place) return galleryFigure(part.shot, part.place);
  return part.block ? figure(part.shot, "text", "now") : pictureTag(part.shot, "text", "now");
}

/** Pictures that the text does not show, as a gallery. */
function gallery(shots: readonly Shot[]): Html {
  const places = galleryPlaces(shots);
  const common = commonCredit(shots);
  const own = shots.map(({ credit, ...shot }) =>
    common === undefined && credit !== undefined ? { ...shot, credit } : shot,
  );
  return html`${trustedHtml(galleryStart(places))}${own.map((shot, at) => galleryFigure(shot, places[at]!))}${galleryEnd(false, common)}`;
}

/**
 * What belongs to the text: beside it where there is room, below it elsewhere. What else to read is
 * below the tables of an article that has facts for that place; a short text would leave a hole.
 */
function side(props: ArticleProps): Html {
  const facts = aside(props);
  const more = [sameSession(props), related(props)].filter((part) => part !== false);
  const isApart = facts !== false && props.figures.length + props.awards.length > 0;
  const beside = isApart ? [facts] : [facts, ...more];
  return html`${beside.some((part) => part !== false) && html`<div class="side">${beside}</div>`}${isApart && more}`;
}

/** Who met where, and on what. */
function aside(props: ArticleProps): Html | false {
  const { event, people } = props;
  if (event === undefined && people.length === 0 && props.documents.length === 0) return false;
  return html`<aside class="beside" aria-label="Sự kiện, nhân sự, văn bản">
    ${event && html`<h2>Sự kiện</h2>${eventFacts(event)}`}
    ${people.length > 0 && html`<h2>Các đồng chí được nhắc đến</h2>${peopleList(people)}`}
    ${documents(props)}
  </aside>`;
}

/** What other articles tell of the same session. */
function sameSession({ event, told }: ArticleProps): Html | false {
  if (event === undefined || told === undefined) return false;
  const { of, articles, more } = told;
  return html`<aside class="part related" aria-labelledby="cung-su-kien"><h2 id="cung-su-kien">Cùng ${of}</h2>${cardList(articles)}${more > 0 && html`<p class="more"><a href="${event.url}">Và ${formatNumber(more)} bài khác</a></p>`}</aside>`;
}

/** The documents that an article cites, as a list of references. */
export function documents({ documents }: Pick<ArticleProps, "documents">): Html | false {
  return (
    documents.length > 0 &&
    html`<section class="part" aria-labelledby="van-ban"><h2 id="van-ban">Văn bản được nhắc đến</h2>
      ${documentRows(documents)}
    </section>`
  );
}

const does: Readonly<Record<DocumentRelation, string>> = {
  amends: "Sửa đổi, bổ sung",
  replaces: "Thay thế",
  implements: "Thực hiện",
};

/** Documents as a list, without a heading of its own; those with a page of their own lead there. */
export function documentRows(documents: readonly ListedDocument[]): Html {
  return html`<ol class="documents">${documents.map(documentRow)}</ol>`;
}

type ListedDocument = Omit<CitedLine, "page"> & {
  readonly page?: string;
  /** The whole address of the article that brings the document, where paper has no other. */
  readonly broughtBy?: string;
};

function documentRow(document: ListedDocument): Html {
  const { relation, url, page, attachment, broughtBy, related = {} } = document;
  const name = documentName(document);
  const origin = originSentence(document);
  return html`<li>${relation && html`<span>${capitalized(relation)}:</span> `}<cite>${linked(name, page)}</cite>.${origin && html` <span>${origin}</span>`}${documentRelations.map(
    (one) => {
      const others = document[one] ?? [];
      return (
        others.length > 0 &&
        html` <span>${does[one]}: ${others.map((other, at) => html`${at > 0 && "; "}${linked(other, Object.hasOwn(related, other) ? related[other] : undefined)}`)}.</span>`
      );
    },
  )}${attachment && html` ${fileLink(attachment)}${broughtBy !== undefined && html`<span class="address">, kèm bài ${broughtBy}</span>`}.`}${url && html` <a href="${url}">${attachment ? "Toàn văn ở trang khác" : "Toàn văn"}</a>.`}</li>`;
}

function linked(name: string, url: string | undefined): Html | string {
  return url === undefined ? name : html`<a href="${url}">${name}</a>`;
}

/** What is like this article. */
function related({ related }: ArticleProps): Html | false {
  return (
    related.length > 0 &&
    html`<aside class="part related" aria-labelledby="tin-lien-quan"><h2 id="tin-lien-quan">Tin liên quan</h2>${cardList(related)}</aside>`
  );
}

/** The articles before and after this one in time. */
function neighbours({ previous, next }: ArticleProps): Html | false {
  return (
    (previous !== undefined || next !== undefined) &&
    html`<nav class="paging neighbours" aria-label="Bài trước và bài sau">${
      previous &&
      html`<a class="older" rel="prev" href="${previous.url}"><b>Bài trước</b> <span>${previous.name}</span></a>`
    }${
      next &&
      html`<a class="newer" rel="next" href="${next.url}"><b>Bài sau</b> <span>${next.name}</span></a>`
    }</nav>`
  );
}
