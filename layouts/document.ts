import type { Attachment } from "../src/attachments/attachment.ts";
import { type PartialDay, partialDayText, partialDayWords, yearOf } from "../src/day.ts";
import { type DocumentRelation, documentRelations } from "../src/document.ts";
import { type Page, page } from "../src/page.ts";
import type { DocumentPage } from "../src/registers/document-addresses.ts";
import type { DocumentCitation, DocumentEntry } from "../src/registers/document-entry.ts";
import type { ChangedUnit } from "../src/registers/told-documents.ts";
import type { Site } from "../src/site.ts";
import { isBareNumber } from "../src/text/document-number.ts";
import { runs } from "../src/text/runs.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { firstDay } from "../src/unit.ts";
import { newTimeline } from "../src/unit-events.ts";
import { documentsUrl, documentUrl } from "../src/urls.ts";
import { onceFor } from "../src/work/once.ts";
import { type LedgerRow, ledger, ledgerRows, withdrawalRow } from "./ledger/ledger.ts";
import type { Chrome } from "./parts/chrome.ts";
import { awardsByDecision } from "./parts/decision-awards.ts";
import { type DocumentLine, documentLine, lineOf } from "./parts/document-line.ts";
import {
  documentName,
  originSentence,
  shortDocumentName,
  titleBehind,
} from "./parts/document-name.ts";
import { facts } from "./parts/facts.ts";
import { fileLink } from "./parts/file-link.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { documentNode } from "./parts/json-ld.ts";
import { plainList } from "./parts/list.ts";
import {
  LIST_SIZE,
  type ListName,
  type PageOfList,
  pageOfList,
  pagesOfList,
  pagingNav,
} from "./parts/paging.ts";
import { type Link, type Shared, sharedOf } from "./parts/shared.ts";
import type { Teaser } from "./parts/teaser.ts";
import { type EventLine, eventLine, whatHappened } from "./parts/unit-event.ts";

type Props = PageOfList & {
  readonly chrome: Chrome;
  readonly heading: string;
  readonly description: string;
  /** On the newest page of a document only. */
  readonly about?: About;
  /** Whether it has no number, so that only their title is alike. */
  readonly isNamedByTitle: boolean;
  /** Other documents that have or had this address. */
  readonly others: readonly DocumentLine[];
  /** Articles that cite the document; none where the address only names others. */
  readonly items: readonly Teaser[];
};

/** What there is to know of a document. */
type About = {
  readonly total: number;
  readonly name: string;
  readonly number?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly issuer?: { readonly name: string; readonly url?: string };
  readonly date?: PartialDay;
  readonly source?: string;
  readonly attachment?: Attachment;
  readonly does: Readonly<Record<DocumentRelation, readonly NamedDocument[]>>;
  readonly undergoes: Readonly<Record<DocumentRelation, readonly NamedDocument[]>>;
  /** Given by the decision. */
  readonly awards: readonly LedgerRow[];
  /** Withdrawn by the decision. */
  readonly withdrawn: readonly LedgerRow[];
  readonly changes: readonly ChangeLine[];
};

/** A change of a unit that a document decides. */
type ChangeLine = { readonly unit: Link; readonly event: EventLine };

/** A document that another has to do with; without an address where no article lists it. */
type NamedDocument = { readonly name: string; readonly date?: PartialDay; readonly url?: string };

/** The page of each document: what it is, and every article that cites it. */
export function documentPages(site: Site): Page[] {
  return site.documents.pages.flatMap((one) =>
    one.own === undefined ? [signpost(one, site)] : pagesOf(one.own, one, site),
  );
}

const none: readonly never[] = [];

function pagesOf(
  entry: DocumentEntry,
  { url, others }: DocumentPage<DocumentEntry>,
  site: Site,
): Page[] {
  const shared = sharedOf(site);
  const { citations, title } = entry;
  const short = shortDocumentName(entry);
  const list: ListName = { url, title: titleOf(entry), way: wayTo(entry), here: short };
  const description = descriptionOf(entry);
  return pagesOfList(url, citations, LIST_SIZE, ({ article }) => article.date).map((slice) => {
    const isNewest = slice.number === undefined;
    const props: Props = {
      chrome: shared.chrome,
      ...pageOfList(list, slice),
      heading: short,
      description: isNewest ? description : `${description} Trang này: ${slice.span}.`,
      ...(isNewest ? { about: aboutOf(entry, site, title) } : {}),
      isNamedByTitle: entry.number === undefined,
      others: isNewest ? others.map((other) => lineOf(other, site)) : none,
      items: slice.items.map((citation) => itemOf(citation, shared)),
    };
    return page("document", slice.url, props, documentView);
  });
}

function aboutOf(entry: DocumentEntry, site: Site, title: string | undefined): About {
  const shared = sharedOf(site);
  const awardsBy = awardsByDecision(site);
  const { number, kind, issuer, unit, date, source, file = "", does, undergoes, citations } = entry;
  const attachment = site.attachments.get(file);
  const rowOf = ledgerRows(shared);
  const byRelation = <Value>(of: (relation: DocumentRelation) => Value) =>
    Object.fromEntries(documentRelations.map((one) => [one, of(one)])) as Record<
      DocumentRelation,
      Value
    >;
  return {
    total: citations.length,
    name: documentName(entry),
    ...(number === undefined ? {} : { number }),
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    ...(issuer === undefined
      ? {}
      : {
          issuer: {
            name: issuer,
            ...(unit === undefined ? {} : { url: shared.unitLink(unit).url }),
          },
        }),
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    ...(attachment === undefined ? {} : { attachment }),
    does: byRelation((relation) =>
      does[relation].map(({ written, entry }) => (entry ? nameOf(entry) : { name: written })),
    ),
    undergoes: byRelation((relation) => undergoes[relation].map(nameOf)),
    awards: (awardsBy.given.get(entry) ?? none).map(({ entry }) => rowOf(entry)),
    withdrawn: (awardsBy.withdrawn.get(entry) ?? none).map(({ entry, at }) => {
      const row = rowOf(entry);
      const part = row.withdrawals?.[at];
      return part === undefined ? row : withdrawalRow(row, part);
    }),
    changes: entry.changes.map((changed) => changeLine(changed, site)),
  };
}

const eventsIn = onceFor((site: Site) => newTimeline(site.units.map(({ unit }) => unit)));

function changeLine({ unit: id, change }: ChangedUnit, site: Site): ChangeLine {
  const shared = sharedOf(site);
  const { unit } = site.unitById.get(id)!;
  const event = eventsIn(site)(unit).find((one) => one.change === change)!;
  return {
    unit: shared.unitLinkOn(id, firstDay(change.date)),
    event: eventLine(event, site, shared),
  };
}

function nameOf(entry: DocumentEntry): NamedDocument {
  const { url, date } = entry;
  return { name: documentName(entry), url, ...(date === undefined ? {} : { date }) };
}

function itemOf({ article, relations }: DocumentCitation, shared: Shared): Teaser {
  const teaser = shared.teaserOf(article);
  return relations.length === 0 ? teaser : { ...teaser, why: relations.join(", ") };
}

/** Returns a name that no other document has: numbers come again, titles are often alike. */
function titleOf(entry: DocumentEntry): string {
  const { number, slug, url, issuer, date } = entry;
  const isAlone = number !== undefined && !isBareNumber(number) && url === documentUrl(slug);
  const more = [issuer, date?.slice(0, 4)].filter((one) => one !== undefined).join(", ");
  const name = shortDocumentName(entry);
  return isAlone || more === "" ? name : `${name} (${more})`;
}

/** The way to a document; by the page of its number where it is below that. */
function wayTo({ number, slug, url }: DocumentEntry): Link[] {
  const root = documentUrl(slug);
  return [
    { name: "Văn bản", url: documentsUrl },
    ...(url === root || number === undefined ? [] : [{ name: `Số ${number}`, url: root }]),
  ];
}

function descriptionOf(entry: DocumentEntry): string {
  const origin = originSentence(entry);
  return `${documentName(entry)}.${origin && ` ${origin}`} Các bài viết nhắc đến văn bản này.`;
}

/** The page of an address that is no document's own: it names those that one may be looking for. */
function signpost({ url, others }: DocumentPage<DocumentEntry>, site: Site): Page {
  const [first] = others;
  const { slug, number, issuer } = first!;
  const name = number === undefined ? shortDocumentName(first!) : `Văn bản số ${number}`;
  const step = url.slice(documentUrl(slug).length).replace(/\/$/u, "");
  const more = url.startsWith(documentUrl(slug)) ? step.replaceAll("/", ", ") : url;
  // One title of two bodies has an address for each.
  const apart = [number === undefined && issuer, more].filter(Boolean).join(", ");
  const title = apart === "" ? name : `${name} (${apart})`;
  const props: Props = {
    chrome: sharedOf(site).chrome,
    url,
    title,
    way: [{ name: "Văn bản", url: documentsUrl }],
    here: name,
    heading: name,
    description: `Các văn bản cùng ${number === undefined ? `tên “${name}”` : `số ${number}`}.`,
    isNamedByTitle: number === undefined,
    others: others.map((other) => lineOf(other, site)),
    items: [],
  };
  return page("signpost", url, props, documentView);
}

function documentView(props: Props): Html {
  const { chrome, url, about, heading, isNamedByTitle, others, items } = props;
  const alike = isNamedByTitle ? "cùng tên" : "cùng số";
  const rest = about?.number === undefined ? undefined : titleBehind(about);
  return frame({
    ...props,
    ...(about
      ? { nodes: [documentNode({ ...about, chrome, url, does: urlsOf(about.does) })] }
      : {}),
    main: html`<header class="page-head"><h1>${heading}</h1>
      ${rest && html`<p class="lead">${rest}</p>`}
      ${about === undefined && items.length === 0 && !isNamedByTitle && html`<p class="intro">Số văn bản đếm lại từ đầu mỗi nhiệm kỳ, nên nhiều văn bản có thể cùng một số.</p>`}
      </header>
      ${about && aboutPart(about)}
      ${about && awardsPart("khen-thuong", "Khen thưởng theo quyết định này", about.awards)}
      ${about && awardsPart("thu-hoi", "Khen thưởng bị thu hồi theo quyết định này", about.withdrawn)}
      ${about && changesPart(about)}
      ${items.length > 0 && articlesPart(props)}
      ${
        others.length > 0 &&
        html`<section class="part" aria-labelledby="cung-so"><h2 id="cung-so">${about ? `Văn bản khác ${alike}` : `Các văn bản ${alike}`}</h2><ol class="papers">${others.map(documentLine)}</ol></section>`
      }
`,
  });
}

function awardsPart(id: string, title: string, rows: readonly LedgerRow[]): Html | false {
  return (
    rows.length > 0 &&
    html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${ledger(rows)}</section>`
  );
}

function changesPart({ changes }: About): Html | false {
  return (
    changes.length > 0 &&
    html`<section class="part" aria-labelledby="don-vi"><h2 id="don-vi">Đơn vị thay đổi theo văn bản này</h2>
    <ul class="events">${changes.map(
      ({ unit, event }) =>
        html`<li><b>${partialDayText(event.date)}</b> <span><a href="${unit.url}">${unit.name}</a>: ${whatHappened(event)}.</span></li>`,
    )}</ul></section>`
  );
}

function urlsOf(
  does: Readonly<Record<DocumentRelation, readonly NamedDocument[]>>,
): Record<DocumentRelation, string[]> {
  const urls = (relation: DocumentRelation) =>
    does[relation].map(({ url }) => url).filter((url) => url !== undefined);
  return { amends: urls("amends"), replaces: urls("replaces"), implements: urls("implements") };
}

/** What a document does to others, and what others do to it. */
const does: Readonly<Record<DocumentRelation, readonly [active: string, passive: string]>> = {
  amends: ["Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"],
  replaces: ["Thay thế", "Được thay thế bởi"],
  implements: ["Thực hiện", "Văn bản thực hiện"],
};

function aboutPart(about: About): Html {
  const { kind, number, issuer, date, source, attachment } = about;
  return html`${facts([
    // With a number, the heading says both.
    ["Loại văn bản", number === undefined && kind],
    ["Tệp văn bản", attachment && fileLink(attachment)],
    ["Toàn văn", source && html`<a href="${source}">${source}</a>`],
    [
      "Cơ quan ban hành",
      issuer && (issuer.url ? html`<a href="${issuer.url}">${issuer.name}</a>` : issuer.name),
    ],
    [
      "Ban hành",
      date &&
        (date.length === 10
          ? html`<time datetime="${date}">${partialDayText(date)}</time>`
          : partialDayWords(date)),
    ],
    ...documentRelations.flatMap((relation) => [
      [does[relation][1], named(about.undergoes[relation])] as const,
      [does[relation][0], named(about.does[relation])] as const,
    ]),
  ])}`;
}

function named(documents: readonly NamedDocument[]): Html | false {
  return (
    documents.length > 0 &&
    html`<ul class="plain">${documents.map(({ name, url, date }) => {
      return html`<li>${url ? html`<a href="${url}">${name}</a>` : name}${date && html` <small>(${partialDayWords(date)})</small>`}</li>`;
    })}</ul>`
  );
}

function articlesPart(props: Props): Html {
  const { items, about, span } = props;
  return html`<section class="part" aria-labelledby="cac-bai"><h2 id="cac-bai">${about ? html`${formatNumber(about.total)} bài nhắc đến văn bản này` : "Bài nhắc đến văn bản này"}</h2>
    ${span && html`<p class="span-line">Các bài ${span}</p>`}
    ${runs(items, ({ day }) => yearOf(day)).map(
      ([year, own]) =>
        html`<section class="period"><h3 class="period-name">Năm ${year}</h3>${plainList(own, 4, year)}</section>`,
    )}
    ${pagingNav(props)}</section>`;
}
