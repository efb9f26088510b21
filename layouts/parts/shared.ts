import type { Article, ArticleImage } from "../../src/article.ts";
import type { Decision } from "../../src/award.ts";
import { keyed, keyOf } from "../../src/cache/key.ts";
import { pictureKey } from "../../src/cut.ts";
import { type Day, dayNumber, monthNumber, monthOf, yearOf } from "../../src/day.ts";
import type { Figure } from "../../src/figure.ts";
import type { Official } from "../../src/person.ts";
import type { Picture } from "../../src/pictures/picture.ts";
import { decisionFor } from "../../src/registers/cited-document.ts";
import { heirsNow, linkedUrl, type Site, shortUnitName, unitName } from "../../src/site.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import {
  authorUrl,
  dayUrl,
  monthUrl,
  officialUrl,
  seriesUrl,
  tagUrl,
  unitUrl,
  yearUrl,
} from "../../src/urls.ts";
import { once, onceFor } from "../../src/work/once.ts";
import { type Cards, cardsOf } from "../cards/card.ts";
import { type Chrome, chromeOf } from "./chrome.ts";
import { documentsBehind } from "./documents-behind.ts";
import type { Teaser, Waits } from "./teaser.ts";

/** A name that leads somewhere. */
export type Link = { readonly name: string; readonly url: string };

/** A name, with the page that it has in this site. */
export type Named = string | Link;

/** What a unit of an earlier day is now: renamed, or ended with heirs or without. */
export type UnitNow = {
  /** Until when it existed, where it has ended: a year, a month or a day. */
  readonly until?: string;
  readonly links: readonly Link[];
};

/**
 * The small values that props of many pages have in common. Each is made once per site and shared,
 * because an article is in about eight lists and a name on thousands of pages.
 */
export type Shared = {
  readonly chrome: Chrome;
  readonly cards: Cards;
  readonly unitLink: (id: string) => Link;
  /**
   * Returns a recipient of an award of a day: a unit, or an office holder given by id, leads to
   * their page.
   */
  readonly recipient: (name: string, day: Day) => Named;
  /**
   * Returns a recipient for a booklet, where only units lead to their page: a month that is over
   * must not change when somebody gets a page.
   */
  readonly recipientInBooklet: (name: string, day: Day) => Named;
  /** Returns who handed an award over; an office holder leads to their page. */
  readonly presenter: (name: string) => Named;
  /** Returns the link to a unit by the name that it had on a day. */
  readonly unitLinkOn: (id: string, day: Day) => Link;
  /** Returns until when a unit existed and what it is now; undefined for one that goes on. */
  readonly endOf: (id: string) => UnitNow | undefined;
  /** Returns what the unit of an article is now; undefined when nothing has changed. */
  readonly unitNow: (article: Article) => UnitNow | undefined;
  readonly tagLink: (name: string) => Link;
  readonly authorLink: (name: string) => Link;
  /** Returns the page of a figure's series; undefined where it has none. */
  readonly seriesLink: (figure: Figure) => Link | undefined;
  /** Returns the address of a decision on an award, which one of the articles on it names. */
  readonly decisionUrl: (
    decision: Decision | undefined,
    giver: string,
    articles: readonly Article[],
  ) => string | undefined;
  /** The way down to a day: its year, its month, itself. */
  readonly wayToDay: (day: Day) => readonly Link[];
  /** Returns why an article is not public yet; undefined when it is. */
  readonly waits: (article: Article) => Waits | undefined;
  /**
   * Returns a hash of all that an article is drawn from, wherever it is shown: itself, and what it
   * asks the site for.
   */
  readonly madeFrom: (article: Article) => string;
  /**
   * Returns a hash of all that an article is drawn from in a booklet, which shows nothing that
   * newer articles may change: no topics, no card, no link to a series or an office holder.
   */
  readonly textFrom: (article: Article) => string;
  /** Returns the teaser of an article in a list. */
  readonly teaserOf: (article: Article) => Teaser;
  /** Returns a teaser for a list of one unit, whose name need not come again in each line. */
  readonly teaserWithoutUnit: (article: Article) => Teaser;
  /** Returns a teaser with summary and cover, where there is room for them. */
  readonly teaserWithCover: (article: Article) => Teaser;
  /** Returns all that the teaser with the cover is made from, or hashes of it. */
  readonly cardFrom: (article: Article) => readonly unknown[];
};

/** The shared values of a site. */
export const sharedOf = onceFor(makeShared);

function makeShared(site: Site): Shared {
  const cards = cardsOf(site);
  const unitLink = once((id: string) => ({
    name: unitName(id, site),
    url: unitUrl(id),
  }));
  const person = (name: string, official: Official | undefined): Named =>
    official === undefined
      ? name
      : { name: site.officials.nameOf(name), url: officialUrl(official.id) };
  const honoured = (name: string) => person(name, site.officials.honoured(name));
  const recipientUnit = (name: string, day: Day): Link | undefined => {
    const id = site.register.unitOfRecipient(name, day);
    return id === undefined ? undefined : { name, url: unitUrl(id) };
  };
  const recipient = (name: string, day: Day): Named => recipientUnit(name, day) ?? honoured(name);
  const recipientInBooklet = (name: string, day: Day): Named =>
    recipientUnit(name, day) ?? site.officials.nameOf(name);
  const isLink = (one: Named) => typeof one !== "string";
  const presenter = once((name: string) => person(name, site.officials.called(name)));
  const unitLinkOn = (id: string, day: Day): Link => {
    const link = unitLink(id);
    const name = unitName(id, site, day);
    return name === link.name ? link : { ...link, name };
  };
  const endOf = once((id: string): UnitNow | undefined => {
    const entry = site.unitById.get(id);
    if (!entry?.isEnded) return undefined;
    const heirs = heirsNow(entry.unit, site);
    return { until: entry.unit.validTo!, links: heirs.map((heir) => unitLink(heir.id)) };
  });
  const unitNow = ({ unit, date }: Article): UnitNow | undefined => {
    const link = unitLink(unit);
    const isRenamed = unitName(unit, site, date) !== link.name;
    return endOf(unit) ?? (isRenamed ? { links: [link] } : undefined);
  };
  const seriesLink = (figure: Figure) => {
    const series = site.seriesOf(figure);
    return series?.hasPage ? { name: series.name, url: seriesUrl(series.id) } : undefined;
  };
  const waits = ({ draft, date }: Article): Waits | undefined =>
    draft ? "draft" : date > site.today ? "due" : undefined;
  const teaserWithoutUnit = (article: Article): Teaser => ({
    url: article.url,
    title: article.title,
    day: article.date,
    ...waiting(waits(article)),
  });
  const teaserOf = once((article: Article) =>
    keyed({ ...teaserWithoutUnit(article), unit: shortUnitName(article.unit, site, article.date) }),
  );
  const textFrom = once((article: Article) =>
    keyOf({
      hash: article.hash,
      waits: waits(article),
      unit: unitLinkOn(article.unit, article.date),
      awards: article.awards.map(({ by, proposedBy, recipients, decision }) => {
        const day = decision?.date ?? article.date;
        return [
          unitLinkOn(by, day),
          proposedBy === undefined ? null : unitLinkOn(proposedBy, day),
          recipients.map((name) => recipientUnit(name, day)).filter((link) => link !== undefined),
        ];
      }),
      figuresOf: article.figures.map(({ about }) => about && unitLinkOn(about, article.date)),
      pictures: article.pictures.map((key) => site.pictures.get(key)),
      // A link into an article loses its end when that is withdrawn.
      linksTo: article.linksTo.map((path) => linkedUrl({ path, fragment: "#" }, site)),
    }),
  );
  return {
    chrome: keyed(chromeOf(site, cards.site)),
    cards,
    waits,
    unitLink,
    recipient,
    recipientInBooklet,
    presenter,
    unitLinkOn,
    endOf,
    unitNow,
    tagLink: once((name: string) => ({ name, url: tagUrl(slugOf(name)) })),
    authorLink: once((name: string) => ({ name, url: authorUrl(slugOf(name)) })),
    seriesLink,
    decisionUrl: (decision, giver, articles) => {
      if (decision?.number === undefined) return undefined;
      const found = articles.map((one) => decisionFor(decision.number, giver, one, site.documents));
      return found.find((one) => one !== undefined)?.url;
    },
    wayToDay: once((day: Day) => [
      { name: String(yearOf(day)), url: yearUrl(yearOf(day)) },
      { name: `Tháng ${monthNumber(day)}`, url: monthUrl(monthOf(day)) },
      { name: `Ngày ${dayNumber(day)}`, url: dayUrl(day) },
    ]),
    madeFrom: once((article: Article) =>
      keyOf({
        text: textFrom(article),
        people: article.awards.map(({ recipients, presentedBy }) =>
          [...recipients.map(honoured), ...presentedBy.map(presenter)].filter(isLink),
        ),
        // One spelling of a tag holds for all articles.
        tags: article.tags,
        unitNow: unitNow(article),
        figures: article.figures.map((figure) => [site.seriesOf(figure)?.id, seriesLink(figure)]),
        met: article.event?.unit && unitLinkOn(article.event.unit, article.date),
        mentions: article.mentions.map((unit) => unitLinkOn(unit, article.date)),
        documents: documentsBehind(article, site),
        card: cards.of(article)?.url ?? cards.site.url,
      }),
    ),
    textFrom,
    teaserOf,
    teaserWithoutUnit,
    cardFrom: (article) => [
      article.hash,
      waits(article),
      shortUnitName(article.unit, site, article.date),
      article.pictures.map((key) => site.pictures.get(key)),
    ],
    teaserWithCover: (article) => {
      const cover = article.images[0];
      const picture = cover && pictureOf(site, cover);
      const { focus } = cover ?? {};
      return {
        ...teaserOf(article),
        summary: article.summary,
        ...(cover && picture
          ? { cover: { picture, alt: cover.alt, ...(focus ? { focus } : {}) } }
          : {}),
      };
    },
  };
}

/** Returns a property only when there is something to say. */
export function waiting(waits: Waits | undefined): { readonly waits?: Waits } {
  return waits === undefined ? {} : { waits };
}

/** Returns the picture that an article shows; undefined in previews that make none. */
export function pictureOf(
  site: Pick<Site, "pictures">,
  { file, crop }: Pick<ArticleImage, "file" | "crop">,
): Picture | undefined {
  return site.pictures.get(pictureKey(file, crop));
}
