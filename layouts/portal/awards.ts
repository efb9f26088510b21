import { type AwardForm, awardForms } from "../../src/award.ts";
import { monthNumber } from "../../src/day.ts";
import { append } from "../../src/lists.ts";
import { type Page, page } from "../../src/page.ts";
import type { JoinedAward } from "../../src/portal/joined-award.ts";
import type { Portal } from "../../src/portal/portal.ts";
import type { PortalUnit } from "../../src/portal/portal-unit.ts";
import { tallyOf } from "../../src/registers/award-tally.ts";
import { runs } from "../../src/text/runs.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import {
  awardFormUrl,
  awardGiversUrl,
  awardGiverUrl,
  awardsUrl,
  awardYearUrl,
} from "../../src/urls.ts";
import { onceFor } from "../../src/work/once.ts";
import {
  formSums,
  formsOf,
  formsOfYear,
  giverSums,
  recipientsOf,
  type Sum,
  sumTable,
  yearsOf,
} from "../ledger/answers.ts";
import { type Part, type RegisterProps, registerView } from "../ledger/register-view.ts";
import { signsNote } from "../ledger/tally.ts";
import type { Chrome } from "../parts/chrome.ts";
import { frame } from "../parts/frame.ts";
import { type Html, html } from "../parts/html.ts";
import { yearNeighbours } from "../parts/neighbours.ts";
import { LEDGER_SIZE, pageOfList, pagesOfList } from "../parts/paging.ts";
import type { Link } from "../parts/shared.ts";
import { portalChrome } from "./portal-chrome.ts";
import { portalRows } from "./portal-ledger.ts";

type Entries = readonly JoinedAward[];

const wayToAwards: readonly Link[] = [{ name: "Khen thưởng", url: awardsUrl }];
const giversTitle = "Các cấp khen thưởng";

/** How many of the newest lines the front page has. */
const NEWEST = 12;
/** With no more lines than this, a page is not parted by months or years. */
const FEW = 15;

/** The awards of all sites, each counted once: by giver, form and year. */
export function* awardPages(portal: Portal): Generator<Page> {
  const { entries } = portal.awards;
  const years = yearGroups(entries);
  const names = namesOfGivers(entries);
  const nameOf = (key: string) => names.get(key)!.name;
  const front: RegisterProps = {
    chrome: portalChrome(portal),
    url: awardsUrl,
    title: "Khen thưởng",
    heading: "Khen thưởng",
    way: [],
    here: "Khen thưởng",
    description: "Những lượt khen thưởng mà các trang đã đưa tin, mỗi lượt đếm một lần.",
    ...(entries.length > 0 ? { sum: tallyOf(entries) } : {}),
    counting: countingOf(portal),
    answers: {
      forms: formsOf(entries),
      years: yearsOf(entries),
      givers: giverSums(entries, nameOf),
    },
    recipients: recipientsOf(entries),
    parts: [
      {
        id: "moi-nhat",
        heading: "Những lượt mới nhất",
        rows: entries.slice(-NEWEST).reverse().map(portalRows(portal)),
      },
    ],
    more: years.map(({ year }) => ({ name: `năm ${year}`, url: awardYearUrl(year) })).reverse(),
  };
  yield page("awards", awardsUrl, front, registerView);
  yield* yearPages(portal, years, nameOf);
  yield* formPages(portal, nameOf);
  yield* giverPages(portal, names);
}

/** Explains every sum: what was put together, and what could not be. */
export const countingOf = onceFor(({ awards, sites }: Portal): readonly string[] => {
  const { entries, told, unnumbered } = awards;
  const several = entries.filter(({ sources }) => sources.length > 1).length;
  const doubtful = entries.filter(({ doubt }) => doubt !== undefined);
  const notAdded = doubtful.filter(({ doubt }) => !doubt!.isCounted).length;
  return [
    `${formatNumber(sites.length)} trang có ${formatNumber(told)} dòng khen thưởng, thành ${formatNumber(entries.length)} lượt: ${formatNumber(several)} lượt được nhiều trang cùng đưa, và mỗi lượt chỉ đếm một lần.`,
    "Hai dòng ở hai trang là một lượt khi cùng đơn vị khen, cùng số và ngày quyết định, cùng hình thức và đối tượng. Đơn vị chỉ cùng tên thì số và ngày quyết định đều phải có.",
    ...(unnumbered > 0
      ? [
          `${formatNumber(unnumbered)} lượt không ghi số quyết định nên chưa đối chiếu được giữa các trang; mỗi lượt ấy đếm riêng.`,
        ]
      : []),
    ...(doubtful.length > 0
      ? [
          `${formatNumber(doubtful.length)} lượt các trang nêu khác nhau: lấy số của trang thuộc đơn vị khen${
            notAdded > 0
              ? `; ${formatNumber(notAdded)} lượt không có trang ấy nên không cộng, chỉ đếm là “lượt chưa rõ số”`
              : ""
          }.`,
        ]
      : []),
    "Đề xuất ghi trong ngoặc, phần thu hồi ghi sau dấu trừ; cả hai không tính vào số đã khen. Số mà nguồn tin chỉ nói ước chừng hoặc không nêu thì không cộng.",
  ];
});

function namesOfGivers(entries: Entries): ReadonlyMap<string, PortalUnit> {
  return new Map(entries.map(({ giver }) => [giver.key, giver]));
}

type YearGroup = { readonly year: number; readonly entries: Entries };

function yearGroups(entries: Entries): YearGroup[] {
  return [...Map.groupBy(entries, ({ year }) => year)]
    .map(([year, own]) => ({ year, entries: own }))
    .sort((a, b) => a.year - b.year);
}

type List = {
  readonly url: string;
  readonly heading: string;
  readonly here: string;
  readonly way?: readonly Link[];
  readonly description: string;
  readonly form?: AwardForm;
  readonly giver?: string;
  readonly by: "month" | "year";
  /** What only the newest page has. */
  readonly newest: Partial<RegisterProps>;
};

/** The lines of a list, page by page. */
function linePages(portal: Portal, entries: Entries, list: List): Page[] {
  const { url, heading, here, way = wayToAwards, description, form, giver, by, newest } = list;
  return pagesOfList(url, entries, LEDGER_SIZE, ({ day }) => day).map((slice) => {
    const props: RegisterProps = {
      chrome: portalChrome(portal),
      ...pageOfList({ url, title: heading, way, here }, slice),
      heading,
      description,
      counting: countingOf(portal),
      ...(form === undefined ? {} : { form }),
      ...(giver === undefined ? {} : { giver }),
      ...(slice.number === undefined ? newest : {}),
      parts: partsOf(slice.items, by, portal),
    };
    return page("awards", slice.url, props, registerView);
  });
}

function partsOf(entries: Entries, by: List["by"], portal: Portal): Part[] {
  const rowOf = portalRows(portal);
  if (entries.length <= FEW)
    return [{ id: "tung-luot", heading: "Từng lượt", rows: entries.map(rowOf) }];
  const isByYear = by === "year";
  return runs(entries, ({ day, year }) => (isByYear ? year : monthNumber(day))).map(
    ([number, own]) => ({
      id: isByYear ? `nam-${number}` : `thang-${number}`,
      heading: isByYear ? `Năm ${number}` : `Tháng ${number}`,
      rows: own.map(rowOf),
    }),
  );
}

function* yearPages(
  portal: Portal,
  years: readonly YearGroup[],
  nameOf: (key: string) => string,
): Generator<Page> {
  for (const [at, { year, entries }] of years.entries())
    yield* linePages(portal, entries, {
      url: awardYearUrl(year),
      heading: `Khen thưởng năm ${year}`,
      here: `Năm ${year}`,
      description: `Các lượt khen thưởng được các trang đưa tin trong năm ${year}.`,
      by: "month",
      newest: {
        sum: tallyOf(entries),
        answers: { formSums: formsOfYear(entries, year), givers: giverSums(entries, nameOf) },
        recipients: recipientsOf(entries),
        ...yearNeighbours(years, at, awardYearUrl),
      },
    });
}

function* formPages(portal: Portal, nameOf: (key: string) => string): Generator<Page> {
  const byForm = Map.groupBy(portal.awards.entries, ({ award }) => award.form);
  for (const form of awardForms) {
    const entries = byForm.get(form);
    if (entries === undefined) continue;
    const url = awardFormUrl(form);
    const name = form === "Khen thưởng" ? "Khen thưởng chưa rõ hình thức" : form;
    const years = yearGroups(entries);
    const urlOf = (year: number) => awardFormUrl(form, year);
    const props: RegisterProps = {
      chrome: portalChrome(portal),
      url,
      title: form === name ? `Khen thưởng: ${form}` : name,
      heading: name,
      way: wayToAwards,
      here: name,
      description: `Các lượt khen thưởng theo hình thức ${form} trên các trang.`,
      sum: tallyOf(entries),
      counting: countingOf(portal),
      answers: { years: yearsOf(entries, urlOf), givers: giverSums(entries, nameOf) },
      recipients: recipientsOf(entries),
      form,
      parts: [
        {
          id: "moi-nhat",
          heading: "Những lượt mới nhất",
          rows: entries.slice(-NEWEST).reverse().map(portalRows(portal)),
        },
      ],
      more: years.map(({ year }) => ({ name: `năm ${year}`, url: urlOf(year) })).reverse(),
    };
    yield page("awards-by-form", url, props, registerView);
    for (const [at, own] of years.entries())
      yield* linePages(portal, own.entries, {
        url: urlOf(own.year),
        heading: `${name} năm ${own.year}`,
        here: `Năm ${own.year}`,
        way: [...wayToAwards, { name, url }],
        description: `Các lượt khen thưởng theo hình thức ${form} được đưa tin trong năm ${own.year}.`,
        form,
        by: "month",
        newest: {
          sum: tallyOf(own.entries),
          recipients: recipientsOf(own.entries),
          ...yearNeighbours(years, at, urlOf),
        },
      });
  }
}

type GiversProps = { readonly chrome: Chrome; readonly givers: readonly Sum[] };

function* giverPages(portal: Portal, names: ReadonlyMap<string, PortalUnit>): Generator<Page> {
  const { entries } = portal.awards;
  const nameOf = (key: string) => names.get(key)!.name;
  const props: GiversProps = {
    chrome: portalChrome(portal),
    givers: giverSums(entries, nameOf, Infinity).most,
  };
  yield page("awards-by-giver", awardGiversUrl, props, giversView);
  const byGiver = new Map<string, JoinedAward[]>();
  for (const entry of entries) append(byGiver, entry.giver.key, entry);
  const way = [...wayToAwards, { name: giversTitle, url: awardGiversUrl }];
  for (const [key, own] of byGiver) {
    const { name, isByName } = names.get(key)!;
    const url = awardGiverUrl(key);
    yield* linePages(portal, own, {
      url,
      heading: `${name} khen thưởng`,
      here: name,
      way,
      description: `Những lượt khen thưởng do ${name} tặng, và những đề xuất gửi tới đơn vị này.${
        isByName ? " Các trang không dùng chung danh mục đơn vị, nên xếp chung vì cùng tên." : ""
      }`,
      giver: url,
      by: "year",
      newest: {
        sum: tallyOf(own),
        answers: { formSums: formSums(own) },
        recipients: recipientsOf(own),
      },
    });
  }
}

function giversView({ chrome, givers }: GiversProps): Html {
  return frame({
    chrome,
    url: awardGiversUrl,
    title: giversTitle,
    way: wayToAwards,
    here: giversTitle,
    description: "Các đơn vị đã khen thưởng, và số lượt của từng đơn vị.",
    main: html`<header class="page-head"><h1>${giversTitle}</h1></header>
      ${givers.length === 0 ? html`<p class="empty">Chưa có lượt khen thưởng nào.</p>` : html`${signsNote(givers)}<div class="answers">${sumTable("theo-don-vi", "Số lượt theo cấp khen thưởng", "Cấp khen thưởng", givers)}</div>`}`,
  });
}
