import type { Article } from "../../src/article.ts";
import {
  type Award,
  type AwardCount,
  type AwardForm,
  type AwardStatus,
  type AwardTitle,
  awardTitle,
  compareRanks,
  type Decision,
  formatCount,
  type YearSpan,
} from "../../src/award.ts";
import { keyed } from "../../src/cache/key.ts";
import { type Day, shortDay } from "../../src/day.ts";
import {
  type Standing,
  standingOf,
  standings,
  type Tally,
  tallyOf,
  tallyOfAward,
} from "../../src/registers/award-tally.ts";
import type { EntryWithdrawal, RegisterEntry } from "../../src/registers/awards.ts";
import { awardDay } from "../../src/registers/received.ts";
import { runs } from "../../src/text/runs.ts";
import { fold, formatNumber } from "../../src/text/vietnamese.ts";
import { once, onceFor } from "../../src/work/once.ts";
import { type Html, html } from "../parts/html.ts";
import type { Link, Named, Shared } from "../parts/shared.ts";
import { scrolling } from "../parts/table.ts";
import { has, signed } from "./tally.ts";

/** One line of the ledger: who gave what to whom, how many, for what. */
export type LedgerRow = AwardTitle &
  Tally & {
    readonly status: AwardStatus;
    readonly count: AwardCount;
    readonly to: string;
    readonly recipients: readonly Named[];
    /** What was withdrawn of it afterwards, by each decision. */
    readonly withdrawals?: readonly WithdrawalShown[];
    readonly giver: Link;
    readonly body?: string;
    readonly proposer?: Link;
    readonly presentedBy?: readonly Named[];
    readonly for?: string;
    readonly years?: YearSpan;
    readonly consecutive?: number;
    readonly occasion?: string;
    readonly posthumous?: boolean;
    readonly early?: boolean;
    readonly decision?: Decision;
    /** Address of the page of the decision. */
    readonly decisionUrl?: string;
    /** Of an award of which only the withdrawal is told. */
    readonly revocation?: Decision;
    readonly revocationUrl?: string;
    readonly doubt?: string;
    /** The article that tells of it, and those before that did; not on the article's own page. */
    readonly told?: Told;
    readonly earlier?: readonly Told[];
    /** In a portal, the articles of all sites that tell of it. */
    readonly sources?: readonly Source[];
  };

/** An article of another site. */
export type Source = Told & { readonly site: string };

/** What one decision withdrew; a withdrawal by number alone names nobody. */
type WithdrawalShown = Omit<EntryWithdrawal, "names"> & {
  readonly revocationUrl?: string;
  readonly names: readonly Named[];
};

/** An article as the ledger names it: by its day. */
type Told = { readonly url: string; readonly title: string; readonly day: Day };

/** Returns the lines of one article's own awards. */
export function rowsOfArticle(article: Article, shared: Shared): LedgerRow[] {
  return article.awards.map((award) =>
    rowOf(award, tallyOfAward(award), shared, award.decision?.date ?? article.date, [article]),
  );
}

/** Makes the line of an entry of the register, once for all pages that show it. */
export const ledgerRows = onceFor((shared: Shared) =>
  once((entry: RegisterEntry) => keyed(rowOfEntry(entry, shared))),
);

/** Makes the line of an entry of any register. */
export function rowOfEntry(entry: RegisterEntry, shared: Shared): LedgerRow {
  const { award, article, earlier } = entry;
  const day = awardDay(entry);
  const tellers = [article, ...earlier];
  const withdrawals = entry.withdrawals.map(({ names, ...one }): WithdrawalShown => {
    const revocationUrl = shared.decisionUrl(one.revocation, award.by, tellers);
    return {
      ...one,
      ...(revocationUrl === undefined ? {} : { revocationUrl }),
      names: names.map((name) => shared.recipient(name, day)),
    };
  });
  return {
    ...rowOf(award, entry, shared, day, tellers),
    ...(withdrawals.length > 0 ? { withdrawals } : {}),
    told: toldBy(article),
    ...(earlier.length > 0 ? { earlier: earlier.map(toldBy) } : {}),
  };
}

/** Returns the line of what one decision withdrew of an award, and of nothing else. */
export function withdrawalRow(row: LedgerRow, one: WithdrawalShown): LedgerRow {
  const nothing = { given: 0, proposed: 0, revoked: 0 };
  return {
    ...row,
    counts: { ...nothing, revoked: one.count },
    unclear: { ...nothing, revoked: one.isVague ? 1 : 0 },
    withdrawals: [one],
  };
}

/** @param day the day whose names of units are meant */
function rowOf(
  award: Award,
  { counts, unclear }: Tally,
  shared: Shared,
  day: Day,
  tellers: readonly Article[],
): LedgerRow {
  const { by, proposedBy, presentedBy, recipients, ...rest } = award;
  const decisionUrl = shared.decisionUrl(award.decision, award.by, tellers);
  const revocationUrl = shared.decisionUrl(award.revocation, award.by, tellers);
  return {
    ...rest,
    ...(decisionUrl === undefined ? {} : { decisionUrl }),
    ...(revocationUrl === undefined ? {} : { revocationUrl }),
    counts,
    unclear,
    recipients: recipients.map((name) => shared.recipient(name, day)),
    giver: shared.unitLinkOn(by, day),
    ...(proposedBy === undefined ? {} : { proposer: shared.unitLinkOn(proposedBy, day) }),
    ...(presentedBy.length > 0 ? { presentedBy: presentedBy.map(shared.presenter) } : {}),
  };
}

function toldBy({ url, title, date }: Article): Told {
  return { url, title, day: date };
}

const captions: Readonly<Record<Standing, string>> = {
  given: "Đã khen thưởng",
  proposed: "Đề xuất, chưa có quyết định",
  revoked: "Đã thu hồi",
};

/** What the page of a ledger is about, so that its lines need not say it. */
type SaidAbove = {
  readonly form?: AwardForm;
  /** Address of the unit that gave all of them. */
  readonly giver?: string;
};

/**
 * Draws the lines as tables. What was given, what is proposed and what was withdrawn are in tables
 * of their own, so that nobody adds them up by eye.
 */
export function ledger(rows: readonly LedgerRow[], above: SaidAbove = {}): Html {
  return html`${standings.map((standing) => {
    const own = rows.flatMap((row) => linesIn(row, standing));
    return own.length > 0 && table(inOrder(own), standing, above);
  })}`;
}

/** Returns the lines of an award in the table of a standing; each withdrawal has a line there. */
function linesIn(row: LedgerRow, standing: Standing): LedgerRow[] {
  if (!isIn(row, standing)) return [];
  const { withdrawals = [] } = row;
  if (standing !== "revoked" || withdrawals.length === 0) return [row];
  return withdrawals.map((one) => withdrawalRow(row, one)).filter((line) => has(line, standing));
}

/** Returns whether a line has a part of a standing; one of nothing at all is where it was told. */
function isIn(row: LedgerRow, standing: Standing): boolean {
  return has(row, standing) || (isNothing(row) && standing === standingOf(row));
}

function isNothing(row: LedgerRow): boolean {
  return !standings.some((standing) => has(row, standing));
}

/** Puts the lines of one kind of award that follow each other in order of ranks, then of steps. */
function inOrder(rows: readonly LedgerRow[]): LedgerRow[] {
  const kindOf = ({ form, name = "", giver, told }: LedgerRow) =>
    [form, name, giver.url, told?.url].join("|");
  return runs(rows, kindOf).flatMap(([, own]) =>
    own.toSorted(
      (a, b) =>
        compareRanks(a.rank, b.rank) || (a.step?.from ?? Infinity) - (b.step?.from ?? Infinity),
    ),
  );
}

/**
 * Who gave them, by which decision and where it is told is said once, above the lines that have it
 * in common. On a phone the stylesheet lays each line out as a block, without the headings.
 */
function table(rows: readonly LedgerRow[], standing: Standing, above: SaidAbove): Html {
  const caption = captions[standing];
  const isNamed = rows.some((row) => awardTitle(row) !== above.form);
  return scrolling(
    caption,
    html`<table class="ledger ${standing}">
    <caption>${caption}</caption>
    <thead><tr>
    <th scope="col">${isNamed ? "Hình thức" : "Đối tượng"}</th>
    <th scope="col" class="num">Số lượng</th>
    ${isNamed && html`<th scope="col">Đối tượng</th>`}
    <th scope="col">Thành tích</th>
    </tr></thead>
    ${runs(rows, sourceOf).map(([, own]) => group(own, standing, isNamed, above.giver))}
    ${total(rows, standing)}
  </table>`,
  );
}

/** Returns what lines under one head have in common. */
function sourceOf(row: LedgerRow): string {
  const { giver, body, decision, decisionUrl, status, told, sources } = row;
  const urls = sources?.map(({ url }) => url);
  return JSON.stringify([giver, body, decision, decisionUrl, status, told?.url, urls]);
}

/** Draws the lines of one decision, or of one article that names none. */
function group(
  rows: readonly LedgerRow[],
  standing: Standing,
  isNamed: boolean,
  saidGiver?: string,
): Html {
  const first = rows[0]!;
  const isShared = (say: (row: LedgerRow) => unknown) => {
    const said = String(say(first));
    return rows.every((row) => String(say(row)) === said);
  };
  const shared = besides.filter(isShared);
  const states = [stateIn(standing), occasionOf];
  const sharedStates = states.filter(isShared);
  const { giver, told } = first;
  const label = standing === "proposed" ? "Đề xuất lên" : "Cấp khen thưởng";
  return html`<tbody>
    <tr class="by"><th scope="rowgroup" colspan="${isNamed ? 4 : 3}">${giver.url !== saidGiver && html`<span><span${standing !== "proposed" && html` class="unseen"`}>${label}: </span><a href="${giver.url}">${giver.name}</a></span>`}${[...shared.map((say) => say(first)), ...sharedStates.map((say) => said(say(first)))].map((one) => html` ${one}`)}${told && html` <small class="whole">Bài viết: ${link(told)}</small>`}</th></tr>
    ${rows.map((row) =>
      line(row, standing, {
        isNamed,
        states: states.filter((say) => !sharedStates.includes(say)).map((say) => say(row)),
        more: besides.filter((say) => !shared.includes(say)).map((say) => say(row)),
      }),
    )}
    </tbody>`;
}

/** What is said of an award besides its giver, above all lines that have it in common. */
const besides: readonly ((row: LedgerRow) => Html)[] = [
  ({ body }) => html`${body !== undefined && html`<small>${body}</small>`}`,
  ({ decision, decisionUrl }) => html`${decided("Quyết định", decision, decisionUrl, true)}`,
  ({ proposer }) =>
    html`${proposer && html`<small>Đơn vị đề nghị: <a href="${proposer.url}">${proposer.name}</a></small>`}`,
  ({ presentedBy = [] }) =>
    html`${presentedBy.length > 0 && html`<small>Người trao: ${names(presentedBy)}</small>`}`,
  ({ earlier = [], sources = [] }) =>
    html`${
      earlier.length > 0 &&
      html`<small>trước đó: ${earlier.map((one, at) => html`${at > 0 && ", "}${link(one)}`)}</small>`
    }${
      sources.length > 0 &&
      html`<small>Nguồn: ${sources.map((one, at) => html`${at > 0 && "; "}${sourceLink(one)}`)}</small>`
    }`,
];

/** Returns whether an award was handed over or only decided; the caption says all other states. */
function stateIn(standing: Standing): (row: LedgerRow) => string | undefined {
  return ({ status }) => (standing === "given" && status !== "thu hồi" ? status : undefined);
}

function occasionOf({ occasion }: LedgerRow): string | undefined {
  return occasion;
}

function said(text: string | undefined): Html | false {
  return text !== undefined && html`<small class="whole">${text}</small>`;
}

/** What the head above a line does not say of it. */
type Unsaid = {
  /** Whether the line says the name of the award. */
  readonly isNamed: boolean;
  readonly states: readonly (string | undefined)[];
  readonly more: readonly Html[];
};

function line(row: LedgerRow, standing: Standing, unsaid: Unsaid): Html {
  const { status, to, withdrawals = [], doubt } = row;
  const { isNamed, states } = unsaid;
  const isPart = standing === "revoked" && status !== "thu hồi";
  const many = amount(row, standing);
  const recipients = isPart ? withdrawals.flatMap(({ names }) => names) : row.recipients;
  const more = html`${revoked(row)}${unsaid.more}`;
  const isEmpty = !isSaidWhy(row) && doubt === undefined && String(more) === "";
  const named = recipients.length > 0 && html`<small class="called">${names(recipients)}</small>`;
  return html`<tr>
    <th scope="row">${isNamed ? awardTitle(row) : to}${details(row, states)}${!isNamed && named}</th>
    <td class="num${/^\p{L}/u.test(many) && " in-words"}">${signed(many, standing)}</td>
    ${isNamed && html`<td>${to}${named}</td>`}
    <td${isSaidWhy(row) && html` class="merit"`}>${merit(row)}${isEmpty && html`<span class="nothing">–</span>`}${more}${doubt !== undefined && html`<small class="doubt"><b>Chưa rõ:</b> ${doubt}</small>`}</td>
  </tr>`;
}

/** Returns what is said of an award beside its name: its form, its state, its occasion. */
function details(row: LedgerRow, states: Unsaid["states"]): Html | false {
  const { form, name, posthumous, early } = row;
  const isSaid =
    name === undefined ||
    form === "Khen thưởng" ||
    (form === "Giải" && row.rank !== undefined) ||
    fold(name).startsWith(fold(form));
  const said = [!isSaid && form, ...states, posthumous && "truy tặng", early && "tặng sớm"].filter(
    (one) => one !== false && one !== undefined,
  );
  return (
    said.length > 0 &&
    html` ${said.map((one, at) => html`<small>${one}${at < said.length - 1 && ","}</small> `)}`
  );
}

/** Returns how many, as the source states it; a part of a number that is not exact is not known. */
function amount({ count, status, counts, unclear }: LedgerRow, standing: Standing): string {
  if (unclear[standing] === 0) return formatNumber(counts[standing]);
  const isWhole = standing === standingOf({ status }) && counts.revoked + unclear.revoked === 0;
  if (isWhole || (status === "thu hồi" && counts.revoked === 0)) return formatCount(count);
  return counts[standing] > 0 ? `trên ${formatNumber(counts[standing])}` : "không rõ";
}

/** Names one after the other; those that have a page lead there. */
export function names(list: readonly Named[]): Html {
  return html`${list.map((one, at) => {
    const comma = at < list.length - 1 && ", ";
    return typeof one === "string"
      ? html`${one}${comma}`
      : html`<a href="${one.url}">${one.name}</a>${comma}`;
  })}`;
}

/**
 * Returns what an award was for and in which years: "hoàn thành xuất sắc nhiệm vụ 5 năm liền
 * (2017–2021)".
 */
function merit({ for: reason, years, consecutive }: LedgerRow): Html {
  const span =
    years && (years.from === years.to ? `năm ${years.from}` : `${years.from}–${years.to}`);
  const running = consecutive !== undefined && `${consecutive} năm liền`;
  const time = running && span ? `${running} (${span})` : running || span;
  if (!time) return html`${reason}`;
  return html`${reason}${reason && (running ? " " : ", ")}${time}`;
}

function isSaidWhy({ for: reason, years, consecutive }: LedgerRow): boolean {
  return (reason ?? years ?? consecutive) !== undefined;
}

/** Returns the decisions by which an award, or parts of it, were withdrawn. */
function revoked(row: LedgerRow): Html {
  const { withdrawals = [] } = row;
  return html`${[row, ...withdrawals].map(({ revocation, revocationUrl }) =>
    decided("Thu hồi theo quyết định", revocation, revocationUrl),
  )}`;
}

/** @param isSaidByNumber whether the words may go without being seen where there is little room */
function decided(
  words: string,
  decision: Decision | undefined,
  url?: string,
  isSaidByNumber = false,
): Html | false {
  if (decision === undefined) return false;
  const { number, date } = decision;
  const name =
    number === undefined
      ? html`${words}`
      : isSaidByNumber
        ? html`<span class="kind">${words} số </span>${number}`
        : html`${words} số ${number}`;
  return html`<small>${url ? html`<a href="${url}">${name}</a>` : name}${date !== undefined && ` ngày ${shortDay(date)}`}</small>`;
}

/**
 * The day alone would be a poor name for a link, so the title goes with it for anyone who hears the
 * page.
 */
function link({ url, title, day }: Told): Html {
  return html`<a href="${url}">${shortDay(day)}<span class="unseen">: ${title}</span></a>`;
}

function sourceLink({ url, title, day, site }: Source): Html {
  return html`<a href="${url}">${site}, ${shortDay(day)}<span class="unseen">: ${title}</span></a>`;
}

/** Sums of more kinds of recipients than this would be a table of their own. */
const MOST_SUMS = 3;

/**
 * Draws a sum for each kind of recipient, where several rows have one: members and organisations do
 * not add up, and a sum of one kind alone would be taken for that of all.
 */
function total(rows: readonly LedgerRow[], standing: Standing): Html | false {
  if ((rows[0]?.told ?? rows[0]?.sources) !== undefined) return false;
  const sums = [...Map.groupBy(rows, ({ to }) => fold(to)).values()];
  if (sums.length === rows.length || sums.length > MOST_SUMS) return false;
  return html`<tfoot>${sums.map((own) => sumRow(own, standing))}</tfoot>`;
}

/** The words of a number that is not exact have more room beside it than in its column. */
function sumRow(rows: readonly LedgerRow[], standing: Standing): Html {
  const { counts, unclear } = tallyOf(rows);
  const vague = unclear[standing];
  const sum = counts[standing] === 0 && vague > 0 ? "?" : formatNumber(counts[standing]);
  return html`<tr><th scope="row">Cộng, ${rows[0]!.to}</th><td class="num">${signed(sum, standing)}</td><td colspan="2">${vague > 0 && html`${counts[standing] > 0 && "và "}${formatNumber(vague)} lượt chưa rõ số`}</td></tr>`;
}
