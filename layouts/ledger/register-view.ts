import type { AwardForm } from "../../src/award.ts";
import { type Day, monthNumber } from "../../src/day.ts";
import { type Tally, tallyOf } from "../../src/registers/award-tally.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import { runs } from "../../src/text/runs.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { awardMeritUrl } from "../../src/urls.ts";
import { type FeedLink, followLine } from "../feeds/follow.ts";
import type { Chrome } from "../parts/chrome.ts";
import { frame } from "../parts/frame.ts";
import { type Html, html } from "../parts/html.ts";
import { jumpList } from "../parts/jumps.ts";
import { type Neighbours, neighbourSentence } from "../parts/neighbours.ts";
import { type PageOfList, pagingNav } from "../parts/paging.ts";
import type { Link } from "../parts/shared.ts";
import {
  type Forms,
  formTable,
  type Givers,
  giverTable,
  type Recipients,
  recipientsPart,
  type Sum,
  sumTable,
  yearTable,
} from "./answers.ts";
import { type LedgerRow, ledger } from "./ledger.ts";
import { type NamedGroup, namedPart } from "./named.ts";
import { signsNote, tallyPhrase } from "./tally.ts";

/** All that a page of the register of awards shows: its answers, then its lines. */
export type RegisterProps = Neighbours &
  PageOfList & {
    readonly chrome: Chrome;
    readonly heading: string;
    readonly description: string;
    readonly feed?: FeedLink;
    /** What all of it adds up to. */
    readonly sum?: Tally;
    readonly answers?: Answers;
    readonly recipients?: readonly Recipients[];
    readonly named?: readonly NamedGroup[];
    /** What other years told of merit in the year of the page. */
    readonly late?: Late;
    /** The form that all of its lines have. */
    readonly form?: AwardForm;
    /** Address of the unit that gave all of them. */
    readonly giver?: string;
    /** The unit whose awards these are. */
    readonly unit?: Link;
    readonly parts: readonly Part[];
    /** How it was counted, where that is not as in the register of one site. */
    readonly counting?: readonly string[];
    /** Pages that hold more of the same. */
    readonly more?: readonly Link[];
  };

export type Late = {
  readonly year: number;
  readonly named: readonly NamedGroup[];
};

export type Answers = {
  readonly forms?: Forms;
  /** Forms without their years. */
  readonly formSums?: readonly Sum[];
  readonly years?: readonly Sum[];
  /** Sums by the year of merit. */
  readonly merit?: readonly Sum[];
  readonly givers?: Givers;
};

/** Lines of the ledger under a heading. */
export type Part = {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly LedgerRow[];
};

/** How many of the newest lines a page shows at least that leads to all others. */
const NEWEST = 8;

/** The newest lines of all, as many as tell of the same: no decision is cut in two. */
export function newestPart(
  entries: readonly RegisterEntry[],
  rowOf: (entry: RegisterEntry) => LedgerRow,
): Part {
  const after = entries.findLastIndex(
    ({ article }, at) => at + NEWEST < entries.length && article !== entries[at + 1]?.article,
  );
  const rows = entries.slice(Math.max(after + 1, entries.length - 2 * NEWEST));
  return { id: "moi-nhat", heading: "Những lượt mới nhất", rows: rows.reverse().map(rowOf) };
}

/** Puts entries, newest first, under the years in which they were told of. */
export function partsByYear(
  entries: readonly RegisterEntry[],
  rowOf: (entry: RegisterEntry) => LedgerRow,
): Part[] {
  return runs(entries, ({ year }) => year).map(([year, ofYear]) => ({
    id: `nam-${year}`,
    heading: `Năm ${year}`,
    rows: ofYear.map(rowOf),
  }));
}

/** Puts entries of one year, newest first, under the months in which they were told of. */
export function partsByMonth(
  entries: readonly RegisterEntry[],
  rowOf: (entry: RegisterEntry) => LedgerRow,
): Part[] {
  return runs(entries, (entry) => monthNumber(firstDay(entry))).map(([month, ofMonth]) => ({
    id: `thang-${month}`,
    heading: `Tháng ${month}`,
    rows: ofMonth.map(rowOf),
  }));
}

/** Returns the day on which an award was first told of, which gives the register its order. */
export function firstDay({ article, earlier }: RegisterEntry): Day {
  return (earlier[0] ?? article).date;
}

export function registerView(props: RegisterProps): Html {
  const { heading, description, sum, answers, recipients, parts, more } = props;
  const isEmpty = parts.every(({ rows }) => rows.length === 0);
  return frame({
    ...props,
    main: html`<header class="page-head"><h1>${heading}</h1><p class="intro">${description}${
      sum && html` Tất cả: ${tallyPhrase(sum)}.`
    }${props.unit && html` Trang của đơn vị: <a href="${props.unit.url}">${props.unit.name}</a>.`}${neighbourSentence(props)}</p>${answers && jumps(answers, props)}</header>
      ${isEmpty && !props.late && html`<p class="empty">Chưa có lượt khen thưởng nào.</p>`}
      ${answers && tables(answers)}
      ${who(props)}
      ${recipients && recipientsPart(recipients)}
      ${(recipients || props.named) && howCounted(props.counting)}
      ${lines(props)}
      ${more && more.length > 0 && html`<p class="more"><span>Xem từng lượt:</span> ${more.map(({ name, url }) => html`<a href="${url}">${name}</a> `)}</p>`}
      ${pagingNav(props)}
      ${props.feed && followLine(props.feed)}`,
  });
}

/**
 * All lines under one heading. Where time parts them, each part is folded below its name, but for
 * the newest: a year of them would be twenty screens of a phone.
 */
function lines(props: RegisterProps): Html | false {
  const { parts, span } = props;
  const [first] = parts.filter(({ rows }) => rows.length > 0);
  if (first === undefined) return false;
  const { id, heading } = parts.length > 1 ? { id: "tung-luot", heading: "Từng lượt" } : first;
  return html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
    ${span && html`<p class="span-line">Các lượt khen thưởng ${span}</p>`}
    ${
      parts.length === 1
        ? ledger(first.rows, props)
        : parts.map(
            ({ id, heading, rows }, at) =>
              html`<details class="folded" id="${id}"${at === 0 && html` open`}><summary><h3 class="period-name">${heading}</h3> <span class="count">(${formatNumber(rows.length)} mục)</span></summary>${ledger(rows, props)}</details>`,
          )
    }</section>`;
}

/** Leads to the answers, which stand below each other on a phone. */
function jumps(
  { forms, formSums, years, givers }: Answers,
  { recipients, parts }: RegisterProps,
): Html | false {
  const all = [
    [years, "theo-nam", "Năm"],
    [forms ?? formSums, "theo-hinh-thuc", "Hình thức"],
    [givers, "theo-don-vi", "Cấp khen thưởng"],
    [recipients, "doi-tuong", "Đối tượng"],
    [parts[0], parts.length > 1 ? "tung-luot" : parts[0]?.id, "Từng lượt"],
  ] as const;
  return jumpList(all.flatMap(([part, id, name]) => (part && id ? { name, url: `#${id}` } : [])));
}

function tables({ forms, formSums, years, merit, givers }: Answers): Html | false {
  const rows = [
    ...(forms?.rows.flatMap((row) => [row, ...row.ofYears.filter((one) => one !== null)]) ?? []),
    ...[formSums, years, givers?.most].flatMap((list) => list ?? []),
  ];
  const sums = rows.length > 0 ? [...rows, tallyOf(rows)] : [];
  // What explains the signs stands below the first table that has them in sight.
  const note = signsNote(sums);
  const isFirst = { years: true, forms: !years, givers: !(years ?? forms ?? formSums) };
  const all = [
    years && yearTable(years, html`${note}${merit !== undefined && meritLine(merit)}`),
    forms && formTable(forms, isFirst.forms && note),
    formSums &&
      sumTable("theo-hinh-thuc", "Theo hình thức", "Hình thức", formSums, {
        more: isFirst.forms && note,
      }),
    givers && giverTable(givers, isFirst.givers && note),
  ].filter((table) => table !== undefined && table !== false);
  return all.length > 0 && html`<div class="answers">${all}</div>`;
}

/** Who was honoured, beside it what other years told of. */
function who({ named, late }: RegisterProps): Html | false {
  const own = named !== undefined && namedPart(named, "Ai được khen", "ten");
  return late ? html`<div class="register">${own}${latePart(late)}</div>` : own;
}

function latePart({ year, named }: Late): Html | false {
  return namedPart(named, `Thành tích năm ${year}, đưa tin năm khác`, "thanh-tich", {
    withWords: false,
    more: html`<p class="more"><a href="${awardMeritUrl(year)}">Khen thưởng thành tích năm ${year}</a></p>`,
  });
}

/** With more years of merit than this, their list is folded. */
const MANY_YEARS = 12;

function meritLine(merit: readonly Sum[]): Html | false {
  if (merit.length === 0) return false;
  const words = "Tính theo năm lập thành tích";
  const years = merit.map(
    ({ name, url }, at) => html`${at > 0 && ", "}<a href="${url}">${name}</a>`,
  );
  return merit.length > MANY_YEARS
    ? html`<details class="folded"><summary>${words}</summary><p class="note">${years}.</p></details>`
    : html`<p class="note">${words}: ${years}.</p>`;
}

/** A short note, because every sum above depends on it. */
function howCounted(sentences = inOneSite): Html {
  return html`<details class="part how-counted"><summary>Cách đếm</summary>
    ${sentences.map((one) => html`<p>${one}</p>`)}</details>`;
}

const inOneSite: readonly string[] = [
  `Mỗi lượt khen thưởng chỉ đếm một lần, dù nhiều bài cùng đưa tin, và tính vào năm của bài đầu tiên. Đề xuất ghi trong ngoặc, phần thu hồi ghi sau dấu trừ; cả hai không tính vào số đã khen. Số mà nguồn tin chỉ nói ước chừng hoặc không nêu thì không cộng, chỉ đếm là “lượt chưa rõ số”. Thành tích của nhiều năm tính vào năm cuối.`,
];
