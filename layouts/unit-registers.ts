import type { DocumentEntry } from "../src/registers/document-entry.ts";
import { type Site, shortUnitName } from "../src/site.ts";
import { documentsUrl, searchForUrl, sessionUrl } from "../src/urls.ts";
import { onceFor } from "../src/work/once.ts";
import { figuresOfUnit, type UnitFigures, unitFiguresPart } from "./figures.ts";
import { type DocumentLine, documentLine, lineOf } from "./parts/document-line.ts";
import { type Html, html } from "./parts/html.ts";
import { plainList } from "./parts/list.ts";
import { eachYear, sessionLines } from "./parts/session-lines.ts";
import { type Link, sharedOf } from "./parts/shared.ts";
import type { Teaser } from "./parts/teaser.ts";
import { officesOf, officesView, type UnitOffices } from "./unit-officials.ts";

/** How many of each are on the page of a unit; the registers have all. */
const FEW = 6;

/** What the registers know of one unit. */
export type UnitRegisters = {
  readonly figures?: UnitFigures;
  readonly sessions?: Newest<Teaser>;
  readonly officials?: UnitOffices;
  readonly documents?: Newest<DocumentLine>;
  readonly mentions?: Newest<Teaser>;
};

/** The newest of a list, newest first, and where the others are unless these are all. */
type Newest<Item> = {
  readonly items: readonly Item[];
  readonly isWhole: boolean;
  readonly all: Link;
};

/**
 * Returns what the registers know of a unit.
 *
 * @param steps the ids of the unit and of all before and after it, step by step
 */
export function registersOf(
  id: string,
  steps: readonly (readonly string[])[],
  site: Site,
): UnitRegisters {
  const shared = sharedOf(site);
  const figures = figuresOfUnit(id, steps, site);
  const name = shortUnitName(id, site);
  const { withoutUnit } = sessionLines(site);
  const sessions = newestOf(site.sessions.byUnit.get(id), withoutUnit, {
    name: `Mọi hội nghị của ${name}`,
    url: sessionUrl(id),
  });
  const lineOfOwn = (entry: DocumentEntry): DocumentLine => {
    const { issuer: _sameForAll, ...line } = lineOf(entry, site);
    return line;
  };
  const documents = newestOf(documentsByUnit(site).get(id), lineOfOwn, {
    name: "Mọi văn bản",
    url: documentsUrl,
  });
  const mentions = newestOf(site.mentionedIn.get(id), shared.teaserOf, {
    name: `Tìm mọi bài nhắc đến ${name}`,
    url: searchForUrl(name),
  });
  return {
    ...(figures ? { figures } : {}),
    ...(sessions ? { sessions } : {}),
    ...(site.officials.byUnit.has(id) ? { officials: officesOf(id, site) } : {}),
    ...(documents ? { documents } : {}),
    ...(mentions ? { mentions } : {}),
  };
}

function newestOf<From, Item>(
  list: readonly From[] | undefined,
  shown: (one: From) => Item,
  all: Link,
): Newest<Item> | undefined {
  if (list === undefined || list.length === 0) return undefined;
  return {
    items: list.slice(-FEW).reverse().map(shown),
    isWhole: list.length <= FEW,
    all,
  };
}

const documentsByUnit = onceFor((site: Site) => {
  const known = site.documents.entries.filter(({ unit }) => unit !== undefined);
  return Map.groupBy(known, ({ unit }) => unit!);
});

/** Draws who holds office in a unit, for its page. */
export function officialsPart(officials: UnitOffices): Html {
  return html`<section class="part" aria-labelledby="can-bo"><h2 id="can-bo">Cán bộ</h2>${officesView(officials)}</section>`;
}

/** The parts of a unit's page that the registers fill, below its articles. */
export function registerParts(registers: UnitRegisters): Html {
  const { figures, sessions, officials, documents, mentions } = registers;
  return html`${figures && unitFiguresPart(figures)}
    ${sessions && part("hoi-nghi", "Hội nghị", sessions, plainList(sessions.items, 3, eachYear))}
    ${officials && officialsPart(officials)}
    ${
      documents &&
      part(
        "van-ban",
        "Văn bản đã ban hành",
        documents,
        html`<ul class="papers">${documents.items.map(documentLine)}</ul>`,
      )
    }
    ${mentions && part("duoc-nhac-den", "Được nhắc đến trong", mentions, plainList(mentions.items, 3, eachYear))}`;
}

function part(id: string, title: string, { isWhole, all }: Newest<unknown>, list: Html): Html {
  return html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${list}
    ${!isWhole && html`<p class="more"><a href="${all.url}">${all.name}</a></p>`}</section>`;
}
