import type { Correction } from "../../src/article.ts";
import type { Attachment } from "../../src/attachments/attachment.ts";
import { type Day, dayStart, type PartialDay } from "../../src/day.ts";
import type { DocumentRelation } from "../../src/document.ts";
import { dataUrl, homeUrl, officialUrl, pngIconUrl, searchUrl } from "../../src/urls.ts";
import type { Chrome } from "./chrome.ts";
import { documentName, type NamedDocument } from "./document-name.ts";
import { type Html, html, jsonForScript } from "./html.ts";
import type { Link } from "./shared.ts";

/*
 * What a page says to machines in the words of schema.org. All addresses are absolute; things that
 * are named in several places have an `@id`.
 */

type Node = Readonly<Record<string, unknown>>;

/**
 * The graph of a page as an element. It is data: no browser runs it, and the content policy allows
 * it.
 */
export function jsonLd(nodes: readonly Node[]): Html | false {
  if (nodes.length === 0) return false;
  const graph = { "@context": "https://schema.org", "@graph": nodes };
  return html`<script type="application/ld+json">${jsonForScript(graph)}</script>`;
}

/** The site and who owns it; on the home page. */
export function siteNodes(chrome: Chrome): Node[] {
  const { origin, name, description, portalLinks } = chrome;
  return [
    {
      "@type": "WebSite",
      "@id": `${origin}${homeUrl}#trang`,
      url: origin + homeUrl,
      name,
      description,
      inLanguage: "vi",
      publisher: organization(chrome),
      ...(portalLinks ? {} : { potentialAction: searchAction(origin) }),
    },
  ];
}

function searchAction(origin: string): Node {
  return {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: `${origin}${searchUrl}?q={search_term_string}`,
    },
    "query-input": "required name=search_term_string",
  };
}

/** The way from the home page down to a page. */
export function breadcrumbNode(
  { origin }: Chrome,
  home: string,
  way: readonly Link[],
  page: { readonly name: string; readonly url: string },
): Node {
  const steps = [{ name: home, url: homeUrl }, ...way, page];
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, url }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name,
      item: origin + url,
    })),
  };
}

export type NewsArticle = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly day: Day;
  /** The day of the article, or of its latest correction. */
  readonly updated: Day;
  readonly authors: readonly Link[];
  readonly unit: Link;
  readonly tags: readonly Link[];
  /** Addresses of pictures, the card first. */
  readonly pictures: readonly string[];
  readonly corrections: readonly Correction[];
  /** The meeting or ceremony that it tells of, with the page of it. */
  readonly event?: Link;
  /** Those of them that have a page have an id. */
  readonly people: readonly { readonly id?: string; readonly name: string }[];
  /** The documents that it cites, each with its page. */
  readonly documents: readonly (NamedDocument & {
    readonly page: string;
    readonly attachment?: Attachment;
  })[];
};

/** One article of news. */
export function articleNode(article: NewsArticle): Node {
  const { chrome, url, title, summary, day, updated, authors, unit, tags, corrections } = article;
  const { event, people, documents } = article;
  const { origin } = chrome;
  return {
    "@type": "NewsArticle",
    "@id": `${origin}${url}#bai`,
    mainEntityOfPage: origin + url,
    url: origin + url,
    headline: title,
    description: summary,
    inLanguage: "vi",
    isAccessibleForFree: true,
    datePublished: dayStart(day),
    dateModified: dayStart(updated),
    image: article.pictures.map((picture) => origin + picture),
    author: authors.map(({ name, url }) => ({
      "@type": isBody(name) ? "Organization" : "Person",
      name,
      url: origin + url,
    })),
    publisher: organization(chrome),
    sourceOrganization: unitReference(unit, origin),
    ...(event === undefined
      ? {}
      : {
          about: {
            "@type": "Event",
            "@id": `${origin}${event.url}#su-kien`,
            name: event.name,
            url: origin + event.url,
          },
        }),
    ...(people.length > 0 ? { mentions: people.map((person) => mention(person, origin)) } : {}),
    ...(documents.length > 0
      ? { citation: documents.map((document) => citation(document, origin)) }
      : {}),
    ...(tags.length > 0 ? { keywords: tags.map(({ name }) => name) } : {}),
    ...(corrections.length > 0
      ? {
          correction: corrections.map(({ date, right }) => ({
            "@type": "CorrectionComment",
            text: right,
            datePublished: dayStart(date),
          })),
        }
      : {}),
  };
}

/** A unit, as other nodes name it; its own page says the rest. */
function unitReference({ name, url }: Link, origin: string): Node {
  return { "@type": "Organization", "@id": `${origin}${url}#don-vi`, name, url: origin + url };
}

function mention({ id, name }: NewsArticle["people"][number], origin: string): Node {
  if (id === undefined) return { "@type": "Person", name };
  const url = origin + officialUrl(id);
  return { "@type": "Person", "@id": `${url}#nguoi`, name, url };
}

function citation(document: NewsArticle["documents"][number], origin: string): Node {
  const url = origin + document.page;
  const { number, attachment } = document;
  return {
    "@type": "Legislation",
    "@id": `${url}#van-ban`,
    name: documentName(document),
    url,
    ...(number === undefined ? {} : { legislationIdentifier: number }),
    ...encodingOf(attachment, origin),
  };
}

/** Returns where the document itself is, if an article brings it. */
function encodingOf(attachment: Attachment | undefined, origin: string): Node {
  if (attachment === undefined) return {};
  return {
    encoding: {
      "@type": "LegislationObject",
      contentUrl: origin + attachment.url,
      encodingFormat: "application/pdf",
      contentSize: String(attachment.size),
    },
  };
}

export type UnitNode = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly name: string;
  /** Short, former and other names. */
  readonly otherNames: readonly string[];
  /** A year, a month or a day. */
  readonly founded?: string;
  readonly ended?: string;
  readonly parent?: Link;
};

/** One unit, with the names that it has had. */
export function unitNode({
  chrome,
  url,
  name,
  otherNames,
  founded,
  ended,
  parent,
}: UnitNode): Node {
  const { origin } = chrome;
  return {
    "@type": "Organization",
    "@id": `${origin}${url}#don-vi`,
    name,
    url: origin + url,
    ...(otherNames.length > 0 ? { alternateName: otherNames } : {}),
    ...(founded === undefined ? {} : { foundingDate: founded }),
    ...(ended === undefined ? {} : { dissolutionDate: ended }),
    ...(parent === undefined ? {} : { parentOrganization: unitReference(parent, origin) }),
  };
}

export type DatasetPage = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly name: string;
  readonly description: string;
  readonly note?: string;
  /** Unit of measure. */
  readonly unit?: string | undefined;
  /** The first and the last month: `2019-01/2023-12`. */
  readonly time?: string;
};

/** A table of figures that a page shows. */
export function datasetNode({
  chrome,
  url,
  name,
  description,
  note,
  unit,
  time,
}: DatasetPage): Node {
  const { origin } = chrome;
  return {
    "@type": "Dataset",
    "@id": `${origin}${url}#so-lieu`,
    name,
    description: note ?? description,
    url: origin + url,
    inLanguage: "vi",
    isAccessibleForFree: true,
    ...(time === undefined ? {} : { temporalCoverage: time }),
    variableMeasured: {
      "@type": "PropertyValue",
      name,
      ...(unit === undefined ? {} : { unitText: unit }),
    },
    creator: organization(chrome),
    includedInDataCatalog: { "@type": "DataCatalog", url: origin + dataUrl },
  };
}

export type LegalDocument = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly name: string;
  readonly number?: string;
  readonly kind?: string;
  readonly date?: PartialDay;
  readonly issuer?: { readonly name: string; readonly url?: string };
  /** Where the document itself is on the web. */
  readonly source?: string;
  readonly attachment?: Attachment;
  /** Addresses of the documents that it amends, replaces and implements. */
  readonly does: Readonly<Record<DocumentRelation, readonly string[]>>;
};

/** A document that articles cite. */
export function documentNode(document: LegalDocument): Node {
  const { chrome, url, name, number, kind, date, issuer, source, attachment, does } = document;
  const { origin } = chrome;
  const others = (property: string, urls: readonly string[]) =>
    urls.length > 0
      ? { [property]: urls.map((one) => ({ "@id": `${origin}${one}#van-ban` })) }
      : {};
  return {
    "@type": "Legislation",
    "@id": `${origin}${url}#van-ban`,
    mainEntityOfPage: origin + url,
    url: origin + url,
    ...(source === undefined ? {} : { sameAs: source }),
    ...encodingOf(attachment, origin),
    name,
    inLanguage: "vi",
    ...(number === undefined ? {} : { legislationIdentifier: number }),
    ...(kind === undefined ? {} : { legislationType: kind }),
    // The vocabulary has no place for a year or a month alone.
    ...(date?.length === 10 ? { legislationDate: date } : {}),
    ...(issuer === undefined
      ? {}
      : {
          legislationPassedBy: {
            "@type": "Organization",
            name: issuer.name,
            ...(issuer.url === undefined ? {} : { url: origin + issuer.url }),
          },
        }),
    ...others("legislationAmends", does.amends),
    ...others("legislationRepeals", does.replaces),
    ...others("legislationEnsuresImplementationOf", does.implements),
  };
}

export type EventFacts = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly title: string;
  readonly unit: Link;
  readonly from: Day;
  readonly to?: Day;
  readonly place?: string;
};

/** One meeting or ceremony. */
export function eventNode({ chrome, url, title, unit, from, to, place }: EventFacts): Node {
  const { origin } = chrome;
  return {
    "@type": "Event",
    "@id": `${origin}${url}#su-kien`,
    url: origin + url,
    name: title,
    startDate: from,
    endDate: to ?? from,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    organizer: { "@type": "Organization", name: unit.name, url: origin + unit.url },
    ...(place === undefined ? {} : { location: { "@type": "Place", name: place } }),
  };
}

/** Somebody who holds or held an office. */
export function officialNode({
  chrome,
  url,
  name,
  posts,
}: {
  readonly chrome: Chrome;
  readonly url: string;
  readonly name: string;
  readonly posts: readonly string[];
}): Node {
  const { origin } = chrome;
  return {
    "@type": "Person",
    "@id": `${origin}${url}#nguoi`,
    url: origin + url,
    name,
    jobTitle: posts,
  };
}

/** One issue of what comes out every month. */
export function issueNode(issue: {
  readonly chrome: Chrome;
  readonly url: string;
  readonly name: string;
  /** `2024-05` */
  readonly month: string;
  /** The day on which it came out. */
  readonly day: Day;
  readonly articles: readonly { readonly url: string; readonly title: string }[];
}): Node {
  const { chrome, url, name, month, day, articles } = issue;
  const { origin } = chrome;
  return {
    "@type": "PublicationIssue",
    "@id": `${origin}${url}#ban-tin`,
    url: origin + url,
    name,
    issueNumber: month,
    datePublished: dayStart(day),
    inLanguage: "vi",
    isAccessibleForFree: true,
    isPartOf: { "@type": "Periodical", name: `Bản tin tháng – ${chrome.name}` },
    publisher: organization(chrome),
    hasPart: articles.map((article) => ({
      "@type": "NewsArticle",
      "@id": `${origin}${article.url}#bai`,
      headline: article.title,
      url: origin + article.url,
    })),
  };
}

function organization({ origin, owner, contact, logo }: Chrome): Node {
  const { address, phone, email } = contact;
  return {
    "@type": "Organization",
    "@id": `${origin}${homeUrl}#co-quan`,
    name: owner,
    url: origin + homeUrl,
    logo: logo
      ? { "@type": "ImageObject", url: origin + logo.url }
      : { "@type": "ImageObject", url: origin + pngIconUrl(512), width: 512, height: 512 },
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { telephone: phone }),
    ...(email === undefined ? {} : { email }),
  };
}

/**
 * Returns whether a name in a byline is that of a body, not of a person. Bodies begin with a word
 * for one, which is nobody's family name.
 */
export function isBody(name: string): boolean {
  return bodyWords.test(name);
}

const bodyWords =
  /^(?:ban|báo|bệnh viện|bộ|chi (?:bộ|cục|đoàn|hội)|công (?:an|đoàn|ty)|cơ quan|cục|cụm|đài (?:phát|tiếng|truyền)|đảng|đoàn (?:cơ sở|khối|phường|thanh niên|trường|xã)|hội|(?:huyện|quận|thành|thị|tỉnh) (?:đoàn|ủy)|khối|liên (?:đoàn|hiệp)|mặt trận|nhóm|phòng|phường|sở|tạp chí|thông tin|tòa soạn|tổ|tổng công ty|trang (?:thông tin|tin)|trung tâm|trường (?:cao đẳng|chính trị|đại học|mầm non|tiểu học|trung)|ủy ban|văn phòng|viện|vụ|xã)(?![\p{L}\p{M}])/iu;
