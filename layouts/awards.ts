import type { AwardForm } from "../src/award.ts";
import { type Page, page } from "../src/page.ts";
import { tallyOf } from "../src/registers/award-tally.ts";
import type { RegisterEntry } from "../src/registers/awards.ts";
import type { Site } from "../src/site.ts";
import { awardMeritUrl, awardsUrl, awardYearUrl } from "../src/urls.ts";
import { formsOf, formsOfYear, giversOf, recipientsOf, yearsOf } from "./ledger/answers.ts";
import { ledgerRows } from "./ledger/ledger.ts";
import {
  firstDay,
  newestPart,
  partsByMonth,
  partsByYear,
  type RegisterProps,
  registerView,
} from "./ledger/register-view.ts";
import { yearNeighbours } from "./parts/neighbours.ts";
import { LEDGER_SIZE, pageOfList, pagesOfList } from "./parts/paging.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

/** With no more lines than this, a year is not parted by its months. */
const FEW = 15;

/** The way to all pages of the register but its front page. */
export const wayToAwards: readonly Link[] = [{ name: "Khen thưởng", url: awardsUrl }];

/** The register of awards: its front page, and every line year by year. */
export function awardsPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const rowOf = ledgerRows(shared);
  const { entries, years } = site.register;
  const list = { url: awardsUrl, title: "Sổ khen thưởng", way: [], here: "Khen thưởng" };
  const front: RegisterProps = {
    chrome: shared.chrome,
    ...list,
    heading: "Sổ khen thưởng",
    description: "Ai đã khen thưởng ai, hình thức nào, bao nhiêu, vì thành tích gì.",
    ...(entries.length > 0
      ? { feed: { name: "Khen thưởng", of: awardsUrl }, sum: tallyOf(entries) }
      : {}),
    answers: {
      forms: formsOf(entries),
      years: yearsOf(entries),
      merit: yearsOf(entries, awardMeritUrl, meritYear),
      givers: giversOf(entries, site),
    },
    recipients: recipientsOf(entries),
    parts: [newestPart(entries, rowOf)],
    more: years.map(({ year }) => ({ name: `năm ${year}`, url: awardYearUrl(year) })).reverse(),
  };
  // The front page once was the newest of these, and readers have kept the addresses of the others.
  const older = pagesOfList(awardsUrl, entries, LEDGER_SIZE, firstDay).flatMap((slice) =>
    slice.number === undefined
      ? []
      : [
          {
            chrome: shared.chrome,
            ...pageOfList(list, slice),
            heading: "Sổ khen thưởng",
            description: "Từng lượt khen thưởng, xếp theo thời gian.",
            parts: partsByYear(slice.items, rowOf),
          },
        ],
  );
  const byYear = years.flatMap(({ year, entries: ofYear }, index) =>
    ledgerPages(ofYear, {
      url: awardYearUrl(year),
      heading: `Khen thưởng năm ${year}`,
      here: `Năm ${year}`,
      description: `Các lượt khen thưởng được đưa tin trong năm ${year}.`,
      site,
      by: "month",
      newest: () => ({
        sum: tallyOf(ofYear),
        answers: { formSums: formsOfYear(ofYear, year), givers: giversOf(ofYear, site) },
        recipients: recipientsOf(ofYear),
        ...yearNeighbours(years, index, awardYearUrl),
      }),
    }),
  );
  return [...[front, ...older].map(awardsPage), ...byYear];
}

/** Returns the year of merit under which an entry is listed: the last one, if it has any. */
function meritYear({ award }: RegisterEntry): number | undefined {
  return award.years?.to;
}

/** A list of the register whose lines are all shown, page by page. */
export type LedgerList = {
  readonly url: string;
  readonly heading: string;
  readonly here: string;
  readonly way?: readonly Link[];
  readonly description: string;
  readonly site: Site;
  /** The form that all of its lines have. */
  readonly form?: AwardForm;
  /** Address of the unit that gave all of them. */
  readonly giver?: string;
  /** What its lines stand under: the times in which they were told of. */
  readonly by?: "year" | "month";
  /** Makes what only the newest page has, because it changes with each award. */
  readonly newest: () => Partial<RegisterProps>;
};

export function ledgerPages(entries: readonly RegisterEntry[], list: LedgerList): Page[] {
  const { url, heading, here, way = wayToAwards, description, site, form, giver } = list;
  const shared = sharedOf(site);
  const rowOf = ledgerRows(shared);
  const slices = pagesOfList(url, entries, LEDGER_SIZE, firstDay);
  return slices.map((slice) =>
    awardsPage({
      chrome: shared.chrome,
      ...pageOfList({ url, title: heading, way, here }, slice),
      heading,
      description,
      ...(form === undefined ? {} : { form }),
      ...(giver === undefined ? {} : { giver }),
      ...(slice.number === undefined ? list.newest() : {}),
      parts:
        list.by === "year"
          ? partsByYear(slice.items, rowOf)
          : list.by === "month" && slice.items.length > FEW
            ? partsByMonth(slice.items, rowOf)
            : [{ id: "tung-luot", heading: "Từng lượt", rows: slice.items.map(rowOf) }],
    }),
  );
}

function awardsPage(props: RegisterProps): Page {
  return page("awards", props.url, props, registerView);
}
